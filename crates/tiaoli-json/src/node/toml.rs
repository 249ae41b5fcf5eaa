//! Trees from TOML.

use super::{Format, MAX_DEPTH, Node, place};
use crate::problem::Problem;
use crate::refused::Refused;
use toml::de::{DeTable, DeValue};

/// TOML has a type for dates: such a date is the text that it is written with, so that it can stand where a date is due.
pub(super) fn parse(text: &str) -> Result<Node, Refused> {
    let table = DeTable::parse(text).map_err(|wrong| {
        let place = wrong.span().map(|span| place(text, span.start));
        let words = wrong.message();
        // The reader's own limit, should it be the lower one.
        if words.contains("recurs") {
            Problem::TooDeep.in_text(place)
        } else {
            Problem::Syntax(Format::Toml, words.to_owned()).in_text(place)
        }
    })?;
    of_table(table.get_ref(), 0).map_err(|TooDeep| Problem::TooDeep.in_text(None))
}

struct TooDeep;

fn of_table(table: &DeTable<'_>, depth: usize) -> Result<Node, TooDeep> {
    if depth >= MAX_DEPTH {
        return Err(TooDeep);
    }
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
        let key: &toml::de::DeString<'_> = key.get_ref();
        Ok((key.to_string(), of_value(value.get_ref(), depth + 1)?))
    };
    Ok(Node::Map(entries.into_iter().map(entry).collect::<Result<_, _>>()?))
}

fn of_value(value: &DeValue<'_>, depth: usize) -> Result<Node, TooDeep> {
    Ok(match value {
        DeValue::String(it) => Node::Text(it.to_string()),
        DeValue::Integer(it) => Node::Number(it.to_string()),
        DeValue::Float(it) => Node::Number(it.to_string()),
        DeValue::Boolean(it) => Node::Bool(*it),
        DeValue::Datetime(it) => Node::Text(it.to_string()),
        DeValue::Array(_) if depth >= MAX_DEPTH => return Err(TooDeep),
        DeValue::Array(items) => {
            let items = items.iter().map(|item| of_value(item.get_ref(), depth + 1));
            Node::List(items.collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => of_table(table, depth)?,
    })
}
