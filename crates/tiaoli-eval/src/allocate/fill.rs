//! Sharing by weight: everyone gets λ times his weight, up to his own sum, so that just what there is is given.
//!
//! λ is an exact fraction. Where several rooms are short, the one with the least λ binds first and its members are
//! settled; the others share what is then left.

use super::pool::{EntrantId, RoomId};
use super::round::{Cut, round};
use crate::program::Tail;
use crate::table::Table;
use std::cmp::Ordering;

/// One who shares.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) id: EntrantId,
    /// Not negative.
    pub(super) weight: i128,
    /// What he has already.
    pub(super) floor: i128,
    /// His own sum, not less than `floor`.
    pub(super) cap: i128,
    /// The rooms of money that he draws on.
    pub(super) rooms: Vec<RoomId>,
}

/// What a member comes to in all, and the room that was short.
pub(super) type Filled = (EntrantId, i128, Option<RoomId>);

/// Shares what is left of each room; `left` is lowered by what is given. Members stand in the order of ties.
/// `None` where a product does not fit.
pub(super) fn fill(mut members: Vec<Member>, left: &mut Table<RoomId, i128>, tail: Tail) -> Option<Vec<Filled>> {
    let mut filled = Vec::new();
    while !members.is_empty() {
        let mut short: Option<(RoomId, Fraction)> = None;
        for (room, room_left) in left.iter() {
            let here: Vec<&Member> = members.iter().filter(|it| it.rooms.contains(&room)).collect();
            let Some(level) = level(&here, (*room_left).max(0))? else { continue };
            if short.is_none_or(|(_, least)| level.compare(least) == Some(Ordering::Less)) {
                short = Some((room, level));
            }
        }
        let Some((room, level)) = short else {
            for it in members.drain(..) {
                let amount = if it.weight > 0 { it.cap } else { it.floor };
                take(left, &it.rooms, amount.checked_sub(it.floor)?)?;
                filled.push((it.id, amount, None));
            }
            break;
        };
        let (here, others): (Vec<Member>, Vec<Member>) = members.into_iter().partition(|it| it.rooms.contains(&room));
        members = others;
        for (it, amount) in settle(here, room, level, left, tail)? {
            filled.push((it.id, amount, (amount < it.cap).then_some(room)));
        }
    }
    Some(filled)
}

/// The members of a room that is short: each his fraction, rounded, and what rounding leaves over.
fn settle(
    members: Vec<Member>,
    room: RoomId,
    level: Fraction,
    left: &mut Table<RoomId, i128>,
    tail: Tail,
) -> Option<Vec<(Member, i128)>> {
    let mut cuts = Vec::new();
    for it in &members {
        let exact = level.above.checked_mul(it.weight)?;
        let under = |sum: i128| Some(exact < sum.checked_mul(level.below)?);
        let cut = if !under(it.cap)? {
            Cut::whole(it.cap)
        } else if under(it.floor)? || it.weight == 0 {
            Cut::whole(it.floor)
        } else {
            let unit = level.below.checked_mul(tail.quantum)?;
            let amount = exact.checked_div(unit)?.checked_mul(tail.quantum)?;
            Cut { amount: amount.max(it.floor), fraction: exact.checked_rem(unit)?, cap: it.cap }
        };
        take(left, &it.rooms, cut.amount.checked_sub(it.floor)?)?;
        cuts.push(cut);
    }
    let over = left.get(room).copied().unwrap_or(0);
    let amounts = round(&cuts, over, tail, |at, quantum| {
        let Some(it) = members.get(at) else { return false };
        let fits = it.rooms.iter().all(|room| left.get(*room).is_some_and(|left| *left >= quantum));
        fits && take(left, &it.rooms, quantum).is_some()
    })?;
    Some(members.into_iter().zip(amounts).collect())
}

/// The fraction λ at which the members use up what is left; `None` inside where it is enough for all.
fn level(members: &[&Member], left: i128) -> Option<Option<Fraction>> {
    let mut goal = left;
    let mut fixed = 0i128;
    let mut steps: Vec<Step> = Vec::new();
    for (at, it) in members.iter().enumerate() {
        goal = goal.checked_add(it.floor)?;
        fixed = fixed.checked_add(it.floor)?;
        if it.weight > 0 {
            steps.push(Step { at: Fraction { above: it.floor, below: it.weight }, member: at, ends: false });
            steps.push(Step { at: Fraction { above: it.cap, below: it.weight }, member: at, ends: true });
        }
    }
    let mut fits = true;
    steps.sort_by(|one, other| match one.at.compare(other.at) {
        Some(order) => order.then(one.member.cmp(&other.member)).then(one.ends.cmp(&other.ends)),
        None => {
            fits = false;
            Ordering::Equal
        }
    });
    if !fits {
        return None;
    }
    let mut weight = 0i128;
    for step in steps {
        let rest = goal.checked_sub(fixed)?;
        if weight > 0 && step.at.above.checked_mul(weight)? > rest.checked_mul(step.at.below)? {
            return Some(Some(Fraction { above: rest, below: weight }));
        }
        let Some(it) = members.get(step.member) else { continue };
        if step.ends {
            weight = weight.checked_sub(it.weight)?;
            fixed = fixed.checked_add(it.cap)?;
        } else {
            weight = weight.checked_add(it.weight)?;
            fixed = fixed.checked_sub(it.floor)?;
        }
    }
    Some(None)
}

fn take(left: &mut Table<RoomId, i128>, rooms: &[RoomId], amount: i128) -> Option<()> {
    for room in rooms {
        let left = left.get_mut(*room)?;
        *left = left.checked_sub(amount)?;
    }
    Some(())
}

/// What the members' room would have to hold in all so that `id` gets all of his sum; `None` where no sum would do.
pub(super) fn least(members: &[&Member], id: EntrantId) -> Option<i128> {
    let it = members.iter().find(|it| it.id == id).filter(|it| it.weight > 0)?;
    let mut total = 0i128;
    let mut fractions: Vec<(i128, i128)> = Vec::new();
    for other in members {
        let exact = it.cap.checked_mul(other.weight)?;
        if exact >= other.cap.checked_mul(it.weight)? {
            total = total.checked_add(other.cap)?;
        } else if exact <= other.floor.checked_mul(it.weight)? {
            total = total.checked_add(other.floor)?;
        } else {
            fractions.push((exact, it.weight));
        }
    }
    let exact = fractions.iter().try_fold(0i128, |sum, (above, _)| sum.checked_add(*above))?;
    let whole = exact.checked_add(it.weight.checked_sub(1)?)?.checked_div(it.weight)?;
    total.checked_add(whole)
}

/// A breakpoint: from here on a member's share grows, or does no more.
struct Step {
    at: Fraction,
    member: usize,
    ends: bool,
}

/// An exact fraction; `below` is above zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    /// `None` where a product does not fit.
    fn compare(self, other: Self) -> Option<Ordering> {
        Some(self.above.checked_mul(other.below)?.cmp(&other.above.checked_mul(self.below)?))
    }
}
