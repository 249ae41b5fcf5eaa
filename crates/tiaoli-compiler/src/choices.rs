//! Readings that are asked for together.

use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, OptionId, ReadingOption, When};
use tiaoli_eval::table::Table;

/// The most combinations of readings that are told apart.
const MOST: usize = 64;

/// The options that anything depends on.
pub(crate) fn mentioned<'w>(whens: impl Iterator<Item = &'w When>) -> BTreeSet<OptionId> {
    whens.flat_map(|when| when.all.iter().chain(&when.none)).copied().collect()
}

/// Every way to ask for some of `mentioned` and not for the others: one reading of a question at most, and none that
/// exclude each other. `None` where there are too many.
pub(crate) fn choices(
    mentioned: BTreeSet<OptionId>,
    options: &Table<OptionId, ReadingOption>,
    conflicts: &[(OptionId, OptionId, ClauseId)],
) -> Option<Vec<When>> {
    let question = |option: OptionId| options.get(option).map(|it| it.reading);
    let clash = |a: OptionId, b: OptionId| {
        question(a) == question(b) || conflicts.iter().any(|(x, y, _)| (*x, *y) == (a, b) || (*y, *x) == (a, b))
    };
    let mut choices: Vec<Vec<OptionId>> = vec![Vec::new()];
    for option in &mentioned {
        let with: Vec<Vec<OptionId>> = choices
            .iter()
            .filter(|so_far| !so_far.iter().any(|other| clash(*other, *option)))
            .map(|so_far| so_far.iter().copied().chain([*option]).collect())
            .collect();
        choices.extend(with);
        if choices.len() > MOST {
            return None;
        }
    }
    let rest = |asked: &[OptionId]| mentioned.iter().copied().filter(|option| !asked.contains(option)).collect();
    Some(choices.into_iter().map(|asked| When { none: rest(&asked), all: asked }).collect())
}
