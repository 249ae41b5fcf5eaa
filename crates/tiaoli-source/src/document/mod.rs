//! The published document: its numbered units, and the clauses into which its writer cuts them.
//!
//! The units are known by their numbers (GB/T 9704: 一、 （一） 1. （1）; 第一章, 第一条 of measures). Below them nothing can be guessed, so a file
//! beside the document, `source.clauses`, has a line for each clause: its id and the first words of it. Title and headings
//! need no line.
//!
//! ```text
//! source.txt                                        source.clauses
//! 三、扶持政策                                        # the first article
//! 1.鼓励研发。支持研发，给予配套，其中芯片不超过70万元。   3.1.a 支持研发
//!                                                   3.1.b 其中
//! ```
//!
//! makes the clauses `3.0` 三、扶持政策, `3.1.0` 1.鼓励研发。, `3.1.a` and `3.1.b`. Every byte belongs to exactly one of
//! them: blanks belong to what they follow, and those before the title to the title.

mod cuts;
mod diff;
mod few;
mod heading;
mod id;
mod lock;
mod marker;
mod place;
mod propose;
mod units;

pub use diff::{Piece, diff, show_diff};
pub use id::ClauseId;
pub use lock::{Change, Lock, compare};
pub use propose::propose;

use crate::{Code, Diagnostic, FileId, Problems, Span};
use few::Few;
use std::collections::BTreeMap;

/// The largest document, and the largest file of cuts, in bytes.
const LARGEST: usize = 64 << 20;

/// What a clause is to the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// The title of the document.
    Title,
    /// The heading of a unit, with its number.
    Heading,
    /// Words that say something.
    Text,
}

/// One clause: a stretch of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its name.
    pub id: ClauseId,
    /// What it is.
    pub kind: ClauseKind,
    /// Where it starts, in bytes from the start of the document.
    pub start: usize,
    /// Where the next one starts, in bytes: the blanks between belong to this one.
    pub end: usize,
}

/// A document with its clauses in order. Read without errors, the clauses joined are the document, byte for byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The clauses, in the order of the document.
    pub clauses: Vec<Clause>,
    text: String,
    file: FileId,
    index: BTreeMap<String, usize>,
}

/// Reads the document `text` with the lines of `cuts`.
///
/// Errors go to `problems`, at places in `cuts_file` or, for text that no line claims, in `document_file`; at most a
/// hundred are shown. With errors the document still holds every clause that was found, so that other checks can go on.
/// Takes time in proportion to the two texts, whatever they contain.
pub fn read(text: &str, cuts: &str, document_file: FileId, cuts_file: FileId, problems: &mut Problems) -> Document {
    let few = &mut Few::new(problems);
    if text.trim_matches(is_blank).is_empty() {
        few.push(Diagnostic::new(Code::DOCUMENT_EMPTY).at(Span::new(document_file, 0, 0)));
        return Document { text: text.to_owned(), file: document_file, ..Document::default() };
    }
    for (text, file) in [(text, document_file), (cuts, cuts_file)] {
        if text.len() > LARGEST {
            let problem = Diagnostic::new(Code::DOCUMENT_TOO_LARGE).at(Span::new(file, 0, 0));
            few.push(problem.arg("most", LARGEST >> 20));
            return Document { file: document_file, ..Document::default() };
        }
    }
    let mut units = units::units(text, document_file, few);
    let cuts = cuts::parse(cuts, cuts_file, few);
    place::close(text, &mut units, &cuts, few);
    let placed = place::place(text, &units, &cuts, document_file, few);

    let mut starts = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let here = placed.get(&at).map_or(&[][..], Vec::as_slice);
        let heading = ClauseId::heading(&unit.id);
        // a cut before the end of the heading says that there is none, or how long it is
        if unit.heading > unit.start && here.first().is_none_or(|first| first.start >= unit.heading) {
            starts.push((heading, unit.start));
        }
        starts.extend(here.iter().map(|placed| (placed.cut.id.clone(), placed.start)));
    }
    let document = Document::of(text, document_file, starts);
    if !document.is_whole() && !document.clauses.is_empty() {
        few.push(Diagnostic::new(Code::CLAUSES_NOT_WHOLE).at(Span::new(document_file, 0, text.len())));
    }
    document
}

