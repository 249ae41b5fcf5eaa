//! Definitions: none rests on itself, each has one type, speaks of one sort of row and leaves no case out.

mod cases;
mod order;

pub(crate) use cases::ladder_of;
pub(crate) use order::{rests_on, under};

use super::expression::type_of;
use super::{Context, condition, no_zip};
use crate::resolve::Resolved;
use crate::resolve::mentions::Use;
use cases::by_case;
use order::order;
use std::collections::BTreeSet;
use tiaoli_eval::program::{FactId, LevelId, Place, Ty, Unit, Written};
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast::{self, Condition, ConditionKind, Expression, ExpressionKind, MeaningKind};

/// Checks every definition and deeming in an order in which each rests on those before it, and enters their types.
pub(super) fn settle(resolved: &mut Resolved<'_>, used: &mut BTreeSet<FactId>, problems: &mut Problems) {
    let (order, circles) = order(resolved, problems);
    used.extend(&circles);
    resolved.dictionary.broken.extend(circles);
    for fact in order {
        let Some(found) = typed(resolved, fact, used, problems) else {
            resolved.dictionary.broken.insert(fact);
            continue;
        };
        if let Some(it) = resolved.dictionary.facts.get_mut(fact) {
            (it.level, it.ty, it.written) = (found.level, found.ty.clone(), written(&found.ty));
        }
    }
    gone(resolved, problems);
    deemings(resolved, used, problems);
}

struct Found {
    level: LevelId,
    ty: Ty,
}

/// The level and the type of one definition; every meaning must have the same.
fn typed(resolved: &Resolved<'_>, fact: FactId, used: &mut BTreeSet<FactId>, problems: &mut Problems) -> Option<Found> {
    let defined = resolved.dictionary.defined(fact)?;
    let inferred = level(resolved, fact);
    let mut context = Context {
        resolved,
        problems,
        at: inferred,
        clause: String::new(),
        unruled: Vec::new(),
        reads_awards: false,
        used,
    };
    if let Some(per) = defined.per {
        match resolved.dictionary.entity(&per.text) {
            None => super::award::unknown_entity(&mut context, per),
            Some(at) => {
                context.at = at;
                if context.in_reach(inferred) {
                    // 每 X of rows below those of its facts: it has a value for each of them all the same.
                } else {
                    let row = resolved.dictionary.levels.get(inferred).map_or("", |it| it.name.zh.as_str());
                    let name = resolved.dictionary.facts.get(fact).map_or("", |it| it.name.zh.as_str());
                    context.problem(
                        Diagnostic::new(Code::DEFINITION_LEVEL)
                            .at(per.span)
                            .arg("name", name)
                            .arg("row", row)
                            .arg("per", &per.text),
                    );
                    context.at = inferred;
                }
            }
        }
    }
    let mut found: Option<Ty> = None;
    for meaning in &defined.meanings {
        context.clause =
            resolved.document.clauses.get(clause_index(meaning.clause)).map_or(String::new(), |it| it.id.to_string());
        let ty = one(&mut context, meaning.sentence)?;
        found = Some(match found {
            None => ty,
            Some(first) => match joined(&first, &ty) {
                Some(ty) => ty,
                None => {
                    let name = &meaning.sentence.name;
                    context.problem(Diagnostic::new(Code::VALUES_DIFFER).at(name.span).arg("name", &name.text));
                    first
                }
            },
        });
    }
    Some(Found { level: context.at, ty: found? })
}

fn clause_index(clause: tiaoli_eval::program::ClauseId) -> usize {
    use tiaoli_eval::table::Id;
    clause.index()
}

/// The deepest rows that the facts of a definition belong to; those of projects where it names none.
fn level(resolved: &Resolved<'_>, fact: FactId) -> LevelId {
    let dictionary = &resolved.dictionary;
    let depth = |level: LevelId| {
        std::iter::successors(Some(level), |level| dictionary.levels.get(*level).and_then(|it| it.parent)).count()
    };
    let mut deepest: Option<LevelId> = None;
    for (fact, how) in under(dictionary, fact) {
        let Some(level) = dictionary.facts.get(fact).map(|it| it.level) else { continue };
        let place = dictionary.levels.get(level).map(|it| (it.place, it.parent));
        let level = match (how, place) {
            (Use::Inside, _) => continue,
            (_, Some((Place::Values(_), Some(parent)))) | (Use::Rows, Some((Place::List(_), Some(parent)))) => parent,
            _ => level,
        };
        if deepest.is_none_or(|known| depth(level) > depth(known)) {
            deepest = Some(level);
        }
    }
    deepest.unwrap_or_else(|| dictionary.project())
}

