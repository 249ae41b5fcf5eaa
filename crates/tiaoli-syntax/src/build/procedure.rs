//! 程序.

use super::item::answers;
use super::literal::{id, name, number, quantity, text};
use super::{Builder, Built, Junk, Node};
use crate::ast::{Procedure, Step, StepKind, StepPart, Text};
use crate::grammar::Rule;

pub(crate) fn procedure(b: &mut Builder<'_>, node: Node<'_>) -> Built<Procedure> {
    let span = b.span(&node);
    let mut children = node.children();
    let section = id(b, &children.one(Rule::id)?);
    let title = children.maybe(Rule::string).map(|node| text(b, &node));
    let mut steps = Vec::new();
    for child in children.rest() {
        match child.rule() {
            Rule::procedure_sentence => steps.extend(b.part(child, step)?),
            Rule::sentence_junk => b.broken(Junk::Procedure, &child),
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    Ok(Procedure { id: section, title, steps, span })
}

fn step(b: &mut Builder<'_>, node: Node<'_>) -> Built<Step> {
    let span = b.span(&node);
    let mut children = node.children();
    let clause = id(b, &children.one(Rule::id)?);
    let mut said = children.one(Rule::step)?.children();
    let answers = answers(b, &mut children)?;
    children.end()?;
    let kind = match said.maybe(Rule::step_kind).map(|it| it.text()) {
        None => StepKind::Step,
        Some("更正") => StepKind::Correction,
        Some("复核") => StepKind::Review,
        Some(_) => StepKind::Duty,
    };
    let title = name(b, &said.one(Rule::step_name)?);
    let alias = name(b, &said.one(Rule::alias)?);
    said.maybe(Rule::colon);
    let parts = said.rest().into_iter().map(|node| part(b, node)).collect::<Built<_>>()?;
    Ok(Step { id: clause, kind, name: title, alias, parts, answers, span })
}

fn part(b: &mut Builder<'_>, node: Node<'_>) -> Built<StepPart> {
    let span = b.span(&node);
    let rule = node.rule();
    let lasting = node.text().contains("为期");
    let mut children = node.children();
    let part = match rule {
        Rule::due => StepPart::Due {
            from: name(b, &children.one(Rule::step_name)?),
            time: quantity(b, children.one(Rule::count)?)?,
            lasting,
        },
        Rule::season => {
            children.maybe(Rule::each_year);
            let first = month_day(children.one(Rule::month_day)?)?;
            let last = month_day(children.one(Rule::month_day)?)?;
            StepPart::Season(first, last, span)
        }
        Rule::by_office => StepPart::By(texts(b, children.many(Rule::string))),
        Rule::to_office => StepPart::To(text(b, &children.one(Rule::string)?)),
        Rule::submitted => StepPart::Submit(texts(b, children.many(Rule::string))),
        Rule::must => StepPart::Must(text(b, &children.one(Rule::string)?)),
        Rule::must_not => StepPart::MustNot(text(b, &children.one(Rule::string)?)),
        Rule::breach => StepPart::Breach(id(b, &children.one(Rule::id)?)),
        Rule::done_on => StepPart::DoneOn(name(b, &children.one(Rule::name)?)),
        _ => return Err(children.any()?.drift()),
    };
    children.end()?;
    Ok(part)
}

fn texts(b: &Builder<'_>, nodes: Vec<Node<'_>>) -> Vec<Text> {
    nodes.iter().map(|node| text(b, node)).collect()
}

fn month_day(node: Node<'_>) -> Built<(u32, u32)> {
    let mut children = node.children();
    let month = number(&children.one(Rule::month)?)?;
    let day = number(&children.one(Rule::day)?)?;
    Ok((month, day))
}
