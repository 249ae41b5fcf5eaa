//! The walk over the claims of one component: narrow first, to have something good to compare with, then as wide as is allowed.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use super::ClaimId;
use super::components::Component;
use super::frontier::thin;
use super::label::{Chosen, ChosenId, Label};
use super::steps::{Step, Steps, lay_out};
use crate::table::Table;

/// How many states the first walks keep at each place. A walk that lost nothing is exact, whatever its width.
const NARROW: [usize; 3] = [8, 64, 512];

/// What a component comes to.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) total: i128,
    pub(super) certain: usize,
    pub(super) used: i128,
    /// The claims chosen, with what they get.
    pub(super) chosen: Vec<(ClaimId, i128)>,
    /// A total certainly not exceeded.
    pub(super) bound: i128,
    /// Whether no choice with the same total comes before this one either.
    pub(super) first: bool,
}

impl Found {
    /// A choice that was found otherwise; its place in the order of ties is not known.
    pub(super) fn of(total: i128, bound: i128, chosen: Vec<(ClaimId, i128)>) -> Self {
        Self { total, bound, chosen, ..Self::default() }
    }
}

/// The best choice in a component, as far as so many states go. `known` is one choice of it, if any is known.
pub(super) fn search(component: &Component, scale: i128, states: usize, known: Found) -> Found {
    let steps = lay_out(component, scale);
    let widest = (states / steps.groups.max(1)).max(1);
    let mut found = known;
    for width in NARROW.into_iter().filter(|width| *width < widest).chain([widest]) {
        found = walk(&steps, width, found);
        if found.first {
            break;
        }
    }
    // what no bound could exceed anyway
    let all = component.items.iter().map(|item| item.value).sum();
    Found { bound: found.bound.min(all), ..found }
}

/// One walk, keeping so many states at each place. States that can neither pass what was found before nor be it are dropped without
/// loss.
fn walk(steps: &Steps<'_>, width: usize, known: Found) -> Found {
    let scale = steps.scale;
    let of_known: BTreeSet<ClaimId> = known.chosen.iter().map(|(claim, _)| *claim).collect();
    let mut chosen: Table<ChosenId, Chosen> = Table::new();
    let mut labels = vec![Label::start(steps.slots)];
    let mut lost = None;
    for step in &steps.steps {
        labels = advance(labels, step, scale, &known, of_known.contains(&step.item.claim), &mut chosen);
        // Between the claims of one project a state that has chosen is still promised its rivals: comparing there would favour it.
        if step.closes.is_empty() && !step.places.is_empty() && labels.len() <= width.saturating_mul(64) {
            continue;
        }
        labels.retain(|label| hopeful(label, step, scale, &known));
        thin(&mut labels, &step.open, steps);
        lost = lost.max(narrow(&mut labels, step, scale, width));
        labels.iter_mut().for_each(|label| label.write_down(&mut chosen));
    }
    // the first of the best: between equals the earlier choice stands first
    let best = labels.iter().reduce(|best, other| if other.rank(best).is_lt() { other } else { best });
    let found = match best {
        Some(best) if best.total >= known.total => {
            Found { total: best.total, certain: best.certain, used: best.used, chosen: best.way(&chosen), ..known }
        }
        _ => known,
    };
    let lost = lost.filter(|lost| *lost >= found.total * scale);
    let bound = lost.map_or(found.total, |lost| lost / scale);
    Found { bound, first: lost.is_none(), ..found }
}

/// Every state with the claim chosen and without it: in this order, so that earlier choices stand first.
fn advance(
    labels: Vec<Label>,
    step: &Step<'_>,
    scale: i128,
    known: &Found,
    of_known: bool,
    chosen: &mut Table<ChosenId, Chosen>,
) -> Vec<Label> {
    let hopeless = known.total * scale;
    let mut next = Vec::with_capacity(labels.len() * 2);
    for mut label in labels {
        for (slot, room) in &step.opens {
            label.left[*slot] = *room;
        }
        if let Some(share) = label.share(step).filter(|share| label.reaches_if_chosen(*share, hopeless, step, scale)) {
            let mut with = label.choose(step, share, chosen);
            with.close(step);
            with.place = with.place.then(if of_known { Ordering::Equal } else { Ordering::Less });
            next.push(with);
        }
        label.close(step);
        label.place = label.place.then(if of_known { Ordering::Greater } else { Ordering::Equal });
        next.push(label);
    }
    next
}

/// Whether a state could still become the choice that is known, or one that comes before it.
fn hopeful(label: &Label, step: &Step<'_>, scale: i128, known: &Found) -> bool {
    match (label.promise(step, scale) / scale).cmp(&known.total) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => {
            let certain = label.certain + step.ties.certain;
            // what is missing and cannot be had for free uses room
            let missing = (known.total - label.total - step.ties.free).max(0);
            let used = label.used + missing * step.ties.drawn;
            (certain, Reverse(used), Reverse(label.place))
                >= (known.certain, Reverse(known.used), Reverse(Ordering::Equal))
        }
    }
}

/// Drops all but the most promising states. Returns the most that a dropped one could have come to, in units of the scale.
fn narrow(labels: &mut Vec<Label>, step: &Step<'_>, scale: i128, width: usize) -> Option<i128> {
    if labels.len() <= width {
        return None;
    }
    let mut order: Vec<(Reverse<i128>, usize)> =
        labels.iter().map(|label| Reverse(label.promise(step, scale))).zip(0..).collect();
    order.sort_unstable();
    let (Reverse(lost), _) = *order.get(width)?;
    let mut kept: Vec<usize> = order.into_iter().take(width).map(|(_, position)| position).collect();
    kept.sort_unstable();
    let (mut kept, mut position) = (kept.into_iter().peekable(), 0..);
    labels.retain(|_| kept.next_if_eq(&position.next().unwrap_or(usize::MAX)).is_some());
    Some(lost)
}
