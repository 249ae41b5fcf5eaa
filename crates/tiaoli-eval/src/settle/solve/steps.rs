//! A component as a walk: one step a claim, with what the search must know at that place.

use std::collections::BTreeMap;

use super::bound::{prices, worth};
use super::components::Component;
use super::reduce::{Group, Item, ResourceId};
use crate::table::{Id as _, Table, declare_id};

declare_id! {
    /// A place in a state for what is left of one resource, from the first claim that wants it to the last. Then another may have it.
    pub(super) struct Slot;
}

/// A slot, and the price of what is in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Priced {
    pub(super) slot: Slot,
    pub(super) price: i128,
}

/// One claim, to be taken or left.
#[derive(Debug)]
pub(super) struct Step<'a> {
    pub(super) item: &'a Item,
    pub(super) money: Vec<Priced>,
    pub(super) places: Vec<Priced>,
    /// Resources that this claim is the first to want, with their room.
    pub(super) opens: Vec<(Slot, i128)>,
    /// Resources that no later claim wants.
    pub(super) closes: Vec<Priced>,
    /// What is open after the step: money, then places.
    pub(super) open: Vec<Slot>,
    /// What the later claims could add at most, in units of the scale, beside the price of what is left.
    pub(super) later: i128,
    /// The same if this claim is taken, so that its group is done.
    pub(super) later_if_taken: i128,
}

/// The steps of a component, in the order of its claims.
#[derive(Debug)]
pub(super) struct Steps<'a> {
    pub(super) steps: Vec<Step<'a>>,
    pub(super) slots: usize,
    /// How many groups of rivals there are.
    pub(super) groups: usize,
    /// The price of all there is, in units of the scale.
    pub(super) worth_of_rooms: i128,
    pub(super) scale: i128,
    /// Whether some claim draws on several money rooms. Then less use leaves the same total but may leave other shares.
    pub(super) chained: bool,
}

/// Lays out a component.
pub(super) fn lay_out(component: &Component, scale: i128) -> Steps<'_> {
    let prices = prices(component, scale);
    let mut last: Table<ResourceId, usize> = component.resources.iter().map(|_| 0).collect();
    for (position, item) in component.items.iter().enumerate() {
        for resource in item.money.iter().chain(&item.places) {
            last[*resource] = position;
        }
    }
    let mut open: BTreeMap<ResourceId, Slot> = BTreeMap::new();
    let mut free: Vec<Slot> = Vec::new();
    let mut slots = 0;
    let mut steps = Vec::with_capacity(component.items.len());
    for (position, item) in component.items.iter().enumerate() {
        let mut opens = Vec::new();
        let mut find = |resource: &ResourceId| {
            let slot = *open.entry(*resource).or_insert_with(|| {
                let slot = free.pop().unwrap_or_else(|| {
                    slots += 1;
                    Slot::from_index(slots - 1)
                });
                opens.push((slot, component.resources[*resource].room));
                slot
            });
            Priced { slot, price: prices[*resource] }
        };
        let money: Vec<Priced> = item.money.iter().map(&mut find).collect();
        let places: Vec<Priced> = item.places.iter().map(&mut find).collect();
        let mut closes = Vec::new();
        open.retain(|resource, slot| {
            let stays = last[*resource] > position;
            if !stays {
                closes.push(Priced { slot: *slot, price: prices[*resource] });
                free.push(*slot);
            }
            stays
        });
        let of_kind = |money: bool| open.iter().filter(move |(resource, _)| component.resources[**resource].money == money);
        let open = of_kind(true).chain(of_kind(false)).map(|(_, slot)| *slot).collect();
        steps.push(Step { item, money, places, opens, closes, open, later: 0, later_if_taken: 0 });
    }
    let groups = look_ahead(&mut steps, scale, &prices);
    let worth_of_rooms = component.resources.iter().map(|(id, resource)| prices[id] * resource.room).sum();
    let chained = component.items.iter().any(|item| item.money.len() > 1);
    Steps { steps, slots, groups, worth_of_rooms, scale, chained }
}

/// Fills in what later claims could add, from the end. Returns the number of groups.
fn look_ahead(steps: &mut [Step<'_>], scale: i128, prices: &Table<ResourceId, i128>) -> usize {
    let mut best: BTreeMap<Group, i128> = BTreeMap::new();
    let mut later = 0;
    for step in steps.iter_mut().rev() {
        let of_group = best.entry(step.item.group).or_default();
        step.later = later;
        step.later_if_taken = later - *of_group;
        let worth = worth(step.item, scale, prices).max(*of_group);
        later += worth - *of_group;
        *of_group = worth;
    }
    best.len()
}
