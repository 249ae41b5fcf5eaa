//! The first so many rows of a list, and how many different ones there are.

use super::Context;
use super::expression::{Typed, quantity_type, type_of};
use crate::resolve::{Found, figure, unit_named};
use tiaoli_eval::program::{FactId, LevelId, Place, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{Bound, BoundWord, Expression, ExpressionKind, First, Name};

/// 员工 前10人 reads as a comparison; where 员工 is a list it means the first rows.
pub(crate) fn of_list(dictionary: &crate::resolve::Dictionary<'_>, left: &Expression, bound: &Bound) -> Option<First> {
    let (ExpressionKind::Name(name), ExpressionKind::Quantity(count)) = (&left.kind, &bound.value.kind) else {
        return None;
    };
    let level = dictionary.entity(&name.text)?;
    let list = matches!(dictionary.levels.get(level)?.place, Place::List(_));
    (list && bound.word == BoundWord::First && dictionary.fact(&name.text) == Found::Nothing).then(|| First {
        order: None,
        count: count.clone(),
        tied: None,
        span: bound.span,
    })
}

/// The rows of a list: of an entity, or the values of a fact.
pub(super) fn rows(context: &mut Context<'_, '_>, of: &Expression) -> Option<Typed> {
    match &of.kind {
        ExpressionKind::Name(name) if context.resolved.dictionary.entity(&name.text).is_some() => {
            let level = context.resolved.dictionary.entity(&name.text)?;
            let list = super::expression::list_of(context, level, name.span)?;
            Some(Typed { ty: Ty::Truth, list: Some(list) })
        }
        _ => {
            let typed = type_of(context, of)?;
            if typed.list.is_none() {
                context.problem(Diagnostic::new(Code::NOT_A_LIST).at(of.span));
                return None;
            }
            Some(typed)
        }
    }
}

/// The order, the number and the ties of 前10名.
pub(super) fn first(context: &mut Context<'_, '_>, level: LevelId, first: &First) {
    if figure(&first.count).is_none_or(|it| it.scale != 0 || it.value < 1) {
        context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(first.count.span));
    }
    match (&first.order, first.tied) {
        (None, Some(_)) => context.problem(Diagnostic::new(Code::TIES_WITHOUT_ORDER).at(first.span)),
        (Some(_), None) => {
            context.problem(Diagnostic::new(Code::TIES_UNSAID).at(first.span).arg("count", &first.count.digits));
        }
        _ => {}
    }
    let Some((key, _)) = &first.order else { return };
    let Some(fact) = context.fact(key) else { return };
    let it = context.resolved.dictionary.facts.get(fact);
    if it.is_none_or(|it| it.level != level || !matches!(it.ty, Ty::Number { .. } | Ty::Date)) {
        context.problem(Diagnostic::new(Code::NO_ORDER).at(key.span).arg("name", &key.text));
    }
}

/// 员工（C）按 月薪 由高到低 前10名, of the row at hand.
pub(super) fn ranked(context: &mut Context<'_, '_>, of: &Expression, it: &First) {
    let outside = context.at;
    let Some(Typed { list: Some(level), .. }) = from_above(context, of) else { return };
    first(context, level, it);
    context.at = outside;
    if !context.in_reach(level) {
        context.problem(Diagnostic::new(Code::RANKED_WHERE).at(of.span));
    }
}

/// The rows of a list as the level above sees them, whatever row is at hand.
fn from_above(context: &mut Context<'_, '_>, of: &Expression) -> Option<Typed> {
    let (ExpressionKind::Name(name) | ExpressionKind::Filtered(name, _)) = &of.kind else {
        context.problem(Diagnostic::new(Code::NOT_A_LIST).at(of.span));
        return None;
    };
    let dictionary = &context.resolved.dictionary;
    let level = dictionary.entity(&name.text)?;
    let parent = dictionary.levels.get(level)?.parent?;
    let outside = std::mem::replace(&mut context.at, parent);
    let typed = rows(context, of);
    context.at = outside;
    typed
}

/// 不重复人数（按 身份证号）
pub(super) fn distinct(
    context: &mut Context<'_, '_>,
    of: &Expression,
    by: Option<&Name>,
    unit: Option<&'static str>,
    span: Span,
) -> Option<Typed> {
    let typed = rows(context, of)?;
    let level = typed.list?;
    let fact = match by {
        Some(name) => Some(context.fact(name)?),
        None => context.resolved.dictionary.levels.get(level).and_then(|it| it.same_by),
    };
    if let Some(fact) = fact {
        context.used.insert(fact);
    }
    if fact.is_none_or(|fact| !is_key(context, fact, level)) {
        context.problem(Diagnostic::new(Code::DISTINCT_BY_WHAT).at(span));
        return None;
    }
    let unit = unit.map_or_else(Unit::none, unit_named);
    Some(Typed { ty: Ty::Number { unit, scale: 0 }, list: None })
}

fn is_key(context: &Context<'_, '_>, fact: FactId, level: LevelId) -> bool {
    context.resolved.dictionary.facts.get(fact).is_some_and(|it| it.ty == Ty::Key && it.level == level)
}

/// 最大值（无则 0元）
pub(super) fn or_else(context: &mut Context<'_, '_>, of: &Expression, otherwise: &Expression) -> Option<Typed> {
    let typed = rows(context, of)?;
    let other = match &otherwise.kind {
        ExpressionKind::Quantity(quantity) => quantity_type(context, quantity)?,
        _ => type_of(context, otherwise)?.ty,
    };
    match (&typed.ty, &other) {
        (Ty::Number { unit: left, scale: a }, Ty::Number { unit: right, scale: b }) if left == right => {
            Some(Typed { ty: Ty::Number { unit: left.clone(), scale: *a.max(b) }, list: None })
        }
        (Ty::Date, Ty::Date) => Some(Typed { ty: Ty::Date, list: None }),
        (Ty::Number { unit: left, .. }, Ty::Number { unit: right, .. }) => {
            let problem = Diagnostic::new(Code::UNITS_DIFFER).at(otherwise.span);
            let shown = super::expression::shown;
            context.problem(problem.arg("left", shown(left)).arg("right", shown(right)));
            None
        }
        _ => {
            context.problem(Diagnostic::new(Code::NOT_COMPARABLE).at(otherwise.span));
            None
        }
    }
}
