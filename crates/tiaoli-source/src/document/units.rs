//! The numbered units of a document, found by what its lines start with.

use super::few::Few;
use super::heading::{heading, title};
use super::is_blank;
use super::marker::{Level, Marker, marker};
use crate::{Code, Diagnostic, FileId, Span};
use std::collections::BTreeMap;

/// A stretch of the document under one number, without the units inside it. Offsets are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// `2.1.1` for the 1. in the （一） of part 二; `0` for what stands before the first number.
    pub(super) id: String,
    pub(super) start: usize,
    /// Where its heading ends: `start` if it has none.
    pub(super) heading: usize,
    pub(super) end: usize,
    /// Whether text that follows on a new line could as well be a closing paragraph of the whole document.
    pub(super) spoke_on_its_first_line: bool,
}

impl Unit {
    /// The number of the part that the unit stands in.
    pub(super) fn part(&self) -> u32 {
        self.id.split('.').next().and_then(|part| part.parse().ok()).unwrap_or(0)
    }
}

/// The units of `text` in order: the front before the first number, then every unit with a number in sequence.
///
/// The numbers of a unit's direct children go upwards whatever their kind, so that no two units have one id. A number
/// that does not go up is text of the unit it stands in, with a warning.
pub(super) fn units(text: &str, file: FileId, few: &mut Few) -> Vec<Unit> {
    let mut open = Open::default();
    let mut found = vec![(0, "0".to_owned(), 0)];
    for (start, line) in lines(text) {
        let Some(marker) = marker(line) else { continue };
        let place = Span::new(file, start, start + marker.len);
        match open.enter(marker) {
            Ok((id, expected)) => {
                if marker.number > expected {
                    let problem = Diagnostic::new(Code::NUMBER_SKIPPED).at(place);
                    few.push(problem.arg("id", &id).arg("expected", expected));
                }
                found.push((start, id, marker.len));
            }
            Err(previous) => few.push(
                Diagnostic::new(Code::NUMBER_OUT_OF_SEQUENCE)
                    .at(place)
                    .arg("number", line.get(..marker.len).unwrap_or("").trim())
                    .arg("previous", previous),
            ),
        }
    }
    let ends: Vec<(usize, bool)> = found.windows(2).map(follows).chain([(text.len(), false)]).collect();
    found
        .into_iter()
        .zip(ends)
        .map(|((start, id, number), (end, inside))| {
            let words = text.get(start..end).unwrap_or("");
            let headed = if id == "0" { title(words) } else { heading(words, number, inside) };
            let first_line = words.split('\n').next().map_or(0, |line| line.trim_end_matches(is_blank).len());
            let spoke_on_its_first_line = id != "0" && headed.is_none_or(|headed| headed < first_line);
            Unit { id, start, heading: start + headed.unwrap_or(0), end, spoke_on_its_first_line }
        })
        .collect()
}

/// Where a unit ends, and whether the next one lies inside it.
fn follows(pair: &[(usize, String, usize)]) -> (usize, bool) {
    match pair {
        [(_, id, _), (start, next, _)] => {
            (*start, next.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with('.')))
        }
        _ => (0, false),
    }
}

/// Each line with anything on it: the offset in bytes of its first visible character, and the line from there.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split('\n').filter_map(move |line| {
        let start = next;
        next += line.len() + 1;
        let shown = line.trim_start_matches(is_blank);
        (!shown.is_empty()).then(|| (start + line.len() - shown.len(), shown))
    })
}

/// The units that a line may continue: one of each level at most, the outermost first.
#[derive(Default)]
struct Open {
    stack: Vec<(Level, u32)>,
    /// The last number given to a child of each open unit; the first is for the document itself.
    last: Vec<u32>,
    /// The last number of each level in the document: articles, and sometimes （一）, go on where the part before ended.
    reached: BTreeMap<Level, u32>,
}

impl Open {
    /// Enters the unit that `marker` opens: its id, and the number that would have followed without a gap; or the number
    /// that it would have had to exceed.
    fn enter(&mut self, marker: Marker) -> Result<(String, u32), u32> {
        let depth = self.stack.iter().take_while(|(level, _)| *level < marker.level).count();
        let previous = self.last.get(depth).copied().unwrap_or(0);
        if marker.number <= previous {
            return Err(previous);
        }
        self.stack.truncate(depth);
        self.stack.push((marker.level, marker.number));
        self.last.resize(depth, 0);
        self.last.push(marker.number);
        let id = self.stack.iter().map(|(_, number)| number.to_string()).collect::<Vec<_>>().join(".");
        let before = self.reached.insert(marker.level, marker.number).unwrap_or(0);
        let goes_on = marker.number == before + 1;
        Ok((id, if goes_on { marker.number } else { previous + 1 }))
    }
}
