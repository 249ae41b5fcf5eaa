//! Several awards: rivals, joint limits, order.

use super::award::pers;
use super::condition::condition;
use super::expression::expression;
use super::list;
use super::literal::{elsewhere, ids, quantity};
use super::names::Names;
use crate::ast::{Ceilings, Elsewhere, Exclusive, Id, Manner, Most, SettlementKind, Text, Unquantified};

pub(super) fn exclusive(names: &Names, it: &Exclusive) -> String {
    let when = it.when.as_ref().map(|it| format!(" (where {})", condition(names, it))).unwrap_or_default();
    let same = list(it.same.iter().map(|it| names.name(it)), "and");
    let same = if same.is_empty() { "project".to_owned() } else { same };
    let own = if it.between.is_empty() { "this policy".to_owned() } else { ids(&it.between) };
    let among = match it.with.as_slice() {
        [] if it.between.is_empty() => String::new(),
        [] => format!(" among {own}"),
        with => format!(" of {own} on the one hand and {} on the other", list(with.iter().map(elsewhere), "and")),
    };
    let mut said = format!("For the same {same}{when}, one award{among} counts: {}", chosen(names, &it.manner));
    if !it.except.is_empty() {
        said.push_str(&format!("; {} stand outside", ids(&it.except)));
    }
    said.push_str(match it.ceilings {
        Ceilings::Open => "",
        Ceilings::AsSums => "; a ceiling counts as the sum",
        Ceilings::Certain => "; a ceiling that is not decided does not count",
    });
    said.push_str(match it.unquantified {
        Unquantified::Open => "",
        Unquantified::Apart => "; an open sum does not count",
        Unquantified::Displaces => "; an open sum goes before the others",
    });
    said + "."
}

fn chosen(names: &Names, manner: &Manner) -> String {
    match manner {
        Manner::Best => "the combination that is best for the applicant".to_owned(),
        Manner::Highest => "the highest after its limit, taken alone".to_owned(),
        Manner::HighestBeforeLimits => "the highest before any shared limit".to_owned(),
        Manner::First => "the one that was paid before, else the best".to_owned(),
        Manner::Choice(None) => "the one that the applicant chooses".to_owned(),
        Manner::Choice(Some((fact, values))) => {
            let values = list(values.iter().map(|it| names.value(fact, it)), "or");
            format!("the one that the applicant chooses ({} is {values}, respectively)", names.name(fact))
        }
    }
}

/// A sentence on several awards; nothing for any other.
pub(super) fn across(names: &Names, it: &SettlementKind) -> Option<String> {
    let own = |of: &[Id], word: &str| if of.is_empty() { word.to_owned() } else { ids(of) };
    Some(match it {
        SettlementKind::Stacking(it) => {
            let with = own(&it.with, "any other award");
            format!("{} may be had on top of {with}.", own(&it.ids, "What this article grants"))
        }
        SettlementKind::Joint(it) => {
            let most = match &it.most {
                Most::Sum(sum) => expression(names, sum),
                Most::Count(count) => quantity(count),
            };
            format!("{} together: at most {most}{}.", own(&it.ids, "All awards"), pers(names, &it.per))
        }
        SettlementKind::Order(steps) => {
            let steps = steps.iter().map(|step| ids(step)).collect::<Vec<_>>().join(", then ");
            format!("First {steps}: what comes later uses what is left.")
        }
        SettlementKind::Fallback(it) => {
            let of = |of: &Option<Text>, ids: &[Id], word: &str| match of {
                Some(title) => elsewhere(&Elsewhere { title: title.clone(), ids: ids.to_vec() }),
                None => own(ids, word),
            };
            let then = of(&it.then_of, &it.then, "what this article grants");
            format!("Where nothing is granted under {}, {then} applies.", of(&it.first_of, &it.first, ""))
        }
        SettlementKind::After(it) => {
            format!("{} only after {} is used up.", own(&it.ids, "What this article grants"), ids(&it.first))
        }
        _ => return None,
    })
}
