//! A money room that every claim of a component draws on can be left aside at first: it only cuts the total.
//!
//! As money rooms are nested, what a choice pays under such a room is the lesser of the room and of what the choice pays without it. So the
//! greatest total is the lesser of the room and of the greatest total without it. Where that fits the room, shares and ties are the same
//! with it as without it. Where it does not, the total is known before the search begins, which has only ties to settle.

use super::components::{Component, split};
use super::reduce::{Item, ResourceId};
use super::search::{Found, search};

/// The best choice in a component, as far as so many states a search go.
pub(super) fn best(component: &Component, scale: i128, states: usize) -> Found {
    let Some(outer) = outermost(component) else { return search(component, scale, states, Found::default()) };
    let room = component.resources[outer].room;
    let without = |item: &Item| {
        let money = item.money.iter().copied().filter(|it| *it != outer).collect();
        Item { money, ..item.clone() }
    };
    let items: Vec<Item> = component.items.iter().map(without).collect();
    let mut all = Found { first: true, ..Found::default() };
    for part in split(&items, &component.resources) {
        all.add(best(&part, scale, states));
    }
    if all.bound <= room {
        return all;
    }
    let bound = all.bound.min(room);
    let found = search(component, scale, states, all.cut(component, room));
    Found { bound: found.bound.min(bound), ..found }
}

/// The money room that all claims draw on; of several the least, as the others cut nothing after it.
fn outermost(component: &Component) -> Option<ResourceId> {
    let money = component.resources.iter().filter(|(_, it)| it.money);
    let of_all = money.filter(|(id, _)| component.items.iter().all(|item| item.money.contains(id)));
    of_all.min_by_key(|(_, it)| it.room).map(|(id, _)| id)
}

impl Found {
    /// Takes in what another component comes to.
    fn add(&mut self, other: Self) {
        self.total += other.total;
        self.certain += other.certain;
        self.used += other.used;
        self.chosen.extend(other.chosen);
        self.bound += other.bound;
        self.first &= other.first;
    }

    /// The same choice under one more room, filled in the order of the list: not proved to be the best.
    fn cut(mut self, component: &Component, room: i128) -> Self {
        self.chosen.sort_unstable_by_key(|(claim, _)| *claim);
        let mut left = room;
        self.used = 0;
        for (claim, share) in &mut self.chosen {
            *share = left.min(*share);
            left -= *share;
            let drawn = component.items.iter().find(|item| item.claim == *claim).map_or(0, |item| item.drawn);
            self.used += *share * drawn;
        }
        Self { total: room - left, bound: 0, first: false, ..self }
    }
}
