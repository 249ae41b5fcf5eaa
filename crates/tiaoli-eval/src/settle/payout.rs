//! How what is payable is paid: instalments, payees and payers with exact parts; and what must be paid back, apart.

use super::payment;
use crate::number::{MONEY_SCALE, rescale};
use crate::outcome::{Amount, Decision, PaidPart, ProjectDecision, Scenarios, SetOff};
use crate::program::{Instalment, Part};
use crate::selection::Selection;

type Sums = Scenarios<Option<Amount>>;

/// Parts what is payable under each claim as its text says.
pub(super) fn part(decision: &mut Decision, selection: &Selection) {
    for claim in decision.projects.iter_mut().flat_map(|it| &mut it.claims) {
        let Some(payout) = claim.rule.and_then(|rule| selection.rules.get(rule)).map(|it| &it.form.payout) else {
            continue;
        };
        let fen = |sum: Option<Amount>| sum.and_then(|sum| payment(sum, selection));
        let paid = Scenarios { guaranteed: fen(claim.payable.guaranteed), maximum: fen(claim.payable.maximum) };
        if paid.maximum == Some(0) {
            continue;
        }
        claim.plan = instalments(paid, &payout.plan);
        claim.payees = split(paid, &payout.payees);
        claim.payers = split(paid, &payout.payers);
    }
}

/// Shares of a whole: each cut to the fen, the last with what is left.
fn split(paid: Scenarios<Option<i128>>, shares: &[(String, i128)]) -> Vec<PaidPart> {
    let weights: Vec<i128> = shares.iter().map(|(_, share)| *share).collect();
    let part = |(at, (name, _)): (usize, &(String, i128))| PaidPart {
        name: name.clone(),
        paid: between(paid, |whole| shares_of(whole, &weights, at), |scenario| bound(scenario, paid, &weights, at)),
    };
    shares.iter().enumerate().map(part).collect()
}

fn instalments(paid: Scenarios<Option<i128>>, plan: &[Instalment]) -> Vec<PaidPart> {
    let weights: Option<Vec<i128>> = plan
        .iter()
        .map(|it| match it.part {
            Part::Share(share) => Some(share),
            Part::Sum(_) | Part::Rest => None,
        })
        .collect();
    if let Some(weights) = weights {
        let shares: Vec<(String, i128)> = plan.iter().map(|it| it.label.clone()).zip(weights).collect();
        return split(paid, &shares);
    }
    // Stated sums in order as far as the whole goes, then the rest: each part grows with the whole.
    let part = |(at, it): (usize, &Instalment)| {
        let of = |whole: i128| {
            let before = plan.iter().take(at).fold(0i128, |sum, it| match it.part {
                Part::Sum(fen) => sum.saturating_add(fen),
                Part::Share(_) | Part::Rest => sum,
            });
            let left = whole.saturating_sub(before).max(0);
            Some(match it.part {
                Part::Sum(fen) => left.min(fen),
                Part::Share(_) | Part::Rest => left,
            })
        };
        PaidPart { name: it.label.clone(), paid: between(paid, of, |_| None) }
    };
    plan.iter().enumerate().map(part).collect()
}

/// A part under both sums: exact where they agree, else as `bound` says, or as the part is of each.
fn between(
    paid: Scenarios<Option<i128>>,
    of: impl Fn(i128) -> Option<i128>,
    bound: impl Fn(bool) -> Option<i128>,
) -> Sums {
    let amount = |value: Option<i128>| value.map(|value| Amount { value, scale: MONEY_SCALE });
    if paid.guaranteed == paid.maximum {
        let part = paid.guaranteed.and_then(&of);
        return Scenarios { guaranteed: amount(part), maximum: amount(part) };
    }
    let end = |low: bool, whole: Option<i128>| amount(whole.and_then(|whole| bound(low).or_else(|| of(whole))));
    Scenarios { guaranteed: end(true, paid.guaranteed), maximum: end(false, paid.maximum) }
}

/// The share at `at` of a whole: cut to the fen, or what the others leave for the last.
fn shares_of(whole: i128, weights: &[i128], at: usize) -> Option<i128> {
    let all: i128 = weights.iter().sum();
    let cut = |weight: i128| whole.checked_mul(weight)?.checked_div(all);
    if at + 1 < weights.len() {
        return weights.get(at).copied().and_then(cut);
    }
    let others = weights.iter().take(at).try_fold(0i128, |sum, weight| sum.checked_add(cut(*weight)?))?;
    whole.checked_sub(others)
}

/// The last share does not grow evenly with the whole: between two wholes it is at least its own share, and less than
/// that and one fen for each of the others.
fn bound(low: bool, paid: Scenarios<Option<i128>>, weights: &[i128], at: usize) -> Option<i128> {
    if at + 1 < weights.len() {
        return None;
    }
    let all: i128 = weights.iter().sum();
    let weight = weights.get(at).copied()?;
    if low {
        let share = paid.guaranteed?.checked_mul(weight)?;
        share.checked_add(all.checked_sub(1)?)?.checked_div(all)
    } else {
        let others = i128::try_from(at).ok()?;
        let most = paid.maximum?.checked_mul(weight)?.checked_div(all)?.checked_add(others)?;
        Some(most.min(paid.maximum?))
    }
}

/// What must be paid back in all.
pub(super) fn all(projects: &[ProjectDecision]) -> Option<Sums> {
    let each = projects.iter().filter_map(|it| it.recovery);
    each.reduce(|sum, it| Scenarios {
        guaranteed: sum.guaranteed.zip(it.guaranteed).and_then(|(a, b)| plus(a, b)),
        maximum: sum.maximum.zip(it.maximum).and_then(|(a, b)| plus(a, b)),
    })
}

/// One deducted from the other: the least that stays payable is the least payable less the most that must be paid back.
pub(super) fn set_off(payable: Sums, recovery: Option<Sums>) -> SetOff {
    let recovery = recovery.unwrap_or(Sums::NOTHING);
    let less = |whole: Option<Amount>, by: Option<Amount>| match (whole, by) {
        (None, _) => None,
        (Some(_), None) => Some(Amount::ZERO),
        (Some(whole), Some(by)) => {
            let negative = Amount { value: by.value.saturating_neg(), ..by };
            plus(whole, negative).map(|it| Amount { value: it.value.max(0), ..it })
        }
    };
    SetOff {
        payable: Scenarios {
            guaranteed: less(payable.guaranteed, recovery.maximum),
            maximum: less(payable.maximum, recovery.guaranteed),
        },
        recovery: Scenarios {
            guaranteed: less(recovery.guaranteed, payable.maximum),
            maximum: less(recovery.maximum, payable.guaranteed),
        },
    }
}

/// The sum of two numbers; `None` where it does not fit.
fn plus(a: Amount, b: Amount) -> Option<Amount> {
    let scale = a.scale.max(b.scale);
    let value = rescale(a.value, a.scale, scale)?.checked_add(rescale(b.value, b.scale, scale)?)?;
    Some(Amount { value, scale })
}
