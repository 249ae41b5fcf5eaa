//! Why a broken part does not read, said to the person who wrote it.
//!
//! The broken part is read a second time by the rule that it should have been; how far that reading comes says where the
//! trouble is. Then the known slips are tried in order, each a function of its own; the first that fits is reported,
//! and only if none does the writer is told what could stand at that place.

mod describe;
mod fallback;
mod numerals;
mod scan;
mod slips;
mod split;

pub(crate) use describe::{Description, describe};
pub(crate) use numerals::figure_in_numerals;
pub use split::split_glued;

use crate::build::Junk;
use crate::grammar::{Grammar, Rule};
use crate::skeleton::{Skeleton, is_blank};
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use scan::{Sort, Token, tokens};
use std::collections::BTreeSet;
use tiaoli_source::{Diagnostic, FileId, Problems, Span};

/// What a broken part should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// A whole item.
    Item,
    /// A part of a block.
    Part(Junk),
}

/// The file around broken parts, and the names that it declares.
pub(crate) struct Around<'t> {
    file: FileId,
    text: &'t str,
    skeleton: &'t Skeleton,
    /// Found when the first broken part is explained.
    names: Option<BTreeSet<&'t str>>,
}

impl<'t> Around<'t> {
    pub(crate) fn new(file: FileId, text: &'t str, skeleton: &'t Skeleton) -> Self {
        Around {
            file,
            text,
            skeleton,
            names: None,
        }
    }

    /// Reports why `start..end` does not read.
    pub(crate) fn explain(
        &mut self,
        broken: Broken,
        start: usize,
        end: usize,
        problems: &mut Problems,
    ) {
        let end = self.skeleton.trim_end(self.text, start, end);
        let words = self.text.get(start..end).unwrap_or("");
        let names = self
            .names
            .get_or_insert_with(|| scan::declared_names(self.text));
        let rule = rule_of(broken, words);
        let Reach { at, expected } = reach(rule, words);
        let case = Case {
            file: self.file,
            before: self
                .text
                .get(..start)
                .unwrap_or("")
                .trim_end_matches(is_blank),
            broken,
            rule,
            words,
            start,
            at: at.min(words.len()),
            tokens: tokens(words),
            names,
            expected,
        };
        let problem = slips::ALL
            .iter()
            .find_map(|slip| slip(&case))
            .unwrap_or_else(|| fallback::unexpected(&case));
        problems.push(problem);
    }
}

/// A broken part, and how far its rule reads it.
pub(crate) struct Case<'t> {
    file: FileId,
    /// The file before it, without blanks at its end.
    before: &'t str,
    broken: Broken,
    rule: Rule,
    words: &'t str,
    /// Where `words` starts in the file.
    start: usize,
    /// Where the reading stopped, in `words`.
    at: usize,
    tokens: Vec<Token<'t>>,
    names: &'t BTreeSet<&'t str>,
    /// What could have stood there.
    expected: Vec<Rule>,
}

impl<'t> Case<'t> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.start + start, self.start + end)
    }

    fn token_span(&self, token: &Token<'_>) -> Span {
        self.span(token.start, token.end())
    }

    /// The token at the place where reading stopped, or that the place lies in.
    fn here(&self) -> Option<&Token<'t>> {
        self.tokens.iter().find(|token| token.end() > self.at)
    }

    /// The last token that ends before the place.
    fn behind(&self) -> Option<&Token<'t>> {
        self.tokens
            .iter()
            .rev()
            .find(|token| token.end() <= self.at)
    }

    fn first_word(&self) -> Option<&Token<'t>> {
        self.tokens.first().filter(|token| token.sort == Sort::Word)
    }

    fn could_be(&self, rule: Rule) -> bool {
        self.expected.contains(&rule)
    }

    /// Whether the part would read if it were written like this.
    fn reads(&self, words: &str) -> bool {
        Grammar::parse(self.rule, words).is_ok_and(|mut pairs| {
            pairs
                .next()
                .is_some_and(|it| it.as_str().trim_end() == words.trim_end())
        })
    }

    /// The words with one piece written otherwise.
    fn with(&self, start: usize, end: usize, instead: &str) -> String {
        let (before, after) = (self.words.get(..start), self.words.get(end..));
        [before.unwrap_or(""), instead, after.unwrap_or("")].concat()
    }
}

/// The rule that the broken part should have been read by.
fn rule_of(broken: Broken, words: &str) -> Rule {
    let first = tokens(words.lines().next().unwrap_or(""));
    let word = |index: usize| first.get(index).map_or("", |token| token.text);
    match broken {
        Broken::Part(Junk::Fact) => Rule::fact,
        Broken::Part(Junk::Sentence) => Rule::sentence,
        Broken::Part(Junk::Right) if first.first().is_some_and(|it| it.sort == Sort::Digits) => {
            Rule::sentence
        }
        Broken::Part(Junk::Right) => Rule::right_sentence,
        Broken::Part(Junk::Settlement) => Rule::settlement_sentence,
        Broken::Part(Junk::Choice) if word(0) == "采用" => Rule::chosen,
        Broken::Part(Junk::Choice) => Rule::other,
        Broken::Item => match word(0) {
            "政策" => Rule::policy,
            "等级" => Rule::ladder,
            "词汇" => Rule::entity,
            "宣示" => Rule::declaration,
            "目标" => Rule::target,
            "权利" => Rule::right,
            "条款" => Rule::article,
            "结算" => Rule::settlement,
            "读法" => Rule::reading,
            "算例" if word(1) == "背景" => Rule::setting,
            _ => Rule::case,
        },
    }
}

/// How far a rule reads a text, and what could have stood there.
struct Reach {
    at: usize,
    expected: Vec<Rule>,
}

fn reach(rule: Rule, words: &str) -> Reach {
    let error = match Grammar::parse(rule, words) {
        Err(error) => error,
        // it reads by itself: the trouble is what stands behind it
        Ok(mut pairs) => {
            return Reach {
                at: pairs.next().map_or(0, |pair| pair.as_span().end()),
                expected: Vec::new(),
            };
        }
    };
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let expected = match error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives,
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    Reach { at, expected }
}

/// Used by the slips: a problem at a place of the case.
fn at(code: tiaoli_source::Code, span: Span) -> Diagnostic {
    Diagnostic::new(code).at(span)
}
