//! What came out, held against what must.

use super::words;
use std::collections::BTreeSet;
use tiaoli_compiler::cases::{Expected, ExpectedKind, Open};
use tiaoli_eval::outcome::{
    Amount, ClaimDecision, Decision, Kind, Outcome, PaidPart, ProjectDecision, Reason, Scenarios,
};
use tiaoli_eval::program::{DefinitionId, FactId, Op, Program};
use tiaoli_source::Value;

/// What was found in place of what was expected, in words; `None` where they agree.
pub(super) fn differs(program: &Program, decision: &Decision, expected: &Expected) -> Option<Value> {
    let project = decision.projects.get(expected.project)?;
    match &expected.kind {
        kind if expected.row.is_some() => {
            let Some(claim) = claim_of(program, project, expected) else {
                return Some(words::not_asked(expected.clause.as_deref().unwrap_or_default()));
            };
            let rows = claim.rows.as_ref().map(|listed| listed.rows.as_slice()).unwrap_or_default();
            let Some(row) = rows.iter().find(|row| Some(&row.position) == expected.row.as_ref()) else {
                return Some(words::no_rows(program, claim));
            };
            if let ExpectedKind::Payable(low, high) = kind {
                return sums(&row.payable, *low, *high);
            }
            // A row is judged as a claim of its own would be.
            let alone = ClaimDecision { outcome: row.outcome.clone(), target_met: None, ..claim.clone() };
            let agrees = alone.outcome.discretionary == expected.power || !says_power(kind);
            (!agrees || !comes_out(program, &alone, kind)).then(|| words::found(program, &alone))
        }
        ExpectedKind::Payable(low, high) => sums(&project.payable, *low, *high),
        ExpectedKind::Paid(low, high) => sums(&project.payment, *low, *high),
        ExpectedKind::Total(low, high) => match &decision.total {
            Ok(total) => sums(&total.payable, *low, *high),
            Err(limit) => Some(words::settle_limit(limit)),
        },
        ExpectedKind::NetPayable(low, high) | ExpectedKind::NetRecovery(low, high) => match &decision.total {
            Ok(total) => {
                let found = total.set_off.map(|it| match &expected.kind {
                    ExpectedKind::NetRecovery(..) => it.recovery,
                    _ => it.payable,
                });
                found.map_or_else(|| Some(words::no_set_off()), |found| sums(&found, *low, *high))
            }
            Err(limit) => Some(words::settle_limit(limit)),
        },
        ExpectedKind::Chosen(id) => {
            let chosen: Vec<&str> = project
                .chosen
                .maximum
                .iter()
                .filter_map(|at| project.claims.get(*at))
                .map(|claim| claim.asked.as_str())
                .collect();
            (chosen != [id.as_str()]).then(|| words::chosen(&chosen))
        }
        kind => {
            let Some(claim) = claim_of(program, project, expected) else {
                return Some(words::not_asked(expected.clause.as_deref().unwrap_or_default()));
            };
            let agrees = claim.outcome.discretionary == expected.power || !says_power(kind);
            (!agrees || !comes_out(program, claim, kind)).then(|| words::found(program, claim))
        }
    }
}

/// The claim that an expectation speaks of, by the id asked for or by another of the same rule.
fn claim_of<'d>(program: &Program, project: &'d ProjectDecision, expected: &Expected) -> Option<&'d ClaimDecision> {
    let asked = expected.clause.as_deref().unwrap_or_default();
    let same = |claim: &&ClaimDecision| {
        claim.asked == asked || (claim.rule.is_some() && claim.rule == rule_of(program, asked))
    };
    project.claims.iter().find(same)
}

fn rule_of(program: &Program, id: &str) -> Option<tiaoli_eval::program::RuleId> {
    match program.claimable(id) {
        Some(tiaoli_eval::program::Claimable::Rule(rule)) => Some(*rule),
        _ => None,
    }
}

/// Whether an expectation says something of duty or power: those of a sum or a right do.
fn says_power(kind: &ExpectedKind) -> bool {
    !matches!(
        kind,
        ExpectedKind::None(..)
            | ExpectedKind::Invalid(_)
            | ExpectedKind::Shown(..)
            | ExpectedKind::Clamped
            | ExpectedKind::Target(_)
            | ExpectedKind::Plan(_)
            | ExpectedKind::Payees(_)
            | ExpectedKind::Payers(_)
    )
}

