//! What a guide is made of, before anybody decides how it is written down.

/// A piece of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a depth from 1.
    Heading(u8, String),
    /// A paragraph; with a word of its own before it: `支持标准`.
    Text(Option<String>, String),
    /// The document's own words, each with the id of its clause.
    Quote(Vec<(String, String)>),
    /// A list to be ticked off.
    Checks(Vec<Item>),
    /// A list in order.
    Steps(Vec<Item>),
    /// A table.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// One line of a list, with what belongs under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The line.
    pub text: String,
    /// What belongs under it.
    pub under: Vec<Item>,
}

impl Item {
    /// A line with nothing under it.
    pub(super) fn line(text: impl Into<String>) -> Self {
        Self { text: text.into(), under: Vec::new() }
    }
}
