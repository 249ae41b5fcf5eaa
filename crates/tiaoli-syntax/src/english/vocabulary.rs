//! Vocabulary: the Chinese name stands here, once, in brackets.

use super::condition::condition;
use super::expression::expression;
use super::list;
use super::literal::quantity;
use super::names::{Names, spoken};
use super::words;
use crate::ast::{Attribute, AttributeKind, Entity, Fact, Ladder, Member, Name, TypeKind};

pub(super) fn ladder(it: &Ladder) -> String {
    let members = list(it.members.iter().map(member), "and");
    format!("Levels of {} ({}), from low to high\n  {members}.\n", spoken(&it.alias), it.name.text)
}

fn member(it: &Member) -> String {
    format!("{} ({}{})", spoken(&it.alias), it.name.text, also(&it.also))
}

fn also(names: &[Name]) -> String {
    names.iter().map(|it| format!("、{}", it.text)).collect()
}

pub(super) fn entity(names: &Names, it: &Entity) -> String {
    let parent = it.parent.as_ref().map(|it| format!(", of the {}", names.name(it))).unwrap_or_default();
    let unit = it.unit.as_ref().map(|it| format!(", counted in {}", words::unit(&it.text))).unwrap_or_default();
    let same = it.same_by.as_ref().map(|it| format!(", the same by {}", names.name(it))).unwrap_or_default();
    let also = also(&it.also);
    let mut said = format!("What is known of the {} ({}{also}){parent}{unit}{same}\n", spoken(&it.alias), it.name.text);
    said.extend(it.facts.iter().map(|it| fact(names, it)));
    said
}

fn fact(names: &Names, it: &Fact) -> String {
    let ty = match &it.ty.kind {
        TypeKind::Named(name) => words::type_name(&name.text).unwrap_or_else(|| names.name(name)),
        TypeKind::OneOf(members) => {
            format!("{} {}", if it.ty.list { "any of" } else { "one of" }, list(members.iter().map(member), "or"))
        }
        TypeKind::Whole(unit) => format!("a whole number of {}", units(&unit.text)),
        TypeKind::Decimal(unit) => format!("a number of {}", units(&unit.text)),
    };
    let list_of = if it.ty.list { "a list: " } else { "" };
    let more: String = it.attributes.iter().map(|it| attribute(names, it)).collect();
    format!("  {} ({}): {list_of}{ty}, {}{more}.\n", spoken(&it.alias), it.name.text, words::kind(it.kind))
}

fn attribute(names: &Names, it: &Attribute) -> String {
    match &it.kind {
        AttributeKind::InFull(text) => format!("; in full “{}”", text.text),
        AttributeKind::Also(others) => {
            format!("; also “{}”", others.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("”, “"))
        }
        AttributeKind::DefaultYearOfEvaluation => "; where absent, the year of evaluation".to_owned(),
        AttributeKind::Optional => "; may be absent".to_owned(),
        AttributeKind::Constraint(it) => format!("; must hold: {}", condition(names, it)),
        AttributeKind::Ratio(top, bottom) => {
            format!("; equals {} ÷ {} where both are known", expression(names, top), expression(names, bottom))
        }
        AttributeKind::AtMost(most) => format!("; at most {}", quantity(most)),
    }
}

/// `CNY per person` for 元/人.
fn units(label: &str) -> String {
    let mut words = label.split('/').map(words::unit);
    let first = words.next().unwrap_or_default();
    words.fold(first.to_owned(), |said, word| format!("{said} per {}", super::literal::singular(word)))
}
