//! So much for each of the first ten, so much for the rest; so much for each month.

use super::Context;
use super::expression::{money_unit, quantity_type, single};
use crate::resolve::figure;
use tiaoli_eval::program::{Place, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{Award, Expression, Head, HeadSpan, ModifierKind, Quantity};

/// The first and the last of each step, the last open where it says so; `None` where the steps do not follow on each other.
pub(crate) fn steps(heads: &[Head]) -> Option<Vec<(i128, Option<i128>)>> {
    let mut next = Some(1);
    let mut steps = Vec::new();
    for head in heads {
        let start = next?;
        let (from, to) = match &head.span_of {
            HeadSpan::First(count) => (1, Some(whole(count)?)),
            HeadSpan::Between(from, to) => (whole(from)?, Some(whole(to)?)),
            HeadSpan::From(from) => (whole(from)?, None),
            HeadSpan::Rest => (start, None),
        };
        if from != start || to.is_some_and(|to| to < from) {
            return None;
        }
        next = to.map(|to| to + 1);
        steps.push((from, to));
    }
    Some(steps)
}

fn whole(quantity: &Quantity) -> Option<i128> {
    figure(quantity).filter(|it| it.scale == 0 && it.value > 0).map(|it| it.value)
}

/// 前10人 每人给予1万元，其余 每人给予5000元
pub(super) fn heads(context: &mut Context<'_, '_>, award: &Award, of: Option<&Expression>, heads: &[Head]) {
    for head in heads {
        if let Some(Ty::Number { unit, .. }) = quantity_type(context, &head.sum) {
            money_unit(context, &unit, head.sum.span);
        }
    }
    if steps(heads).is_none() {
        context.problem(Diagnostic::new(Code::HEADS_DO_NOT_FOLLOW).at(award.grant.span));
    }
    let listed = is_list(context);
    match of {
        None if !listed => context.problem(Diagnostic::new(Code::HEADS_OF_WHAT).at(award.grant.span)),
        Some(of) if listed => context.problem(Diagnostic::new(Code::HEADS_ALREADY_COUNTED).at(of.span)),
        Some(of) => {
            if let Some(Ty::Number { scale, .. }) = single(context, of)
                && scale != 0
            {
                context.problem(Diagnostic::new(Code::HEADS_OF_WHAT).at(of.span));
            }
        }
        None => {}
    }
}

fn is_list(context: &Context<'_, '_>) -> bool {
    let place = context.resolved.dictionary.levels.get(context.at).map(|it| it.place);
    matches!(place, Some(Place::List(_)))
}

/// 每人 and 每月 before a grant.
pub(super) fn each(context: &mut Context<'_, '_>, award: &Award) {
    if let Some(each) = award.each.as_ref().filter(|_| !is_list(context)) {
        let dictionary = &context.resolved.dictionary;
        let list = |(id, it): &(tiaoli_eval::program::LevelId, &tiaoli_eval::program::Level)| {
            matches!(it.place, Place::List(_)) && dictionary.entity(&it.name.zh) == Some(*id)
        };
        let lists = dictionary.levels.iter().filter(list).map(|(_, it)| it.name.zh.clone());
        let lists = Value::list(lists);
        context.problem(Diagnostic::new(Code::EACH_OF_WHAT).at(each.span).arg("word", &each.text).arg("lists", lists));
    }
    let counted = award.modifiers.iter().find_map(|it| match &it.kind {
        ModifierKind::CountedBy(of) => Some(of),
        _ => None,
    });
    match counted {
        None if award.monthly => context.problem(Diagnostic::new(Code::HOW_MANY_MONTHS).at(award.grant.span)),
        Some(of) if !award.monthly => context.problem(Diagnostic::new(Code::COUNTED_FOR_NOTHING).at(of.span)),
        Some(of) => {
            if let Some(Ty::Number { unit, .. }) = single(context, of)
                && unit != Unit::base("月")
            {
                let unit = super::expression::shown(&unit);
                context.problem(Diagnostic::new(Code::NOT_MONTHS).at(of.span).arg("unit", unit));
            }
        }
        None => {}
    }
}

/// 最长不超过36个月, of a sum by the month.
pub(super) fn longest(context: &mut Context<'_, '_>, most: &Quantity) {
    let unit = figure(most).filter(|it| it.scale == 0).map(|it| it.unit);
    if unit.is_none_or(|unit| unit != Unit::base("月") && unit != Unit::base("年")) {
        let found = most.unit.as_ref().map_or("", |unit| unit.first.as_str());
        context.problem(Diagnostic::new(Code::NOT_MONTHS).at(most.span).arg("unit", found));
    }
}

/// How many months a limit of duration is.
pub(crate) fn months(most: &Quantity) -> i128 {
    let Some(figure) = figure(most) else { return 0 };
    if figure.unit == Unit::base("年") { figure.value.saturating_mul(12) } else { figure.value }
}
