//! Definitions to nodes: each is computed once, under its own name, with the meaning that it has under the readings at hand.

use super::builder::Builder;
use super::condition::{guards, lower as condition, present};
use super::expression::lower as expression;
use crate::check::definition::ladder_of;
use crate::resolve::Defined;
use crate::resolve::mentions::{self, Use};
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::program::{Absence, Definition, DefinitionId, FactId, NodeId, OptionId, ReadingId, Ty, When};
use tiaoli_eval::table::{Id, Table};
use tiaoli_syntax::ast::{Condition, ConditionKind, Expression, ExpressionKind, MeaningKind, Name};

/// The nodes of defined names so far, for the readings that they were made under.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<(FactId, Vec<OptionId>), NodeId>);

/// The value of a defined or deemed fact, on its own level; `None` for a fact that is only declared.
pub(super) fn value(builder: &mut Builder<'_, '_>, fact: FactId) -> Option<NodeId> {
    let resolved = builder.resolved;
    let defined = resolved.dictionary.defined(fact);
    let deemed = resolved.dictionary.deemings.iter().any(|it| it.fact == fact);
    if defined.is_none() && !deemed {
        return None;
    }
    let key = (fact, builder.asked.clone());
    if let Some(node) = builder.defined.0.get(&key) {
        return Some(*node);
    }
    let level = resolved.dictionary.facts.get(fact)?.level;
    let (at, span) = (std::mem::replace(&mut builder.at, level), builder.span);
    let plain = match defined {
        Some(defined) => meaning(builder, defined),
        None => {
            let declared = builder.declared(fact);
            match resolved.dictionary.facts.get(fact) {
                Some(it) if it.absence == Absence::None && it.ty == Ty::Truth => {
                    let given = builder.given(fact);
                    builder.all(vec![given, declared])
                }
                _ => declared,
            }
        }
    };
    let widened = widen(builder, fact, plain);
    let node = match defined.and(index(builder, fact)) {
        Some(definition) => builder.named(definition, widened),
        None => widened,
    };
    (builder.at, builder.span) = (at, span);
    builder.defined.0.insert(key, node);
    Some(node)
}

/// The place of a definition in the program.
fn index(builder: &Builder<'_, '_>, fact: FactId) -> Option<DefinitionId> {
    builder.resolved.dictionary.definitions.iter().position(|it| it.fact == fact).map(DefinitionId::from_index)
}

/// What a name means under the readings at hand.
fn meaning(builder: &mut Builder<'_, '_>, defined: &Defined<'_>) -> NodeId {
    let Some(it) = defined.meanings.iter().find(|it| it.applies(&builder.asked)) else { return builder.truth(false) };
    match &it.sentence.kind {
        MeaningKind::Truth(Condition { kind: ConditionKind::Holds(name), .. }) => {
            let Some(fact) = builder.resolved.dictionary.one(name) else { return builder.truth(false) };
            let value = builder.fact(fact);
            if builder.ty(value) == Ty::Truth { present(builder, &[fact], value) } else { value }
        }
        MeaningKind::Truth(it) => condition(builder, it),
        MeaningKind::Value(it) => expression(builder, it),
        MeaningKind::ByCase(cases, values) => by_case(builder, &it.sentence.name, cases, values),
    }
}

/// The value of the class that applies; the classes leave nothing out, so the last needs no test.
fn by_case(builder: &mut Builder<'_, '_>, name: &Name, cases: &Condition, values: &[Expression]) -> NodeId {
    let mut guards = guards(builder, cases);
    guards.truncate(values.len());
    let mut values: Vec<NodeId> = values.iter().map(|it| class_value(builder, name, values, it)).collect();
    guards.pop();
    match values.pop() {
        Some(last) => builder.choose(guards.into_iter().zip(values).collect(), last),
        None => builder.truth(false),
    }
}

fn class_value(builder: &mut Builder<'_, '_>, name: &Name, all: &[Expression], value: &Expression) -> NodeId {
    let dictionary = &builder.resolved.dictionary;
    if let ExpressionKind::Name(member) = &value.kind
        && dictionary.one(member).is_none()
    {
        let named = |it: &'_ Expression| match &it.kind {
            ExpressionKind::Name(name) => Some(name.clone()),
            _ => None,
        };
        let members: Vec<Name> = all.iter().filter_map(named).collect();
        let members: Vec<&Name> = members.iter().collect();
        let of = ladder_of(dictionary, &name.text, &members);
        if let Some((of, at)) = of.and_then(|of| Some((of, dictionary.member(of, &member.text)?))) {
            return builder.member(of, at);
        }
    }
    expression(builder, value)
}

