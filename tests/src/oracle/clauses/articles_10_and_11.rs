//! Articles 10 and 11: standards and conferences.

use super::super::figure::{Figure, wan, whole};
use super::{Award, Case, PLAIN, Rule, Ruling};

/// 3.10.a: leading an international or national standard, at most 200万元 and 80万元.
pub(super) const LEAD_STANDARD: Rule = Rule {
    names: &["3.10.a"],
    facts: &["is_ai_enterprise", "standard_type", "role", "standard_completed"],
    decided_by: Some("authority_determined_amount"),
    award: |case| {
        let mut failed = case.lacking(&["is_ai_enterprise", "standard_completed"]);
        if !case.is("role", &["lead"]) {
            failed.push("role");
        }
        let ceiling = match case.word("standard_type") {
            "international" => wan(200),
            "national" => wan(80),
            _ => {
                failed.push("standard_type");
                Figure::zero()
            }
        };
        case.up_to(failed, ceiling)
    },
    ..PLAIN
};

/// 3.10.b: among the first three of a national standard 20万元, among the first two of an industry standard 10万元.
pub(super) const TAKE_PART_IN_STANDARD: Rule = Rule {
    names: &["3.10.b"],
    facts: &["is_ai_enterprise", "standard_type", "role", "drafter_rank", "standard_completed"],
    award: take_part,
    ..PLAIN
};

/// 3.11: not above half of what a conference cost, within 100万元 a subject and year.
pub(super) const CONFERENCE: Rule = Rule {
    names: &["3.11", "3.11.a", "3.11.b"],
    facts: &[
        "applicant_type",
        "in_district",
        "is_leading_enterprise",
        "is_ai_conference",
        "influential_determined",
        "conference_actual_expenditure",
    ],
    optional: &["award_year"],
    decided_by: Some("authority_determined_amount"),
    annual_cap: Some(1_000_000),
    award: |case| {
        let mut failed = case.lacking(&["is_ai_conference", "influential_determined"]);
        match case.word("applicant_type") {
            "alliance" | "association" | "research_institute" => {}
            // 区内 governs the leading enterprise alone.
            "enterprise" => failed.extend(case.lacking(&["in_district", "is_leading_enterprise"])),
            _ => failed.push("applicant_type"),
        }
        case.up_to(failed, case.figure("conference_actual_expenditure").percent(50).min(wan(100)))
    },
    ..PLAIN
};

fn take_part(case: &Case<'_>) -> Ruling {
    let mut failed = case.lacking(&["is_ai_enterprise", "standard_completed"]);
    if !case.is("role", &["lead", "participate"]) {
        failed.push("role");
    }
    let rank = case.figure("drafter_rank");
    let tier = match case.word("standard_type") {
        "national" => Some((3, 20)),
        "industry" => Some((2, 10)),
        _ => None,
    };
    let sum = match tier {
        Some((places, sum)) => {
            if *rank > whole(places) {
                failed.push("drafter_rank");
            }
            wan(sum)
        }
        None => {
            failed.push("standard_type");
            // While the standard is unknown, a rank beyond every tier fails whatever it is.
            if case.open.contains(&"standard_type") && *rank > whole(3) {
                failed.push("drafter_rank");
            }
            Figure::zero()
        }
    };
    Ruling { failed, award: Award::Fixed(sum) }
}
