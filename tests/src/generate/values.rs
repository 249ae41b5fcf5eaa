//! Values of facts: those that let a rule pay, any of a type, and figures on the thresholds.

use serde_json::{Map, Value, json};

use super::Random;
use crate::oracle::dictionary::{Fact, Type};

/// The rules, with 1.2.
pub(super) const RULES: &[&str] = &[
    "1.2", "2.3.5.b", "3.1", "3.1", "3.2.b", "3.2.c", "3.2.d", "3.2.e", "3.3", "3.3", "3.4.b", "3.4.c", "3.4.c",
    "3.5.a", "3.5.b", "3.5.b", "3.5.c", "3.5.d", "3.5.e", "3.5.f", "3.6.b", "3.6.b", "3.6.c", "3.6.d", "3.7", "3.7",
    "3.8", "3.8", "3.9.c", "3.9.c", "3.10.a", "3.10.b", "3.11", "3.11", "4.2.b",
];

/// The rule by one of its names.
pub(super) fn name(random: &mut Random, rule: &'static str) -> &'static str {
    match rule {
        "3.1" => random.pick(&["3.1", "3.1", "3.1.a", "3.1.b"]),
        "3.3" => random.pick(&["3.3", "3.3", "3.3.a", "3.3.b"]),
        "3.7" => random.pick(&["3.7", "3.7.a"]),
        "3.8" => random.pick(&["3.8", "3.8.a", "3.8.b"]),
        "3.9.c" => random.pick(&["3.9.c", "3.9.c", "3.9.b"]),
        "3.11" => random.pick(&["3.11", "3.11", "3.11.a", "3.11.b"]),
        _ => rule,
    }
}

/// The facts that a rule is about.
pub(super) fn facts(rule: &str) -> &'static [&'static str] {
    match rule {
        "1.2" => &[
            "kpi_year",
            "ai_industry_revenue",
            "listed_leading_enterprises",
            "ai_solutions",
            "ai_high_tech_enterprises",
        ],
        "3.1" => &[
            "applicant_type",
            "ai_related",
            "project_approval_level",
            "is_foundational_core_tech",
            "matching_amount_by_rule",
        ],
        "3.2.b" | "3.2.c" | "3.2.d" | "3.2.e" => &[
            "applicant_type",
            "located_in_district",
            "ai_related",
            "newly_recognized",
            "platform_type",
            "recognition_level",
        ],
        "3.3" => &[
            "is_open_shared_ai_service_platform",
            "actual_investment",
            "software_hardware_investment",
            "good_results_determined",
        ],
        "3.4.b" => &["meets_first_purchase_conditions"],
        "3.4.c" => &["demo_scenario_levels"],
        "3.5.a" => &["led_by_high_level_talent", "is_ai_startup_project"],
        "3.5.b" => &[
            "tech_internationally_leading",
            "broad_industrial_prospects",
            "large_investment_determined",
            "rd_investment",
            "authority_determined_amount",
        ],
        "3.5.c" => &["applicant_type", "vc_investment_rounds", "investors_are_vc_institutions", "origin"],
        "3.5.d" => &[
            "applicant_type",
            "vc_investment_rounds",
            "investors_are_vc_institutions",
            "origin",
            "prior_year_district_contribution",
            "three_year_district_contributions",
        ],
        "3.5.e" => &["especially_major_investment_project"],
        "3.5.f" => &["has_financing_need"],
        "3.6.b" => &["applicant_type", "ai_related", "talent_plan_selections", "authority_determined_amount"],
        "3.6.c" => &["top_talent_major_project"],
        "3.6.d" => &["in_city_ai_enterprise_library", "high_level_talent_recognized"],
        "3.7" => &[
            "recognition_category",
            "recognition_level",
            "newly_recognized",
            "upstream_grant_amount",
            "matching_amount_by_rule",
        ],
        "3.8" => &["located_in_district", "carrier_type", "ai_registered_share_pct", "ai_leased_area_share_pct"],
        "3.9.c" => &[
            "applicant_type",
            "in_district",
            "is_leading_enterprise",
            "is_ai_training_test_platform",
            "platform_filed",
            "contract_recognized_and_registered",
            "registered_tech_service_contract_amount",
            "authority_determined_amount",
        ],
        "3.10.a" => &["is_ai_enterprise", "standard_completed", "role", "standard_type", "authority_determined_amount"],
        "3.10.b" => &["is_ai_enterprise", "standard_completed", "role", "standard_type", "drafter_rank"],
        "3.11" => &[
            "applicant_type",
            "in_district",
            "is_leading_enterprise",
            "is_ai_conference",
            "influential_determined",
            "conference_actual_expenditure",
            "authority_determined_amount",
        ],
        _ => &[],
    }
}

