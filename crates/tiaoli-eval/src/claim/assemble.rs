//! From the columns of one rule and row to its outcome.

use super::blame::{Blamed, Run, blame};
use super::cell::{Cell, Range, Truth};
use super::domain::Live;
use super::needs::{Lack, Missing, needs};
use crate::application::Slot;
use crate::number::MONEY_SCALE;
use crate::outcome::{Amount, Kind, Outcome, Reason};
use crate::program::{DefinitionId, FactId, FormKind, GateKind, NodeId, Op, Place, Ty};
use crate::rows::At;
use crate::selection::Active;
use std::collections::BTreeSet;

/// An outcome, with the facts that it still depends on, row by row.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The outcome.
    pub outcome: Outcome,
    pub(super) missing: BTreeSet<Missing>,
}

/// The outcome of `rule` for the row `row` of its level, in the order of blame: impossible input; a condition known to
/// fail; an unknown on which the result depends; the sum.
pub(super) fn assemble(run: Run<'_>, rule: &Active, row: usize) -> Claim {
    let form = &rule.form;
    let at = At { level: rule.level, row };
    let monetary = !matches!(form.kind, FormKind::Right | FormKind::InKind);
    let mut outcome = Outcome {
        kind: Kind::None,
        monetary,
        minimum: Amount::ZERO,
        maximum: Some(Amount::ZERO),
        discretionary: form.power,
        clamped: false,
        needs: Vec::new(),
        decided_by: None,
        because: Vec::new(),
        terms: Vec::new(),
        shows: shows(run, rule, row),
        title: form.title.clone(),
        recovery: form.kind == FormKind::Recovery,
        unit: form.unit.clone(),
    };
    let done = |outcome: Outcome| Claim { outcome, missing: BTreeSet::new() };

    let impossible = impossible(run, rule, row);
    if !impossible.is_empty() {
        outcome.kind = Kind::InvalidInput;
        outcome.because = impossible.into_iter().map(Reason::Fact).collect();
        outcome.shows.iter_mut().for_each(|shown| shown.2 = None);
        return done(outcome);
    }
    let (failed, terms) = failed(run, rule, row);
    if !failed.is_empty() {
        (outcome.because, outcome.terms) = (failed, terms);
        return done(outcome);
    }
    let sum = form.sum.map(|node| run.cell(node, row).range());
    let counts = form.positive.or(form.sum).map(|node| run.cell(node, row).range());
    if counts.is_some_and(|range| range.high.is_some_and(|high| high <= 0)) {
        outcome.because = vec![Reason::ZeroSum];
        return done(outcome);
    }

    let mut lack = Lack::default();
    let mut open = false;
    for gate in rule.gates.iter().filter(|gate| run.cell(gate.node, row).truth() != Truth::True) {
        open = true;
        needs(run, gate.node, row, &mut lack);
    }
    let defining = [form.sum, form.positive.filter(|node| run.cell(*node, row).range().low.is_none_or(|low| low <= 0))];
    for node in defining.into_iter().flatten() {
        needs(run, node, row, &mut lack);
    }
    let Lack { facts: mut missing, calendar } = lack;
    missing.retain(|(fact, _)| Some(*fact) != form.decider);

    let decided = form.decider.is_some_and(|fact| known(run, fact, at));
    outcome.decided_by = form.decider.filter(|_| !decided);
    if let Some(range) = sum {
        let scale = form.sum.map_or(MONEY_SCALE, |node| scale(run, node));
        outcome.maximum = range.high.map(|value| Amount { value, scale });
        if !open {
            outcome.minimum = Amount { value: range.low.unwrap_or(0).max(0), scale };
        }
        outcome.clamped = decided && clamped(run, rule, row);
    }
    let undetermined = open || calendar || !missing.is_empty();
    outcome.kind = if undetermined { Kind::Undetermined } else { kind(form.kind, sum, decided) };
    if calendar {
        outcome.because = vec![Reason::NoCalendar];
    }
    match form.unruled.map(|node| run.cell(node, row).truth()) {
        Some(Truth::True) => {
            outcome.kind = Kind::Undetermined;
            outcome.because = vec![Reason::NotRuled];
        }
        Some(Truth::Unknown) => outcome.kind = Kind::Undetermined,
        Some(Truth::False) | None => {}
    }
    if form.kind == FormKind::Right {
        outcome.decided_by = None;
    }
    outcome.needs = missing.iter().map(|(fact, _)| *fact).collect::<BTreeSet<_>>().into_iter().collect();
    Claim { outcome, missing }
}

/// The one table over form and sum.
fn kind(form: FormKind, sum: Option<Range>, decided: bool) -> Kind {
    let known = sum.and_then(Range::as_point).is_some();
    let closed = sum.is_some_and(|range| range.high.is_some());
    let floor = sum.and_then(|range| range.low).is_some_and(|low| low > 0);
    match form {
        FormKind::Right => Kind::Entitlement,
        FormKind::Recovery => Kind::Recovery,
        FormKind::InKind => Kind::InKind,
        FormKind::Rate if known => Kind::Rate,
        _ if known || decided => Kind::Fixed,
        FormKind::Range if floor && closed => Kind::Range,
        _ if closed => Kind::UpTo,
        FormKind::CaseByCase => Kind::CaseByCase,
        FormKind::Entitlement => Kind::Entitlement,
        FormKind::Fixed | FormKind::Rate | FormKind::Ceiling | FormKind::Range | FormKind::Referral => Kind::Referral,
    }
}

