//! Settlement.

use super::award::scope;
use super::condition::condition;
use super::item::answers;
use super::literal::{date, ids};
use super::names::Names;
use super::{list, words};
use crate::ast::{Ceilings, EarlierRule, Manner, Name, Settlement, SettlementKind, SettlementSentence, Unquantified};

pub(super) fn settlement(names: &Names, it: &Settlement) -> String {
    let mut said = "How the awards of one applicant come together\n".to_owned();
    said.extend(it.sentences.iter().map(|it| sentence(names, it, 2)));
    said
}

pub(super) fn sentence(names: &Names, it: &SettlementSentence, indent: usize) -> String {
    format!("{:indent$}{}  {}\n{}", "", it.id.text, kind(names, &it.kind), answers(&it.answers, indent))
}

fn kind(names: &Names, it: &SettlementKind) -> String {
    match it {
        SettlementKind::Funds(levels) => format!("The sums include funds of the {} level.", levels_of(names, levels)),
        SettlementKind::Exclusive { same, when, manner, except, ceilings, unquantified } => {
            let when = when.as_ref().map(|it| format!(" (where {})", condition(names, it))).unwrap_or_default();
            let mut said = format!("For the same {}{when}, {}", names.name(same), chosen(*manner));
            if !except.is_empty() {
                said.push_str(&format!("; {} stand outside", ids(except)));
            }
            said.push_str(match ceilings {
                Ceilings::Open => "",
                Ceilings::AsSums => "; a ceiling counts as the sum",
                Ceilings::Certain => "; a ceiling that is not decided does not count",
            });
            said.push_str(match unquantified {
                Unquantified::Open => "",
                Unquantified::Apart => "; an open sum does not count",
                Unquantified::Displaces => "; an open sum goes before the others",
            });
            said + "."
        }
        SettlementKind::Earlier { own_policy, levels, rule, base_grants_apart } => {
            let own = if *own_policy { " under this policy" } else { "" };
            let rule = match rule {
                EarlierRule::TopUp => "only the difference is paid",
                EarlierRule::NoMore => "nothing more is paid",
                EarlierRule::NotDeducted => "it is not deducted",
            };
            let apart = if *base_grants_apart { "; base grants of an upper level do not count" } else { "" };
            format!("Where funds of the {} level were received before{own}, {rule}{apart}.", levels_of(names, levels))
        }
        SettlementKind::RightsApart => "Rights that are not money do not count.".to_owned(),
        SettlementKind::Payment { rounding, quantum } => {
            format!(
                "A payment is rounded {} to a whole number of {}.",
                words::rounding(*rounding),
                words::money(&quantum.text)
            )
        }
        SettlementKind::InForce { from, earliest, event, until } => {
            let mut said = format!("In force from {}", names.name(from));
            if let Some(earliest) = earliest {
                said.push_str(&format!(", but not before {}", date(&earliest.date)));
            }
            if let Some(event) = event {
                said.push_str(&format!("; nothing where {} is earlier", names.name(event)));
            }
            if let Some(until) = until {
                said.push_str(&format!("; valid until {}", date(until)));
            }
            said + "."
        }
        SettlementKind::Ceiling { fact, above_is_invalid } => {
            let above = if *above_is_invalid { "; a decision above the ceiling is invalid" } else { "" };
            format!("The sum within a ceiling is what {} says{above}.", names.name(fact))
        }
        SettlementKind::Scope(it) => scope(names, it),
        SettlementKind::Exclusion(it) => super::definition::exclusion(names, it),
    }
}

fn levels_of(names: &Names, levels: &[Name]) -> String {
    list(levels.iter().map(|it| names.value(it, it)), "and")
}

fn chosen(manner: Manner) -> &'static str {
    match manner {
        Manner::Best => "one award counts: the combination that is best for the applicant",
        Manner::Highest => "one award counts: the highest after its limit, taken alone",
        Manner::HighestBeforeLimits => "one award counts: the highest before any shared limit",
    }
}
