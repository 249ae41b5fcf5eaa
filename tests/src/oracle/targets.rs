//! Section 1.2: aims for 2023 and 2025, which award nothing.

use serde_json::json;

use super::figure::{Figure, wan, whole};
use super::input::Facts;
use super::judge;
use super::outcome::{Claim, Kind};
use super::value::{Said, Value};

/// The claim on the targets, with whether they were met.
pub(crate) fn judge(clause: &str, facts: &Facts) -> Claim {
    let mut claim = judge::no_award(clause);
    let figures =
        ["kpi_year", "ai_industry_revenue", "listed_leading_enterprises", "ai_solutions", "ai_high_tech_enterprises"];
    if figures.iter().any(|alias| facts.get(alias) == Some(&Said::Impossible)) {
        claim.outcome.kind = Kind::InvalidInput;
        claim.because = None;
    } else {
        claim.extra.push(("target_met", json!(met(clause, facts))));
    }
    claim
}

/// A clause that states one target asks for it; the section asks for that of the year given.
fn met(clause: &str, facts: &Facts) -> Option<bool> {
    let year = match (clause, facts.get("kpi_year")) {
        ("1.2.b", _) => 2023,
        ("1.2.c", _) => 2025,
        (_, Some(Said::Known(Value::Year(year)))) => *year,
        _ => return None,
    };
    let yi = |n: i64| wan(n * 10_000);
    let tests = match year {
        2023 => vec![
            // 突破 leaves the figure out.
            test(facts, "ai_industry_revenue", |revenue| *revenue > yi(1000)),
            test(facts, "listed_leading_enterprises", |count| *count >= whole(10)),
            test(facts, "ai_solutions", |count| *count >= whole(30)),
            test(facts, "ai_high_tech_enterprises", |count| *count >= whole(200)),
        ],
        2025 => vec![test(facts, "ai_industry_revenue", |revenue| *revenue >= yi(2000))],
        _ => return None,
    };
    if tests.contains(&Some(false)) {
        return Some(false);
    }
    tests.into_iter().collect::<Option<Vec<bool>>>().map(|_| true)
}

fn test(facts: &Facts, alias: &str, passes: impl Fn(&Figure) -> bool) -> Option<bool> {
    match facts.get(alias) {
        Some(Said::Known(Value::Figure(figure))) => Some(passes(figure)),
        _ => None,
    }
}