impl Document {
    fn of(text: &str, file: FileId, starts: Vec<(ClauseId, usize)>) -> Self {
        let ends: Vec<usize> = starts.iter().skip(1).map(|(_, start)| *start).chain([text.len()]).collect();
        let clauses: Vec<Clause> = starts
            .into_iter()
            .zip(ends)
            .enumerate()
            .map(|(index, ((id, start), end))| Clause {
                kind: match id.as_str() {
                    "0.0" => ClauseKind::Title,
                    _ if id.is_heading() => ClauseKind::Heading,
                    _ => ClauseKind::Text,
                },
                id,
                start: if index == 0 { 0 } else { start },
                end,
            })
            .collect();
        let index = clauses.iter().enumerate().map(|(at, clause)| (clause.id.to_string(), at)).collect();
        Document { clauses, text: text.to_owned(), file, index }
    }

    /// The whole text, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file that it was read from.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The clause that holds the byte `at`.
    pub fn clause_at(&self, at: usize) -> Option<&Clause> {
        // they follow one another
        let next = self.clauses.partition_point(|clause| clause.end <= at);
        self.clauses.get(next).filter(|clause| clause.start <= at)
    }

    /// The position in [`Document::clauses`] of the clause `id`.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The clause `id`.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.get(self.index_of(id)?)
    }

    /// The words of the clause `id`, without the blanks around them.
    pub fn text_of(&self, id: &str) -> Option<&str> {
        self.clause(id).map(|clause| self.words(clause))
    }

    /// The words of one of its clauses, without the blanks around them.
    pub fn words(&self, clause: &Clause) -> &str {
        self.text.get(clause.start..clause.end).unwrap_or("").trim_matches(is_blank)
    }

    /// Where the words of the clause `id` stand in the document, without the blanks around them.
    pub fn span_of(&self, id: &str) -> Option<Span> {
        let clause = self.clause(id)?;
        let piece = self.text.get(clause.start..clause.end)?;
        let start = clause.start + piece.len() - piece.trim_start_matches(is_blank).len();
        Some(Span::new(self.file, start, start + self.words(clause).len()))
    }

    /// The positions of the clauses under the unit `path` at any depth, headings too, in order: `2.1` has `2.1.0` and
    /// `2.1.1.a`. The id of a clause stands for that clause alone.
    pub fn under(&self, path: &str) -> Vec<usize> {
        let clauses = self.clauses.iter().enumerate();
        clauses.filter(|(_, clause)| clause.id.is_under(path)).map(|(at, _)| at).collect()
    }

    /// The title, or `None` if the first line was none.
    pub fn title(&self) -> Option<&str> {
        self.text_of("0.0")
    }

    /// The heading of the unit `path` as people quote it: without its number and its final 。
    pub fn article_title(&self, path: &str) -> Option<&str> {
        let heading = self.text_of(ClauseId::heading(path).as_str())?;
        let number = marker::marker(heading).map_or(0, |marker| marker.len);
        heading.get(number..).map(|words| words.trim_end_matches('。'))
    }

    /// Whether the clauses follow one another from the first byte to the last, so that joined they are the document.
    pub fn is_whole(&self) -> bool {
        let mut at = 0;
        let follow = self.clauses.iter().all(|clause| {
            let follows = clause.start == at && clause.end > at && self.text.is_char_boundary(clause.end);
            at = clause.end;
            follows
        });
        follow && at == self.text.len()
    }
}

/// How many bytes the number of a unit takes at the start of a line, with the blank behind it; 0 where there is none.
pub fn number_len(line: &str) -> usize {
    marker::marker(line).map_or(0, |marker| marker.len)
}

/// White space of any script, and the marks that editors leave unseen at the start of a file.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}
