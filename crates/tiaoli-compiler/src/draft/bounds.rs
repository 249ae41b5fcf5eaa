//! Bound words: two on one figure that do not agree, one figure bounded in two ways, and 以上 without 本数.

use super::edge::{self, Rule};
use super::text::{Sentence, Text, segment};
use crate::against::{Figure, Side, before, behind};
use tiaoli_source::{Code, Problems, Value};

/// How many figures of an article are held against each other.
const MOST_FIGURES: usize = 200;

pub(super) fn check(text: &Text<'_>, rule: Rule, problems: &mut Problems) {
    for sentence in &text.sentences {
        for figure in sentence.figures.iter().filter(|it| !it.quoted) {
            doubled(text, sentence, figure, problems);
        }
    }
    for unit in text.sentences.chunk_by(|a, b| a.unit == b.unit) {
        mixed(text, unit, rule, problems);
    }
    undefined(text, rule, problems);
}

/// `不低于50％以下`, `超过100万元（含）`: a word before the figure and one behind it.
fn doubled(text: &Text<'_>, sentence: &Sentence<'_>, figure: &Figure, problems: &mut Problems) {
    let lead = segment(sentence.text, figure.start);
    let Some((end, word, first)) = before(lead).filter(|(end, ..)| *end == lead.len()) else { return };
    let start = figure.start - (lead.len() - end) - word.len();
    let rest = sentence.text.get(figure.end..).unwrap_or_default();
    let second = match behind(rest) {
        Some((word, side)) => Some((word.len(), side)),
        None => edge::stated(sentence.text, figure).map(|included| {
            let len = rest.find(['）', ')']).map_or(0, |at| at + '）'.len_utf8());
            (len, edge::with(first, Some(included)))
        }),
    };
    let Some((len, _)) = second.filter(|(_, second)| *second != first) else { return };
    let end = (figure.end + len).min(sentence.text.len());
    let words = sentence.text.get(start..end).unwrap_or_default();
    problems.push(text.finding(Code::BOUNDS_CONTRADICT, sentence, start, end).arg("words", words));
}

/// One figure of a condition that is included in one place and not in the other.
fn mixed(text: &Text<'_>, unit: &[Sentence<'_>], rule: Rule, problems: &mut Problems) {
    let conditions = unit.iter().flat_map(|sentence| {
        let asks = |it: &&Figure| edge::counts(it) && edge::asks(sentence.segment(it.start), sentence.rest(it.end));
        let sided = move |it| Some((sentence, it, edge::side(sentence.text, it, rule)?));
        sentence.figures.iter().filter(asks).filter_map(sided)
    });
    let mut seen: Vec<(&Sentence<'_>, &Figure, Side)> = Vec::new();
    for (sentence, figure, side) in conditions {
        let differs = |other: Side| {
            matches!((side, other), (Side::AtLeast, Side::Over) | (Side::Over, Side::AtLeast))
                || matches!((side, other), (Side::AtMost, Side::Under) | (Side::Under, Side::AtMost))
        };
        if let Some((first, other, bound)) =
            seen.iter().find(|(_, other, bound)| other.same(figure) && differs(*bound)).copied()
        {
            let finding = text
                .finding(Code::BOUNDS_MIXED, first, other.start, other.end)
                .also(text.span(sentence, figure.start, figure.end))
                .arg("figure", first.words(other))
                .arg("first", words(bound))
                .arg("second", words(side));
            problems.push(finding);
            return;
        }
        // an article with more figures than this is a table
        if seen.len() < MOST_FIGURES {
            seen.push((sentence, figure, side));
        }
    }
}

fn words(side: Side) -> Value {
    let (zh, en) = match side {
        Side::AtLeast => ("这个数或更多", "the figure or more"),
        Side::Over => ("超过这个数", "more than the figure"),
        Side::AtMost => ("至多这个数", "at most the figure"),
        Side::Under => ("不到这个数", "less than the figure"),
    };
    Value::said(zh, en)
}

/// 以上 and 以下 where nothing says whether the figure counts: said once.
fn undefined(text: &Text<'_>, rule: Rule, problems: &mut Problems) {
    let mut found: Vec<(&Sentence<'_>, usize, &'static str)> = Vec::new();
    for sentence in &text.sentences {
        for figure in sentence.figures.iter().filter(|it| !it.quoted) {
            let Some((word, side)) = behind(sentence.text.get(figure.end..).unwrap_or_default()) else { continue };
            let ruled = match side {
                Side::AtLeast | Side::Over => rule.above,
                Side::AtMost | Side::Under => rule.below,
            };
            if word != "封顶" && ruled.is_none() && edge::stated(sentence.text, figure).is_none() {
                found.push((sentence, figure.end, word));
            }
        }
    }
    let Some((sentence, at, word)) = found.first() else { return };
    let mut words: Vec<&str> = Vec::new();
    for (_, _, word) in &found {
        if !words.contains(word) {
            words.push(word);
        }
    }
    let finding = text.finding(Code::BOUND_WORDS_NOT_DEFINED, sentence, *at, at + word.len());
    problems.push(finding.arg("words", Value::list(words)).arg("count", found.len()));
}
