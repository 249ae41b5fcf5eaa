//! Each word of an allocation, on the smallest pool that shows it.

use crate::common::*;
use tiaoli_eval::allocate::{Entrant, Need, RoomId, Standing, Unshared, Word, allot};
use tiaoli_eval::program::{Increment, Last, Method, Remainder, Tail, Ties, Undecided, Weights};
use tiaoli_eval::table::Id;

fn three() -> Vec<Entrant> {
    vec![entrant("a", 60, 1), entrant("b", 50, 2), entrant("c", 30, 3)]
}

#[test]
fn the_last_gets_what_his_word_says() {
    let of = |last| amounts(&pool(vec![money(100)], queue(last, Ties::AllOut)), three());
    assert_eq!(of(Last::Rest), [60, 40, 0]);
    assert_eq!(of(Last::Nothing), [60, 0, 0], "nobody behind him gets anything, though it would fit");
    assert_eq!(of(Last::Skip), [60, 0, 30]);
    assert_eq!(of(Last::Full), [60, 50, 0]);
}

#[test]
fn nobody_is_the_last_of_a_pool_that_is_used_up() {
    let of = |last| amounts(&pool(vec![money(60)], queue(last, Ties::AllOut)), three());
    for last in [Last::Rest, Last::Nothing, Last::Skip, Last::Full] {
        assert_eq!(of(last), [60, 0, 0], "{last:?}");
    }
}

#[test]
fn the_overdraft_of_the_last_is_seen() {
    let allotment = shared(&pool(vec![money(100)], queue(Last::Full, Ties::AllOut)), three());
    assert_eq!(allotment.rooms.get(RoomId::from_index(0)).map(|used| used.left()), Some(-10));
}

#[test]
fn equals_get_what_their_word_says() {
    let of = |ties| {
        let equal = vec![entrant("a", 60, 1), entrant("b", 30, 2), entrant("c", 50, 2), entrant("d", 5, 3)];
        amounts(&pool(vec![money(100)], queue(Last::Rest, ties)), equal)
    };
    assert_eq!(of(Ties::Equal), [60, 20, 20, 0]);
    assert_eq!(of(Ties::Prorated), [60, 15, 25, 0]);
    assert_eq!(of(Ties::AllIn), [60, 30, 50, 0]);
    assert_eq!(of(Ties::AllOut), [60, 0, 0, 0]);
}

#[test]
fn a_draw_decides_among_equals_and_the_last_of_them_is_the_last() {
    let drawn = |rank| Entrant { draw: Some(rank), ..entrant("x", 30, 1) };
    let named = |name: &str, it: Entrant| Entrant { identity: entrant(name, 0, 0).identity, ..it };
    let entrants = vec![named("a", drawn(3)), named("b", drawn(1)), named("c", drawn(2))];
    assert_eq!(amounts(&pool(vec![money(50)], queue(Last::Rest, Ties::Draw)), entrants), [0, 30, 20]);
}

#[test]
fn before_the_draw_those_who_need_it_wait_and_nobody_else() {
    let entrants = vec![entrant("a", 60, 1), entrant("b", 30, 2), entrant("c", 30, 2), entrant("d", 5, 3)];
    let draw = |last| shared(&pool(vec![money(100)], queue(last, Ties::Draw)), entrants.clone());
    let closed = draw(Last::Rest);
    let words = |at| share(&closed, at).word.map(|(word, _)| word);
    assert_eq!([words(0), words(1), words(2)], [None, Some(Word::Undrawn), Some(Word::Undrawn)]);
    assert_eq!(words(3), Some(Word::UsedUp), "whoever is drawn, nothing is left for him");
    assert_eq!(share(&closed, 1).standing, Standing::Open);
    assert_eq!(share(&draw(Last::Skip), 3).word.map(|(word, _)| word), Some(Word::Waiting), "it depends on the draw");
}

#[test]
fn a_draw_is_not_needed_where_all_fit() {
    let entrants = vec![entrant("a", 40, 1), entrant("b", 60, 1)];
    assert_eq!(amounts(&pool(vec![money(100)], queue(Last::Rest, Ties::Draw)), entrants), [40, 60]);
}

#[test]
fn two_of_one_rank_have_not_been_drawn() {
    let drawn = |name: &str| Entrant { draw: Some(1), ..entrant(name, 60, 1) };
    let allotment = shared(&pool(vec![money(100)], queue(Last::Rest, Ties::Draw)), vec![drawn("a"), drawn("b")]);
    assert_eq!(share(&allotment, 0).word.map(|(word, _)| word), Some(Word::Undrawn));
}

#[test]
fn places_go_one_by_one() {
    let entrants: Vec<Entrant> = (0..4).map(|at| entrant(&at.to_string(), 7, at)).collect();
    let method = Method::Queue { last: None, ties: Ties::AllOut };
    let allotment = shared(&pool(vec![places(2)], method), entrants);
    let amounts: Vec<i128> = allotment.shares.iter().map(|(_, share)| share.amount).collect();
    assert_eq!(amounts, [7, 7, 0, 0]);
    assert_eq!(least(&allotment, 3), [(0, 4)]);
}

