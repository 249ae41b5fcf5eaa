//! Conditions: comparisons of like with like, members that exist, steps that rise.

use super::expression::{Typed, quantity_type, shown, type_of};
use super::{Context, bands, ladder, outcome, rounding, time};
use crate::resolve::names_the_rest;
use std::collections::BTreeSet;
use tiaoli_eval::program::{EnumId, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{
    self, BoundWord, Condition, ConditionKind, Element, ElementValue, Expression, ExpressionKind, FoldWord,
    SentenceKind,
};

/// Checks a condition on the row at hand.
pub(super) fn check(context: &mut Context<'_, '_>, condition: &Condition) {
    match &condition.kind {
        ConditionKind::All(of) | ConditionKind::Any(of) => of.iter().for_each(|it| check(context, it)),
        ConditionKind::Not(of) => check(context, of),
        ConditionKind::Holds(name) => holds(context, name),
        ConditionKind::Compare(left, bound) => match super::first::of_list(&context.resolved.dictionary, left, bound) {
            Some(first) => super::first::ranked(context, left, &first),
            None => compare(context, left, bound),
        },
        ConditionKind::Ranked(of, first) => super::first::ranked(context, of, first),
        ConditionKind::OneOf(name, members) | ConditionKind::Is(name, members) => {
            if members.iter().any(|member| matches!(member.values.first(), Some(ElementValue::Quantity(_)))) {
                figures(context, name, members);
            } else if let Some(of) = subject(context, name, false) {
                elements(context, name, of, members);
            }
        }
        ConditionKind::Has(name, members) => {
            if let Some(of) = subject(context, name, true) {
                elements(context, name, of, members);
            }
        }
        ConditionKind::Reach { subjects, word, steps } => reach(context, subjects, *word, steps, condition.span),
        ConditionKind::Bands(of, list) => match rounding::comparable(context, of) {
            Some(Typed { ty: ty @ (Ty::Number { .. } | Ty::Date), list: None }) => bands::check(context, &ty, list),
            Some(Typed { list: Some(_), .. }) => context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(of.span)),
            Some(_) => context.problem(Diagnostic::new(Code::NOT_A_NUMBER).at(of.span)),
            None => {}
        },
        ConditionKind::Refused(of) => outcome::refused(context, of),
        ConditionKind::In(of, window) => time::window(context, of, window),
        ConditionKind::Valid(it) => time::validity(context, it),
        ConditionKind::Years(it) => time::years(context, it),
        ConditionKind::Meets(id) => {
            context.problem(Diagnostic::new(Code::MEETS_INSIDE).at(id.span).arg("id", &id.text));
        }
    }
}

/// The condition of 限 or 对: here 符合 x may stand beside others.
pub(super) fn check_all(context: &mut Context<'_, '_>, condition: &Condition) {
    match &condition.kind {
        ConditionKind::All(of) => of.iter().for_each(|it| check_all(context, it)),
        ConditionKind::Meets(id) => {
            // Of an article on this level or above: rows below are not this award's own.
            let articles =
                context.resolved.articles.iter().filter(|it| context.in_reach(context.resolved.level_of(it)));
            let known = articles
                .flat_map(|article| &article.sentences)
                .any(|it| it.sentence.id.text == id.text && matches!(it.sentence.kind, SentenceKind::Award(_)));
            if !known || id.text == context.clause {
                context.problem(Diagnostic::new(Code::MEETS_NOTHING).at(id.span).arg("id", &id.text));
            }
        }
        _ => check(context, condition),
    }
}

fn holds(context: &mut Context<'_, '_>, name: &ast::Name) {
    let Some(fact) = context.fact(name) else { return };
    let Some(it) = context.resolved.dictionary.facts.get(fact) else { return };
    if it.ty == Ty::Truth && !context.in_reach(it.level) {
        context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(name.span));
    } else if it.ty != Ty::Truth {
        context.problem(Diagnostic::new(Code::NOT_A_TRUTH).at(name.span).arg("name", &name.text));
    }
}

fn compare(context: &mut Context<'_, '_>, left: &Expression, bound: &ast::Bound) {
    if let Some((fact, of, level)) = ladder::compared(&context.resolved.dictionary, left, bound) {
        return ladder::check(context, fact, of, level, bound);
    }
    if let ExpressionKind::Elapsed { from, to, counted: None } = &left.kind {
        return time::held_against_length(context, from, to, &bound.value);
    }
    // 最大值 and 最小值 of a list compare row by row, so that an empty list has a meaning.
    let of = match &left.kind {
        ExpressionKind::Fold(FoldWord::Greatest | FoldWord::Least, of) => of,
        _ => left,
    };
    let folded = !std::ptr::eq(of, left);
    let left_type = rounding::comparable(context, of);
    let (Some(a), Some(b)) = (left_type, type_of(context, &bound.value)) else { return };
    if a.list.is_some() != folded || b.list.is_some() {
        context.problem(Diagnostic::new(if folded { Code::NOT_A_LIST } else { Code::LIST_NOT_FOLDED }).at(of.span));
        return;
    }
    match (&a.ty, &b.ty) {
        (Ty::Number { unit: left, .. }, Ty::Number { unit: right, .. }) if left == right => {}
        (Ty::Number { unit: left, .. }, Ty::Number { unit: right, .. }) if !(is_count(of) && *left == Unit::none()) => {
            context.problem(
                Diagnostic::new(Code::UNITS_DIFFER).at(bound.span).arg("left", shown(left)).arg("right", shown(right)),
            );
        }
        // A count of rows has no unit of its own: 人, 家 or 个 say what was counted.
        (Ty::Number { unit, .. }, Ty::Number { scale: 0, .. }) if *unit == Unit::none() && is_count(of) => {}
        (Ty::Date, Ty::Date) => {}
        (Ty::Key, Ty::Key) if bound.word == BoundWord::Equals => {}
        _ => context.problem(Diagnostic::new(Code::NOT_COMPARABLE).at(bound.span)),
    }
}

