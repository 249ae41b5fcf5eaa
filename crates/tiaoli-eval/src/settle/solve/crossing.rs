//! Money rooms that cross: a limit for each person beside a limit for each project.
//!
//! Where rooms are nested or apart, filling them in the order of the list loses nothing. Where they cross it does: who is paid
//! first may use up a room that only others could have used as well. Rooms that part into two families, each nested or apart in
//! itself, are a network: from the rooms of the one family through the claims to the rooms of the other. The most that a choice
//! of claims can be paid is then its greatest flow, which is whole where the rooms are. Every choice is tried; of choices and of
//! work there is a fixed limit.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::components::Component;
use super::flow::{Network, Node};
use super::reduce::{Item, ResourceId};
use super::search::Found;
use crate::table::Table;

/// How many choices of claims one component may have.
const CHOICES: usize = 4_096;

/// The claims of each money room that some claim draws on.
fn users(component: &Component) -> Vec<(ResourceId, BTreeSet<usize>)> {
    let mut users: Table<ResourceId, BTreeSet<usize>> = component.resources.iter().map(|_| BTreeSet::new()).collect();
    for (position, item) in component.items.iter().enumerate() {
        for room in &item.money {
            users[*room].insert(position);
        }
    }
    users.iter().filter(|(_, of)| !of.is_empty()).map(|(room, of)| (room, of.clone())).collect()
}

fn cross(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> bool {
    !one.is_disjoint(other) && !one.is_subset(other) && !other.is_subset(one)
}

/// Whether some money rooms of a component cross.
pub(super) fn some(component: &Component) -> bool {
    let users = users(component);
    users.iter().enumerate().any(|(at, (_, one))| users.iter().skip(at + 1).any(|(_, other)| cross(one, other)))
}

/// The best choice where rooms cross; `None` where they do not part into two families.
pub(super) fn solve(component: &Component) -> Option<Found> {
    let [one, other] = families(component)?;
    // Outermost first, so that a claim's rooms of a family lie on one way.
    let ways: Vec<[Vec<ResourceId>; 2]> = (component.items.iter())
        .map(|item| [&one, &other].map(|of| of.iter().copied().filter(|room| item.money.contains(room)).collect()))
        .collect();
    let mut best: Option<(i128, usize, Reverse<i128>, Vec<i128>)> = None;
    let (choices, all) = choices(component);
    let mut proved = all;
    for chosen in choices {
        let (shares, whole) = pay(component, &ways, &chosen);
        proved &= whole;
        let paid = || component.items.iter().zip(&shares).filter(|(_, share)| **share > 0);
        let total = shares.iter().sum();
        let certain = paid().filter(|(item, _)| item.certain).count();
        let used = Reverse(paid().map(|(item, share)| item.drawn.saturating_mul(*share)).sum());
        // Of equals the earlier stays.
        if best.as_ref().is_none_or(|(a, b, c, _)| (total, certain, used) > (*a, *b, *c)) {
            best = Some((total, certain, used, shares));
        }
    }
    let (total, _, _, shares) = best?;
    let most = component.items.iter().map(|item| item.value).sum();
    let chosen = component.items.iter().zip(shares).filter(|(_, share)| *share > 0);
    let chosen = chosen.map(|(item, share)| (item.claim, share)).collect();
    Some(Found::of(total, if proved { total } else { most }, chosen))
}

/// The money rooms in two families, each nested or apart in itself, outermost first.
fn families(component: &Component) -> Option<[Vec<ResourceId>; 2]> {
    let mut users = users(component);
    users.sort_by_key(|(room, of)| (Reverse(of.len()), *room));
    let mut side: Vec<Option<usize>> = vec![None; users.len()];
    for start in 0..users.len() {
        let mut open = vec![start];
        if side.get(start)?.is_none() {
            *side.get_mut(start)? = Some(0);
        }
        while let Some(at) = open.pop() {
            let (own, of) = (side.get(at).copied().flatten()?, &users.get(at)?.1);
            for (next, (_, those)) in users.iter().enumerate().filter(|(_, (_, those))| cross(of, those)) {
                debug_assert!(!those.is_empty(), "every room has users");
                match side.get(next).copied().flatten() {
                    Some(other) if other == own => return None,
                    Some(_) => {}
                    None => {
                        *side.get_mut(next)? = Some(1 - own);
                        open.push(next);
                    }
                }
            }
        }
    }
    let of = |family: usize| {
        let own = users.iter().zip(&side).filter(|(_, side)| **side == Some(family));
        own.map(|((room, _), _)| *room).collect()
    };
    Some([of(0), of(1)])
}

/// The choices of claims that places and keys allow, the earlier claims first, and whether these are all.
fn choices(component: &Component) -> (Vec<Vec<bool>>, bool) {
    let mut choices = vec![(Vec::new(), component.resources.iter().map(|(_, it)| it.room).collect::<Vec<i128>>())];
    let mut all = true;
    for item in &component.items {
        let mut next = Vec::new();
        for (chosen, left) in choices {
            let (with, left_with) = (taken(&chosen, true), takes(item, &left));
            if let Some(left_with) = left_with {
                next.push((with, left_with));
            }
            // Nothing is won by leaving a claim that stands in nobody's way.
            if !item.places.is_empty() {
                next.push((taken(&chosen, false), left));
            }
        }
        all &= next.len() <= CHOICES;
        next.truncate(CHOICES);
        choices = next;
    }
    (choices.into_iter().map(|(chosen, _)| chosen).collect(), all)
}

fn taken(chosen: &[bool], next: bool) -> Vec<bool> {
    chosen.iter().copied().chain([next]).collect()
}

/// The places that are left when a claim takes its own; `None` where there is none.
fn takes(item: &Item, left: &[i128]) -> Option<Vec<i128>> {
    use crate::table::Id as _;
    let mut left = left.to_vec();
    for place in &item.places {
        let places = left.get_mut(place.index()).filter(|places| **places > 0)?;
        *places -= 1;
    }
    Some(left)
}

/// What the chosen claims are paid, and whether it is certainly the most.
fn pay(component: &Component, ways: &[[Vec<ResourceId>; 2]], chosen: &[bool]) -> (Vec<i128>, bool) {
    let mut network = Network::new(component.resources.len(), component.items.len());
    for (position, ((item, [from, to]), chosen)) in component.items.iter().zip(ways).zip(chosen).enumerate() {
        if !*chosen {
            continue;
        }
        let room = |id: ResourceId| component.resources[id].room;
        let mut before = Node::Source;
        for id in from {
            network.open(before, Node::Room(*id), room(*id));
            before = Node::Room(*id);
        }
        network.open(before, Node::Claim(position), item.value);
        let mut after = Node::Sink;
        for id in to {
            network.open(Node::Room(*id), after, room(*id));
            after = Node::Room(*id);
        }
        network.open(Node::Claim(position), after, item.value);
    }
    let proved = network.fill();
    let shares = (0..component.items.len()).map(|position| network.through(Node::Claim(position))).collect();
    (shares, proved)
}
