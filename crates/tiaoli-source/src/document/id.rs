//! Names of the clauses of a document.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::fmt;

/// The id of a clause: the number of its unit, then what it is there.
///
/// | id | what |
/// |---|---|
/// | `0.0` | the title |
/// | `0.1`, `0.2` … | the preamble, before the first numbered unit |
/// | `2.0`, `2.1.0`, `2.1.1.0` | the heading of part 二, of its （一）, of the 1. in that |
/// | `2.1.1.a`, `.b` … `.z`, `.aa` | the clauses of that unit |
/// | `3.1.a` | a clause of the 1. directly under part 三 |
/// | `12.a`, `2.12.a` | a clause of 第十二条, without chapters and in 第二章 |
///
/// Ids are ordered as they follow one another in a document: heading, clauses, then the units inside.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClauseId(String);

impl ClauseId {
    /// The id that `text` spells, or `None` if it spells none: a unit alone, such as `3.1`, is no clause.
    pub fn parse(text: &str) -> Option<Self> {
        let (unit, mark) = text.rsplit_once('.')?;
        let marked = mark == "0" || if unit == "0" { is_number(mark) } else { is_letters(mark) };
        let counted = unit == "0" || unit.split('.').all(is_number);
        (marked && counted).then(|| ClauseId(text.to_owned()))
    }

    /// The id of the clause number `index` (from 0) of `unit`: `3.1.a` for 0 in `3.1`, `0.1` for 0 in the preamble.
    pub(super) fn nth(unit: &str, index: usize) -> Self {
        if unit == "0" { ClauseId(format!("0.{}", index + 1)) } else { ClauseId(format!("{unit}.{}", letters(index))) }
    }

    /// The id of the heading of `unit`.
    pub(super) fn heading(unit: &str) -> Self {
        ClauseId(format!("{unit}.0"))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The numbered unit that the clause stands in: `3.1` for `3.1.a`.
    pub fn unit(&self) -> &str {
        self.0.rsplit_once('.').map_or("", |(unit, _)| unit)
    }

    /// Whether it names a title or a heading.
    pub fn is_heading(&self) -> bool {
        self.0.ends_with(".0")
    }

    /// Whether it is `path` itself or a clause of the unit `path`, at any depth.
    pub fn is_under(&self, path: &str) -> bool {
        self.0.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Ord for ClauseId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.split('.').map(rank).cmp(other.0.split('.').map(rank))
    }
}

impl PartialOrd for ClauseId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Where one part of an id comes among its like: `0`, then `a` … `z`, `aa` …, then `1`, `2` ….
fn rank(part: &str) -> (u8, usize, &str) {
    let kind = match part {
        "0" => 0,
        _ if is_letters(part) => 1,
        _ => 2,
    };
    (kind, part.len(), part)
}

fn is_number(text: &str) -> bool {
    (1..=9).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letters(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// `a` for 0, `z` for 25, `aa` for 26.
fn letters(index: usize) -> String {
    let mut left = index + 1;
    let mut reversed = Vec::new();
    while left > 0 {
        left -= 1;
        reversed.push(char::from(b'a' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    reversed.into_iter().rev().collect()
}
