//! The walk over the claims of one component: narrow first, to have something good to compare with, then as wide as is allowed.

use std::cmp::Reverse;

use super::ClaimId;
use super::components::Component;
use super::frontier::thin;
use super::label::{Label, Paid, PaidId};
use super::steps::{Step, Steps, lay_out};
use crate::table::Table;

/// How many states the first walks keep at each place. A walk that had to drop none is exact, whatever its width.
const NARROW: [usize; 2] = [32, 512];

/// What a component comes to.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) total: i128,
    pub(super) paid: Vec<(ClaimId, i128)>,
    /// A total certainly not exceeded.
    pub(super) bound: i128,
    /// Whether this is the best choice also among equals.
    pub(super) proved: bool,
}

/// The best choice in a component, as far as so many states go.
pub(super) fn search(component: &Component, scale: i128, states: usize) -> Found {
    let steps = lay_out(component, scale);
    let widest = (states / steps.groups.max(1)).max(1);
    let mut found = Found::default();
    for width in NARROW.into_iter().filter(|width| *width < widest).chain([widest]) {
        found = walk(&steps, width, found);
        if found.proved {
            break;
        }
    }
    // what no bound could exceed anyway
    let all = component.items.iter().map(|item| item.value).sum();
    Found { bound: found.bound.min(all), ..found }
}

/// One walk, keeping so many states at each place. States that cannot reach what was found before are dropped without loss; those that
/// only can equal it are not.
fn walk(steps: &Steps<'_>, width: usize, before: Found) -> Found {
    let scale = steps.scale;
    let hopeless = before.total * scale;
    let mut paid: Table<PaidId, Paid> = Table::new();
    let mut labels = vec![Label::start(steps.slots, steps.worth_of_rooms)];
    let mut lost = None;
    for step in &steps.steps {
        labels = advance(labels, step, scale, hopeless, &mut paid);
        // between the claims of one project nothing is gained by comparing
        if step.closes.is_empty() && labels.len() <= width.saturating_mul(4) && !step.places.is_empty() {
            continue;
        }
        labels.retain(|label| label.worth + step.later >= hopeless);
        thin(&mut labels, &step.open, steps);
        lost = lost.max(narrow(&mut labels, step, width));
        labels.iter_mut().for_each(|label| label.write_down(&mut paid));
    }
    // the first of the best: between equals the earlier choice stands first
    let best = labels.iter().reduce(|best, other| if other.rank(best).is_lt() { other } else { best });
    let found = match best {
        Some(best) if best.total >= before.total => Found { total: best.total, paid: best.way(&paid), ..before },
        _ => before,
    };
    let bound = lost.map_or(0, |lost| lost / scale).max(found.total);
    Found { bound, proved: lost.is_none(), ..found }
}

/// Every state with the claim paid, if it gets something, and without it: in this order, so that earlier choices stand first.
fn advance(labels: Vec<Label>, step: &Step<'_>, scale: i128, hopeless: i128, paid: &mut Table<PaidId, Paid>) -> Vec<Label> {
    let mut next = Vec::with_capacity(labels.len() * 2);
    for mut label in labels {
        for (slot, room) in &step.opens {
            label.left[*slot] = *room;
        }
        let share = label.share(step);
        if share > 0 {
            let worth = label.worth_if_paid(step, share, scale);
            if worth + step.later_if_taken >= hopeless {
                let mut taken = label.pay(step, share, worth, paid);
                taken.close(step);
                next.push(taken);
            }
        }
        label.close(step);
        if label.worth + step.later >= hopeless {
            next.push(label);
        }
    }
    next
}

/// Drops all but the most promising states. Returns the most that a dropped one could have come to, in units of the scale.
fn narrow(labels: &mut Vec<Label>, step: &Step<'_>, width: usize) -> Option<i128> {
    let mut order: Vec<(Reverse<i128>, usize)> = labels.iter().map(|label| Reverse(label.worth)).zip(0..).collect();
    order.sort_unstable();
    let (Reverse(lost), _) = *order.get(width)?;
    let mut kept: Vec<usize> = order.into_iter().take(width).map(|(_, position)| position).collect();
    kept.sort_unstable();
    let (mut kept, mut position) = (kept.into_iter().peekable(), 0..);
    labels.retain(|_| kept.next_if_eq(&position.next().unwrap_or(usize::MAX)).is_some());
    Some(lost + step.later)
}