/// A value with which the rule can pay, or a figure beside its threshold.
pub(super) fn favourable(random: &mut Random, rule: &str, fact: &Fact) -> Value {
    let words: &[&str] = match (rule, fact.alias) {
        ("3.11", "applicant_type") => &["alliance", "association", "research_institute", "enterprise", "enterprise"],
        (_, "applicant_type") => {
            &["enterprise", "enterprise", "enterprise", "enterprise", "university", "research_institute"]
        }
        ("3.2.b", "platform_type") => &["key_laboratory", "engineering_technology_research_center"],
        ("3.2.c", "platform_type") => &["enterprise_research_institute"],
        ("3.2.d", "platform_type") => &["key_enterprise_research_institute"],
        ("3.2.e", "platform_type") => &["rd_center", "engineering_research_center", "enterprise_technology_center"],
        ("3.2.b", "recognition_level") => &["national", "provincial"],
        ("3.2.c" | "3.2.d", "recognition_level") => &["provincial"],
        (_, "recognition_level" | "project_approval_level") => &["national", "provincial", "municipal"],
        (_, "origin") => &["cultivated", "introduced"],
        (_, "carrier_type") => &["industrial_park", "building"],
        (_, "recognition_category") => &["ai_leading_enterprise", "industry_benchmark_enterprise", "ai_solution"],
        ("3.10.a", "standard_type") => &["international", "national"],
        ("3.10.b", "standard_type") => &["national", "industry"],
        ("3.10.a", "role") => &["lead"],
        (_, "is_foundational_core_tech") => return json!(random.chance(60)),
        // A sum is decided in a part of the cases only.
        (_, "authority_determined_amount" | "matching_amount_by_rule") if random.chance(55) => {
            return Value::Null;
        }
        _ => &[],
    };
    match fact.kind {
        _ if !words.is_empty() => json!(random.pick(words)),
        Type::Truth => json!(true),
        _ => any(random, fact),
    }
}

/// Any value of the fact's type, figures on or beside thresholds.
pub(super) fn any(random: &mut Random, fact: &Fact) -> Value {
    match fact.kind {
        Type::Truth => json!(random.chance(50)),
        Type::Word(words) => json!(random.pick(words)),
        Type::Words(words) => words.iter().copied().filter(|_| random.chance(30)).map(Value::from).collect(),
        Type::Money => json!(random.pick(money(fact.alias))),
        Type::Moneys(_) => {
            let lists: &[&[&str]] = if fact.alias == "vc_investment_rounds" {
                &[
                    &["4000000.00", "6000000.00"],
                    &["10000000.00"],
                    &["9999999.99"],
                    &["4999999.99", "5000000.00"],
                    &[],
                    &["3333333.33", "3333333.33", "3333333.34"],
                    &["20000000"],
                ]
            } else {
                &[
                    &["1500000.00", "2000000.00", "2500000.00"],
                    &["800000.00", "1200000.00", "1500000.00"],
                    &["1000000.00", "1000000.00"],
                    &["1000000.01"],
                    &[],
                    &["0.00", "0.00", "0.00"],
                ]
            };
            json!(random.pick(lists))
        }
        Type::Share => json!(
            random.pick(&["0", "29.9999", "30.00", "30", "30.0001", "49.9999", "50.00", "50", "60.00", "100.00",])
        ),
        Type::Whole(_) if fact.alias == "drafter_rank" => {
            json!(random.pick(&["1", "2", "2", "3", "3", "4", "17"]))
        }
        Type::Whole(_) => json!(random.pick(&["0", "9", "10", "29", "30", "199", "200", "201"])),
        Type::Area => json!(random.pick(&["30.00", "29.99", "100.00"])),
        Type::Year => json!(random.pick(&[2023, 2025])),
        Type::Date => json!("2021-06-30"),
    }
}

