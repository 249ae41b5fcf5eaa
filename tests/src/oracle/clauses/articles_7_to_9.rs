//! Articles 7 to 9: matching of upper grants, carriers, innovation vouchers.

use super::super::figure::{Figure, wan, whole};
use super::{Award, PLAIN, Rule, Ruling};

/// 3.7: matching by a rule outside the text.
pub(super) const MATCHING: Rule = Rule {
    names: &["3.7", "3.7.a"],
    facts: &["recognition_level", "newly_recognized", "recognition_category", "upstream_grant_amount"],
    decided_by: Some("matching_amount_by_rule"),
    award: |case| {
        let mut failed = case.lacking(&["newly_recognized"]);
        if case.is("recognition_category", &["other"]) {
            failed.push("recognition_category");
        }
        if !case.is("recognition_level", &["national", "provincial", "municipal"]) {
            failed.push("recognition_level");
        }
        if case.figure("upstream_grant_amount").is_zero() {
            failed.push("upstream_grant_amount");
        }
        let award = match case.decided {
            Some(sum) => Award::Decided(sum.clone(), false),
            None => Award::Referral,
        };
        Ruling { failed, award }
    },
    ..PLAIN
};

/// 3.8: both shares 30%: 100万元; both 50%: 200万元.
pub(super) const CARRIER: Rule = Rule {
    names: &["3.8", "3.8.a", "3.8.b"],
    facts: &["located_in_district", "carrier_type", "ai_registered_share_pct", "ai_leased_area_share_pct"],
    optional: &["ai_registered_count", "total_registered_count", "ai_leased_area", "total_leased_area"],
    award: |case| {
        let shares = ["ai_registered_share_pct", "ai_leased_area_share_pct"];
        let below = |line: i64| -> Vec<&'static str> {
            shares.iter().copied().filter(|share| *case.figure(share) < whole(line)).collect()
        };
        let mut failed = case.lacking(&["located_in_district"]);
        if !case.is("carrier_type", &["industrial_park", "building"]) {
            failed.push("carrier_type");
        }
        failed.extend(below(30));
        let sum = match (below(30).is_empty(), below(50).is_empty()) {
            (true, true) => wan(200),
            (true, false) => wan(100),
            (false, _) => Figure::zero(),
        };
        Ruling { failed, award: Award::Fixed(sum) }
    },
    ..PLAIN
};

/// 3.9.c: not above 30% of the contract, within 50万元 an enterprise and year; 可.
pub(super) const VOUCHERS: Rule = Rule {
    names: &["3.9.c", "3.9.b"],
    facts: &[
        "applicant_type",
        "in_district",
        "is_leading_enterprise",
        "is_ai_training_test_platform",
        "platform_filed",
        "contract_recognized_and_registered",
        "registered_tech_service_contract_amount",
    ],
    optional: &["award_year"],
    decided_by: Some("authority_determined_amount"),
    discretionary: true,
    annual_cap: Some(500_000),
    award: |case| {
        let mut failed = case.lacking(&[
            "in_district",
            "is_leading_enterprise",
            "is_ai_training_test_platform",
            "platform_filed",
            "contract_recognized_and_registered",
        ]);
        if !case.is("applicant_type", &["enterprise"]) {
            failed.push("applicant_type");
        }
        let ceiling = case.figure("registered_tech_service_contract_amount").percent(30).min(wan(50));
        case.up_to(failed, ceiling)
    },
    ..PLAIN
};
