//! Sums: a range or a ceiling that nobody fixes, a cap that does not say for whom and for what period.

use super::text::{Sentence, Text, has};
use crate::against::{Figure, Side};
use tiaoli_source::{Code, Problems};

/// Words that say who fixes a sum, or by what.
const DECIDER: [&str; 12] =
    ["核定", "确定", "决定", "审定", "评定", "一事一议", "评审", "绩效", "评分", "得分", "分档", "依据"];

/// Words that say for whom, or for what period, a cap holds.
const SCOPE: [&str; 23] = [
    "单个",
    "单项",
    "每个",
    "每家",
    "每人",
    "每户",
    "每项",
    "每名",
    "每年",
    "每次",
    "每件",
    "每场",
    "年度",
    "当年",
    "年最高",
    "累计",
    "合计",
    "同一",
    "一次性",
    "总计",
    "每企业",
    "每月",
    "各",
];

/// Words of granting before a ceiling: 给予最高不超过500万元资助.
const GRANT: [&str; 6] = ["给予", "予以", "奖励", "补助", "资助", "补贴"];

pub(super) fn check(text: &Text<'_>, problems: &mut Problems) {
    for sentence in &text.sentences {
        range(text, sentence, problems);
        let mut said = false;
        for figure in sentence.figures.iter().filter(|it| !it.quoted && matches!(it.unit, "元" | "％")) {
            let segment = sentence.segment(figure.start);
            let Some(word) = ["最高", "不超过", "上限", "封顶"].iter().filter_map(|word| segment.find(word)).min()
            else {
                continue;
            };
            if figure.side != Some(Side::AtMost) {
                continue;
            }
            let granted = segment.get(..word).is_some_and(grants);
            let start = figure.start - segment.len() + word;
            let words = sentence.text.get(start..figure.end).unwrap_or_default();
            if granted && !said && !decided(text, sentence, figure) {
                said = true;
                let finding = text.finding(Code::CEILING_WITHOUT_DECIDER, sentence, start, figure.end);
                problems.push(finding.arg("words", words));
            }
            if !granted && figure.unit == "元" && !scoped(sentence, figure) && of_an_award(sentence, start) {
                let finding = text.finding(Code::CAP_WITHOUT_SCOPE, sentence, start, figure.end);
                problems.push(finding.arg("words", words));
            }
        }
    }
}

/// Whether what stands before 最高 makes it the sum that is granted, and not a limit on it.
fn grants(lead: &str) -> bool {
    let verb = has(lead, &["给予", "予以"]);
    let noun = GRANT.iter().any(|word| lead.ends_with(word)) && !has(lead, &["的补助", "的奖励", "的资助", "的补贴"]);
    (verb || noun) && !has(lead, &SCOPE)
}

/// `5％至20％` that is granted.
fn range(text: &Text<'_>, sentence: &Sentence<'_>, problems: &mut Problems) {
    for pair in sentence.figures.windows(2) {
        let [low, high] = pair else { continue };
        let between = sentence.text.get(low.end..high.start).unwrap_or_default();
        let to = matches!(between, "至" | "-" | "—" | "——" | "–" | "～" | "~" | "到");
        let of_money = matches!(high.unit, "元" | "％") && !low.quoted;
        let (segment, rest) = (sentence.segment(low.start), sentence.rest(high.end));
        let granted = has(segment, &["给予", "予以"])
            || segment.contains('按') && has(rest, &GRANT)
            || rest.starts_with('的') && has(rest, &GRANT);
        if to && of_money && granted && low.value < high.value && !decided(text, sentence, high) {
            let words = sentence.text.get(low.start..high.end).unwrap_or_default();
            problems.push(text.finding(Code::RANGE_WITHOUT_DECIDER, sentence, low.start, high.end).arg("words", words));
        }
    }
}

/// Whether anything in the article says who fixes it, or by what.
fn decided(text: &Text<'_>, sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let (_, part) = sentence.part(figure.start);
    has(part, &DECIDER)
        || text
            .around(sentence)
            .filter(|it| it.start >= sentence.start)
            .any(|it| has(it.text, &["核定", "具体数额", "具体标准", "具体比例"]))
}

/// Whether a cap says for whom or for what period, in its own words or in those of its award.
fn scoped(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let (_, part) = sentence.part(figure.start);
    // a year that is measured is no year of the cap
    let part = part.replace("上年度", "").replace("年度研发", "");
    has(&part, &SCOPE)
}

/// Whether an award stands before it in its sentence: a condition may have an upper bound too.
fn of_an_award(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = sentence.text.get(..start).unwrap_or_default();
    let (from, _) = sentence.part(start);
    let own = before.get(from..).unwrap_or_default();
    has(own, &["给予", "予以", "补助", "补贴", "奖励", "资助", "贴息", "配套", "％", "%"])
}
