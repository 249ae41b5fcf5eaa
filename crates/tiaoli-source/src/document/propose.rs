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
        let pieces = pieces(text, unit);
        for (index, piece) in pieces.iter().enumerate() {
            let around = pieces.get(index.saturating_sub(AROUND)..).unwrap_or(&[]);
            let around: Vec<&str> = around.iter().take(2 * AROUND + 1).copied().collect();
            let words = first_words(piece, &around);
            proposal.push_str(&format!("{} {words}\n", ClauseId::nth(&unit.id, index)));
        }
    }
    proposal
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
    units.push(Unit {
        id,
        start,
        heading: start,
        end,
        spoke_on_its_first_line: true,
    });
}

/// The sentences of the unit after its heading, without blanks around them.
fn pieces<'t>(text: &'t str, unit: &Unit) -> Vec<&'t str> {
    let body = text.get(unit.heading..unit.end).unwrap_or("");
    lines(body).flat_map(|(_, line)| sentences(line)).collect()
}

/// The parts of a line after each 。 or ； outside brackets and quotes. Marks that follow one another stay together.
fn sentences(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut ended) = (0, 0_usize, false);
    for (at, c) in line.char_indices() {
        let closes = matches!(c, '）' | ')' | '”' | '》' | '」' | '】' | ']');
        let ends = matches!(c, '。' | '；' | ';');
        if ended && !closes && !ends && !is_blank(c) {
            found.extend(line.get(start..at));
            (start, ended) = (at, false);
        }
        match c {
            '（' | '(' | '“' | '《' | '「' | '【' | '[' => depth += 1,
            _ if closes => depth = depth.saturating_sub(1),
            _ => {}
        }
        ended |= ends && depth == 0;
    }
    found.extend(line.get(start..));
    found
        .into_iter()
        .map(|piece| piece.trim_matches(is_blank))
        .filter(|piece| !piece.is_empty())
        .collect()
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
