//! 读法.

use super::literal::{ids, name, text};
use super::{Builder, Built, Junk, Node, Stop, item, settlement};
use crate::ast::{Choice, ReadingItem, ReadingOption, Replacement, Text};
use crate::grammar::Rule;
use tiaoli_source::Code;

pub(crate) fn reading(b: &mut Builder<'_>, node: Node<'_>) -> Built<ReadingItem> {
    let span = b.span(&node);
    let mut children = node.children();
    let register = children.one(Rule::reading_id)?;
    let (at, register) = (b.span(&register), name(b, &register));
    let question = text(b, &children.one(Rule::string)?);
    let about = ids(b, &children.many(Rule::id));
    let mut adopted: Option<(ReadingOption, Text)> = None;
    let mut others = Vec::new();
    let mut broken = false;
    for child in children.rest() {
        match child.rule() {
            Rule::chosen => {
                let built = chosen(b, child)?;
                match &adopted {
                    None => adopted = Some(built),
                    Some((first, _)) => b.problems.push(
                        tiaoli_source::Diagnostic::new(Code::TWO_READINGS_CHOSEN)
                            .at(built.0.id.span)
                            .also(first.id.span),
                    ),
                }
            }
            Rule::other => others.extend(b.part(child, other)?),
            Rule::option_junk => {
                broken = true;
                b.broken(Junk::Choice, &child);
            }
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    match adopted {
        Some((chosen, reason)) => Ok(ReadingItem { id: register, question, about, chosen, reason, others, span }),
        None if broken => Err(Stop::Reported),
        None => Err(b.stop(Code::NO_READING_CHOSEN, at)),
    }
}

/// 采用 R1 “…” 因 “…”。
fn chosen(b: &Builder<'_>, node: Node<'_>) -> Built<(ReadingOption, Text)> {
    let span = b.span(&node);
    let mut children = node.children();
    let id = name(b, &children.one(Rule::reading_id)?);
    let words = text(b, &children.one(Rule::string)?);
    let reason = text(b, &children.one(Rule::string)?);
    children.end()?;
    let option = ReadingOption { id, words, choice: Choice::AsWritten, span };
    Ok((option, reason))
}

/// 另解 R2 “…” 改为 …。
fn other(b: &mut Builder<'_>, node: Node<'_>) -> Built<ReadingOption> {
    let span = b.span(&node);
    let mut children = node.children();
    let id = name(b, &children.one(Rule::reading_id)?);
    let words = text(b, &children.one(Rule::string)?);
    let what = children.any()?;
    children.end()?;
    let choice = match what.rule() {
        Rule::same_result => Choice::Same(text(b, &what.only()?)),
        Rule::not_computed => Choice::NotComputed(text(b, &what.only()?)),
        _ => {
            let sentences = what.children().rest();
            let sentences = (sentences.into_iter()).map(|node| replacement(b, node)).collect::<Built<_>>()?;
            Choice::Instead(sentences)
        }
    };
    Ok(ReadingOption { id, words, choice, span })
}

fn replacement(b: &mut Builder<'_>, node: Node<'_>) -> Built<Replacement> {
    Ok(match node.rule() {
        Rule::sentence => Replacement::Sentence(item::sentence(b, node)?),
        _ => Replacement::Settlement(settlement::sentence(b, node)?),
    })
}
