//! Boundary cases: golden cases at, just below and just above every threshold and cap that no golden case is near to.
//!
//! ```text
//! rule ── bounds ──► two figures that are compared ── cross ──► the values of a fact on both sides ── write ──► 算例
//! ```
//!
//! A suggested case is a golden case with one fact moved to the bound. Its result is computed, and it says 待确认: a
//! person has to hold it against the document before it counts.

mod bounds;
mod cross;
mod write;

use crate::cases::node;
use bounds::{Against, Bound};
use cross::{Near, Side};
use std::collections::BTreeSet;
use tiaoli_compiler::cases::{Case, Given, Project, Setting};
use tiaoli_eval::claim::{self, Claims};
use tiaoli_eval::outcome::{Decision, Kind};
use tiaoli_eval::program::{Claimable, FactId, Program, RuleId, Ty, Written};
use tiaoli_eval::selection::{Selection, select};
use tiaoli_json::Reader;

/// The most golden cases that one bound is looked for near.
const MOST_BASES: usize = 12;

/// A case that is worth writing down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The rule whose bound it is at.
    pub rule: String,
    /// The whole item, in the language.
    pub text: String,
}

/// What is suggested for a policy, and how many more cases there would be whose result the language of cases has no
/// words for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The cases, in the order of the rules.
    pub cases: Vec<Suggestion>,
    /// Cases that could not be written.
    pub unwritten: usize,
}

/// Looks at every threshold and cap of a program. What a case is near to is not suggested again, whether somebody has
/// confirmed it or not; only confirmed cases are moved to a bound.
#[must_use]
pub fn suggest(program: &Program, cases: &[Case], setting: &Setting) -> Suggestions {
    let mut suggestions = Suggestions::default();
    let Ok(selection) = select(program, &[]) else { return suggestions };
    let desk = Desk { program, selection: &selection, reader: Reader::new(program) };
    let known: Vec<(&Case, World)> = cases
        .iter()
        .filter(|case| case.queue.is_none())
        .filter_map(|case| Some((case, desk.world(&case.given)?)))
        .collect();
    let mut said = BTreeSet::new();
    let mut everywhere = BTreeSet::new();
    for (rule, active) in selection.rules.iter() {
        let Some(id) = program.rules.get(rule).map(|it| it.id.clone()) else { continue };
        let asking: Vec<&(&Case, World)> = known.iter().filter(|(case, _)| desk.asks(case, rule)).collect();
        let bases = desk.bases(&asking, rule, &id);
        for bound in bounds::of(program, active) {
            // what holds for the whole policy is shown by one rule for all
            let shared = bound.of_policy;
            let near = |world: &World| cross::near(&desk, &bound, world);
            let seen: Vec<Near> = if shared {
                known.iter().filter_map(|(_, world)| near(world)).collect()
            } else {
                asking.iter().filter_map(|(_, world)| near(world)).collect()
            };
            let points = bases.iter().find_map(|base| cross::points(&desk, rule, &bound, base)).unwrap_or_default();
            if shared && !points.is_empty() && !everywhere.insert((bound.left, bound.right)) {
                continue;
            }
            for point in points.into_iter().filter(|point| !point.near.is_seen(&seen)) {
                let title = title(program, &bound, point.fact, point.near.side);
                match write::case(program, &id, &title, &point.given, &point.decision, setting) {
                    // two bounds at one place, or the same bound of two conditions
                    Some(it) if !said.insert((id.clone(), it.body.clone())) => {}
                    Some(it) => suggestions.cases.push(Suggestion { rule: id.clone(), text: it.text }),
                    None => suggestions.unwritten += 1,
                }
            }
        }
    }
    suggestions
}

/// `实际投入刚好500万元`; where the fact moves what a figure is held against, the sides change places.
fn title(program: &Program, bound: &Bound, fact: FactId, side: Side) -> String {
    let name = program.facts.get(fact).map(|it| it.name.zh.as_str()).unwrap_or_default();
    let is_left = program.facts_under([bound.left]).contains(&fact);
    let figure = if is_left { bound.right.words(program) } else { Against::Node(bound.left).words(program) };
    let figure = figure.unwrap_or_else(|| "界限".to_owned());
    let date = program.facts.get(fact).is_some_and(|it| it.ty == Ty::Date);
    match (side, is_left, date) {
        (Side::At, _, false) => format!("{name}刚好{figure}"),
        (Side::At, _, true) => format!("{name}就是{figure}"),
        (Side::Below, true, false) | (Side::Above, false, false) => format!("{name}略低于{figure}"),
        (Side::Below, true, true) | (Side::Above, false, true) => format!("{name}早于{figure}一天"),
        (Side::Above, true, false) | (Side::Below, false, false) => format!("{name}略高于{figure}"),
        (Side::Above, true, true) | (Side::Below, false, true) => format!("{name}晚于{figure}一天"),
    }
}

/// What cases are decided with.
struct Desk<'a> {
    program: &'a Program,
    selection: &'a Selection,
    reader: Reader<'a>,
}

/// An application, decided.
struct World {
    claims: Claims,
    decision: Decision,
}

impl Desk<'_> {
    fn world(&self, given: &Given) -> Option<World> {
        let application = self.reader.read(&node(given)).ok()?;
        let claims = claim::decide(self.program, self.selection, &application);
        let decision = tiaoli_eval::settle::settle(self.program, self.selection, &application, claims.clone());
        Some(World { claims, decision })
    }

    fn is_of(&self, id: &str, rule: RuleId) -> bool {
        matches!(self.program.claimable(id), Some(Claimable::Rule(of)) if *of == rule)
    }

    fn asks(&self, case: &Case, rule: RuleId) -> bool {
        case.given.projects.iter().flat_map(|it| &it.claims).any(|id| self.is_of(id, rule))
    }

    /// What is given in the cases of a rule, each asking for this rule alone, with the facts that it looks at: those
    /// that award something first.
    fn bases(&self, asking: &[&(&Case, World)], rule: RuleId, id: &str) -> Vec<Given> {
        let refuses = |kind: Kind| matches!(kind, Kind::None | Kind::InvalidInput | Kind::Undetermined);
        let mut bases: Vec<(bool, usize, Given)> = Vec::new();
        for (case, world) in asking.iter().filter(|(case, _)| case.confirmed) {
            let [project] = case.given.projects.as_slice() else { continue };
            let mut claims = world.decision.projects.iter().flat_map(|it| &it.claims);
            let awards = claims.any(|claim| claim.rule == Some(rule) && !refuses(claim.outcome.kind));
            let alone = Project { claims: vec![id.to_owned()], ..project.clone() };
            let mut given = Given { projects: vec![alone], ..case.given.clone() };
            self.leave_out(rule, &mut given);
            bases.push((!awards, given.payments.len(), given));
        }
        bases.sort_by_key(|(refused, payments, _)| (*refused, *payments));
        bases.into_iter().map(|(_, _, given)| given).take(MOST_BASES).collect()
    }

    /// Leaves out the facts that a rule does not look at.
    fn leave_out(&self, rule: RuleId, given: &mut Given) {
        let Some(active) = self.selection.rules.get(rule) else { return };
        let looked_at = |alias: &str| {
            let named = self.program.facts.iter().find(|(_, it)| it.name.alias == alias);
            named.is_none_or(|(fact, it)| it.written == Written::Rows || active.cone.contains(&fact))
        };
        given.application.retain(|alias, _| looked_at(alias));
        given.applicant.retain(|alias, _| looked_at(alias));
        given.projects.iter_mut().for_each(|project| project.facts.retain(|alias, _| looked_at(alias)));
    }
}
