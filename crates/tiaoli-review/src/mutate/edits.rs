//! The slips that a writer could make, as edits of the words of one item: a figure by a digit or a unit, a bound word
//! for its neighbour, 且 for 或, a condition left out, two figures of a list swapped, another member, a limit's scope.
//!
//! Edits work on the words and know no construct, so a new one is mutated by the words it is made of. Most of what does
//! not make sense does not compile, and is no mutant.

use super::{Edit, Slip};
use std::ops::Range;
use tiaoli_compiler::against::{Figure, figures};
use tiaoli_eval::program::Program;

/// Every edit of the item that stands at `place` in `text`.
pub(super) fn of(program: &Program, text: &str, place: Range<usize>) -> Vec<Edit> {
    let Some(item) = text.get(place.clone()) else { return Vec::new() };
    let words = Words { text: item, code: code(item), figures: figures(item) };
    let mut edits = Vec::new();
    words.figures_changed(&mut edits);
    words.figures_swapped(&mut edits);
    words.bounds_changed(&mut edits);
    words.words_changed(&mut edits);
    words.conditions_changed(&mut edits);
    words.members_changed(program, &mut edits);
    words.parts_left_out(&mut edits);
    for edit in &mut edits {
        edit.range = edit.range.start + place.start..edit.range.end + place.start;
    }
    edits
}

/// Words that a slip turns into their neighbour.
const NEIGHBOURS: [(&str, &str, Slip); 24] = [
    ("达到", "超过", Slip::Bound),
    ("不低于", "高于", Slip::Bound),
    ("不少于", "高于", Slip::Bound),
    ("超过", "达到", Slip::Bound),
    ("突破", "达到", Slip::Bound),
    ("高于", "不低于", Slip::Bound),
    ("低于", "不超过", Slip::Bound),
    ("少于", "不超过", Slip::Bound),
    ("不满", "不超过", Slip::Bound),
    ("未满", "不超过", Slip::Bound),
    ("不早于", "晚于", Slip::Bound),
    ("不晚于", "早于", Slip::Bound),
    ("早于", "不晚于", Slip::Bound),
    ("晚于", "不早于", Slip::Bound),
    ("全额", "超额累进", Slip::Word),
    ("超额累进", "全额", Slip::Word),
    ("舍去", "进位", Slip::Word),
    ("进位", "舍去", Slip::Word),
    ("四舍五入", "舍去", Slip::Word),
    ("补足差额", "不抵扣", Slip::Word),
    ("从高、从优", "从高", Slip::Word),
    ("非 ", "", Slip::Word),
    ("可按", "按", Slip::Word),
    ("可给予", "给予", Slip::Word),
];

/// The words of one item.
struct Words<'t> {
    text: &'t str,
    /// The text with comments, quoted texts and answers as blanks of the same length.
    code: String,
    figures: Vec<Figure>,
}

