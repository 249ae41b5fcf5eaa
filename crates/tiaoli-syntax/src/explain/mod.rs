//! Why a broken part does not read, said to the person who wrote it.

mod describe;

pub(crate) use describe::{Description, describe};

use crate::build::Junk;
use crate::grammar::{Grammar, Rule};
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Span, Value};

/// What a broken part should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// A whole item.
    Item,
    /// A part of a block.
    Part(Junk),
}

/// The text around broken parts.
pub(crate) struct Around<'t> {
    pub(crate) file: FileId,
    pub(crate) text: &'t str,
}

pub(crate) fn explain(
    around: &Around<'_>,
    broken: Broken,
    start: usize,
    end: usize,
    problems: &mut Problems,
) {
    let words = around.text.get(start..end).unwrap_or("");
    let rule = match broken {
        Broken::Item => Rule::case,
        Broken::Part(Junk::Fact) => Rule::fact,
        Broken::Part(Junk::Sentence) => Rule::sentence,
        Broken::Part(Junk::Settlement) => Rule::settlement_sentence,
        Broken::Part(Junk::Choice) => Rule::other,
    };
    let Err(error) = Grammar::parse(rule, words) else {
        return;
    };
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let ErrorVariant::ParsingError { positives, .. } = error.variant else {
        return;
    };
    let list: Vec<&str> = positives
        .iter()
        .filter_map(|rule| match describe(*rule) {
            Description::Word(it) | Description::Kept(it) | Description::Part(it, _) => Some(it),
            Description::Inner => None,
        })
        .collect();
    problems.push(
        Diagnostic::new(Code::UNEXPECTED)
            .at(Span::new(around.file, start + at, start + at))
            .arg("found", "")
            .arg("expected", Value::list(list)),
    );
}
