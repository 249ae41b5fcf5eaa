//! A golden case with one thing said otherwise.

use super::interesting;
use crate::cases::node;
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_compiler::cases::{Case, Given, Said};
use tiaoli_eval::program::{Claimable, FactId, Place, Program};
use tiaoli_eval::selection::select;
use tiaoli_json::Node;

/// A case with something said otherwise.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The application.
    pub node: Node,
    /// What is said otherwise: fact, value; empty for the case itself.
    pub change: Vec<(String, String)>,
}

/// The case itself, then each variant of one fact that its claims look at.
pub fn variants<'a>(program: &'a Program, case: &'a Case) -> impl Iterator<Item = Variant> + 'a {
    let itself = Variant { node: node(&case.given), change: Vec::new() };
    let facts: Vec<FactId> = looked_at(program, case).into_iter().collect();
    let singles = facts.into_iter().flat_map(move |fact| changes(program, &case.given, fact));
    std::iter::once(itself).chain(singles.map(|(given, change)| Variant { node: node(&given), change: vec![change] }))
}

/// Each variant of two facts.
pub fn pairs<'a>(program: &'a Program, case: &'a Case) -> impl Iterator<Item = Variant> + 'a {
    let facts: Vec<FactId> = looked_at(program, case).into_iter().collect();
    let both: Vec<(FactId, FactId)> = facts
        .iter()
        .enumerate()
        .flat_map(|(at, one)| facts.iter().skip(at + 1).map(move |other| (*one, *other)))
        .collect();
    both.into_iter().flat_map(move |(one, other)| {
        changes(program, &case.given, one).flat_map(move |(given, first)| {
            let second: Vec<_> = changes(program, &given, other).collect();
            second
                .into_iter()
                .map(move |(given, second)| Variant { node: node(&given), change: vec![first.clone(), second] })
        })
    })
}

/// What is given with `fact` said in each other way, and how it is then said.
fn changes<'p>(
    program: &'p Program,
    given: &Given,
    fact: FactId,
) -> impl Iterator<Item = (Given, (String, String))> + use<'p> {
    let given = given.clone();
    interesting(program, fact).into_iter().filter_map(move |value| with(program, &given, fact, value))
}

/// The facts that the claims of a case look at.
fn looked_at(program: &Program, case: &Case) -> BTreeSet<FactId> {
    let Ok(selection) = select(program, &[]) else { return BTreeSet::new() };
    let mut facts = BTreeSet::new();
    for id in case.given.projects.iter().flat_map(|project| &project.claims) {
        match program.claimable(id) {
            Some(Claimable::Rule(rule)) => {
                facts.extend(selection.rules.get(*rule).map(|it| it.cone.as_slice()).unwrap_or_default());
            }
            Some(Claimable::Targets(targets)) => {
                let nodes = targets.iter().filter_map(|target| program.targets.get(*target)).map(|target| target.met);
                facts.extend(program.facts_under(nodes));
            }
            _ => {}
        }
    }
    facts
}

/// The case with `fact` said to be `value` in every project, and in the last row of a list; `None` where it says so
/// already.
pub(crate) fn with(
    program: &Program,
    given: &Given,
    fact: FactId,
    value: Option<Said>,
) -> Option<(Given, (String, String))> {
    let it = program.facts.get(fact)?;
    let mut changed = given.clone();
    // From the level whose objects have the fact up to the one that stands by itself.
    let mut lists: Vec<&str> = Vec::new();
    let mut level = program.levels.get(it.level)?;
    loop {
        match level.place {
            Place::Values(of) if of == fact => {}
            Place::List(of) | Place::Values(of) => lists.push(&program.facts.get(of)?.name.alias),
            Place::Application | Place::Applicant | Place::Project => break,
        }
        level = program.levels.get(level.parent?)?;
    }
    lists.reverse();
    let put = |facts: &mut BTreeMap<String, Said>| set(facts, &lists, &it.name.alias, value.as_ref());
    let told = match level.place {
        Place::Application => put(&mut changed.application),
        Place::Applicant => put(&mut changed.applicant),
        // Every project is told, so the answers are gathered first.
        _ => changed.projects.iter_mut().map(|project| put(&mut project.facts)).filter(|told| *told).count() > 0,
    };
    let said = value.as_ref().map_or_else(|| "未知".to_owned(), show);
    told.then(|| (changed, (it.name.zh.clone(), said)))
}

/// Says `alias` otherwise in the last row of the innermost of `lists`; whether that changes anything.
fn set(facts: &mut BTreeMap<String, Said>, lists: &[&str], alias: &str, value: Option<&Said>) -> bool {
    if let Some((list, inner)) = lists.split_first() {
        return match facts.get_mut(*list) {
            Some(Said::Rows(of)) => of.rows.last_mut().is_some_and(|(_, facts)| set(facts, inner, alias, value)),
            _ => false,
        };
    }
    let before = match value {
        Some(value) => facts.insert(alias.to_owned(), value.clone()),
        None => facts.remove(alias),
    };
    before.as_ref() != value
}

/// A value as an application would write it.
fn show(value: &Said) -> String {
    match value {
        Said::Truth(true) => "是".to_owned(),
        Said::Truth(false) => "否".to_owned(),
        Said::Text(text) => text.clone(),
        Said::Year(year) => year.to_string(),
        Said::List(items) if items.is_empty() => "无".to_owned(),
        Said::List(items) => {
            let items: Vec<String> = items.iter().map(|it| it.as_ref().map_or("未知".to_owned(), show)).collect();
            items.join("、")
        }
        Said::Rows(of) => format!("{}行", of.rows.len()),
    }
}
