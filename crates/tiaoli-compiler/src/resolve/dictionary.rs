//! The dictionary: entities as levels, enumerations, facts, and what each name means. `vocabulary` builds it.

use super::definition::{Deemed, Defined};
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::program::{Absence, EnumId, Enumeration, Fact, FactId, Level, LevelId, Place, Written};
use tiaoli_eval::table::{Id, Table};
use tiaoli_eval::workdays::Calendar;
use tiaoli_source::Span;
use tiaoli_syntax::ast;

/// What the names of a package mean.
#[derive(Debug, Default)]
pub struct Dictionary<'a> {
    /// Application, applicant, project, then lists.
    pub levels: Table<LevelId, Level>,
    /// Ladders, then enumerations written in place.
    pub enums: Table<EnumId, Enumeration>,
    /// The facts in the order declared.
    pub facts: Table<FactId, Fact>,
    /// Where each fact is declared.
    pub places: Table<FactId, Span>,
    /// `= A ÷ B`: the two facts that a share is the ratio of.
    pub ratios: BTreeMap<FactId, (FactId, FactId)>,
    /// What makes input impossible: the fact whose line says so, and the condition.
    pub constraints: Vec<(FactId, &'a ast::Condition)>,
    /// How many of the facts are input; those behind them are defined.
    pub inputs: usize,
    /// What the policy defines.
    pub definitions: Vec<Defined<'a>>,
    /// The defined names of which a problem was reported; what only follows from it is not said.
    pub broken: BTreeSet<FactId>,
    /// What it deems.
    pub deemings: Vec<Deemed<'a>>,
    /// The lists of earlier payments that rules can read.
    pub history: Vec<super::History>,
    /// 参数 by date: the figures of each period, first to last.
    pub parameters: BTreeMap<FactId, Vec<Held>>,
    /// 参数 工作日: which days are worked; `None` where no package says.
    pub calendar: Option<Calendar>,
    pub(crate) names: BTreeMap<String, Vec<FactId>>,
    pub(crate) entities: BTreeMap<String, LevelId>,
    pub(super) ladders: BTreeMap<String, EnumId>,
}

/// The figure of a parameter from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The first day, as a day number.
    pub from: i32,
    /// The last day; `None` until the next period begins, or without end for the last.
    pub until: Option<i32>,
    /// The figure, in the scale of the parameter's type.
    pub value: i128,
}

/// What a name in a rule means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// One fact.
    One(FactId),
    /// Several facts have this other name.
    Several,
    /// Nothing has it.
    Nothing,
}

/// The application's own level.
pub(super) const APPLICATION: &str = "application";
/// The applicant's level.
pub const APPLICANT: &str = "applicant";
/// The level of projects.
pub(super) const PROJECT: &str = "project";

impl<'a> Dictionary<'a> {
    /// What the policy says of a defined name; `None` for a fact that is input.
    #[must_use]
    pub fn defined(&self, fact: FactId) -> Option<&Defined<'a>> {
        self.definitions.iter().find(|it| it.fact == fact)
    }

    /// Where a short name or an alias is already declared.
    pub(super) fn declared_at(&self, name: &str, alias: &str) -> Option<Span> {
        let taken = |it: &Fact| it.name.zh == name || it.name.alias == alias || it.name.is(name);
        let (fact, _) = self.facts.iter().find(|(_, it)| taken(it))?;
        self.places.get(fact).copied()
    }

    /// The fact that a rule means by `name`.
    #[must_use]
    pub fn fact(&self, name: &str) -> Found {
        match self.names.get(name).map(Vec::as_slice) {
            Some([one]) => Found::One(*one),
            Some(several) => {
                // A short name goes before another fact's other name.
                let mut own = several.iter().filter(|fact| self.facts.get(**fact).is_some_and(|it| it.name.zh == name));
                match (own.next(), own.next()) {
                    (Some(one), None) => Found::One(*one),
                    _ => Found::Several,
                }
            }
            None => Found::Nothing,
        }
    }

    /// The fact, if exactly one is meant.
    #[must_use]
    pub fn one(&self, name: &ast::Name) -> Option<FactId> {
        match self.fact(&name.text) {
            Found::One(fact) => Some(fact),
            Found::Several | Found::Nothing => None,
        }
    }

    /// The level that 每 X or 同一 X means.
    #[must_use]
    pub fn entity(&self, name: &str) -> Option<LevelId> {
        self.entities.get(name).copied()
    }

    /// Every name of an entity.
    pub fn entity_names(&self) -> impl Iterator<Item = &str> {
        self.entities.keys().map(String::as_str)
    }

    /// Every name of a fact.
    pub fn fact_names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The member of an enumeration that a name means.
    #[must_use]
    pub fn member(&self, of: EnumId, name: &str) -> Option<u8> {
        let at = self.enums.get(of)?.members.iter().position(|member| member.is(name))?;
        u8::try_from(at).ok()
    }

    /// The level with this alias, one of the three that every application has.
    #[must_use]
    pub fn level(&self, alias: &str) -> Option<LevelId> {
        self.levels.iter().find(|(_, level)| level.name.alias == alias).map(|(id, _)| id)
    }

    /// The level of projects.
    #[must_use]
    pub fn project(&self) -> LevelId {
        LevelId::from_index(2)
    }

    /// The year that a yearly limit counts in where it names none: the fact that the year of evaluation stands in for.
    #[must_use]
    pub fn default_year(&self) -> Option<FactId> {
        self.facts.iter().find(|(_, it)| it.absence == Absence::YearOfEvaluation).map(|(id, _)| id)
    }

    /// For a list fact or any other, the level whose rows carry it: the parent of a list's own level.
    #[must_use]
    pub fn owner(&self, fact: FactId) -> Option<LevelId> {
        let fact = self.facts.get(fact)?;
        let level = self.levels.get(fact.level)?;
        match level.place {
            Place::Values(_) => level.parent,
            Place::List(_) if fact.written == Written::Rows => level.parent,
            _ => Some(fact.level),
        }
    }
}
