//! An application with other rows: with one row more of which nothing is known, or with one row and what it belongs to.

use crate::application::{Application, Rows, Slot};
use crate::program::{LevelId, Program};
use crate::rows::At;
use crate::table::Table;
use std::collections::BTreeMap;

/// `application` with one further row of `level` below the row `parent`, and the place of that row.
pub(crate) fn with_further(
    program: &Program,
    application: &Application,
    level: LevelId,
    parent: usize,
) -> (Application, usize) {
    let (reshaped, sources) = reshape(program, application, |_| true, Some((level, parent)));
    let row = sources.get(level).and_then(|rows| rows.iter().position(Option::is_none)).unwrap_or(usize::MAX);
    (reshaped, row)
}

/// `application` with the row `at`, the rows that it belongs to, and those below it; and the new place of each row.
pub(crate) fn only(
    program: &Program,
    application: &Application,
    at: At,
) -> (Application, BTreeMap<(LevelId, usize), usize>) {
    let keep = |here: At| match program.row_above(application, at, here.level) {
        Some(row) => row == here.row,
        // Below the row or beside it: those beside it hang on rows that stay, as a list of the project does.
        None => true,
    };
    let (reshaped, sources) = reshape(program, application, keep, None);
    let mut places = BTreeMap::new();
    for (level, rows) in sources.iter() {
        places.extend(rows.iter().enumerate().filter_map(|(new, old)| Some(((level, (*old)?), new))));
    }
    (reshaped, places)
}

/// For each level, which old row each new row is; `None` for one that is added.
type Sources = Table<LevelId, Vec<Option<usize>>>;

fn reshape(
    program: &Program,
    application: &Application,
    keep: impl Fn(At) -> bool,
    further: Option<(LevelId, usize)>,
) -> (Application, Sources) {
    let mut sources: Sources = program.levels.ids().map(|_| Vec::new()).collect();
    let mut rows: Table<LevelId, Rows> = program.levels.ids().map(|_| Rows::empty()).collect();
    for (level, it) in program.levels.iter() {
        let Some(old) = application.rows.get(level) else { continue };
        let parents = match it.parent {
            Some(parent) => sources.get(parent).cloned().unwrap_or_default(),
            None => vec![Some(0)],
        };
        for parent in parents {
            let (mut of, complete, impossible) = match parent {
                Some(parent) => {
                    let kept = old.of(parent).filter(|row| keep(At { level, row: *row })).map(Some);
                    (kept.collect::<Vec<_>>(), old.is_complete(parent), old.is_impossible(parent))
                }
                None => (Vec::new(), false, false),
            };
            if further == parent.map(|parent| (level, parent)) && further.is_some() {
                of.push(None);
            }
            if let Some(rows) = rows.get_mut(level) {
                rows.push(u32::try_from(of.len()).unwrap_or(u32::MAX), complete, impossible);
            }
            if let Some(sources) = sources.get_mut(level) {
                sources.append(&mut of);
            }
        }
    }
    let slots = |(id, fact): (crate::program::FactId, &crate::program::Fact)| -> Vec<Slot> {
        let old = application.facts.get(id);
        let slot = |row: &Option<usize>| row.and_then(|row| old?.get(row).copied()).unwrap_or(Slot::Absent);
        sources.get(fact.level).map(|rows| rows.iter().map(slot).collect()).unwrap_or_default()
    };
    let facts = program.facts.iter().map(slots).collect();
    (Application { rows, facts, ..application.clone() }, sources)
}
