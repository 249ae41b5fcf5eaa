//! How problems are printed: pictures for people, a line each, or JSON.

mod excerpt;
mod human;
mod json;
mod plain;
pub(crate) mod wrap;

use crate::args::ProblemFormat;
use tiaoli::document::Document;
use tiaoli::{Diagnostic, Lang, Problems, Severity, Sources};

pub(crate) use json::problems as json_problems;

/// What problems are printed with.
pub(crate) struct Printer<'a> {
    /// The texts that they point into.
    pub(crate) sources: &'a Sources,
    /// The document, to show the clause that a rule encodes.
    pub(crate) document: Option<&'a Document>,
    /// The language of the words.
    pub(crate) lang: Lang,
    /// Columns.
    pub(crate) width: usize,
    /// Whether colour is taken.
    pub(crate) colour: bool,
}

impl Printer<'_> {
    /// All problems in one of the formats, each ending its line.
    pub(crate) fn print(&self, problems: &Problems, format: ProblemFormat) -> String {
        match format {
            ProblemFormat::Human => human::problems(self, problems),
            ProblemFormat::Plain => plain::problems(self, problems),
            ProblemFormat::Json => json::text(&json::problems(problems, self.sources)),
        }
    }

    /// The words of a clause of the document on one line.
    fn clause_words(&self, id: &str) -> Option<String> {
        let words = self.document?.text_of(id)?;
        Some(words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
    }
}

/// `error`, `warning`, `advice`: the same in every language.
fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    }
}

/// How many of each severity.
pub(crate) fn count(problems: &Problems, severity: Severity) -> usize {
    problems.sorted().into_iter().filter(|it: &&Diagnostic| it.severity() == severity).count()
}
