//! Why a rival lost, as data.

use super::ledger::{Case, Ledger, Place, RowOf, Scenario};
use super::solve::{ClaimId, Solution, Sum};
use crate::outcome::{Decision, Lost, Scenarios};
use crate::program::LimitId;
use std::collections::BTreeMap;

/// Says of every claim and row that competed and was not chosen why, in each scenario.
pub(super) fn explain(
    decision: &mut Decision,
    ledger: &Ledger<'_>,
    least: (&Case, &Solution),
    most: (&Case, &Solution),
) {
    let low = losses(decision, ledger, Scenario::Guaranteed, least);
    let high = losses(decision, ledger, Scenario::Maximum, most);
    for (project, it) in decision.projects.iter_mut().enumerate() {
        for (claim, of) in it.claims.iter_mut().enumerate() {
            let at = |losses: &BTreeMap<Place, Option<Lost>>, row: RowOf| {
                losses.get(&Place { project, claim, row }).copied().flatten()
            };
            let Some(listed) = &mut of.rows else {
                of.lost = Scenarios { guaranteed: at(&low, RowOf::Only), maximum: at(&high, RowOf::Only) };
                continue;
            };
            for (position, row) in listed.rows.iter_mut().enumerate() {
                let row_of = RowOf::Row(position);
                row.lost = Scenarios { guaranteed: at(&low, row_of), maximum: at(&high, row_of) };
            }
            of.lost = Scenarios {
                guaranteed: of_all_rows(&low, project, claim),
                maximum: of_all_rows(&high, project, claim),
            };
        }
    }
}

/// A claim on a list lost where each of its rows did; the first says why.
fn of_all_rows(losses: &BTreeMap<Place, Option<Lost>>, project: usize, claim: usize) -> Option<Lost> {
    let range = Place { project, claim, row: RowOf::Only }..=Place { project, claim, row: RowOf::Further };
    let mut first = None;
    for (_, lost) in losses.range(range) {
        first = first.or(Some((*lost)?));
    }
    first
}

/// Every claim that competed: why it lost, or nothing where it is paid.
fn losses(
    decision: &Decision,
    ledger: &Ledger<'_>,
    scenario: Scenario,
    (case, solution): (&Case, &Solution),
) -> BTreeMap<Place, Option<Lost>> {
    let paid: BTreeMap<ClaimId, Sum> = solution.paid().collect();
    let loss = |(id, place): (ClaimId, &Place)| {
        let lost = (!paid.contains_key(&id)).then(|| loss(decision, ledger, scenario, case, &paid, id, *place));
        (*place, lost)
    };
    case.claims.iter().map(loss).collect()
}

fn loss(
    decision: &Decision,
    ledger: &Ledger<'_>,
    scenario: Scenario,
    case: &Case,
    paid: &BTreeMap<ClaimId, Sum>,
    id: ClaimId,
    place: Place,
) -> Lost {
    let Some(claim) = case.problem.claims.get(id) else { return Lost::Uncertain };
    // The claim that is paid in its place: one with the same key.
    let winner = paid.iter().find(|(other, _)| {
        let keys = case.problem.claims.get(**other).map(|it| it.rivals.as_slice()).unwrap_or_default();
        keys.iter().any(|key| claim.rivals.contains(key))
    });
    let winner = winner.and_then(|(id, share)| Some((*case.claims.get(*id)?, *share)));
    let lower = |by: Place| match by.project == place.project {
        true => Lost::Lower { than: by.claim },
        false => Lost::Elsewhere { project: by.project },
    };
    if claim.net <= Sum::Finite(0) {
        let it = decision.projects.get(place.project).and_then(|it| it.claims.get(place.claim));
        let at = ledger.entries.iter().position(|entry| entry.place == place);
        let entry = at.and_then(|at| ledger.entries.get(at));
        if let Some((first, _)) = entry.and_then(|entry| ledger.waits_for(entry)) {
            return Lost::Waits { first };
        }
        if entry.is_some_and(|entry| ledger.passed_over(entry)) {
            return Lost::NotChosen;
        }
        if entry.is_some_and(|entry| ledger.closed(scenario, entry)) {
            return Lost::EarlierPayment;
        }
        let covered = at.is_some_and(|at| ledger.is_covered(scenario, at));
        let outcome = it.and_then(|it| match (place.row, &it.rows) {
            (RowOf::Row(row), Some(listed)) => listed.rows.get(row).map(|row| &row.outcome),
            _ => Some(&it.outcome),
        });
        let some = outcome.is_some_and(|outcome| outcome.minimum.value > 0);
        return match (covered && some, winner) {
            (true, _) => Lost::EarlierPayment,
            (false, Some((by, _))) if some => lower(by),
            _ => Lost::Uncertain,
        };
    }
    let room: Option<LimitId> = claim.rooms.first().and_then(|room| case.limits.get(*room)).copied();
    match (winner, room) {
        (Some((by, share)), _) if share > claim.net => lower(by),
        (Some((by, share)), _) if share == claim.net => match by.project == place.project {
            true => Lost::Tie { with: by.claim },
            false => Lost::Elsewhere { project: by.project },
        },
        (_, Some(limit)) => Lost::LimitUsed { limit },
        (Some((by, _)), None) => lower(by),
        (None, None) => Lost::Uncertain,
    }
}
