//! How large a pool would have been enough.
//!
//! In a queue, somebody is paid in full from that pool on which covers all before him and himself: a smaller one may do
//! by chance where 跳过 lets small sums pass, and then a larger one may not. Each short room is asked for alone, the
//! others as they are; where no room alone would do, all of them together. What rounding happens to give is not counted on.

use super::fill::least;
use super::pool::{Allotment, Entrant, EntrantId, Pool, RoomId, Standing, Unshared};
use super::state::{Endless, State};
use super::{share, stage};
use crate::program::{Method, Weights};
use crate::table::Table;

/// Puts the least pools into the shares of those who did not get all of their sum.
pub(super) fn put(
    pool: &Pool,
    entrants: &Table<EntrantId, Entrant>,
    allotment: &mut Allotment,
) -> Result<(), Unshared> {
    let cut = |id: EntrantId, allotment: &Allotment| {
        let settled = entrants.get(id).is_some_and(|it| it.is_settled() && it.earlier.is_none());
        settled && allotment.shares.get(id).is_some_and(|it| it.standing != Standing::Full)
    };
    let cut: Vec<EntrantId> = entrants.ids().filter(|id| cut(*id, allotment)).collect();
    if cut.is_empty() {
        return Ok(());
    }
    match pool.terms.method {
        Method::Queue { .. } => queue(pool, entrants, allotment, &cut),
        Method::Share(weights) => {
            let state = State::new(pool, entrants, None)?;
            shared(&state, weights, allotment, &cut);
            Ok(())
        }
    }
}

fn queue(
    pool: &Pool,
    entrants: &Table<EntrantId, Entrant>,
    allotment: &mut Allotment,
    cut: &[EntrantId],
) -> Result<(), Unshared> {
    let mut alone: Vec<EntrantId> = Vec::new();
    for room in pool.rooms.ids() {
        let state = stage::run(pool, entrants, Some(Endless::One(room)))?;
        let enough = state.enough.clone();
        let full = state.finish();
        for id in cut {
            let in_full = full.shares.get(*id).is_some_and(|it| it.standing == Standing::Full && it.word.is_none());
            let sum = enough.get(*id).and_then(|of| of.iter().find(|(of, _)| *of == room)).map(|(_, sum)| *sum);
            if let (true, Some(sum), Some(share)) = (in_full, sum, allotment.shares.get_mut(*id)) {
                share.least.push((room, sum));
                alone.push(*id);
            }
        }
    }
    let together: Vec<EntrantId> = cut.iter().copied().filter(|id| !alone.contains(id)).collect();
    if together.is_empty() {
        return Ok(());
    }
    let state = stage::run(pool, entrants, Some(Endless::All))?;
    for id in together {
        let total = |room: RoomId| allotment.rooms.get(room).map_or(0, |used| used.total);
        let enough = state.enough.get(id).cloned().unwrap_or_default();
        let short: Vec<(RoomId, i128)> = enough.into_iter().filter(|(room, sum)| *sum > total(*room)).collect();
        if let Some(share) = allotment.shares.get_mut(id) {
            share.least = short;
        }
    }
    Ok(())
}

fn shared(state: &State<'_>, weights: Weights, allotment: &mut Allotment, cut: &[EntrantId]) {
    let reserve = state.pool.terms.undecided == crate::program::Undecided::Reserve;
    let there = |(id, it): (EntrantId, &Entrant)| (it.earlier.is_some() || reserve || it.is_settled()).then_some(id);
    let all: Vec<EntrantId> = state.entrants.iter().filter_map(there).collect();
    for room in state.pool.rooms.ids() {
        let members = share::members_of(state, room, weights, &all);
        let members: Vec<_> = members.iter().collect();
        let total = allotment.rooms.get(room).map_or(0, |used| used.total);
        for id in cut {
            if let (Some(sum), Some(share)) = (least(&members, *id), allotment.shares.get_mut(*id))
                && sum > total
            {
                share.least.push((room, sum));
            }
        }
    }
}
