//! The schema of one fact: how it is written, its title and wording, and who says it.

use super::object::nullable;
use crate::application::{PERCENT_PLACES, spellings};
use crate::keys;
use serde_json::{Map, Value, json};
use tiaoli_eval::number::{MONEY_SCALE, print};
use tiaoli_eval::program::{Fact, FactId, FactKind, Place, Program, Ty, Written};

/// `2021-06-30`
pub(super) const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// The name of a fact's definition: its alias, and its number where the alias is not the only one.
pub(super) fn definition_name(program: &Program, id: FactId) -> String {
    let Some(fact) = program.facts.get(id) else { return String::new() };
    let same = program.facts.iter().filter(|(_, other)| other.name.alias == fact.name.alias);
    match same.map(|(other, _)| other).position(|other| other == id) {
        Some(0) | None => fact.name.alias.clone(),
        Some(number) => format!("{}.{number}", fact.name.alias),
    }
}

/// The definition of a fact; `row` is the schema of one of its objects where it stands for a list of objects.
pub(super) fn definition(program: &Program, id: FactId, row: Option<Map<String, Value>>) -> Value {
    let Some(fact) = program.facts.get(id) else { return Value::Bool(true) };
    let plain = program.levels.iter().any(|(_, level)| level.place == Place::Values(id));
    let value = match row {
        Some(row) => list(program, id, fact, row),
        None if plain => list(program, id, fact, value(program, fact)),
        None => value(program, fact),
    };
    let mut definition = Map::new();
    definition.insert("title".to_owned(), fact.name.zh.as_str().into());
    if let Some(in_full) = &fact.name.in_full {
        definition.insert("description".to_owned(), in_full.as_str().into());
    }
    definition.extend(value);
    definition.insert("x-kind".to_owned(), kind(fact.kind).into());
    if let Ty::Number { unit, scale } = &fact.ty
        && fact.written != Written::Year
    {
        if !unit.bases().is_empty() {
            definition.insert("x-unit".to_owned(), unit.to_string().into());
        }
        for (key, bound) in [("x-least", fact.least), ("x-greatest", fact.greatest)] {
            let bound = bound.map(|bound| bound_as_written(fact.written, bound, *scale));
            definition.extend(bound.map(|bound| (key.to_owned(), bound.into())));
        }
    }
    Value::Object(definition)
}

/// A list, or an object that says what it holds and whether that is all.
fn list(program: &Program, id: FactId, fact: &Fact, items: Map<String, Value>) -> Map<String, Value> {
    let mut list = map(json!({ "type": ["array", "object", "null"], "items": items }));
    if let Some(most) = fact.list.and_then(|list| list.most) {
        list.insert("maxItems".to_owned(), most.into());
    }
    let items = format!("#/$defs/{}/items", definition_name(program, id));
    list.extend(map(json!({
        "properties": {
            keys::ROWS: { "title": "各行", "type": ["array", "null"], "items": { "$ref": items } },
            keys::COMPLETE: { "title": "已全", "type": ["boolean", "null"] },
        },
        "additionalProperties": false,
    })));
    list
}

fn value(program: &Program, fact: &Fact) -> Map<String, Value> {
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let schema = match fact.written {
        Written::Boolean => json!({ "type": "boolean" }),
        Written::Money => text(&decimals(MONEY_SCALE)),
        Written::Percent => text(&decimals(PERCENT_PLACES)),
        Written::Decimal(places) => text(&decimals(places)),
        Written::Whole => text(&decimals(0)),
        Written::Year => json!({
            "type": "integer",
            "minimum": whole(fact.least).map_or(1, |least| least.max(1)),
            "maximum": whole(fact.greatest).map_or(9999, |greatest| greatest.min(9999)),
        }),
        Written::Date => json!({ "type": "string", "format": "date", "pattern": DATE }),
        Written::Member => {
            let Ty::Member(id) = &fact.ty else { return Map::new() };
            let members = program.enums.get(*id).map(|it| it.members.as_slice()).unwrap_or_default();
            let names = members.iter().flat_map(spellings).map(Value::from).chain([Value::Null]);
            return map(json!({ "enum": names.collect::<Vec<_>>() }));
        }
        Written::Key => text("\\S"),
        Written::Rows | Written::Payment(_) => json!({ "type": "array" }),
    };
    nullable(map(schema))
}

/// A decimal with at most so many places.
pub(super) fn decimals(places: u8) -> String {
    match places {
        0 => "^[0-9]+$".to_owned(),
        _ => format!("^[0-9]+(\\.[0-9]{{1,{places}}})?$"),
    }
}

fn whole(bound: Option<i128>) -> Option<i64> {
    bound.and_then(|bound| i64::try_from(bound).ok())
}

fn bound_as_written(written: Written, bound: i128, scale: u8) -> String {
    match written {
        Written::Percent => print(bound, scale.saturating_sub(2), 0),
        Written::Money => print(bound, scale, MONEY_SCALE),
        _ => print(bound, scale, 0),
    }
}

pub(crate) fn kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Declared => "declared",
        FactKind::Recorded => "recorded",
        FactKind::Found => "found",
        FactKind::Determined => "determined",
        FactKind::Parameter => "parameter",
    }
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