fn is_count(expression: &Expression) -> bool {
    matches!(
        &expression.kind,
        ExpressionKind::Fold(FoldWord::Count | FoldWord::CountIn(_), _) | ExpressionKind::Distinct { .. }
    )
}

/// The enumeration of the fact that a list speaks of.
fn subject(context: &mut Context<'_, '_>, name: &ast::Name, list: bool) -> Option<EnumId> {
    let fact = context.fact(name)?;
    let it = context.resolved.dictionary.facts.get(fact)?;
    let is_list = !context.in_reach(it.level);
    let Ty::Member(of) = it.ty else {
        context.problem(Diagnostic::new(Code::NOT_AN_ENUMERATION).at(name.span).arg("name", &name.text));
        return None;
    };
    if is_list != list {
        let code = if list { Code::HAS_NEEDS_A_LIST } else { Code::LIST_NEEDS_HAS };
        context.problem(Diagnostic::new(code).at(name.span).arg("name", &name.text));
        return None;
    }
    Some(of)
}

fn elements(context: &mut Context<'_, '_>, name: &ast::Name, of: EnumId, members: &[Element]) {
    let mut seen = BTreeSet::new();
    let Some(last) = members.last() else { return };
    for element in members {
        for value in &element.values {
            let ElementValue::Name(member) = value else {
                context.problem(Diagnostic::new(Code::NOT_AN_ENUMERATION).at(name.span).arg("name", &name.text));
                continue;
            };
            match context.resolved.dictionary.member(of, &member.text) {
                None if names_the_rest(context.resolved, name, element) && std::ptr::eq(element, last) => {}
                None => ladder::unknown_member(context, name, of, member),
                Some(at) => {
                    if !seen.insert(at) {
                        context.problem(Diagnostic::new(Code::MEMBER_TWICE).at(member.span).arg("name", &member.text));
                    }
                }
            }
        }
        if let Some(side) = &element.side {
            check(context, side);
            super::no_zip(context, side);
        }
    }
}

/// 属于 and 为 with figures: 年份 为 2023年.
fn figures(context: &mut Context<'_, '_>, name: &ast::Name, members: &[Element]) {
    let Some(fact) = context.fact(name) else { return };
    let Some(Ty::Number { unit, .. }) = context.resolved.dictionary.facts.get(fact).map(|it| it.ty.clone()) else {
        context.problem(Diagnostic::new(Code::NOT_A_NUMBER).at(name.span));
        return;
    };
    for element in members {
        for value in &element.values {
            match value {
                ElementValue::Quantity(quantity) => {
                    if let Some(Ty::Number { unit: found, .. }) = quantity_type(context, quantity)
                        .filter(|ty| !matches!(ty, Ty::Number { unit: found, .. } if *found == unit))
                    {
                        context.problem(
                            Diagnostic::new(Code::UNITS_DIFFER)
                                .at(quantity.span)
                                .arg("left", shown(&unit))
                                .arg("right", shown(&found)),
                        );
                    }
                }
                ElementValue::Name(member) => {
                    context.problem(Diagnostic::new(Code::NOT_A_NUMBER).at(member.span));
                }
            }
        }
        if let Some(side) = &element.side {
            check(context, side);
        }
    }
}

fn reach(context: &mut Context<'_, '_>, subjects: &[ast::Name], word: BoundWord, steps: &[ast::Quantity], span: Span) {
    let mut units = Vec::new();
    for name in subjects {
        let Some(fact) = context.fact(name) else { continue };
        match context.resolved.dictionary.facts.get(fact).map(|it| &it.ty) {
            Some(Ty::Number { unit, .. }) => units.push(unit.clone()),
            _ => context.problem(Diagnostic::new(Code::NOT_A_NUMBER).at(name.span)),
        }
    }
    let mut last: Option<(i128, u8)> = None;
    for step in steps {
        let Some(figure) = crate::resolve::figure(step) else {
            context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(step.span));
            continue;
        };
        if let Some(unit) = units.iter().find(|unit| **unit != figure.unit) {
            context.problem(
                Diagnostic::new(Code::UNITS_DIFFER)
                    .at(step.span)
                    .arg("left", shown(unit))
                    .arg("right", shown(&figure.unit)),
            );
        }
        let here = tiaoli_eval::outcome::Amount { value: figure.value, scale: figure.scale };
        if last.is_some_and(|(value, scale)| tiaoli_eval::outcome::Amount { value, scale }.total_cmp(here).is_ge()) {
            context.problem(Diagnostic::new(Code::STEPS_NOT_RISING).at(span));
        }
        last = Some((figure.value, figure.scale));
    }
    if !matches!(
        word,
        BoundWord::Reaches
            | BoundWord::NotBelow
            | BoundWord::NotLess
            | BoundWord::Over
            | BoundWord::Breaks
            | BoundWord::Above
            | BoundWord::Full
            | BoundWord::AndAbove
            | BoundWord::OrAbove
    ) {
        context.problem(Diagnostic::new(Code::STEPS_NOT_RISING).at(span));
    }
}
