//! 定义: meanings and deemings.

use super::condition::condition;
use super::expression::{expression, only_expression};
use super::item::sentences;
use super::literal::{id, name, text};
use super::vocabulary::also_in_brackets;
use super::{Builder, Built, Node};
use crate::ast::{Condition, Deeming, Definition, ExpressionKind, Meaning, MeaningKind};
use crate::grammar::Rule;

pub(crate) fn definition(b: &mut Builder<'_>, node: Node<'_>) -> Built<Definition> {
    let span = b.span(&node);
    let mut children = node.children();
    let section = id(b, &children.one(Rule::id)?);
    let title = children.maybe(Rule::string).map(|node| text(b, &node));
    let per = children.maybe(Rule::name).map(|node| name(b, &node));
    let sentences = sentences(b, children, None, span)?;
    Ok(Definition { id: section, title, per, sentences, span })
}

/// 所称 X x，是指 …
pub(crate) fn meaning(b: &mut Builder<'_>, node: Node<'_>) -> Built<Meaning> {
    let mut children = node.children();
    let title = name(b, &children.one(Rule::name)?);
    let alias = name(b, &children.one(Rule::alias)?);
    let also = also_in_brackets(b, children.maybe(Rule::also_in_brackets))?;
    let said = children.any()?;
    children.end()?;
    let kind = match said.rule() {
        Rule::means => means(b, said)?,
        Rule::by_cases => {
            let mut children = said.children();
            let cases = condition(b, children.one(Rule::condition)?)?;
            let values = children.many(Rule::expression);
            children.end()?;
            let values = values.into_iter().map(|node| expression(b, node)).collect::<Built<_>>()?;
            MeaningKind::ByCase(cases, values)
        }
        _ => return Err(said.drift()),
    };
    Ok(Meaning { name: title, alias, also, kind })
}

/// A sum is a value; whatever can hold is a truth.
fn means(b: &mut Builder<'_>, node: Node<'_>) -> Built<MeaningKind> {
    let mut children = node.children();
    let said = children.one(Rule::condition)?;
    // 的企业: what sort of thing it is, for readers.
    children.maybe(Rule::name);
    children.end()?;
    if let Some(sum) = only_expression(said.clone())? {
        let bracket = sum.text().starts_with(['（', '(']);
        if !bracket {
            let value = expression(b, sum)?;
            if !matches!(value.kind, ExpressionKind::Name(_)) {
                return Ok(MeaningKind::Value(value));
            }
        }
    }
    Ok(MeaningKind::Truth(condition(b, said)?))
}

/// C 的，视为 X
pub(crate) fn deeming(b: &mut Builder<'_>, node: Node<'_>) -> Built<Deeming> {
    let mut children = node.children();
    let cases = condition(b, children.one(Rule::condition)?)?;
    let child = children.one(Rule::deemed)?;
    children.end()?;
    deemed(b, cases, child)
}

/// ［级别］ 视为 X, in these cases.
pub(crate) fn deemed(b: &Builder<'_>, condition: Condition, node: Node<'_>) -> Built<Deeming> {
    let mut children = node.children();
    let of = children.maybe(Rule::deemed_of).map(|node| name(b, &node));
    let deemed = name(b, &children.one(Rule::name)?);
    children.end()?;
    Ok(Deeming { condition, of, deemed })
}
