//! What a verb has judged, thing by thing, and what it found: the one list that every format is written from.

use super::severity_word;
use tiaoli::{Diagnostic, Problems, Severity, Sources, Span};

/// Everything that a verb has judged.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    /// The verb, as it is typed.
    pub(crate) verb: &'static str,
    /// What was judged, in the order of the texts.
    pub(crate) checks: Vec<Check>,
}

/// One thing that was judged: a file, a golden case, a rule, a slip.
#[derive(Clone, Debug, Default)]
pub(crate) struct Check {
    /// What it belongs to: a folder, an article.
    pub(crate) group: String,
    /// What it is called.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) place: Option<Span>,
    /// What there is to say of it; nothing where all is well.
    pub(crate) found: Vec<Diagnostic>,
    /// Whether it makes the run fail.
    pub(crate) failed: bool,
}

impl Findings {
    /// Problems by the file that they stand in, each file of `sources` being one thing that was judged. With `deny`
    /// a warning fails a file, as an error does.
    pub(crate) fn by_file(verb: &'static str, problems: &Problems, sources: &Sources, deny: bool) -> Self {
        let sorted = problems.sorted();
        let fails = |it: &Diagnostic| match it.severity() {
            Severity::Error => true,
            Severity::Warning => deny,
            Severity::Advice => false,
        };
        let check = |name: &str, place: Option<Span>, found: Vec<Diagnostic>| {
            let failed = found.iter().any(fails);
            Check { group: verb.to_owned(), name: name.to_owned(), place, found, failed }
        };
        let placeless: Vec<Diagnostic> = sorted.iter().filter(|it| it.span.is_none()).map(|it| (*it).clone()).collect();
        let whole = (!placeless.is_empty()).then(|| check(verb, None, placeless));
        let files = sources.files().map(|file| {
            let own = sorted.iter().filter(|it| it.span.is_some_and(|span| span.file == file));
            check(sources.name(file), Some(Span::new(file, 0, 0)), own.map(|it| (*it).clone()).collect())
        });
        Self { verb, checks: whole.into_iter().chain(files).collect() }
    }

    /// What was found, without what it was found in.
    pub(crate) fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        self.found().for_each(|it| problems.push(it.clone()));
        problems
    }

    /// As [`Self::problems`], in the order of the checks.
    pub(crate) fn found(&self) -> impl Iterator<Item = &Diagnostic> {
        self.checks.iter().flat_map(|check| &check.found)
    }

    /// Whether the run fails.
    pub(crate) fn failed(&self) -> bool {
        self.checks.iter().any(|check| check.failed)
    }
}

/// Where something stands, for tools: the path from the folder that the run started in, lines and columns from 1.
pub(super) struct At {
    pub(super) path: String,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
}

impl At {
    pub(super) fn of(span: Span, sources: &Sources) -> Self {
        let (start, end) = (sources.place(span), sources.place_after(span));
        Self {
            path: crate::files::relative(sources.name(span.file)),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// A problem in one text: its message, what is said at its place, what to do.
pub(super) fn told(it: &Diagnostic, lang: tiaoli::Lang) -> String {
    let mut text = it.message(lang);
    let more = [it.label(lang), it.help(lang)].into_iter().flatten().filter(|words| !words.is_empty());
    for words in more {
        if !text.contains(&words) {
            text.push('\n');
            text.push_str(&words);
        }
    }
    text
}

/// `error T0301 unknown-name`
pub(super) fn title(it: &Diagnostic) -> String {
    format!("{} {} {}", severity_word(it.severity()), it.code.id(), it.code.name())
}
