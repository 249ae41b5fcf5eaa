//! `source.lock`: the wording of each clause that the rules were last checked against.

#[cfg(test)]
mod tests;

use super::id::ClauseId;
use super::{Document, is_blank};
use crate::{Code, Diagnostic, FileId, Problems, Span};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;

/// The first line of a lock.
const VERSION: &str = "tiaoli-lock 1";

/// The wording of every clause when it was accepted, by id.
///
/// As text: a version line, then a line for each clause with its id, the digest of its words and the words, in which a
/// new line is `\n`, a return `\r` and a backslash `\\`:
///
/// ```text
/// tiaoli-lock 1
/// 0.0 sha256:2f0c…(64 digits) 关于…的实施意见
/// ```
///
/// The words are those of [`Document::text_of`], with `\n` at the end of each line whatever the document has there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    clauses: BTreeMap<ClauseId, String>,
}

/// How one clause of the document differs from the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The document has a clause that the lock has not.
    Added {
        /// The clause.
        id: ClauseId,
        /// Its words now.
        after: String,
    },
    /// The lock has a clause that the document has not.
    Removed {
        /// The clause.
        id: ClauseId,
        /// Its words when it was accepted.
        before: String,
    },
    /// The words of a clause are not those that were accepted.
    Changed {
        /// The clause.
        id: ClauseId,
        /// Its words when it was accepted.
        before: String,
        /// Its words now.
        after: String,
    },
}

impl Lock {
    /// The lock that accepts `document` as it is.
    pub fn of(document: &Document) -> Self {
        let entry = |clause: &super::Clause| (clause.id.clone(), normal(document.words(clause)));
        Lock { clauses: document.clauses.iter().map(entry).collect() }
    }

    /// Reads a lock. Lines that do not read, or whose digest is not that of their words, are errors at their place in
    /// `file` and are left out.
    pub fn parse(text: &str, file: FileId, problems: &mut Problems) -> Self {
        let mut few = super::few::Few::new(problems);
        let mut clauses = BTreeMap::new();
        let mut lines = super::units::lines(text).map(|(at, line)| (at, line.trim_end_matches(is_blank)));
        let (at, version) = lines.next().unwrap_or((0, ""));
        if version != VERSION {
            few.push(
                Diagnostic::new(Code::LOCK_VERSION).at(Span::new(file, at, at + version.len())).arg("version", VERSION),
            );
            return Lock::default();
        }
        for (at, line) in lines {
            let place = Span::new(file, at, at + line.len());
            match entry(line) {
                Some((id, digest, words)) if digest == self::digest(&words) && !clauses.contains_key(&id) => {
                    clauses.insert(id, words);
                }
                Some((id, ..)) => few.push(Diagnostic::new(Code::LOCK_EDITED).at(place).arg("id", id)),
                None => few.push(Diagnostic::new(Code::LOCK_MALFORMED).at(place)),
            }
        }
        Lock { clauses }
    }

    /// The words of the clause `id` when it was accepted.
    pub fn text_of(&self, id: &ClauseId) -> Option<&str> {
        self.clauses.get(id).map(String::as_str)
    }

    /// The digest of the clause `id` when it was accepted, as `sha256:` and 64 digits.
    pub fn digest_of(&self, id: &ClauseId) -> Option<String> {
        self.text_of(id).map(digest)
    }

    /// Whether nothing was accepted.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{VERSION}")?;
        for (id, words) in &self.clauses {
            let shown = words.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
            writeln!(f, "{id} {} {shown}", digest(words))?;
        }
        Ok(())
    }
}

/// What differs between the lock and the document, in the order of ids.
pub fn compare(lock: &Lock, document: &Document) -> Vec<Change> {
    let now = Lock::of(document);
    let mut changes: Vec<(&ClauseId, Change)> = Vec::new();
    for (id, after) in &now.clauses {
        match lock.clauses.get(id) {
            None => changes.push((id, Change::Added { id: id.clone(), after: after.clone() })),
            Some(before) if before != after => {
                let change = Change::Changed { id: id.clone(), before: before.clone(), after: after.clone() };
                changes.push((id, change));
            }
            Some(_) => {}
        }
    }
    for (id, before) in lock.clauses.iter().filter(|(id, _)| !now.clauses.contains_key(id)) {
        changes.push((id, Change::Removed { id: id.clone(), before: before.clone() }));
    }
    changes.sort_by_key(|(id, _)| *id);
    changes.into_iter().map(|(_, change)| change).collect()
}

impl Change {
    /// The clause that changed.
    pub fn id(&self) -> &ClauseId {
        match self {
            Change::Added { id, .. } | Change::Removed { id, .. } | Change::Changed { id, .. } => id,
        }
    }

    /// The change as an error of a package whose lock is not up to date: at the clause in the document, where it still
    /// is there, with what changed marked.
    pub fn problem(&self, document: &Document) -> Diagnostic {
        let problem = match self {
            Change::Added { id, .. } => Diagnostic::new(Code::CLAUSE_ADDED).arg("id", id),
            Change::Removed { id, before } => {
                Diagnostic::new(Code::CLAUSE_REMOVED).arg("id", id).arg("before", one_line(before))
            }
            Change::Changed { id, before, after } => {
                let change = one_line(&super::show_diff(&super::diff(before, after)));
                Diagnostic::new(Code::CLAUSE_CHANGED).arg("id", id).arg("change", change)
            }
        };
        match document.span_of(self.id().as_str()) {
            Some(span) => problem.at(span),
            None => problem,
        }
    }
}

/// The words for a message, which has one line.
fn one_line(words: &str) -> String {
    words.replace('\n', "⏎")
}

fn normal(words: &str) -> String {
    words.replace("\r\n", "\n")
}

fn digest(words: &str) -> String {
    let hex: String = Sha256::digest(words.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// Id, digest and words of a line.
fn entry(line: &str) -> Option<(ClauseId, &str, String)> {
    let (id, rest) = line.split_once(' ')?;
    let (digest, shown) = rest.split_once(' ')?;
    let mut words = String::new();
    let mut chars = shown.chars();
    while let Some(c) = chars.next() {
        words.push(match c {
            '\\' => match chars.next()? {
                'n' => '\n',
                'r' => '\r',
                '\\' => '\\',
                _ => return None,
            },
            other => other,
        });
    }
    Some((ClauseId::parse(id)?, digest, words))
}
