//! How problems are printed: pictures for people, a line each, JSON, and what CI servers read. One file a format.

mod excerpt;
mod findings;
mod github;
mod human;
mod json;
mod junit;
mod plain;
mod sarif;
pub(crate) mod wrap;

use crate::args::ProblemFormat;
use tiaoli::document::Document;
use tiaoli::{Diagnostic, Lang, Problems, Severity, Sources};

pub(crate) use findings::{Check, Findings};
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
    /// Problems in pictures.
    pub(crate) fn pictures(&self, problems: &Problems) -> String {
        human::problems(self, problems)
    }

    /// What a verb found, in one of the formats.
    pub(crate) fn print(&self, findings: &Findings, format: ProblemFormat) -> String {
        match format {
            ProblemFormat::Human => human::problems(self, &findings.problems()),
            ProblemFormat::Plain => plain::problems(self, &findings.problems()),
            ProblemFormat::Json => json::text(&json::problems(&findings.problems(), self.sources)),
            ProblemFormat::Junit => junit::document(self, findings),
            ProblemFormat::Sarif => json::text(&sarif::log(self, findings)),
            ProblemFormat::Github => github::annotations(self, findings),
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
