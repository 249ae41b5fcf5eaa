//! How an award is paid, and what a recovery adds.

use super::expression::expression;
use super::list;
use super::literal::quantity;
use super::names::Names;
use super::words;
use crate::ast::{EarlierRule, Instalments, Interest, PartPaid, Promoted, Split};

pub(super) fn instalments(it: &Instalments) -> String {
    let parts = it.parts.iter().map(|it| {
        let part = match &it.part {
            PartPaid::Share(share) => quantity(share),
            PartPaid::Sum(sum) => quantity(sum),
            PartPaid::Rest => "the rest".to_owned(),
        };
        it.label.as_ref().map_or_else(|| part.clone(), |label| format!("{part} at “{}”", label.text))
    });
    format!("; paid in instalments: {}", list(parts, "and"))
}

pub(super) fn split(names: &Names, it: &Split) -> String {
    // A party is no name of the vocabulary: it keeps its own words.
    let own = |said: String| if said.is_ascii() { said } else { format!("“{said}”") };
    let parties = list(it.names.iter().map(|it| own(names.name(it))), "and");
    if it.shares.is_empty() {
        return parties;
    }
    format!("{parties} in the proportion {}", it.shares.iter().map(quantity).collect::<Vec<_>>().join(" : "))
}

pub(super) fn interest(names: &Names, it: &Interest) -> String {
    let until = it.until.as_ref().map_or_else(|| "the date of evaluation".to_owned(), |it| names.name(it));
    let basis = it.basis.as_ref().map(|it| format!(", a year of {}", quantity(it))).unwrap_or_default();
    let rounding =
        it.rounding.as_ref().map(|(how, _)| format!(", rounded {}", words::rounding(*how))).unwrap_or_default();
    format!(
        "; with interest at {} from {} to {until}{basis}{rounding}",
        expression(names, &it.rate),
        names.name(&it.from)
    )
}

pub(super) fn promoted(names: &Names, it: &Promoted) -> String {
    let whom = it.whom.as_ref().map_or_else(|| "the project".to_owned(), |it| names.name(it));
    let rule = match it.rule {
        EarlierRule::TopUp => "only the difference is paid",
        EarlierRule::NoMore => "nothing more is paid",
        EarlierRule::NotDeducted => "it is not deducted",
    };
    format!("; where {whom} has had a lower award of this clause, {rule}")
}