impl Words<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.code.get(range).unwrap_or_default()
    }

    /// The figures of the code: not in comments, quotes or answers, and no part of a date.
    fn stated(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(|it| !it.quoted && !self.slice(it.start..it.end).trim().is_empty())
    }

    /// A figure ten times too large, by one in its last digit, or without its 万.
    fn figures_changed(&self, edits: &mut Vec<Edit>) {
        for figure in self.stated() {
            let written = self.slice(figure.start..figure.end);
            let digits = written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len());
            let Some(number) = written.get(..digits).filter(|number| !number.is_empty()) else { continue };
            let range = figure.start..figure.start + digits;
            edits.push(Edit { range: range.clone(), text: format!("{number}0"), slip: Slip::Figure });
            if let Some(other) = number.parse::<u64>().ok().and_then(|it| it.checked_add(1)) {
                edits.push(Edit { range, text: other.to_string(), slip: Slip::Figure });
            }
            for unit in ["万元", "亿元"] {
                if let Some(at) = written.find(unit) {
                    let at = figure.start + at;
                    edits.push(Edit { range: at..at + unit.len(), text: "元".to_owned(), slip: Slip::Unit });
                }
            }
        }
    }

    /// Two neighbours of a list of figures, swapped.
    fn figures_swapped(&self, edits: &mut Vec<Edit>) {
        let stated: Vec<&Figure> = self.stated().collect();
        for pair in stated.windows(2) {
            let [a, b] = pair else { continue };
            if self.slice(a.end..b.start) == "、" && !a.same(b) {
                let (first, second) = (self.slice(a.start..a.end), self.slice(b.start..b.end));
                let text = format!("{second}、{first}");
                edits.push(Edit { range: a.start..b.end, text, slip: Slip::Order });
            }
        }
    }

    /// 500万元以上 as 超过500万元, 30％以下 as 低于30％.
    fn bounds_changed(&self, edits: &mut Vec<Edit>) {
        for figure in self.stated() {
            for (behind, before) in [("及以上", " 超过"), ("以上", " 超过"), ("以下", " 低于"), ("以内", " 低于")]
            {
                if self.code.get(figure.end..).is_some_and(|rest| rest.starts_with(behind)) {
                    let text = format!("{before}{}", self.slice(figure.start..figure.end));
                    let range = figure.start..figure.end + behind.len();
                    edits.push(Edit { range, text, slip: Slip::Bound });
                    break;
                }
            }
        }
    }

    fn words_changed(&self, edits: &mut Vec<Edit>) {
        for (word, other, slip) in NEIGHBOURS {
            for (at, _) in self.code.match_indices(word) {
                // 最高不超过 and 未满 in 不未满 are other words; of two that overlap the longer counts.
                let longer = NEIGHBOURS.iter().any(|(longer, _, _)| {
                    longer.len() > word.len()
                        && self
                            .code
                            .match_indices(longer)
                            .any(|(start, it)| start <= at && at + word.len() <= start + it.len())
                });
                let cap = self.code.get(..at).is_some_and(|before| before.ends_with('不') || before.ends_with("最高"));
                if !longer && !cap {
                    edits.push(Edit { range: at..at + word.len(), text: other.to_owned(), slip });
                }
            }
        }
    }

    /// 且 for 或 through a whole condition, and each of several conditions left out.
    fn conditions_changed(&self, edits: &mut Vec<Edit>) {
        for clause in self.clauses() {
            let words = self.slice(clause.clone());
            for (from, to) in [("，且", "，或"), ("，或", "，且"), (" 且 ", " 或 "), (" 或 ", " 且 ")] {
                if words.contains(from) {
                    let text = self.text.get(clause.clone()).unwrap_or_default().replace(from, to);
                    edits.push(Edit { range: clause.clone(), text, slip: Slip::Junction });
                }
            }
            let parts = self.conjuncts(clause.clone());
            for (n, part) in parts.iter().enumerate().filter(|_| parts.len() > 1) {
                // The first goes with the joint behind it, any other with the joint before it.
                let range = match (n, parts.get(1)) {
                    (0, Some(next)) => part.start..next.start + joint(self.slice(next.clone())),
                    _ => part.clone(),
                };
                edits.push(Edit { range, text: String::new(), slip: Slip::Condition });
            }
        }
    }

    /// The stretches that hold a condition: behind 对, 限 or 其中 up to 的， or the end of the sentence.
    fn clauses(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for word in ["对 ", "限 ", "其中 "] {
            for (at, _) in self.code.match_indices(word) {
                let start = at + word.len();
                let rest = self.code.get(start..).unwrap_or_default();
                let ends = ["的，", "。", "；", "，适用于", "，最高", "，给予", "，按", "，不予"];
                let end = ends.iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
                found.push(start..start + end);
            }
        }
        found
    }

    /// What ，且 and ，或 join in a stretch, each with the joint before it.
    fn conjuncts(&self, clause: Range<usize>) -> Vec<Range<usize>> {
        let words = self.slice(clause.clone());
        let mut starts: Vec<usize> = ["，且", "，或"]
            .iter()
            .flat_map(|joint| words.match_indices(joint).map(|(at, _)| clause.start + at))
            .collect();
        starts.push(clause.start);
        starts.sort_unstable();
        let ends = starts.iter().skip(1).copied().chain([clause.end]).collect::<Vec<_>>();
        starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// A member of an enumeration left out of its list, or another one in its place.
    fn members_changed(&self, program: &Program, edits: &mut Vec<Edit>) {
        for (_, enumeration) in program.enums.iter() {
            let names: Vec<&str> = enumeration.members.iter().map(|member| member.zh.as_str()).collect();
            for name in &names {
                for (at, _) in self.code.match_indices(name) {
                    let (before, behind) = (self.code.get(..at), self.code.get(at + name.len()..));
                    let (Some(before), Some(behind)) = (before, behind) else { continue };
                    let starts = before.ends_with([' ', '、', '（']);
                    let ends = behind.starts_with(['、', '的', '，', '。', '）', ' ', '；']);
                    if !starts || !ends {
                        continue;
                    }
                    if before.ends_with('、') {
                        let range = at - '、'.len_utf8()..at + name.len();
                        edits.push(Edit { range, text: String::new(), slip: Slip::Member });
                    } else if behind.starts_with('、') {
                        let range = at..at + name.len() + '、'.len_utf8();
                        edits.push(Edit { range, text: String::new(), slip: Slip::Member });
                    }
                    if let Some(other) = names.iter().find(|other| !self.code.contains(**other)) {
                        let range = at..at + name.len();
                        edits.push(Edit { range, text: (*other).to_owned(), slip: Slip::Member });
                    }
                }
            }
        }
    }

    /// A cap left out, and its scope: 每 企业, 每年.
    fn parts_left_out(&self, edits: &mut Vec<Edit>) {
        for (at, _) in self.code.match_indices('，') {
            let rest = self.code.get(at..).unwrap_or_default();
            let inner = rest.get('，'.len_utf8()..).unwrap_or_default();
            let end = inner.find(['，', '。', '；']).map_or(rest.len(), |end| end + '，'.len_utf8());
            let part = rest.get(..end).unwrap_or_default();
            if part.contains("最高") || part.contains("最多") || part.contains("最低") {
                edits.push(Edit { range: at..at + end, text: String::new(), slip: Slip::Limit });
                if let Some(year) = part.find("每年") {
                    let start = at + year;
                    edits.push(Edit { range: start..start + "每年".len(), text: String::new(), slip: Slip::Scope });
                }
            }
        }
    }
}

