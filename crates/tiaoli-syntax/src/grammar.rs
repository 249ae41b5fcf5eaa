//! The parser made from `grammar.pest`.

/// Reads text by a rule of the grammar.
#[derive(pest_derive::Parser)]
#[grammar = "grammar.pest"]
pub(crate) struct Grammar;
