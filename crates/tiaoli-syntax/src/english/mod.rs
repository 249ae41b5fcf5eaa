//! A policy in plain English, for reading: `tiaoli render --lang en`.
//!
//! Names are their aliases with the underscores turned to words; the vocabulary says each Chinese name once, in brackets.
//! Quoted words stay as the document has them. One file for each file of the tree; every match names every construct, so
//! that a new one is given its English where it is added. The English is a gloss: only the policy's own text binds.

mod allocation;
mod award;
mod case;
mod condition;
mod definition;
mod expression;
mod item;
mod literal;
mod names;
mod payout;
mod procedure;
mod reading;
mod rivalry;
mod settlement;
mod time;
mod vocabulary;
mod words;

use crate::ast::{File, Item};
use names::Names;

/// The policy of these files in the order in which it is read: what is known, what is awarded, the readings, the cases;
/// within each in the order of the files. Names that only the policies `beside` it declare may stand in its cases.
pub fn english(files: &[File], beside: &[File]) -> String {
    let mut names = Names::of(files);
    names.behind(Names::of(beside));
    let mut items: Vec<&Item> = files.iter().flat_map(|file| &file.items).collect();
    items.sort_by_key(|it| item::place(it));
    let parts: Vec<String> = items.into_iter().map(|it| item::item(&names, it)).collect();
    let mut page = String::new();
    for (at, part) in parts.iter().enumerate() {
        // golden cases stand together, everything else apart
        let case = |part: &String| part.starts_with("Case");
        if at > 0 && !(case(part) && parts.get(at - 1).is_some_and(case)) {
            page.push('\n');
        }
        page.push_str(part);
    }
    page
}

/// `a`, `a and b`, `a, b and c`.
fn list(parts: impl IntoIterator<Item = String>, last: &str) -> String {
    let mut parts: Vec<String> = parts.into_iter().collect();
    match parts.pop() {
        None => String::new(),
        Some(end) if parts.is_empty() => end,
        Some(end) => format!("{} {last} {end}", parts.join(", ")),
    }
}

/// `x` or `x, y respectively`, as the document orders them.
fn respectively(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    if parts.len() > 1 { format!("{} respectively", list(parts, "and")) } else { parts.concat() }
}

/// A text with its first letter in upper case.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        None => String::new(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}
