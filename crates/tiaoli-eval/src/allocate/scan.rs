//! Down the queue, one class of equals after another.

use super::fill::{Member, fill, least};
use super::pool::{Entrant, EntrantId, RoomId, Unshared, Word};
use super::state::State;
use crate::program::{Last, Measure, Remainder, Tail, Ties};
use std::collections::BTreeSet;

/// One turn: everyone of the class who finds all his rooms open, in full if that fits, else as 末位 or 同序 says.
pub(super) fn class(
    state: &mut State<'_>,
    class: &[EntrantId],
    last: Option<Last>,
    ties: Ties,
) -> Result<(), Unshared> {
    if class.len() > 1
        && ties == Ties::Draw
        && let Some(drawn) = drawn(state, class)
    {
        for id in drawn {
            turn(state, &[id], last, ties, true)?;
        }
        return Ok(());
    }
    turn(state, class, last, ties, false)
}

/// The order that a draw gave; `None` unless each has a rank of his own.
fn drawn(state: &State<'_>, class: &[EntrantId]) -> Option<Vec<EntrantId>> {
    let rank = |id: &EntrantId| state.entrants.get(*id).and_then(|it| it.draw).map(|rank| (rank, *id));
    let mut ranks: Vec<(i128, EntrantId)> = class.iter().map(rank).collect::<Option<_>>()?;
    ranks.sort_unstable();
    let twice = ranks.windows(2).any(|pair| matches!(pair, [one, other] if one.0 == other.0));
    (!twice).then(|| ranks.into_iter().map(|(_, id)| id).collect())
}

fn turn(
    state: &mut State<'_>,
    class: &[EntrantId],
    last: Option<Last>,
    ties: Ties,
    by_draw: bool,
) -> Result<(), Unshared> {
    let before: Vec<_> = class.iter().map(|id| state.levels(*id)).collect();
    let mut inside = Vec::new();
    for id in class {
        match shut(state, *id) {
            None => inside.push(*id),
            Some((room, true)) => wait(state, *id, Word::Waiting, Some(room))?,
            Some((room, false)) => state.say(*id, if by_draw { Word::Drawn } else { Word::UsedUp }, Some(room)),
        }
    }
    enough(state, &inside, last, ties)?;
    let short = short(state, &inside)?;
    let held = short.iter().copied().find(|room| state.held.get(*room).is_some_and(|held| *held > 0));
    let cut = |state: &State<'_>, id: &EntrantId| state.rooms(*id).any(|room| short.contains(&room));
    let (cut, whole): (Vec<EntrantId>, Vec<EntrantId>) = inside.iter().copied().partition(|id| cut(state, id));
    for id in whole {
        in_full(state, id)?;
    }
    match (cut.as_slice(), held) {
        ([], _) => {}
        (several, Some(room)) => {
            for id in several {
                wait(state, *id, Word::Waiting, Some(room))?;
            }
        }
        ([one], None) => the_last(state, *one, &short, last.unwrap_or(Last::Nothing))?,
        (several, None) => equals(state, several, &short, last, ties)?,
    }
    for (id, before) in class.iter().zip(before) {
        state.turn(*id, &before);
    }
    Ok(())
}

/// A room that is closed or empty, and whether that may yet change.
fn shut(state: &State<'_>, id: EntrantId) -> Option<(RoomId, bool)> {
    let shut = |room: &RoomId| {
        let left = state.left.get(*room).copied().unwrap_or(0);
        state.wants(id, *room) > 0 && (left <= 0 || state.closed.get(*room).copied().unwrap_or(false))
    };
    let certain = |room: &RoomId| {
        state.held.get(*room).copied().unwrap_or(0) == 0 || state.closed.get(*room).copied().unwrap_or(false)
    };
    let rooms: Vec<RoomId> = state.rooms(id).filter(shut).collect();
    rooms.iter().find(|room| certain(room)).map(|room| (*room, false)).or(rooms.first().map(|room| (*room, true)))
}

