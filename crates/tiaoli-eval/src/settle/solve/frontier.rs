//! Which states need not be followed, because a better one leaves no less room.
//!
//! If `a` has a greater total than `b`, or the same and more certain claims, and no less is left of anything, all that can still be
//! chosen after `b` can be chosen after `a` and is paid no less in all: `b` can go. If these are equal it can go if `a` has used less room
//! or stands before it, and wherever the totals come out the same each later claim gets the same share after both. That holds where
//! each claim draws on one money room: more room never gives it less. It fails where rooms are nested, as more in the inner room for
//! one claim may take from the outer room what another would have had; then `b` goes only if exactly as much is left.

use std::collections::{BTreeMap, BTreeSet};

use super::label::Label;
use super::steps::{Slot, Steps};

/// The states kept so far, as what they leave. Asked in the order of rank.
struct Frontier<'a> {
    open: &'a [Slot],
    /// By what is left of all but two resources: of the first of those, what is left of the second, falling.
    stairs: BTreeMap<Vec<i128>, BTreeMap<i128, i128>>,
}

/// Drops the states that need not be followed, and keeps the order of the others.
pub(super) fn thin(labels: &mut Vec<Label>, open: &[Slot], steps: &Steps<'_>) {
    let mut order: Vec<(usize, &Label)> = labels.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| one.rank(other));
    let mut frontier = Frontier { open, stairs: BTreeMap::new() };
    let mut kept = vec![false; labels.len()];
    // where rooms are nested: states that are equal so far wait, and among them only the same room left is the same state
    let mut waiting: BTreeSet<Vec<i128>> = BTreeSet::new();
    let mut equal = None;
    for (position, label) in order {
        let left = frontier.left(label);
        if steps.chained && equal != Some((label.total, label.certain)) {
            equal = Some((label.total, label.certain));
            std::mem::take(&mut waiting).into_iter().for_each(|left| frontier.insert(left));
        }
        if frontier.covers(&left) {
            continue;
        }
        if !steps.chained {
            frontier.insert(left);
        } else if !waiting.insert(left) {
            continue;
        }
        if let Some(kept) = kept.get_mut(position) {
            *kept = true;
        }
    }
    let mut kept = kept.into_iter();
    labels.retain(|_| kept.next() == Some(true));
}

impl Frontier<'_> {
    /// What is left of each open resource; the first two are the stairs.
    fn left(&self, label: &Label) -> Vec<i128> {
        self.open.iter().map(|slot| label.left[*slot]).collect()
    }

    /// Whether a state kept leaves no less of anything.
    fn covers(&self, left: &[i128]) -> bool {
        let (first, second, rest) = parts(left);
        let leaves_rest = |other: &[i128]| other.iter().zip(rest).all(|(other, this)| other >= this);
        self.stairs
            .iter()
            .filter(|(other, _)| leaves_rest(other))
            .any(|(_, stair)| stair.range(first..).next().is_some_and(|(_, most)| *most >= second))
    }

    /// Adds a state that is not covered.
    fn insert(&mut self, left: Vec<i128>) {
        let (first, second, rest) = parts(&left);
        let stair = self.stairs.entry(rest.to_vec()).or_default();
        while let Some((below, _)) = stair.range(..=first).next_back().filter(|(_, most)| **most <= second) {
            let below = *below;
            stair.remove(&below);
        }
        stair.insert(first, second);
    }
}

fn parts(left: &[i128]) -> (i128, i128, &[i128]) {
    match left {
        [] => (0, 0, &[]),
        [first] => (*first, 0, &[]),
        [first, second, rest @ ..] => (*first, *second, rest),
    }
}
