//! The claim of a rule on a list: a claim for each row, and what they come to together.

use super::assemble::{Claim, assemble};
use super::blame::Run;
use super::domain::run;
use super::knowledge::Knowledge;
use super::split::narrow;
use crate::application::Application;
use crate::number::rescale;
use crate::outcome::{Amount, Kind, Outcome, Reason, RowDecision, Scenarios};
use crate::program::{DefinitionId, FactId, LevelId, Place, Program};
use crate::reshape::with_further;
use crate::rows::At;
use crate::selection::Active;
use std::collections::BTreeSet;

/// What the rows of a list come to.
pub(super) struct OfRows {
    /// All of them together.
    pub(super) outcome: Outcome,
    /// Each of them.
    pub(super) rows: Vec<RowDecision>,
    /// What a row of which nothing is known could get, where the list may have further rows and that is not nothing.
    pub(super) further: Option<Outcome>,
}

/// The claims of `rule`, one for each row of its list, for the project at `project`. `nothing` is the outcome of no row.
pub(super) fn of_rows(here: Run<'_>, rule: &Active, project: usize, nothing: Outcome) -> OfRows {
    let Run { program, application, .. } = here;
    let outside = program.at_project(project);
    let mut lists = Vec::new();
    let mut level = rule.level;
    while let Some((fact, parent)) = list(program, level) {
        lists.push((level, fact, parent));
        level = parent;
    }
    let impossible = lists.iter().any(|(level, _, parent)| {
        let parents = program.rows_near(application, outside, *parent);
        let rows = application.rows.get(*level);
        parents.into_iter().any(|parent| rows.is_some_and(|rows| rows.is_impossible(parent)))
    });
    let own_list = lists.first().map(|(_, fact, _)| *fact);
    if impossible {
        let because = own_list.into_iter().map(Reason::Fact).collect();
        let outcome = Outcome { kind: Kind::InvalidInput, because, ..nothing };
        return OfRows { outcome, rows: Vec::new(), further: None };
    }
    let decide = |row: usize| {
        let claim: Claim = assemble(here, rule, row);
        let outcome = narrow(program, application, rule, row, claim).outcome;
        let position = program.position(application, At { level: rule.level, row });
        RowDecision { row, position, outcome, payable: Scenarios::default(), lost: Scenarios::default() }
    };
    let rows: Vec<RowDecision> = program.rows_near(application, outside, rule.level).into_iter().map(decide).collect();
    let mut outcome = together(&rows, nothing, own_list);
    let mut further: Option<Outcome> = None;
    for (level, fact, parent) in &lists {
        for parent in program.rows_near(application, outside, *parent) {
            if application.rows.get(*level).is_some_and(|rows| !rows.is_complete(parent)) {
                let more = of_further_row(program, application, rule, *level, parent);
                // What is missing of a row that is not written is its list, and nothing of its own.
                let outside =
                    |need: &FactId| program.facts.get(*need).is_some_and(|need| !program.is_above(*level, need.level));
                let more = Outcome { needs: more.needs.iter().copied().filter(outside).collect(), ..more };
                further = more_open(further, &mut outcome, more, *fact, rows.is_empty());
            }
        }
    }
    OfRows { outcome, rows, further }
}

/// The list that a level is, and the level that it belongs to.
fn list(program: &Program, level: LevelId) -> Option<(FactId, LevelId)> {
    let it = program.levels.get(level)?;
    match it.place {
        Place::List(fact) | Place::Values(fact) => Some((fact, it.parent?)),
        Place::Application | Place::Applicant | Place::Project => None,
    }
}

/// What a row that is not written could get, if there is one.
fn of_further_row(
    program: &Program,
    application: &Application,
    rule: &Active,
    level: LevelId,
    parent: usize,
) -> Outcome {
    let (mut application, mut row) = with_further(program, application, level, parent);
    // The levels between that list and the rule's own, the outermost first.
    let mut between = Vec::new();
    let mut here = rule.level;
    while here != level {
        between.push(here);
        match program.levels.get(here).and_then(|it| it.parent) {
            Some(parent) => here = parent,
            None => break,
        }
    }
    for level in between.into_iter().rev() {
        (application, row) = with_further(program, &application, level, row);
    }
    let values = run(program, &rule.live, &mut Knowledge::new(program, &application, &[]));
    assemble(Run { program, application: &application, values: &values }, rule, row).outcome
}

