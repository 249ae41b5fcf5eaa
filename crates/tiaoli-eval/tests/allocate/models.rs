//! The same shares by other ways: exact fractions step by step, and every possible division tried.

use crate::common::*;
use proptest::prelude::*;
use tiaoli_eval::allocate::Entrant;
use tiaoli_eval::program::{Remainder, Weights};

/// A fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ratio(i128, i128);

impl Ratio {
    fn new(above: i128, below: i128) -> Self {
        let (mut a, mut b) = (above.abs(), below.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self(above / a.max(1), below / a.max(1))
    }
    fn floor(self) -> i128 {
        self.0.div_euclid(self.1)
    }
}

/// Water into vessels: everyone who would get more than his sum is settled at it, until nobody would.
fn by_steps(budget: i128, of: &[(i128, i128)]) -> Vec<Ratio> {
    let mut shares: Vec<Option<Ratio>> = of.iter().map(|(_, weight)| (*weight == 0).then_some(Ratio(0, 1))).collect();
    loop {
        let open: Vec<usize> = (0..of.len()).filter(|at| shares[*at].is_none()).collect();
        let given: i128 = (0..of.len()).filter_map(|at| shares[at]).map(|it| it.floor()).sum();
        let weight: i128 = open.iter().map(|at| of[*at].1).sum();
        let rest = budget - given;
        let over: Vec<usize> = open.iter().copied().filter(|at| of[*at].1 * rest >= of[*at].0 * weight).collect();
        for at in &over {
            shares[*at] = Some(Ratio(of[*at].0, 1));
        }
        if over.is_empty() {
            return (0..of.len()).map(|at| shares[at].unwrap_or_else(|| Ratio::new(of[at].1 * rest, weight))).collect();
        }
    }
}

fn wanting() -> impl Strategy<Value = Vec<(i128, i128)>> {
    proptest::collection::vec((1i128..500, 0i128..9), 1..8)
}

fn entrants(of: &[(i128, i128)]) -> Vec<Entrant> {
    let one = |(at, (sum, weight)): (usize, &(i128, i128))| Entrant {
        weight: Some(*weight),
        ..entrant(&format!("{at:02}"), *sum, 0)
    };
    of.iter().enumerate().map(one).collect()
}

/// Every division of `budget` among sums, and the best by the least share, then the next: what 均分 means.
fn fairest(budget: i128, sums: &[i128]) -> Vec<i128> {
    fn all(budget: i128, sums: &[i128]) -> Vec<Vec<i128>> {
        let Some((first, rest)) = sums.split_first() else { return vec![Vec::new()] };
        let mut found = Vec::new();
        for share in 0..=(*first).min(budget) {
            for mut others in all(budget - share, rest) {
                others.insert(0, share);
                found.push(others);
            }
        }
        found
    }
    let sorted = |shares: &Vec<i128>| {
        let mut sorted = shares.clone();
        sorted.sort_unstable();
        sorted
    };
    all(budget, sums).iter().map(sorted).max().expect("nothing for anybody is a division")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Kept remainders show λ itself: each share is the exact one, cut.
    #[test]
    fn weights_agree_with_exact_fractions(of in wanting(), budget in 0i128..2_000) {
        for weights in [Weights::Equal, Weights::Own, Weights::Stated] {
            let weight = |(sum, weight): &(i128, i128)| match weights {
                Weights::Equal => (*sum, 1),
                Weights::Own => (*sum, *sum),
                Weights::Stated => (*sum, *weight),
            };
            let weighed: Vec<(i128, i128)> = of.iter().map(weight).collect();
            let mut pool = sharing(budget, weights);
            pool.terms.tail = Some(tail(Remainder::Kept));
            let exact = by_steps(budget, &weighed);
            let expected: Vec<i128> = exact.iter().map(|share| share.floor()).collect();
            prop_assert_eq!(amounts(&pool, entrants(&of)), expected, "{:?}", weights);
        }
    }

    /// 最大余数 differs from the exact share by less than a fen, and nobody of a lesser fraction goes before.
    #[test]
    fn greatest_fractions_are_rounded_up(of in wanting(), budget in 0i128..2_000) {
        let pool = sharing(budget, Weights::Own);
        let exact = by_steps(budget, &of.iter().map(|(sum, _)| (*sum, *sum)).collect::<Vec<_>>());
        let amounts = amounts(&pool, entrants(&of));
        let up: Vec<bool> = amounts.iter().zip(&exact).map(|(amount, exact)| *amount > exact.floor()).collect();
        for (amount, exact) in amounts.iter().zip(&exact) {
            prop_assert!((amount * exact.1 - exact.0).abs() < exact.1);
        }
        for one in 0..of.len() {
            for other in 0..of.len() {
                let fraction = |at: usize| Ratio::new(exact[at].0 - exact[at].floor() * exact[at].1, exact[at].1);
                let (a, b) = (fraction(one), fraction(other));
                prop_assert!(!up[one] || up[other] || a.0 * b.1 >= b.0 * a.1);
            }
        }
    }

    #[test]
    fn equal_shares_are_the_fairest(sums in proptest::collection::vec(1i128..7, 1..5), budget in 0i128..20) {
        let of: Vec<(i128, i128)> = sums.iter().map(|sum| (*sum, 1)).collect();
        let mut found = amounts(&sharing(budget, Weights::Equal), entrants(&of));
        found.sort_unstable();
        prop_assert_eq!(found, fairest(budget, &sums));
    }
}
