//! How far the sharing of a pool has come.

use super::pool::{Allotment, Entrant, EntrantId, Need, Pool, RoomId, Share, Standing, Unshared, Used, Word};
use crate::program::Measure;
use crate::table::{Id, Table};

/// More than any budget: what a room holds while it is asked how much would have been enough.
pub(super) const ENDLESS: i128 = 1 << 100;

/// How far the sharing has come.
pub(super) struct State<'a> {
    pub(super) pool: &'a Pool,
    pub(super) entrants: &'a Table<EntrantId, Entrant>,
    /// What each room has left.
    pub(super) left: Table<RoomId, i128>,
    /// What of each room may yet go to somebody who is not decided; it is no longer in `left`.
    pub(super) held: Table<RoomId, i128>,
    /// Rooms that give nothing more, whatever they have left.
    pub(super) closed: Table<RoomId, bool>,
    /// Rooms that are closed because a draw among more than they can pay is yet to be held.
    pub(super) undrawn: Table<RoomId, bool>,
    /// What each room has held in all so far.
    pub(super) total: Table<RoomId, i128>,
    pub(super) shares: Table<EntrantId, Share>,
    /// For each entrant and room, what the room would have to hold so that his turn is paid in full.
    pub(super) enough: Table<EntrantId, Vec<(RoomId, i128)>>,
    /// Whether he has taken a place.
    pub(super) admitted: Table<EntrantId, bool>,
}

impl<'a> State<'a> {
    /// Nothing shared yet but what earlier allocations gave. `endless` holds more than anyone can want.
    pub(super) fn new(
        pool: &'a Pool,
        entrants: &'a Table<EntrantId, Entrant>,
        endless: Option<Endless>,
    ) -> Result<Self, Unshared> {
        let base = |(id, room): (RoomId, &super::pool::Room)| {
            if endless.is_some_and(|it| it.is(id)) { ENDLESS } else { room.base }
        };
        let left: Table<RoomId, i128> = pool.rooms.iter().map(base).collect();
        let nobody = |_: (EntrantId, &Entrant)| Share {
            place: None,
            amount: 0,
            reserved: 0,
            standing: Standing::Nothing,
            word: None,
            turn: Vec::new(),
            least: Vec::new(),
        };
        let mut state = Self {
            pool,
            entrants,
            held: left.iter().map(|_| 0).collect(),
            closed: left.iter().map(|_| false).collect(),
            undrawn: left.iter().map(|_| false).collect(),
            total: left.clone(),
            left,
            shares: entrants.iter().map(nobody).collect(),
            enough: entrants.iter().map(|_| Vec::new()).collect(),
            admitted: entrants.iter().map(|_| false).collect(),
        };
        for (id, entrant) in entrants.iter() {
            if let Some(earlier) = entrant.earlier {
                state.give(id, earlier)?;
                state.say(id, Word::Earlier, None);
            }
        }
        Ok(state)
    }

    /// What he has so far, set aside or given.
    pub(super) fn got(&self, id: EntrantId) -> i128 {
        self.shares.get(id).map_or(0, |share| share.amount.saturating_add(share.reserved))
    }

    /// What he still wants of a room: his sum less what he has, or a place if he has none.
    pub(super) fn wants(&self, id: EntrantId, room: RoomId) -> i128 {
        match self.pool.rooms.get(room).map(|room| room.measure) {
            Some(Measure::Money) => self.rest(id),
            Some(Measure::Places) => i128::from(!self.admitted.get(id).copied().unwrap_or(false)),
            None => 0,
        }
    }

    /// His sum less what he has.
    pub(super) fn rest(&self, id: EntrantId) -> i128 {
        let most = self.entrants.get(id).and_then(Entrant::most).unwrap_or(0);
        most.saturating_sub(self.got(id)).max(0)
    }

