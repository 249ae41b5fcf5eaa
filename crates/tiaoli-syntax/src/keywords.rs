//! The words of the language.

/// A word of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The word as written.
    pub word: &'static str,
    /// What it says in English.
    pub gloss: &'static str,
}

/// Every word that cannot be a name.
pub fn keywords() -> &'static [Keyword] {
    &[]
}
