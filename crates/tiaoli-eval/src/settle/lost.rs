//! Why a rival lost, as data.

use super::ledger::{Case, Ledger};
use super::solve::{ClaimId, Solution, Sum};
use crate::outcome::{Decision, Lost, Scenarios};
use crate::program::LimitId;
use std::collections::BTreeMap;

/// Says of every claim that competed and was not chosen why, in each scenario.
pub(super) fn explain(
    decision: &mut Decision,
    ledger: &Ledger<'_>,
    least: (&Case, &Solution),
    most: (&Case, &Solution),
) {
    let low = losses(decision, ledger, least, |project| &project.guaranteed);
    let high = losses(decision, ledger, most, |project| &project.maximum);
    for (project, it) in decision.projects.iter_mut().enumerate() {
        for (index, claim) in it.claims.iter_mut().enumerate() {
            claim.lost = Scenarios {
                guaranteed: low.get(&(project, index)).copied(),
                maximum: high.get(&(project, index)).copied(),
            };
        }
    }
}

fn losses(
    decision: &Decision,
    ledger: &Ledger<'_>,
    (case, solution): (&Case, &Solution),
    chosen: fn(&Scenarios<Vec<usize>>) -> &Vec<usize>,
) -> BTreeMap<(usize, usize), Lost> {
    let mut losses = BTreeMap::new();
    for (id, (project, index)) in case.claims.iter() {
        let Some(it) = decision.projects.get(*project) else { continue };
        let winners = chosen(&it.chosen);
        if winners.contains(index) {
            continue;
        }
        let winner = winners.first().copied();
        losses.insert((*project, *index), loss(ledger, case, solution, id, (*project, *index), winner, it));
    }
    losses
}

fn loss(
    ledger: &Ledger<'_>,
    case: &Case,
    solution: &Solution,
    id: ClaimId,
    (project, index): (usize, usize),
    winner: Option<usize>,
    it: &crate::outcome::ProjectDecision,
) -> Lost {
    let claim = case.problem.claims.get(id);
    let net = claim.map_or(Sum::Finite(0), |claim| claim.net);
    if net <= Sum::Finite(0) {
        let rule = it.claims.get(index).and_then(|claim| claim.rule);
        let covered = rule
            .is_some_and(|rule| ledger.earlier(project, rule, claim.is_some_and(|claim| claim.rivals.is_empty())) > 0);
        let some = it.claims.get(index).is_some_and(|claim| claim.outcome.minimum.value > 0);
        return if covered && some {
            Lost::EarlierPayment
        } else {
            winner.map_or(Lost::Uncertain, |than| if some { Lost::Lower { than } } else { Lost::Uncertain })
        };
    }
    let room: Option<LimitId> =
        claim.and_then(|claim| claim.rooms.first()).and_then(|room| case.limits.get(*room)).copied();
    let winning = winner.and_then(|than| {
        let of = case.claims.iter().find(|(_, at)| **at == (project, than)).map(|(id, _)| id)?;
        Some((than, solution.shares.get(of).copied()?))
    });
    match (winning, room) {
        (Some((than, share)), _) if share > net => Lost::Lower { than },
        (Some((with, share)), None) if share == net => Lost::Tie { with },
        (Some((with, share)), Some(limit)) => {
            if share == net {
                Lost::Tie { with }
            } else {
                Lost::LimitUsed { limit }
            }
        }
        (None, Some(limit)) => Lost::LimitUsed { limit },
        (Some((than, _)), None) => Lost::Lower { than },
        (None, None) => Lost::Uncertain,
    }
}
