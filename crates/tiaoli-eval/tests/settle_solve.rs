//! Settle on large and on hard problems, and by hand on small ones.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers too"
)]

mod instances;

use std::collections::{BTreeMap, BTreeSet};

use instances::{WAN, adversarial, claim, policy_like, random_fen};
use tiaoli_eval::settle::solve::{Claim, KeyId, Problem, Room, RoomId, Solution, Sum, Total, Unsolved, solve};
use tiaoli_eval::table::Id as _;

/// The solution, once it is checked that it may be paid and adds up.
#[track_caller]
fn solved(problem: &Problem) -> Solution {
    let solution = solve(problem).unwrap();
    assert_eq!(solve(problem).as_ref(), Ok(&solution), "the same problem has the same solution");
    let mut used: BTreeMap<RoomId, i128> = BTreeMap::new();
    let mut keys: BTreeSet<KeyId> = BTreeSet::new();
    let mut total = Total::default();
    for (id, share) in solution.paid() {
        let claim = &problem.claims[id];
        assert!(Sum::Finite(0) < share && share <= claim.net, "{id:?} gets {share:?} of {:?}", claim.net);
        for key in &claim.rivals {
            assert!(keys.insert(*key), "{key:?} is paid twice");
        }
        let sum = match share {
            Sum::Finite(sum) => sum,
            Sum::Open => 0,
        };
        total.finite += sum;
        total.opens += i128::from(share == Sum::Open);
        for room in &claim.rooms {
            let money = matches!(problem.rooms[*room], Room::Money(_));
            assert!(!money || share != Sum::Open, "a closed room pays an open sum");
            *used.entry(*room).or_default() += if money { sum } else { 1 };
        }
    }
    for (room, used) in used {
        let room = match problem.rooms[room] {
            Room::Money(room) => room,
            Room::Places(places) => i128::from(places),
        };
        assert!(used <= room, "{used} of {room}");
    }
    assert_eq!(solution.total, total);
    solution
}

fn problem(claims: Vec<Claim>, rooms: Vec<Room>) -> Problem {
    Problem { claims: claims.into_iter().collect(), rooms: rooms.into_iter().collect() }
}

fn shares(solution: &Solution) -> Vec<i128> {
    let share = |share: &Sum| match share {
        Sum::Finite(sum) => *sum,
        Sum::Open => -1,
    };
    solution.shares.iter().map(|(_, it)| share(it)).collect()
}

#[test]
fn the_highest_claim_of_each_project_is_not_the_best_of_all() {
    // each project could have 50 out of the room, or something outside it; the room pays 50 once
    let claims =
        vec![claim(0, 50, &[0], true), claim(0, 49, &[], true), claim(1, 50, &[0], true), claim(1, 10, &[], true)];
    let solution = solved(&problem(claims, vec![Room::Money(50)]));
    assert_eq!(shares(&solution), [0, 49, 50, 0], "by the highest claims, or in the order of the list, it would be 60");
}

#[test]
fn the_earlier_claim_is_chosen_though_its_room_is_used_up() {
    // the second project could have the second room; but the total is the same if it stays with its first claim and the third has it
    let claims =
        vec![claim(0, 50, &[0], true), claim(1, 50, &[0], true), claim(1, 50, &[1], true), claim(2, 50, &[1], true)];
    let solution = solved(&problem(claims, vec![Room::Money(50), Room::Money(50)]));
    assert_eq!(shares(&solution), [50, 0, 0, 50]);
}

#[test]
fn a_shared_room_is_filled_in_the_order_of_the_list() {
    let claims = vec![claim(0, 50, &[0], true), claim(1, 30, &[0], true), claim(2, 30, &[0], true)];
    let solution = solved(&problem(claims, vec![Room::Money(90)]));
    assert_eq!(shares(&solution), [50, 30, 10]);
}

#[test]
fn an_inner_room_leaves_the_outer_one_to_others() {
    let claims = vec![claim(0, 50, &[0, 1], true), claim(1, 50, &[0, 1], true), claim(2, 50, &[0], true)];
    let solution = solved(&problem(claims, vec![Room::Money(100), Room::Money(60)]));
    assert_eq!(shares(&solution), [50, 10, 40]);
}

#[test]
fn a_tie_inside_nested_rooms_is_decided_by_what_later_claims_get() {
    // both claims of the first project use 5 of two rooms. After the first, the second project would take 10 of the inner room, and
    // nothing be left of the outer one; after the second it takes 5 of it, and the last project 5 of the outer room only
    let claims = vec![
        claim(0, 5, &[0, 2], true),
        claim(0, 5, &[0, 1], true),
        claim(1, 10, &[0, 1], true),
        claim(2, 10, &[0], true),
    ];
    let solution = solved(&problem(claims, vec![Room::Money(15), Room::Money(10), Room::Money(10)]));
    assert_eq!(shares(&solution), [0, 5, 5, 5]);
}

#[test]
fn ties_go_to_the_certain_then_to_less_room_then_to_the_earlier() {
    let of = |claims| shares(&solved(&problem(claims, vec![Room::Money(50)])));
    assert_eq!(of(vec![claim(0, 50, &[], false), claim(0, 50, &[0], true)]), [0, 50]);
    assert_eq!(of(vec![claim(0, 50, &[0], true), claim(0, 50, &[], true)]), [0, 50]);
    assert_eq!(of(vec![claim(0, 50, &[], true), claim(0, 50, &[], true)]), [50, 0]);
    // two projects are no rivals: both are chosen, and the room is filled in their order
    assert_eq!(of(vec![claim(0, 50, &[0], false), claim(1, 50, &[0], true)]), [50, 0]);
}

