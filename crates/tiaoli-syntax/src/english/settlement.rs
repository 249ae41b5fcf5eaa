//! Settlement.

use super::award::scope;
use super::item::answers;
use super::literal::{date, quantity};
use super::names::Names;
use super::rivalry::{across, exclusive};
use super::{list, time, words};
use crate::ast::{EarlierRule, Name, Settlement, SettlementKind, SettlementSentence, Until};

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
        SettlementKind::Exclusive(it) => exclusive(names, it),
        SettlementKind::Stacking(_)
        | SettlementKind::Joint(_)
        | SettlementKind::Order(_)
        | SettlementKind::After(_)
        | SettlementKind::Fallback(_) => across(names, it).unwrap_or_default(),
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
        SettlementKind::SetOff => "What must be paid back is deducted from what is payable.".to_owned(),
        SettlementKind::RightsApart => "Rights that are not money do not count.".to_owned(),
        SettlementKind::Payment { rounding, quantum } => {
            format!(
                "A payment is rounded {} to a whole number of {}.",
                words::rounding(*rounding),
                words::money(&quantum.text)
            )
        }
        SettlementKind::InForce { validity, earliest, event } => {
            let from = validity.from.as_ref().map(|from| time::start(names, from)).unwrap_or_default();
            let mut said = format!("In force from {from}");
            if let Some(earliest) = earliest {
                said.push_str(&format!(", but not before {}", date(&earliest.date)));
            }
            if let Some(event) = event {
                said.push_str(&format!("; nothing where {} is earlier", names.name(event)));
            }
            match &validity.until {
                None => {}
                Some(Until::Date(until)) => said.push_str(&format!("; valid until {}", date(until))),
                Some(Until::Length(length)) => said.push_str(&format!("; valid for {}", quantity(length))),
            }
            if let Some(tested) = &validity.tested {
                said.push_str(&format!("; the date that counts is {}", names.name(tested)));
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
