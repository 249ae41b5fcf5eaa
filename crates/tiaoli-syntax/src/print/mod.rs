//! The one layout of the language: `tiaoli fmt`.
//!
//! ```text
//! text ── parse ──► what the grammar read ── tokens ──► words in one spelling ── layout ──► lines
//! ```
//!
//! The words stay the document's own: 未满 is not turned into 不满, nor 奖励10万元 into 给予10万元奖励, although the tree has
//! one node for both. What is made uniform is what carries no meaning: blanks, line ends, the width of marks, the way a
//! figure is spelt (500万元, 30％). So the layout works on the words that the grammar read and knows no construct: a block
//! in braces has one part a line, a long line breaks at its marks, and the tables of `words` say which words stand
//! close together. A new construct is laid out by the words it is made of.
//!
//! Comments are kept by place: one that has a line of its own keeps it, one behind words stays behind them.
//!
//! What is written reads back as the same words in the same parts with the same comments, or nothing is written.

mod figure;
mod layout;
mod outline;
mod token;
mod words;

pub use outline::{Part, Passage, outline};

use crate::grammar::{Grammar, Rule};
use crate::skeleton::Skeleton;
use pest::Parser;
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Span};
use token::Stream;

/// The text in the canonical layout. It reads as the same tree, has the same comments, and is its own layout.
///
/// Nothing comes back for a text that does not read without errors; they are among the problems.
pub fn format(file: FileId, text: &str, problems: &mut Problems) -> Option<String> {
    let mut found = Problems::new();
    crate::parse(file, text, &mut found);
    let sound = !found.has_errors();
    found.sorted().into_iter().for_each(|problem| problems.push(problem.clone()));
    if !sound {
        return None;
    }
    let written = read(file, text).and_then(|before| {
        let written = layout::lines(&before);
        let same = read(file, &written).is_some_and(|after| after.says_the_same(&before));
        same.then_some(written)
    });
    if written.is_none() {
        problems.push(Diagnostic::new(Code::LAYOUT_DIFFERS).at(Span::new(file, 0, 0)));
    }
    written
}

/// The words of a text, with all of its comments.
fn read(file: FileId, text: &str) -> Option<Stream> {
    let skeleton = Skeleton::read(file, text, &mut Problems::new())?;
    let pairs = Grammar::parse(Rule::file, text).ok()?;
    let stream = token::stream(text, &skeleton, pairs);
    (stream.comments().len() == skeleton.comments().len()).then_some(stream)
}
