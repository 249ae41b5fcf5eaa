//! Prices of what is scarce, and what a claim is worth under them.
//!
//! For *any* prices of nothing or more, no choice is worth more than what is left of each resource at its price, plus for each group
//! of rivals the greatest worth of one claim: its value less the price of what it takes. (What a choice pays is the worth of its
//! claims plus the price of what they take, and they take at most what is left.) So prices need only be good, never exact:
//! integers, found by halving one price at a time until the claims worth taking want no more than there is.

use std::collections::BTreeMap;

use super::components::Component;
use super::reduce::{Group, Item, ResourceId};
use crate::table::Table;

/// Rounds over all resources, unless the prices rest before.
const ROUNDS: usize = 4;

/// The prices at which all is wanted and no more; and lower ones, which tell more about states that have more left than they can still
/// use: half of all, nothing at all, and nothing for one resource.
pub(super) fn views(component: &Component, scale: i128) -> Vec<Table<ResourceId, i128>> {
    let prices = prices(component, scale);
    let of = |share: &dyn Fn(ResourceId, i128) -> i128| prices.iter().map(|(id, price)| share(id, *price)).collect();
    let mut views = vec![of(&|_, price| price), of(&|_, price| price / 2), of(&|_, _| 0)];
    let priced: Vec<ResourceId> = prices.iter().filter(|(_, price)| **price > 0).map(|(id, _)| id).collect();
    if priced.len() > 1 {
        views.extend(priced.into_iter().map(|free| of(&|id, price| if id == free { 0 } else { price })));
    }
    views
}

/// A price for each resource of the component. A price of one is written as `scale`.
fn prices(component: &Component, scale: i128) -> Table<ResourceId, i128> {
    let mut groups: BTreeMap<Group, Vec<&Item>> = BTreeMap::new();
    for item in &component.items {
        groups.entry(item.group).or_default().push(item);
    }
    let most = component.items.iter().map(|item| item.value).max().unwrap_or(0);
    let mut prices: Table<ResourceId, i128> = component.resources.iter().map(|_| 0).collect();
    for _ in 0..ROUNDS {
        let before = prices.clone();
        for (id, resource) in component.resources.iter().filter(|(_, resource)| !resource.within_group) {
            let ceiling = if resource.money { scale } else { scale * most };
            price_one(id, resource.room, ceiling, &groups, scale, &mut prices);
        }
        if prices == before {
            break;
        }
    }
    prices
}

/// Sets the least price at which the claims worth taking want no more than the room. At the ceiling none is worth taking.
fn price_one(
    resource: ResourceId,
    room: i128,
    ceiling: i128,
    groups: &BTreeMap<Group, Vec<&Item>>,
    scale: i128,
    prices: &mut Table<ResourceId, i128>,
) {
    let (mut low, mut high) = (0, ceiling);
    while low < high {
        let middle = low + (high - low) / 2;
        prices[resource] = middle;
        let wanted: i128 =
            groups.values().filter_map(|group| best(group, scale, prices)).map(|best| wants(best, resource)).sum();
        if wanted <= room { high = middle } else { low = middle + 1 }
    }
    prices[resource] = low;
}

fn wants(item: &Item, resource: ResourceId) -> i128 {
    if item.money.contains(&resource) { item.value } else { i128::from(item.places.contains(&resource)) }
}

/// The claim of a group that is worth most, if any is worth something.
fn best<'a>(group: &[&'a Item], scale: i128, prices: &Table<ResourceId, i128>) -> Option<&'a Item> {
    let worth = group.iter().map(|item| (worth(item, scale, prices), *item)).filter(|(worth, _)| *worth > 0);
    worth.max_by_key(|(worth, _)| *worth).map(|(_, item)| item)
}

/// The value of a claim less the price of what it takes, in units of the scale; nothing if it is not worth taking.
pub(super) fn worth(item: &Item, scale: i128, prices: &Table<ResourceId, i128>) -> i128 {
    let money: i128 = item.money.iter().map(|resource| prices[*resource]).sum();
    let places: i128 = item.places.iter().map(|resource| prices[*resource]).sum();
    ((scale - money) * item.value - places).max(0)
}