/// The rooms that cannot give everyone in the class what he wants.
fn short(state: &State<'_>, class: &[EntrantId]) -> Result<BTreeSet<RoomId>, Unshared> {
    let mut short = BTreeSet::new();
    for (room, left) in state.left.iter() {
        if wanted(state, class, room)? > (*left).max(0) {
            short.insert(room);
        }
    }
    Ok(short)
}

fn wanted(state: &State<'_>, class: &[EntrantId], room: RoomId) -> Result<i128, Unshared> {
    let draws = |id: &&EntrantId| state.rooms(**id).any(|it| it == room);
    let add = |sum: i128, id: &EntrantId| sum.checked_add(state.wants(*id, room));
    class.iter().filter(draws).try_fold(0i128, add).ok_or(Unshared::TooLarge)
}

/// Notes what each room would have to hold so that this turn is paid in full.
fn enough(state: &mut State<'_>, class: &[EntrantId], last: Option<Last>, ties: Ties) -> Result<(), Unshared> {
    let overdraws = if class.len() == 1 { last == Some(Last::Full) } else { ties == Ties::AllIn };
    let divided = class.len() > 1 && matches!(ties, Ties::Equal | Ties::Prorated);
    for room in state.pool.rooms.ids() {
        let (total, left) = (state.total.get(room).copied(), state.left.get(room).copied());
        let used = total.zip(left).and_then(|(total, left)| total.checked_sub(left)).ok_or(Unshared::TooLarge)?;
        let here: Vec<EntrantId> = class.iter().copied().filter(|id| state.rooms(*id).any(|it| it == room)).collect();
        let money = state.pool.rooms.get(room).is_some_and(|it| it.measure == Measure::Money);
        let want = match wanted(state, &here, room)? {
            want if overdraws && (money || class.len() > 1) => want.min(1),
            want => want,
        };
        let members =
            if divided && money { members(state, &here, ties).ok_or(Unshared::TooLarge)? } else { Vec::new() };
        let floors = members.iter().try_fold(0i128, |sum, it| sum.checked_add(it.floor)).ok_or(Unshared::TooLarge)?;
        let members: Vec<&Member> = members.iter().collect();
        for id in here {
            let want = least(&members, id).and_then(|sum| sum.checked_sub(floors)).unwrap_or(want);
            if let Some(enough) = state.enough.get_mut(id) {
                enough.retain(|(known, _)| *known != room);
                enough.push((room, used.checked_add(want).ok_or(Unshared::TooLarge)?));
            }
        }
    }
    Ok(())
}

fn in_full(state: &mut State<'_>, id: EntrantId) -> Result<(), Unshared> {
    let rest = state.rest(id);
    state.give(id, rest)?;
    state.clear(id);
    Ok(())
}

/// 末位
fn the_last(state: &mut State<'_>, id: EntrantId, short: &BTreeSet<RoomId>, last: Last) -> Result<(), Unshared> {
    let money = state.money(id);
    let left = |room: &RoomId| state.left.get(*room).copied().unwrap_or(0);
    let tight = money.iter().copied().min_by_key(|room| (left(room), *room));
    let room = short.iter().copied().find(|room| Some(*room) == tight).or(short.first().copied());
    match last {
        Last::Rest => {
            let rest = tight.as_ref().map_or(0, left);
            state.give(id, rest)?;
        }
        Last::Nothing => close_his(state, id, short),
        Last::Skip => {}
        Last::Full => {
            let rest = state.rest(id);
            state.give(id, rest)?;
        }
    }
    state.say(id, Word::Last, room);
    Ok(())
}

fn close_his(state: &mut State<'_>, id: EntrantId, short: &BTreeSet<RoomId>) {
    let his: Vec<RoomId> = state.rooms(id).filter(|room| short.contains(room)).collect();
    his.into_iter().for_each(|room| state.close(room));
}

