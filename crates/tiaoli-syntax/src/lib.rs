//! text to syntax tree and back: pest grammar, tree, formatter
//!
//! [`parse`] reads one file. It always gives a tree: a broken item, sentence or fact is missing from it and has its
//! error among the problems, and all that is sound is kept.
//!
//! What this crate does not do: it resolves no name, reads no file, and lets nothing of pest out.

pub mod ast;

mod build;
mod english;
mod explain;
mod grammar;
mod keywords;
mod print;
mod skeleton;

pub use english::english;
pub use explain::split_glued;
pub use keywords::{Keyword, keywords};
pub use print::{Part, Passage, format, outline};

use build::{Builder, Node, Stop};
use explain::{Around, Broken};
use grammar::{Grammar, Rule};
use pest::Parser;
use skeleton::{MOST_ITEMS, Skeleton};
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Span};

/// Reads the text of one file of a policy package.
///
/// The tree holds what could be read; every part that could not has an error in `problems`, with its place.
pub fn parse(file: FileId, text: &str, problems: &mut Problems) -> ast::File {
    let mut tree = ast::File::default();
    let Some(skeleton) = Skeleton::read(file, text, problems) else {
        return tree;
    };
    // the rule takes any text, so this reading fails only where the machine's stack does
    let Ok(mut pairs) = Grammar::parse(Rule::file, text) else {
        problems.push(Diagnostic::new(Code::PARSER_GAVE_UP).at(Span::new(file, 0, 0)));
        return tree;
    };
    let mut around = Around::new(file, text, &skeleton);
    let mut b = Builder { file, text, skeleton: &skeleton, problems, junk: Vec::new() };
    let items = pairs.next().map(|pair| Node::new(pair).children());
    for (count, node) in items.into_iter().flat_map(|mut it| it.rest()).enumerate() {
        if node.rule() == Rule::EOI {
            break;
        }
        if count == MOST_ITEMS {
            let problem = Diagnostic::new(Code::TOO_MANY_ITEMS).at(b.span(&node));
            b.problems.push(problem.arg("most", MOST_ITEMS));
            break;
        }
        if node.rule() == Rule::junk {
            around.explain(Broken::Item, node.start(), node.rough_end(), b.problems);
            continue;
        }
        let span = b.span(&node);
        match build::item(&mut b, node) {
            Ok(item) => tree.items.push(item),
            Err(Stop::Reported) => {}
            Err(Stop::Drift(drift)) => {
                let problem = Diagnostic::new(Code::DRIFT).at(span);
                b.problems.push(problem.arg("at", drift.at));
            }
        }
        for (what, start, end) in std::mem::take(&mut b.junk) {
            around.explain(Broken::Part(what), start, end, b.problems);
        }
    }
    tree
}

/// The comments of a file in order, each from its `#` to the end of its line. The tree holds none of them.
pub fn comments(file: FileId, text: &str) -> Vec<Span> {
    let Some(skeleton) = Skeleton::read(file, text, &mut Problems::new()) else {
        return Vec::new();
    };
    let spans = skeleton.comments().iter();
    spans.map(|(start, end)| Span::new(file, *start, *end)).collect()
}
