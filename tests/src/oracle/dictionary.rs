//! The table of facts, in its order, with the type of each.

/// Whom a fact is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Applicant,
    Project,
}

/// What values a fact may have.
#[derive(Clone, Copy)]
pub(crate) enum Type {
    Truth,
    Word(&'static [&'static str]),
    Words(&'static [&'static str]),
    Money,
    /// A list of money, with the number of members that it may have.
    Moneys(Option<usize>),
    Share,
    /// A whole number, from this one on.
    Whole(i64),
    Area,
    /// A JSON integer.
    Year,
    Date,
}

/// One line of the table.
pub(crate) struct Fact {
    pub(crate) alias: &'static str,
    pub(crate) of: Of,
    pub(crate) kind: Type,
}

pub(crate) const LEVELS: &[&str] = &["national", "provincial", "municipal", "district", "none"];

/// Every fact, in the order in which `needs` and `because` name them.
pub(crate) const DICTIONARY: &[Fact] = &[
    applicant(
        "applicant_type",
        Type::Word(&[
            "enterprise",
            "public_institution",
            "university",
            "research_institute",
            "new_rd_institution",
            "alliance",
            "association",
        ]),
    ),
    applicant("in_district", Type::Truth),
    applicant("is_ai_enterprise", Type::Truth),
    applicant("is_leading_enterprise", Type::Truth),
    applicant("in_city_ai_enterprise_library", Type::Truth),
    project("located_in_district", Type::Truth),
    project("ai_related", Type::Truth),
    project("award_year", Type::Year),
    project("event_date", Type::Date),
    project("authority_determined_amount", Type::Money),
    project("project_approval_level", Type::Word(LEVELS)),
    project("is_foundational_core_tech", Type::Truth),
    project("matching_amount_by_rule", Type::Money),
    project(
        "platform_type",
        Type::Word(&[
            "key_laboratory",
            "engineering_technology_research_center",
            "enterprise_research_institute",
            "key_enterprise_research_institute",
            "rd_center",
            "engineering_research_center",
            "enterprise_technology_center",
            "other",
        ]),
    ),
    project("recognition_level", Type::Word(LEVELS)),
    project("newly_recognized", Type::Truth),
    project("is_open_shared_ai_service_platform", Type::Truth),
    project("actual_investment", Type::Money),
    project("software_hardware_investment", Type::Money),
    project("good_results_determined", Type::Truth),
    project("demo_scenario_levels", Type::Words(LEVELS)),
    project("meets_first_purchase_conditions", Type::Truth),
    project("led_by_high_level_talent", Type::Truth),
    project("is_ai_startup_project", Type::Truth),
    project("tech_internationally_leading", Type::Truth),
    project("broad_industrial_prospects", Type::Truth),
    project("large_investment_determined", Type::Truth),
    project("rd_investment", Type::Money),
    project("vc_investment_rounds", Type::Moneys(None)),
    project("investors_are_vc_institutions", Type::Truth),
    project("origin", Type::Word(&["cultivated", "introduced", "neither"])),
    project("prior_year_district_contribution", Type::Money),
    project("three_year_district_contributions", Type::Moneys(Some(3))),
    project("especially_major_investment_project", Type::Truth),
    project("has_financing_need", Type::Truth),
    project(
        "talent_plan_selections",
        Type::Words(&[
            "provincial_leading_team",
            "municipal_leading_team",
            "provincial_ten_thousand_plan",
            "municipal_115_plan",
            "national_ten_thousand_plan",
            "other",
        ]),
    ),
    project("top_talent_major_project", Type::Truth),
    project("high_level_talent_recognized", Type::Truth),
    project(
        "recognition_category",
        Type::Word(&["ai_leading_enterprise", "industry_benchmark_enterprise", "ai_solution", "other"]),
    ),
    project("upstream_grant_amount", Type::Money),
    project("carrier_type", Type::Word(&["industrial_park", "building", "other"])),
    project("ai_registered_share_pct", Type::Share),
    project("ai_leased_area_share_pct", Type::Share),
    project("ai_registered_count", Type::Whole(0)),
    project("total_registered_count", Type::Whole(0)),
    project("ai_leased_area", Type::Area),
    project("total_leased_area", Type::Area),
    project("is_ai_training_test_platform", Type::Truth),
    project("platform_filed", Type::Truth),
    project("contract_recognized_and_registered", Type::Truth),
    project("registered_tech_service_contract_amount", Type::Money),
    project("standard_type", Type::Word(&["international", "national", "industry", "local", "group"])),
    project("role", Type::Word(&["lead", "participate"])),
    project("drafter_rank", Type::Whole(1)),
    project("standard_completed", Type::Truth),
    project("is_ai_conference", Type::Truth),
    project("influential_determined", Type::Truth),
    project("conference_actual_expenditure", Type::Money),
    project("kpi_year", Type::Year),
    project("ai_industry_revenue", Type::Money),
    project("listed_leading_enterprises", Type::Whole(0)),
    project("ai_solutions", Type::Whole(0)),
    project("ai_high_tech_enterprises", Type::Whole(0)),
];

/// The line of the table for this alias.
pub(crate) fn fact(alias: &str) -> Option<&'static Fact> {
    DICTIONARY.iter().find(|fact| fact.alias == alias)
}

/// Puts aliases in the order of the table and drops doubles.
pub(crate) fn in_order(aliases: &[&'static str]) -> Vec<&'static str> {
    DICTIONARY.iter().map(|fact| fact.alias).filter(|alias| aliases.contains(alias)).collect()
}

const fn applicant(alias: &'static str, kind: Type) -> Fact {
    Fact { alias, of: Of::Applicant, kind }
}

const fn project(alias: &'static str, kind: Type) -> Fact {
    Fact { alias, of: Of::Project, kind }
}
