//! What must be paid back: each earlier payment once, on however many grounds, by whichever projects.
//!
//! A ground takes what it asks for from the payments that it looks at, as far as the grounds before it have left them:
//! projects as listed, rules in the order of the document. What one ground alone asks for is never cut.

use super::ledger::{Ledger, Scenario};
use crate::application::Payment;
use crate::claim::Truth;
use crate::number::{MONEY_SCALE, rescale};
use crate::outcome::{Amount, Decision, Outcome, Scenarios};
use crate::program::{NodeId, Op, PaidId, RuleId};
use crate::rows::At;
use std::collections::BTreeSet;

/// The key under which an outcome shows its principal, where interest is charged on it.
const PRINCIPAL: &str = "principal";

/// One ground: a claim, or a row of one.
struct Ground<'d> {
    project: usize,
    outcome: &'d Outcome,
    /// The payments that it looks at, with how much of each it has taken; `None` where it looks at none of them by itself.
    takes: Option<Vec<(usize, i128)>>,
}

/// Who takes which payment, one after another.
type Way = Vec<(usize, usize)>;

/// Says of each project what must be paid back, where a recovery applies or may apply.
pub(super) fn fill(decision: &mut Decision, ledger: &Ledger<'_>) {
    let scale = scale(decision);
    let sums = [Scenario::Guaranteed, Scenario::Maximum].map(|scenario| sums(decision, ledger, scenario, scale));
    for (at, project) in decision.projects.iter_mut().enumerate() {
        let asked = |it: &Outcome| it.recovery && it.maximum.is_none_or(|most| most.value > 0);
        if project.claims.iter().any(|it| asked(&it.outcome)) {
            let of = |sums: &[Option<i128>]| sums.get(at).copied().flatten().map(|value| Amount { value, scale });
            project.recovery = Some(Scenarios { guaranteed: of(&sums[0]), maximum: of(&sums[1]) });
        }
    }
}

fn scale(decision: &Decision) -> u8 {
    let recoveries = decision.projects.iter().flat_map(|it| &it.claims).map(|it| &it.outcome).filter(|it| it.recovery);
    let amounts = recoveries.flat_map(|it| [Some(it.minimum), it.maximum]).flatten();
    amounts.map(|it| it.scale).max().unwrap_or(MONEY_SCALE).max(MONEY_SCALE)
}

/// What each project pays back in a scenario; `None` = open.
fn sums(decision: &Decision, ledger: &Ledger<'_>, scenario: Scenario, scale: u8) -> Vec<Option<i128>> {
    let in_scale = |it: Amount| rescale(it.value, it.scale, scale);
    let asked = |it: &Outcome| match scenario {
        Scenario::Guaranteed => in_scale(it.minimum),
        Scenario::Maximum => it.maximum.and_then(in_scale),
    };
    let mut sums: Vec<Option<i128>> = decision
        .projects
        .iter()
        .map(|project| {
            let recoveries = project.claims.iter().map(|it| &it.outcome).filter(|it| it.recovery);
            recoveries.map(asked).try_fold(0i128, |sum, it| sum.checked_add(it?))
        })
        .collect();
    let fen = |payment: &Payment| rescale(payment.amount, MONEY_SCALE, scale).unwrap_or(i128::MAX);
    let mut grounds = grounds(decision, ledger, scenario);
    let mut left: Vec<i128> = ledger.application.payments.iter().map(fen).collect();
    for at in 0..grounds.len() {
        let Some(ground) = grounds.get(at) else { continue };
        let (Some(takes), Some(whole)) = (&ground.takes, asked(ground.outcome)) else { continue };
        let Some(principal) = principal(ground.outcome, whole, scenario, in_scale) else { continue };
        // What goes beyond the payments is no recovery of them.
        let all = takes.iter().filter_map(|(at, _)| ledger.application.payments.get(*at)).map(fen);
        let wanted = principal.min(all.fold(0i128, i128::saturating_add));
        let taken = take(&mut grounds, &mut left, at, wanted);
        let project = grounds.get(at).map_or(0, |it| it.project);
        let less = less(whole, principal, wanted.saturating_sub(taken), scenario);
        if let Some(Some(sum)) = sums.get_mut(project) {
            *sum = sum.saturating_sub(less).max(0);
        }
    }
    sums
}

/// How much less a ground comes to where so much of its principal is recovered elsewhere: with that much the less of
/// interest, cut to the smallest unit.
fn less(whole: i128, principal: i128, short: i128, scenario: Scenario) -> i128 {
    if short == 0 || principal == 0 {
        return 0;
    }
    let interest = whole.saturating_sub(principal).max(0);
    let share = interest.checked_mul(short).and_then(|it| match scenario {
        Scenario::Maximum => it.checked_div(principal),
        Scenario::Guaranteed => it.checked_add(principal.checked_sub(1)?)?.checked_div(principal),
    });
    short.saturating_add(share.unwrap_or(0))
}

/// How much of what a ground asks for is principal; `None` where that is not known and counts for nothing.
fn principal(
    outcome: &Outcome,
    whole: i128,
    scenario: Scenario,
    in_scale: impl Fn(Amount) -> Option<i128>,
) -> Option<i128> {
    match (outcome.shows.iter().find(|(key, ..)| key == PRINCIPAL), scenario) {
        (None, _) => Some(whole),
        (Some((_, _, Some(amount))), _) => in_scale(*amount).map(|it| it.min(whole)),
        (Some((_, _, None)), Scenario::Guaranteed) => Some(whole),
        (Some((_, _, None)), Scenario::Maximum) => None,
    }
}

