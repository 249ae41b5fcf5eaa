//! Who stands where.

use super::pool::{Entrant, EntrantId};
use crate::table::Table;

/// The entrants whose place is known, in order: each class stands equal on all keys, and inside it identities decide.
pub(super) fn classes(entrants: &Table<EntrantId, Entrant>) -> Vec<Vec<EntrantId>> {
    let mut placed: Vec<(EntrantId, &Entrant)> = entrants.iter().filter(|(_, it)| it.is_placed()).collect();
    placed.sort_by(|(_, one), (_, other)| one.keys.cmp(&other.keys).then_with(|| one.identity.cmp(&other.identity)));
    let mut classes: Vec<(Vec<EntrantId>, &Entrant)> = Vec::new();
    for (id, it) in placed {
        match classes.last_mut() {
            Some((class, first)) if first.keys == it.keys => class.push(id),
            _ => classes.push((vec![id], it)),
        }
    }
    classes.into_iter().map(|(class, _)| class).collect()
}

/// Those whose place is not known, by identity.
pub(super) fn unplaced(entrants: &Table<EntrantId, Entrant>) -> Vec<EntrantId> {
    let mut unplaced: Vec<(EntrantId, &Entrant)> = entrants.iter().filter(|(_, it)| !it.is_placed()).collect();
    unplaced.sort_by(|(_, one), (_, other)| one.identity.cmp(&other.identity));
    unplaced.into_iter().map(|(id, _)| id).collect()
}