/// Facts of the rule's cone that are impossible for this row, in dictionary order.
fn impossible(run: Run<'_>, rule: &Active, row: usize) -> BTreeSet<FactId> {
    let at = At { level: rule.level, row };
    let outside = project_of(run, at);
    let spoilt = |fact: &FactId| {
        is_impossible(run, *fact, at) || (rule.wide.binary_search(fact).is_ok() && is_impossible(run, *fact, outside))
    };
    let mut facts: BTreeSet<FactId> = rule.cone.iter().copied().filter(spoilt).collect();
    for constraint in &rule.constraints {
        if fails_for(run, constraint.node, at) {
            facts.extend(&constraint.facts);
        }
    }
    let form = &rule.form;
    if form.above_is_invalid && clamped(run, rule, row) {
        facts.extend(form.decider);
    }
    let nodes = rule.gates.iter().map(|gate| gate.node).chain(form.sum).chain(form.positive);
    if facts.is_empty() && nodes.into_iter().any(|node| run.cell(node, row) == Cell::TooLarge) {
        facts.extend(&rule.cone);
    }
    facts
}

/// The project's row that a row belongs to; the row itself where it belongs to none.
fn project_of(run: Run<'_>, at: At) -> At {
    let level = run.program.at_project(0).level;
    run.program.row_above(run.application, at, level).map_or(at, |row| At { level, row })
}

/// Whether what the application says of a fact, or of a list around it, is impossible for this row.
pub(super) fn is_impossible(run: Run<'_>, fact: FactId, at: At) -> bool {
    let Some(it) = run.program.facts.get(fact) else { return false };
    let slots = run.application.facts.get(fact);
    let slot = |row: usize| slots.and_then(|slots| slots.get(row)).copied() == Some(Slot::Impossible);
    let mut level = Some(it.level);
    while let Some(id) = level {
        let Some(list) = run.program.levels.get(id) else { break };
        level = list.parent.filter(|_| matches!(list.place, Place::Values(_) | Place::List(_)));
        let parents = level.map(|parent| run.program.rows_near(run.application, at, parent)).unwrap_or_default();
        let rows = run.application.rows.get(id);
        if parents.into_iter().any(|parent| rows.is_some_and(|rows| rows.is_impossible(parent))) {
            return true;
        }
    }
    run.program.rows_near(run.application, at, it.level).into_iter().any(slot)
}

/// Whether a truth at any level is known not to hold for some row that `at` speaks of.
fn fails_for(run: Run<'_>, node: NodeId, at: At) -> bool {
    let Some(level) = run.program.nodes.get(node).map(|it| it.level) else { return false };
    let rows = run.program.rows_near(run.application, at, level);
    rows.into_iter().any(|row| run.cell(node, row).truth() == Truth::False)
}

/// Every condition known to fail. A policy that is not in force is the only reason.
fn failed(run: Run<'_>, rule: &Active, row: usize) -> (Vec<Reason>, Vec<DefinitionId>) {
    let mut blamed = Blamed::default();
    let mut some = None;
    for gate in rule.gates.iter().filter(|gate| run.cell(gate.node, row).truth() == Truth::False) {
        some = some.or(Some(gate.node));
        match gate.kind {
            GateKind::InForce => return (vec![Reason::NotInForce], Vec::new()),
            GateKind::Event => return (vec![Reason::BeforeIssue], Vec::new()),
            GateKind::Scope | GateKind::Condition => blame(run, gate.node, row, Truth::False, &mut blamed),
        }
    }
    // A condition that rests on no fact at all fails for everybody, or on that day.
    if let Some(node) = some.filter(|_| blamed.facts.is_empty()) {
        let rests_on = Live::under(run.program, [node]);
        let by_date = |node: NodeId| run.program.nodes.get(node).is_some_and(|it| it.op == Op::AsOf);
        let reason = if rests_on.iter().any(by_date) { Reason::NotInForce } else { Reason::NoAward };
        return (vec![reason], Vec::new());
    }
    (blamed.facts.into_iter().map(Reason::Fact).collect(), blamed.terms.into_iter().collect())
}

fn clamped(run: Run<'_>, rule: &Active, row: usize) -> bool {
    let (Some(fact), Some((guard, cap))) = (rule.form.decider, rule.form.ceiling) else { return false };
    let Some(Slot::Known(crate::program::Value::Number(decided))) =
        slot_above(run, fact, At { level: rule.level, row })
    else {
        return false;
    };
    let decided = crate::number::rescale(decided, MONEY_SCALE, scale(run, cap).max(MONEY_SCALE));
    run.cell(guard, row).truth() == Truth::True
        && run.cell(cap, row).range().high.zip(decided).is_some_and(|(cap, decided)| decided > cap)
}

fn known(run: Run<'_>, fact: FactId, at: At) -> bool {
    matches!(slot_above(run, fact, at), Some(Slot::Known(_)))
}

/// What the application says of a fact of this row or of one that it belongs to.
fn slot_above(run: Run<'_>, fact: FactId, at: At) -> Option<Slot> {
    let level = run.program.facts.get(fact)?.level;
    let row = run.program.row_above(run.application, at, level)?;
    run.application.facts.get(fact)?.get(row).copied()
}

fn scale(run: Run<'_>, node: NodeId) -> u8 {
    match run.program.nodes.get(node).map(|it| &it.ty) {
        Some(Ty::Number { scale, .. }) => *scale,
        _ => MONEY_SCALE,
    }
}

fn shows(run: Run<'_>, rule: &Active, row: usize) -> Vec<(String, String, Option<Amount>)> {
    let value = |node: NodeId| {
        let value = run.cell(node, row).range().as_point()?;
        Some(Amount { value, scale: scale(run, node) })
    };
    rule.form.shows.iter().map(|shown| (shown.alias.clone(), shown.name.clone(), value(shown.node))).collect()
}
