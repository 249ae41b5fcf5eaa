//! Quotients, their rounding, and what is prorated.

use super::Context;
use super::expression::{Typed, missing_factor, number, shown, type_of};
use crate::resolve::{Figure, figure};
use tiaoli_eval::program::{Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{Expression, ExpressionKind, Operator, Quantity, Quantum, Rounded, Versus, Whole};

/// Whether a quotient stands here that is still to be rounded or compared.
pub(crate) fn is_fraction(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Binary(Operator::Divide, ..) => true,
        ExpressionKind::Binary(Operator::Multiply, left, right) => is_fraction(left) || is_fraction(right),
        ExpressionKind::Versus(Versus::Growth | Versus::Fall, ..) => true,
        _ => false,
    }
}

/// The type of a number that may be a quotient.
pub(super) fn fraction(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Typed> {
    match &expression.kind {
        ExpressionKind::Binary(operator @ (Operator::Divide | Operator::Multiply), left, right)
            if is_fraction(expression) =>
        {
            let (a, b) = (fraction(context, left), fraction(context, right));
            let (a, b) = (a?, b?);
            let (Ty::Number { unit: left_unit, scale: x }, Ty::Number { unit: right_unit, scale: y }) = (a.ty, b.ty)
            else {
                return None;
            };
            let unit = match operator {
                Operator::Divide => left_unit.over(&right_unit),
                _ => left_unit.times(&right_unit),
            };
            if let (Operator::Divide, ExpressionKind::Quantity(quantity)) = (operator, &right.kind) {
                above_zero(context, quantity);
            }
            // A quotient has no last place; bands of it are held apart at six.
            Some(Typed { ty: Ty::Number { unit, scale: x.max(y).max(6) }, list: a.list.or(b.list) })
        }
        ExpressionKind::Versus(Versus::Growth | Versus::Fall, of, base) => {
            let typed = versus(context, of, base, expression.span)?;
            Some(Typed { ty: Ty::Number { unit: Unit::none(), scale: 6 }, list: typed.list })
        }
        _ => number(context, expression),
    }
}

/// What is held against figures: a quotient, or anything else that has a type.
pub(super) fn comparable(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Typed> {
    if is_fraction(expression) { fraction(context, expression) } else { type_of(context, expression) }
}

fn above_zero(context: &mut Context<'_, '_>, quantity: &Quantity) {
    if figure(quantity).is_some_and(|it| it.value == 0) {
        context.problem(Diagnostic::new(Code::DIVIDED_BY_NOTHING).at(quantity.span));
    }
}

/// A 比 B …: both in one unit.
pub(super) fn versus(context: &mut Context<'_, '_>, of: &Expression, base: &Expression, span: Span) -> Option<Typed> {
    let (a, b) = (number(context, of), number(context, base));
    let (a, b) = (a?, b?);
    match (&a.ty, &b.ty) {
        (Ty::Number { unit: left, scale: x }, Ty::Number { unit: right, scale: y }) if left == right => {
            Some(Typed { ty: Ty::Number { unit: left.clone(), scale: *x.max(y) }, list: a.list.or(b.list) })
        }
        (Ty::Number { unit: left, .. }, Ty::Number { unit: right, .. }) => {
            context.problem(
                Diagnostic::new(Code::UNITS_DIFFER).at(span).arg("left", shown(left)).arg("right", shown(right)),
            );
            None
        }
        _ => None,
    }
}

/// E（四舍五入 至 元）
pub(super) fn rounded(context: &mut Context<'_, '_>, of: &Expression, how: &Rounded) -> Option<Typed> {
    let typed = fraction(context, of)?;
    let Ty::Number { unit, .. } = &typed.ty else { return None };
    let Some(step) = &how.step else {
        let word = rounding_word(how.rounding);
        context.problem(Diagnostic::new(Code::ROUNDING_TO_WHAT).at(how.span).arg("how", word));
        return None;
    };
    let Some(found) = step_figure(unit, step) else {
        context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(how.span));
        return None;
    };
    if found.unit != *unit {
        context.problem(
            Diagnostic::new(Code::ROUNDED_IN_ANOTHER_UNIT)
                .at(of.span)
                .also(how.span)
                .arg("step", shown(&found.unit))
                .arg("unit", shown(unit))
                .arg("missing", missing_factor(unit, &found.unit)),
        );
        return None;
    }
    if found.value == 0 {
        context.problem(Diagnostic::new(Code::DIVIDED_BY_NOTHING).at(how.span));
        return None;
    }
    Some(Typed { ty: Ty::Number { unit: found.unit, scale: found.scale }, list: typed.list })
}

pub(crate) fn rounding_word(rounding: Whole) -> &'static str {
    match rounding {
        Whole::Down => "舍去",
        Whole::HalfUp => "四舍五入",
        Whole::Up => "进位",
    }
}

