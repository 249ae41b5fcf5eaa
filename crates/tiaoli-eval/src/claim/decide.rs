//! The claims of an application, project by project.

use super::assemble::{Claim, assemble, is_impossible};
use super::blame::Run;
use super::cell::{Cell, Truth};
use super::domain::{Values, run};
use super::knowledge::Knowledge;
use super::rows::{OfRows, of_rows};
use super::split::narrow;
use crate::application::Application;
use crate::outcome::{Amount, ClaimDecision, Kind, Listed, Outcome, Reason, Scenarios};
use crate::program::{Claimable, FormKind, Program, ReadingId, RuleId, TargetId};
use crate::selection::Selection;
use std::collections::BTreeSet;

/// The claims of every project, with the values that they rest on.
#[derive(Clone, Debug)]
pub struct Claims {
    /// The values of every live node.
    pub values: Values<Vec<Cell>>,
    /// For each project its claims, as asked for.
    pub projects: Vec<Vec<ClaimDecision>>,
}

/// Decides every claim of `application` by itself: before rivals, earlier payments and shared limits.
#[must_use]
pub fn decide(program: &Program, selection: &Selection, application: &Application) -> Claims {
    let values = run(program, &selection.live, &mut Knowledge::new(program, application, &[]));
    let here = Run { program, application, values: &values };
    let claim = |row: usize, asked: &(String, Claimable)| match &asked.1 {
        Claimable::Rule(rule) => of_rule(here, selection, *rule, &asked.0, row),
        Claimable::Targets(targets) => of_targets(here, targets, &asked.0, row),
        Claimable::Nothing | Claimable::Several(_) => of_nothing(&asked.0),
    };
    let project = |(row, project): (usize, &crate::application::Project)| {
        project.claims.iter().map(|asked| claim(row, asked)).collect()
    };
    let projects = application.projects.iter().enumerate().map(project).collect();
    Claims { projects, values }
}

fn of_rule(run: Run<'_>, selection: &Selection, rule: RuleId, asked: &str, project: usize) -> ClaimDecision {
    let readings = run.program.rules.get(rule).map(|it| it.readings.clone()).unwrap_or_default();
    let mut decision = ClaimDecision { rule: Some(rule), readings, ..of_nothing(asked) };
    let Some(active) = selection.rules.get(rule) else { return decision };
    if run.program.is_list(active.level) {
        let monetary = !matches!(active.form.kind, FormKind::Right | FormKind::InKind);
        let blank = Outcome {
            monetary,
            discretionary: active.form.power,
            title: active.form.title.clone(),
            recovery: active.form.kind == FormKind::Recovery,
            unit: active.form.unit.clone(),
            because: Vec::new(),
            ..nothing()
        };
        let OfRows { outcome, rows, further } = of_rows(run, active, project, blank);
        decision.rows = Some(Listed { rows, further });
        decision.outcome = outcome;
    } else {
        let at = run.program.row_above(run.application, run.program.at_project(project), active.level);
        let row = at.unwrap_or(usize::MAX);
        let claim: Claim = assemble(run, active, row);
        decision.outcome = narrow(run.program, run.application, active, row, claim).outcome;
    }
    decision
}

fn of_nothing(asked: &str) -> ClaimDecision {
    ClaimDecision {
        asked: asked.to_owned(),
        rule: None,
        outcome: nothing(),
        readings: Vec::new(),
        target_met: None,
        payable: Scenarios::NOTHING,
        lost: Scenarios::default(),
        rows: None,
        plan: Vec::new(),
        payees: Vec::new(),
        payers: Vec::new(),
    }
}

fn nothing() -> Outcome {
    Outcome {
        kind: Kind::None,
        monetary: false,
        minimum: Amount::ZERO,
        maximum: Some(Amount::ZERO),
        discretionary: false,
        clamped: false,
        needs: Vec::new(),
        decided_by: None,
        because: vec![Reason::NoAward],
        terms: Vec::new(),
        shows: Vec::new(),
        title: None,
        recovery: false,
        unit: None,
    }
}

/// A claim on targets awards nothing and says whether the figures of the year asked about are reached.
fn of_targets(run: Run<'_>, targets: &[TargetId], asked: &str, row: usize) -> ClaimDecision {
    let targets: Vec<_> = targets.iter().filter_map(|id| run.program.targets.get(*id)).collect();
    let nodes = targets.iter().flat_map(|target| [Some(target.met), target.asked]).flatten();
    let cone = run.program.facts_under(nodes);
    let impossible: Vec<Reason> = cone
        .iter()
        .filter(|fact| is_impossible(run, **fact, run.program.at_project(row)))
        .map(|fact| Reason::Fact(*fact))
        .collect();
    let mut decision = of_nothing(asked);
    let readings: BTreeSet<ReadingId> = targets.iter().flat_map(|target| target.readings.iter().copied()).collect();
    decision.readings = readings.into_iter().collect();
    decision.target_met = Some(None);
    if !impossible.is_empty() {
        decision.outcome.kind = Kind::InvalidInput;
        decision.outcome.because = impossible;
        return decision;
    }
    // Of several targets that of the year asked about counts; while the year is unknown, so is the answer.
    let several = targets.len() > 1;
    let mut met: BTreeSet<Option<bool>> = BTreeSet::new();
    for target in &targets {
        let year = target.asked.filter(|_| several).map(|node| run.cell(node, row).range().as_point());
        match (year, run.cell(target.met, row).truth()) {
            (Some(Some(year)), _) if year != i128::from(target.year) => {}
            (Some(None), _) | (_, Truth::Unknown) => {
                met.insert(None);
            }
            (_, truth) => {
                met.insert(Some(truth == Truth::True));
            }
        }
    }
    decision.target_met = Some(if met.len() == 1 { met.into_iter().next().flatten() } else { None });
    decision
}
