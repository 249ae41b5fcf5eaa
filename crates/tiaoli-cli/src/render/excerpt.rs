//! The text under a label as miette reads it: its header column counts characters, and a line of any length stays short.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use tiaoli::{FileId, Sources, Span};

/// A line of more bytes than this is shown around its label only.
const LONGEST_LINE: usize = 600;
/// Bytes shown before and after a label in such a line.
const AROUND: usize = 90;
/// A label over more lines than this points at its first line.
const MOST_LINES: u32 = 8;

/// One text of a problem.
pub(super) struct Excerpt<'a> {
    name: String,
    text: &'a str,
    /// What is shown of it, where its lines are too long: a range of bytes.
    window: Option<std::ops::Range<usize>>,
}

impl<'a> Excerpt<'a> {
    /// The text `file` with the labels at `spans`, the first of them the most important.
    pub(super) fn new(sources: &'a Sources, file: FileId, primary: Span) -> Self {
        let text = sources.text(file);
        let window = too_long(text, primary).then(|| {
            let start = floor(text, (primary.start as usize).saturating_sub(AROUND));
            let end = ceil(text, (primary.start as usize).saturating_add(AROUND).min(text.len()));
            let from = text.get(start..primary.start as usize).and_then(|it| it.rfind('\n')).map_or(start, |at| start + at + 1);
            let to = text.get(primary.start as usize..end).and_then(|it| it.find('\n')).map_or(end, |at| primary.start as usize + at);
            from..to
        });
        Self { name: sources.name(file).to_owned(), text, window }
    }

    /// A span as miette can draw it: inside the text, on few lines, inside what is shown. `None` for one that is not.
    pub(super) fn label(&self, sources: &Sources, span: Span) -> Option<SourceSpan> {
        let (mut start, mut end) = (floor(self.text, span.start as usize), ceil(self.text, span.end as usize));
        let lines = sources.place_after(span).line.saturating_sub(sources.place(span).line);
        let words = self.text.get(start..end).unwrap_or("");
        if lines > MOST_LINES {
            end = start + words.find('\n').unwrap_or(words.len());
        } else {
            end = start + words.trim_end().len();
        }
        if let Some(window) = &self.window {
            if start < window.start || start > window.end {
                return None;
            }
            end = end.min(window.end);
        }
        // A place at the very end of a text has nothing to stand under but its last character.
        if start >= self.text.len() && start > 0 {
            start = floor(self.text, self.text.trim_end().len().saturating_sub(1));
            end = start;
        }
        Some((start, end.saturating_sub(start)).into())
    }
}

/// Whether a line around the place is too long to be drawn whole.
fn too_long(text: &str, primary: Span) -> bool {
    let at = floor(text, primary.start as usize);
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let near = before.rsplit('\n').take(2).chain(after.split('\n').take(MOST_LINES as usize));
    near.map(str::len).max().unwrap_or(0) > LONGEST_LINE
}

/// The start of the character that `at` lies in.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The end of the character that `at` lies in.
fn ceil(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

impl SourceCode for Excerpt<'_> {
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (before, after) = if self.window.is_some() { (0, 0) } else { (before, after) };
        let inner = self.text.read_span(span, before, after)?;
        let shown = match &self.window {
            Some(window) => window.start..window.end,
            None => inner.span().offset()..inner.span().offset() + inner.span().len(),
        };
        let data = self.text.get(shown.clone()).unwrap_or("").as_bytes();
        let line_start = self.text.get(..shown.start).and_then(|it| it.rfind('\n')).map_or(0, |at| at + 1);
        let column = self.text.get(line_start..shown.start).map_or(0, |it| it.chars().count());
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            (shown.start, shown.len()).into(),
            inner.line(),
            column,
            inner.line_count(),
        )))
    }
}
