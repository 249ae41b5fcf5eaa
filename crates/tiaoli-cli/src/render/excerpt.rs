//! The lines under a label as miette reads them: its header counts characters, and no line is wider than the terminal.

use super::wrap::cells;
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use tiaoli::{FileId, Sources, Span};
use unicode_width::UnicodeWidthChar;

/// A label over more lines than this points at its first line.
const MOST_LINES: usize = 6;
/// Cells that miette needs left of a line.
const MARGIN: usize = 10;
/// Labels further apart than this are drawn one by one.
const APART: usize = 4000;
/// What stands for the rest of a line that is cut.
const REST: char = '…';

/// A few lines of one text, with the labels that lie in them.
pub(super) struct Excerpt {
    name: String,
    text: String,
    /// Where `text` starts in the file, in bytes; what is before its first line is `lead` bytes of our own.
    base: usize,
    lead: usize,
    /// The line that `text` starts in, from 0, and the column, in characters from 0.
    line: usize,
    column: usize,
}

impl Excerpt {
    /// The lines of the labels at `spans`, the first of them the most important: it is drawn whatever becomes of others.
    pub(super) fn new(sources: &Sources, file: FileId, spans: &[Span], width: usize) -> Self {
        let text = sources.text(file);
        let budget = width.saturating_sub(MARGIN).max(20);
        let primary = spans.first().copied().unwrap_or_default();
        let (start, end) = inside(text, primary);
        let (mut from, mut to) = lines_around(text, start, end);
        for span in spans.iter().skip(1) {
            let (start, end) = inside(text, *span);
            let (first, last) = lines_around(text, start, end);
            if first.abs_diff(from) < APART && last.abs_diff(to) < APART {
                (from, to) = (from.min(first), to.max(last));
            }
        }
        let fits =
            |from: usize, to: usize| text.get(from..to).is_some_and(|it| it.lines().all(|line| cells(line) <= budget));
        if !fits(from, to) {
            (from, to) = lines_around(text, start, end);
        }
        let name = sources.name(file).to_owned();
        let line = text.get(..from).map_or(0, |it| it.matches('\n').count());
        if fits(from, to) {
            // The blank gives a label at the very end something to stand under.
            let text = format!("{} ", text.get(from..to).unwrap_or(""));
            return Self { name, text, base: from, lead: 0, line, column: 0 };
        }
        let (from, to) = window(text, from, start, end, budget);
        let line_start = line_start(text, start);
        let mut shown = String::new();
        if from > line_start {
            shown.push(REST);
        }
        let lead = shown.len();
        shown.push_str(text.get(from..to).unwrap_or(""));
        if text.get(to..).is_some_and(|it| !it.is_empty() && !it.starts_with(['\n', '\r'])) {
            shown.push(REST);
        }
        let line = text.get(..start).map_or(0, |it| it.matches('\n').count());
        let column =
            text.get(line_start..from).map_or(0, |it| it.chars().count()).saturating_sub(usize::from(lead > 0));
        Self { name, text: shown, base: from, lead, line, column }
    }

    /// A span as miette can draw it; `None` for one that is not shown.
    pub(super) fn label(&self, sources: &Sources, span: Span) -> Option<SourceSpan> {
        let (start, end) = inside(sources.text(span.file), span);
        let start = start.checked_sub(self.base)?.saturating_add(self.lead);
        let end = end.checked_sub(self.base)?.saturating_add(self.lead).min(self.text.len());
        (start <= self.text.len()).then(|| (start, end.saturating_sub(start)).into())
    }

    /// Whether the words of a label fit beside the line that leads to them.
    pub(super) fn has_room(&self, label: SourceSpan, words: &str, width: usize) -> bool {
        let start = line_start(&self.text, label.offset());
        let before = self.text.get(start..label.offset()).map_or(0, cells);
        let label = self.text.get(label.offset()..label.offset().saturating_add(label.len())).map_or(0, cells);
        let leader = MARGIN.saturating_add(before).saturating_add(label / 2);
        leader.saturating_add(cells(words)) <= width
    }
}

/// The bytes of a span that are drawn: whole characters, no blanks at the end, on few lines.
fn inside(text: &str, span: Span) -> (usize, usize) {
    let start = floor(text, span.start as usize);
    let words = text.get(start..floor(text, span.end as usize).max(start)).unwrap_or("").trim_end();
    let shown = if words.lines().count() > MOST_LINES { words.lines().next().unwrap_or("") } else { words };
    (start, start.saturating_add(shown.len()))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |at| at.saturating_add(1))
}

fn lines_around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let to = text.get(end..).and_then(|it| it.find('\n')).map_or(text.len(), |at| end.saturating_add(at));
    (line_start(text, start), to)
}

/// As much of the line around `start..end` as fits: the label from its start, and some of what is before it.
fn window(text: &str, line: usize, start: usize, end: usize, budget: usize) -> (usize, usize) {
    let wide = |c: char| c.width().unwrap_or(1);
    let label = text.get(start..end).and_then(|it| it.lines().next()).unwrap_or("");
    let spare = budget.saturating_sub(label.chars().map(wide).take(budget).sum());
    let mut left = (spare / 2).saturating_sub(2);
    let before = text.get(line.min(start)..start).unwrap_or("");
    let mut from = start;
    for (at, c) in before.char_indices().rev() {
        match left.checked_sub(wide(c)) {
            Some(rest) if c != '\n' => (left, from) = (rest, line.saturating_add(at)),
            _ => break,
        }
    }
    let mut room = budget.saturating_sub(2).saturating_sub(text.get(from..start).map_or(0, cells));
    let mut to = start;
    for c in text.get(start..).unwrap_or("").chars() {
        match room.checked_sub(wide(c)) {
            Some(rest) if c != '\n' && c != '\r' => (room, to) = (rest, to.saturating_add(c.len_utf8())),
            _ => break,
        }
    }
    (from, to)
}

impl SourceCode for Excerpt {
    /// Without context miette asks for the place of a label; with context, for the lines to draw.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let start = span.offset().min(self.text.len());
        let end = start.saturating_add(span.len()).min(self.text.len());
        let (from, to) = if before == 0 { (start, end) } else { lines_around(&self.text, start, end) };
        let data = self.text.get(from..to).ok_or(MietteError::OutOfBounds)?;
        let above = self.text.get(..from).unwrap_or("");
        let first = line_start(&self.text, from);
        let column = self.text.get(first..from).map_or(0, |it| it.chars().count());
        let column = if first == 0 { column.saturating_add(self.column) } else { column };
        let line = self.line.saturating_add(above.matches('\n').count());
        let place = (from, data.len()).into();
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data.as_bytes(),
            place,
            line,
            column,
            data.lines().count(),
        )))
    }
}