/// The type of what one sentence says.
fn one(context: &mut Context<'_, '_>, meaning: &ast::Meaning) -> Option<Ty> {
    match &meaning.kind {
        MeaningKind::Truth(Condition { kind: ConditionKind::Holds(name), .. }) => {
            let value = Expression { kind: ExpressionKind::Name(name.clone()), span: name.span };
            single(context, &value)
        }
        MeaningKind::Truth(it) => {
            condition::check(context, it);
            no_zip(context, it);
            Some(Ty::Truth)
        }
        MeaningKind::Value(it) => single(context, it),
        MeaningKind::ByCase(cases, values) => by_case(context, meaning, cases, values),
    }
}

fn single(context: &mut Context<'_, '_>, it: &Expression) -> Option<Ty> {
    let typed = type_of(context, it)?;
    if typed.list.is_some() {
        context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(it.span));
        return None;
    }
    Some(typed.ty)
}

/// What both types are; `None` where they are of two kinds.
fn joined(a: &Ty, b: &Ty) -> Option<Ty> {
    match (a, b) {
        (Ty::Number { unit, scale }, Ty::Number { unit: other, scale: places }) => {
            (unit == other).then(|| Ty::Number { unit: unit.clone(), scale: *scale.max(places) })
        }
        _ => (a == b).then(|| a.clone()),
    }
}

/// How a value of a type would be written.
fn written(ty: &Ty) -> Written {
    match ty {
        Ty::Truth => Written::Boolean,
        Ty::Date => Written::Date,
        Ty::Key => Written::Key,
        Ty::Member(_) => Written::Member,
        Ty::Number { unit, scale } if *unit == Unit::yuan() && *scale <= 2 => Written::Money,
        Ty::Number { unit, scale: 0 } if *unit == Unit::base("年") => Written::Year,
        Ty::Number { unit, .. } if *unit == Unit::none() => Written::Percent,
        Ty::Number { scale: 0, .. } => Written::Whole,
        Ty::Number { scale, .. } => Written::Decimal(*scale),
    }
}

/// A reading that replaces a definition says what the name means then.
fn gone(resolved: &Resolved<'_>, problems: &mut Problems) {
    for defined in &resolved.dictionary.definitions {
        let Some(first) = defined.meanings.first() else { continue };
        for option in defined.meanings.iter().flat_map(|it| &it.when.none).collect::<BTreeSet<_>>() {
            let says = defined.meanings.iter().any(|it| it.when.all.contains(option));
            if let (false, Some(it)) = (says, resolved.options.get(*option)) {
                let reading = resolved.readings.get(it.reading).map_or("", |it| it.id.as_str());
                problems.push(
                    Diagnostic::new(Code::DEFINITION_GONE)
                        .at(first.sentence.name.span)
                        .arg("name", &first.sentence.name.text)
                        .arg("option", format!("{reading} {}", it.id)),
                );
            }
        }
    }
}

/// Deemings: a truth counts as holding, or a fact as one of its members.
fn deemings(resolved: &Resolved<'_>, used: &mut BTreeSet<FactId>, problems: &mut Problems) {
    for it in &resolved.dictionary.deemings {
        let Some(fact) = resolved.dictionary.facts.get(it.fact) else { continue };
        let clause = resolved
            .document
            .clauses
            .get(clause_index(it.deeming.clause))
            .map_or(String::new(), |it| it.id.to_string());
        let mut context =
            Context { resolved, problems, at: fact.level, clause, unruled: Vec::new(), reads_awards: false, used };
        let deeming = it.deeming.sentence;
        condition::check(&mut context, &deeming.condition);
        no_zip(&mut context, &deeming.condition);
        match (&deeming.of, &fact.ty) {
            (None, Ty::Truth) => {}
            (Some(of), Ty::Member(kind)) => {
                if resolved.dictionary.member(*kind, &deeming.deemed.text).is_none() {
                    super::ladder::unknown_member(&mut context, of, *kind, &deeming.deemed);
                }
            }
            (name, _) => {
                let name = name.as_ref().unwrap_or(&deeming.deemed);
                context.problem(Diagnostic::new(Code::CANNOT_BE_DEEMED).at(name.span).arg("name", &name.text));
            }
        }
    }
}

/// Every defined name that nothing uses.
pub(super) fn unused(resolved: &Resolved<'_>, used: &BTreeSet<FactId>, problems: &mut Problems) {
    if !resolved.whole {
        return;
    }
    for defined in resolved.dictionary.definitions.iter().filter(|it| !used.contains(&it.fact)) {
        if let Some(first) = defined.meanings.first() {
            let name = &first.sentence.name;
            problems.push(Diagnostic::new(Code::DEFINITION_UNUSED).at(name.span).arg("name", &name.text));
        }
    }
}
