//! Rounding of shares, and who gets what it leaves over.

use crate::program::{Remainder, Tail};

/// A share cut to whole quanta.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) amount: i128,
    /// What was cut off, as a numerator; all cuts of one pool have one denominator.
    pub(super) fraction: i128,
    /// What he never gets more than.
    pub(super) cap: i128,
}

impl Cut {
    /// A share that was not cut: it stays.
    pub(super) fn whole(amount: i128) -> Self {
        Self { amount, fraction: 0, cap: amount }
    }
}

/// The final amounts: `over` is given quantum by quantum as `tail` says, in the order of the list, wherever `give`
/// finds room. What nobody can take is left.
pub(super) fn round(
    cuts: &[Cut],
    over: i128,
    tail: Tail,
    mut give: impl FnMut(usize, i128) -> bool,
) -> Option<Vec<i128>> {
    let mut amounts: Vec<i128> = cuts.iter().map(|cut| cut.amount).collect();
    let mut quanta = if tail.quantum > 0 { over.max(0).checked_div(tail.quantum)? } else { 0 };
    let mut order: Vec<usize> = (0..cuts.len()).collect();
    match tail.rule {
        Remainder::Kept => return Some(amounts),
        Remainder::First => {}
        Remainder::Last => order.reverse(),
        Remainder::Greatest => {
            order.sort_by_key(|at| std::cmp::Reverse(cuts.get(*at).map_or(0, |cut| cut.fraction)));
        }
    }
    let one_each = tail.rule == Remainder::Greatest;
    let mut given = true;
    while quanta > 0 && given {
        given = false;
        for at in &order {
            let (Some(cut), Some(amount)) = (cuts.get(*at), amounts.get_mut(*at)) else { continue };
            while quanta > 0 && amount.checked_add(tail.quantum)? <= cut.cap && give(*at, tail.quantum) {
                *amount = amount.checked_add(tail.quantum)?;
                quanta -= 1;
                given = true;
                if one_each {
                    break;
                }
            }
        }
    }
    Some(amounts)
}
