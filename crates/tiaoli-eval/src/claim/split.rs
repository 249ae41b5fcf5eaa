//! Case split: where a few facts with few values are missing, every case is looked at, so the bounds are exact.

use super::assemble::{Claim, assemble};
use super::blame::Run;
use super::cell::Cell;
use super::domain::run;
use super::knowledge::{Knowledge, Supposed};
use super::needs::Missing;
use crate::application::Application;
use crate::outcome::{Amount, Kind, Outcome, Reason};
use crate::program::{FactId, LevelId, Program, Value};
use crate::reshape::only;
use crate::rows::At;
use crate::selection::Active;
use std::collections::BTreeSet;

/// How many cases are looked at; beyond it the bounds of the intervals stand.
const MOST_CASES: usize = 64;

/// The claim of `rule` for the row `row` of its level, narrowed to the hull of its cases.
pub(super) fn narrow(program: &Program, application: &Application, rule: &Active, row: usize, claim: Claim) -> Claim {
    let Some(splits) = splits(program, rule.level, &claim.missing) else { return claim };
    if claim.outcome.kind != Kind::Undetermined || splits.is_empty() {
        return claim;
    }
    // One row of a long list is looked at by itself, unless the rule looks at its neighbours too.
    let at = At { level: rule.level, row };
    let alone = program.is_list(rule.level) && rule.wide.is_empty();
    let cases = match alone.then(|| only(program, application, at)) {
        Some((alone, rows)) => {
            let moved = |((fact, row), values): &(Missing, Vec<Value>)| {
                let level = program.facts.get(*fact).map(|fact| fact.level);
                let row = level.and_then(|level| rows.get(&(level, *row))).copied().unwrap_or(usize::MAX);
                ((*fact, row), values.clone())
            };
            let splits: Vec<(Missing, Vec<Value>)> = splits.iter().map(moved).collect();
            let row = rows.get(&(rule.level, row)).copied().unwrap_or(usize::MAX);
            let mut cases = cases(program, &alone, rule, row, &splits);
            let back = |(fact, row): &Missing| {
                let level = program.facts.get(*fact).map(|fact| fact.level);
                let from = rows.iter().find(|((of, _), new)| Some(*of) == level && *new == row);
                (*fact, from.map_or(*row, |((_, old), _)| *old))
            };
            for case in &mut cases {
                case.missing = case.missing.iter().map(back).collect();
            }
            cases
        }
        None => cases(program, application, rule, row, &splits),
    };
    combine(claim, &splits, &cases)
}

/// The missing facts with few values, and how many values each has; `None` where there are too many cases.
fn splits(program: &Program, level: LevelId, missing: &BTreeSet<Missing>) -> Option<Vec<(Missing, Vec<Value>)>> {
    let mut splits = Vec::new();
    let mut cases = 1usize;
    for (fact, row) in missing {
        let Some(it) = program.facts.get(*fact) else { continue };
        // Of the claim's own row or of one that it belongs to; never of the many rows below.
        let single = *row != usize::MAX && program.is_above(it.level, level);
        let values: Vec<Value> = match program.declared(*fact) {
            Cell::Truth(_) => vec![Value::Truth(true), Value::Truth(false)],
            Cell::Member(set) => set.members().map(Value::Member).collect(),
            Cell::Number(_) | Cell::Key(_) | Cell::TooLarge => continue,
        };
        if single {
            cases = cases.checked_mul(values.len())?;
            splits.push(((*fact, *row), values));
        }
    }
    (cases <= MOST_CASES).then_some(splits)
}

/// The claim in each case, the last fact's values changing fastest.
fn cases(
    program: &Program,
    application: &Application,
    rule: &Active,
    row: usize,
    splits: &[(Missing, Vec<Value>)],
) -> Vec<Claim> {
    let mut suppositions: Vec<Vec<Supposed>> = vec![Vec::new()];
    for ((fact, at), values) in splits {
        suppositions = suppositions
            .iter()
            .flat_map(|so_far| {
                values.iter().map(move |value| {
                    let mut case = so_far.clone();
                    case.push(Supposed { fact: *fact, row: *at, value: *value });
                    case
                })
            })
            .collect();
    }
    let claim = |supposed: &Vec<Supposed>| {
        let values = run(program, &rule.live, &mut Knowledge::new(program, application, supposed));
        assemble(Run { program, application, values: &values }, rule, row)
    };
    suppositions.iter().map(claim).collect()
}

/// Whether two outcomes differ in kind or sum.
fn differ(a: &Outcome, b: &Outcome) -> bool {
    (a.kind, a.minimum, a.maximum) != (b.kind, b.minimum, b.maximum)
}

fn combine(whole: Claim, splits: &[(Missing, Vec<Value>)], cases: &[Claim]) -> Claim {
    let Some(first) = cases.first() else { return whole };
    let mut missing: BTreeSet<Missing> = cases.iter().flat_map(|case| case.missing.iter().copied()).collect();
    let mut stride = cases.len();
    for (fact, values) in splits {
        stride /= values.len().max(1);
        // Two cases that differ in this fact alone stand `stride` apart within one block of its values.
        let block = stride * values.len();
        let matters = cases.iter().enumerate().any(|(index, case)| {
            let next = index + stride;
            next / block.max(1) == index / block.max(1)
                && cases.get(next).is_some_and(|other| differ(&case.outcome, &other.outcome))
        });
        if matters {
            missing.insert(*fact);
        }
    }
    let mut outcome = whole.outcome;
    if missing.is_empty() {
        let because: BTreeSet<Reason> = common(cases);
        outcome = first.outcome.clone();
        outcome.because = because.into_iter().collect();
        outcome.terms = cases
            .iter()
            .flat_map(|case| case.outcome.terms.iter().copied())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        return Claim { outcome, missing };
    }
    outcome.minimum = cases
        .iter()
        .map(|case| case.outcome.minimum)
        .fold(None, |least, it| Some(less(least, it)))
        .unwrap_or(Amount::ZERO);
    outcome.maximum = cases.iter().map(|case| case.outcome.maximum).reduce(more).flatten();
    outcome.needs = missing.iter().map(|(fact, _)| *fact).collect::<BTreeSet<FactId>>().into_iter().collect();
    Claim { outcome, missing }
}

/// The reasons of every case; where none is common, those of any.
fn common(cases: &[Claim]) -> BTreeSet<Reason> {
    let mut reasons = cases.iter().map(|case| case.outcome.because.iter().copied().collect::<BTreeSet<_>>());
    let any: BTreeSet<Reason> = reasons.clone().flatten().collect();
    let every = reasons.next().map(|first| reasons.fold(first, |so_far, case| &so_far & &case)).unwrap_or_default();
    if every.is_empty() { any } else { every }
}

fn less(a: Option<Amount>, b: Amount) -> Amount {
    match a {
        Some(a) if a.total_cmp(b).is_le() => a,
        _ => b,
    }
}

fn more(a: Option<Amount>, b: Option<Amount>) -> Option<Amount> {
    let (a, b) = (a?, b?);
    Some(if a.total_cmp(b).is_ge() { a } else { b })
}