/// Takes so much for a ground from its payments; where another ground holds one that could have taken a different one, it
/// gives way. What was taken.
fn take(grounds: &mut [Ground<'_>], left: &mut [i128], ground: usize, wanted: i128) -> i128 {
    let mut taken = 0i128;
    while taken < wanted {
        let Some((path, room)) = path(grounds, left, ground) else { break };
        let share = room.min(wanted.saturating_sub(taken));
        for (step, (of, payment)) in path.iter().enumerate() {
            change(grounds, *of, *payment, share);
            if let Some((next, _)) = path.get(step + 1) {
                change(grounds, *next, *payment, share.saturating_neg());
            } else if let Some(left) = left.get_mut(*payment) {
                *left = left.saturating_sub(share);
            }
        }
        taken = taken.saturating_add(share);
    }
    taken
}

fn change(grounds: &mut [Ground<'_>], of: usize, payment: usize, by: i128) {
    let takes = grounds.get_mut(of).and_then(|it| it.takes.as_mut());
    if let Some((_, taken)) = takes.and_then(|it| it.iter_mut().find(|(at, _)| *at == payment)) {
        *taken = taken.saturating_add(by);
    }
}

/// The shortest way from a ground to a payment with something left, over grounds that can give way, and how much goes
/// along it.
fn path(grounds: &[Ground<'_>], left: &[i128], from: usize) -> Option<(Way, i128)> {
    let mut seen = BTreeSet::from([from]);
    let mut ways: Vec<(Way, usize, i128)> = vec![(Vec::new(), from, i128::MAX)];
    let mut next = 0;
    while let Some((way, ground, room)) = ways.get(next).cloned() {
        next += 1;
        let payments = grounds.get(ground).and_then(|it| it.takes.as_ref())?;
        for (payment, _) in payments {
            let mut way = way.clone();
            way.push((ground, *payment));
            if let Some(left) = left.get(*payment).filter(|left| **left > 0) {
                return Some((way, room.min(*left)));
            }
            for (other, it) in grounds.iter().enumerate() {
                let holds = it.takes.iter().flatten().find(|(at, taken)| at == payment && *taken > 0);
                if let Some((_, held)) = holds
                    && seen.insert(other)
                {
                    ways.push((way.clone(), other, room.min(*held)));
                }
            }
        }
    }
    None
}

/// Every ground, projects as listed and rules in the order of the document.
fn grounds<'d>(decision: &'d Decision, ledger: &Ledger<'_>, scenario: Scenario) -> Vec<Ground<'d>> {
    let mut grounds: Vec<(RuleId, Ground<'d>)> = Vec::new();
    for (project, it) in decision.projects.iter().enumerate() {
        for claim in it.claims.iter().filter(|it| it.outcome.recovery) {
            let Some((rule, active)) = claim.rule.and_then(|rule| Some((rule, ledger.selection.rules.get(rule)?)))
            else {
                continue;
            };
            let paid = paid(ledger, active.form.sum);
            let mut push = |row: Option<usize>, outcome: &'d Outcome| {
                let at = row.map(|row| At { level: active.level, row });
                let takes = at.and_then(|at| takes(ledger, &paid, at, scenario));
                grounds.push((rule, Ground { project, outcome, takes }));
            };
            match &claim.rows {
                None => {
                    let at = ledger.program.at_project(project);
                    push(ledger.program.row_above(ledger.application, at, active.level), &claim.outcome);
                }
                Some(listed) => listed.rows.iter().for_each(|row| push(Some(row.row), &row.outcome)),
            }
        }
    }
    grounds.sort_by_key(|(rule, it)| (it.project, *rule));
    grounds.into_iter().map(|(_, it)| it).collect()
}

/// The sums 已拨付金额 that a sum rests on.
fn paid(ledger: &Ledger<'_>, sum: Option<NodeId>) -> Vec<(PaidId, NodeId)> {
    let mut paid = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<NodeId> = sum.into_iter().collect();
    while let Some(id) = open.pop() {
        let Some(node) = ledger.program.nodes.get(id).filter(|_| seen.insert(id)) else { continue };
        if let Op::Paid(of) = node.op {
            paid.push((of, id));
        }
        open.extend(&node.args);
    }
    paid
}

/// The payments of a row's sums: in the least sums those that are certain to be its own.
fn takes(ledger: &Ledger<'_>, paid: &[(PaidId, NodeId)], at: At, scenario: Scenario) -> Option<Vec<(usize, i128)>> {
    let mut takes = BTreeSet::new();
    for (of, node) in paid {
        let level = ledger.program.nodes.get(*node)?.level;
        let at = At { level, row: ledger.program.row_above(ledger.application, at, level)? };
        for (payment, it) in ledger.application.payments.iter().enumerate() {
            let its_own = match ledger.application.counts_in(ledger.program, *of, at, it) {
                Truth::True => true,
                Truth::False => false,
                Truth::Unknown => scenario == Scenario::Maximum,
            };
            if its_own {
                takes.insert(payment);
            }
        }
    }
    (!paid.is_empty()).then(|| takes.into_iter().map(|it| (it, 0)).collect())
}
