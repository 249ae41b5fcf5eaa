//! Which names a condition or an expression mentions, and how.

use tiaoli_syntax::ast::{Condition, ConditionKind, Element, Expression, ExpressionKind, First, Name, Start, Window};

/// How a name stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Its value for the row at hand.
    Value,
    /// A list whose rows are made into one value.
    Rows,
    /// Inside a condition on the rows of a list.
    Inside,
}

/// What is called with every name.
pub(crate) type Visit<'v, 'a> = &'v mut dyn FnMut(&'a Name, Use);

/// Every name of a fact that a condition mentions.
pub(crate) fn condition<'a>(it: &'a Condition, how: Use, visit: Visit<'_, 'a>) {
    match &it.kind {
        ConditionKind::All(of) | ConditionKind::Any(of) => of.iter().for_each(|it| condition(it, how, visit)),
        ConditionKind::Not(of) => condition(of, how, visit),
        ConditionKind::Holds(name) => visit(name, how),
        ConditionKind::Compare(left, bound) => {
            expression(left, how, visit);
            expression(&bound.value, how, visit);
        }
        ConditionKind::OneOf(name, members) | ConditionKind::Is(name, members) => {
            visit(name, how);
            sides(members, how, visit);
        }
        ConditionKind::Has(name, members) => {
            visit(name, if how == Use::Inside { how } else { Use::Rows });
            sides(members, how, visit);
        }
        ConditionKind::Reach { subjects, .. } => subjects.iter().for_each(|name| visit(name, how)),
        ConditionKind::Bands(of, _) => expression(of, how, visit),
        ConditionKind::Ranked(of, first) => {
            expression(of, how, visit);
            ordered(first, visit);
        }
        ConditionKind::In(of, window) => {
            expression(of, how, visit);
            if let Window::Span(span) = window {
                expression(span, how, visit);
            }
        }
        ConditionKind::Valid(it) => {
            it.from.iter().for_each(|from| start(from, how, visit));
            it.tested.iter().for_each(|name| visit(name, how));
        }
        ConditionKind::Years(it) => {
            start(&it.from, how, visit);
            it.stamp.iter().for_each(|name| visit(name, how));
        }
        ConditionKind::Meets(_) | ConditionKind::Refused(_) => {}
    }
}

fn start<'a>(from: &'a Start, how: Use, visit: Visit<'_, 'a>) {
    if let Start::Fact(name) = from {
        visit(name, how);
    }
}

fn sides<'a>(members: &'a [Element], how: Use, visit: Visit<'_, 'a>) {
    for side in members.iter().filter_map(|member| member.side.as_deref()) {
        condition(side, how, visit);
    }
}

/// Every name of a fact that an expression mentions.
pub(crate) fn expression<'a>(it: &'a Expression, how: Use, visit: Visit<'_, 'a>) {
    match &it.kind {
        ExpressionKind::Quantity(_)
        | ExpressionKind::Date(_)
        | ExpressionKind::AsOf
        | ExpressionKind::SumRange(..)
        | ExpressionKind::AmountOf(_)
        | ExpressionKind::PaidOut(_) => {}
        ExpressionKind::Name(name) => visit(name, how),
        ExpressionKind::History { year, .. } => year.iter().for_each(|name| visit(name, how)),
        ExpressionKind::Binary(_, left, right)
        | ExpressionKind::Versus(_, left, right)
        | ExpressionKind::Moved { from: left, by: right, .. }
        | ExpressionKind::Elapsed { from: left, to: right, .. } => {
            expression(left, how, visit);
            expression(right, how, visit);
        }
        ExpressionKind::Share(of, _)
        | ExpressionKind::ShareRange(of, _, _)
        | ExpressionKind::Rounded(of, _)
        | ExpressionKind::PerFull(of, _)
        | ExpressionKind::YearOf(of) => expression(of, how, visit),
        ExpressionKind::Dated(name, on) => {
            visit(name, how);
            expression(on, how, visit);
        }
        ExpressionKind::Fold(_, of) => expression(of, if how == Use::Inside { how } else { Use::Rows }, visit),
        ExpressionKind::FoldOr(_, of, otherwise) => {
            expression(of, if how == Use::Inside { how } else { Use::Rows }, visit);
            expression(otherwise, how, visit);
        }
        ExpressionKind::Distinct { of, by, .. } => {
            expression(of, if how == Use::Inside { how } else { Use::Rows }, visit);
            by.iter().for_each(|name| visit(name, Use::Inside));
        }
        ExpressionKind::Taken(of, first) => {
            expression(of, how, visit);
            ordered(first, visit);
        }
        ExpressionKind::Extreme { of, .. } => of.iter().for_each(|it| expression(it, how, visit)),
        ExpressionKind::Excess { of, over, .. } => {
            expression(of, how, visit);
            expression(over, how, visit);
        }
        ExpressionKind::Filtered(name, which) => {
            visit(name, how);
            condition(which, Use::Inside, visit);
        }
    }
}

/// 按 月薪 由高到低: the fact of each row that orders a list.
fn ordered<'a>(first: &'a First, visit: Visit<'_, 'a>) {
    if let Some((name, _)) = &first.order {
        visit(name, Use::Inside);
    }
}
