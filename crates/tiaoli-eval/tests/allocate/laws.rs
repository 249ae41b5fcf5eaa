//! What holds of every pool, whatever its words.

use crate::common::*;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tiaoli_eval::allocate::{Entrant, Need, Pool, RoomId, Standing, Word, allot};
use tiaoli_eval::program::{Increment, Last, Measure, Method, Remainder, Tail, Terms, Ties, Undecided, Weights};
use tiaoli_eval::table::Id;

fn terms() -> impl Strategy<Value = Terms> {
    let last = prop_oneof![Just(Last::Rest), Just(Last::Nothing), Just(Last::Skip), Just(Last::Full)];
    let ties =
        prop_oneof![Just(Ties::Equal), Just(Ties::Prorated), Just(Ties::AllIn), Just(Ties::AllOut), Just(Ties::Draw)];
    let weights = prop_oneof![Just(Weights::Equal), Just(Weights::Own), Just(Weights::Stated)];
    let method = prop_oneof![
        3 => (last, ties).prop_map(|(last, ties)| Method::Queue { last: Some(last), ties }),
        1 => weights.prop_map(Method::Share),
    ];
    let rule =
        prop_oneof![Just(Remainder::Greatest), Just(Remainder::First), Just(Remainder::Last), Just(Remainder::Kept)];
    let undecided = prop_oneof![Just(Undecided::Reserve), Just(Undecided::Skip)];
    (method, rule, 1i128..4, undecided).prop_map(|(method, rule, quantum, undecided)| Terms {
        method,
        tail: Some(Tail { quantum, rule }),
        undecided,
    })
}

fn someone() -> impl Strategy<Value = Entrant> {
    let rooms = (any::<bool>(), any::<bool>(), 0u8..12);
    (1i128..60, 0i128..5, 0u8..12, 0i128..6, 0i128..9, rooms, 0u8..10).prop_map(
        |(sum, place, open, draw, weight, (part, places, unknown), earlier)| {
            let room = |at: usize, sure: bool| (RoomId::from_index(at), sure);
            let mut rooms = vec![room(0, true)];
            if part {
                rooms.push(room(1, unknown > 0));
            }
            if places {
                rooms.push(room(2, true));
            }
            Entrant {
                need: if open == 0 { Need::Open(Some(sum)) } else { Need::Settled(sum) },
                keys: vec![(open != 1).then_some(place)],
                draw: (draw > 0).then_some(draw),
                weight: (open != 2).then_some(weight),
                rooms,
                earlier: (earlier == 0).then_some(sum / 2),
                ..entrant("", 0, 0)
            }
        },
    )
}

fn everyone() -> impl Strategy<Value = Vec<Entrant>> {
    proptest::collection::vec(someone(), 0..9).prop_map(|all| {
        let named = |(at, it): (usize, Entrant)| Entrant { identity: entrant(&at.to_string(), 0, 0).identity, ..it };
        all.into_iter().enumerate().map(named).collect()
    })
}