#[test]
fn equals_at_the_last_place() {
    let of = |ties| {
        let entrants = vec![entrant("a", 7, 1), entrant("b", 7, 2), entrant("c", 7, 2)];
        amounts(&pool(vec![places(2)], Method::Queue { last: None, ties }), entrants)
    };
    assert_eq!(of(Ties::AllOut), [7, 0, 0]);
    assert_eq!(of(Ties::AllIn), [7, 7, 7]);
}

#[test]
fn money_and_places_must_both_be_there() {
    let both =
        |it: Entrant| Entrant { rooms: vec![(RoomId::from_index(0), true), (RoomId::from_index(1), true)], ..it };
    let entrants: Vec<Entrant> = three().into_iter().map(both).collect();
    let pool = pool(vec![money(100), places(2)], queue(Last::Skip, Ties::AllOut));
    let allotment = shared(&pool, entrants);
    let amounts: Vec<i128> = allotment.shares.iter().map(|(_, share)| share.amount).collect();
    assert_eq!(amounts, [60, 0, 30], "who gets nothing takes no place");
}

#[test]
fn a_part_of_the_pool_can_be_used_up_before_the_whole() {
    let inside =
        |it: Entrant| Entrant { rooms: vec![(RoomId::from_index(0), true), (RoomId::from_index(1), true)], ..it };
    let entrants = vec![inside(entrant("a", 30, 1)), inside(entrant("b", 30, 2)), entrant("c", 50, 3)];
    let allotment = shared(&pool(vec![money(100), money(40)], queue(Last::Rest, Ties::AllOut)), entrants);
    let amounts: Vec<i128> = allotment.shares.iter().map(|(_, share)| share.amount).collect();
    assert_eq!(amounts, [30, 10, 50]);
    assert_eq!(least(&allotment, 1), [(1, 60)], "the whole was not short");
}

#[test]
fn everyone_at_once() {
    let sums = || vec![entrant("a", 10, 0), entrant("b", 50, 0), entrant("c", 40, 0)];
    assert_eq!(amounts(&sharing(70, Weights::Equal), sums()), [10, 30, 30]);
    assert_eq!(amounts(&sharing(50, Weights::Own), sums()), [5, 25, 20]);
    assert_eq!(amounts(&sharing(100, Weights::Own), sums()), [10, 50, 40]);
    let weigh = |weight: i128, it: Entrant| Entrant { weight: Some(weight), ..it };
    let [a, b, c]: [Entrant; 3] = sums().try_into().expect("three");
    let weighed = vec![weigh(1, a), weigh(2, b), weigh(1, c)];
    assert_eq!(amounts(&sharing(50, Weights::Stated), weighed), [10, 27, 13], "10, 26⅔ and 13⅓");
}

#[test]
fn the_last_fen_goes_where_the_word_says() {
    let of = |rule| {
        let mut pool = sharing(100, Weights::Equal);
        pool.terms.tail = Some(tail(rule));
        amounts(&pool, vec![entrant("c", 50, 0), entrant("a", 50, 0), entrant("b", 50, 0)])
    };
    assert_eq!(of(Remainder::First), [33, 34, 33], "a stands first");
    assert_eq!(of(Remainder::Last), [34, 33, 33]);
    assert_eq!(of(Remainder::Greatest), [33, 34, 33], "equal fractions: a stands first");
    assert_eq!(of(Remainder::Kept), [33, 33, 33]);
}

#[test]
fn a_cut_share_is_whole_and_one_in_full_is_not_touched() {
    let mut pool = sharing(100_000, Weights::Equal);
    pool.terms.tail = Some(Tail { quantum: 10_000, rule: Remainder::Greatest });
    let entrants = vec![entrant("a", 12_345, 0), entrant("b", 60_000, 0), entrant("c", 60_000, 0)];
    assert_eq!(amounts(&pool, entrants), [12_345, 40_000, 40_000], "7,655 are no quantum and stay");
}

#[test]
fn who_is_not_settled_is_set_aside_or_skipped() {
    let entrants =
        vec![entrant("a", 60, 1), Entrant { need: Need::Open(Some(30)), ..entrant("b", 0, 2) }, entrant("c", 40, 3)];
    let mut pool = pool(vec![money(100)], queue(Last::Rest, Ties::AllOut));
    assert_eq!(amounts(&pool, entrants.clone()), [60, 0, 40]);
    pool.terms.undecided = Undecided::Reserve;
    let allotment = shared(&pool, entrants);
    let of = |at| (share(&allotment, at).amount, share(&allotment, at).reserved);
    assert_eq!([of(0), of(1), of(2)], [(60, 0), (0, 30), (10, 0)]);
    assert_eq!(share(&allotment, 1).standing, Standing::Open);
}

