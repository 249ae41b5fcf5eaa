//! A component as a walk: one step a claim, with what the search must know at that place.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::{views, worth};
use super::components::Component;
use super::reduce::{Group, Item, ResourceId};
use crate::table::{Id as _, Table, declare_id};

declare_id! {
    /// A place in a state for what is left of one resource, from the first claim that wants it to the last. Then another may have it.
    pub(super) struct Slot;
}

/// One claim, to be taken or left.
#[derive(Debug)]
pub(super) struct Step<'a> {
    pub(super) item: &'a Item,
    pub(super) money: Vec<Slot>,
    pub(super) places: Vec<Slot>,
    /// Resources that this claim is the first to want, with their room.
    pub(super) opens: Vec<(Slot, i128)>,
    /// Resources that no later claim wants.
    pub(super) closes: Vec<Slot>,
    /// What is open after the step: money, then places.
    pub(super) open: Vec<Slot>,
    /// What may still come after the step, at several prices.
    pub(super) outlooks: Vec<Outlook>,
    /// What may still come for the order of ties.
    pub(super) ties: Ties,
}

/// What may still come, at one choice of prices, in units of the scale.
#[derive(Debug)]
pub(super) struct Outlook {
    /// The prices of what is open, as in [`Step::open`].
    pub(super) prices: Vec<i128>,
    /// The worth of all later claims, and the price of all that is not yet open.
    pub(super) later: i128,
    /// How much of that comes from rivals of the claim of the step, and so not if it is taken.
    pub(super) rivals: i128,
    /// The price of a unit of money in all rooms that the claim draws on and that stay open.
    pub(super) money: i128,
    /// The price of the places that the claim takes and that stay open.
    pub(super) places: i128,
}

/// What the claims after a step can do at most in the order of ties.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ties {
    /// How many of them are certain and no rivals.
    pub(super) certain: usize,
    /// What they can be paid without using room.
    pub(super) free: i128,
    /// In how many rooms at least each other sum is used.
    pub(super) drawn: i128,
}

/// The steps of a component, in the order of its claims.
#[derive(Debug)]
pub(super) struct Steps<'a> {
    pub(super) steps: Vec<Step<'a>>,
    pub(super) slots: usize,
    /// How many groups of rivals there are.
    pub(super) groups: usize,
    pub(super) scale: i128,
    /// Whether some claim draws on several money rooms. Then less use leaves the same total but may leave other shares.
    pub(super) chained: bool,
}

/// Lays out a component.
pub(super) fn lay_out(component: &Component, scale: i128) -> Steps<'_> {
    let mut last: Table<ResourceId, usize> = component.resources.iter().map(|_| 0).collect();
    for (position, item) in component.items.iter().enumerate() {
        for resource in item.money.iter().chain(&item.places) {
            last[*resource] = position;
        }
    }
    let views = views(component, scale);
    let mut ahead = look_ahead(component, scale, &views);
    let mut ties = look_ahead_in_ties(component);
    let mut open: BTreeMap<ResourceId, Slot> = BTreeMap::new();
    let mut free: Vec<Slot> = Vec::new();
    let mut slots = 0;
    let mut steps = Vec::with_capacity(component.items.len());
    for (position, item) in component.items.iter().enumerate() {
        let mut opens = Vec::new();
        let mut find = |resource: &ResourceId| {
            *open.entry(*resource).or_insert_with(|| {
                let slot = free.pop().unwrap_or_else(|| {
                    slots += 1;
                    Slot::from_index(slots - 1)
                });
                opens.push((slot, component.resources[*resource].room));
                slot
            })
        };
        let money: Vec<Slot> = item.money.iter().map(&mut find).collect();
        let places: Vec<Slot> = item.places.iter().map(&mut find).collect();
        let mut closes = Vec::new();
        open.retain(|resource, slot| {
            let stays = last[*resource] > position;
            if !stays {
                closes.push(*slot);
            }
            stays
        });
        free.extend(&closes);
        let of_kind =
            |money: bool| open.iter().filter(move |(resource, _)| component.resources[**resource].money == money);
        let (resources, open): (Vec<ResourceId>, Vec<Slot>) =
            of_kind(true).chain(of_kind(false)).map(|(id, slot)| (*id, *slot)).unzip();
        let outlooks = ahead.pop().unwrap_or_default().into_iter().map(|Ahead { later, rivals, prices }| {
            let price = |of: &[ResourceId]| of.iter().filter(|id| last[**id] > position).map(|id| prices[*id]).sum();
            let (money, places) = (price(&item.money), price(&item.places));
            Outlook { later, rivals, money, places, prices: resources.iter().map(|id| prices[*id]).collect() }
        });
        let ties = ties.pop().unwrap_or_default();
        steps.push(Step { item, money, places, opens, closes, open, outlooks: outlooks.collect(), ties });
    }
    let groups = component.items.iter().map(|item| item.group).collect::<BTreeSet<Group>>().len();
    let chained = component.items.iter().any(|item| item.money.len() > 1);
    Steps { steps, slots, groups, scale, chained }
}

/// What comes after a claim, at these prices.
struct Ahead<'a> {
    later: i128,
    rivals: i128,
    prices: &'a Table<ResourceId, i128>,
}

/// What comes after each claim, from the last to the first, at each choice of prices.
fn look_ahead<'a>(component: &Component, scale: i128, views: &'a [Table<ResourceId, i128>]) -> Vec<Vec<Ahead<'a>>> {
    let mut first: Table<ResourceId, usize> = component.resources.iter().map(|_| 0).collect();
    for (position, item) in component.items.iter().enumerate().rev() {
        for resource in item.money.iter().chain(&item.places) {
            first[*resource] = position;
        }
    }
    let mut best: BTreeMap<Group, Vec<i128>> = BTreeMap::new();
    let mut later: Vec<i128> = views.iter().map(|_| 0).collect();
    let mut all = Vec::new();
    for (position, item) in component.items.iter().enumerate().rev() {
        let of_group = best.entry(item.group).or_insert_with(|| views.iter().map(|_| 0).collect());
        let ahead = later.iter().zip(of_group.iter()).zip(views);
        all.push(ahead.map(|((later, rivals), prices)| Ahead { later: *later, rivals: *rivals, prices }).collect());
        for ((later, of_group), prices) in later.iter_mut().zip(of_group).zip(views) {
            let worth = worth(item, scale, prices).max(*of_group);
            *later += worth - *of_group;
            *of_group = worth;
            for resource in item.money.iter().chain(&item.places) {
                if first[*resource] == position {
                    *later += prices[*resource] * component.resources[*resource].room;
                }
            }
        }
    }
    all
}

/// The same for the order of ties.
fn look_ahead_in_ties(component: &Component) -> Vec<Ties> {
    let mut best: BTreeMap<Group, (bool, i128)> = BTreeMap::new();
    let mut later = Ties::default();
    let mut all = Vec::new();
    for item in component.items.iter().rev() {
        all.push(later);
        let (certain, free) = best.entry(item.group).or_default();
        later.certain += usize::from(item.certain && !*certain);
        *certain |= item.certain;
        if item.drawn == 0 {
            later.free += (item.value - *free).max(0);
            *free = item.value.max(*free);
        } else {
            later.drawn = if later.drawn == 0 { item.drawn } else { item.drawn.min(later.drawn) };
        }
    }
    all
}
