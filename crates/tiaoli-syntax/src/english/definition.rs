//! Definitions, deemings, and who gets nothing.

use super::condition::condition;
use super::expression::expression;
use super::item::sentence;
use super::literal::ids;
use super::names::Names;
use super::respectively;
use crate::ast::{Deeming, Definition, Meaning, MeaningKind, Scope};

pub(super) fn definition(names: &Names, it: &Definition) -> String {
    let title = it.title.as_ref().map(|it| format!(" “{}”", it.text)).unwrap_or_default();
    let per = it.per.as_ref().map(|it| format!(", for each {}", names.name(it))).unwrap_or_default();
    let mut said = format!("Definitions {}{title}{per}\n", it.id.text);
    said.extend(it.sentences.iter().map(|it| sentence(names, it, 2)));
    said
}

pub(super) fn meaning(names: &Names, it: &Meaning) -> String {
    let name = format!("“{}” ({})", names.name(&it.name), it.name.text);
    match &it.kind {
        MeaningKind::Truth(what) => format!("{name} means: {}.", condition(names, what)),
        MeaningKind::Value(what) => format!("{name} means {}.", expression(names, what)),
        MeaningKind::ByCase(cases, values) => {
            let values = respectively(values.iter().map(|it| expression(names, it)));
            format!("{name}: where {}, {values}.", condition(names, cases))
        }
    }
}

pub(super) fn deeming(names: &Names, it: &Deeming) -> String {
    let cases = condition(names, &it.condition);
    match &it.of {
        Some(of) => {
            format!("Where {cases}, {} is deemed to be {}.", names.name(of), names.value(of, &it.deemed))
        }
        None => format!("Where {cases}, {} is deemed to hold.", names.name(&it.deemed)),
    }
}

pub(super) fn exclusion(names: &Names, it: &Scope) -> String {
    let only_for = if it.only_for.is_empty() { String::new() } else { format!(" (for {})", ids(&it.only_for)) };
    format!("Nothing is granted where {}{only_for}.", condition(names, &it.condition))
}
