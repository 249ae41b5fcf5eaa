//! Money rooms are nested or apart, or they cross.

use std::collections::BTreeSet;

use super::{ClaimId, Problem, Room, RoomId, Unsolved};
use crate::table::Table;

/// Refuses rooms that a claim does not have.
pub(super) fn rooms(problem: &Problem) -> Result<(), Unsolved> {
    for (claim, it) in problem.claims.iter() {
        if it.rooms.iter().any(|room| problem.rooms.get(*room).is_none()) {
            return Err(Unsolved::NoSuchRoom { claim });
        }
    }
    Ok(())
}

/// Two money rooms that share some claims, while neither holds all claims of the other.
pub(super) fn pair(problem: &Problem) -> Option<(RoomId, RoomId)> {
    let mut users: Table<RoomId, BTreeSet<ClaimId>> = problem.rooms.iter().map(|_| BTreeSet::new()).collect();
    for (claim, it) in problem.claims.iter() {
        for room in &it.rooms {
            users[*room].insert(claim);
        }
    }
    let money: Vec<(RoomId, &BTreeSet<ClaimId>)> =
        users.iter().filter(|(room, _)| matches!(problem.rooms[*room], Room::Money(_))).collect();
    for (position, (one, these)) in money.iter().enumerate() {
        for (other, those) in money.iter().skip(position + 1) {
            if !these.is_disjoint(those) && !these.is_subset(those) && !those.is_subset(these) {
                return Some((*one, *other));
            }
        }
    }
    None
}

/// That rooms cross, with the first pair that does.
pub(super) fn crossing(problem: &Problem) -> Unsolved {
    match pair(problem) {
        Some((one, other)) => Unsolved::Crossing { one, other },
        None => Unsolved::TooLarge,
    }
}
