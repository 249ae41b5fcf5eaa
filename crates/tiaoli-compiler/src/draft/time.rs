//! Time: periods without a first day, days without a year, and a document that does not say from when and until when it
//! holds.

use super::text::{Sentence, Text, has};
use crate::against::Figure;
use tiaoli_source::{Code, Problems};

/// Words that say from when a period runs.
const STARTS: [&str; 9] = ["之日", "起", "自", "次年", "当年", "首年", "第1年", "第一年", "上一年"];

/// Words right before a period that is granted.
const GRANTED: [&str; 6] = ["给予", "连续", "享受", "连续给予", "补贴", "补助"];

/// Words of coming into force.
const FORCE: [&str; 5] = ["施行", "实施之日", "生效", "开始实施", "起执行"];

/// Words of an end.
const END: [&str; 8] = ["有效期", "试行期", "废止日期", "执行期限", "实施期限", "期限为", "止。", "截止"];

/// Days of coming into force that must be looked up.
const BY_ISSUE: [&str; 7] = ["发文之日", "印发之日", "发布之日", "公布之日", "颁布之日", "签发之日", "下发之日"];

pub(super) fn check(text: &Text<'_>, problems: &mut Problems) {
    for sentence in &text.sentences {
        for figure in sentence.figures.iter().filter(|it| !it.quoted) {
            period(text, sentence, figure, problems);
            day(text, sentence, figure, problems);
        }
    }
    force(text, problems);
}

/// `给予三年房租补贴`, `连续3年给予`: from when?
fn period(text: &Text<'_>, sentence: &Sentence<'_>, figure: &Figure, problems: &mut Problems) {
    let long = matches!(figure.unit, "年" | "月") && (1..=240).contains(&(figure.value / 1_000_000));
    let segment = sentence.segment(figure.start);
    let Some(lead) = GRANTED.into_iter().filter(|word| segment.ends_with(word)).max_by_key(|word| word.len()) else {
        return;
    };
    let (_, part) = sentence.part(figure.start);
    let rest = sentence.rest(figure.end);
    let granted =
        lead != "连续" || has(part, &["给予", "予以", "补贴", "补助", "奖励", "享受"]) && !rest.contains('的');
    let dated = segment.contains("当年") || has(part, &STARTS) || rest.starts_with(['内', '以']);
    if long && granted && !dated {
        let start = figure.start - lead.len();
        let words = sentence.text.get(start..figure.end).unwrap_or_default();
        let finding = text.finding(Code::PERIOD_WITHOUT_START, sentence, start, figure.end);
        problems.push(finding.arg("words", words));
    }
}

/// `6月30日前`: of which year?
fn day(text: &Text<'_>, sentence: &Sentence<'_>, figure: &Figure, problems: &mut Problems) {
    let month = (figure.unit == "月").then(|| sentence.figures.iter().find(|it| it.start == figure.end)).flatten();
    let Some(day) = month.filter(|it| it.unit == "日") else { return };
    let (from, part) = sentence.part(figure.start);
    let before = sentence.text.get(from..figure.start).unwrap_or_default();
    if before.contains('年') || !part.contains('月') || has(part, &["每年", "次年", "当年", "同年"]) {
        return;
    }
    let words = sentence.text.get(figure.start..day.end).unwrap_or_default();
    problems.push(text.finding(Code::DATE_WITHOUT_YEAR, sentence, figure.start, day.end).arg("words", words));
}

/// From when the document holds, and until when.
fn force(text: &Text<'_>, problems: &mut Problems) {
    let said = text.sentences.iter().rev().find_map(|sentence| {
        let (at, word) = sentence.find(&FORCE).into_iter().next_back()?;
        Some((sentence, at, word))
    });
    let Some((sentence, at, word)) = said else {
        if let Some(last) = text.sentences.last() {
            let end = last.text.len();
            let start = last.text.char_indices().next_back().map_or(0, |(at, _)| at);
            problems.push(text.finding(Code::NO_EFFECTIVE_DATE, last, start, end));
        }
        return;
    };
    if let Some((at, word)) = sentence.find(&BY_ISSUE).into_iter().next() {
        let finding = text.finding(Code::START_BY_ISSUE, sentence, at, at + word.len());
        problems.push(finding.arg("words", word));
    }
    if !text.has(&END) {
        problems.push(text.finding(Code::NO_EXPIRY, sentence, at, at + word.len()));
    }
}
