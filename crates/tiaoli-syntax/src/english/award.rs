//! Awards: scope, subject, grant, limits.

use super::condition::{band, condition};
use super::expression::{expression, operand};
use super::literal::{elsewhere, ids, quantity};
use super::names::{Names, spoken};
use super::{list, payout, respectively, sentence, words};
use crate::ast::{Award, Grant, GrantKind, HeadSpan, Modifier, ModifierKind, Part, Per, PerKind, Quantity, Scope};

pub(super) fn scope(names: &Names, it: &Scope) -> String {
    let only_for = if it.only_for.is_empty() { String::new() } else { format!(" (for {})", ids(&it.only_for)) };
    format!("Only where {}{only_for}.", condition(names, &it.condition))
}

pub(super) fn part(names: &Names, it: &Part) -> String {
    let most = format!("at most {}{}", expression(names, &it.cap), pers(names, &it.per));
    match &it.condition {
        Some(which) => format!("Of these, where {}: {most}.", condition(names, which)),
        None => format!("{}.", sentence(&most)),
    }
}

pub(super) fn award(names: &Names, it: &Award) -> String {
    let subject = it.subject.as_ref().map(|it| format!("where {}, ", condition(names, it)));
    let modifiers: String = it.modifiers.iter().map(|it| modifier(names, it)).collect();
    let grant = grant(names, &it.grant, it.power);
    let monthly = if it.monthly { " for each month" } else { "" };
    let each = if it.each.is_some() { " to each" } else { "" };
    let grant = format!("{grant}{each}{monthly}");
    format!("{}{modifiers}.", sentence(&format!("{}{grant}", subject.unwrap_or_default())))
}

fn grant(names: &Names, it: &Grant, power: bool) -> String {
    let (is, are) = if power { ("may be", "may") } else { ("is", "") };
    let noun = match &it.in_kind {
        Some(what) => format!("“{}”", what.text),
        None => words::noun(it.noun.as_ref()).to_string(),
    };
    let of = |sums: String| format!("{noun} of {sums} {is} granted");
    match &it.kind {
        GrantKind::Sums(sums) => of(respectively(sums.iter().map(|it| expression(names, it)))),
        GrantKind::Ceilings(sums) => of(format!("up to {}", respectively(sums.iter().map(|it| expression(names, it))))),
        GrantKind::Rates(base, rates) => of(each(&rates_of(rates), "of", &operand(names, base))),
        GrantKind::PerUnit(base, figures) => of(each(&rates_of(figures), "×", &operand(names, base))),
        GrantKind::Heads(of, heads) => {
            let of_how_many = of.as_ref().map(|it| format!(", of {}", expression(names, it))).unwrap_or_default();
            let each = heads.iter().map(|it| format!("{} for {}", quantity(&it.sum), head(&it.span_of)));
            format!("{noun} {is} granted: {}{of_how_many}", each.collect::<Vec<_>>().join(", "))
        }
        GrantKind::Document(document) if it.noun.is_some() => {
            format!("{noun} {is} granted under {}", elsewhere(document))
        }
        GrantKind::Document(document) if are.is_empty() => format!("{} applies", elsewhere(document)),
        GrantKind::Document(document) => format!("{} {are} be applied", elsewhere(document)),
        GrantKind::CaseByCase => format!("it {is} decided case by case"),
        GrantKind::Unquantified(what) => format!("“{}” {is} granted; the sum is left open", what.text),
        GrantKind::Recover(sum) => format!("{} {is} to be paid back", expression(names, sum)),
        GrantKind::Unrated(base) => {
            format!("{noun} {is} granted on {}; the rate is left open", expression(names, base))
        }
        GrantKind::Right(right) if it.noun.as_ref().is_some_and(|it| it.text == "优先") => {
            format!("priority {is} given in “{}”", right.text)
        }
        GrantKind::Right(right) => format!("the right “{}” {is} given", right.text),
    }
}

fn rates_of(rates: &[Quantity]) -> Vec<String> {
    rates.iter().map(quantity).collect()
}

/// `5%, 8% and 10% of R&D respectively`
fn each(rates: &[String], by: &str, base: &str) -> String {
    let said = format!("{} {by} {base}", list(rates.iter().cloned(), "and"));
    if rates.len() > 1 { format!("{said}, respectively,") } else { said }
}

fn head(it: &HeadSpan) -> String {
    match it {
        HeadSpan::First(count) => format!("each of the first {}", count.digits),
        HeadSpan::Between(from, to) => format!("each from number {} to number {}", from.digits, to.digits),
        HeadSpan::From(from) => format!("each from number {} on", from.digits),
        HeadSpan::Rest => "each of the rest".to_owned(),
    }
}

fn modifier(names: &Names, it: &Modifier) -> String {
    match &it.kind {
        ModifierKind::Cap { per, sum } => format!("; at most {}{}", expression(names, sum), pers(names, per)),
        ModifierKind::Count { per, quantity: most } => format!("; at most {}{}", quantity(most), pers(names, per)),
        ModifierKind::Longest(most) => format!("; for at most {}", quantity(most)),
        ModifierKind::CountedBy(of) => format!("; the months are {}", expression(names, of)),
        ModifierKind::Prorated { by, rounded } => {
            let rounded = rounded.as_ref().map(|it| format!(", rounded {}", super::time::way(it))).unwrap_or_default();
            format!("; prorated by {}{rounded}", expression(names, by))
        }
        ModifierKind::SumIn(fact) => format!("; the sum is what {} says", names.name(fact)),
        ModifierKind::Shown { name, alias } => {
            format!("; the base is shown as {} ({})", spoken(alias), name.text)
        }
        ModifierKind::Unruled(holes) => {
            format!("; not ruled: {}", list(holes.iter().map(|it| band(names, it)), "or"))
        }
        ModifierKind::Except(who) => format!("; not where {}", condition(names, who)),
        ModifierKind::Instalments(it) => payout::instalments(it),
        ModifierKind::Payees(it) => format!("; paid to {}", payout::split(names, it)),
        ModifierKind::Payers(it) => format!("; borne by {}", payout::split(names, it)),
        ModifierKind::Interest(it) => payout::interest(names, it),
        ModifierKind::Promoted(it) => payout::promoted(names, it),
        ModifierKind::Stacked => "; several items add up".to_owned(),
        ModifierKind::Whole => "; the band's figure holds for the whole".to_owned(),
        ModifierKind::Marginal => "; each band's figure holds for its own part".to_owned(),
    }
}

pub(super) fn pers(names: &Names, pers: &[Per]) -> String {
    let per = |it: &Per| match &it.kind {
        PerKind::Entity(entity) => format!(" per {}", names.name(entity)),
        PerKind::Ever => " over all time".to_owned(),
        PerKind::Year(None) => " a year".to_owned(),
        PerKind::Year(Some(fact)) => format!(" a year (by {})", names.name(fact)),
    };
    pers.iter().map(per).collect()
}
