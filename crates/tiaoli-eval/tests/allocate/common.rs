//! Pools and entrants in few words.

use tiaoli_eval::allocate::{Allotment, Entrant, EntrantId, Identity, Need, Pool, Room, RoomId, Share, allot};
use tiaoli_eval::date::Date;
use tiaoli_eval::program::{Last, Measure, Method, Remainder, Tail, Terms, Ties, Undecided, Weights};
use tiaoli_eval::table::{Id, Table};

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect("a date of a test")
}

pub(crate) fn money(base: i128) -> Room {
    Room { measure: Measure::Money, base, increments: Vec::new() }
}

pub(crate) fn places(base: i128) -> Room {
    Room { measure: Measure::Places, base, increments: Vec::new() }
}

pub(crate) fn tail(rule: Remainder) -> Tail {
    Tail { quantum: 1, rule }
}

pub(crate) fn queue(last: Last, ties: Ties) -> Method {
    Method::Queue { last: Some(last), ties }
}

pub(crate) fn pool(rooms: Vec<Room>, method: Method) -> Pool {
    let terms = Terms { method, tail: Some(tail(Remainder::Greatest)), undecided: Undecided::Skip };
    Pool { rooms: rooms.into_iter().collect(), terms, as_of: day("2024-12-31"), since: None }
}

pub(crate) fn sharing(base: i128, weights: Weights) -> Pool {
    pool(vec![money(base)], Method::Share(weights))
}

/// Named, with a sum, at a place in the order.
pub(crate) fn entrant(name: &str, sum: i128, place: i128) -> Entrant {
    Entrant {
        identity: Identity { applicant: name.to_owned(), project: None },
        need: Need::Settled(sum),
        keys: vec![Some(place)],
        came: None,
        weight: None,
        draw: None,
        rooms: vec![(RoomId::from_index(0), true)],
        earlier: None,
    }
}

pub(crate) fn shared(pool: &Pool, entrants: Vec<Entrant>) -> Allotment {
    allot(pool, &entrants.into_iter().collect()).expect("small figures")
}

/// What each gets, in the order listed.
pub(crate) fn amounts(pool: &Pool, entrants: Vec<Entrant>) -> Vec<i128> {
    shared(pool, entrants).shares.iter().map(|(_, share)| share.amount).collect()
}

pub(crate) fn share(allotment: &Allotment, at: usize) -> &Share {
    allotment.shares.get(EntrantId::from_index(at)).expect("an entrant of the test")
}

pub(crate) fn least(allotment: &Allotment, at: usize) -> Vec<(usize, i128)> {
    share(allotment, at).least.iter().map(|(room, sum)| (room.index(), *sum)).collect()
}

pub(crate) type Entrants = Table<EntrantId, Entrant>;