/// Gives the counts as well as, or instead of, the percentages of some carriers.
pub(super) fn count_shares(random: &mut Random, facts: &mut Map<String, Value>) {
    if facts.contains_key("ai_registered_share_pct") && random.chance(40) {
        let (part, total) = random.pick(&[
            ("30", "100"),
            ("29", "100"),
            ("299999", "1000000"),
            ("1", "3"),
            ("1", "2"),
            ("49", "99"),
            ("50", "100"),
            ("0", "7"),
            ("7", "7"),
        ]);
        set_counts(random, facts, ("ai_registered_count", part), ("total_registered_count", total));
    }
    if facts.contains_key("ai_leased_area_share_pct") && random.chance(40) {
        let (part, total) = random.pick(&[
            ("30.00", "100.00"),
            ("29.99", "100"),
            ("333.33", "666.66"),
            ("333.32", "666.66"),
            ("50.5", "101.00"),
            ("0.00", "0.01"),
        ]);
        set_counts(random, facts, ("ai_leased_area", part), ("total_leased_area", total));
    }
}

/// Lowers a part to its whole.
pub(super) fn keep_parts_within(facts: &mut Map<String, Value>) {
    let fen = |facts: &Map<String, Value>, alias: &str| -> Option<u128> {
        let text = facts.get(alias)?.as_str()?;
        let (front, back) = text.split_once('.').unwrap_or((text, ""));
        format!("{front}{back:0<2}").parse().ok()
    };
    let (part, whole) = ("software_hardware_investment", "actual_investment");
    if let (Some(inner), Some(outer)) = (fen(facts, part), fen(facts, whole))
        && inner > outer
        && let Some(value) = facts.get(whole).cloned()
    {
        facts.insert(part.to_owned(), value);
    }
}

/// One of the two counts is left out now and then, which leaves the percentage to decide.
fn set_counts(random: &mut Random, facts: &mut Map<String, Value>, part: (&str, &str), total: (&str, &str)) {
    for (alias, value) in [part, total] {
        if !random.chance(10) {
            facts.insert(alias.to_owned(), json!(value));
        }
    }
}

fn money(alias: &str) -> &'static [&'static str] {
    match alias {
        "actual_investment" => &[
            "5000000.00",
            "4999999.99",
            "5000000.01",
            "5000000",
            "20000000.00",
            "20000000.00",
            "16666666.67",
            "30000000.5",
        ],
        "software_hardware_investment" => &[
            "16666666.66",
            "16666666.67",
            "5000000.00",
            "4999999.99",
            "1234567.89",
            "0.01",
            "0.03",
            "0.00",
            "20000000.00",
        ],
        "rd_investment" => &["10000000.00", "3333333.33", "20000000.00", "0.01", "0.00"],
        "registered_tech_service_contract_amount" => {
            &["1666666.66", "1666666.67", "1000000.00", "1000000.00", "5000000.00", "0.01", "0.00"]
        }
        "conference_actual_expenditure" => {
            &["1999999.99", "2000000.00", "2000000.01", "1000000.00", "1200000.00", "0.01", "0.00"]
        }
        "authority_determined_amount" => &[
            "100000.00",
            "300000.00",
            "499999.99",
            "500000.00",
            "500000.01",
            "800000.01",
            "1000000.00",
            "2000000.01",
            "5000000.01",
            "0.00",
        ],
        "matching_amount_by_rule" => &["700000.00", "20000000.00", "20000000.01", "25000000.00", "19999999.99", "0.00"],
        "upstream_grant_amount" => &["0.00", "0.01", "1000000.00", "1000000.00"],
        "prior_year_district_contribution" => &["1000000.00", "0.00", "1000000.01", "2500000.00"],
        "ai_industry_revenue" => {
            &["100000000000.00", "100000000000.01", "99999999999.99", "200000000000.00", "199999999999.99"]
        }
        _ => &["0.00", "0.01", "1000000.00"],
    }
}
