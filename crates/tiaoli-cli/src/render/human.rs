//! Pictures for people: the message, the place with its label, the words of the document, what to do.

use super::excerpt::Excerpt;
use super::wrap::{flow, hang};
use super::{Printer, severity_word};
use crate::surroundings::say;
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use std::fmt;
use tiaoli::{Diagnostic, Problems, Severity, Span};

/// The most problems that are drawn.
const MOST: usize = 200;

pub(super) fn problems(printer: &Printer<'_>, problems: &Problems) -> String {
    let theme = if printer.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler =
        GraphicalReportHandler::new_themed(theme).with_width(printer.width).with_context_lines(1).without_cause_chain();
    let sorted = problems.sorted();
    let mut text = String::new();
    for problem in sorted.iter().take(MOST) {
        text.push_str(&one(printer, &handler, problem));
        text.push('\n');
    }
    if let Some(left) = sorted.len().checked_sub(MOST).filter(|left| *left > 0) {
        let words = say(
            printer.lang,
            "（另有 {} 个问题未列出；全部见 --format plain）",
            "({} more; all of them with --format plain)",
        );
        text.push_str(&words.replacen("{}", &left.to_string(), 1));
        text.push_str("\n\n");
    }
    text
}

fn one(printer: &Printer<'_>, handler: &GraphicalReportHandler, problem: &Diagnostic) -> String {
    let mut text = header(printer, problem);
    for (file, labels) in by_file(printer, problem) {
        let spans: Vec<Span> = labels.iter().map(|(span, _)| *span).collect();
        let excerpt = Excerpt::new(printer.sources, file, &spans, printer.width);
        let mut beneath = Vec::new();
        let mut drawn = Vec::new();
        for (index, (span, words)) in labels.into_iter().enumerate() {
            let Some(place) = excerpt.label(printer.sources, span) else { continue };
            // miette does not fold a label: one that is too long stands beneath, whole.
            let (beside, left) = if excerpt.has_room(place, &words, printer.width) {
                (words, String::new())
            } else {
                (String::new(), words)
            };
            let beside = Some(beside).filter(|words| !words.is_empty());
            drawn.push(if index == 0 {
                LabeledSpan::new_primary_with_span(beside, place)
            } else {
                LabeledSpan::new_with_span(beside, place)
            });
            beneath.extend(Some(left).filter(|words| !words.is_empty()));
        }
        let picture = Picture { severity: problem.severity(), labels: drawn, excerpt: &excerpt };
        text.push_str(&draw(handler, &picture));
        for words in beneath {
            text.push_str(&hang("  ", &words, printer.width));
        }
    }
    if let Some((id, words)) = clause(printer, problem) {
        let lead = format!("  {} {id}{}", say(printer.lang, "条款", "clause"), say(printer.lang, "：", ": "));
        text.push_str(&hang(&lead, &words, printer.width));
    }
    if let Some(why) = problem.why(printer.lang) {
        text.push_str(&hang(say(printer.lang, "  原因：", "  why: "), &why, printer.width));
    }
    if let Some(help) = problem.help(printer.lang).filter(|help| !help.is_empty()) {
        text.push_str(&hang(say(printer.lang, "  建议：", "  help: "), &help, printer.width));
    }
    text
}

/// The clause of a problem with its words, unless the picture shows them.
fn clause<'p>(printer: &Printer<'_>, problem: &'p Diagnostic) -> Option<(&'p str, String)> {
    let id = problem.clause.as_deref()?;
    let shown = printer
        .document
        .and_then(|it| it.span_of(id))
        .is_some_and(|it| problem.span.is_some_and(|span| span.file == it.file));
    if shown { None } else { Some((id, printer.clause_words(id)?)) }
}

/// `错误[T0301]：…`
fn header(printer: &Printer<'_>, problem: &Diagnostic) -> String {
    let word = match problem.severity() {
        Severity::Error => say(printer.lang, "错误", "error"),
        Severity::Warning => say(printer.lang, "警告", "warning"),
        Severity::Advice => say(printer.lang, "提示", "advice"),
    };
    let lead = format!("{word}[{}]{}", problem.code, say(printer.lang, "：", ": "));
    let plain = flow(&lead, &problem.message(printer.lang), printer.width);
    if !printer.colour {
        return plain;
    }
    let colour = match problem.severity() {
        Severity::Error => "31",
        Severity::Warning => "33",
        Severity::Advice => "36",
    };
    match plain.strip_prefix(&lead) {
        Some(rest) => format!("\u{1b}[{colour};1m{lead}\u{1b}[0m{rest}"),
        None => plain,
    }
}

type Labels = Vec<(Span, String)>;

/// The labels of a problem, file by file: its own first.
fn by_file(printer: &Printer<'_>, problem: &Diagnostic) -> Vec<(tiaoli::FileId, Labels)> {
    let own = problem.span.map(|span| (span, problem.label(printer.lang).unwrap_or_default()));
    let mut files: Vec<(tiaoli::FileId, Labels)> = Vec::new();
    for (span, words) in own.into_iter().chain(problem.notes(printer.lang)) {
        match files.iter_mut().find(|(file, _)| *file == span.file) {
            Some((_, labels)) => labels.push((span, words)),
            None => files.push((span.file, vec![(span, words)])),
        }
    }
    files
}

/// The picture alone: miette's own header line is left to [`header`].
fn draw(handler: &GraphicalReportHandler, picture: &Picture<'_>) -> String {
    let mut text = String::new();
    if handler.render_report(&mut text, picture).is_err() {
        return String::new();
    }
    let lines = text.lines().skip_while(|line| !line.contains('╭'));
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

/// What miette draws.
struct Picture<'a> {
    severity: Severity,
    labels: Vec<LabeledSpan>,
    excerpt: &'a Excerpt,
}

impl fmt::Debug for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(severity_word(self.severity))
    }
}

impl fmt::Display for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(severity_word(self.severity))
    }
}

impl std::error::Error for Picture<'_> {}

impl miette::Diagnostic for Picture<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
