//! Settle, the second step: all claims of one applicant to what is payable.
//!
//! It sees intervals and the ledger, never facts. Claims with a key in common compete (从高、从优、不重复), earlier
//! payments are topped up, and limits are shared over the whole application: once with the least sums of every claim
//! and once with the greatest. `ledger` makes the problem (`rivalry` the keys, `rooms` the limits, `earlier` and
//! `deducted` what was paid before), `stages` takes it step by step where the policy has an order, [`solve`] finds the best combination,
//! this file says what came of it.

mod deducted;
mod earlier;
mod ledger;
mod lost;
mod payout;
mod recovered;
mod rivalry;
mod rooms;
mod shared;
pub mod solve;
mod stages;

use crate::application::Application;
use crate::claim::Claims;
use crate::claim::quotient::quotient;
use crate::number::{MONEY_SCALE, power_of_ten, rescale};
use crate::outcome::{Amount, Decision, Kind, ProjectDecision, Scenarios, SettleLimit, Total};
use crate::program::{Payment, Program, Rounding};
use crate::selection::Selection;
use ledger::{Ledger, Place, RowOf, Scenario};
use solve::{Solution, Sum, Unsolved};
use std::collections::BTreeMap;

/// Settles the claims of an application.
#[must_use]
pub fn settle(program: &Program, selection: &Selection, application: &Application, claims: Claims) -> Decision {
    let mut decision = Decision {
        as_of: application.as_of,
        readings: readings(program, selection),
        rights: rights(&claims),
        projects: Vec::new(),
        total: Ok(Total {
            payable: Scenarios::default(),
            payment: Scenarios::default(),
            recovery: None,
            set_off: None,
            settled: false,
        }),
        assumed: application.assumed.clone(),
    };
    let Claims { values, projects } = claims;
    let ledger = Ledger::new(program, selection, application, &values, &projects);
    let [least, most] = [Scenario::Guaranteed, Scenario::Maximum].map(|scenario| ledger.problem(scenario));
    let [low, high] = stages::solve(&ledger, &least, &most);
    decision.projects = application
        .projects
        .iter()
        .zip(projects)
        .map(|(project, claims)| ProjectDecision {
            id: project.id.clone(),
            claims,
            chosen: Scenarios::default(),
            payable: Scenarios { guaranteed: Some(Amount::ZERO), maximum: Some(Amount::ZERO) },
            payment: Scenarios { guaranteed: Some(Amount::ZERO), maximum: Some(Amount::ZERO) },
            settled: false,
            shares_limit: false,
            recovery: None,
        })
        .collect();
    match (&low, &high) {
        (Ok(low), Ok(high)) => fill(&mut decision, &ledger, selection, (&least, low), (&most, high)),
        (low, high) => {
            decision.total = Err(SettleLimit {
                best: Scenarios { guaranteed: best(low, ledger.scale), maximum: best(high, ledger.scale) },
                bound: Scenarios { guaranteed: bound(low, ledger.scale), maximum: bound(high, ledger.scale) },
            });
        }
    }
    decision
}

fn readings(program: &Program, selection: &Selection) -> Vec<(crate::program::ReadingId, String)> {
    let option = |id: &crate::program::OptionId| program.options.get(*id).map(|it| (it.reading, it.id.clone()));
    selection.options.iter().filter_map(option).collect()
}

/// Rights that are not money, project by project.
fn rights(claims: &Claims) -> Vec<(usize, usize)> {
    let mut rights = Vec::new();
    for (project, claims) in claims.projects.iter().enumerate() {
        for (claim, it) in claims.iter().enumerate() {
            if it.outcome.kind == Kind::Entitlement && !it.outcome.monetary {
                rights.push((project, claim));
            }
        }
    }
    rights
}

