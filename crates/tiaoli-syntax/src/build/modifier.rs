//! Limits and other words behind a grant.

use super::condition::{condition, holes};
use super::expression::expression;
use super::literal::{name, quantity};
use super::payout::payout;
use super::{Builder, Built, Children, Node, time};
use crate::ast::{Expression, ExpressionKind, Modifier, ModifierKind, Per, PerKind};
use crate::grammar::Rule;
use tiaoli_source::Code;

/// A sum that is granted is no bare number.
pub(crate) fn needs_unit(b: &mut Builder<'_>, sum: &Expression) {
    if let ExpressionKind::Quantity(figure) = &sum.kind {
        b.needs_unit(figure, "元");
    }
}

/// 最高 alone is read as the ceiling that it must be, and reported.
pub(crate) fn cap_word(b: &mut Builder<'_>, node: &Node<'_>) {
    if node.text() == "最高" {
        let span = b.span(node);
        b.report(Code::BARE_HIGHEST, span);
    }
}

pub(super) fn modifier(b: &mut Builder<'_>, node: Node<'_>) -> Built<Modifier> {
    let span = b.span(&node);
    let rule = node.rule();
    if matches!(rule, Rule::instalments | Rule::payees | Rule::payers | Rule::interest | Rule::promoted) {
        return Ok(Modifier { kind: payout(b, node)?, span });
    }
    let mut children = node.children();
    let kind = match rule {
        Rule::cap => {
            let per = pers(b, &mut children)?;
            cap_word(b, &children.one(Rule::cap_word)?);
            let sum = expression(b, children.one(Rule::expression)?)?;
            needs_unit(b, &sum);
            ModifierKind::Cap { per, sum }
        }
        Rule::count_cap => {
            let per = pers(b, &mut children)?;
            let quantity = quantity(b, children.one(Rule::count)?)?;
            ModifierKind::Count { per, quantity }
        }
        Rule::longest => ModifierKind::Longest(quantity(b, children.one(Rule::count)?)?),
        Rule::counted_by => ModifierKind::CountedBy(expression(b, children.one(Rule::expression)?)?),
        Rule::in_part => {
            let by = expression(b, children.one(Rule::expression)?)?;
            let rounded = children.maybe(Rule::rounded).map(|node| time::rounded(b, node)).transpose()?;
            ModifierKind::Prorated { by, rounded }
        }
        Rule::sum_in | Rule::determined_by => ModifierKind::SumIn(name(b, &children.one(Rule::name)?)),
        Rule::unruled => ModifierKind::Unruled(holes(b, children.many(Rule::hole))?),
        Rule::shown => ModifierKind::Shown {
            name: name(b, &children.one(Rule::name)?),
            alias: name(b, &children.one(Rule::alias)?),
        },
        Rule::excepted => {
            let who = condition(b, children.one(Rule::condition)?)?;
            ModifierKind::Except(Box::new(who))
        }
        Rule::stacked => ModifierKind::Stacked,
        Rule::whole_band => ModifierKind::Whole,
        _ => ModifierKind::Marginal,
    };
    children.end()?;
    Ok(Modifier { kind, span })
}

pub(crate) fn pers(b: &Builder<'_>, children: &mut Children<'_>) -> Built<Vec<Per>> {
    let pers = children.many(Rule::per);
    pers.into_iter().map(|node| per(b, node)).collect()
}

/// 每 企业, 每年, 每年（按 事件日期）
fn per(b: &Builder<'_>, node: Node<'_>) -> Built<Per> {
    let span = b.span(&node);
    let mut children = node.children();
    let kind = match children.maybe(Rule::each_year) {
        None if children.maybe(Rule::ever).is_some() => PerKind::Ever,
        None => PerKind::Entity(name(b, &children.one(Rule::name)?)),
        Some(_) => PerKind::Year(match children.maybe(Rule::by_date) {
            Some(node) => Some(name(b, &node.only()?)),
            None => None,
        }),
    };
    children.end()?;
    Ok(Per { kind, span })
}
