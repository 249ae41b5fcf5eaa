//! A change in words: for people, for a pull request, as JSON.

use serde_json::json;
use std::fmt::Write;
use tiaoli::change::{CaseMoved, Change, Difference, Example, Fate, Integrators, Money, RuleChange, Touched};
use tiaoli::document::{diff, show_diff};
use tiaoli::{Lang, number};

/// What is written of a change.
pub(super) struct Written<'a> {
    pub(super) change: &'a Change,
    pub(super) money: Option<&'a Money>,
    pub(super) lang: Lang,
}

/// The results of an example or case: clause, before, now.
type Results = [(String, String, String)];

impl Written<'_> {
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    pub(super) fn fate(fate: Fate, lang: Lang) -> &'static str {
        match (fate, lang) {
            (Fate::Added, Lang::Zh) => "新增",
            (Fate::Added, Lang::En) => "added",
            (Fate::Removed, Lang::Zh) => "删去",
            (Fate::Removed, Lang::En) => "removed",
            (Fate::Changed, Lang::Zh) => "改变",
            (Fate::Changed, Lang::En) => "changed",
        }
    }

    /// For people, on a terminal.
    pub(super) fn human(&self) -> String {
        self.written(&Marks { head: "", item: "  ", code: "" })
    }

    /// For a pull request.
    pub(super) fn markdown(&self) -> String {
        self.written(&Marks { head: "### ", item: "- ", code: "`" })
    }

    fn written(&self, marks: &Marks) -> String {
        let mut text = String::new();
        if self.change.is_empty() && self.money.is_none() {
            return format!("{}\n", self.say("没有不同", "nothing differs"));
        }
        self.part(&mut text, marks, self.say("条款", "clauses"), &self.change.clauses, |it| self.clause(it, marks));
        self.part(&mut text, marks, self.say("规则", "rules"), &self.change.rules, |it| self.rule(it, marks));
        self.part(&mut text, marks, self.say("其他系统", "other tools"), &self.change.vocabulary, |it| {
            self.difference(it, marks)
        });
        self.part(&mut text, marks, self.say("算例", "golden cases"), &self.change.cases, |it| self.case(it, marks));
        if let Some(money) = self.money {
            let _written = writeln!(text, "{}{}\n{}", marks.head, self.say("金额", "money"), self.sums(money, marks));
        }
        text
    }

    fn part<T>(&self, text: &mut String, marks: &Marks, head: &str, of: &[T], line: impl Fn(&T) -> String) {
        if of.is_empty() {
            return;
        }
        let _written = writeln!(text, "{}{head} {}", marks.head, of.len());
        for it in of {
            let _written = write!(text, "{}{}", marks.item, line(it));
        }
        text.push('\n');
    }

    fn clause(&self, it: &Touched, marks: &Marks) -> String {
        let words = match it.fate {
            Fate::Added => it.after.clone(),
            Fate::Removed => it.before.clone(),
            Fate::Changed => show_diff(&diff(&it.before, &it.after)),
        };
        format!("{0}{1}{0} {2}：{3}\n", marks.code, it.id, Self::fate(it.fate, self.lang), words.trim())
    }

    fn rule(&self, it: &RuleChange, marks: &Marks) -> String {
        let mut text = format!("{0}{1}{0} {2}\n", marks.code, it.id, Self::fate(it.fate, self.lang));
        match &it.example {
            Some(example) => text.push_str(&self.example(example, marks)),
            None if it.fate == Fate::Changed => {
                let none =
                    self.say("算例附近没有分得出的申请", "no application near the golden cases tells the two apart");
                let _written = writeln!(text, "  {}{none}", marks.item);
            }
            None => {}
        }
        text
    }

    fn example(&self, it: &Example, marks: &Marks) -> String {
        let comma = self.say("，", ", ");
        let change: Vec<String> = it.change.iter().map(|(fact, value)| format!("{fact} {value}")).collect();
        let change = if change.is_empty() { String::new() } else { format!("{comma}{}", change.join(comma)) };
        let mut text =
            format!("  {}{}「{}」{change}\n", marks.item, self.say("例如 同", "for example as in "), it.near);
        text.push_str(&results(&it.results, marks));
        text
    }

    fn difference(&self, it: &Difference, marks: &Marks) -> String {
        let means = match it.integrators {
            Integrators::Breaks => self.say("须跟着改", "must be followed"),
            Integrators::More => self.say("不影响原来的申请", "applications as before are still read"),
        };
        format!("{0}{1}{0} {2}（{means}）\n", marks.code, it.name, it.what.in_lang(self.lang))
    }

    fn case(&self, it: &CaseMoved, marks: &Marks) -> String {
        let refused = it.refused.as_ref().map(|why| format!("：{}", why.in_lang(self.lang))).unwrap_or_default();
        format!("「{}」{refused}\n{}", it.title, results(&it.results, marks))
    }

    fn sums(&self, it: &Money, marks: &Marks) -> String {
        let yuan = |fen: i128| number::group(&number::print(fen, 2, 2));
        let item = marks.item;
        let (decided, refused, open) = (it.decided, it.refused, it.open);
        let [low, low_after, high, high_after] = [it.before.0, it.after.0, it.before.1, it.after.1].map(yuan);
        let (more, more_yuan) = (it.winners.count, yuan(it.winners.fen));
        let (less, less_yuan) = (it.losers.count, yuan(it.losers.fen));
        match self.lang {
            Lang::Zh => format!(
                "{item}申请 {decided} 份，另有 {refused} 份不能受理\n{item}保底 {low}元 → {low_after}元\n{item}最高 {high}元 → {high_after}元（{open} 份上不封顶，不计）\n{item}增加 {more} 份，共 {more_yuan}元；减少 {less} 份，共 {less_yuan}元\n"
            ),
            Lang::En => format!(
                "{item}applications {decided}, refused {refused}\n{item}guaranteed {low} → {low_after} yuan\n{item}at most {high} → {high_after} yuan ({open} open upwards, left out)\n{item}winners {more} with {more_yuan} yuan, losers {less} with {less_yuan} yuan\n"
            ),
        }
    }

    /// The same in either language.
    pub(super) fn json(&self) -> String {
        let fate = |fate: Fate| match fate {
            Fate::Added => "added",
            Fate::Removed => "removed",
            Fate::Changed => "changed",
        };
        let results = |results: &Results| -> Vec<serde_json::Value> {
            results
                .iter()
                .map(|(clause, one, other)| json!({ "clause": clause, "before": one, "after": other }))
                .collect()
        };
        let example = |it: &Example| json!({ "near": it.near, "change": it.change, "results": results(&it.results) });
        let change = self.change;
        let money = self.money.map(|it| {
            let yuan = |fen: i128| number::print(fen, 2, 2);
            json!({
                "decided": it.decided, "refused": it.refused, "open": it.open,
                "guaranteed": { "before": yuan(it.before.0), "after": yuan(it.after.0) },
                "maximum": { "before": yuan(it.before.1), "after": yuan(it.after.1) },
                "winners": { "count": it.winners.count, "amount": yuan(it.winners.fen) },
                "losers": { "count": it.losers.count, "amount": yuan(it.losers.fen) },
            })
        });
        let value = json!({
            "clauses": change.clauses.iter().map(|it| json!({
                "id": it.id, "fate": fate(it.fate), "before": it.before, "after": it.after,
            })).collect::<Vec<_>>(),
            "rules": change.rules.iter().map(|it| json!({
                "id": it.id, "fate": fate(it.fate), "example": it.example.as_ref().map(example),
            })).collect::<Vec<_>>(),
            "vocabulary": change.vocabulary.iter().map(|it| json!({
                "name": it.name, "what": it.what.in_lang(Lang::En), "breaking": it.integrators == Integrators::Breaks,
            })).collect::<Vec<_>>(),
            "cases": change.cases.iter().map(|it| json!({
                "title": it.title, "results": results(&it.results),
                "refused": it.refused.as_ref().map(|why| why.in_lang(Lang::En)),
            })).collect::<Vec<_>>(),
            "money": money,
        });
        format!("{value:#}\n")
    }
}

/// How a text is marked up.
struct Marks {
    head: &'static str,
    item: &'static str,
    code: &'static str,
}

fn results(results: &Results, marks: &Marks) -> String {
    results.iter().fold(String::new(), |mut text, (clause, one, other)| {
        let _written = writeln!(text, "    {0}{1}{2}{1} {one} → {other}", marks.item, marks.code, clause);
        text
    })
}
