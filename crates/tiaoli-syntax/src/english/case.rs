//! Golden cases.

use super::literal::{date, id, ids, quantity};
use super::names::Names;
use super::{list, words};
use crate::ast::{
    Case, CaseProject, Earlier, Expected, ExpectedKind, Given, GivenKind, GivenRows, Name, Outcome, Quantity, RowOf,
    Setting, Value, ValueKind,
};

pub(super) fn setting(names: &Names, it: &Setting) -> String {
    format!("Cases may start from “{}”: {}.\n", it.title.text, givens(names, &it.givens))
}

pub(super) fn case(names: &Names, it: &Case) -> String {
    let confirmed = if it.confirmed { "" } else { ", to be confirmed" };
    let head = format!("Case {} “{}”{confirmed}", ids(&it.ids), it.title.text);
    let outcomes: Vec<String> = it.outcomes.iter().map(|it| outcome(names, it)).collect();
    let outcomes = outcomes.join("; ");
    match it.projects.as_slice() {
        [CaseProject { name: None, givens: facts, .. }] => {
            format!("{head}: {} ⇒ {outcomes}.\n", givens(names, facts))
        }
        projects => {
            let mut said = format!("{head}\n");
            if !it.givens.is_empty() {
                said.push_str(&format!("  for all: {}.\n", givens(names, &it.givens)));
            }
            said.extend(projects.iter().map(|it| project(names, it)));
            said + &format!("  ⇒ {outcomes}.\n")
        }
    }
}

fn project(names: &Names, it: &CaseProject) -> String {
    let asked = if it.ids.is_empty() { String::new() } else { format!(" ({})", ids(&it.ids)) };
    let name = it.name.as_ref().map_or("", |it| it.text.as_str());
    format!("  “{name}”{asked}: {}.\n", givens(names, &it.givens))
}

pub(super) fn givens(names: &Names, it: &[Given]) -> String {
    if it.is_empty() {
        return "nothing more is known".to_owned();
    }
    it.iter().map(|it| given(names, it)).collect::<Vec<_>>().join(", ")
}

fn given(names: &Names, it: &Given) -> String {
    match &it.kind {
        GivenKind::Same => "as above".to_owned(),
        GivenKind::Setting(title) => format!("“{}”", title.text),
        GivenKind::Holds(fact) => names.name(fact),
        GivenKind::Not(fact) => format!("not {}", names.name(fact)),
        GivenKind::Unknown(fact) => format!("{} unknown", names.name(fact)),
        GivenKind::Is(fact, values) => {
            format!("{} {}", names.name(fact), list(values.iter().map(|it| value(names, fact, it)), "and"))
        }
        GivenKind::Empty(fact) => format!("no {}", names.name(fact)),
        GivenKind::Incomplete(list) => format!("there may be more {}", names.name(list)),
        GivenKind::Rows(of, rows) => {
            format!("{}: {}", names.name(of), list(rows.iter().map(|it| given_rows(names, it)), "and"))
        }
        GivenKind::AsOf(day) => format!("evaluated on {}", date(day)),
        GivenKind::AssumeInForce(true) => "taken to be in force".to_owned(),
        GivenKind::AssumeInForce(false) => "not taken to be in force".to_owned(),
        GivenKind::Earlier(it) => earlier(names, it),
    }
}

fn given_rows(names: &Names, it: &GivenRows) -> String {
    let who = match (&it.name, &it.count) {
        (Some(name), _) => format!("“{}”", name.text),
        (None, Some(count)) => quantity(count),
        (None, None) => "one".to_owned(),
    };
    format!("{who} ({})", givens(names, &it.givens))
}

fn row_of(names: &Names, it: &RowOf) -> String {
    let which = match (&it.name, &it.number) {
        (Some(name), _) => format!("“{}”", name.text),
        (None, Some(number)) => format!("number {}", number.digits),
        (None, None) => String::new(),
    };
    format!("{} {which}: ", names.name(&it.list))
}

fn value(names: &Names, fact: &Name, it: &Value) -> String {
    match &it.kind {
        ValueKind::Quantity(it) => quantity(it),
        ValueKind::Date(it) => date(it),
        ValueKind::Name(it) => own(names.value(fact, it)),
        ValueKind::Raw(it) => format!("“{}”", it.text),
        ValueKind::Unknown => "unknown".to_owned(),
    }
}

fn earlier(names: &Names, it: &Earlier) -> String {
    let whose = match &it.project {
        None => "another project".to_owned(),
        Some(project) if project.text == "本项目" => "this project".to_owned(),
        Some(project) => format!("“{}”", project.text),
    };
    let clause = if it.clause.text.is_ascii() { it.clause.text.clone() } else { format!("“{}”", it.clause.text) };
    let base = if it.base_grant { " as a base grant" } else { "" };
    // A level that the policy does not declare keeps its own words.
    let level = it.level.as_ref().map(|it| format!(" from {} funds", own(names.value(it, it)))).unwrap_or_default();
    format!("{whose} received {} under {clause} in {}{level}{base}", quantity(&it.amount), it.year)
}

fn outcome(names: &Names, it: &Outcome) -> String {
    let expected: Vec<String> = it.expected.iter().map(|it| one(names, it)).collect();
    readings(&it.readings, expected.join(", "))
}