#[test]
fn a_place_that_is_not_known_is_set_aside_before_everyone() {
    let entrants = vec![entrant("a", 60, 1), Entrant { keys: vec![None], ..entrant("b", 50, 0) }];
    let mut pool = pool(vec![money(100)], queue(Last::Rest, Ties::AllOut));
    pool.terms.undecided = Undecided::Reserve;
    let allotment = shared(&pool, entrants);
    assert_eq!((share(&allotment, 0).amount, share(&allotment, 1).reserved), (50, 50));
    assert_eq!((share(&allotment, 0).place, share(&allotment, 1).place), (Some(1), None));
}

#[test]
fn a_sum_without_end_cannot_be_set_aside() {
    let entrants = || [Entrant { need: Need::Open(None), ..entrant("b", 0, 2) }].into_iter().collect();
    let mut pool = pool(vec![money(100)], queue(Last::Rest, Ties::AllOut));
    assert!(allot(&pool, &entrants()).is_ok());
    pool.terms.undecided = Undecided::Reserve;
    assert!(matches!(allot(&pool, &entrants()), Err(Unshared::OpenUpwards(ids)) if ids.len() == 1));
}

fn increment(date: &str, amount: i128, top_up: bool) -> Increment {
    Increment { date: day(date), amount, top_up }
}

#[test]
fn an_increment_continues_the_queue() {
    let of = |top_up| {
        let mut room = money(100);
        room.increments = vec![increment("2024-09-01", 40, top_up)];
        amounts(&pool(vec![room], queue(Last::Rest, Ties::AllOut)), three())
    };
    assert_eq!(of(true), [60, 50, 30], "b gets the rest of his sum before c");
    assert_eq!(of(false), [60, 40, 30]);
}

#[test]
fn an_increment_of_tomorrow_is_not_there() {
    let mut room = money(100);
    room.increments = vec![increment("2025-01-01", 40, true)];
    assert_eq!(amounts(&pool(vec![room], queue(Last::Rest, Ties::AllOut)), three()), [60, 40, 0]);
}

#[test]
fn who_came_after_an_increment_stands_behind_those_who_waited() {
    let came = |date: &str, it: Entrant| Entrant { came: Some(day(date)), ..it };
    let entrants = || {
        vec![
            came("2024-01-01", entrant("a", 80, 1)),
            came("2024-02-01", entrant("b", 50, 2)),
            came("2024-10-01", entrant("c", 20, 3)),
        ]
    };
    let mut room = money(100);
    room.increments = vec![increment("2024-09-01", 30, true)];
    let pool = pool(vec![room], queue(Last::Skip, Ties::AllOut));
    assert_eq!(amounts(&pool, entrants()), [80, 50, 0], "on 1 September only b was there to take the 20 and the 30");
}

#[test]
fn what_was_given_before_stays() {
    let earlier = |sum, it: Entrant| Entrant { earlier: Some(sum), ..it };
    let entrants = vec![entrant("new", 50, 0), earlier(60, entrant("a", 60, 1)), earlier(20, entrant("b", 50, 2))];
    let mut at = pool(vec![money(100)], queue(Last::Rest, Ties::AllOut));
    assert_eq!(amounts(&at, entrants.clone()), [20, 60, 20], "the first in order comes after those who have theirs");
    if let Some(room) = at.rooms.get_mut(RoomId::from_index(0)) {
        room.increments = vec![increment("2024-09-01", 40, true)];
    }
    at.since = Some(day("2024-08-01"));
    assert_eq!(amounts(&at, entrants.clone()), [50, 60, 30], "new first, then the rest of b");
    at.since = Some(day("2024-09-01"));
    assert_eq!(amounts(&at, entrants), [50, 60, 20], "the increment was there when b got his part");
}

#[test]
fn how_large_a_pool_would_have_been_enough() {
    let of = |last| {
        let allotment = shared(&pool(vec![money(100)], queue(last, Ties::AllOut)), three());
        (least(&allotment, 1), least(&allotment, 2))
    };
    assert_eq!(of(Last::Rest), (vec![(0, 110)], vec![(0, 140)]));
    assert_eq!(of(Last::Skip), (vec![(0, 110)], vec![]), "c is paid");
    assert_eq!(of(Last::Full).1, [(0, 111)], "one fen more than those before him is enough to be the last");
    let allotment = shared(&sharing(70, Weights::Equal), three());
    assert_eq!([least(&allotment, 0), least(&allotment, 1)], [[(0, 140)], [(0, 130)]]);
}

#[test]
fn products_that_do_not_fit_refuse_the_pool() {
    let huge = i128::MAX / 4;
    let entrants = || [entrant("a", huge, 0), entrant("b", huge - 1, 0)].into_iter().collect();
    assert_eq!(allot(&sharing(huge, Weights::Own), &entrants()), Err(Unshared::TooLarge));
}
