//! 先 … 后 …: rules in an order, each step on what the one before has left.
//!
//! What an earlier step uses is exact only where its sums are known. Else a later step is given, in the least sums, what
//! is left after the most that the earlier one could use, and in the greatest everything: both are on the safe side.

use super::ledger::{Case, Ledger};
use super::solve::{self, Claim, ClaimId, KeyId, Problem, Room, RoomId, Solution, Sum, Total, Unsolved};
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// What earlier steps have used.
#[derive(Clone, Default)]
struct Used {
    rooms: BTreeMap<RoomId, Sum>,
    keys: BTreeSet<KeyId>,
}

/// The best combination of each scenario, least sums first; step by step where the policy has an order.
pub(super) fn solve(ledger: &Ledger<'_>, least: &Case, most: &Case) -> [Result<Solution, Unsolved>; 2] {
    if ledger.selection.order.is_empty() {
        return [least, most].map(|case| solve::solve(&case.problem));
    }
    let steps = ledger.selection.order.len();
    let step_of = |case: &Case, claim: ClaimId| {
        let rule = case.rules.get(claim);
        ledger.selection.order.iter().position(|rules| rule.is_some_and(|rule| rules.contains(rule))).unwrap_or(0)
    };
    let nothing = |case: &Case| Solution {
        shares: case.claims.iter().map(|_| Sum::Finite(0)).collect(),
        total: Total::default(),
        first: true,
    };
    let mut whole = [nothing(least), nothing(most)];
    let mut used = [Used::default(), Used::default()];
    for step in 0..steps {
        let parts = [(least, &used[0]), (most, &used[1])].map(|(case, used)| {
            let mut ids = Vec::new();
            let mut problem = Problem { claims: Table::new(), rooms: left(&case.problem.rooms, used) };
            for (id, claim) in case.problem.claims.iter() {
                if step_of(case, id) == step {
                    ids.push(id);
                    problem.claims.push(open_to(claim, used));
                }
            }
            (ids, problem)
        });
        let exact = parts[0].1 == parts[1].1;
        let mut solutions = Vec::new();
        for (at, (ids, problem)) in parts.iter().enumerate() {
            let solution = match solve::solve(problem) {
                Ok(solution) => solution,
                Err(unsolved) => return [Err(unsolved), Err(unsolved)],
            };
            if let Some(whole) = whole.get_mut(at) {
                for (id, (_, share)) in ids.iter().zip(solution.shares.iter()) {
                    if let Some(slot) = whole.shares.get_mut(*id) {
                        *slot = *share;
                    }
                }
                whole.total.opens = whole.total.opens.saturating_add(solution.total.opens);
                whole.total.finite = whole.total.finite.saturating_add(solution.total.finite);
                whole.first &= solution.first;
            }
            solutions.push(solution);
        }
        if let (true, Some(solution)) = (exact, solutions.first()) {
            used.iter_mut().for_each(|used| used.add(&parts[0].1, &solution.shares));
        } else {
            used[0].add_most(&parts[1].1);
        }
    }
    whole.map(Ok)
}

/// The rooms after what was used of them.
fn left(rooms: &Table<RoomId, Room>, used: &Used) -> Table<RoomId, Room> {
    let after = |(id, room): (RoomId, &Room)| match (room, used.rooms.get(&id)) {
        (Room::Money(room), Some(Sum::Finite(used))) => Room::Money(room.saturating_sub(*used).max(0)),
        (Room::Places(room), Some(Sum::Finite(used))) => {
            Room::Places(room.saturating_sub(u32::try_from(*used).unwrap_or(u32::MAX)))
        }
        (Room::Money(_), Some(Sum::Open)) => Room::Money(0),
        (Room::Places(_), Some(Sum::Open)) => Room::Places(0),
        (room, None) => *room,
    };
    rooms.iter().map(after).collect()
}

/// A claim, which comes to nothing where a rival of an earlier step has its key.
fn open_to(claim: &Claim, used: &Used) -> Claim {
    let closed = claim.rivals.iter().any(|key| used.keys.contains(key));
    Claim { net: if closed { Sum::Finite(0) } else { claim.net }, ..claim.clone() }
}

impl Used {
    /// What was paid.
    fn add(&mut self, problem: &Problem, shares: &Table<ClaimId, Sum>) {
        for (id, share) in shares.iter().filter(|(_, share)| **share > Sum::Finite(0)) {
            let Some(claim) = problem.claims.get(id) else { continue };
            self.keys.extend(&claim.rivals);
            for room in &claim.rooms {
                self.take(*room, used_of(problem, *room, *share));
            }
        }
    }

    /// The most that could be paid: of rivals the greatest use of each room, and no more than a room has.
    fn add_most(&mut self, problem: &Problem) {
        let mut most: BTreeMap<(RoomId, Option<KeyId>, Option<ClaimId>), Sum> = BTreeMap::new();
        for (id, claim) in problem.claims.iter().filter(|(_, claim)| claim.net > Sum::Finite(0)) {
            self.keys.extend(&claim.rivals);
            let share = claim.rooms.iter().fold(claim.net, |share, room| match problem.rooms.get(*room) {
                Some(Room::Money(room)) => share.min(Sum::Finite(*room)),
                Some(Room::Places(_)) | None => share,
            });
            let key = claim.rivals.first().copied();
            for room in &claim.rooms {
                let use_of = used_of(problem, *room, share);
                let known = most.entry((*room, key, key.is_none().then_some(id))).or_insert(Sum::Finite(0));
                *known = use_of.max(*known);
            }
        }
        for ((room, _, _), sum) in most {
            self.take(room, sum);
        }
    }

    fn take(&mut self, room: RoomId, of: Sum) {
        let sum = self.rooms.entry(room).or_insert(Sum::Finite(0));
        *sum = match (*sum, of) {
            (Sum::Finite(a), Sum::Finite(b)) => a.checked_add(b).map_or(Sum::Open, Sum::Finite),
            _ => Sum::Open,
        };
    }
}

/// What a share uses of a room: a place, or its money.
fn used_of(problem: &Problem, room: RoomId, share: Sum) -> Sum {
    match problem.rooms.get(room) {
        Some(Room::Places(_)) => Sum::Finite(1),
        _ => share,
    }
}
