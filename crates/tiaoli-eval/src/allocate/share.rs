//! 方式: everyone at once, by weight.

use super::fill::{Member, fill};
use super::pool::{EntrantId, RoomId, Unshared, Word};
use super::state::State;
use crate::program::{Remainder, Tail, Weights};

/// Shares what the rooms have left among all of them. Whose weight is not known is set aside first (`reserve`), or waits.
pub(super) fn all(state: &mut State<'_>, all: &[EntrantId], weights: Weights, reserve: bool) -> Result<(), Unshared> {
    let (known, unknown): (Vec<EntrantId>, Vec<EntrantId>) =
        all.iter().copied().partition(|id| weight(state, *id, weights).is_some());
    if reserve {
        super::scan::set_aside(state, &unknown)?;
    }
    for id in unknown {
        state.say(id, Word::Undecided, None);
    }
    let before: Vec<_> = known.iter().map(|id| state.levels(*id)).collect();
    let member = |id: &EntrantId| {
        let floor = state.got(*id);
        let cap = floor.checked_add(state.rest(*id))?;
        Some(Member { id: *id, weight: weight(state, *id, weights)?.max(0), floor, cap, rooms: state.money(*id) })
    };
    let members: Option<Vec<Member>> = known.iter().map(member).collect();
    let tail = state.pool.terms.tail.unwrap_or(Tail { quantum: 1, rule: Remainder::Kept });
    let mut left = state.left.clone();
    let filled = members.and_then(|members| fill(members, &mut left, tail)).ok_or(Unshared::TooLarge)?;
    for (id, amount, room) in filled {
        let more = amount.checked_sub(state.got(id)).ok_or(Unshared::TooLarge)?;
        state.give(id, more)?;
        let cut = state.rest(id) > 0;
        match room.or_else(|| state.money(id).first().copied()) {
            room if cut => state.say(id, Word::Shared, room),
            _ => state.clear(id),
        }
    }
    for (id, before) in known.iter().zip(before) {
        state.turn(*id, &before);
    }
    Ok(())
}

/// His weight, where it is known.
pub(super) fn weight(state: &State<'_>, id: EntrantId, weights: Weights) -> Option<i128> {
    match weights {
        Weights::Equal => Some(1),
        Weights::Own => state.entrants.get(id)?.most(),
        Weights::Stated => state.entrants.get(id)?.weight,
    }
}

/// The members of a room as they would share it, for the least that would be enough.
pub(super) fn members_of(state: &State<'_>, room: RoomId, weights: Weights, all: &[EntrantId]) -> Vec<Member> {
    let member = |id: &EntrantId| {
        let rooms: Vec<RoomId> = state.money(*id).into_iter().filter(|it| *it == room).collect();
        let weight = weight(state, *id, weights)?.max(0);
        let (floor, cap) = (state.entrants.get(*id)?.earlier.unwrap_or(0), state.entrants.get(*id)?.most()?);
        (!rooms.is_empty()).then_some(Member { id: *id, weight, floor, cap: cap.max(floor), rooms })
    };
    all.iter().filter_map(member).collect()
}
