//! References: what is decided by another document, named or not.

use super::Words;
use super::text::{Sentence, Text, has};
use tiaoli_source::Code;

/// Wordings that name no document.
const NOWHERE: [&str; 18] = [
    "按规定",
    "按照规定",
    "按有关规定",
    "按照有关规定",
    "按相关规定",
    "按照相关规定",
    "有关规定执行",
    "相关规定执行",
    "另行制定",
    "另行规定",
    "另行公布",
    "另行通知",
    "另行确定",
    "有关政策执行",
    "相关政策执行",
    "奖励政策执行",
    "根据有关规定",
    "依照有关规定",
];

pub(super) fn check(text: &Text<'_>, words: &mut Words) {
    for sentence in &text.sentences {
        titles(text, sentence, words);
        quoted(text, sentence, words);
        // a reference that names its document in the same place is looked at above
        for (at, word) in sentence.find(&NOWHERE) {
            let start = clause_of_reference(sentence, at, word);
            if !sentence.text.get(start..at).unwrap_or_default().contains(['《', '“']) {
                let said = sentence.text.get(start..at + word.len()).unwrap_or_default();
                let finding = text.finding(Code::REFERS_NOWHERE, sentence, start, at + word.len());
                words.push(finding.arg("words", said));
            }
        }
    }
}

/// `省级重点企业研究院资助按省、市有关规定执行`: back to 按 where the wording ends in 执行.
fn clause_of_reference(sentence: &Sentence<'_>, at: usize, word: &str) -> usize {
    if !word.ends_with("执行") {
        return at;
    }
    let segment = sentence.segment(at);
    segment.rfind('按').map_or(at, |by| at - segment.len() + by)
}

/// 《…》 with no number beside it, where something is given by it. What a document is made under is no reference.
fn titles(text: &Text<'_>, sentence: &Sentence<'_>, words: &mut Words) {
    for (at, _) in sentence.text.match_indices('《') {
        let Some(len) = sentence.text.get(at..).and_then(|rest| rest.find('》')) else { continue };
        let end = at + len + '》'.len_utf8();
        let behind = sentence.text.get(end..).unwrap_or_default();
        let numbered = behind.trim_start_matches(['（', '(']).chars().take(24).any(|c| matches!(c, '号' | '令' | '第'))
            && behind.starts_with(['（', '(']);
        let basis = has(sentence.text, &["制定本", "特制定", "精神", "同时废止", "废止"]);
        let own = text.document.title().is_some_and(|title| {
            sentence.text.get(at + '《'.len_utf8()..at + len).is_some_and(|named| title.contains(named))
        });
        if numbered || basis || own {
            words.settle(text.span(sentence, at, end));
        } else {
            let title = sentence.text.get(at..end).unwrap_or_default();
            let finding = text.finding(Code::REFERS_TO_A_DOCUMENT, sentence, at, end);
            words.push(finding.arg("words", title));
        }
    }
}

/// `按照“…”执行`: a document known by its short name.
fn quoted(text: &Text<'_>, sentence: &Sentence<'_>, words: &mut Words) {
    for (at, _) in sentence.text.match_indices('“') {
        let Some(len) = sentence.text.get(at..).and_then(|rest| rest.find('”')) else { continue };
        let end = at + len + '”'.len_utf8();
        let before = sentence.text.get(..at).unwrap_or_default();
        let by = ["按照", "按", "参照", "比照", "依照", "根据"].iter().find(|word| before.ends_with(**word));
        let behind = sentence.text.get(end..).unwrap_or_default();
        let way = ["的方式", "方式", "原则", "的原则", "办法解决"].iter().any(|word| behind.starts_with(word));
        if let Some(by) = by.filter(|_| !way && sentence.grants() | has(sentence.text, &["执行", "支持"])) {
            let start = at - by.len();
            let said = sentence.text.get(start..end).unwrap_or_default();
            let finding = text.finding(Code::REFERS_TO_A_DOCUMENT, sentence, start, end);
            words.push(finding.arg("words", said));
        }
    }
}
