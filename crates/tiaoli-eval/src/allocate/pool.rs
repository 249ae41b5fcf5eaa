//! A pool and those who want something of it, as plain numbers.

use crate::date::Date;
use crate::program::{Increment, Measure, Terms};
use crate::table::{Table, declare_id};

declare_id! {
    /// One who wants something of a pool.
    pub struct EntrantId;
    /// A budget or a number of places: the whole, or a part of it.
    pub struct RoomId;
}

/// What there is to share, and how.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The whole, then its parts. An entrant needs room in each that he draws on.
    pub rooms: Table<RoomId, Room>,
    /// How it is shared.
    pub terms: Terms,
    /// Increments after this day do not count yet.
    pub as_of: Date,
    /// Earlier allocations were made on this day: what was added up to then was there for them.
    pub since: Option<Date>,
}

/// A budget or a number of places.
#[derive(Clone, Debug)]
pub struct Room {
    /// What it counts.
    pub measure: Measure,
    /// How much there is at first.
    pub base: i128,
    /// What is added later.
    pub increments: Vec<Increment>,
}

/// One who wants something of a pool.
#[derive(Clone, Debug)]
pub struct Entrant {
    /// Who it is; closes every order.
    pub identity: Identity,
    /// What he may get, in fen.
    pub need: Need,
    /// The keys of the order, turned so that the least stands first; `None` = not known.
    pub keys: Vec<Option<i128>>,
    /// The day on which he came, where the order is by that day.
    pub came: Option<Date>,
    /// His weight; `None` = not known, or not asked for.
    pub weight: Option<i128>,
    /// The rank that a draw gave him.
    pub draw: Option<i128>,
    /// What he draws on; false = it is not known whether he does.
    pub rooms: Vec<(RoomId, bool)>,
    /// What he got in an earlier allocation: it stays.
    pub earlier: Option<i128>,
}

/// Who stands in a queue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The applicant.
    pub applicant: String,
    /// The project, where projects stand in the queue.
    pub project: Option<String>,
}

/// What an entrant may get, in fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// His sum is settled. Nothing is possible: a right takes a place and no money.
    Settled(i128),
    /// It is not; the most that it can be, `None` = open upwards.
    Open(Option<i128>),
}

/// What came of an entrant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// His place in the order, from 1; those who stand equal have one place. `None` where there is no order or his
    /// place is not known.
    pub place: Option<usize>,
    /// What he gets, in fen.
    pub amount: i128,
    /// What is set aside for him, in fen.
    pub reserved: i128,
    /// How it stands with him.
    pub standing: Standing,
    /// The word that decided it, and the room that was short; `None` where he gets all of his sum.
    pub word: Option<(Word, Option<RoomId>)>,
    /// For each room that he draws on: what was left before his turn and after it. Those who stand equal have one turn.
    pub turn: Vec<(RoomId, i128, i128)>,
    /// What each room that was short would have to hold in all for him to get all of his sum, from there on always;
    /// each taken alone where that suffices.
    pub least: Vec<(RoomId, i128)>,
}

/// How it stands with an entrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// He gets all of his sum.
    Full,
    /// He gets a part.
    Part,
    /// He gets nothing.
    Nothing,
    /// It is not decided.
    Open,
}

/// The word of the policy that decided what an entrant gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Used up before his turn.
    UsedUp,
    /// 末位
    Last,
    /// 同序
    Tied,
    /// The draw put others before him.
    Drawn,
    /// 方式: everyone's share was cut.
    Shared,
    /// Decided in an earlier allocation.
    Earlier,
    /// 未定
    Undecided,
    /// A draw has yet to be held.
    Undrawn,
    /// It depends on one before him who is not decided.
    Waiting,
}

/// What came of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// What there was in all.
    pub total: i128,
    /// What was given, earlier allocations included.
    pub given: i128,
    /// What is set aside.
    pub reserved: i128,
}

impl Used {
    /// What is left; below zero = overdrawn.
    #[must_use]
    pub fn left(&self) -> i128 {
        self.total.saturating_sub(self.given).saturating_sub(self.reserved)
    }
}

/// What came of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allotment {
    /// For each entrant.
    pub shares: Table<EntrantId, Share>,
    /// For each room.
    pub rooms: Table<RoomId, Used>,
}

/// Why a pool was not shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unshared {
    /// 预留 cannot set aside a sum that is open upwards; whose.
    OpenUpwards(Vec<EntrantId>),
    /// The figures are too large to be multiplied exactly.
    TooLarge,
}

impl Entrant {
    /// The most he can get; `None` = open upwards.
    #[must_use]
    pub fn most(&self) -> Option<i128> {
        match self.need {
            Need::Settled(sum) => Some(sum),
            Need::Open(most) => most,
        }
    }

    /// Whether his place is known: every key, and what he draws on.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.keys.iter().all(Option::is_some) && self.rooms.iter().all(|(_, sure)| *sure)
    }

    /// Whether his sum and his place are known.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self.need, Need::Settled(_)) && self.is_placed()
    }
}
