//! Types of expressions: units must agree, lists must be folded.

use super::{Context, condition, outcome, rivalry, rounding, time};
use crate::resolve::{Resolved, figure, unit_named};
use tiaoli_eval::program::{LevelId, Place, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{Expression, ExpressionKind, FoldWord, Operator, Quantity, Versus};

/// The type of an expression, and the list level where it has a value for each row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) ty: Ty,
    pub(super) list: Option<LevelId>,
}

impl Typed {
    fn plain(ty: Ty) -> Self {
        Self { ty, list: None }
    }
}

/// The type of an expression, or `None` where a problem was reported.
pub(super) fn type_of(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Typed> {
    match &expression.kind {
        ExpressionKind::Quantity(quantity) => quantity_type(context, quantity).map(Typed::plain),
        ExpressionKind::Date(date) => {
            if tiaoli_eval::date::Date::new(date.year, date.month, date.day).is_none() {
                context.problem(Diagnostic::new(Code::NO_SUCH_DATE).at(date.span));
            }
            Some(Typed::plain(Ty::Date))
        }
        ExpressionKind::PaidOut(ids) => {
            ids.iter().for_each(|id| rivalry::award_named(context, id));
            Some(Typed::plain(Ty::Number { unit: Unit::yuan(), scale: 2 }))
        }
        ExpressionKind::AmountOf(id) => outcome::amount(context, id).map(Typed::plain),
        ExpressionKind::Name(name) => {
            let fact = context.fact(name)?;
            let it = context.resolved.dictionary.facts.get(fact)?;
            let list = (!context.in_reach(it.level)).then_some(it.level);
            Some(Typed { ty: it.ty.clone(), list })
        }
        ExpressionKind::Binary(operator, left, right) => binary(context, *operator, left, right, expression.span),
        ExpressionKind::Share(of, rate) => {
            let of = number(context, of)?;
            share(context, rate)?;
            Some(scaled(&of))
        }
        ExpressionKind::ShareRange(of, from, to) => {
            let of = number(context, of)?;
            let (from, to) = (share(context, from)?, share(context, to)?);
            if from >= to {
                context.problem(Diagnostic::new(Code::RANGE_TURNED).at(expression.span));
            }
            Some(scaled(&of))
        }
        ExpressionKind::SumRange(from, to) => {
            let (low, high) = (quantity_type(context, from)?, quantity_type(context, to)?);
            let at = |it: &Quantity| figure(it).and_then(|it| tiaoli_eval::number::rescale(it.value, it.scale, 6));
            if at(from) >= at(to) {
                context.problem(Diagnostic::new(Code::RANGE_TURNED).at(expression.span));
            }
            match (low, high) {
                (Ty::Number { unit, scale }, Ty::Number { unit: other, scale: places }) if unit == other => {
                    Some(Typed::plain(Ty::Number { unit, scale: scale.max(places) }))
                }
                _ => {
                    context.problem(Diagnostic::new(Code::NOT_COMPARABLE).at(expression.span));
                    None
                }
            }
        }
        ExpressionKind::Fold(how, of) => fold(context, *how, of, expression.span),
        ExpressionKind::History { whose, ids, year } => {
            super::history::check(context, *whose, ids, year.as_ref(), expression.span)
        }
        ExpressionKind::FoldOr(_, of, otherwise) => super::first::or_else(context, of, otherwise),
        ExpressionKind::Distinct { of, by, unit } => {
            super::first::distinct(context, of, by.as_ref(), *unit, expression.span)
        }
        ExpressionKind::Taken(of, first) => {
            let typed = super::first::rows(context, of)?;
            super::first::first(context, typed.list?, first);
            Some(typed)
        }
        ExpressionKind::Extreme { of, .. } => super::extreme::several(context, of),
        ExpressionKind::Excess { of, over, each } => excess(context, of, over, *each, expression.span),
        ExpressionKind::Filtered(name, filter) => filtered(context, name, filter),
        ExpressionKind::Rounded(of, how) => rounding::rounded(context, of, how),
        ExpressionKind::PerFull(of, each) => rounding::per_full(context, of, each),
        ExpressionKind::AsOf => Some(Typed::plain(Ty::Date)),
        ExpressionKind::Dated(name, on) => time::dated(context, name, on),
        ExpressionKind::Moved { from, by, .. } => time::moved(context, from, by),
        ExpressionKind::Elapsed { from, to, counted } => {
            time::elapsed(context, from, to, counted.as_ref(), expression.span)
        }
        ExpressionKind::Versus(Versus::Increase | Versus::Decrease, of, base) => {
            rounding::versus(context, of, base, expression.span)
        }
        ExpressionKind::Versus(Versus::Growth | Versus::Fall, ..) => {
            context.problem(Diagnostic::new(Code::DIVISION_WITHOUT_ROUNDING).at(expression.span));
            None
        }
        ExpressionKind::YearOf(of) => {
            let list = time::date(context, of)?;
            Some(Typed { ty: Ty::Number { unit: Unit::base("年"), scale: 0 }, list })
        }
    }
}

/// A number's type, or a problem for anything else.
pub(super) fn number(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Typed> {
    let typed = type_of(context, expression)?;
    if matches!(typed.ty, Ty::Number { .. }) {
        return Some(typed);
    }
    context.problem(Diagnostic::new(Code::NOT_A_NUMBER).at(expression.span));
    None
}

/// A number that is one value, not one for each row of a list.
pub(super) fn single(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Ty> {
    let typed = number(context, expression)?;
    if typed.list.is_some() {
        context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(expression.span));
        return None;
    }
    Some(typed.ty)
}

/// Whether an expression is a sum of money; a problem names the unit that it has instead.
pub(super) fn money(context: &mut Context<'_, '_>, expression: &Expression) {
    if let Some(Ty::Number { unit, .. }) = single(context, expression) {
        money_unit(context, &unit, expression.span);
    }
}

/// Whether a unit is yuan.
pub(super) fn money_unit(context: &mut Context<'_, '_>, unit: &Unit, span: Span) {
    if *unit != Unit::yuan() {
        context.problem(
            Diagnostic::new(Code::NOT_MONEY)
                .at(span)
                .arg("unit", shown(unit))
                .arg("missing", missing_factor(unit, &Unit::yuan())),
        );
    }
}

/// What makes `have` into `want`: ×月, ÷人, ×元/人.
pub(super) fn missing_factor(have: &Unit, want: &Unit) -> String {
    let missing = want.over(have);
    if missing.bases().iter().all(|(_, power)| *power < 0) {
        format!("÷{}", Unit::none().over(&missing))
    } else {
        format!("×{missing}")
    }
}

pub(super) fn shown(unit: &Unit) -> String {
    if *unit == Unit::none() { "1".to_owned() } else { unit.to_string() }
}

fn scaled(of: &Typed) -> Typed {
    match &of.ty {
        Ty::Number { unit, scale } => {
            Typed { ty: Ty::Number { unit: unit.clone(), scale: scale.saturating_add(6) }, list: of.list }
        }
        _ => of.clone(),
    }
}

/// The type of a figure, or a problem where it has too many places or no unit that money or a share could have.
pub(super) fn quantity_type(context: &mut Context<'_, '_>, quantity: &Quantity) -> Option<Ty> {
    match figure(quantity) {
        Some(figure) => Some(Ty::Number { unit: figure.unit, scale: figure.scale }),
        None => {
            context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(quantity.span));
            None
        }
    }
}

/// A percentage as millionths, or a problem.
pub(super) fn share(context: &mut Context<'_, '_>, rate: &Quantity) -> Option<i128> {
    let found = figure(rate).filter(|figure| figure.unit == Unit::none());
    if found.is_none() {
        context.problem(Diagnostic::new(Code::NOT_A_SHARE).at(rate.span));
    }
    found.and_then(|figure| tiaoli_eval::number::rescale(figure.value, figure.scale, 6))
}

fn binary(
    context: &mut Context<'_, '_>,
    operator: Operator,
    left: &Expression,
    right: &Expression,
    span: Span,
) -> Option<Typed> {
    let (a, b) = (number(context, left), number(context, right));
    let (a, b) = (a?, b?);
    let list = a.list.or(b.list);
    let (Ty::Number { unit: left_unit, scale: x }, Ty::Number { unit: right_unit, scale: y }) = (a.ty, b.ty) else {
        return None;
    };
    match operator {
        Operator::Add | Operator::Subtract => {
            if left_unit != right_unit {
                context.problem(
                    Diagnostic::new(Code::UNITS_DIFFER)
                        .at(span)
                        .arg("left", shown(&left_unit))
                        .arg("right", shown(&right_unit)),
                );
                return None;
            }
            Some(Typed { ty: Ty::Number { unit: left_unit, scale: x.max(y) }, list })
        }
        Operator::Multiply => {
            Some(Typed { ty: Ty::Number { unit: left_unit.times(&right_unit), scale: x.saturating_add(y) }, list })
        }
        Operator::Divide => {
            context.problem(Diagnostic::new(Code::DIVISION_WITHOUT_ROUNDING).at(span));
            None
        }
    }
}

fn fold(context: &mut Context<'_, '_>, how: FoldWord, of: &Expression, span: Span) -> Option<Typed> {
    if matches!(how, FoldWord::Count | FoldWord::CountIn(_)) {
        return count(context, how, of, span);
    }
    let typed = number(context, of)?;
    if typed.list.is_none() {
        context.problem(Diagnostic::new(Code::NOT_A_LIST).at(of.span));
        return None;
    }
    if matches!(how, FoldWord::Greatest | FoldWord::Least) {
        // Only a comparison gives an empty list a meaning; `condition` handles it before it comes here.
        context.problem(Diagnostic::new(Code::EXTREME_OF_EMPTY).at(span));
        return None;
    }
    Some(Typed::plain(typed.ty))
}

fn count(context: &mut Context<'_, '_>, how: FoldWord, of: &Expression, span: Span) -> Option<Typed> {
    let rows = match &of.kind {
        ExpressionKind::Name(name) if context.resolved.dictionary.entity(&name.text).is_some() => {
            let level = context.resolved.dictionary.entity(&name.text)?;
            list_of(context, level, name.span).map(|_| ())
        }
        ExpressionKind::Filtered(name, filter) if context.resolved.dictionary.entity(&name.text).is_some() => {
            filtered(context, name, filter).map(|_| ())
        }
        ExpressionKind::Taken(..) => type_of(context, of).map(|_| ()),
        _ => {
            let typed = type_of(context, of)?;
            if typed.list.is_none() {
                context.problem(Diagnostic::new(Code::NOT_A_LIST).at(span));
                return None;
            }
            Some(())
        }
    };
    rows?;
    let unit = counted(context.resolved, how, of);
    if let (FoldWord::CountIn(word), Some(own)) = (how, unit_of_rows(context.resolved, of))
        && Unit::base(word) != own
    {
        context.problem(Diagnostic::new(Code::COUNTS_OTHERWISE).at(span).arg("word", word).arg("unit", shown(&own)));
        return None;
    }
    Some(Typed::plain(Ty::Number { unit, scale: 0 }))
}

/// The unit of a count: the word's own (人数), else what the rows count as (单位), else none.
pub(crate) fn counted(resolved: &Resolved<'_>, how: FoldWord, of: &Expression) -> Unit {
    match how {
        FoldWord::CountIn(word) => Unit::base(word),
        FoldWord::Count | FoldWord::Sum | FoldWord::Greatest | FoldWord::Least => {
            unit_of_rows(resolved, of).unwrap_or_else(Unit::none)
        }
    }
}

/// What the rows of a list count as, where its vocabulary says so.
fn unit_of_rows(resolved: &Resolved<'_>, of: &Expression) -> Option<Unit> {
    if let ExpressionKind::Taken(of, _) = &of.kind {
        return unit_of_rows(resolved, of);
    }
    let (ExpressionKind::Name(name) | ExpressionKind::Filtered(name, _)) = &of.kind else { return None };
    let dictionary = &resolved.dictionary;
    let level = dictionary
        .entity(&name.text)
        .or_else(|| dictionary.one(name).and_then(|fact| dictionary.facts.get(fact)).map(|fact| fact.level))?;
    dictionary.levels.get(level)?.unit.as_deref().map(unit_named)
}

/// A list level that an entity's name means; a problem where it is no list.
pub(super) fn list_of(context: &mut Context<'_, '_>, level: LevelId, span: Span) -> Option<LevelId> {
    let place = context.resolved.dictionary.levels.get(level)?.place;
    match place {
        Place::List(fact) => {
            context.used.insert(fact);
            Some(level)
        }
        _ => {
            context.problem(Diagnostic::new(Code::NOT_A_LIST).at(span));
            None
        }
    }
}

/// X（条件）: the rows of a list for which the condition holds; the condition speaks of one row.
pub(super) fn filtered(
    context: &mut Context<'_, '_>,
    name: &tiaoli_syntax::ast::Name,
    filter: &tiaoli_syntax::ast::Condition,
) -> Option<Typed> {
    let (level, ty) = match context.resolved.dictionary.entity(&name.text) {
        Some(level) => (list_of(context, level, name.span)?, Ty::Truth),
        None => {
            let fact = context.fact(name)?;
            let it = context.resolved.dictionary.facts.get(fact)?;
            if context.in_reach(it.level) {
                context.problem(Diagnostic::new(Code::NOT_A_LIST).at(name.span));
                return None;
            }
            (it.level, it.ty.clone())
        }
    };
    let outside = std::mem::replace(&mut context.at, level);
    condition::check(context, filter);
    context.at = outside;
    Some(Typed { ty, list: Some(level) })
}

fn excess(context: &mut Context<'_, '_>, of: &Expression, over: &Expression, each: bool, span: Span) -> Option<Typed> {
    let (a, b) = (number(context, of)?, number(context, over)?);
    if each != a.list.is_some() || b.list.is_some() {
        context.problem(Diagnostic::new(if each { Code::NOT_A_LIST } else { Code::LIST_NOT_FOLDED }).at(of.span));
        return None;
    }
    let (Ty::Number { unit: left, scale: x }, Ty::Number { unit: right, scale: y }) = (a.ty, b.ty) else { return None };
    if left != right {
        context.problem(
            Diagnostic::new(Code::UNITS_DIFFER).at(span).arg("left", shown(&left)).arg("right", shown(&right)),
        );
        return None;
    }
    Some(Typed { ty: Ty::Number { unit: left, scale: x.max(y) }, list: a.list })
}
