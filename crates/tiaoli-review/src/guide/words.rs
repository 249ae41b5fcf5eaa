//! Conditions, facts and figures of the rules in the words of the document.

use super::Item;
use tiaoli_eval::number;
use tiaoli_eval::program::{Fact, LevelId, Limit, LimitPeriod, LimitRoom, Name, Program, Ty, Written};
use tiaoli_source::document::Document;
use tiaoli_source::{Sources, Span};
use tiaoli_syntax::ast::{Condition, ConditionKind};

/// What words are looked up in.
pub(super) struct Words<'a> {
    pub(super) program: &'a Program,
    pub(super) document: &'a Document,
    pub(super) sources: &'a Sources,
}

impl Words<'_> {
    /// The words of a place as a sentence of the document would have them: without comments, and without the blanks that
    /// only the language needs.
    pub(super) fn at(&self, span: Span) -> String {
        close_up(self.sources.slice(span).unwrap_or_default())
    }

    /// A condition as lines to be ticked off: what 且 joins stands apart, what 或 joins stands under one line.
    pub(super) fn checks(&self, condition: &Condition) -> Vec<Item> {
        match &condition.kind {
            ConditionKind::All(of) => of.iter().flat_map(|it| self.checks(it)).collect(),
            ConditionKind::Any(of) => {
                let under = of.iter().map(|it| joined(self.checks(it))).collect();
                vec![Item { text: "符合下列之一：".to_owned(), under }]
            }
            ConditionKind::Not(of) => {
                let under = self.checks(of);
                match under.as_slice() {
                    [one] if one.under.is_empty() => vec![Item::line(format!("不属于：{}", one.text))],
                    _ => vec![Item { text: "不属于下列情形：".to_owned(), under }],
                }
            }
            ConditionKind::Meets(id) => {
                let said = self.document.text_of(&id.text).unwrap_or_default();
                vec![Item::line(format!("符合 {} 的条件：{said}", id.text))]
            }
            _ => vec![Item::line(self.in_full(&self.at(condition.span)))],
        }
    }

    /// Words that begin with the short name of a fact, with the document's long wording in its place.
    fn in_full(&self, words: &str) -> String {
        let facts = self.program.facts.iter().map(|(_, it)| &it.name);
        let named = facts.filter(|name| name.in_full.is_some() && words.starts_with(name.zh.as_str()));
        let Some(name) = named.max_by_key(|name| name.zh.len()) else { return words.to_owned() };
        let rest = words.strip_prefix(name.zh.as_str()).unwrap_or_default();
        // 平台 is not the beginning of 平台类型
        let whole = !self
            .program
            .facts
            .iter()
            .any(|(_, it)| it.name.zh.len() > name.zh.len() && words.starts_with(&it.name.zh));
        if whole { format!("{}{rest}", full(name)) } else { words.to_owned() }
    }

    /// A name, or more than one: 申报主体（企业、事业单位）.
    pub(super) fn level(&self, level: LevelId) -> String {
        self.program.levels.get(level).map_or_else(String::new, |it| it.name.zh.clone())
    }

    /// What has to be written for a fact: 金额（元）, 是或否, one of a list.
    pub(super) fn to_write(&self, fact: &Fact) -> String {
        let unit = match &fact.ty {
            Ty::Number { unit, .. } if !unit.bases().is_empty() => unit.to_string(),
            _ => String::new(),
        };
        let one = match (&fact.ty, fact.written) {
            (Ty::Truth, _) => "是或否".to_owned(),
            (Ty::Date, _) => "年月日".to_owned(),
            (Ty::Key, _) => "号码或名称".to_owned(),
            (Ty::Member(of), _) => {
                let members = self.program.enums.get(*of).map(|it| it.members.as_slice()).unwrap_or_default();
                let names: Vec<&str> = members.iter().map(|it| it.zh.as_str()).collect();
                format!("{}中的一项", names.join("、"))
            }
            (_, Written::Money) => "金额（元，至多两位小数）".to_owned(),
            (_, Written::Percent) => "百分数".to_owned(),
            (_, Written::Year) => "年份".to_owned(),
            (_, Written::Whole) => format!("整数（{unit}）").replace("（）", ""),
            _ => format!("数（{unit}）").replace("（）", ""),
        };
        if fact.list.is_some() { format!("逐项填写：{one}") } else { one }
    }

    /// `同一企业每年最高不超过50万元（3.9.c）`
    pub(super) fn limit(&self, limit: &Limit) -> String {
        let whom = self.level(limit.whom);
        let when = match limit.period {
            LimitPeriod::Ever => "累计",
            LimitPeriod::Year(_) => "每年",
        };
        let room = match limit.room {
            LimitRoom::Money(fen) => format!("最高不超过{}", money(fen)),
            LimitRoom::Count(count) => format!("最多{count}项"),
        };
        let clause = self.program.clauses.get(limit.clause).map_or("", |it| it.id.as_str());
        format!("同一{whom}{when}{room}（{clause}）")
    }
}

/// A name in full: the document's long wording where there is one.
pub(super) fn full(name: &Name) -> &str {
    name.in_full.as_deref().map_or(name.zh.as_str(), |it| it.trim_matches(['“', '”']))
}

/// Several lines as one.
fn joined(items: Vec<Item>) -> Item {
    match <[Item; 1]>::try_from(items) {
        Ok([one]) => one,
        Err(items) if items.iter().all(|it| it.under.is_empty()) => {
            let texts: Vec<String> = items.into_iter().map(|it| it.text).collect();
            Item::line(texts.join("，且"))
        }
        Err(items) => Item { text: "同时符合：".to_owned(), under: items },
    }
}

/// A sum in fen as documents write it: 50万元, 2000元.
fn money(fen: i128) -> String {
    const WAN: i128 = 1_000_000;
    if fen != 0 && fen % (WAN * 10_000) == 0 {
        format!("{}亿元", fen / (WAN * 10_000))
    } else if fen != 0 && fen % (WAN / 100) == 0 && fen >= WAN {
        format!("{}万元", number::print(fen, 6, 0))
    } else {
        format!("{}元", number::print(fen, 2, 0))
    }
}

/// Words without comments, on one line, and without blanks beside Chinese characters and marks.
fn close_up(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).collect();
    let words = lines.join(" ");
    let mut out = String::new();
    let mut characters = words.chars().peekable();
    while let Some(c) = characters.next() {
        let beside = |it: Option<char>| it.is_none_or(|it| !it.is_ascii() || it.is_whitespace());
        if c.is_whitespace() && (beside(out.chars().next_back()) || beside(characters.peek().copied())) {
            continue;
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{close_up, money};

    #[test]
    fn words_close_up_as_a_document_has_them() {
        assert_eq!(close_up("申请日期 在 放款日期 起3年内"), "申请日期在放款日期起3年内");
        assert_eq!(
            close_up("按 设备投资的8％ 给予补助，\n      最高不超过800万元"),
            "按设备投资的8％给予补助，最高不超过800万元"
        );
        assert_eq!(close_up("甲 # 说明\n且 乙"), "甲且乙");
    }

    #[test]
    fn sums_are_written_in_round_units() {
        assert_eq!(money(50_000_000), "50万元");
        assert_eq!(money(10_000_000_000), "1亿元");
        assert_eq!(money(1_250_000), "1.25万元");
        assert_eq!(money(12_345), "123.45元");
    }
}