/// Adds to `outcome` that there may be any number of rows like `more`.
fn more_open(
    known: Option<Outcome>,
    outcome: &mut Outcome,
    more: Outcome,
    list: FactId,
    no_rows: bool,
) -> Option<Outcome> {
    match more.kind {
        // Whatever the row, it gets nothing; where no row is written, that is the reason.
        Kind::None | Kind::InvalidInput => {
            if no_rows && known.is_none() && outcome.kind == Kind::None {
                let needs = std::mem::take(&mut outcome.needs);
                *outcome = Outcome { needs, minimum: Amount::ZERO, maximum: Some(Amount::ZERO), ..more };
            }
            known
        }
        Kind::Fixed
        | Kind::Rate
        | Kind::UpTo
        | Kind::Range
        | Kind::Referral
        | Kind::CaseByCase
        | Kind::Entitlement
        | Kind::Recovery
        | Kind::InKind
        | Kind::Undetermined => {
            outcome.kind = Kind::Undetermined;
            (outcome.because, outcome.terms) = (Vec::new(), Vec::new());
            if outcome.monetary {
                outcome.maximum = None;
            }
            let needs: BTreeSet<FactId> = outcome.needs.iter().chain(&more.needs).copied().chain([list]).collect();
            outcome.needs = needs.into_iter().collect();
            outcome.shows.iter_mut().for_each(|shown| shown.2 = None);
            Some(known.unwrap_or(Outcome { kind: Kind::Undetermined, minimum: Amount::ZERO, ..more }))
        }
    }
}

/// The rows of a complete list together: what each gets, added.
fn together(rows: &[RowDecision], nothing: Outcome, list: Option<FactId>) -> Outcome {
    let outcomes = || rows.iter().map(|row| &row.outcome);
    let counts = |it: &&Outcome| !matches!(it.kind, Kind::None | Kind::InvalidInput);
    let Some(first) = outcomes().find(counts) else {
        let invalid: Vec<&Outcome> = outcomes().filter(|it| it.kind == Kind::InvalidInput).collect();
        let kind = if invalid.is_empty() { Kind::None } else { Kind::InvalidInput };
        let because: BTreeSet<Reason> =
            outcomes().filter(|it| it.kind == kind).flat_map(|it| it.because.iter().copied()).collect();
        let mut because: Vec<Reason> = because.into_iter().collect();
        let terms: BTreeSet<DefinitionId> =
            outcomes().filter(|it| it.kind == kind).flat_map(|it| it.terms.iter().copied()).collect();
        if rows.is_empty() {
            because = list.into_iter().map(Reason::Fact).collect();
        }
        return Outcome { kind, because, terms: terms.into_iter().collect(), ..nothing };
    };
    let all: Vec<&Outcome> = outcomes().filter(counts).collect();
    let needs: BTreeSet<FactId> = all.iter().flat_map(|it| it.needs.iter().copied()).collect();
    let minimum = all.iter().try_fold(Amount::ZERO, |sum, it| plus(sum, it.minimum)).unwrap_or(Amount::ZERO);
    let maximum = all.iter().try_fold(Amount::ZERO, |sum, it| plus(sum, it.maximum?));
    let mut shows = first.shows.clone();
    for (at, shown) in shows.iter_mut().enumerate() {
        shown.2 = all.iter().try_fold(Amount::ZERO, |sum, it| plus(sum, it.shows.get(at)?.2?));
    }
    Outcome {
        kind: kind(&all, minimum, maximum),
        monetary: first.monetary,
        minimum,
        maximum,
        discretionary: first.discretionary,
        clamped: all.iter().any(|it| it.clamped),
        needs: needs.into_iter().collect(),
        decided_by: all.iter().find_map(|it| it.decided_by),
        because: Vec::new(),
        terms: Vec::new(),
        shows,
        title: first.title.clone(),
        recovery: first.recovery,
        unit: first.unit.clone(),
    }
}

/// The kind of a sum of outcomes: what is still missing for one is missing for all; else what the sum is.
fn kind(all: &[&Outcome], minimum: Amount, maximum: Option<Amount>) -> Kind {
    let some = |kind: Kind| all.iter().any(|it| it.kind == kind);
    if some(Kind::Undetermined) {
        return Kind::Undetermined;
    }
    if let Some(kind) = [Kind::Recovery, Kind::InKind].into_iter().find(|kind| some(*kind)) {
        return kind;
    }
    match maximum {
        Some(maximum) if maximum.total_cmp(minimum).is_eq() => {
            match all.iter().map(|it| it.kind).find(|kind| !matches!(kind, Kind::Fixed | Kind::Rate)) {
                Some(other) => other,
                None if some(Kind::Rate) => Kind::Rate,
                None => Kind::Fixed,
            }
        }
        Some(_) if minimum.value > 0 => Kind::Range,
        Some(_) => Kind::UpTo,
        None => {
            let open = all.iter().find(|it| it.maximum.is_none());
            open.map_or(Kind::Undetermined, |it| it.kind)
        }
    }
}

/// The sum of two numbers; `None` where it does not fit.
fn plus(a: Amount, b: Amount) -> Option<Amount> {
    let scale = a.scale.max(b.scale);
    let value = rescale(a.value, a.scale, scale)?.checked_add(rescale(b.value, b.scale, scale)?)?;
    Some(Amount { value, scale })
}
