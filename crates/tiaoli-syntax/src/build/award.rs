//! Scope, subject, grant and limits.

use super::condition::condition;
use super::definition::deemed;
use super::expression::expression;
use super::grant::grant;
use super::literal::{ids, name};
use super::modifier::{cap_word, modifier, needs_unit, pers};
use super::{Builder, Built, Children, Node, time};
use crate::ast::{Award, Condition, Id, Part, Scope, SentenceKind};
use crate::grammar::Rule;
use tiaoli_source::Code;

pub(crate) fn scope(b: &mut Builder<'_>, node: Node<'_>) -> Built<Scope> {
    let mut children = node.children();
    let condition = condition(b, children.one(Rule::condition)?)?;
    let only_for = only_for(b, &mut children);
    children.end()?;
    Ok(Scope { condition, only_for })
}

/// ，适用于 3.6.b
fn only_for(b: &Builder<'_>, children: &mut Children<'_>) -> Vec<Id> {
    children.maybe(Rule::only_for).map_or(Vec::new(), |node| ids(b, &node.children().many(Rule::id)))
}

/// 对 C 的
pub(crate) fn subject(b: &mut Builder<'_>, node: Node<'_>) -> Built<Condition> {
    condition(b, node.only()?)
}

/// 不予支持 after its subject.
pub(crate) fn refused(b: &mut Builder<'_>, condition: Condition, node: Node<'_>) -> Built<Scope> {
    let mut children = node.children();
    children.maybe(Rule::noun);
    let only_for = only_for(b, &mut children);
    children.end()?;
    Ok(Scope { condition, only_for })
}

pub(crate) fn part(b: &mut Builder<'_>, node: Node<'_>) -> Built<Part> {
    let mut children = node.children();
    let cases = match children.maybe(Rule::part_cases) {
        Some(node) => Some(condition(b, node.only()?)?),
        None => None,
    };
    let per = pers(b, &mut children)?;
    cap_word(b, &children.one(Rule::cap_word)?);
    let cap = expression(b, children.one(Rule::expression)?)?;
    needs_unit(b, &cap);
    children.end()?;
    Ok(Part { condition: cases, cap, per })
}

/// 对 C 的，and what becomes of them: an award, none, or that they count as something.
pub(crate) fn award(b: &mut Builder<'_>, node: Node<'_>) -> Built<SentenceKind> {
    let span = b.span(&node);
    let mut children = node.children();
    let subject = match children.maybe(Rule::subject) {
        Some(node) => Some(subject(b, node)?),
        None => None,
    };
    if matches!(children.peek(), Some(Rule::refused | Rule::deemed)) {
        let Some(subject) = subject else { return Err(b.stop(Code::WHO_IS_MEANT, span)) };
        let child = children.any()?;
        children.end()?;
        return Ok(match child.rule() {
            Rule::refused => SentenceKind::Exclusion(refused(b, subject, child)?),
            _ => SentenceKind::Deeming(deemed(b, subject, child)?),
        });
    }
    let from = children.maybe(Rule::years);
    let power = children.maybe(Rule::power).is_some();
    let each = children.maybe(Rule::each_person).map(|node| name(b, &node));
    let monthly = children.maybe(Rule::each_month).is_some();
    let mut named = Vec::new();
    let grant = grant(b, children.one(Rule::grant)?, &mut named)?;
    let subject = match from {
        Some(node) => {
            let span = b.span(&node);
            let years = time::years(b, node, named)?;
            Some(time::both(subject, years, span))
        }
        None if named.is_empty() => subject,
        None => return Err(b.stop(Code::YEARS_FROM_WHAT, grant.span)),
    };
    let modifiers = (children.rest().into_iter()).map(|node| modifier(b, node)).collect::<Built<_>>()?;
    Ok(SentenceKind::Award(Award { subject, power, each, monthly, grant, modifiers }))
}