/// 同序
fn equals(
    state: &mut State<'_>,
    several: &[EntrantId],
    short: &BTreeSet<RoomId>,
    last: Option<Last>,
    ties: Ties,
) -> Result<(), Unshared> {
    let first = short.first().copied();
    let of = |state: &State<'_>, id: EntrantId| state.rooms(id).find(|room| short.contains(room)).or(first);
    match ties {
        Ties::AllIn => {
            for id in several {
                in_full(state, *id)?;
                let room = of(state, *id);
                state.say(*id, Word::Tied, room);
            }
        }
        Ties::AllOut => {
            for id in several {
                let room = of(state, *id);
                state.say(*id, Word::Tied, room);
            }
        }
        Ties::Equal | Ties::Prorated => part(state, several, ties)?,
        Ties::Draw => {
            for id in several {
                let room = of(state, *id);
                let others: Vec<RoomId> = state.rooms(*id).filter(|room| !short.contains(room)).collect();
                for room in others {
                    let wants = state.wants(*id, room);
                    state.hold(room, wants)?;
                }
                state.say(*id, Word::Undrawn, room);
            }
            // Whoever is drawn, somebody is cut: unless smaller sums may still fit, nobody behind them gets anything.
            if last == Some(Last::Skip) {
                for room in short {
                    state.hold(*room, i128::MAX)?;
                }
                return Ok(());
            }
            for room in short {
                if let Some(undrawn) = state.undrawn.get_mut(*room) {
                    *undrawn = true;
                }
            }
        }
    }
    short.iter().for_each(|room| state.close(*room));
    Ok(())
}

/// A class as it is divided.
fn members(state: &State<'_>, class: &[EntrantId], ties: Ties) -> Option<Vec<Member>> {
    let member = |id: &EntrantId| {
        let (got, rest) = (state.got(*id), state.rest(*id));
        let cap = got.checked_add(rest)?;
        let weight = if ties == Ties::Equal { 1 } else { cap };
        Some(Member { id: *id, weight, floor: got, cap, rooms: state.money(*id) })
    };
    class.iter().map(member).collect()
}

fn part(state: &mut State<'_>, several: &[EntrantId], ties: Ties) -> Result<(), Unshared> {
    let members = members(state, several, ties);
    let tail = state.pool.terms.tail.unwrap_or(Tail { quantum: 1, rule: Remainder::Kept });
    let mut left = state.left.clone();
    let filled = members.and_then(|members| fill(members, &mut left, tail)).ok_or(Unshared::TooLarge)?;
    for (id, amount, room) in filled {
        let more = amount.checked_sub(state.got(id)).ok_or(Unshared::TooLarge)?;
        state.give(id, more)?;
        match room {
            Some(room) => state.say(id, Word::Tied, Some(room)),
            None => state.clear(id),
        }
    }
    Ok(())
}

/// He may yet get what he wants: nobody else can count on it.
fn wait(state: &mut State<'_>, id: EntrantId, word: Word, room: Option<RoomId>) -> Result<(), Unshared> {
    let rooms: Vec<RoomId> = state.rooms(id).collect();
    for room in rooms {
        let wants = state.wants(id, room);
        state.hold(room, wants)?;
    }
    state.say(id, word, room);
    Ok(())
}

/// 预留 for those whose place is not known: before everyone else, so that it is there wherever they turn out to stand.
pub(super) fn set_aside(state: &mut State<'_>, unplaced: &[EntrantId]) -> Result<(), Unshared> {
    for id in unplaced {
        if state.entrants.get(*id).is_none_or(|it: &Entrant| it.earlier.is_some()) || shut(state, *id).is_some() {
            continue;
        }
        let before = state.levels(*id);
        let left = |room: &RoomId| state.left.get(*room).copied().unwrap_or(0);
        let room = state.money(*id).iter().map(left).min();
        let amount = room.map_or(state.rest(*id), |room| room.min(state.rest(*id)));
        state.give(*id, amount)?;
        state.turn(*id, &before);
    }
    Ok(())
}
