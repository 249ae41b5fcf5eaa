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

/// The case with `fact` said to be `value` in every project; `None` where it says so already.
fn with(program: &Program, given: &Given, fact: FactId, value: Option<Said>) -> Option<(Given, (String, String))> {
    let it = program.facts.get(fact)?;
    let mut changed = given.clone();
    let place = program.levels.get(it.level)?.place;
    let above = match place {
        Place::Values(_) => program.levels.get(program.levels.get(it.level)?.parent?)?.place,
        place => place,
    };
    let mut same = true;
    {
        let mut put = |facts: &mut BTreeMap<String, Said>| {
            same &= facts.get(&it.name.alias) == value.as_ref();
            match &value {
                Some(value) => facts.insert(it.name.alias.clone(), value.clone()),
                None => facts.remove(&it.name.alias),
            };
        };
        match above {
            Place::Application => put(&mut changed.application),
            Place::Applicant => put(&mut changed.applicant),
            Place::Project => changed.projects.iter_mut().for_each(|project| put(&mut project.facts)),
            Place::List(_) | Place::Values(_) => return None,
        }
    }
    if same {
        return None;
    }
    let said = value.map_or_else(|| "未知".to_owned(), |value| show(&value));
    Some((changed, (it.name.zh.clone(), said)))
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
    }
}
