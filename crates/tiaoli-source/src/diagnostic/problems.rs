//! Problems gathered by the stages, read in one fixed order.

use super::{Diagnostic, Incomplete, Lang, Severity};
use crate::Sources;

/// The problems found so far. Stages add in any order; readers see them by file, place and code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    found: Vec<Diagnostic>,
}

impl Problems {
    /// No problem yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Diagnostic) {
        self.found.push(problem);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, more: Problems) {
        self.found.extend(more.found);
    }

    /// Keeps those of which `keep` says so.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// Whether any of them is an error: then nothing may be computed.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|problem| problem.severity() == Severity::Error)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them: first those of no place, then by file, start, end and code; what is equal in all four stays in the
    /// order it was found.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.found.iter().collect();
        sorted.sort_by_key(|problem| (problem.span, problem.code));
        sorted
    }

    /// All of them as plain text, one field a line, for snapshots: the same on every machine, and it refuses a problem
    /// whose messages are not filled.
    ///
    /// # Errors
    ///
    /// The first [`Incomplete`] problem.
    pub fn show(&self, sources: &Sources, lang: Lang) -> Result<String, Incomplete> {
        let mut shown = String::new();
        for problem in self.sorted() {
            problem.complete()?;
            shown.push_str(&problem.show(sources, lang));
        }
        Ok(shown)
    }
}

impl Diagnostic {
    /// This problem as plain text: code and message, then place, words there, label, other places, clause, why it matters and help.
    pub fn show(&self, sources: &Sources, lang: Lang) -> String {
        let severity = match self.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        };
        let mut shown = format!("{severity}[{}]: {}\n", self.code, self.message(lang));
        let mut at = |span, label: &str| {
            let words = sources.slice(span).unwrap_or("").trim_end();
            let label = if label.is_empty() { String::new() } else { format!(" -- {label}") };
            shown.push_str(&format!("  {}:{} `{words}`{label}\n", sources.name(span.file), sources.place(span)));
        };
        if let Some(span) = self.span {
            at(span, &self.label(lang).unwrap_or_default());
        }
        for (span, note) in self.notes(lang) {
            at(span, &note);
        }
        if let Some(id) = &self.clause {
            shown.push_str(&format!("  clause {id}\n"));
        }
        if let Some(why) = self.why(lang) {
            shown.push_str(&format!("  why: {why}\n"));
        }
        if let Some(help) = self.help(lang) {
            shown.push_str(&format!("  help: {help}\n"));
        }
        shown
    }
}
