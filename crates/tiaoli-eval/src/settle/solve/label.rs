//! A state of the search: what is left of every open resource, and what was paid on the way.

use std::cmp::{Ordering, Reverse};

use super::steps::{Slot, Step};
use super::ClaimId;
use crate::table::{Table, declare_id};

declare_id! {
    /// A claim paid on some way of the search.
    pub(super) struct PaidId;
}

/// A claim paid on some way, and the one paid before it there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid {
    pub(super) claim: ClaimId,
    pub(super) share: i128,
    pub(super) before: Option<PaidId>,
}

/// One way to choose among the claims so far, as far as the claims to come can tell.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) left: Table<Slot, i128>,
    pub(super) total: i128,
    certain: usize,
    used: i128,
    /// The total and the price of all that is left, in units of the scale.
    pub(super) worth: i128,
    /// The last claim written down.
    last: Option<PaidId>,
    /// A claim paid since: most labels are dropped before it need be written down.
    fresh: Option<Paid>,
}

impl Label {
    pub(super) fn start(slots: usize, worth_of_rooms: i128) -> Self {
        let left = (0..slots).map(|_| 0).collect();
        Self { left, total: 0, certain: 0, used: 0, worth: worth_of_rooms, last: None, fresh: None }
    }

    /// What the claim of this step would get.
    pub(super) fn share(&self, step: &Step<'_>) -> i128 {
        if step.places.iter().any(|it| self.left[it.slot] == 0) {
            return 0;
        }
        step.money.iter().map(|it| self.left[it.slot]).fold(step.item.value, i128::min)
    }

    /// What [`Label::worth`] is once the claim has its share.
    pub(super) fn worth_if_paid(&self, step: &Step<'_>, share: i128, scale: i128) -> i128 {
        let money: i128 = step.money.iter().map(|it| it.price).sum();
        let places: i128 = step.places.iter().map(|it| it.price).sum();
        self.worth + (scale - money) * share - places
    }

    /// The state in which the claim has its share.
    pub(super) fn pay(&self, step: &Step<'_>, share: i128, worth: i128, paid: &mut Table<PaidId, Paid>) -> Self {
        let mut next = self.clone();
        for it in &step.money {
            next.left[it.slot] -= share;
        }
        for it in &step.places {
            next.left[it.slot] -= 1;
        }
        next.total += share;
        next.certain += usize::from(step.item.certain);
        next.used += share * step.item.drawn;
        next.worth = worth;
        next.write_down(paid);
        next.fresh = Some(Paid { claim: step.item.claim, share, before: next.last });
        next
    }

    /// Empties the slots of resources that nobody wants any more.
    pub(super) fn close(&mut self, step: &Step<'_>) {
        for it in &step.closes {
            self.worth -= it.price * self.left[it.slot];
            self.left[it.slot] = 0;
        }
    }

    pub(super) fn write_down(&mut self, paid: &mut Table<PaidId, Paid>) {
        if let Some(fresh) = self.fresh.take() {
            self.last = Some(paid.push(fresh));
        }
    }

    /// The claims paid on the way here, the last first.
    pub(super) fn way(&self, paid: &Table<PaidId, Paid>) -> Vec<(ClaimId, i128)> {
        let last = self.fresh.or_else(|| self.last.map(|last| paid[last]));
        let way = std::iter::successors(last, |it| it.before.map(|before| paid[before]));
        way.map(|it| (it.claim, it.share)).collect()
    }

    /// The better one comes first. Between equals the order of the list decides: the earlier choice stands first there.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (Reverse(it.total), Reverse(it.certain), it.used);
        key(self).cmp(&key(other))
    }
}
