//! Several awards: rivals, joint limits, order.

use super::condition::side_condition;
use super::expression::expression;
use super::literal::{elsewhere, ids, name, quantity};
use super::modifier::{cap_word, needs_unit, pers};
use super::{Builder, Built, Children, Node};
use crate::ast::{
    After, Ceilings, Elsewhere, Exclusive, Fallback, Id, Joint, Manner, Most, Name, SettlementKind, Stacking, Text,
    Unquantified,
};
use crate::grammar::Rule;

/// 同一 …
pub(crate) fn exclusive(b: &mut Builder<'_>, node: Node<'_>) -> Built<Exclusive> {
    let mut children = node.children();
    let same = children.many(Rule::name).iter().map(|node| name(b, node)).collect();
    let when = side_condition(b, children.maybe(Rule::side_condition))?;
    let mut with = Vec::new();
    let between = match (children.maybe(Rule::sides), children.maybe(Rule::between)) {
        (Some(node), _) => {
            let mut children = node.children();
            children.maybe(Rule::this_policy);
            let own = these(b, &mut children);
            for node in children.many(Rule::another) {
                with.push(another(b, node)?);
            }
            children.end()?;
            own
        }
        (None, Some(node)) => ids(b, &node.children().many(Rule::id)),
        (None, None) => Vec::new(),
    };
    let manner = manner(b, children.one(Rule::manner)?.only()?)?;
    let mut except = Vec::new();
    let mut ceilings = Ceilings::Open;
    let mut unquantified = Unquantified::Open;
    for child in children.rest() {
        match child.rule() {
            Rule::outside => except.extend(ids(b, &child.children().many(Rule::id))),
            Rule::ceilings => {
                ceilings = match child.only()?.rule() {
                    Rule::as_sums => Ceilings::AsSums,
                    _ => Ceilings::Certain,
                }
            }
            Rule::open_sums => {
                unquantified = match child.only()?.rule() {
                    Rule::apart => Unquantified::Apart,
                    _ => Unquantified::Displaces,
                }
            }
            _ => return Err(child.drift()),
        }
    }
    Ok(Exclusive { same, when, between, with, manner, except, ceilings, unquantified })
}

fn manner(b: &Builder<'_>, node: Node<'_>) -> Built<Manner> {
    Ok(match node.rule() {
        Rule::best => Manner::Best,
        Rule::highest_first => Manner::HighestBeforeLimits,
        Rule::highest => Manner::Highest,
        Rule::first_had => Manner::First,
        Rule::choose_one => Manner::Choice(match node.children().maybe(Rule::choice) {
            None => None,
            Some(choice) => {
                let mut children = choice.children();
                let fact = name(b, &children.one(Rule::name)?);
                let values: Vec<Name> = children.many(Rule::name).iter().map(|node| name(b, node)).collect();
                children.end()?;
                Some((fact, values))
            }
        }),
        _ => return Err(node.drift()),
    })
}

/// A sentence on several awards, in 结算 or in an article.
pub(crate) fn across(b: &mut Builder<'_>, node: Node<'_>) -> Built<SettlementKind> {
    let rule = node.rule();
    let drift = node.drift();
    let mut children = node.children();
    let kind = match rule {
        Rule::stacking => {
            let own = these(b, &mut children);
            let with = match children.maybe(Rule::stacked_with) {
                Some(node) => these(b, &mut node.children()),
                None => Vec::new(),
            };
            SettlementKind::Stacking(Stacking { ids: own, with })
        }
        Rule::joint => SettlementKind::Joint(joint(b, &mut children)?),
        Rule::sequence => {
            let steps = children.many(Rule::these);
            SettlementKind::Order(steps.into_iter().map(|node| ids(b, &node.children().many(Rule::id))).collect())
        }
        Rule::after => {
            let mut steps = children.many(Rule::these);
            let first = steps.pop().map_or(Vec::new(), |node| ids(b, &node.children().many(Rule::id)));
            let own = steps.pop().map_or(Vec::new(), |node| ids(b, &node.children().many(Rule::id)));
            SettlementKind::After(After { ids: own, first })
        }
        Rule::fallback => {
            let (first, first_of) = awards(b, &mut children)?;
            let (then, then_of) = awards(b, &mut children)?;
            SettlementKind::Fallback(Fallback { first, first_of, then, then_of })
        }
        _ => return Err(drift),
    };
    children.end()?;
    Ok(kind)
}

fn joint(b: &mut Builder<'_>, children: &mut Children<'_>) -> Built<Joint> {
    let own = these(b, children);
    let per = pers(b, children)?;
    let most = match children.maybe(Rule::cap_word) {
        Some(word) => {
            cap_word(b, &word);
            let sum = expression(b, children.one(Rule::expression)?)?;
            needs_unit(b, &sum);
            Most::Sum(sum)
        }
        None => Most::Count(quantity(b, children.one(Rule::count)?)?),
    };
    Ok(Joint { ids: own, per, most })
}

fn another(b: &Builder<'_>, node: Node<'_>) -> Built<Elsewhere> {
    let mut children = node.children();
    let it = elsewhere(b, &mut children)?;
    children.end()?;
    Ok(it)
}

/// The awards that stand next, if any, and the policy that they are of, if it is another one.
fn awards(b: &Builder<'_>, children: &mut Children<'_>) -> Built<(Vec<Id>, Option<Text>)> {
    Ok(match children.maybe(Rule::another) {
        Some(node) => {
            let it = another(b, node)?;
            (it.ids, Some(it.title))
        }
        None => (these(b, children), None),
    })
}

/// The ids that stand next, if any.
fn these(b: &Builder<'_>, children: &mut Children<'_>) -> Vec<Id> {
    children.maybe(Rule::these).map_or(Vec::new(), |node| ids(b, &node.children().many(Rule::id)))
}
