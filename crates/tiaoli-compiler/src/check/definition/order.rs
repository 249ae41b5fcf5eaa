//! What definitions rest on, and the order that this gives them.

use crate::resolve::mentions::{self, Use};
use crate::resolve::{Dictionary, Resolved};
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::program::{FactId, Place};
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast::{self, MeaningKind};

/// The names that a fact rests on: by its definition, and by what deems it.
pub(crate) fn under(dictionary: &Dictionary<'_>, fact: FactId) -> Vec<(FactId, Use)> {
    let mut names: Vec<(&ast::Name, Use)> = Vec::new();
    let mut note = |name, how| names.push((name, how));
    for meaning in dictionary.defined(fact).iter().flat_map(|it| &it.meanings) {
        said(&meaning.sentence.kind, &mut note);
    }
    for deemed in dictionary.deemings.iter().filter(|it| it.fact == fact) {
        mentions::condition(&deemed.deeming.sentence.condition, Use::Value, &mut note);
    }
    let list = |name: &ast::Name| match dictionary.levels.get(dictionary.entity(&name.text)?)?.place {
        Place::List(fact) => Some(fact),
        _ => None,
    };
    let known = |(name, how): (&ast::Name, Use)| Some((dictionary.one(name).or_else(|| list(name))?, how));
    names.into_iter().filter_map(known).collect()
}

fn said<'a>(meaning: &'a MeaningKind, visit: mentions::Visit<'_, 'a>) {
    match meaning {
        MeaningKind::Truth(it) => mentions::condition(it, Use::Value, visit),
        MeaningKind::Value(it) => mentions::expression(it, Use::Value, visit),
        MeaningKind::ByCase(cases, values) => {
            mentions::condition(cases, Use::Value, visit);
            values.iter().for_each(|it| mentions::expression(it, Use::Value, visit));
        }
    }
}

/// The definitions, each behind those that it rests on, and those that stand in a circle, which is reported once.
pub(super) fn order(resolved: &Resolved<'_>, problems: &mut Problems) -> (Vec<FactId>, BTreeSet<FactId>) {
    let dictionary = &resolved.dictionary;
    let mut ordered = Vec::new();
    let mut circles = BTreeSet::new();
    let mut done: BTreeSet<FactId> = BTreeSet::new();
    let all: BTreeSet<FactId> =
        dictionary.definitions.iter().map(|it| it.fact).chain(dictionary.deemings.iter().map(|it| it.fact)).collect();
    for start in all {
        let mut path: Vec<(FactId, Vec<FactId>)> = Vec::new();
        let open = |fact: FactId| (fact, under(dictionary, fact).into_iter().map(|(fact, _)| fact).collect());
        if !done.contains(&start) {
            path.push(open(start));
        }
        while let Some((fact, below)) = path.last_mut() {
            let fact = *fact;
            match below.pop() {
                None => {
                    path.pop();
                    if done.insert(fact) && dictionary.defined(fact).is_some() {
                        ordered.push(fact);
                    }
                }
                Some(next) if done.contains(&next) => {}
                Some(next) => match path.iter().position(|(on, _)| *on == next) {
                    Some(from) => {
                        let on: Vec<FactId> = path.iter().skip(from).map(|(on, _)| *on).collect();
                        circle(dictionary, &on, problems);
                        done.extend(&on);
                        circles.extend(on);
                    }
                    None => path.push(open(next)),
                },
            }
        }
    }
    (ordered, circles)
}

fn circle(dictionary: &Dictionary<'_>, circle: &[FactId], problems: &mut Problems) {
    let name = |fact: &FactId| dictionary.facts.get(*fact).map_or("", |it| it.name.zh.as_str());
    let (Some(first), Some(place)) = (circle.first(), circle.first().and_then(|it| dictionary.places.get(*it))) else {
        return;
    };
    let path: Vec<&str> = circle.iter().map(name).chain([name(first)]).collect();
    problems.push(
        Diagnostic::new(Code::DEFINITION_CIRCULAR).at(*place).arg("name", name(first)).arg("path", path.join(" → ")),
    );
}

/// The facts that a definition rests on in the end, by name.
pub(crate) fn rests_on(dictionary: &Dictionary<'_>, fact: FactId) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let mut open = vec![fact];
    while let Some(fact) = open.pop() {
        for (below, _) in under(dictionary, fact) {
            if let Some(it) = dictionary.facts.get(below)
                && seen.insert(below, it.name.zh.clone()).is_none()
                && dictionary.defined(below).is_some()
            {
                open.push(below);
            }
        }
    }
    seen.into_iter().filter(|(fact, _)| dictionary.defined(*fact).is_none()).map(|(_, name)| name).collect()
}