/// 视为: where one of its cases holds, the fact counts as holding, or as that member.
fn widen(builder: &mut Builder<'_, '_>, fact: FactId, plain: NodeId) -> NodeId {
    let resolved = builder.resolved;
    let mut node = plain;
    for it in resolved.dictionary.deemings.iter().filter(|it| it.fact == fact) {
        if !it.deeming.applies(&builder.asked) {
            continue;
        }
        let case = condition(builder, &it.deeming.sentence.condition);
        node = match builder.ty(plain) {
            Ty::Member(of) => match resolved.dictionary.member(of, &it.deeming.sentence.deemed.text) {
                Some(member) => {
                    let member = builder.member(of, member);
                    builder.choose(vec![(case, member)], node)
                }
                None => node,
            },
            _ => builder.any(vec![node, case]),
        };
    }
    node
}

/// The definitions of the program.
pub(super) fn table(builder: &Builder<'_, '_>) -> Table<DefinitionId, Definition> {
    let dictionary = &builder.resolved.dictionary;
    let one = |defined: &Defined<'_>| {
        let fact = dictionary.facts.get(defined.fact)?;
        let clause = defined.meanings.first()?.clause;
        Some(Definition { name: fact.name.clone(), level: fact.level, ty: fact.ty.clone(), clause })
    };
    dictionary.definitions.iter().filter_map(one).collect()
}

/// The readings under which the names of a sentence differ in meaning: each combination that can be asked for, with when
/// it applies. One combination, of no reading, where no name differs.
pub(super) fn worlds(builder: &Builder<'_, '_>, names: &BTreeSet<FactId>) -> Vec<(When, Vec<OptionId>)> {
    let resolved = builder.resolved;
    let mut by_reading: BTreeMap<ReadingId, BTreeSet<OptionId>> = BTreeMap::new();
    let mut seen: BTreeSet<FactId> = BTreeSet::new();
    let mut open: Vec<FactId> = names.iter().copied().collect();
    while let Some(fact) = open.pop() {
        if !seen.insert(fact) {
            continue;
        }
        let meanings = resolved.dictionary.defined(fact).into_iter().flat_map(|it| &it.meanings).map(|it| it.place().1);
        let deemings = resolved.dictionary.deemings.iter().filter(|it| it.fact == fact).map(|it| it.deeming.place().1);
        for option in meanings.chain(deemings).flat_map(|when| when.all.iter().chain(&when.none)) {
            if let Some(it) = resolved.options.get(*option) {
                by_reading.entry(it.reading).or_default().insert(*option);
            }
        }
        open.extend(crate::check::definition::under(&resolved.dictionary, fact).into_iter().map(|(fact, _)| fact));
    }
    let mut worlds = vec![(When::default(), Vec::new())];
    for options in by_reading.into_values() {
        let base = When { all: Vec::new(), none: options.iter().copied().collect() };
        let asked = options.iter().map(|option| (When { all: vec![*option], none: Vec::new() }, Some(*option)));
        let choices: Vec<(When, Option<OptionId>)> = std::iter::once((base, None)).chain(asked).collect();
        worlds = worlds
            .iter()
            .flat_map(|(when, so_far): &(When, Vec<OptionId>)| {
                choices.iter().filter_map(move |(more, option)| {
                    let mut asked = so_far.clone();
                    asked.extend(option);
                    asked.sort_unstable();
                    Some((when.and(more)?, asked))
                })
            })
            .collect();
    }
    worlds
}

/// The facts and defined names that a condition mentions.
pub(super) fn names_of(builder: &Builder<'_, '_>, condition: &Condition) -> BTreeSet<FactId> {
    let mut names = BTreeSet::new();
    mentions::condition(condition, Use::Value, &mut |name, _| names.extend(builder.resolved.dictionary.one(name)));
    names
}

/// The same of an expression.
pub(super) fn names_in(builder: &Builder<'_, '_>, expression: &Expression) -> BTreeSet<FactId> {
    let mut names = BTreeSet::new();
    mentions::expression(expression, Use::Value, &mut |name, _| names.extend(builder.resolved.dictionary.one(name)));
    names
}