/// What comes out under the readings of the policy, or under others.
pub(super) fn readings(readings: &[(Name, Name)], expected: String) -> String {
    if readings.is_empty() {
        return expected;
    }
    let readings = list(readings.iter().map(|(question, option)| format!("{} {}", question.text, option.text)), "and");
    format!("read as {readings} ⇒ {expected}")
}

fn one(names: &Names, it: &Expected) -> String {
    let project = it.project.as_ref().map(|it| format!("“{}” ", it.text)).unwrap_or_default();
    let clause = it.clause.as_ref().map(|it| format!("{} ", id(it))).unwrap_or_default();
    let row = it.row.as_ref().map(|it| row_of(names, it)).unwrap_or_default();
    let power = if it.power { "may be granted: " } else { "" };
    format!("{project}{clause}{row}{power}{}", expected(names, &it.kind))
}

fn expected(names: &Names, it: &ExpectedKind) -> String {
    match it {
        ExpectedKind::Sum(sum) => quantity(sum),
        ExpectedKind::UpTo(sum) => format!("up to {}", quantity(sum)),
        ExpectedKind::Range(low, high) => format!("{} to {}", quantity(low), quantity(high)),
        ExpectedKind::Pending { low, high, unruled: true, .. } => {
            format!("not settled, {} (the document does not say)", between(low, high.as_ref()))
        }
        ExpectedKind::Pending { low, high, lacks, .. } => {
            let lacks = if lacks.is_empty() { String::new() } else { format!(" (missing: {})", names.list(lacks)) };
            format!("not settled, {}{lacks}", between(low, high.as_ref()))
        }
        ExpectedKind::None(why) => format!("nothing{}", because(names, why)),
        ExpectedKind::Invalid(why) => format!("impossible input{}", because(names, why)),
        ExpectedKind::Document(document) => format!("under “{}”", document.text),
        ExpectedKind::CaseByCase => "decided case by case".to_owned(),
        ExpectedKind::Right(right) => format!("the right “{}”", right.text),
        ExpectedKind::Unquantified => "the sum is left open".to_owned(),
        ExpectedKind::Shown(name, Some(value)) => format!("{} {}", names.name(name), quantity(value)),
        ExpectedKind::Shown(name, None) => format!("{} unknown", names.name(name)),
        ExpectedKind::Clamped => "the decision is cut back to the limit".to_owned(),
        ExpectedKind::Target(Some(true)) => "target reached".to_owned(),
        ExpectedKind::Target(Some(false)) => "target not reached".to_owned(),
        ExpectedKind::Target(None) => "target not known".to_owned(),
        ExpectedKind::Payable(low, high) => format!("payable {}", between(low, high.as_ref())),
        ExpectedKind::Paid(low, high) => format!("{} paid", between(low, high.as_ref())),
        ExpectedKind::Total(low, high) => format!("{} in total", between(low, high.as_ref())),
        ExpectedKind::Recovery(sum) => format!("{} to be paid back", quantity(sum)),
        ExpectedKind::NetPayable(low, high) => format!("payable after set-off {}", ends(low, high.as_ref())),
        ExpectedKind::NetRecovery(low, high) => format!("to be paid back after set-off {}", ends(low, high.as_ref())),
        ExpectedKind::InKind { most, quantity: of, of: what } => {
            format!("{}{} of “{}”", if *most { "up to " } else { "" }, quantity(of), what.text)
        }
        ExpectedKind::Plan(parts) => {
            let parts = parts.iter().map(|(label, sum)| format!("{} at “{}”", quantity(sum), label.text));
            format!("in instalments {}", list(parts, "and"))
        }
        ExpectedKind::Payees(parts) => format!("paid to {}", shares(names, parts)),
        ExpectedKind::Payers(parts) => format!("borne by {}", shares(names, parts)),
        ExpectedKind::Chosen(clause) => format!("{} is chosen", id(clause)),
    }
}

fn between(low: &Quantity, high: Option<&Quantity>) -> String {
    let (low, high) = (quantity(low), high.map(quantity));
    match high {
        None => format!("{low} or more"),
        Some(high) if high == low => low,
        Some(high) => format!("{low} to {high}"),
    }
}

fn because(names: &Names, why: &[Name]) -> String {
    if why.is_empty() {
        return String::new();
    }
    let reason = |it: &Name| words::reason(&it.text).map_or_else(|| names.name(it), str::to_owned);
    format!(" (because of: {})", list(why.iter().map(reason), "and"))
}

/// A sum, or two ends.
fn ends(low: &Quantity, high: Option<&Quantity>) -> String {
    match high {
        Some(high) if high.digits == low.digits && high.zeros == low.zeros => quantity(low),
        Some(high) => format!("{} to {}", quantity(low), quantity(high)),
        None => format!("{} or more", quantity(low)),
    }
}

fn shares(names: &Names, parts: &[(Name, Option<Quantity>)]) -> String {
    let one = |(name, sum): &(Name, Option<Quantity>)| match sum {
        Some(sum) => format!("{} {}", own(names.name(name)), quantity(sum)),
        None => own(names.name(name)),
    };
    list(parts.iter().map(one), "and")
}

/// What the vocabulary does not declare keeps its own words.
fn own(said: String) -> String {
    if said.is_ascii() { said } else { format!("“{said}”") }
}
