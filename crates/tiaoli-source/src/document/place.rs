//! Each cut at its place in the document.

use super::cuts::Cut;
use super::few::Few;
use super::id::ClauseId;
use super::is_blank;
use super::units::{Unit, lines};
use crate::{Code, Diagnostic, FileId, Span, Value};
use std::collections::BTreeMap;

/// A cut with the offset in bytes where its clause starts.
pub(super) struct Placed<'c> {
    pub(super) cut: &'c Cut<'c>,
    pub(super) start: usize,
}

/// Gives unnumbered closing paragraphs a unit of their own: cuts whose part is the next after the last one, such as
/// `5.a` after part 四, start it at the line that begins with their words.
pub(super) fn close(text: &str, units: &mut Vec<Unit>, cuts: &[Cut], few: &mut Few) {
    for cut in cuts {
        let Some(last) = units.last_mut() else { return };
        if cut.id.unit() != (last.part() + 1).to_string() {
            continue;
        }
        let body = text.get(last.heading..last.end).unwrap_or("");
        let own_line = last.heading == last.start;
        let mut paragraphs = lines(body).skip(usize::from(own_line)).map(|(at, line)| (last.heading + at, line));
        let Some((start, _)) = paragraphs.find(|(at, line)| starts_line(text, *at) && line.starts_with(cut.words))
        else {
            few.push(
                Diagnostic::new(Code::CLOSING_NOT_A_PARAGRAPH)
                    .at(cut.words_span)
                    .arg("id", &cut.id)
                    .arg("words", cut.words),
            );
            return;
        };
        let end = std::mem::replace(&mut last.end, start);
        let id = cut.id.unit().to_owned();
        units.push(Unit { id, start, heading: start, end, spoke_on_its_first_line: true });
    }
}

/// Whether only blanks stand before `at` on its line.
fn starts_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let blanks = before.len() - before.trim_end_matches(|c| c != '\n' && is_blank(c)).len();
    let line = before.len() - blanks;
    line == 0 || before.as_bytes().get(line - 1) == Some(&b'\n')
}

/// The cuts that were found, unit by unit; each unit's cuts go upwards.
pub(super) fn place<'c>(
    text: &str,
    units: &[Unit],
    cuts: &'c [Cut<'c>],
    document: FileId,
    few: &mut Few,
) -> BTreeMap<usize, Vec<Placed<'c>>> {
    let index: BTreeMap<&str, usize> = units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
    let mut placed: BTreeMap<usize, Vec<Placed<'c>>> = BTreeMap::new();
    let mut failed = std::collections::BTreeSet::new();
    let mut reached = 0;
    let mut before: Option<&Cut> = None;
    for cut in cuts {
        if few.is_full() {
            return placed;
        }
        let Some((at, unit)) = index.get(cut.id.unit()).and_then(|at| Some((*at, units.get(*at)?))) else {
            let next = units.last().map_or(1, |last| last.part() + 1);
            // said where the paragraph was looked for
            if cut.id.unit() != next.to_string() {
                let problem = Diagnostic::new(Code::NO_SUCH_UNIT).at(cut.id_span).arg("id", &cut.id);
                few.push(problem.arg("unit", name(cut.id.unit())).arg("next", next));
            }
            continue;
        };
        let late = before.filter(|before| at < reached || before.id > cut.id);
        if let Some(before) = late {
            let problem = Diagnostic::new(Code::CUT_OUT_OF_ORDER).at(cut.id_span).also(before.id_span);
            few.push(problem.arg("id", &cut.id).arg("before", &before.id));
            failed.insert(at);
            continue;
        }
        reached = at;
        before = Some(cut);
        let here = placed.entry(at).or_default();
        match find(text, unit, here.last(), cut) {
            Some(start) => here.push(Placed { cut, start }),
            None => {
                few.push(missing(text, unit, cut, document));
                failed.insert(at);
            }
        }
    }
    for (at, unit) in units.iter().enumerate() {
        let here = placed.get(&at).map_or(&[][..], Vec::as_slice);
        twice(text, unit, here, document, few);
        if !failed.contains(&at) {
            skipped(unit, here, few);
            unclaimed(text, unit, here, document, few);
        }
    }
    placed
}

