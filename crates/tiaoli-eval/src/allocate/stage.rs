//! Stages: what there is at first, then each increment from its day on.

use super::order;
use super::pool::{Entrant, EntrantId, Pool, RoomId, Unshared, Word};
use super::state::{Endless, State};
use super::{scan, share};
use crate::date::Date;
use crate::program::{Method, Undecided};
use crate::table::Table;

/// What is added, and who is there to get it.
#[derive(Debug, Default)]
struct Stage {
    added: Vec<(RoomId, i128)>,
    /// Who got a part before gets the rest.
    top_up: bool,
    /// Those who came on this day or later were not there yet.
    until: Option<Date>,
}

/// Shares a pool, stage by stage.
pub(super) fn run<'a>(
    pool: &'a Pool,
    entrants: &'a Table<EntrantId, Entrant>,
    endless: Option<Endless>,
) -> Result<State<'a>, Unshared> {
    let mut state = State::new(pool, entrants, endless)?;
    let reserve = pool.terms.undecided == Undecided::Reserve;
    if reserve {
        let open = |(id, it): (EntrantId, &Entrant)| (it.most().is_none() && it.earlier.is_none()).then_some(id);
        let open: Vec<EntrantId> = entrants.iter().filter_map(open).collect();
        if !open.is_empty() {
            return Err(Unshared::OpenUpwards(open));
        }
    }
    let classes = order::classes(entrants);
    if let Method::Queue { .. } = pool.terms.method {
        place(&mut state, &classes);
    }
    for (index, stage) in stages(pool).iter().enumerate() {
        state.release();
        for (room, amount) in &stage.added {
            for sum in [state.left.get_mut(*room), state.total.get_mut(*room)].into_iter().flatten() {
                *sum = sum.checked_add(*amount).ok_or(Unshared::TooLarge)?;
            }
            if let Some(closed) = state.closed.get_mut(*room) {
                *closed = false;
            }
        }
        if index == 0 && reserve {
            scan::set_aside(&mut state, &order::unplaced(entrants))?;
        }
        let takes_part = |state: &State<'_>, id: EntrantId| {
            let Some(it) = entrants.get(id) else { return false };
            let there = it.came.is_none_or(|came| stage.until.is_none_or(|until| came < until));
            let comes_back = state.admitted.get(id).copied().unwrap_or(false);
            let apart = comes_back && (!stage.top_up || state.rest(id) == 0);
            there && !apart && (reserve || it.is_settled())
        };
        match pool.terms.method {
            Method::Queue { last, ties } => {
                for class in &classes {
                    let class: Vec<EntrantId> = class.iter().copied().filter(|id| takes_part(&state, *id)).collect();
                    scan::class(&mut state, &class, last, ties)?;
                }
            }
            Method::Share(weights) => {
                let all: Vec<EntrantId> =
                    classes.iter().flatten().copied().filter(|id| takes_part(&state, *id)).collect();
                share::all(&mut state, &all, weights, reserve)?;
            }
        }
    }
    for (id, it) in entrants.iter() {
        if it.earlier.is_none() && !it.is_settled() {
            state.say(id, Word::Undecided, None);
        }
    }
    Ok(state)
}

/// Places from 1; those who stand equal have one place.
fn place(state: &mut State<'_>, classes: &[Vec<EntrantId>]) {
    let mut before = 0usize;
    for class in classes {
        for id in class {
            if let Some(share) = state.shares.get_mut(*id) {
                share.place = Some(before.saturating_add(1));
            }
        }
        before = before.saturating_add(class.len());
    }
}

fn stages(pool: &Pool) -> Vec<Stage> {
    let counted = |date: Date| date <= pool.as_of;
    let past = |date: Date| pool.since.is_some_and(|since| date <= since);
    let mut dates: Vec<Date> =
        pool.rooms.iter().flat_map(|(_, room)| room.increments.iter().map(|it| it.date)).collect();
    dates.retain(|date| counted(*date) && !past(*date));
    dates.sort_unstable();
    dates.dedup();
    let on = |takes: &dyn Fn(Date) -> bool| {
        let mut stage = Stage { added: Vec::new(), top_up: true, until: None };
        for (id, room) in pool.rooms.iter() {
            for it in room.increments.iter().filter(|it| counted(it.date) && takes(it.date)) {
                stage.added.push((id, it.amount));
                stage.top_up &= it.top_up;
            }
        }
        stage
    };
    let mut stages = vec![Stage { top_up: false, ..on(&past) }];
    for date in dates {
        if let Some(before) = stages.last_mut() {
            before.until = Some(date);
        }
        stages.push(on(&|it| it == date));
    }
    stages
}
