//! From the catalogue's templates to the words that people read.

use super::{Diagnostic, Lang, Value};
use crate::catalogue::placeholders;
use crate::{Code, Span};

/// A diagnostic that does not fill its messages: what [`Diagnostic::complete`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incomplete {
    /// The code of the diagnostic.
    pub code: Code,
    /// Placeholders of its messages that no argument fills.
    pub missing: Vec<String>,
    /// Arguments that no message mentions.
    pub unused: Vec<&'static str>,
}

impl std::fmt::Display for Incomplete {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Incomplete { code, missing, unused } = self;
        write!(f, "{code} is raised without {missing:?} and with {unused:?}, which it does not mention")
    }
}

impl std::error::Error for Incomplete {}

impl Diagnostic {
    /// What is wrong, in one line. A placeholder that no argument fills stays as `{name}`.
    pub fn message(&self, lang: Lang) -> String {
        self.fill(self.code.words(lang).message, lang, &[])
    }

    /// What to say at the place itself, where the code has words for it.
    pub fn label(&self, lang: Lang) -> Option<String> {
        self.code.words(lang).label.map(|words| self.fill(words, lang, &[]))
    }

    /// What to do about it, where the code has words for it.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.code.words(lang).help.map(|words| self.fill(words, lang, &[]))
    }

    /// Why it matters, where the code has words for it.
    pub fn why(&self, lang: Lang) -> Option<String> {
        self.code.words(lang).why.map(|words| self.fill(words, lang, &[]))
    }

    /// The other places with what each says, in order. A code without `also` words leaves them empty.
    pub fn notes(&self, lang: Lang) -> Vec<(Span, String)> {
        let words = self.code.words(lang).also.unwrap_or("");
        self.also.iter().map(|(span, note)| (*span, self.fill(words, lang, &note.args))).collect()
    }

    /// Checks that every placeholder is filled and every argument is used. Tests call it on each problem they see, by
    /// way of [`Problems::show`](super::Problems::show); a program that shows problems to people has no need to.
    ///
    /// # Errors
    ///
    /// [`Incomplete`] with what is missing and what is unused.
    pub fn complete(&self) -> Result<(), Incomplete> {
        let words = self.code.words(Lang::En);
        let own: Vec<&str> = words.own().flat_map(placeholders).collect();
        let also: Vec<&str> = words.also.into_iter().flat_map(placeholders).collect();
        let given = |name: &str, args: &[(&'static str, Value)]| args.iter().any(|(known, _)| *known == name);

        let mut missing: Vec<String> = Vec::new();
        missing.extend(own.iter().filter(|name| !given(name, &self.args)).map(ToString::to_string));
        for (_, note) in &self.also {
            let unfilled = also.iter().filter(|name| !given(name, &note.args) && !given(name, &self.args));
            missing.extend(unfilled.map(ToString::to_string));
        }
        let notes = self.also.iter().flat_map(|(_, note)| &note.args);
        let unused: Vec<&'static str> = (self.args.iter().chain(notes))
            .map(|(name, _)| *name)
            .filter(|name| !own.contains(name) && !also.contains(name))
            .collect();
        if missing.is_empty() && unused.is_empty() {
            return Ok(());
        }
        Err(Incomplete { code: self.code, missing, unused })
    }

    fn fill(&self, template: &str, lang: Lang, first: &[(&'static str, Value)]) -> String {
        let mut filled = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match first.iter().chain(&self.args).find(|(known, _)| *known == name) {
                Some((_, value)) => filled.push_str(value.in_lang(lang)),
                None => filled.push_str(&format!("{{{name}}}")),
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }
}
