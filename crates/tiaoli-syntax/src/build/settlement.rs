//! 结算.

use super::award::{refused, scope, subject};
use super::item::answers;
use super::literal::{date, id, name};
use super::rivalry::{across, exclusive};
use super::{Builder, Built, Junk, Node};
use crate::ast::{EarlierRule, Earliest, Settlement, SettlementKind, SettlementSentence, Whole};
use crate::grammar::Rule;

pub(crate) fn settlement(b: &mut Builder<'_>, node: Node<'_>) -> Built<Settlement> {
    let span = b.span(&node);
    let mut sentences = Vec::new();
    for child in node.children().rest() {
        match child.rule() {
            Rule::settlement_sentence => sentences.extend(b.part(child, sentence)?),
            Rule::sentence_junk => b.broken(Junk::Settlement, &child),
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    Ok(Settlement { sentences, span })
}

pub(crate) fn sentence(b: &mut Builder<'_>, node: Node<'_>) -> Built<SettlementSentence> {
    let span = b.span(&node);
    let mut children = node.children();
    let clause = id(b, &children.one(Rule::id)?);
    let body = children.any()?;
    let kind = match body.rule() {
        Rule::funds => SettlementKind::Funds((body.children().rest().iter()).map(|node| name(b, node)).collect()),
        Rule::exclusive => SettlementKind::Exclusive(exclusive(b, body)?),
        Rule::earlier_paid => earlier_paid(b, body)?,
        Rule::rights_apart => SettlementKind::RightsApart,
        Rule::set_off => SettlementKind::SetOff,
        Rule::payment => payment(b, body)?,
        Rule::in_force => in_force(b, body)?,
        Rule::ceiling_fact => ceiling_fact(b, body)?,
        Rule::scope => SettlementKind::Scope(scope(b, body)?),
        Rule::exclusion => {
            let mut children = body.children();
            let who = subject(b, children.one(Rule::subject)?)?;
            let exclusion = refused(b, who, children.one(Rule::refused)?)?;
            children.end()?;
            SettlementKind::Exclusion(exclusion)
        }
        Rule::deadline => SettlementKind::Scope(super::time::deadline(b, body)?),
        _ => across(b, body)?,
    };
    let answers = answers(b, &mut children)?;
    children.end()?;
    Ok(SettlementSentence { id: clause, kind, answers, span })
}

fn earlier_paid(b: &Builder<'_>, node: Node<'_>) -> Built<SettlementKind> {
    let mut children = node.children();
    let own_policy = children.maybe(Rule::own_policy).is_some();
    let levels = children.many(Rule::name);
    let rule = earlier_rule(&children.one(Rule::earlier_rule)?)?;
    let base_grants_apart = children.maybe(Rule::base_apart).is_some();
    children.end()?;
    Ok(SettlementKind::Earlier {
        own_policy,
        levels: levels.iter().map(|level| name(b, level)).collect(),
        rule,
        base_grants_apart,
    })
}

/// 补足差额, 不予, 不抵扣
pub(crate) fn earlier_rule(node: &Node<'_>) -> Built<EarlierRule> {
    Ok(match node.text() {
        "补足差额" => EarlierRule::TopUp,
        "不予" => EarlierRule::NoMore,
        "不抵扣" => EarlierRule::NotDeducted,
        _ => return Err(node.drift()),
    })
}

/// 舍去, 四舍五入, 进位
pub(crate) fn whole(node: &Node<'_>) -> Built<Whole> {
    Ok(match node.text() {
        "舍去" => Whole::Down,
        "四舍五入" => Whole::HalfUp,
        "进位" => Whole::Up,
        _ => return Err(node.drift()),
    })
}

fn payment(b: &Builder<'_>, node: Node<'_>) -> Built<SettlementKind> {
    let mut children = node.children();
    let rounding = whole(&children.one(Rule::rounding)?)?;
    let quantum = name(b, &children.one(Rule::name)?);
    children.end()?;
    Ok(SettlementKind::Payment { rounding, quantum })
}

fn in_force(b: &Builder<'_>, node: Node<'_>) -> Built<SettlementKind> {
    let mut children = node.children();
    let from = super::time::begins(b, children.one(Rule::begins)?)?;
    let earliest = match children.maybe(Rule::not_before) {
        Some(node) => Some(Earliest { date: date(b, node.only()?)? }),
        None => None,
    };
    let event = match children.maybe(Rule::event) {
        Some(node) => Some(name(b, &node.only()?)),
        None => None,
    };
    let validity = super::time::validity(b, Some(from), &mut children)?;
    children.end()?;
    Ok(SettlementKind::InForce { validity, earliest, event })
}

fn ceiling_fact(b: &Builder<'_>, node: Node<'_>) -> Built<SettlementKind> {
    let mut children = node.children();
    let fact = name(b, &children.one(Rule::name)?);
    let above_is_invalid = children.maybe(Rule::above_is_invalid).is_some();
    children.end()?;
    Ok(SettlementKind::Ceiling { fact, above_is_invalid })
}
