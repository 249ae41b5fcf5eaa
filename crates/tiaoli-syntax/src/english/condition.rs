//! Conditions.

use super::expression::{expression, first};
use super::literal::{bare, ids, quantity};
use super::names::Names;
use super::{list, time, words};
use crate::ast::{Band, Bound, BoundWord, Condition, ConditionKind, Element, ElementValue, ExpressionKind, Name};

pub(super) fn condition(names: &Names, it: &Condition) -> String {
    match &it.kind {
        ConditionKind::All(parts) => joined(names, parts, ", and "),
        ConditionKind::Any(parts) => joined(names, parts, ", or "),
        ConditionKind::Not(of) => format!("not {}", part(names, of)),
        ConditionKind::Holds(fact) => names.name(fact),
        ConditionKind::Compare(of, bound) => {
            let value = match (&bound.value.kind, bound.word) {
                (ExpressionKind::Quantity(first), BoundWord::First) => bare(first),
                _ => expression(names, &bound.value),
            };
            format!("{} {} {value}", expression(names, of), word(names, bound))
        }
        ConditionKind::OneOf(fact, elements) => {
            format!("{} is {}", names.name(fact), elements_of(names, fact, elements, "or"))
        }
        ConditionKind::Is(fact, elements) => {
            format!("{} is {}", names.name(fact), elements_of(names, fact, elements, "or"))
        }
        ConditionKind::Has(fact, elements) => {
            format!("{} includes {}", names.name(fact), elements_of(names, fact, elements, "or"))
        }
        ConditionKind::Reach { subjects, word, steps } => {
            let each = if subjects.len() > 1 { "each of " } else { "" };
            let steps = list(steps.iter().map(quantity), "or");
            format!("{each}{} {} {steps}", names.list(subjects), names.bound(*word))
        }
        ConditionKind::Bands(of, bands) => {
            format!("{} is {}", expression(names, of), list(bands.iter().map(|it| band(names, it)), "or"))
        }
        ConditionKind::Ranked(of, which) => {
            format!("it is among {} of {}", first(names, which), expression(names, of))
        }
        ConditionKind::Refused(of) => format!("nothing is granted under {}", ids(of)),
        ConditionKind::In(of, within) => time::window(names, of, within),
        ConditionKind::Valid(it) => format!("this clause is {}", time::validity(names, it)),
        ConditionKind::Years(it) => time::years(names, it),
        ConditionKind::Meets(id) => format!("the conditions of {} are met", id.text),
    }
}

fn joined(names: &Names, parts: &[Condition], by: &str) -> String {
    parts.iter().map(|it| part(names, it)).collect::<Vec<_>>().join(by)
}

/// A condition inside another.
fn part(names: &Names, it: &Condition) -> String {
    let said = condition(names, it);
    let composed = matches!(it.kind, ConditionKind::All(_) | ConditionKind::Any(_));
    if composed { format!("({said})") } else { said }
}

fn elements_of(names: &Names, fact: &Name, elements: &[Element], last: &str) -> String {
    let one = |element: &Element| {
        let values = element.values.iter().map(|value| match value {
            ElementValue::Name(value) => names.value(fact, value),
            ElementValue::Quantity(value) => quantity(value),
        });
        let values = list(values, "or");
        let values = if element.values.len() > 1 { format!("({values})") } else { values };
        match &element.side {
            None => values,
            Some(side) => format!("{values} (where {})", condition(names, side)),
        }
    };
    list(elements.iter().map(one), last)
}

pub(super) fn band(names: &Names, band: &Band) -> String {
    let end = |bound: &Bound| {
        let word = word(names, bound);
        format!("{} {}", word.strip_prefix("is ").unwrap_or(word), expression(names, &bound.value))
    };
    let ends: Vec<String> = band.low.iter().chain(&band.high).map(end).collect();
    match ends.len() {
        0 => "anything else".to_owned(),
        1 => ends.concat(),
        _ => format!("({})", ends.join(" and ")),
    }
}

/// The bound word as the document takes it, or as is said in place: 500万元（含）以上.
fn word(names: &Names, bound: &Bound) -> &'static str {
    bound.edge.map_or_else(|| names.bound(bound.word), |included| words::bound_said(bound.word, included))
}