    /// What he draws on.
    pub(super) fn rooms(&self, id: EntrantId) -> impl Iterator<Item = RoomId> + use<'a> {
        let entrants = self.entrants;
        entrants.get(id).into_iter().flat_map(|it| it.rooms.iter().map(|(room, _)| *room))
    }

    /// The rooms of money that he draws on.
    pub(super) fn money(&self, id: EntrantId) -> Vec<RoomId> {
        let money = |room: &RoomId| self.pool.rooms.get(*room).is_some_and(|it| it.measure == Measure::Money);
        self.rooms(id).filter(money).collect()
    }

    /// Gives him money, and a place with it; where he is not settled it is set aside.
    pub(super) fn give(&mut self, id: EntrantId, amount: i128) -> Result<(), Unshared> {
        for room in self.rooms(id) {
            let taken = match self.pool.rooms.get(room).map(|it| it.measure) {
                Some(Measure::Money) => amount,
                Some(Measure::Places) => self.wants(id, room),
                None => 0,
            };
            if let Some(left) = self.left.get_mut(room) {
                *left = left.checked_sub(taken).ok_or(Unshared::TooLarge)?;
            }
        }
        if let Some(admitted) = self.admitted.get_mut(id) {
            *admitted = true;
        }
        let settled = self.entrants.get(id).is_some_and(|it| it.is_settled() || it.earlier.is_some());
        if let Some(share) = self.shares.get_mut(id) {
            let sum = if settled { &mut share.amount } else { &mut share.reserved };
            *sum = sum.checked_add(amount).ok_or(Unshared::TooLarge)?;
        }
        Ok(())
    }

    /// Says which word decided.
    pub(super) fn say(&mut self, id: EntrantId, word: Word, room: Option<RoomId>) {
        if let Some(share) = self.shares.get_mut(id) {
            share.word = Some((word, room));
        }
    }

    /// He has all of it: no word is needed.
    pub(super) fn clear(&mut self, id: EntrantId) {
        if let Some(share) = self.shares.get_mut(id) {
            share.word = None;
        }
    }

    pub(super) fn close(&mut self, room: RoomId) {
        if let Some(closed) = self.closed.get_mut(room) {
            *closed = true;
        }
    }

    /// The next stage looks anew at everyone who waits.
    pub(super) fn release(&mut self) {
        for room in self.pool.rooms.ids() {
            if let (Some(left), Some(held)) = (self.left.get_mut(room), self.held.get_mut(room)) {
                *left = left.saturating_add(std::mem::take(held));
            }
            if let (Some(closed), Some(undrawn)) = (self.closed.get_mut(room), self.undrawn.get_mut(room)) {
                *closed &= !std::mem::take(undrawn);
            }
        }
    }

    /// Keeps what somebody who is not decided may want out of everyone's reach.
    pub(super) fn hold(&mut self, room: RoomId, amount: i128) -> Result<(), Unshared> {
        let (Some(left), Some(held)) = (self.left.get_mut(room), self.held.get_mut(room)) else { return Ok(()) };
        let amount = amount.min(*left).max(0);
        *left -= amount;
        *held = held.checked_add(amount).ok_or(Unshared::TooLarge)?;
        Ok(())
    }

    /// The rooms that he draws on, as they stand.
    pub(super) fn levels(&self, id: EntrantId) -> Vec<(RoomId, i128)> {
        self.rooms(id).map(|room| (room, self.left.get(room).copied().unwrap_or(0))).collect()
    }

    /// Notes the turn of an entrant.
    pub(super) fn turn(&mut self, id: EntrantId, before: &[(RoomId, i128)]) {
        let after = self.levels(id);
        let turn = before.iter().zip(after).map(|((room, before), (_, after))| (*room, *before, after)).collect();
        if let Some(share) = self.shares.get_mut(id) {
            share.turn = turn;
        }
    }

    /// What came of it.
    pub(super) fn finish(mut self) -> Allotment {
        let entrants = self.entrants;
        for (id, entrant) in entrants.iter() {
            let Some(share) = self.shares.get_mut(id) else { continue };
            let waits = matches!(share.word, Some((Word::Undrawn | Word::Waiting | Word::Undecided, _)));
            let admitted = self.admitted.get(id).copied().unwrap_or(false);
            share.standing = match entrant.need {
                _ if entrant.earlier.is_some() && share.amount >= entrant.most().unwrap_or(0) => Standing::Full,
                _ if entrant.earlier.is_some() => Standing::Part,
                _ if waits || !entrant.is_settled() => Standing::Open,
                Need::Settled(sum) if admitted && share.amount >= sum => Standing::Full,
                _ if share.amount > 0 => Standing::Part,
                _ => Standing::Nothing,
            };
            if !entrant.is_settled() && entrant.earlier.is_none() {
                share.word = Some((Word::Undecided, share.word.and_then(|(_, room)| room)));
            }
        }
        let used = |room: RoomId| {
            let money = self.pool.rooms.get(room).is_some_and(|it| it.measure == Measure::Money);
            let mut used = Used { total: self.total.get(room).copied().unwrap_or(0), given: 0, reserved: 0 };
            for (id, entrant) in entrants.iter() {
                if !entrant.rooms.iter().any(|(it, _)| *it == room) {
                    continue;
                }
                let Some(share) = self.shares.get(id) else { continue };
                let settled = entrant.is_settled() || entrant.earlier.is_some();
                let (given, reserved) = match (money, self.admitted.get(id).copied().unwrap_or(false)) {
                    (true, _) => (share.amount, share.reserved),
                    (false, admitted) => (i128::from(admitted && settled), i128::from(admitted && !settled)),
                };
                used.given = used.given.saturating_add(given);
                used.reserved = used.reserved.saturating_add(reserved);
            }
            used
        };
        let rooms = self.pool.rooms.ids().map(used).collect();
        Allotment { rooms, shares: self.shares }
    }
}

/// Which rooms are taken to hold more than anyone can want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endless {
    /// One of them.
    One(RoomId),
    /// Each.
    All,
}

impl Endless {
    fn is(self, room: RoomId) -> bool {
        match self {
            Self::One(one) => one.index() == room.index(),
            Self::All => true,
        }
    }
}
