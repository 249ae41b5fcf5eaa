//! A first `source.clauses` for a document, for a person to merge and split.

use super::few::Few;
use super::id::ClauseId;
use super::is_blank;
use super::units::{Unit, lines, units};
use crate::{FileId, Problems};

/// How many characters of a clause are shown where fewer would do.
const USUAL: usize = 6;

/// How many clauses before and after a clause may not hold its first words, where that can be had.
const AROUND: usize = 8;

/// Lines for `source.clauses` that cut `text` after every 。 and ； outside brackets and quotes, and at every paragraph.
/// The first words are long enough to be told from the clauses around. It reads back without errors.
pub fn propose(text: &str) -> String {
    let mut ignored = Problems::new();
    let mut units = units(text, FileId::default(), &mut Few::new(&mut ignored));
    split_closing(text, &mut units);
    let mut proposal = String::new();
    for unit in &units {
        let heading = text.get(unit.start..unit.heading).unwrap_or("").trim_matches(is_blank);
        let mut words = words(text, heading, &pieces(text, unit.heading, unit.end));
        // first words that are also those of the heading would be found there
        if unit.id != "0" && words.first().is_some_and(|words| heading.starts_with(words)) {
            words = self::words(text, "", &pieces(text, unit.start, unit.end));
        }
        for (index, words) in words.iter().enumerate() {
            proposal.push_str(&format!("{} {words}\n", ClauseId::nth(&unit.id, index)));
        }
    }
    proposal
}

/// The first words of every piece. Each is found where the piece starts when looked for after those before it.
fn words<'t>(text: &'t str, heading: &'t str, pieces: &[(usize, &'t str)]) -> Vec<&'t str> {
    let mut words: Vec<&str> = Vec::new();
    let mut previous: Option<(usize, &str)> = None;
    for (index, (start, piece)) in pieces.iter().enumerate() {
        let from = index.saturating_sub(AROUND);
        let near = pieces.iter().skip(from).take(2 * AROUND + 1).map(|(_, near)| *near);
        let around: Vec<&str> = near.chain((index == 0).then_some(heading)).collect();
        let first = first_words(piece, &around);
        // what stands in the piece before, after its own first words, would be found there: then those are all of it
        if let (Some((before, whole)), Some(taken)) = (previous, words.last_mut()) {
            let found = text.get(before + taken.len()..start + first.len()).and_then(|rest| rest.find(first));
            if found.is_none_or(|at| before + taken.len() + at < *start) {
                *taken = whole;
            }
        }
        words.push(first);
        previous = Some((*start, piece));
    }
    words
}

/// Lines below a last unit that spoke on its own line are closing paragraphs of the document.
fn split_closing(text: &str, units: &mut Vec<Unit>) {
    let Some(last) = units.last_mut().filter(|last| last.spoke_on_its_first_line) else {
        return;
    };
    let unit = text.get(last.start..last.end).unwrap_or("");
    let Some((at, _)) = lines(unit).nth(1) else {
        return;
    };
    let start = last.start + at;
    let end = std::mem::replace(&mut last.end, start);
    let id = (last.part() + 1).to_string();
    units.push(Unit { id, start, heading: start, end, spoke_on_its_first_line: true });
}

/// The sentences between two offsets in bytes, each with its own offset, without blanks around them.
fn pieces(text: &str, start: usize, end: usize) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, line) in lines(text.get(start..end).unwrap_or("")) {
        sentences(line, start + at, &mut found);
    }
    found
}

/// Adds the parts of a line after each 。 or ； outside brackets and quotes. Marks that follow one another stay together.
fn sentences<'t>(line: &'t str, offset: usize, found: &mut Vec<(usize, &'t str)>) {
    let (mut start, mut depth, mut ended) = (0, 0_usize, false);
    for (at, c) in line.char_indices() {
        let closes = matches!(c, '）' | ')' | '”' | '》' | '」' | '】' | ']');
        let ends = matches!(c, '。' | '；' | ';');
        if ended && !closes && !ends && !is_blank(c) {
            found.extend(line.get(start..at).map(|piece| (offset + start, piece.trim_end_matches(is_blank))));
            (start, ended) = (at, false);
        }
        match c {
            '（' | '(' | '“' | '《' | '「' | '【' | '[' => depth += 1,
            _ if closes => depth = depth.saturating_sub(1),
            _ => {}
        }
        ended |= ends && depth == 0;
    }
    found.extend(line.get(start..).map(|piece| (offset + start, piece.trim_end_matches(is_blank))));
}

/// The shortest beginning of `piece` that is told from everything `around` it (itself included), growing by half; the
/// whole of it if nothing less will do.
fn first_words<'t>(piece: &'t str, around: &[&str]) -> &'t str {
    let mut count = USUAL;
    while let Some((end, _)) = piece.char_indices().nth(count) {
        let words = piece.get(..end).unwrap_or(piece).trim_end_matches(is_blank);
        let seen: usize = around.iter().map(|other| occurrences(other, words)).sum();
        if seen <= 1 {
            return words;
        }
        count += count / 2;
    }
    piece
}

/// Whether `words` occur in `text` not at all, once or more often, as 0, 1 or 2; they may overlap.
fn occurrences(text: &str, words: &str) -> usize {
    let Some(at) = text.find(words) else { return 0 };
    let from = at + words.chars().next().map_or(1, char::len_utf8);
    1 + usize::from(text.get(from..).is_some_and(|rest| rest.contains(words)))
}