fn fill(
    decision: &mut Decision,
    ledger: &Ledger<'_>,
    selection: &Selection,
    least: (&ledger::Case, &Solution),
    most: (&ledger::Case, &Solution),
) {
    let shared = ledger.shared_by(least.0, most.0);
    let mut total = Scenarios { guaranteed: Some(0i128), maximum: Some(0i128) };
    let mut paid = Scenarios { guaranteed: Some(0i128), maximum: Some(0i128) };
    for (index, project) in decision.projects.iter_mut().enumerate() {
        let (low, low_chosen) = of_project(least.0, least.1, index);
        let (high, high_chosen) = of_project(most.0, most.1, index);
        project.chosen = Scenarios { guaranteed: low_chosen, maximum: high_chosen };
        project.payable = Scenarios { guaranteed: amount(low, ledger.scale), maximum: amount(high, ledger.scale) };
        let pay = |sum: Sum| round(sum, ledger.scale, selection.payment);
        let (low_paid, high_paid) = (pay(low), pay(high));
        project.payment =
            Scenarios { guaranteed: amount(low_paid, MONEY_SCALE), maximum: amount(high_paid, MONEY_SCALE) };
        project.shares_limit = shared.contains(&index);
        // Where a limit is shared, the division is a convention, and other knowledge may divide it otherwise.
        project.settled = low == high && low != Sum::Open && !project.shares_limit;
        total = Scenarios { guaranteed: plus(total.guaranteed, low), maximum: plus(total.maximum, high) };
        paid = Scenarios { guaranteed: plus(paid.guaranteed, low_paid), maximum: plus(paid.maximum, high_paid) };
    }
    fill_claims(decision, ledger.scale, least, most);
    fill_rows(decision, ledger.scale, least, most);
    payout::part(decision, selection);
    recovered::fill(decision, ledger);
    let recovery = payout::all(&decision.projects);
    lost::explain(decision, ledger, least, most);
    let of = |sum: Option<i128>, scale: u8| sum.map(|value| Amount { value, scale });
    let payable =
        Scenarios { guaranteed: of(total.guaranteed, ledger.scale), maximum: of(total.maximum, ledger.scale) };
    decision.total = Ok(Total {
        recovery,
        set_off: selection.set_off.then(|| payout::set_off(payable, recovery)),
        payable,
        payment: Scenarios { guaranteed: of(paid.guaranteed, MONEY_SCALE), maximum: of(paid.maximum, MONEY_SCALE) },
        settled: total.guaranteed.is_some() && total.guaranteed == total.maximum,
    });
}

/// What is payable under each claim, its rows together.
fn fill_claims(
    decision: &mut Decision,
    scale: u8,
    least: (&ledger::Case, &Solution),
    most: (&ledger::Case, &Solution),
) {
    let nothing = Scenarios { guaranteed: Some(0), maximum: Some(0) };
    let mut sums: BTreeMap<(usize, usize), Scenarios<Option<i128>>> = BTreeMap::new();
    let mut put = |(case, solution): (&ledger::Case, &Solution), low: bool| {
        for (id, share) in solution.paid() {
            let Some(place) = case.claims.get(id) else { continue };
            let of = sums.entry((place.project, place.claim)).or_insert(nothing);
            let sum = if low { &mut of.guaranteed } else { &mut of.maximum };
            *sum = plus(*sum, share);
        }
    };
    put(least, true);
    put(most, false);
    let of = |sum: Option<i128>| sum.map(|value| Amount { value, scale });
    for ((project, claim), sum) in sums {
        if let Some(it) = decision.projects.get_mut(project).and_then(|it| it.claims.get_mut(claim)) {
            it.payable = Scenarios { guaranteed: of(sum.guaranteed), maximum: of(sum.maximum) };
        }
    }
}

