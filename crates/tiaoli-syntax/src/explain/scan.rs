//! A rough look at text that does not read: runs of letters, texts in quotation marks, brackets.

use crate::skeleton::is_blank;
use std::collections::BTreeSet;

/// A run of characters of one sort, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    pub(crate) sort: Sort,
    pub(crate) text: &'t str,
    pub(crate) start: usize,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters, Chinese or other.
    Word,
    /// Digits with points and commas between them.
    Digits,
    /// A text with both its quotation marks.
    Quoted,
    /// A quotation mark without its partner on the line.
    LoneQuote,
    /// Any other single character.
    Mark,
}

/// The tokens of a text; blanks and comments are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let (sort, len) = match first {
            '#' => {
                at += rest.find(['\n', '\r']).unwrap_or(rest.len());
                continue;
            }
            c if is_blank(c) => {
                at += c.len_utf8();
                continue;
            }
            '“' | '”' | '「' | '」' | '"' => match quoted(rest) {
                Some(len) => (Sort::Quoted, len),
                None => (Sort::LoneQuote, first.len_utf8()),
            },
            c if is_digit(c) => (Sort::Digits, run_len(rest, |c| is_digit(c) || c == '.' || c == ',')),
            c if is_letter(c) => (Sort::Word, run_len(rest, is_letter)),
            c => (Sort::Mark, c.len_utf8()),
        };
        let run = rest.get(..len).unwrap_or(rest);
        let text = match sort {
            Sort::Digits => digits_and_letter(rest, run),
            // 的 at the end of a run is the particle and no part of a name
            Sort::Word => match run.strip_suffix('的') {
                Some(name) if !name.is_empty() => name,
                _ => run,
            },
            Sort::Quoted | Sort::LoneQuote | Sort::Mark => run,
        };
        tokens.push(Token { sort, text, start: at });
        at += text.len();
    }
    tokens
}

/// A point or comma behind digits belongs to the sentence, but `.b` to a clause id.
fn digits_and_letter<'t>(rest: &'t str, run: &'t str) -> &'t str {
    let digits = run.trim_end_matches(['.', ',']);
    let behind = rest.get(digits.len()..).unwrap_or("");
    let letters = behind.strip_prefix('.').map_or(0, |letters| run_len(letters, |c| c.is_ascii_lowercase()));
    if letters == 0 {
        return digits;
    }
    rest.get(..digits.len() + 1 + letters).unwrap_or(digits)
}

/// The length of the text in quotation marks at the start, as the grammar reads one.
fn quoted(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, open) = chars.next()?;
    let close = match open {
        '“' => '”',
        '「' => '」',
        '"' => '"',
        _ => return None,
    };
    let mut inside = 0;
    for (at, c) in chars {
        match c {
            '\n' | '\r' => return None,
            c if c == close && inside == 0 => return Some(at + c.len_utf8()),
            '”' if open == '“' => inside -= 1,
            '“' if open == '“' && inside == 0 => inside += 1,
            '“' if open == '“' => return None,
            _ => {}
        }
    }
    None
}

fn run_len(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_letter(c: char) -> bool {
    c == '_' || c.is_alphabetic() || c == '〇'
}

/// Every name that the text declares: what stands before an alias, and what stands after 又称.
pub(crate) fn declared_names(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut also = false;
    let tokens = tokens(text);
    for (token, next) in tokens.iter().zip(tokens.iter().skip(1)) {
        let alias = next.sort == Sort::Word && next.text.starts_with(|c: char| c.is_ascii_alphabetic());
        match token.sort {
            Sort::Word if token.text == "又称" => also = true,
            Sort::Word if also || alias => {
                names.insert(token.text);
            }
            Sort::Mark if token.text == "、" => {}
            _ => also = false,
        }
    }
    names
}
