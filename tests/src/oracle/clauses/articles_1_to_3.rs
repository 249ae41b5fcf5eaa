//! Articles 1 to 3: core technology, research platforms, service platforms.

use super::super::figure::{Figure, wan};
use super::{Award, Case, PLAIN, Rule, Ruling};

/// 3.1: matching by a rule outside the text; for basic core technology at most 2000万元.
pub(super) const CORE_TECHNOLOGY: Rule = Rule {
    names: &["3.1", "3.1.a", "3.1.b"],
    facts: &["applicant_type", "ai_related", "project_approval_level", "is_foundational_core_tech"],
    decided_by: Some("matching_amount_by_rule"),
    award: core_technology,
    ..PLAIN
};

/// 3.2.b: 重点实验室（工程技术研究中心）, 1000万元 and 200万元.
pub(super) const LABORATORY: Rule = Rule {
    names: &["3.2.b"],
    facts: PLATFORM_FACTS,
    award: |case| {
        let titles = ["key_laboratory", "engineering_technology_research_center"];
        platform(case, ANYONE, true, &titles, &[("national", 1000), ("provincial", 200)])
    },
    ..PLAIN
};

/// 3.2.c: 省级企业研究院, 50万元.
pub(super) const ENTERPRISE_INSTITUTE: Rule = Rule {
    names: &["3.2.c"],
    facts: PLATFORM_FACTS,
    award: |case| platform(case, &["enterprise"], true, &["enterprise_research_institute"], &[("provincial", 50)]),
    ..PLAIN
};

/// 3.2.d: 省级重点企业研究院, by rules of province and city.
pub(super) const KEY_ENTERPRISE_INSTITUTE: Rule = Rule {
    names: &["3.2.d"],
    facts: &["applicant_type", "located_in_district", "ai_related", "platform_type", "recognition_level"],
    award: |case| {
        let titles = ["key_enterprise_research_institute"];
        let Ruling { failed, .. } = platform(case, &["enterprise"], false, &titles, &[("provincial", 0)]);
        Ruling { failed, award: Award::Referral }
    },
    ..PLAIN
};

/// 3.2.e: 研发中心（工程研究中心、企业技术中心）, 100万元, 50万元 and 20万元.
pub(super) const RD_CENTRE: Rule = Rule {
    names: &["3.2.e"],
    facts: PLATFORM_FACTS,
    award: |case| {
        let titles = ["rd_center", "engineering_research_center", "enterprise_technology_center"];
        platform(case, ANYONE, true, &titles, &[("national", 100), ("provincial", 50), ("municipal", 20)])
    },
    ..PLAIN
};

/// 3.3: 30％ of software and hardware, at most 500万元, from 500万元 actually invested.
pub(super) const SERVICE_PLATFORM: Rule = Rule {
    names: &["3.3", "3.3.a", "3.3.b"],
    facts: &[
        "is_open_shared_ai_service_platform",
        "actual_investment",
        "software_hardware_investment",
        "good_results_determined",
    ],
    award: |case| {
        let mut failed = case.lacking(&["is_open_shared_ai_service_platform", "good_results_determined"]);
        if *case.figure("actual_investment") < wan(500) {
            failed.push("actual_investment");
        }
        let sum = case.figure("software_hardware_investment").percent(30).min(wan(500));
        Ruling { failed, award: Award::Rate(sum) }
    },
    ..PLAIN
};

const ANYONE: &[&str] = &["university", "research_institute", "enterprise"];

const PLATFORM_FACTS: &[&str] =
    &["applicant_type", "located_in_district", "ai_related", "newly_recognized", "platform_type", "recognition_level"];

fn core_technology(case: &Case<'_>) -> Ruling {
    let mut failed = case.lacking(&["ai_related"]);
    if !case.is("applicant_type", &["enterprise", "public_institution", "university", "research_institute"]) {
        failed.push("applicant_type");
    }
    if !case.is("project_approval_level", &["national", "provincial", "municipal"]) {
        failed.push("project_approval_level");
    }
    let ceiling = wan(2000);
    let award = match (case.holds("is_foundational_core_tech"), case.decided) {
        (true, Some(sum)) => Award::Decided(sum.clone().min(ceiling.clone()), *sum > ceiling),
        (true, None) => Award::UpTo(ceiling),
        (false, Some(sum)) => Award::Decided(sum.clone(), false),
        (false, None) => Award::Referral,
    };
    Ruling { failed, award }
}

fn platform(case: &Case<'_>, who: &[&str], new: bool, titles: &[&str], sums: &[(&str, i64)]) -> Ruling {
    let mut failed = case.lacking(&["located_in_district", "ai_related"]);
    if new && !case.holds("newly_recognized") {
        failed.push("newly_recognized");
    }
    if !case.is("applicant_type", who) {
        failed.push("applicant_type");
    }
    if !case.is("platform_type", titles) {
        failed.push("platform_type");
    }
    let level = case.word("recognition_level");
    let sum = match sums.iter().find(|(name, _)| *name == level) {
        Some((_, sum)) => wan(*sum),
        None => {
            failed.push("recognition_level");
            Figure::zero()
        }
    };
    Ruling { failed, award: Award::Fixed(sum) }
}
