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
use crate::keywords::keywords;
use crate::skeleton::{Skeleton, is_blank};
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use scan::{Sort, Token, tokens};
use std::cell::Cell;
use std::collections::BTreeSet;
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Span};

/// At most this many broken parts of a file are explained.
const MOST_EXPLAINED: usize = 500;
/// Longer parts are not tried in other spellings, in bytes: each try is a reading of the whole part.
const LONGEST_TRIED: usize = 6000;
/// How much is read in other spellings for one file, in bytes.
const MOST_TRIED: usize = 2_000_000;

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
    explained: usize,
    /// What is left of [`MOST_TRIED`].
    tries: Cell<usize>,
}

impl<'t> Around<'t> {
    pub(crate) fn new(file: FileId, text: &'t str, skeleton: &'t Skeleton) -> Self {
        Around { file, text, skeleton, names: None, explained: 0, tries: Cell::new(MOST_TRIED) }
    }

    /// Reports why `start..end` does not read.
    pub(crate) fn explain(&mut self, broken: Broken, start: usize, end: usize, problems: &mut Problems) {
        self.explained += 1;
        if self.explained > MOST_EXPLAINED {
            if self.explained == MOST_EXPLAINED + 1 {
                let here = Span::new(self.file, start, start);
                problems.push(at(Code::TOO_MANY_BROKEN, here).arg("most", MOST_EXPLAINED));
            }
            return;
        }
        let end = self.skeleton.trim_end(self.text, start, end);
        let words = self.text.get(start..end).unwrap_or("");
        let names = self.names.get_or_insert_with(|| scan::declared_names(self.text));
        let rule = rule_of(broken, words);
        let Reach { at, expected } = reach(rule, words);
        let case = Case {
            file: self.file,
            before: self.text.get(..start).unwrap_or("").trim_end_matches(is_blank),
            broken,
            rule,
            words,
            start,
            at: at.min(words.len()),
            tokens: tokens(words),
            names,
            expected,
            tries: &self.tries,
        };
        let problem = slips::ALL.iter().find_map(|slip| slip(&case)).unwrap_or_else(|| fallback::unexpected(&case));
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
    tries: &'t Cell<usize>,
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
        self.tokens.iter().rev().find(|token| token.end() <= self.at)
    }

    fn first_word(&self) -> Option<&Token<'t>> {
        self.tokens.first().filter(|token| token.sort == Sort::Word)
    }

    fn could_be(&self, rule: Rule) -> bool {
        self.expected.contains(&rule)
    }

    /// Whether the part would read if it were written like this.
    fn reads(&self, words: &str) -> bool {
        self.may_try(words)
            && Grammar::parse(self.rule, words).is_ok_and(|mut pairs| {
                pairs
                    .next()
                    .is_some_and(|it| it.as_str().trim_end_matches(is_blank) == words.trim_end_matches(is_blank))
            })
    }

    /// How far the part would read if it were written like this.
    fn reads_to(&self, words: &str) -> usize {
        if self.may_try(words) { reach(self.rule, words).at } else { 0 }
    }

    fn may_try(&self, words: &str) -> bool {
        let left = self.tries.get();
        self.tries.set(left.saturating_sub(words.len()));
        words.len() <= LONGEST_TRIED && words.len() <= left
    }

    /// The length of the character that the file before ends with.
    fn mark_before(&self) -> usize {
        self.before.chars().next_back().map_or(0, char::len_utf8)
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
        // the fact itself reads, and what is said about it does not
        Broken::Part(Junk::Fact) if keywords().iter().any(|it| it.word == word(0)) => Rule::attribute,
        Broken::Part(Junk::Fact) => Rule::fact,
        Broken::Part(Junk::Sentence) => Rule::sentence,
        Broken::Part(Junk::Right) if first.first().is_some_and(|it| it.sort == Sort::Digits) => Rule::sentence,
        Broken::Part(Junk::Right) => Rule::right_sentence,
        Broken::Part(Junk::Procedure) => Rule::procedure_sentence,
        Broken::Part(Junk::Settlement) => Rule::settlement_sentence,
        Broken::Part(Junk::Allocation) => Rule::allocation_line,
        Broken::Part(Junk::Choice) if word(0) == "采用" => Rule::chosen,
        Broken::Part(Junk::Choice) => Rule::other,
        Broken::Item => match word(0) {
            "政策" => Rule::policy,
            "等级" => Rule::ladder,
            "参数" if word(1) == "工作日" => Rule::calendar,
            "参数" => Rule::parameter,
            "词汇" => Rule::entity,
            "宣示" => Rule::declaration,
            "目标" => Rule::target,
            "权利" => Rule::right,
            "条款" => Rule::article,
            "定义" => Rule::definition,
            "程序" => Rule::procedure,
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
            return Reach { at: pairs.next().map_or(0, |pair| pair.as_span().end()), expected: Vec::new() };
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
fn at(code: Code, span: Span) -> Diagnostic {
    Diagnostic::new(code).at(span)
}
