//! Names, texts, ids and figures.

use super::{Builder, Built, Node};
use crate::ast::{Date, Elsewhere, Id, Name, Quantity, Text, Unit};
use crate::grammar::Rule;

/// A name; its quotation marks all become “ ”, so that the two ways to type them make one name.
pub(crate) fn name(b: &Builder<'_>, node: &Node<'_>) -> Name {
    Name { text: even_quotes(node.text()), span: b.span(node) }
}

/// A name that may be written as a quoted text where it holds marks or digits.
pub(crate) fn label(b: &Builder<'_>, node: &Node<'_>) -> Name {
    match node.rule() {
        Rule::string => {
            let Text { text, span } = text(b, node);
            Name { text, span }
        }
        _ => name(b, node),
    }
}

pub(crate) fn text(b: &Builder<'_>, node: &Node<'_>) -> Text {
    let mut inner = node.text().chars();
    inner.next();
    inner.next_back();
    Text { text: inner.as_str().to_owned(), span: b.span(node) }
}

pub(crate) fn id(b: &Builder<'_>, node: &Node<'_>) -> Id {
    Id { text: node.text().to_owned(), span: b.span(node) }
}

/// `“5050计划” 2.1、2.2`, from its parts.
pub(crate) fn elsewhere(b: &Builder<'_>, children: &mut super::Children<'_>) -> Built<Elsewhere> {
    let title = text(b, &children.one(Rule::string)?);
    Ok(Elsewhere { title, ids: ids(b, &children.many(Rule::id)) })
}

/// A clause of this policy, or of another with its title before it.
pub(crate) fn any_id(b: &Builder<'_>, node: Node<'_>) -> Built<Id> {
    if node.rule() == Rule::id {
        return Ok(id(b, &node));
    }
    let span = b.span(&node);
    let mut children = node.children();
    let Elsewhere { title, ids } = elsewhere(b, &mut children)?;
    children.end()?;
    let id = ids.first().map(|id| id.text.as_str()).unwrap_or_default();
    Ok(Id { text: Elsewhere::qualified(&title.text, id), span })
}

/// The clauses that stand next, of this policy or of others.
pub(crate) fn any_ids(b: &Builder<'_>, children: &mut super::Children<'_>) -> Built<Vec<Id>> {
    let mut found = Vec::new();
    while let Some(node) = children.maybe(Rule::id).or_else(|| children.maybe(Rule::clause_of)) {
        found.push(any_id(b, node)?);
    }
    Ok(found)
}

pub(crate) fn ids(b: &Builder<'_>, nodes: &[Node<'_>]) -> Vec<Id> {
    nodes.iter().map(|node| id(b, node)).collect()
}

/// `quantity`, `count` or `ordinal`: a figure and its unit.
pub(crate) fn quantity(b: &Builder<'_>, node: Node<'_>) -> Built<Quantity> {
    let span = b.span(&node);
    let mut children = node.children();
    let digits = figure_of(&children.any()?)?;
    let (zeros, unit) = units(children.many(Rule::unit));
    children.end()?;
    Ok(Quantity { digits, zeros, unit, span })
}

/// The digits of a figure, or of a numeral that stands for one.
pub(crate) fn figure_of(node: &Node<'_>) -> Built<String> {
    Ok(match node.rule() {
        Rule::numeral => count_of(node.text()).to_string(),
        Rule::figure => plain_digits(node.text()),
        _ => return Err(node.drift()),
    })
}

/// The decimal zeros that unit words add, and the unit.
pub(crate) fn units(nodes: Vec<Node<'_>>) -> (u32, Option<Unit>) {
    let mut zeros = 0;
    let mut words = Vec::new();
    for unit in &nodes {
        let (more, word) = split_scale(unit.text());
        zeros += more;
        words.push(word);
    }
    let mut words = words.into_iter();
    (zeros, words.next().map(|first| Unit { first, per: words.collect() }))
}

pub(crate) fn date(b: &Builder<'_>, node: Node<'_>) -> Built<Date> {
    let span = b.span(&node);
    let mut children = node.children();
    let year = number(&children.one(Rule::year)?)?;
    let month = number(&children.one(Rule::month)?)?;
    let day = number(&children.one(Rule::day)?)?;
    children.end()?;
    Ok(Date { year, month, day, span })
}

/// At most a few digits, as the grammar bounds them.
pub(crate) fn number(node: &Node<'_>) -> Built<u32> {
    plain_digits(node.text()).parse().map_err(|_| node.drift())
}

/// ASCII digits, without thousands commas.
pub(crate) fn plain_digits(text: &str) -> String {
    text.chars()
        .filter(|c| *c != ',')
        .map(|c| match c {
            '．' => '.',
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// 万元 is 元 with four zeros. A unit that only begins like a scale (千瓦) is taken as it is.
fn split_scale(unit: &str) -> (u32, String) {
    if unit == "%" {
        return (0, "％".to_owned());
    }
    for (scale, zeros) in [('亿', 8), ('万', 4), ('千', 3), ('百', 2)] {
        if let Some(word) = unit.strip_prefix(scale)
            && !matches!(unit, "千瓦" | "千瓦时" | "千克")
        {
            return (zeros, word.to_owned());
        }
    }
    (0, unit.to_owned())
}

fn count_of(numeral: &str) -> u32 {
    match numeral {
        "一" => 1,
        "二" | "两" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        "十" => 10,
        "十一" => 11,
        _ => 12,
    }
}

pub(crate) fn even_quotes(text: &str) -> String {
    let mut open = false;
    text.chars()
        .map(|c| match c {
            '「' => '“',
            '」' => '”',
            '"' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            _ => c,
        })
        .collect()
}