/// Where the words of `cut` first stand after the previous cut of its unit. The first cut of a unit may start with the
/// unit's own number: then the unit has no heading, or, if it is the cut of the heading, one as long as the writer wants.
/// (The title has no number: only its own cut, `0.0`, changes it.)
fn find(text: &str, unit: &Unit, previous: Option<&Placed>, cut: &Cut) -> Option<usize> {
    let visible = text.get(unit.start..unit.end)?;
    let start = unit.start + visible.len() - visible.trim_start_matches(is_blank).len();
    let opens = previous.is_none() && (cut.id.is_heading() || unit.id != "0");
    if opens && text.get(start..unit.end)?.starts_with(cut.words) {
        return Some(start);
    }
    if cut.id.is_heading() {
        return None;
    }
    let from = previous.map_or(unit.heading, |previous| previous.start + previous.cut.words.len());
    text.get(from..unit.end)?.find(cut.words).map(|at| from + at)
}

/// Why `cut` was not found: its words stand before the previous cut, or nowhere in the unit.
fn missing(text: &str, unit: &Unit, cut: &Cut, document: FileId) -> Diagnostic {
    let earlier = text.get(unit.heading..unit.end).and_then(|words| words.find(cut.words)).map(|at| unit.heading + at);
    let problem = match earlier {
        Some(at) => Diagnostic::new(Code::CUT_TOO_LATE).also(Span::new(document, at, at + cut.words.len())),
        None => Diagnostic::new(Code::CUT_NOT_FOUND).arg("unit", name(&unit.id)),
    };
    problem.at(cut.words_span).arg("id", &cut.id).arg("words", cut.words)
}

/// Reports words that come again inside their own clause.
fn twice(text: &str, unit: &Unit, here: &[Placed], document: FileId, few: &mut Few) {
    for (index, Placed { cut, start }) in here.iter().enumerate() {
        let end = here.get(index + 1).map_or(unit.end, |next| next.start);
        let from = start + cut.words.chars().next().map_or(0, char::len_utf8);
        let again = text.get(from..end).and_then(|rest| rest.find(cut.words)).map(|at| from + at);
        if let Some(again) = again.filter(|_| !cut.id.is_heading()) {
            let place = |at| Span::new(document, at, at + cut.words.len());
            let problem =
                Diagnostic::new(Code::CUT_AMBIGUOUS).at(cut.words_span).also(place(*start)).also(place(again));
            few.push(problem.arg("id", &cut.id).arg("words", cut.words));
        }
    }
}

/// Reports letters left out.
fn skipped(unit: &Unit, here: &[Placed], few: &mut Few) {
    for (index, Placed { cut, .. }) in here.iter().filter(|placed| !placed.cut.id.is_heading()).enumerate() {
        let expected = ClauseId::nth(&unit.id, index);
        if cut.id != expected {
            few.push(
                Diagnostic::new(Code::LETTER_SKIPPED).at(cut.id_span).arg("id", &cut.id).arg("expected", expected),
            );
            return;
        }
    }
}

/// Reports text between the heading and the first clause.
fn unclaimed(text: &str, unit: &Unit, here: &[Placed], document: FileId, few: &mut Few) {
    let first = here.first().map_or(unit.end, |placed| placed.start);
    let Some(words) = text.get(unit.heading..first) else {
        return;
    };
    let start = first - words.trim_start_matches(is_blank).len();
    let words = words.trim_matches(is_blank);
    if words.is_empty() {
        return;
    }
    let id = ClauseId::nth(&unit.id, 0);
    let begins: String = words.chars().take(6).take_while(|c| *c != '\n').collect();
    let span = Span::new(document, start, start + words.len());
    few.push(
        Diagnostic::new(Code::TEXT_UNCLAIMED)
            .at(span)
            .arg("unit", name(&unit.id))
            .arg("id", id)
            .arg("words", begins.trim_end()),
    );
}

/// What people call a unit: its number, or the preamble.
fn name(unit: &str) -> Value {
    if unit == "0" {
        return Value::said("引言", "the preamble");
    }
    unit.into()
}
