//! A typed cursor over what the grammar read, so that a builder function reads like its line of the grammar.
//!
//! Words of the language and marks are left out: a builder sees the parts that carry meaning. Where the builder expects
//! something that the grammar does not give, the two have drifted apart; that is [`Drift`], a mistake of this crate and
//! never of a writer.

use crate::explain::{Description, describe};
use crate::grammar::Rule;
use pest::iterators::{Pair, Pairs};

/// The grammar and the builder disagree on what starts at this byte.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drift {
    pub(crate) at: usize,
}

/// Why a part was not built.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stop {
    /// The writer's mistake; its problem is already among the problems.
    Reported,
    /// Ours.
    Drift(Drift),
}

/// What a builder function gives.
pub(crate) type Built<T> = Result<T, Stop>;

/// One part that the grammar read.
#[derive(Clone, Debug)]
pub(crate) struct Node<'t> {
    pair: Pair<'t, Rule>,
}

impl<'t> Node<'t> {
    pub(crate) fn new(pair: Pair<'t, Rule>) -> Self {
        Node { pair }
    }

    pub(crate) fn rule(&self) -> Rule {
        self.pair.as_rule()
    }

    pub(crate) fn text(&self) -> &'t str {
        self.pair.as_str()
    }

    pub(crate) fn start(&self) -> usize {
        self.pair.as_span().start()
    }

    /// The end, with whatever blanks the grammar skipped behind the last word.
    pub(crate) fn rough_end(&self) -> usize {
        self.pair.as_span().end()
    }

    pub(crate) fn children(self) -> Children<'t> {
        Children { at: self.start(), pairs: self.pair.into_inner() }
    }

    /// The only part inside.
    pub(crate) fn only(self) -> Built<Node<'t>> {
        let mut children = self.children();
        let child = children.any()?;
        children.end()?;
        Ok(child)
    }

    /// The grammar has this part where the builder knows no such part.
    pub(crate) fn drift(&self) -> Stop {
        Stop::Drift(Drift { at: self.start() })
    }
}

/// The parts of a part, in order.
#[derive(Clone, Debug)]
pub(crate) struct Children<'t> {
    at: usize,
    pairs: Pairs<'t, Rule>,
}

impl<'t> Children<'t> {
    /// The next part, whatever it is.
    pub(crate) fn next(&mut self) -> Option<Node<'t>> {
        self.skip_words();
        self.pairs.next().map(Node::new)
    }

    /// The next part, which must be there.
    pub(crate) fn any(&mut self) -> Built<Node<'t>> {
        self.next().ok_or(self.drift())
    }

    /// The next part, which must be a `rule`.
    pub(crate) fn one(&mut self, rule: Rule) -> Built<Node<'t>> {
        self.maybe(rule).ok_or(self.drift())
    }

    /// The next part if it is a `rule`.
    pub(crate) fn maybe(&mut self, rule: Rule) -> Option<Node<'t>> {
        if self.peek()? == rule { self.next() } else { None }
    }

    /// All parts from here on that are a `rule`.
    pub(crate) fn many(&mut self, rule: Rule) -> Vec<Node<'t>> {
        std::iter::from_fn(|| self.maybe(rule)).collect()
    }

    /// All parts that are left.
    pub(crate) fn rest(&mut self) -> Vec<Node<'t>> {
        std::iter::from_fn(|| self.next()).collect()
    }

    /// What the next part is.
    pub(crate) fn peek(&mut self) -> Option<Rule> {
        self.skip_words();
        self.pairs.peek().map(|pair| pair.as_rule())
    }

    /// Nothing may be left.
    pub(crate) fn end(&mut self) -> Built<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.drift()),
        }
    }

    fn drift(&self) -> Stop {
        Stop::Drift(Drift { at: self.at })
    }

    fn skip_words(&mut self) {
        while let Some(pair) = self.pairs.peek() {
            if !matches!(describe(pair.as_rule()), Description::Word(_)) {
                return;
            }
            self.pairs.next();
        }
    }
}
