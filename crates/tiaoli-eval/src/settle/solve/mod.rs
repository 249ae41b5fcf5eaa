//! The best combination of claims, exactly: which claims are paid, and how much, so that the total is greatest.
//!
//! A claim is chosen or not. Each of its rival keys admits one chosen claim; a [`Room::Money`] is shared by the chosen claims that draw
//! on it; a [`Room::Places`] admits so many. Which sums compete, those certain or those possible, is the caller's: this module knows
//! no interval, no rule and no fact.
//!
//! Given which claims are chosen, money is filled in the order of the list: each gets as much as its sum and what is left of every
//! room it draws on allow. Where a room is used up before its turn a chosen claim gets nothing, and is told as if it were not chosen.
//! Where money rooms are nested or apart, the order decides the shares and not the total; where they cross, the total is the most
//! that any order and division could pay (`crossing`). Among all choices the best is, in turn:
//!
//! 1. the greater total, open sums first ([`Total`]);
//! 2. more chosen claims that are certain;
//! 3. less room used, added over the money rooms;
//! 4. the earlier choice: at the first claim on which two choices differ, the one that has it.
//!
//! How: `reduce` leaves claims and rooms that can matter, `components` takes apart what does not touch, `outer` leaves
//! aside rooms that all draw on, `bound` prices the rooms, and `search` walks the claims of a component in order, keeping every state of the rooms that is neither dominated (`frontier`) nor,
//! by those prices, unable to reach the best choice found so far. Nothing else is dropped, so the end of the walk is the
//! optimum. Sharing one room is already as hard as subset sum, so the number of states has a fixed limit. If it is reached before
//! the total is proved, the answer is [`Unsolved::WorkLimit`] with the best total found and one that is certainly not exceeded, never a
//! best effort passed off as the optimum. If only the order of ties is unproved, [`Solution::first`] says so. The limit is part of the
//! meaning and the same in every build.

#![expect(
    clippy::indexing_slicing,
    reason = "only tables, by ids that they made; the ids of a problem are checked on entry"
)]

mod bound;
mod components;
mod crossing;
mod flow;
mod frontier;
mod label;
mod nested;
mod outer;
mod reduce;
mod search;
mod steps;
#[cfg(test)]
mod tests;

use crate::table::{Table, declare_id};

declare_id! {
    /// A claim of a [`Problem`].
    pub struct ClaimId;
    /// A room of a [`Problem`].
    pub struct RoomId;
    /// A key that admits one chosen claim.
    pub struct KeyId;
}

/// How many states one component may keep, over all its projects.
const STATES: usize = 250_000;

/// A sum in the smallest unit of the application, or open upwards. Open is greater than every finite sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sum {
    /// So much.
    Finite(i128),
    /// Without upper end.
    Open,
}

/// What could be paid for one rule to one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The sum, less the earlier payments on its keys. Nothing or less is never paid.
    pub net: Sum,
    /// The keys it occupies, its project first; none if it stands beside every other claim.
    pub rivals: Vec<KeyId>,
    /// The rooms it draws on.
    pub rooms: Vec<RoomId>,
    /// Whether its outcome is known: among equals the certain one is named.
    pub certain: bool,
}

/// What is left of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Money, divisible.
    Money(i128),
    /// So many claims.
    Places(u32),
}

/// All claims that compete in one application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Projects as listed, and rules in the order of the document within each.
    pub claims: Table<ClaimId, Claim>,
    /// The rooms they share.
    pub rooms: Table<RoomId, Room>,
}

/// A sum of sums. More open ones are more, whatever the finite part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Total {
    /// How many open sums are in it.
    pub opens: i128,
    /// The others, added.
    pub finite: i128,
}

/// The best combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What each claim is paid.
    pub shares: Table<ClaimId, Sum>,
    /// All shares together: no choice has more.
    pub total: Total,
    /// Whether it is proved, too, that no choice with this total comes first in the order of ties. If not, it is the first one found:
    /// the same on every run, but perhaps not the one that the order names.
    pub first: bool,
}

impl Solution {
    /// The claims that are paid, with what they get.
    pub fn paid(&self) -> impl Iterator<Item = (ClaimId, Sum)> {
        self.shares.iter().map(|(claim, share)| (claim, *share)).filter(|(_, share)| *share != Sum::Finite(0))
    }
}

/// Why there is no best combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// The fixed amount of work is used up before the best combination was proved.
    WorkLimit {
        /// The best total found.
        best: Total,
        /// A total that is certainly not exceeded.
        bound: Total,
    },
    /// Sums too great to be added and compared.
    TooLarge,
    /// Money rooms that share claims cross in more than two ways: the text must say which comes first.
    Crossing {
        /// The one.
        one: RoomId,
        /// The other.
        other: RoomId,
    },
    /// A claim names a room that the problem does not have.
    NoSuchRoom {
        /// The claim.
        claim: ClaimId,
    },
}

/// The best combination of claims.
///
/// # Errors
/// See [`Unsolved`].
pub fn solve(problem: &Problem) -> Result<Solution, Unsolved> {
    solve_within(problem, STATES)
}

/// Whether some money rooms share claims while neither holds all of the other's.
#[must_use]
pub fn crosses(problem: &Problem) -> bool {
    nested::pair(problem).is_some()
}

/// [`solve`] with another limit of work.
fn solve_within(problem: &Problem, states: usize) -> Result<Solution, Unsolved> {
    nested::rooms(problem)?;
    let reduced = reduce::reduce(problem).ok_or(Unsolved::TooLarge)?;
    let mut shares: Table<ClaimId, Sum> = problem.claims.iter().map(|_| Sum::Finite(0)).collect();
    let (mut best, mut bound, mut first) = (0, 0, true);
    for component in components::split(&reduced.items, &reduced.resources) {
        let found = match crossing::some(&component) {
            false => outer::best(&component, reduced.scale, states),
            true => crossing::solve(&component).ok_or_else(|| nested::crossing(problem))?,
        };
        best += found.total;
        bound += found.bound;
        first &= found.first;
        for (claim, share) in found.chosen {
            shares[claim] = reduced.sum(share);
        }
    }
    let total = reduced.total(best);
    if best < bound {
        return Err(Unsolved::WorkLimit { best: total, bound: reduced.total(bound) });
    }
    Ok(Solution { shares, total, first })
}
