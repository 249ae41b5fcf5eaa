//! Items: the head of a policy, what awards nothing, and articles with their sentences.

use super::allocation::allocation;
use super::award::{award, part, scope};
use super::case::{case, setting};
use super::condition::{bound_word, condition};
use super::definition::{deeming, definition, meaning};
use super::literal::{id, ids, name, number, text};
use super::procedure::procedure;
use super::queue::queue_case;
use super::reading::reading;
use super::rivalry::across;
use super::settlement::settlement;
use super::vocabulary::{also_in_brackets, entity, ladder};
use super::{Builder, Built, Children, Junk, Node};
use crate::ast::{
    Article, BoundWord, Declaration, Id, Item, Name, Policy, Right, Sentence, SentenceKind, SettlementSentence, Target,
    Text,
};
use crate::grammar::Rule;
use tiaoli_source::Span;

pub(crate) fn item(b: &mut Builder<'_>, node: Node<'_>) -> Built<Item> {
    Ok(match node.rule() {
        Rule::policy => Item::Policy(policy(b, node)?),
        Rule::ladder => Item::Ladder(ladder(b, node)?),
        Rule::parameter => Item::Parameter(super::time::parameter(b, node)?),
        Rule::calendar => Item::Calendar(super::calendar::calendar(b, node)?),
        Rule::entity => Item::Entity(entity(b, node)?),
        Rule::declaration => Item::Declaration(declaration(b, node)?),
        Rule::target => Item::Target(target(b, node)?),
        Rule::right => Item::Right(right(b, node)?),
        Rule::article => Item::Article(article(b, node)?),
        Rule::definition => Item::Definition(definition(b, node)?),
        Rule::procedure => Item::Procedure(procedure(b, node)?),
        Rule::settlement => Item::Settlement(settlement(b, node)?),
        Rule::allocation => Item::Allocation(allocation(b, node)?),
        Rule::reading => Item::Reading(reading(b, node)?),
        Rule::setting => Item::Setting(setting(b, node)?),
        Rule::queue_case => Item::QueueCase(queue_case(b, node)?),
        Rule::case => Item::Case(case(b, node)?),
        _ => return Err(node.drift()),
    })
}

