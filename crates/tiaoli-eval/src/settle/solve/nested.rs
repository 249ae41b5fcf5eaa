//! Money rooms must be nested or apart, or the order in which a claim uses them would decide the total.

use std::collections::BTreeSet;

use super::{ClaimId, Problem, Room, RoomId, Unsolved};
use crate::table::Table;

/// Refuses rooms that a claim does not have, and money rooms that cross.
pub(super) fn check(problem: &Problem) -> Result<(), Unsolved> {
    let mut users: Table<RoomId, BTreeSet<ClaimId>> = problem.rooms.iter().map(|_| BTreeSet::new()).collect();
    for (claim, it) in problem.claims.iter() {
        for room in &it.rooms {
            match problem.rooms.get(*room) {
                Some(_) => users[*room].insert(claim),
                None => return Err(Unsolved::NoSuchRoom { claim }),
            };
        }
    }
    let money: Vec<(RoomId, &BTreeSet<ClaimId>)> =
        users.iter().filter(|(room, _)| matches!(problem.rooms[*room], Room::Money(_))).collect();
    for (position, (one, these)) in money.iter().enumerate() {
        for (other, those) in money.iter().skip(position + 1) {
            if !these.is_disjoint(those) && !these.is_subset(those) && !those.is_subset(these) {
                return Err(Unsolved::Crossing { one: *one, other: *other });
            }
        }
    }
    Ok(())
}