/// How long the joint at the start of a conjunct is: `，且 `.
fn joint(words: &str) -> usize {
    words.chars().take_while(|c| matches!(c, '，' | '且' | '或' | ' ')).map(char::len_utf8).sum()
}

/// The text with comments, quoted texts and answers as blanks of the same length.
fn code(text: &str) -> String {
    let (mut quoted, mut comment) = (0usize, false);
    let mut code: String = text
        .chars()
        .map(|c| {
            match c {
                '\n' => comment = false,
                '#' if quoted == 0 => comment = true,
                '“' | '「' if !comment => quoted += 1,
                _ => {}
            }
            let hidden = comment || quoted > 0;
            if matches!(c, '”' | '」') && !comment {
                quoted = quoted.saturating_sub(1);
            }
            if hidden && c != '\n' { " ".repeat(c.len_utf8()) } else { c.to_string() }
        })
        .collect();
    while let Some(at) = code.find("核对说明") {
        code.replace_range(at..at + "核对说明".len(), &" ".repeat("核对说明".len()));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::of;
    use tiaoli_eval::program::Program;

    /// The item as each edit would have it.
    fn written(item: &str) -> Vec<String> {
        let edits = of(&Program::default(), item, 0..item.len());
        edits
            .into_iter()
            .map(|edit| {
                let mut text = item.to_owned();
                text.replace_range(edit.range, &edit.text);
                text
            })
            .collect()
    }

    #[test]
    fn a_sentence_is_written_otherwise_in_every_way() {
        let found =
            written("3.3.b 对 投入500万元以上，且 良好成效的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％");
        for expected in [
            "3.3.b 对 投入5000万元以上，且 良好成效的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 投入500元以上，且 良好成效的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 投入 超过500万元，且 良好成效的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 投入500万元以上，或 良好成效的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 良好成效的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 投入500万元以上的，按 投入的30％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 投入500万元以上，且 良好成效的，按 投入的31％ 给予补助，最高不超过500万元。 # 30％",
            "3.3.b 对 投入500万元以上，且 良好成效的，按 投入的30％ 给予补助。 # 30％",
        ] {
            assert!(found.iter().any(|text| text == expected), "{expected}\n{found:#?}");
        }
        assert!(found.iter().all(|text| text.ends_with("# 30％")), "comments stay: {found:#?}");
        assert!(found.iter().all(|text| !text.contains("最高超过")), "a cap is no comparison: {found:#?}");
    }

    #[test]
    fn figures_of_a_list_are_swapped() {
        let found = written("分别奖励100万元、200万元。");
        assert!(found.contains(&"分别奖励200万元、100万元。".to_owned()), "{found:#?}");
    }
}
