//! What each rule of the grammar is called by the people who write policies.

mod cases;
mod conditions;
mod sentences;
mod settlement;
mod words;

use crate::grammar::Rule;

/// How to speak of a rule. The rule's own name is never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Description {
    /// A word or mark of the language that carries no meaning of its own in the tree.
    Word(&'static str),
    /// A word of the language that the tree keeps.
    Kept(&'static str),
    /// A part, in Chinese and in English.
    Part(&'static str, &'static str),
    /// Never offered to a writer.
    Inner,
}

/// Each section of the grammar, and what says how to speak of its rules.
const SECTIONS: [fn(Rule) -> Option<Description>; 5] =
    [words::describe, cases::describe, conditions::describe, sentences::describe, settlement::describe];

/// How to speak of a rule.
pub(crate) fn describe(rule: Rule) -> Description {
    SECTIONS.iter().find_map(|of| of(rule)).unwrap_or(Description::Inner)
}

/// What only the grammar needs.
#[cfg(test)]
fn is_inner(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::EOI
            | Rule::file
            | Rule::junk
            | Rule::unclosed
            | Rule::post
            | Rule::own_post
            | Rule::of_several
            | Rule::due_ahead
            | Rule::full_ahead
            | Rule::fact_junk
            | Rule::fact_piece
            | Rule::continues
            | Rule::sentence_junk
            | Rule::sentence_piece
            | Rule::after_sentence
            | Rule::braces
            | Rule::allocation_junk
            | Rule::allocation_piece
            | Rule::option_junk
            | Rule::option_piece
            | Rule::after_option
            | Rule::letter
            | Rule::edge
            | Rule::keyword
            | Rule::WHITESPACE
            | Rule::COMMENT
            | Rule::gap
            | Rule::skeleton
            | Rule::comment
            | Rule::bracket_mark
            | Rule::item_line
    )
}

#[cfg(test)]
mod tests {
    use super::{Rule, SECTIONS, is_inner};

    #[test]
    fn every_rule_is_described_once() {
        for rule in Rule::all_rules() {
            let said = SECTIONS.iter().filter(|of| of(*rule).is_some()).count();
            assert_eq!(said, usize::from(!is_inner(*rule)), "{rule:?}");
        }
    }
}
