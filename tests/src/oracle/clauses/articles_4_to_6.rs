//! Articles 4 to 6: demonstration, investment and talent.

use super::super::figure::{Figure, wan};
use super::{Award, Case, PLAIN, Rule, Ruling};

/// 3.4.b: government first purchase.
pub(super) const FIRST_PURCHASE: Rule = Rule {
    names: &["3.4.b"],
    facts: &["meets_first_purchase_conditions"],
    monetary: false,
    award: |case| all_of(case, &["meets_first_purchase_conditions"], Award::Right),
    ..PLAIN
};

/// 3.4.c: 100万元, 80万元 and 50万元; the highest listing counts.
pub(super) const DEMONSTRATION: Rule = Rule {
    names: &["3.4.c"],
    facts: &["demo_scenario_levels"],
    award: |case| {
        let sums = [("national", 100), ("provincial", 80), ("municipal", 50)];
        let (failed, sum) = highest(case, "demo_scenario_levels", &sums);
        Ruling { failed, award: Award::Fixed(sum) }
    },
    ..PLAIN
};

/// 3.5.a: 可按照“5050计划”.
pub(super) const START_UP: Rule = Rule {
    names: &["3.5.a"],
    facts: &["led_by_high_level_talent", "is_ai_startup_project"],
    discretionary: true,
    award: |case| all_of(case, &["led_by_high_level_talent", "is_ai_startup_project"], Award::Referral),
    ..PLAIN
};

/// 3.5.b: 可按其研发投入最高给予15%, without a figure in yuan.
pub(super) const LEADING_PROJECT: Rule = Rule {
    names: &["3.5.b"],
    facts: &[
        "tech_internationally_leading",
        "broad_industrial_prospects",
        "large_investment_determined",
        "rd_investment",
    ],
    decided_by: Some("authority_determined_amount"),
    discretionary: true,
    award: |case| {
        let failed = case.lacking(&[
            "tech_internationally_leading",
            "broad_industrial_prospects",
            "large_investment_determined",
        ]);
        case.up_to(failed, case.figure("rd_investment").percent(15))
    },
    ..PLAIN
};

/// 3.5.c: three years' rent, at a rate that the text does not state.
pub(super) const RENT: Rule = Rule {
    names: &["3.5.c"],
    facts: &["applicant_type", "vc_investment_rounds", "investors_are_vc_institutions", "origin"],
    award: |case| Ruling { failed: unfunded(case), award: Award::Right },
    ..PLAIN
};

/// 3.5.d: aid on the increment of three years, at a rate that the text does not state.
pub(super) const CONTRIBUTION: Rule = Rule {
    names: &["3.5.d"],
    facts: &[
        "applicant_type",
        "vc_investment_rounds",
        "investors_are_vc_institutions",
        "origin",
        "prior_year_district_contribution",
        "three_year_district_contributions",
    ],
    award: |case| {
        let base = case.figure("prior_year_district_contribution");
        let years = case.figures("three_year_district_contributions");
        let grew = years.iter().any(|year| year > base);
        let award = if grew { Award::Right } else { Award::Fixed(Figure::zero()) };
        Ruling { failed: unfunded(case), award }
    },
    ..PLAIN
};

/// 3.5.e: 一事一议.
pub(super) const MAJOR_INVESTMENT: Rule = Rule {
    names: &["3.5.e"],
    facts: &["especially_major_investment_project"],
    award: |case| all_of(case, &["especially_major_investment_project"], Award::CaseByCase),
    ..PLAIN
};

/// 3.5.f: priority with the district's fund.
pub(super) const FUND: Rule = Rule {
    names: &["3.5.f"],
    facts: &["has_financing_need"],
    monetary: false,
    award: |case| all_of(case, &["has_financing_need"], Award::Right),
    ..PLAIN
};

/// 3.6.b: at most 500万元, 260万元 and 60万元; several plans of one team or person do not add up.
pub(super) const TALENT_PLANS: Rule = Rule {
    names: &["3.6.b", "3.6.a"],
    facts: &["applicant_type", "ai_related", "talent_plan_selections"],
    decided_by: Some("authority_determined_amount"),
    award: |case| {
        let sums = [
            ("provincial_leading_team", 500),
            ("municipal_leading_team", 500),
            ("provincial_ten_thousand_plan", 260),
            ("municipal_115_plan", 60),
        ];
        let (mut failed, ceiling) = highest(case, "talent_plan_selections", &sums);
        failed.extend(case.lacking(&["ai_related"]));
        if case.is("applicant_type", &["alliance", "association"]) {
            failed.push("applicant_type");
        }
        case.up_to(failed, ceiling)
    },
    ..PLAIN
};

/// 3.6.c: 一事一议.
pub(super) const TOP_TALENT: Rule = Rule {
    names: &["3.6.c"],
    facts: &["top_talent_major_project"],
    award: |case| all_of(case, &["top_talent_major_project"], Award::CaseByCase),
    ..PLAIN
};

/// 3.6.d: by policies of the city.
pub(super) const LIBRARY_TALENT: Rule = Rule {
    names: &["3.6.d"],
    facts: &["in_city_ai_enterprise_library", "high_level_talent_recognized"],
    award: |case| all_of(case, &["in_city_ai_enterprise_library", "high_level_talent_recognized"], Award::Referral),
    ..PLAIN
};

fn all_of(case: &Case<'_>, aliases: &[&'static str], award: Award) -> Ruling {
    Ruling { failed: case.lacking(aliases), award }
}

/// The greatest sum among those of the words that are listed, in 万元.
fn highest(case: &Case<'_>, alias: &'static str, sums: &[(&str, i64)]) -> (Vec<&'static str>, Figure) {
    let listed = sums.iter().filter(|(word, _)| case.lists(alias, word)).map(|(_, sum)| *sum).max();
    match listed {
        Some(sum) => (Vec::new(), wan(sum)),
        None => (vec![alias], Figure::zero()),
    }
}

/// What 3.5.c and 3.5.d ask for and this case lacks.
fn unfunded(case: &Case<'_>) -> Vec<&'static str> {
    let mut failed = case.lacking(&["investors_are_vc_institutions"]);
    if !case.is("applicant_type", &["enterprise"]) {
        failed.push("applicant_type");
    }
    let total = case.figures("vc_investment_rounds").iter().fold(Figure::zero(), |sum, one| sum.plus(one));
    if total < wan(1000) {
        failed.push("vc_investment_rounds");
    }
    if !case.is("origin", &["cultivated", "introduced"]) {
        failed.push("origin");
    }
    failed
}
