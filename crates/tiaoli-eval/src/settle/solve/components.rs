//! Claims that share nothing scarce, directly or through others, are decided apart.

use std::collections::BTreeMap;

use super::reduce::{Item, Resource, ResourceId};
use crate::table::Table;

/// Claims that touch each other, in their order, with what they want.
#[derive(Debug, Default)]
pub(super) struct Component {
    pub(super) items: Vec<Item>,
    pub(super) resources: Table<ResourceId, Resource>,
}

/// The components, each with its own table of resources.
pub(super) fn split(items: &[Item], resources: &Table<ResourceId, Resource>) -> Vec<Component> {
    let mut leaders: Table<ResourceId, ResourceId> = resources.ids().collect();
    for item in items {
        let mut wanted = item.money.iter().chain(&item.places);
        if let Some(first) = wanted.next() {
            for other in wanted {
                let (one, other) = (leader(&mut leaders, *first), leader(&mut leaders, *other));
                leaders[other] = one;
            }
        }
    }
    let mut components: BTreeMap<ResourceId, Component> = BTreeMap::new();
    let mut alone = Vec::new();
    let mut own: BTreeMap<ResourceId, ResourceId> = BTreeMap::new();
    for item in items {
        let Some(first) = item.money.iter().chain(&item.places).next() else {
            alone.push(Component { items: vec![item.clone()], resources: Table::new() });
            continue;
        };
        let component = components.entry(leader(&mut leaders, *first)).or_default();
        let mut item = item.clone();
        for resource in item.money.iter_mut().chain(&mut item.places) {
            *resource = *own.entry(*resource).or_insert_with(|| component.resources.push(resources[*resource]));
        }
        component.items.push(item);
    }
    components.into_values().chain(alone).collect()
}

fn leader(leaders: &mut Table<ResourceId, ResourceId>, of: ResourceId) -> ResourceId {
    let mut at = of;
    while leaders[at] != at {
        // each step halves the way for those who come after
        let next = leaders[leaders[at]];
        leaders[at] = next;
        at = next;
    }
    at
}
