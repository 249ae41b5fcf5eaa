//! The first reading of a file: comments and brackets, and the limits that keep every later step safe.

use crate::grammar::{Grammar, Rule};
use pest::Parser;
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Span};

/// The largest file that is read, in bytes.
pub(crate) const LARGEST_FILE: usize = 4 * 1024 * 1024;
/// How deep brackets and braces may stand in each other: shallow enough for a build without optimisation on a thread of
/// 2 MB, and for WebAssembly.
pub(crate) const DEEPEST: usize = 32;
/// How many prefixes, operators or folds may follow each other in one expression or condition.
pub(crate) const LONGEST_CHAIN: usize = 64;
/// How many items one file may hold.
pub(crate) const MOST_ITEMS: usize = 100_000;

/// Where the comments of a file stand.
#[derive(Debug, Default)]
pub(crate) struct Skeleton {
    /// From `#` to before the line end, in file order.
    comments: Vec<(usize, usize)>,
}

impl Skeleton {
    /// Reads a file this far, or reports which limit it breaks.
    pub(crate) fn read(file: FileId, text: &str, problems: &mut Problems) -> Option<Self> {
        if text.len() > LARGEST_FILE {
            problems.push(
                Diagnostic::new(Code::FILE_TOO_LARGE).at(Span::new(file, 0, 0)).arg("most", LARGEST_FILE / 1024 / 1024),
            );
            return None;
        }
        let mut comments = Vec::new();
        let mut depth = 0_usize;
        // the rule takes any text, so this reading cannot fail
        let pairs = Grammar::parse(Rule::skeleton, text).ok()?;
        for pair in pairs.flatten() {
            let span = pair.as_span();
            match pair.as_rule() {
                Rule::comment => comments.push((span.start(), span.end())),
                Rule::item_line => depth = 0,
                Rule::bracket_mark if matches!(pair.as_str(), "（" | "(" | "{" | "｛") => {
                    depth += 1;
                    if depth > DEEPEST {
                        problems.push(
                            Diagnostic::new(Code::TOO_DEEP)
                                .at(Span::new(file, span.start(), span.end()))
                                .arg("most", DEEPEST),
                        );
                        return None;
                    }
                }
                Rule::bracket_mark => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        Some(Skeleton { comments })
    }

    /// The comments of the file in order, as byte ranges.
    pub(crate) fn comments(&self) -> &[(usize, usize)] {
        &self.comments
    }

    /// Where `start..end` ends without the blanks and comments at its end.
    pub(crate) fn trim_end(&self, text: &str, start: usize, mut end: usize) -> usize {
        loop {
            let words = text.get(start..end).unwrap_or("");
            end = start + words.trim_end_matches(is_blank).len();
            // the last comment that begins before the end: does the part end with it?
            let before = self.comments.partition_point(|(from, _)| *from < end);
            match before.checked_sub(1).and_then(|last| self.comments.get(last)) {
                Some((from, to)) if *from >= start && *to >= end => end = *from,
                _ => return end,
            }
        }
    }
}

/// The blanks of the language, as the grammar has them.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{3000}' | '\u{A0}' | '\u{FEFF}')
}
