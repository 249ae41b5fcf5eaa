//! Large problems of settle, the same on every run.

use tiaoli_eval::settle::solve::{Claim, KeyId, Problem, Room, RoomId, Sum};
use tiaoli_eval::table::Id as _;

/// One ten-thousand yuan, in fen.
pub(crate) const WAN: i128 = 1_000_000;

/// Numbers that look random.
struct Numbers(u64);

impl Numbers {
    /// Another seed, other numbers.
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from `low` to `high`.
    fn between(&mut self, low: i128, high: i128) -> i128 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + i128::from(self.0 >> 24) % (high - low + 1)
    }
}

/// A claim of a project.
pub(crate) fn claim(project: usize, sum: i128, rooms: &[usize], certain: bool) -> Claim {
    Claim {
        net: Sum::Finite(sum),
        rivals: vec![KeyId::from_index(project)],
        rooms: rooms.iter().map(|room| RoomId::from_index(*room)).collect(),
        certain,
    }
}

/// Projects of six claims: one under each of two limits, four under none. `sum` gives the sums.
fn two_limits(
    projects: usize,
    rooms: [i128; 2],
    seed: u64,
    mut sum: impl FnMut(&mut Numbers, bool) -> i128,
) -> Problem {
    let mut numbers = Numbers::new(seed);
    let mut problem = Problem { rooms: rooms.into_iter().map(Room::Money).collect(), ..Problem::default() };
    for project in 0..projects {
        for rule in 0..6 {
            let rooms: &[usize] = match rule {
                2 => &[0],
                4 => &[1],
                _ => &[],
            };
            let net = sum(&mut numbers, !rooms.is_empty());
            let certain = numbers.between(0, 2) > 0;
            problem.claims.push(claim(project, net, rooms, certain));
        }
    }
    problem
}

/// Sums as policies write them: 5万 to 100万 under no limit, 10万 to 200万 under one, and two limits of 500万 and 1000万.
pub(crate) fn policy_like(projects: usize, seed: u64) -> Problem {
    two_limits(projects, [500 * WAN, 1000 * WAN], seed, |numbers, limited| {
        if limited { numbers.between(1, 20) * 10 * WAN } else { numbers.between(1, 20) * 5 * WAN }
    })
}

/// The same sizes, in fen.
pub(crate) fn random_fen(projects: usize, seed: u64) -> Problem {
    two_limits(projects, [500 * WAN, 1000 * WAN], seed, |numbers, limited| {
        if limited { numbers.between(10 * WAN, 200 * WAN) } else { numbers.between(5 * WAN, 100 * WAN) }
    })
}

/// One limit, and for each project a claim under it against a claim under none of so many hundredths, in fen: all trades are equally
/// good, and only the exact sums decide.
pub(crate) fn adversarial(projects: usize, hundredths: i128, seed: u64) -> Problem {
    let mut numbers = Numbers::new(seed);
    let mut problem = Problem::default();
    let mut all = 0;
    for project in 0..projects {
        let sum = numbers.between(10 * WAN, 200 * WAN);
        all += sum;
        problem.claims.push(claim(project, sum, &[0], true));
        problem.claims.push(claim(project, sum * hundredths / 100, &[], true));
    }
    problem.rooms.push(Room::Money(all * 2 / 5));
    problem
}
