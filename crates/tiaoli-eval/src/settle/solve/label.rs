//! A state of the search: what is left of every open resource, and what was chosen on the way.

use std::cmp::{Ordering, Reverse};

use super::ClaimId;
use super::steps::{Outlook, Slot, Step};
use crate::table::{Table, declare_id};

declare_id! {
    /// A claim chosen on some way of the search.
    pub(super) struct ChosenId;
}

/// A claim chosen on some way, and the one chosen before it there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    pub(super) claim: ClaimId,
    pub(super) share: i128,
    pub(super) before: Option<ChosenId>,
}

/// One way to choose among the claims so far, as far as the claims to come can tell.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) left: Table<Slot, i128>,
    pub(super) total: i128,
    /// How many certain claims are chosen.
    pub(super) certain: usize,
    /// What is used of all money rooms together.
    pub(super) used: i128,
    /// Whether this way stands before the best one known, where they first differ.
    pub(super) place: Ordering,
    /// The last claim written down.
    last: Option<ChosenId>,
    /// A claim chosen since: most labels are dropped before it need be written down.
    fresh: Option<Chosen>,
}

impl Label {
    pub(super) fn start(slots: usize) -> Self {
        let left = (0..slots).map(|_| 0).collect();
        Self { left, total: 0, certain: 0, used: 0, place: Ordering::Equal, last: None, fresh: None }
    }

    /// What the claim of this step would get; `None` if its places are taken.
    pub(super) fn share(&self, step: &Step<'_>) -> Option<i128> {
        let admitted = step.places.iter().all(|it| self.left[*it] > 0);
        admitted.then(|| step.money.iter().map(|it| self.left[*it]).fold(step.item.value, i128::min))
    }

    /// What this way could come to at most after the step, in units of the scale.
    pub(super) fn promise(&self, step: &Step<'_>, scale: i128) -> i128 {
        step.outlooks.iter().map(|outlook| self.at(outlook, step, scale)).min().unwrap_or(self.total * scale)
    }

    /// Whether that is at least this sum once the claim of the step has its share, so that its rivals are out.
    pub(super) fn reaches_if_chosen(&self, share: i128, sum: i128, step: &Step<'_>, scale: i128) -> bool {
        let change = |it: &Outlook| (scale - it.money) * share - it.places - it.rivals;
        step.outlooks.iter().all(|outlook| self.at(outlook, step, scale) + change(outlook) >= sum)
    }

    fn at(&self, outlook: &Outlook, step: &Step<'_>, scale: i128) -> i128 {
        let left = step.open.iter().zip(&outlook.prices).map(|(slot, price)| self.left[*slot] * price);
        self.total * scale + outlook.later + left.sum::<i128>()
    }

    /// The state in which the claim has its share.
    pub(super) fn choose(&self, step: &Step<'_>, share: i128, chosen: &mut Table<ChosenId, Chosen>) -> Self {
        let mut next = self.clone();
        for it in &step.money {
            next.left[*it] -= share;
        }
        for it in &step.places {
            next.left[*it] -= 1;
        }
        next.total += share;
        next.certain += usize::from(step.item.certain);
        next.used += share * step.item.drawn;
        next.write_down(chosen);
        next.fresh = Some(Chosen { claim: step.item.claim, share, before: next.last });
        next
    }

    /// Empties the slots of resources that nobody wants any more.
    pub(super) fn close(&mut self, step: &Step<'_>) {
        for it in &step.closes {
            self.left[*it] = 0;
        }
    }

    pub(super) fn write_down(&mut self, chosen: &mut Table<ChosenId, Chosen>) {
        if let Some(fresh) = self.fresh.take() {
            self.last = Some(chosen.push(fresh));
        }
    }

    /// The claims chosen on the way here, the last first.
    pub(super) fn way(&self, chosen: &Table<ChosenId, Chosen>) -> Vec<(ClaimId, i128)> {
        let last = self.fresh.or_else(|| self.last.map(|last| chosen[last]));
        let way = std::iter::successors(last, |it| it.before.map(|before| chosen[before]));
        way.map(|it| (it.claim, it.share)).collect()
    }

    /// The better one comes first. Between equals the order of the list decides: the earlier choice stands first there.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (Reverse(it.total), Reverse(it.certain), it.used);
        key(self).cmp(&key(other))
    }
}