/// What a number in `unit` is rounded to: 分 and 角 of money are parts of a yuan; 整数 is one of its own unit.
pub(crate) fn step_figure(unit: &Unit, step: &Quantum) -> Option<Figure> {
    let quantity = match step {
        Quantum::One => return Some(Figure { value: 1, scale: 0, unit: unit.clone() }),
        Quantum::Quantity(quantity) => quantity,
    };
    let mut found = figure(quantity)?;
    let places = match quantity.unit.as_ref().filter(|it| it.per.is_empty()).map(|it| it.first.as_str()) {
        Some("角") if *unit == Unit::yuan() => 1,
        Some("分") if *unit == Unit::yuan() => 2,
        _ => 0,
    };
    if places > 0 {
        found.scale = found.scale.checked_add(places)?;
        found.unit = Unit::yuan();
    }
    // 1元 is 1 of no places: a step of one unit of its own scale divides without a factor.
    while found.scale > 0 && found.value != 0 && found.value % 10 == 0 {
        found.value /= 10;
        found.scale -= 1;
    }
    Some(found)
}

/// 每满100万元: how many times, a number without unit.
pub(super) fn per_full(context: &mut Context<'_, '_>, of: &Expression, each: &Quantity) -> Option<Typed> {
    let typed = number(context, of)?;
    let found = super::expression::quantity_type(context, each)?;
    above_zero(context, each);
    if let (Ty::Number { unit: left, .. }, Ty::Number { unit: right, .. }) = (&typed.ty, &found)
        && left != right
    {
        context.problem(
            Diagnostic::new(Code::UNITS_DIFFER).at(each.span).arg("left", shown(left)).arg("right", shown(right)),
        );
        return None;
    }
    Some(Typed { ty: Ty::Number { unit: Unit::none(), scale: 0 }, list: typed.list })
}

/// ，按 实际天数 ÷ 365日 折算（舍去 至 分）
pub(super) fn prorated(context: &mut Context<'_, '_>, by: &Expression, rounded: Option<&Rounded>, span: Span) {
    let typed = fraction(context, by);
    if let Some(Typed { ty: Ty::Number { unit, .. }, list }) = typed {
        if list.is_some() {
            context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(by.span));
        } else if unit != Unit::none() {
            context.problem(Diagnostic::new(Code::PART_WITH_A_UNIT).at(by.span).arg("unit", shown(&unit)));
        }
    }
    let Some(how) = rounded else {
        context.problem(Diagnostic::new(Code::DIVISION_WITHOUT_ROUNDING).at(span));
        return;
    };
    match &how.step {
        None => {
            let word = rounding_word(how.rounding);
            context.problem(Diagnostic::new(Code::ROUNDING_TO_WHAT).at(how.span).arg("how", word));
        }
        Some(step) => match step_figure(&Unit::yuan(), step) {
            Some(found) if found.unit == Unit::yuan() && found.value > 0 => {}
            _ => context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(how.span)),
        },
    }
}
