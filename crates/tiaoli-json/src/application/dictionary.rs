//! The names that stand in each object of an application.

use crate::keys;
use crate::near::near;
use crate::problem::Problem;
use std::collections::BTreeMap;
use tiaoli_eval::program::{FactId, LevelId, Name, Op, Place, Program, Written};
use tiaoli_eval::table::Table;

/// For each level of a program, what its objects can say.
#[derive(Debug)]
pub(crate) struct Dictionary<'p> {
    program: &'p Program,
    levels: Table<LevelId, OfLevel<'p>>,
}

/// What an object of one level can say.
#[derive(Debug, Default)]
pub(super) struct OfLevel<'p> {
    by_name: BTreeMap<&'p str, Entry>,
    names: Vec<&'p str>,
    /// The facts that have a slot in each row.
    pub(super) facts: Vec<FactId>,
    /// The levels below, in order.
    pub(super) lists: Vec<LevelId>,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Entry {
    /// A fact of the row.
    Fact(FactId),
    /// The rows of a level below.
    List(LevelId),
}

impl<'p> Dictionary<'p> {
    pub(crate) fn new(program: &'p Program) -> Self {
        let mut levels: Table<LevelId, OfLevel<'p>> = program.levels.ids().map(|_| OfLevel::default()).collect();
        let mut below: BTreeMap<FactId, LevelId> = BTreeMap::new();
        for (id, level) in program.levels.iter() {
            if let Place::List(fact) | Place::Values(fact) = level.place {
                if is_payment(program, fact) {
                    continue;
                }
                below.insert(fact, id);
                if let Some(parent) = level.parent.and_then(|parent| levels.get_mut(parent)) {
                    parent.lists.push(id);
                }
            }
        }
        for (id, fact) in program.facts.iter().filter(|(id, _)| !is_payment(program, *id)) {
            if let Some(level) = levels.get_mut(fact.level) {
                level.facts.push(id);
            }
            // A fact that stands for a list is a key of the object above the list.
            let list = below.get(&id).copied();
            let home = list.map_or(Some(fact.level), |list| program.levels.get(list).and_then(|it| it.parent));
            if let Some(level) = home.and_then(|home| levels.get_mut(home)) {
                level.name(&fact.name, list.map_or(Entry::Fact(id), Entry::List));
            }
        }
        Self { program, levels }
    }

    pub(super) fn level(&self, level: LevelId) -> Option<&OfLevel<'p>> {
        self.levels.get(level)
    }

    /// Whether a fact, or the list that it stands for, is a key in the objects of `level`.
    pub(crate) fn stands_in(&self, fact: FactId, level: LevelId) -> bool {
        let entry = self.program.facts.get(fact).and_then(|it| self.levels.get(level)?.find(&it.name.alias));
        match entry {
            Some(Entry::Fact(known)) => known == fact,
            Some(Entry::List(list)) => {
                let place = self.program.levels.get(list).map(|it| it.place);
                place == Some(Place::List(fact)) || place == Some(Place::Values(fact))
            }
            None => false,
        }
    }

    /// The level of a place that occurs once.
    pub(crate) fn at(&self, place: Place) -> Option<LevelId> {
        self.program.levels.iter().find(|(_, level)| level.place == place).map(|(id, _)| id)
    }

    /// What is to be said of `key`, which means nothing in an object of `level` with the keys `own` of the shape.
    pub(super) fn unknown(&self, key: &str, level: Option<LevelId>, own: &[&'static str]) -> Problem {
        if let Some((id, defined)) = self.program.definitions.iter().find(|(_, it)| it.name.is(key)) {
            let nodes = self.program.nodes.iter().filter(|(_, node)| node.op == Op::Defined(id)).map(|(node, _)| node);
            let facts = self.program.facts_under(nodes);
            let alias = |fact: FactId| Some(self.program.facts.get(fact)?.name.alias.clone());
            let facts = facts.into_iter().filter_map(alias).collect();
            return Problem::DefinitionGiven { name: defined.name.zh.clone(), facts };
        }
        let here = level.and_then(|level| self.levels.get(level)).map(|it| it.names.as_slice()).unwrap_or_default();
        let near = near(key, own.iter().copied().chain(here.iter().copied()));
        Problem::UnknownKey { key: key.to_owned(), belongs: self.home(key), near }
    }

    /// The object that knows `key`, where there is one.
    fn home(&self, key: &str) -> Option<String> {
        if keys::OF_APPLICATION.contains(&key) {
            return Some("`$`".to_owned());
        }
        let known = self.levels.iter().find(|(_, level)| level.by_name.contains_key(key)).map(|(id, _)| self.path(id));
        let project = || keys::OF_PROJECT.contains(&key).then(|| format!("$.{}[]", keys::PROJECTS));
        known.or_else(project).map(|path| format!("`{path}`"))
    }

    fn path(&self, level: LevelId) -> String {
        let Some(it) = self.program.levels.get(level) else { return String::new() };
        match it.place {
            Place::Application => "$".to_owned(),
            Place::Applicant => format!("$.{}", keys::APPLICANT),
            Place::Project => format!("$.{}[].{}", keys::PROJECTS, keys::FACTS),
            Place::List(fact) | Place::Values(fact) => {
                let parent = it.parent.map(|parent| self.path(parent)).unwrap_or_default();
                let name = self.program.facts.get(fact).map(|fact| fact.name.alias.as_str()).unwrap_or_default();
                format!("{parent}.{name}[]")
            }
        }
    }
}

/// Whether a fact is read off the earlier payments, and so never written.
pub(crate) fn is_payment(program: &Program, fact: FactId) -> bool {
    program.facts.get(fact).is_some_and(|fact| matches!(fact.written, Written::Payment(_)))
}

impl<'p> OfLevel<'p> {
    pub(super) fn find(&self, key: &str) -> Option<Entry> {
        self.by_name.get(key).copied()
    }

    fn name(&mut self, name: &'p Name, entry: Entry) {
        for spelling in spellings(name) {
            self.by_name.entry(spelling).or_insert(entry);
            self.names.push(spelling);
        }
    }
}

/// Every name by which something may be written, the alias first.
pub(crate) fn spellings(name: &Name) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    let long = name.in_full.as_deref();
    for spelling in [name.alias.as_str(), &name.zh].into_iter().chain(name.also.iter().map(String::as_str)).chain(long)
    {
        if !spelling.is_empty() && !all.contains(&spelling) {
            all.push(spelling);
        }
    }
    all
}
