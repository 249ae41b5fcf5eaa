//! How an award is paid, and what a recovery adds.

use super::condition::quantities;
use super::expression::expression;
use super::literal::{name, quantity};
use super::settlement::{earlier_rule, whole};
use super::{Builder, Built, Children, Node};
use crate::ast::{Instalment, Instalments, Interest, ModifierKind, PartPaid, Promoted, Quantity, Split, Text};
use crate::grammar::Rule;

/// A modifier of payout.
pub(crate) fn payout(b: &mut Builder<'_>, node: Node<'_>) -> Built<ModifierKind> {
    let span = b.span(&node);
    let rule = node.rule();
    let drift = node.drift();
    let mut children = node.children();
    let kind = match rule {
        Rule::instalments => ModifierKind::Instalments(instalments(b, &mut children)?),
        Rule::payees => {
            let shares = maybe_weights(b, &mut children)?;
            let names = children.many(Rule::name).iter().map(|node| name(b, node)).collect();
            ModifierKind::Payees(Split { names, shares, span })
        }
        Rule::payers => {
            let names = children.many(Rule::name).iter().map(|node| name(b, node)).collect();
            let shares = maybe_weights(b, &mut children)?;
            ModifierKind::Payers(Split { names, shares, span })
        }
        Rule::interest => {
            let rate = expression(b, children.one(Rule::expression)?)?;
            let from = name(b, &children.one(Rule::name)?);
            children.maybe(Rule::to);
            let until = children.one(Rule::interest_until)?.children().maybe(Rule::name).map(|node| name(b, &node));
            let basis = match children.maybe(Rule::year_basis) {
                Some(node) => Some(quantity(b, node.only()?)?),
                None => None,
            };
            let rounding = match children.maybe(Rule::fine_rounding) {
                Some(node) => {
                    let mut inner = node.children();
                    let how = whole(&inner.one(Rule::rounding)?)?;
                    Some((how, name(b, &inner.one(Rule::name)?)))
                }
                None => None,
            };
            ModifierKind::Interest(Box::new(Interest { rate, from, until, basis, rounding, span }))
        }
        Rule::promoted => {
            let whom = children.maybe(Rule::name).map(|node| name(b, &node));
            let rule = earlier_rule(&children.one(Rule::earlier_rule)?)?;
            ModifierKind::Promoted(Promoted { whom, rule })
        }
        _ => return Err(drift),
    };
    children.end()?;
    Ok(kind)
}

fn instalments(b: &mut Builder<'_>, children: &mut Children<'_>) -> Built<Instalments> {
    if let Some(node) = children.maybe(Rule::in_parts) {
        let count = quantity(b, node.only()?)?;
        let shares = maybe_weights(b, children)?;
        let part = |share: Quantity| Instalment { label: None, span: share.span, part: PartPaid::Share(share) };
        return Ok(Instalments { count: Some(count), parts: shares.into_iter().map(part).collect() });
    }
    let nodes = children.many(Rule::instalment);
    let parts = nodes.into_iter().map(|node| instalment(b, node)).collect::<Built<_>>()?;
    Ok(Instalments { count: None, parts })
}

fn instalment(b: &mut Builder<'_>, node: Node<'_>) -> Built<Instalment> {
    let span = b.span(&node);
    let mut children = node.children();
    let label = label(b, &mut children)?;
    let part = match children.maybe(Rule::quantity) {
        Some(node) => {
            let figure = quantity(b, node)?;
            let money = figure.unit.as_ref().is_some_and(|unit| unit.first == "元");
            if money { PartPaid::Sum(figure) } else { PartPaid::Share(figure) }
        }
        None => {
            children.one(Rule::kw_remainder)?;
            PartPaid::Rest
        }
    };
    children.end()?;
    Ok(Instalment { label: Some(label), part, span })
}

/// 第1年, 立项
pub(crate) fn label(b: &Builder<'_>, children: &mut Children<'_>) -> Built<Text> {
    let node = children.any()?;
    let span = b.span(&node);
    Ok(Text { text: b.words(span).split_whitespace().collect(), span })
}

fn maybe_weights(b: &Builder<'_>, children: &mut Children<'_>) -> Built<Vec<Quantity>> {
    let Some(node) = children.maybe(Rule::weights) else { return Ok(Vec::new()) };
    let mut inner = node.children();
    let Some(ratio) = inner.maybe(Rule::proportion) else { return quantities(b, inner.many(Rule::quantity)) };
    let figure = |node: Node<'_>| {
        let span = b.span(&node);
        Quantity { digits: crate::build::literal::plain_digits(node.text()), zeros: 0, unit: None, span }
    };
    Ok(ratio.children().many(Rule::figure).into_iter().map(figure).collect())
}
