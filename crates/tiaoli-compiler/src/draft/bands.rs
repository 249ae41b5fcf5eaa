//! Bands: a table of ranges over one quantity, as `不满100万元、100万元以上不满500万元、500万元以上`. What falls between two of
//! them, what falls into both, and an edge that neither has.

use super::edge::{self, Rule};
use super::text::{Sentence, Text, has};
use crate::against::{Figure, Side};
use tiaoli_source::{Code, Problems};

/// One end of a band.
#[derive(Clone, Copy)]
struct End<'s> {
    sentence: &'s Sentence<'s>,
    figure: &'s Figure,
    included: bool,
}

/// A range over one quantity.
struct Band<'s> {
    low: Option<End<'s>>,
    high: Option<End<'s>>,
    /// What is measured, where the text says it again.
    subject: &'s str,
    /// Whether it is a part of a sum (的部分) and not a class.
    part: bool,
}

pub(super) fn check(text: &Text<'_>, rule: Rule, problems: &mut Problems) {
    for unit in text.sentences.chunk_by(|a, b| a.unit == b.unit) {
        let mut last: Option<Band<'_>> = None;
        for sentence in unit {
            let mut at = 0;
            while let Some(figure) = sentence.figures.get(at) {
                let next = sentence.figures.get(at + 1);
                at += 1;
                if !edge::counts(figure) || !edge::asks(sentence.segment(figure.start), sentence.rest(figure.end)) {
                    continue;
                }
                let Some((band, two)) = band(sentence, figure, next, rule) else { continue };
                at += usize::from(two);
                empty(text, &band, problems);
                if let Some(before) = &last
                    && before.unit() == band.unit()
                    && before.part == band.part
                    && (band.subject.is_empty() || before.subject.is_empty() || before.subject == band.subject)
                {
                    neighbours(text, before, &band, problems);
                }
                let subject =
                    if band.subject.is_empty() { last.as_ref().map_or("", |it| it.subject) } else { band.subject };
                last = Some(Band { subject, ..band });
            }
        }
    }
}

impl<'s> Band<'s> {
    fn unit(&self) -> &str {
        self.low.or(self.high).map_or("", |it| it.figure.unit)
    }

    fn is_two_sided(&self) -> bool {
        self.low.is_some() && self.high.is_some()
    }
}

/// The band that begins at a figure, and whether it takes the next one too.
fn band<'s>(
    sentence: &'s Sentence<'s>,
    figure: &'s Figure,
    next: Option<&'s Figure>,
    rule: Rule,
) -> Option<(Band<'s>, bool)> {
    let subject = subject(sentence, figure);
    let part = |end: usize| {
        let rest = sentence.rest(end);
        rest.find("部分").is_some_and(|at| at <= "以上（含）的".len())
    };
    if let Some(next) = next.filter(|next| next.unit == figure.unit || figure.unit.is_empty()) {
        let between = sentence.text.get(figure.end..next.start).unwrap_or_default();
        let joined = joined(between);
        let low = edge::side(sentence.text, figure, rule);
        let high = edge::side(sentence.text, next, rule);
        let sides = match joined {
            // 100万元至500万元: both ends belong to it unless something else is said
            Joined::To => Some((low.unwrap_or(Side::AtLeast), high.unwrap_or_else(|| said(sentence, next)))),
            Joined::Near => low.zip(high),
            // 1亿元以上、5亿元以下 is one band too
            Joined::Listed => low.zip(high).filter(|_| figure.value < next.value),
            Joined::No => None,
        };
        if let Some((low @ (Side::AtLeast | Side::Over), high @ (Side::AtMost | Side::Under))) = sides {
            let low = End { sentence, figure, included: low == Side::AtLeast };
            let high = End { sentence, figure: next, included: high == Side::AtMost };
            return Some((Band { low: Some(low), high: Some(high), subject, part: part(next.end) }, true));
        }
    }
    let end = |included| Some(End { sentence, figure, included });
    let (low, high) = match edge::side(sentence.text, figure, rule)? {
        Side::AtLeast => (end(true), None),
        Side::Over => (end(false), None),
        Side::AtMost => (None, end(true)),
        Side::Under => (None, end(false)),
    };
    Some((Band { low, high, subject, part: part(figure.end) }, false))
}

/// The upper end of a range that no word bounds, as （不含） may say.
fn said(sentence: &Sentence<'_>, figure: &Figure) -> Side {
    edge::with(Side::AtMost, edge::stated(sentence.text, figure))
}

