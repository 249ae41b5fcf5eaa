//! The rows of a claim on a list.

use super::{Words, payable};
use crate::table::{Column, table};
use tiaoli::outcome::{ClaimDecision, Kind, Listed, ProjectDecision, RowDecision};
use tiaoli::row_name;

/// The rows of a claim in a table; nothing where the claim has none.
pub(crate) fn rows(
    words: &Words<'_>,
    it: &ProjectDecision,
    claim: &ClaimDecision,
    proved: bool,
    width: usize,
) -> String {
    let Some(Listed { rows, further }) = claim.rows.as_ref().filter(|listed| !listed.rows.is_empty()) else {
        return String::new();
    };
    let first = format!("{} {}", claim.asked, list(words, claim));
    let head = [
        Column::words(&first, 3),
        Column::words(words.say("结果", "outcome"), 9),
        Column::words(words.say("应付", "payable"), 5),
    ];
    let row = |row: &RowDecision| {
        let payable = if proved { standing(words, it, row) } else { String::new() };
        vec![row_name(row), words.of_outcome(&row.outcome), payable]
    };
    let mut lines: Vec<Vec<String>> = rows.iter().map(row).collect();
    if further.is_some() {
        let open = words.say("名单不全，可能还有", "the list is not complete: there may be more");
        lines.push(vec!["…".to_owned(), open.to_owned(), String::new()]);
    }
    format!("\n{}", table(&head, &lines, width))
}

/// The list that a claim is decided for: 员工.
fn list(words: &Words<'_>, claim: &ClaimDecision) -> String {
    let level = claim.rule.and_then(|rule| words.program.rules.get(rule)).map(|rule| rule.level);
    let name = level.and_then(|level| words.program.levels.get(level)).map(|level| &level.name);
    name.map_or_else(String::new, |name| words.say(&name.zh, &name.alias).to_owned())
}

/// What is payable for a row, and why nothing is.
fn standing(words: &Words<'_>, it: &ProjectDecision, row: &RowDecision) -> String {
    if matches!(row.outcome.kind, Kind::None | Kind::InvalidInput) || !row.outcome.monetary {
        return String::new();
    }
    match row.lost.maximum.or(row.lost.guaranteed) {
        Some(lost) if row.payable.maximum.is_some_and(|sum| sum.value == 0) => words.lost(it, lost),
        _ => payable(words, &row.payable),
    }
}
