//! Lines of a width in terminal cells, a Chinese character being two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks that do not begin a line.
const NOT_FIRST: &str = "，。；：、？！）》」』”’】〉％…)]},.;:?!%";
/// Marks that do not end a line.
const NOT_LAST: &str = "（《「『“‘【〈([{";

/// Cells that a text takes.
pub(crate) fn cells(text: &str) -> usize {
    text.width()
}

/// `text` in lines of at most `width` cells: broken at blanks, and between Chinese characters where their marks allow.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line.trim_end_matches('\r'), width.max(4))).collect()
}

/// As [`wrap`], the lines after the first set in by the cells of `lead`, which stands before the first.
pub(crate) fn hang(lead: &str, text: &str, width: usize) -> String {
    let indent = " ".repeat(cells(lead));
    let mut shown = String::new();
    for (index, line) in wrap(text, width.saturating_sub(cells(lead))).iter().enumerate() {
        shown.push_str(if index == 0 { lead } else { &indent });
        shown.push_str(line);
        shown.push('\n');
    }
    shown
}

/// Whole lines, each ending.
pub(crate) fn paragraph(text: &str, width: usize) -> String {
    wrap(text, width).iter().map(|line| format!("{line}\n")).collect()
}

/// `lead` and `text` as one paragraph, the lines after the first set in by two.
pub(crate) fn flow(lead: &str, text: &str, width: usize) -> String {
    let lines = wrap(&format!("{lead}{text}"), width.saturating_sub(2));
    let mut shown = lines.join("\n  ");
    shown.push('\n');
    shown
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0usize);
    for piece in pieces(text) {
        let wide = cells(piece.trim_end());
        if used > 0 && used.saturating_add(wide) > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        if wide <= width {
            line.push_str(piece);
            used = used.saturating_add(cells(piece));
            continue;
        }
        for c in piece.chars() {
            let wide = c.width().unwrap_or(0);
            if used > 0 && used.saturating_add(wide) > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used = used.saturating_add(wide);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The smallest pieces that stay on one line, with the blanks after them.
fn pieces(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut before) = (Vec::new(), 0usize, None);
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            found.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    found.extend(text.get(start..));
    found
}

fn may_break(before: char, after: char) -> bool {
    if after.is_whitespace() || NOT_FIRST.contains(after) || NOT_LAST.contains(before) {
        return false;
    }
    before.is_whitespace() || is_wide(before) || is_wide(after)
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2) || NOT_FIRST.contains(c) && !c.is_ascii()
}