enum Joined {
    /// 至, 到, -
    To,
    /// Nothing between two bound words.
    Near,
    /// 、 between two bound words.
    Listed,
    No,
}

/// How two figures stand together.
fn joined(between: &str) -> Joined {
    let mut rest = between.to_owned();
    for word in [
        "（含）",
        "（不含）",
        "(含)",
        "(不含)",
        "及以上",
        "以上",
        "以下",
        "不满",
        "未满",
        "不足",
        "低于",
        "少于",
        "小于",
        "不超过",
        "不高于",
        "不多于",
        "且",
        "并",
        "但",
    ] {
        rest = rest.replace(word, "");
    }
    match rest.trim() {
        "至" | "到" | "-" | "—" | "——" | "–" | "～" | "~" => Joined::To,
        "" | "，" | "," => Joined::Near,
        "、" => Joined::Listed,
        _ => Joined::No,
    }
}

/// What a figure measures, where its item says it: `对年营业收入`.
fn subject<'s>(sentence: &'s Sentence<'s>, figure: &Figure) -> &'s str {
    let segment = sentence.segment(figure.start);
    let item = segment.rsplit(['、', '（', '(', '和', '或']).next().unwrap_or(segment);
    let mut subject = item.trim();
    for lead in ["对", "其中", "且", "年度", "年"] {
        subject = subject.strip_prefix(lead).unwrap_or(subject);
    }
    loop {
        let shorter = [
            "在",
            "的",
            "为",
            "达到",
            "达",
            "满",
            "不满",
            "不足",
            "未满",
            "超过",
            "不超过",
            "低于",
            "不低于",
            "高于",
            "少于",
            "小于",
            "大于",
        ]
        .iter()
        .find_map(|word| subject.strip_suffix(word));
        match shorter {
            Some(shorter) => subject = shorter.trim(),
            None => return subject,
        }
    }
}

/// A range that nothing satisfies.
fn empty(text: &Text<'_>, band: &Band<'_>, problems: &mut Problems) {
    let (Some(low), Some(high)) = (band.low, band.high) else { return };
    let touches = low.figure.value == high.figure.value;
    if low.figure.value > high.figure.value || touches && !(low.included && high.included) {
        let (start, end) = (low.figure.start, high.figure.end);
        let words = low.sentence.text.get(start..end).unwrap_or_default();
        problems.push(text.finding(Code::NOTHING_BETWEEN, low.sentence, start, end).arg("words", words));
    }
}

/// Two bands that follow one another in the text.
fn neighbours(text: &Text<'_>, one: &Band<'_>, other: &Band<'_>, problems: &mut Problems) {
    let opposite = one.low.is_none() && other.high.is_none() || one.high.is_none() && other.low.is_none();
    if !one.is_two_sided() && !other.is_two_sided() && !opposite {
        return;
    }
    let floor = |band: &Band<'_>| band.low.map_or(i128::MIN, |it| it.figure.value);
    let (below, above) = if floor(one) <= floor(other) { (one, other) } else { (other, one) };
    let (Some(high), Some(low)) = (below.high, above.low) else { return };
    let (shown_high, shown_low) = (high.sentence.words(high.figure), low.sentence.words(low.figure));
    let at = |code| {
        text.finding(code, high.sentence, high.figure.start, high.figure.end).also(text.span(
            low.sentence,
            low.figure.start,
            low.figure.end,
        ))
    };
    let whole = has(high.figure.unit, &["家", "人", "项", "个", "次", "件", "台", "套", "户"]);
    let next = high.figure.value + 1_000_000;
    match high.figure.value.cmp(&low.figure.value) {
        std::cmp::Ordering::Less if whole && high.included && low.included && low.figure.value == next => {}
        std::cmp::Ordering::Less => {
            problems.push(at(Code::BAND_GAP).arg("from", shown_high).arg("to", shown_low));
        }
        std::cmp::Ordering::Greater => {
            problems.push(at(Code::BAND_OVERLAP).arg("figure", format!("{shown_low}至{shown_high}")))
        }
        std::cmp::Ordering::Equal if high.included && low.included => {
            problems.push(at(Code::BAND_OVERLAP).arg("figure", shown_high));
        }
        std::cmp::Ordering::Equal if !high.included && !low.included => {
            problems.push(at(Code::EDGE_NOT_RULED).arg("figure", shown_high));
        }
        std::cmp::Ordering::Equal => {}
    }
}
