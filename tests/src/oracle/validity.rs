//! Impossible input, claim by claim.

use super::clauses::Rule;
use super::figure::Figure;
use super::input::Facts;
use super::value::{Said, Value};

/// Whether a fact that the rule uses is impossible, by itself or beside another.
pub(crate) fn impossible(rule: &Rule, facts: &Facts) -> bool {
    let used = || rule.facts.iter().chain(rule.optional).chain(&rule.decided_by).chain(&["event_date"]);
    used().any(|alias| facts.get(alias) == Some(&Said::Impossible))
        || used().any(|alias| is_zero_total(alias, facts))
        || PARTS.iter().any(|(part, whole)| used().any(|alias| alias == part) && is_above(part, whole, facts))
}

/// Each part with its whole.
const PARTS: &[(&str, &str)] = &[
    ("software_hardware_investment", "actual_investment"),
    ("ai_registered_count", "total_registered_count"),
    ("ai_leased_area", "total_leased_area"),
];

fn is_zero_total(alias: &str, facts: &Facts) -> bool {
    ["total_registered_count", "total_leased_area"].contains(&alias)
        && figure(alias, facts).is_some_and(Figure::is_zero)
}

fn is_above(part: &str, whole: &str, facts: &Facts) -> bool {
    matches!((figure(part, facts), figure(whole, facts)), (Some(part), Some(whole)) if part > whole)
}

fn figure<'a>(alias: &str, facts: &'a Facts) -> Option<&'a Figure> {
    match facts.get(alias) {
        Some(Said::Known(Value::Figure(figure))) => Some(figure),
        _ => None,
    }
}