fn comes_out(program: &Program, claim: &ClaimDecision, kind: &ExpectedKind) -> bool {
    let it: &Outcome = &claim.outcome;
    match kind {
        ExpectedKind::Sum(sum) => {
            matches!(it.kind, Kind::Fixed | Kind::Rate)
                && equal(Some(it.minimum), Some(*sum))
                && equal(it.maximum, Some(*sum))
        }
        ExpectedKind::UpTo(sum) => it.kind == Kind::UpTo && equal(it.maximum, Some(*sum)),
        ExpectedKind::Range(low, high) => {
            it.kind == Kind::Range && equal(Some(it.minimum), Some(*low)) && equal(it.maximum, Some(*high))
        }
        ExpectedKind::Pending(low, high, Open { lacks, calendar, unruled }) => {
            it.kind == Kind::Undetermined
                && it.because.contains(&Reason::NotRuled) == *unruled
                && it.because.contains(&Reason::NoCalendar) == *calendar
                && equal(Some(it.minimum), Some(*low))
                && equal(it.maximum, *high)
                && set(&it.needs) == set(lacks)
        }
        ExpectedKind::None(because, terms) => {
            it.kind == Kind::None
                && set(terms).is_subset(&set(&it.terms))
                && (because.is_empty() && terms.is_empty() || left(program, it, terms) == set(because))
        }
        ExpectedKind::Invalid(facts) => {
            let found: BTreeSet<FactId> = it
                .because
                .iter()
                .filter_map(|reason| if let Reason::Fact(fact) = reason { Some(*fact) } else { None })
                .collect();
            it.kind == Kind::InvalidInput && (facts.is_empty() || found == set(facts))
        }
        ExpectedKind::Document(title) => it.kind == Kind::Referral && it.title.as_deref() == Some(title),
        ExpectedKind::CaseByCase => it.kind == Kind::CaseByCase,
        ExpectedKind::Right(title) => {
            it.kind == Kind::Entitlement && !it.monetary && it.title.as_deref() == Some(title)
        }
        ExpectedKind::Unquantified => it.kind == Kind::Entitlement && it.monetary,
        ExpectedKind::Shown(alias, sum) => it.shows.iter().any(|(key, _, found)| key == alias && equal(*found, *sum)),
        ExpectedKind::Clamped => it.clamped,
        ExpectedKind::Target(met) => claim.target_met == Some(*met),
        ExpectedKind::Recovery(sum) => {
            it.kind == Kind::Recovery && equal(Some(it.minimum), Some(*sum)) && equal(it.maximum, Some(*sum))
        }
        ExpectedKind::InKind(most, quantity, of) => {
            it.kind == Kind::InKind
                && it.title.as_deref() == Some(of)
                && equal(it.maximum, Some(*quantity))
                && (*most || equal(Some(it.minimum), Some(*quantity)))
        }
        ExpectedKind::Plan(parts) => {
            let parts: Vec<(&str, Option<Amount>)> =
                parts.iter().map(|(name, sum)| (name.as_str(), Some(*sum))).collect();
            are(&claim.plan, &parts)
        }
        ExpectedKind::Payees(parts) | ExpectedKind::Payers(parts) => {
            let found = if matches!(kind, ExpectedKind::Payees(_)) { &claim.payees } else { &claim.payers };
            let parts: Vec<(&str, Option<Amount>)> = parts.iter().map(|(name, sum)| (name.as_str(), *sum)).collect();
            are(found, &parts)
        }
        ExpectedKind::Payable(..)
        | ExpectedKind::Paid(..)
        | ExpectedKind::Total(..)
        | ExpectedKind::Chosen(_)
        | ExpectedKind::NetPayable(..)
        | ExpectedKind::NetRecovery(..) => false,
    }
}

/// The reasons but those that stand behind the definitions named.
fn left(program: &Program, outcome: &Outcome, terms: &[DefinitionId]) -> BTreeSet<Reason> {
    let named = |op: &Op| matches!(op, Op::Defined(term) if terms.contains(term));
    let nodes = program.nodes.iter().filter(|(_, node)| named(&node.op)).map(|(id, _)| id);
    let behind = program.facts_under(nodes);
    let kept = |reason: &&Reason| !matches!(reason, Reason::Fact(fact) if behind.contains(fact));
    outcome.because.iter().filter(kept).copied().collect()
}

/// Whether these are the parts that are paid; a sum that is not expected may be any.
fn are(found: &[PaidPart], expected: &[(&str, Option<Amount>)]) -> bool {
    let is = |(part, (name, sum)): (&PaidPart, &(&str, Option<Amount>))| {
        let agrees = equal(part.paid.guaranteed, *sum) && equal(part.paid.maximum, *sum);
        part.name == *name && (sum.is_none() || agrees)
    };
    found.len() == expected.len() && found.iter().zip(expected).all(is)
}

fn set<T: Ord + Copy>(of: &[T]) -> BTreeSet<T> {
    of.iter().copied().collect()
}

fn equal(a: Option<Amount>, b: Option<Amount>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(b).is_eq(),
        (None, None) => true,
        _ => false,
    }
}

fn sums(found: &Scenarios<Option<Amount>>, low: Amount, high: Option<Amount>) -> Option<Value> {
    let agrees = equal(found.guaranteed, Some(low)) && equal(found.maximum, high);
    (!agrees).then(|| words::scenarios(found))
}