fn policy(b: &mut Builder<'_>, node: Node<'_>) -> Built<Policy> {
    let span = b.span(&node);
    let mut children = node.children();
    let title = text(b, &children.one(Rule::string)?);
    let also = also_in_brackets(b, children.maybe(Rule::also_in_brackets))?;
    let mut bases = Vec::new();
    let mut bounds = Vec::new();
    let mut first_day_counts = false;
    for child in children.rest() {
        match child.rule() {
            Rule::basis => bases.extend(child.children().rest().iter().map(|node| text(b, node))),
            Rule::bounds => {
                for group in child.children().many(Rule::bound_group) {
                    bounds.extend(bound_group(b, group)?);
                }
            }
            Rule::first_day => first_day_counts = true,
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    Ok(Policy { title, also, bases, bounds, first_day_counts, span })
}

/// `超过、不满 均不含本数`
fn bound_group(b: &Builder<'_>, node: Node<'_>) -> Built<Vec<(BoundWord, bool, Span)>> {
    let parts = node.children().rest();
    let included = parts.iter().any(|part| part.rule() == Rule::included);
    (parts.iter())
        .filter(|part| matches!(part.rule(), Rule::bound_after | Rule::bound_plain))
        .map(|part| Ok((bound_word(part)?, included, b.span(part))))
        .collect()
}

fn declaration(b: &mut Builder<'_>, node: Node<'_>) -> Built<Declaration> {
    let span = b.span(&node);
    let lines = node.children().many(Rule::declaration_line);
    let lines = (lines.into_iter()).map(|line| declaration_line(b, line)).collect::<Built<_>>()?;
    Ok(Declaration { lines, span })
}

fn declaration_line(b: &Builder<'_>, node: Node<'_>) -> Built<(Name, Vec<Id>, Vec<Id>)> {
    let mut children = node.children();
    let heading = name(b, &children.one(Rule::name)?);
    let list = children.one(Rule::ids)?;
    children.end()?;
    let (mut named, mut left_out) = (Vec::new(), Vec::new());
    for child in list.children().rest() {
        match child.rule() {
            Rule::id => named.push(id(b, &child)),
            _ => left_out.extend(ids(b, &child.children().many(Rule::id))),
        }
    }
    Ok((heading, named, left_out))
}

fn target(b: &mut Builder<'_>, node: Node<'_>) -> Built<Target> {
    let span = b.span(&node);
    let mut children = node.children();
    let clause = id(b, &children.one(Rule::id)?);
    let year = number(&children.one(Rule::target_year)?.only()?)?;
    let year_fact = match children.maybe(Rule::year_fact) {
        Some(node) => Some(name(b, &node.only()?)),
        None => None,
    };
    let conditions = children.many(Rule::condition);
    children.end()?;
    let conditions = (conditions.into_iter()).map(|node| condition(b, node)).collect::<Built<_>>()?;
    Ok(Target { id: clause, year, year_fact, conditions, span })
}

fn right(b: &mut Builder<'_>, node: Node<'_>) -> Built<Right> {
    let span = b.span(&node);
    let mut children = node.children();
    let clause = id(b, &children.one(Rule::id)?);
    let sentences = sentences(b, children, Some(&clause), span)?;
    Ok(Right { id: clause, sentences, span })
}

fn article(b: &mut Builder<'_>, node: Node<'_>) -> Built<Article> {
    let span = b.span(&node);
    let mut children = node.children();
    let section = id(b, &children.one(Rule::id)?);
    let title = children.maybe(Rule::string).map(|node| text(b, &node));
    let per = name(b, &children.one(Rule::name)?);
    let sentences = sentences(b, children, None, span)?;
    Ok(Article { id: section, title, per, sentences, span })
}

/// The sentences of a block; a broken one is left out and explained later.
pub(crate) fn sentences(
    b: &mut Builder<'_>,
    mut children: Children<'_>,
    block: Option<&Id>,
    span: Span,
) -> Built<Vec<Sentence>> {
    let mut sentences = Vec::new();
    for child in children.rest() {
        match child.rule() {
            Rule::sentence => sentences.extend(b.part(child, sentence)?),
            Rule::right_sentence => {
                let built = b.part(child, |b, node| sentence_of(b, node, block.cloned()))?;
                sentences.extend(built);
            }
            Rule::sentence_junk if block.is_some() => b.broken(Junk::Right, &child),
            Rule::sentence_junk => b.broken(Junk::Sentence, &child),
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    Ok(sentences)
}

pub(crate) fn sentence(b: &mut Builder<'_>, node: Node<'_>) -> Built<Sentence> {
    sentence_of(b, node, None)
}

/// A sentence, with the clause of its block where it names none.
fn sentence_of(b: &mut Builder<'_>, node: Node<'_>, block: Option<Id>) -> Built<Sentence> {
    let span = b.span(&node);
    let drift = node.drift();
    let mut children = node.children();
    let own = children.maybe(Rule::id).map(|node| id(b, &node));
    let body = children.any()?;
    let kind = match body.rule() {
        Rule::scope => SentenceKind::Scope(scope(b, body)?),
        Rule::deadline => SentenceKind::Scope(super::time::deadline(b, body)?),
        Rule::valid_clause => SentenceKind::Scope(super::time::valid_clause(b, body)?),
        Rule::part => SentenceKind::Part(part(b, body)?),
        Rule::meaning => SentenceKind::Meaning(meaning(b, body)?),
        Rule::award => award(b, body)?,
        Rule::deeming => SentenceKind::Deeming(deeming(b, body)?),
        _ => {
            let kind = across(b, body)?;
            let answers = answers(b, &mut children)?;
            children.end()?;
            let id = own.or(block).ok_or(drift)?;
            let sentence = SettlementSentence { id: id.clone(), kind, answers: answers.clone(), span };
            return Ok(Sentence { id, kind: SentenceKind::Across(Box::new(sentence)), answers, span });
        }
    };
    let answers = answers(b, &mut children)?;
    children.end()?;
    Ok(Sentence { id: own.or(block).ok_or(drift)?, kind, answers, span })
}

/// 核对说明 “…”。 after a sentence.
pub(crate) fn answers(b: &Builder<'_>, children: &mut Children<'_>) -> Built<Vec<Text>> {
    let answers = children.many(Rule::answer);
    (answers.into_iter()).map(|node| Ok(text(b, &node.only()?))).collect()
}
