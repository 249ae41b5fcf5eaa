//! A problem as plain data. What it says, in both languages, is in the [catalogue](crate::Code).

mod problems;
mod suggest;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub use problems::Problems;
pub use suggest::suggest;
pub use value::Value;
pub use words::Incomplete;

use crate::{Code, Span};

/// The language of words meant for people. Nothing else ever depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Chinese, simplified.
    Zh,
    /// English.
    En,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be computed from this text before it is put right.
    Error,
    /// Probably a slip; it computes.
    Warning,
    /// Something a careful writer may want to know.
    Advice,
}

/// One problem: which, where, and the words that fill its message.
///
/// ```
/// use tiaoli_source::{Code, Diagnostic, FileId, Lang, Span};
///
/// let problem = Diagnostic::new(Code::CUT_NOT_FOUND)
///     .at(Span::new(FileId(0), 0, 5))
///     .arg("id", "3.1.b")
///     .arg("unit", "3.1")
///     .arg("words", "其中重大");
/// assert!(problem.message(Lang::En).contains("`其中重大`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which problem of the catalogue.
    pub code: Code,
    /// What stands for `{name}` in its messages.
    pub args: Vec<(&'static str, Value)>,
    /// The place it is about, or `None` for a problem of the whole.
    pub span: Option<Span>,
    /// Other places that explain it, in the order they are to be shown.
    pub also: Vec<(Span, Note)>,
    /// The id of the clause of the document to show beneath.
    pub clause: Option<String>,
}

/// What a second place says: the `also` words of the code, with what is true of that place only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// What stands for `{name}` in the `also` words; what is missing here is taken from the diagnostic.
    pub args: Vec<(&'static str, Value)>,
}

impl Diagnostic {
    /// The problem `code`, as yet without a place or words.
    pub fn new(code: Code) -> Self {
        Diagnostic { code, args: Vec::new(), span: None, also: Vec::new(), clause: None }
    }

    /// Sets the place that the problem is about.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Fills `{name}` of the messages: with anything that can be shown, or with a [`Value`] that differs by language.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds another place, which says the `also` words of the code.
    #[must_use]
    pub fn also(mut self, span: Span) -> Self {
        self.also.push((span, Note::default()));
        self
    }

    /// Adds another place, with a word that holds for that place only.
    #[must_use]
    pub fn also_with(mut self, span: Span, name: &'static str, value: impl Into<Value>) -> Self {
        self.also.push((span, Note { args: vec![(name, value.into())] }));
        self
    }

    /// Names the clause of the document to show beneath.
    #[must_use]
    pub fn clause(mut self, id: impl std::fmt::Display) -> Self {
        self.clause = Some(id.to_string());
        self
    }

    /// How much it matters, as the catalogue says.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