fn pools() -> impl Strategy<Value = Pool> {
    (terms(), 0i128..150, 0i128..60, 0i128..6, 0i128..40, any::<bool>()).prop_map(
        |(terms, whole, part, count, more, top_up)| {
            let mut rooms = vec![money(whole), money(part), places(count)];
            if more > 20 {
                rooms[0].increments = vec![Increment { date: day("2024-06-01"), amount: more, top_up }];
            }
            Pool { rooms: rooms.into_iter().collect(), terms, as_of: day("2024-12-31"), since: None }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn nobody_gets_more_than_his_sum_and_no_room_gives_more_than_it_has(pool in pools(), all in everyone()) {
        let allotment = shared(&pool, all.clone());
        for ((_, share), it) in allotment.shares.iter().zip(&all) {
            let most = it.most().unwrap_or(0).max(it.earlier.unwrap_or(0));
            prop_assert!(share.amount >= 0 && share.reserved >= 0 && share.amount + share.reserved <= most);
            prop_assert!(share.amount >= it.earlier.unwrap_or(0), "what was given stays");
            prop_assert!(share.word.is_some() || share.standing == Standing::Full, "every cut has its word");
            prop_assert!(share.amount == 0 || it.is_settled() || it.earlier.is_some());
        }
        let overdraws = matches!(
            pool.terms.method,
            Method::Queue { last: Some(Last::Full), .. } | Method::Queue { ties: Ties::AllIn, .. }
        );
        for (room, used) in allotment.rooms.iter() {
            let measure = pool.rooms.get(room).map(|it| it.measure);
            // The compiler refuses to divide places.
            let divides = matches!(
                pool.terms.method,
                Method::Share(_) | Method::Queue { ties: Ties::Equal | Ties::Prorated, .. }
            );
            let sharing = divides && measure == Some(Measure::Places);
            let before: i128 = all.iter().filter(|it| it.rooms.iter().any(|(at, _)| *at == room))
                .filter_map(|it| it.earlier).map(|sum| if measure == Some(Measure::Money) { sum } else { 1 }).sum();
            prop_assert!(overdraws || sharing || used.left() >= 0 || before > used.total, "{room:?} {used:?}");
        }
    }

    #[test]
    fn the_order_of_the_list_does_not_matter(pool in pools(), all in everyone(), turn in 0usize..9) {
        let named = |all: &[Entrant]| -> BTreeMap<String, _> {
            let allotment = shared(&pool, all.to_vec());
            let names = all.iter().map(|it| it.identity.applicant.clone());
            names.zip(allotment.shares.iter().map(|(_, share)| share.clone())).collect()
        };
        let mut turned = all.clone();
        turned.reverse();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        prop_assert_eq!(named(&all), named(&turned));
    }

    /// One room, everyone settled: the whole pool is given, or everyone has his sum; only 留存 keeps some back.
    #[test]
    fn the_whole_pool_is_given(sums in proptest::collection::vec((1i128..60, 0i128..4), 0..9), budget in 0i128..200) {
        let all = || -> Vec<Entrant> {
            sums.iter().enumerate().map(|(at, (sum, place))| entrant(&at.to_string(), *sum, *place)).collect()
        };
        let wanted: i128 = sums.iter().map(|(sum, _)| sum).sum();
        let methods = [
            queue(Last::Rest, Ties::Equal),
            queue(Last::Rest, Ties::Prorated),
            Method::Share(Weights::Equal),
            Method::Share(Weights::Own),
        ];
        for method in methods {
            for rule in [Remainder::Greatest, Remainder::First, Remainder::Last] {
                let mut pool = pool(vec![money(budget)], method);
                pool.terms.tail = Some(tail(rule));
                prop_assert_eq!(amounts(&pool, all()).iter().sum::<i128>(), wanted.min(budget));
            }
            let mut pool = pool(vec![money(budget)], method);
            pool.terms.tail = Some(tail(Remainder::Kept));
            let kept = wanted.min(budget) - amounts(&pool, all()).iter().sum::<i128>();
            prop_assert!((0..sums.len().max(1) as i128).contains(&kept), "less than a fen for each is kept");
        }
    }

    /// The least pool is enough, and so is any larger one; with one fen less the sum is not paid in full, unless the
    /// last fen of the rounding happens to come his way.
    #[test]
    fn the_least_pool_is_the_least(
        terms in terms(),
        sums in proptest::collection::vec((1i128..40, 0i128..4, 1i128..9), 1..8),
        budget in 0i128..120,
        more in 0i128..60,
    ) {
        let all: Vec<Entrant> = sums.iter().enumerate()
            .map(|(at, (sum, place, weight))| Entrant { weight: Some(*weight), ..entrant(&at.to_string(), *sum, *place) })
            .collect();
        let at = |budget: i128| shared(&Pool { terms, ..pool(vec![money(budget)], queue(Last::Rest, Ties::AllOut)) }, all.clone());
        let found = at(budget);
        for (id, share) in found.shares.iter().filter(|(_, share)| share.standing != Standing::Full) {
            if matches!(share.word, Some((Word::Shared, _))) && share.least.is_empty() {
                continue;
            }
            let [(_, least)] = share.least.as_slice() else { panic!("one room: {share:?}") };
            let full = |budget: i128| at(budget).shares.get(id).is_some_and(|it| it.standing == Standing::Full);
            prop_assert!(full(*least) && full(least + more), "{least} {share:?}");
            let rounded = terms.tail.is_some_and(|it| it.rule != Remainder::Kept);
            prop_assert!(rounded || !full(least - 1), "{least} {share:?}");
        }
    }

    /// A second run takes nothing back, and the first one comes out the same again.
    #[test]
    fn a_second_run_takes_nothing_back(pool in pools(), all in everyone()) {
        let first = shared(&pool, all.clone());
        let again: Vec<Entrant> = all.iter().zip(first.shares.iter()).map(|(it, (_, share))| Entrant {
            earlier: it.earlier.or((share.amount > 0).then_some(share.amount)).map(|sum| sum.max(share.amount)),
            ..it.clone()
        }).collect();
        let mut later = pool.clone();
        later.since = Some(pool.as_of);
        let second = shared(&later, again);
        let waits = first.shares.iter().any(|(_, share)| share.standing == Standing::Open);
        let closed = matches!(pool.terms.method, Method::Queue { last: Some(Last::Rest | Last::Skip), .. });
        if !waits && closed && pool.terms.tail.is_some_and(|it| it.rule != Remainder::Kept && it.quantum == 1) {
            for ((_, one), (_, other)) in first.shares.iter().zip(second.shares.iter()) {
                prop_assert!(other.amount >= one.amount);
            }
        }
        let entrants = all.into_iter().collect::<Entrants>();
        prop_assert_eq!(allot(&pool, &entrants).ok(), Some(first));
    }
}
