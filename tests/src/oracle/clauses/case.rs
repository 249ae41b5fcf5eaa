//! A case about which everything is known, as the rules see it.

use super::super::figure::Figure;
use super::super::value::Value;
use super::{Award, Ruling};

/// One complete set of answers.
pub(crate) struct Case<'a> {
    /// The answer for each fact of the rule.
    pub(crate) answers: &'a [(&'static str, &'a Value)],
    /// Which of these facts the application left open.
    pub(crate) open: &'a [&'static str],
    /// The decided sum of the rule, where it was supplied.
    pub(crate) decided: Option<&'a Figure>,
}

impl Case<'_> {
    /// A 是否 fact.
    pub(crate) fn holds(&self, alias: &str) -> bool {
        matches!(self.answer(alias), Value::Truth(true))
    }

    /// Whether a fact is one of these words.
    pub(crate) fn is(&self, alias: &str, words: &[&str]) -> bool {
        words.contains(&self.word(alias))
    }

    /// The word of a fact.
    pub(crate) fn word(&self, alias: &str) -> &'static str {
        match self.answer(alias) {
            Value::Word(word) => word,
            other => panic!("{alias} is no word: {other:?}"),
        }
    }

    /// Whether the list of a fact has this word.
    pub(crate) fn lists(&self, alias: &str, word: &str) -> bool {
        matches!(self.answer(alias), Value::Words(words) if words.contains(&word))
    }

    /// The figure of a fact.
    pub(crate) fn figure(&self, alias: &str) -> &Figure {
        match self.answer(alias) {
            Value::Figure(figure) => figure,
            other => panic!("{alias} is no figure: {other:?}"),
        }
    }

    /// The figures of a fact.
    pub(crate) fn figures(&self, alias: &str) -> &[Figure] {
        match self.answer(alias) {
            Value::Figures(figures) => figures,
            other => panic!("{alias} is no list of figures: {other:?}"),
        }
    }

    /// The 是否 facts among these that are not so.
    pub(crate) fn lacking(&self, aliases: &[&'static str]) -> Vec<&'static str> {
        aliases.iter().copied().filter(|alias| !self.holds(alias)).collect()
    }

    /// Up to a ceiling, or what the authority determined within it.
    pub(crate) fn up_to(&self, failed: Vec<&'static str>, ceiling: Figure) -> Ruling {
        let award = match self.decided {
            Some(sum) => Award::Decided(sum.clone().min(ceiling.clone()), *sum > ceiling),
            None => Award::UpTo(ceiling),
        };
        Ruling { failed, award }
    }

    fn answer(&self, alias: &str) -> &Value {
        match self.answers.iter().find(|(name, _)| *name == alias) {
            Some((_, value)) => value,
            None => panic!("{alias} is not among the facts of this rule"),
        }
    }
}
