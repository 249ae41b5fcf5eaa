//! The dictionary of a joint program, for its golden cases: the main policy's names first, then what only companions have.

use crate::resolve::Dictionary;
use std::collections::BTreeMap;
use tiaoli_eval::program::{FactId, LevelId, Place, Program};
use tiaoli_eval::table::Id;
use tiaoli_source::Span;

/// Every name that a golden case may use, with the ids of the joint program. Defined names stand behind its facts.
pub(crate) fn for_cases<'a>(own: &Dictionary<'a>, program: &Program, own_facts: usize) -> Dictionary<'a> {
    let mut joint = Dictionary::default();
    joint.levels = program.levels.clone();
    joint.enums = program.enums.clone();
    joint.facts = program.facts.clone();
    joint.places = program.facts.ids().map(|fact| own.places.get(fact).copied().unwrap_or_default()).collect();
    let mut moved: BTreeMap<FactId, FactId> = BTreeMap::new();
    for definition in &own.definitions {
        let Some(fact) = own.facts.get(definition.fact) else { continue };
        moved.insert(definition.fact, joint.facts.push(fact.clone()));
        joint.places.push(own.places.get(definition.fact).copied().unwrap_or(Span::default()));
    }
    let place = |fact: FactId| match moved.get(&fact) {
        Some(fact) => Some(*fact),
        None => (fact.index() < own_facts).then_some(fact),
    };
    joint.definitions = own.definitions.clone();
    for definition in &mut joint.definitions {
        if let Some(fact) = place(definition.fact) {
            definition.fact = fact;
        }
    }
    let read = own.history.iter().filter(|it| it.list.index() < own_facts);
    joint.history = read.copied().collect();
    for (name, facts) in &own.names {
        let facts: Vec<FactId> = facts.iter().filter_map(|fact| place(*fact)).collect();
        joint.names.insert(name.clone(), facts);
    }
    joint.entities.clone_from(&own.entities);
    let theirs =
        program.facts.iter().filter(|(_, fact)| !matches!(fact.written, tiaoli_eval::program::Written::Payment(_)));
    for (id, fact) in theirs {
        let name = &fact.name;
        for text in std::iter::once(&name.zh).chain(&name.also).chain(&name.in_full) {
            joint.names.entry(text.clone()).or_insert_with(|| vec![id]);
        }
    }
    let lists = program.levels.iter().filter(|(_, level)| matches!(level.place, Place::List(_)));
    for (id, level) in lists.filter(|(id, _)| !is_payment(program, *id)) {
        for text in std::iter::once(&level.name.zh).chain(&level.name.also) {
            joint.entities.entry(text.clone()).or_insert(id);
        }
    }
    joint
}

fn is_payment(program: &Program, level: LevelId) -> bool {
    let Some(Place::List(fact)) = program.levels.get(level).map(|it| it.place) else { return false };
    let written = program.facts.get(fact).map(|it| it.written);
    matches!(written, Some(tiaoli_eval::program::Written::Payment(_)))
}