/// What a project is paid, and by which of its claims.
fn of_project(case: &ledger::Case, solution: &Solution, project: usize) -> (Sum, Vec<usize>) {
    let mut sum = Sum::Finite(0);
    let mut chosen = Vec::new();
    for (id, share) in solution.paid() {
        let Some(place) = case.claims.get(id).filter(|place| place.project == project) else { continue };
        chosen.push(place.claim);
        sum = match (sum, share) {
            (Sum::Finite(a), Sum::Finite(b)) => a.checked_add(b).map_or(Sum::Open, Sum::Finite),
            _ => Sum::Open,
        };
    }
    chosen.sort_unstable();
    chosen.dedup();
    (sum, chosen)
}

/// What each row of a list is paid.
fn fill_rows(decision: &mut Decision, scale: u8, least: (&ledger::Case, &Solution), most: (&ledger::Case, &Solution)) {
    let nothing = Scenarios { guaranteed: Some(Amount::ZERO), maximum: Some(Amount::ZERO) };
    let rows = decision.projects.iter_mut().flat_map(|it| &mut it.claims).flat_map(|it| &mut it.rows);
    rows.flat_map(|listed| &mut listed.rows).for_each(|row| row.payable = nothing);
    let mut put = |(case, solution): (&ledger::Case, &Solution),
                   of: fn(&mut Scenarios<Option<Amount>>, Option<Amount>)| {
        for (id, share) in solution.paid() {
            let Some(Place { project, claim, row: RowOf::Row(row) }) = case.claims.get(id).copied() else { continue };
            let claim = decision.projects.get_mut(project).and_then(|it| it.claims.get_mut(claim));
            if let Some(row) = claim.and_then(|it| it.rows.as_mut()?.rows.get_mut(row)) {
                of(&mut row.payable, amount(share, scale));
            }
        }
    };
    put(least, |payable, sum| payable.guaranteed = sum);
    put(most, |payable, sum| payable.maximum = sum);
}

fn plus(sum: Option<i128>, share: Sum) -> Option<i128> {
    match share {
        Sum::Finite(share) => sum?.checked_add(share),
        Sum::Open => None,
    }
}

fn amount(sum: Sum, scale: u8) -> Option<Amount> {
    match sum {
        Sum::Finite(value) => Some(Amount { value, scale }),
        Sum::Open => None,
    }
}

/// A payment in fen of a sum that is payable; `None` where it does not fit.
pub(crate) fn payment(sum: Amount, selection: &Selection) -> Option<i128> {
    match round(Sum::Finite(sum.value), sum.scale, selection.payment) {
        Sum::Finite(fen) => Some(fen),
        Sum::Open => None,
    }
}

/// A payment in fen, rounded as the policy says; without a word on it, cut to the fen.
fn round(sum: Sum, scale: u8, payment: Option<Payment>) -> Sum {
    let Sum::Finite(value) = sum else { return Sum::Open };
    let Payment { rounding, quantum } = payment.unwrap_or(Payment { rounding: Rounding::Down, quantum: 1 });
    let rounded = || {
        let quantum = rescale(quantum, MONEY_SCALE, scale)?.max(1);
        let whole = quotient(rounding, value, quantum)?;
        whole.checked_mul(quantum)?.checked_div(power_of_ten(scale.checked_sub(MONEY_SCALE)?)?)
    };
    rounded().map_or(Sum::Open, Sum::Finite)
}

fn best(solved: &Result<Solution, Unsolved>, scale: u8) -> Option<Amount> {
    let total = match solved {
        Ok(solution) => solution.total,
        Err(Unsolved::WorkLimit { best, .. }) => *best,
        Err(_) => return Some(Amount::ZERO),
    };
    (total.opens == 0).then_some(Amount { value: total.finite, scale })
}

fn bound(solved: &Result<Solution, Unsolved>, scale: u8) -> Option<Amount> {
    let total = match solved {
        Ok(solution) => solution.total,
        Err(Unsolved::WorkLimit { bound, .. }) => *bound,
        Err(_) => return None,
    };
    (total.opens == 0).then_some(Amount { value: total.finite, scale })
}