#[test]
fn open_sums_come_first_and_are_closed_by_a_room() {
    let mut claims =
        vec![claim(0, 90, &[], true), claim(0, 0, &[], false), claim(1, 70, &[], true), claim(1, 0, &[0], false)];
    claims[1].net = Sum::Open;
    claims[3].net = Sum::Open;
    let solution = solved(&problem(claims, vec![Room::Money(80)]));
    assert_eq!(shares(&solution), [0, -1, 0, 80]);
    assert_eq!(solution.total, Total { opens: 1, finite: 80 });
}

#[test]
fn places_go_to_the_greatest() {
    let claims = (0..5).map(|project| claim(project, [30, 50, 10, 40, 20][project], &[0], true)).collect();
    let solution = solved(&problem(claims, vec![Room::Places(3)]));
    assert_eq!(shares(&solution), [30, 50, 0, 40, 0]);
}

#[test]
fn one_person_in_two_projects_is_paid_once() {
    let person = KeyId::from_index(9);
    let mut claims =
        vec![claim(0, 50, &[], true), claim(0, 30, &[], true), claim(1, 60, &[], true), claim(1, 20, &[], true)];
    claims[0].rivals.push(person);
    claims[2].rivals.push(person);
    assert_eq!(shares(&solved(&problem(claims, vec![]))), [0, 30, 60, 0]);
}

#[test]
fn rooms_that_cross_are_filled_so_that_nothing_is_lost() {
    let claims = vec![claim(0, 50, &[0, 1], true), claim(1, 50, &[0], true), claim(2, 50, &[1], true)];
    let solution = solved(&problem(claims, vec![Room::Money(60), Room::Money(60)]));
    assert_eq!(shares(&solution).iter().sum::<i128>(), 110);
    // In the order of the list the first would have taken from both others.
    assert_eq!(shares(&solution), [10, 50, 50]);
}

#[test]
fn rooms_that_cross_in_three_ways_are_refused() {
    let claims = vec![claim(0, 50, &[0, 1], true), claim(1, 50, &[1, 2], true), claim(2, 50, &[0, 2], true)];
    let crossing = Unsolved::Crossing { one: RoomId::from_index(0), other: RoomId::from_index(1) };
    assert_eq!(solve(&problem(claims, vec![Room::Money(60), Room::Money(60), Room::Money(60)])), Err(crossing));
}

#[test]
fn a_room_that_is_not_there_is_refused() {
    let claims = vec![claim(0, 50, &[0], true)];
    assert!(matches!(solve(&problem(claims, vec![])), Err(Unsolved::NoSuchRoom { .. })));
}

#[test]
fn sixty_projects_with_sums_of_a_policy() {
    for seed in 0..10 {
        assert!(solved(&policy_like(60, seed)).first);
    }
}

#[test]
fn sixty_projects_in_fen() {
    for seed in 0..10 {
        assert!(solved(&random_fen(60, seed)).first);
    }
}

#[test]
fn many_projects_that_share_nothing() {
    let claims =
        (0..3000).map(|number| claim(number / 3, 10 * WAN + i128::try_from(number % 7).unwrap(), &[], true)).collect();
    solved(&problem(claims, vec![]));
}

/// Too hard to prove: refused with a total found and a bound that lie close together.
#[track_caller]
fn refused(problem: &Problem) {
    let Err(Unsolved::WorkLimit { best, bound }) = solve(problem) else {
        panic!("solved, or refused for another reason")
    };
    let Total { opens: 0, finite } = best else { panic!("no sum is open") };
    assert!(bound >= best && bound.opens == 0, "{best:?} {bound:?}");
    assert!((bound.finite - finite) * 100_000 < finite, "{best:?} and {bound:?} lie far apart");
}

#[test]
fn a_limit_against_ninety_nine_hundredths() {
    solved(&adversarial(12, 99, 1));
    refused(&adversarial(60, 99, 1));
}

#[test]
fn a_limit_against_nine_tenths() {
    solved(&adversarial(16, 90, 1));
    refused(&adversarial(60, 90, 1));
}

#[test]
fn a_limit_against_half() {
    refused(&adversarial(60, 50, 1));
}

#[test]
fn a_room_too_small_for_all_is_filled_in_the_order_of_the_list() {
    // whatever is certain and whether there are rivals outside the room: no sum in fen is searched for to fill it
    for certain in [0, 1, 3] {
        let claims = (0..60).map(|project| {
            claim(project, 10 * WAN + i128::try_from(project).unwrap() * 977, &[0], project % 3 < certain)
        });
        let solution = solved(&problem(claims.collect(), vec![Room::Money(105 * WAN)]));
        assert!(solution.first);
        assert_eq!(solution.paid().map(|(claim, _)| claim.index()).collect::<Vec<_>>(), (0..11).collect::<Vec<_>>());
    }
}

#[test]
fn claims_without_rivals_are_all_chosen() {
    let mut problem = random_fen(20, 3);
    for claim in problem.claims.ids().collect::<Vec<_>>() {
        problem.claims[claim].rivals.clear();
    }
    let solution = solved(&problem);
    assert!(solution.first);
    let mut outside = problem.claims.iter().filter(|(_, claim)| claim.rooms.is_empty());
    assert!(outside.all(|(id, claim)| solution.shares[id] == claim.net));
}

#[test]
fn one_project_of_many_claims() {
    let claims = (0..2000).map(|number| claim(0, 10 * WAN + number % 997, &[0], number % 3 == 0)).collect();
    let solution = solved(&problem(claims, vec![Room::Money(10 * WAN)]));
    assert_eq!(solution.total.finite, 10 * WAN);
}
