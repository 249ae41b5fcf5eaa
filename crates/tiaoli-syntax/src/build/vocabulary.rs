//! 词汇 and 等级.

use super::condition::bound;
use super::expression::factor;
use super::literal::{label, name, quantity, text};
use super::{Builder, Built, Junk, Node};
use crate::ast::{
    Attribute, AttributeKind, Condition, ConditionKind, Entity, Expression, ExpressionKind, Fact, FactKind, Ladder,
    Member, Name, Type, TypeKind,
};
use crate::grammar::Rule;
use tiaoli_source::Code;

pub(crate) fn ladder(b: &mut Builder<'_>, node: Node<'_>) -> Built<Ladder> {
    let span = b.span(&node);
    let mut children = node.children();
    let title = name(b, &children.one(Rule::name)?);
    let alias = name(b, &children.one(Rule::alias)?);
    let members = members(b, children.many(Rule::member))?;
    children.end()?;
    Ok(Ladder { name: title, alias, members, span })
}

fn members(b: &Builder<'_>, nodes: Vec<Node<'_>>) -> Built<Vec<Member>> {
    nodes.into_iter().map(|node| member(b, node)).collect()
}

fn member(b: &Builder<'_>, node: Node<'_>) -> Built<Member> {
    let mut children = node.children();
    let value = name(b, &children.one(Rule::name)?);
    let alias = name(b, &children.one(Rule::alias)?);
    let also = also_in_brackets(b, children.maybe(Rule::also_in_brackets))?;
    children.end()?;
    Ok(Member { name: value, alias, also })
}

pub(crate) fn also_in_brackets(b: &Builder<'_>, node: Option<Node<'_>>) -> Built<Vec<Name>> {
    node.map_or(Ok(Vec::new()), |node| Ok(also(b, node.only()?)))
}

fn also(b: &Builder<'_>, node: Node<'_>) -> Vec<Name> {
    let labels = node.children().rest();
    labels.iter().map(|node| label(b, node)).collect()
}

pub(crate) fn entity(b: &mut Builder<'_>, node: Node<'_>) -> Built<Entity> {
    let span = b.span(&node);
    let mut children = node.children();
    let title = name(b, &children.one(Rule::name)?);
    let mut others = also_in_brackets(b, children.maybe(Rule::also_in_brackets))?;
    let alias = name(b, &children.one(Rule::alias)?);
    others.extend(also_in_brackets(b, children.maybe(Rule::also_in_brackets))?);
    let parent = match children.maybe(Rule::parent) {
        Some(parent) => Some(name(b, &parent.only()?)),
        None => None,
    };
    let unit = match children.maybe(Rule::row_unit) {
        Some(unit) => Some(name(b, &unit.only()?)),
        None => None,
    };
    let same_by = match children.maybe(Rule::same_by) {
        Some(node) => Some(name(b, &node.children().one(Rule::name)?)),
        None => None,
    };
    let mut facts: Vec<Fact> = Vec::new();
    for child in children.rest() {
        match child.rule() {
            Rule::fact => {
                if let Some(fact) = b.part(child, fact)? {
                    on_its_own_line(b, facts.last(), &fact);
                    facts.push(fact);
                }
            }
            Rule::fact_junk => b.broken(Junk::Fact, &child),
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    Ok(Entity { name: title, also: others, alias, parent, unit, same_by, facts, span })
}

/// The grammar knows where a fact ends without a line end; readers do not.
fn on_its_own_line(b: &mut Builder<'_>, before: Option<&Fact>, fact: &Fact) {
    let Some(before) = before else { return };
    let between = b.text.get(before.span.end as usize..fact.span.start as usize);
    let ended = b.words(before.span).ends_with(['。', '；', ';']);
    if !ended && !between.unwrap_or("").contains('\n') {
        b.report(Code::FACTS_ON_ONE_LINE, fact.name.span);
    }
}

fn fact(b: &mut Builder<'_>, node: Node<'_>) -> Built<Fact> {
    let span = b.span(&node);
    let mut children = node.children();
    let title = name(b, &children.one(Rule::name)?);
    let alias = name(b, &children.one(Rule::alias)?);
    let kind = fact_kind(&children.one(Rule::fact_kind)?)?;
    let ty = fact_type(b, children.one(Rule::fact_type)?)?;
    let mut attributes = Vec::new();
    for child in children.rest() {
        attributes.push(attribute(b, &title, child)?);
    }
    Ok(Fact { name: title, alias, kind, ty, attributes, span })
}

fn fact_kind(node: &Node<'_>) -> Built<FactKind> {
    Ok(match node.text() {
        "申报" => FactKind::Declared,
        "登记" => FactKind::Recorded,
        "认定" => FactKind::Found,
        "核定" => FactKind::Determined,
        "参数" => FactKind::Parameter,
        _ => return Err(node.drift()),
    })
}

pub(crate) fn fact_type(b: &mut Builder<'_>, node: Node<'_>) -> Built<Type> {
    let span = b.span(&node);
    let mut children = node.children();
    let list = children.maybe(Rule::many).is_some();
    let child = children.any()?;
    children.end()?;
    let kind = match child.rule() {
        Rule::name => TypeKind::Named(name(b, &child)),
        Rule::one_of => TypeKind::OneOf(members(b, child.children().many(Rule::member))?),
        Rule::whole => TypeKind::Whole(name(b, &child.only()?)),
        Rule::decimal => TypeKind::Decimal(name(b, &child.only()?)),
        _ => return Err(child.drift()),
    };
    Ok(Type { kind, list, span })
}

fn attribute(b: &mut Builder<'_>, fact: &Name, node: Node<'_>) -> Built<Attribute> {
    let span = b.span(&node);
    let kind = match node.rule() {
        Rule::in_full => AttributeKind::InFull(text(b, &node.only()?)),
        Rule::also => AttributeKind::Also(also(b, node)),
        Rule::also_in_brackets => AttributeKind::Also(also(b, node.only()?)),
        Rule::default_year => AttributeKind::DefaultYearOfEvaluation,
        Rule::optional => AttributeKind::Optional,
        Rule::at_most => AttributeKind::AtMost(quantity(b, node.only()?)?),
        Rule::ratio => {
            let mut children = node.children();
            let top = factor(b, children.one(Rule::factor)?)?;
            children.maybe(Rule::divide);
            let bottom = factor(b, children.one(Rule::factor)?)?;
            children.end()?;
            AttributeKind::Ratio(top, bottom)
        }
        Rule::constraint => AttributeKind::Constraint(constraint(b, fact, node)?),
        _ => return Err(node.drift()),
    };
    Ok(Attribute { kind, span })
}

/// 不超过 实际投入 after a fact is a condition on that fact.
fn constraint(b: &mut Builder<'_>, fact: &Name, node: Node<'_>) -> Built<Condition> {
    let span = b.span(&node);
    let bound = bound(b, node.only()?)?;
    let subject = Expression { kind: ExpressionKind::Name(fact.clone()), span: fact.span };
    Ok(Condition { kind: ConditionKind::Compare(subject, bound), span })
}
