//! The requirements that the first policy's text makes of any tool that computes it, S-01 to S-25, one test each.
//! The clause that raises each stands above it in the document's own words.

use serde_json::{Value, json};
use tiaoli::outcome::Kind;
use tiaoli::program::{Account, FactKind, LimitPeriod, LimitRoom, Op, Place};
use tiaoli_eval::{claim, trace};
use tiaoli_tests::desk::{Desk, desk};
use tiaoli_tests::policy;

fn claim(clause: &str, facts: Value) -> Value {
    desk().claim(clause, &facts)
}

/// `facts` with others in their place.
fn with(facts: &Value, others: Value) -> Value {
    let mut all = facts.clone();
    for (key, value) in others.as_object().unwrap() {
        all[key] = value.clone();
    }
    all
}

#[track_caller]
fn interval(claim: &Value, kind: &str, minimum: &str, maximum: Option<&str>) {
    assert_eq!(
        (&claim["kind"], &claim["minimum"], &claim["maximum"]),
        (&json!(kind), &json!(minimum), &json!(maximum)),
        "{claim}"
    );
}

fn service_platform() -> Value {
    json!({"is_open_shared_ai_service_platform": true, "actual_investment": "10000000.00", "software_hardware_investment": "10000000.00", "good_results_determined": true})
}

fn voucher() -> Value {
    json!({
        "applicant_type": "enterprise", "in_district": true, "is_leading_enterprise": true, "is_ai_training_test_platform": true,
        "platform_filed": true, "contract_recognized_and_registered": true, "registered_tech_service_contract_amount": "1000000.00",
    })
}

fn conference() -> Value {
    json!({"applicant_type": "association", "is_ai_conference": true, "influential_determined": true, "conference_actual_expenditure": "1000000.00"})
}

fn standard() -> Value {
    json!({"is_ai_enterprise": true, "standard_completed": true, "role": "lead", "standard_type": "international"})
}

fn matching() -> Value {
    json!({"applicant_type": "enterprise", "ai_related": true, "project_approval_level": "national", "is_foundational_core_tech": true})
}

fn laboratory() -> Value {
    json!({
        "applicant_type": "enterprise", "located_in_district": true, "ai_related": true, "newly_recognized": true,
        "platform_type": "key_laboratory", "recognition_level": "national",
    })
}

fn venture() -> Value {
    json!({
        "applicant_type": "enterprise", "vc_investment_rounds": ["4000000.00", "6000000.00"], "investors_are_vc_institutions": true, "origin": "introduced",
        "prior_year_district_contribution": "1000000.00", "three_year_district_contributions": ["1500000.00", "2000000.00", "2500000.00"],
    })
}

fn carrier() -> Value {
    json!({"located_in_district": true, "carrier_type": "building", "ai_registered_share_pct": "30.00", "ai_leased_area_share_pct": "30.00"})
}

fn talent() -> Value {
    json!({"applicant_type": "enterprise", "ai_related": true, "talent_plan_selections": ["municipal_leading_team"]})
}

fn startup() -> Value {
    json!({"tech_internationally_leading": true, "broad_industrial_prospects": true, "large_investment_determined": true, "rd_investment": "10000000.00"})
}

fn solution() -> Value {
    json!({"recognition_category": "ai_solution", "recognition_level": "provincial", "newly_recognized": true, "upstream_grant_amount": "1000000.00"})
}

/// 3.3.b “实际投入500万元以上的，服务产业取得良好成效的”: a known failure beats an unknown.
#[test]
fn s_01_tri_state_facts() {
    let none = claim(
        "3.3",
        with(
            &service_platform(),
            json!({"actual_investment": "4999999.99", "software_hardware_investment": "0.01", "good_results_determined": null}),
        ),
    );
    assert_eq!((&none["kind"], &none["because"]), (&json!("none"), &json!(["actual_investment"])));
    let open = claim("3.3", with(&service_platform(), json!({"good_results_determined": null})));
    interval(&open, "undetermined", "0.00", Some("3000000.00"));
    let not = claim("3.3", with(&service_platform(), json!({"good_results_determined": false})));
    assert_eq!((&not["kind"], &not["because"]), (&json!("none"), &json!(["good_results_determined"])));
}

/// 3.11.a “有影响力的人工智能会议”, 3.10.a “企业主导制定”: findings are awaited by name, from whoever makes them.
#[test]
fn s_02_findings_are_awaited_by_name() {
    let cases = [
        ("3.3", service_platform(), "good_results_determined"),
        ("3.5.b", startup(), "tech_internationally_leading"),
        ("3.10.a", standard(), "role"),
        ("3.11", conference(), "influential_determined"),
        ("3.9.c", voucher(), "is_leading_enterprise"),
    ];
    for (clause, facts, finding) in cases {
        let open = claim(clause, with(&facts, json!({finding: null})));
        assert_eq!(
            (&open["kind"], &open["needs"], &open["minimum"]),
            (&json!("undetermined"), &json!([finding]), &json!("0.00")),
            "{clause}: {open}"
        );
        let fact = desk().program().facts.iter().find(|(_, it)| it.name.alias == finding).unwrap().1;
        assert_eq!(fact.kind, FactKind::Found, "{finding}");
    }
    let recorded = desk().program().facts.iter().find(|(_, it)| it.name.alias == "newly_recognized").unwrap().1;
    assert_eq!(recorded.kind, FactKind::Recorded);
}

/// 3.6.b “分别给予最高不超过500万元、260万元、60万元资助”: a ceiling is [0, c], never c; a decision narrows it and is cut back.
#[test]
fn s_03_sums_are_intervals() {
    let ceilings = [
        ("3.1", matching(), "20000000.00"),
        ("3.5.b", startup(), "1500000.00"),
        ("3.6.b", talent(), "5000000.00"),
        ("3.9.c", voucher(), "300000.00"),
        ("3.10.a", standard(), "2000000.00"),
        ("3.11", conference(), "500000.00"),
    ];
    for (clause, facts, ceiling) in ceilings {
        interval(&claim(clause, facts.clone()), "up_to", "0.00", Some(ceiling));
        let decider = if clause == "3.1" { "matching_amount_by_rule" } else { "authority_determined_amount" };
        let within = claim(clause, with(&facts, json!({decider: "100000.00"})));
        assert_eq!(
            (&within["kind"], &within["amount"], &within["clamped"]),
            (&json!("fixed"), &json!("100000.00"), &json!(false)),
            "{clause}"
        );
        let above = claim(clause, with(&facts, json!({decider: "99000000.00"})));
        assert_eq!(
            (&above["kind"], &above["amount"], &above["clamped"]),
            (&json!("fixed"), &json!(ceiling), &json!(true)),
            "{clause}"
        );
    }
}

/// 3.2.d “按省、市有关规定执行”, 3.6.c “一事一议”, 3.5.c “给予三年房租补贴”: open upwards, which is not zero.
#[test]
fn s_04_open_sums_are_not_zero() {
    let open = [
        ("3.1", with(&matching(), json!({"is_foundational_core_tech": false})), "referral"),
        (
            "3.2.d",
            with(
                &laboratory(),
                json!({"platform_type": "key_enterprise_research_institute", "recognition_level": "provincial"}),
            ),
            "referral",
        ),
        ("3.5.a", json!({"led_by_high_level_talent": true, "is_ai_startup_project": true}), "referral"),
        ("3.5.c", venture(), "entitlement"),
        ("3.5.d", venture(), "entitlement"),
        ("3.5.e", json!({"especially_major_investment_project": true}), "case_by_case"),
        ("3.6.c", json!({"top_talent_major_project": true}), "case_by_case"),
        ("3.6.d", json!({"in_city_ai_enterprise_library": true, "high_level_talent_recognized": true}), "referral"),
        ("3.7", solution(), "referral"),
    ];
    for (clause, facts, kind) in open {
        let found = claim(clause, facts.clone());
        interval(&found, kind, "0.00", None);
        assert_eq!((&found["amount"], &found["monetary"]), (&Value::Null, &json!(true)), "{clause}");
        let payable = desk().decide(&desk().application(&[clause], &facts));
        assert_eq!(payable["total"]["maximum"], Value::Null, "{clause}");
    }
}

/// All of part 三: each kind of outcome is its own, with its reason.
#[test]
fn s_05_kinds_of_outcome() {
    let cases = [
        ("3.2.b", laboratory(), "fixed"),
        ("3.3", service_platform(), "rate"),
        ("3.10.a", standard(), "up_to"),
        ("3.7", solution(), "referral"),
        ("3.5.e", json!({"especially_major_investment_project": true}), "case_by_case"),
        ("3.5.c", venture(), "entitlement"),
        ("3.4.c", json!({"demo_scenario_levels": []}), "none"),
        ("3.4.c", json!({}), "undetermined"),
        ("3.4.c", json!({"demo_scenario_levels": ["ministerial"]}), "invalid_input"),
    ];
    for (clause, facts, kind) in cases {
        let found = claim(clause, facts);
        assert_eq!(found["kind"], kind, "{clause}: {found}");
        let says_why =
            !found["because"].as_array().unwrap().is_empty() || !found["needs"].as_array().unwrap().is_empty();
        assert_eq!(says_why, ["none", "undetermined", "invalid_input"].contains(&kind), "{found}");
    }
    assert_eq!(claim("2.1", json!({}))["because"], json!(["no_award"]));
}

/// 3.3.b “30％ … 最高不超过500万元”, 3.11.b “50%”: exact beyond the fen, capped before anything is cut, cut only in payment.
#[test]
fn s_06_exact_sums() {
    let below = with(
        &service_platform(),
        json!({"actual_investment": "20000000.00", "software_hardware_investment": "16666666.66"}),
    );
    let decision = desk().decide(&desk().application(&["3.3"], &below));
    assert_eq!(decision["projects"][0]["claims"][0]["amount"], "4999999.998");
    assert_eq!(decision["total"]["guaranteed"], "4999999.998");
    assert_eq!(decision["total"]["payment"]["guaranteed"], "4999999.99");
    // 5000000.001 is capped, not rounded to it
    assert_eq!(
        claim("3.3", with(&below, json!({"software_hardware_investment": "16666666.67"})))["amount"],
        "5000000.00"
    );
    interval(
        &claim("3.11", with(&conference(), json!({"conference_actual_expenditure": "1999999.99"}))),
        "up_to",
        "0.00",
        Some("999999.995"),
    );
    assert_eq!(claim("3.5.b", with(&startup(), json!({"rd_investment": "0.01"})))["maximum"], "0.0015");
    // a JSON number has been a binary fraction
    assert_eq!(claim("3.3", with(&below, json!({"software_hardware_investment": 0.1})))["kind"], "invalid_input");
}

/// 3.3.b “500万元以上”, 3.5.c “达1000万元及以上”, 3.8.b “均达到30%” include; 1.2 “突破1000亿元” does not; 3.10.b “前三位” does.
#[test]
fn s_07_bounds_as_each_clause_has_them() {
    let at = |figure: &str| {
        claim(
            "3.3",
            with(&service_platform(), json!({"actual_investment": figure, "software_hardware_investment": "1.00"})),
        )["kind"]
            .clone()
    };
    assert_eq!((at("4999999.99"), at("5000000.00")), (json!("none"), json!("rate")));
    let at = |last: &str| {
        claim("3.5.c", with(&venture(), json!({"vc_investment_rounds": ["4000000.00", last]})))["kind"].clone()
    };
    assert_eq!((at("5999999.99"), at("6000000.00")), (json!("none"), json!("entitlement")));
    let at = |share: &str| claim("3.8", with(&carrier(), json!({"ai_registered_share_pct": share})))["kind"].clone();
    assert_eq!((at("29.9999"), at("30")), (json!("none"), json!("fixed")));
    let at = |revenue: &str| {
        let facts = json!({"kpi_year": 2023, "ai_industry_revenue": revenue, "listed_leading_enterprises": "10", "ai_solutions": "30", "ai_high_tech_enterprises": "200"});
        claim("1.2", facts)["target_met"].clone()
    };
    assert_eq!((at("100000000000.00"), at("100000000000.01")), (json!(false), json!(true)));
    let at = |rank: &str| {
        claim("3.10.b", with(&standard(), json!({"standard_type": "national", "drafter_rank": rank})))["kind"].clone()
    };
    assert_eq!((at("3"), at("4")), (json!("fixed"), json!("none")));
}

/// 3.2.e “国家、省、市级…分别给予100万元、50万元、20万元奖励”: n subjects, n sums; one sum too few does not compile.
#[test]
fn s_08_respectively() {
    let at = |clause: &str, kind: &str, level: &str| {
        claim(clause, with(&laboratory(), json!({"platform_type": kind, "recognition_level": level})))["amount"].clone()
    };
    assert_eq!(at("3.2.b", "key_laboratory", "national"), "10000000.00");
    assert_eq!(at("3.2.b", "key_laboratory", "provincial"), "2000000.00");
    assert_eq!(at("3.2.b", "key_laboratory", "municipal"), "0.00");
    let levels = ["national", "provincial", "municipal"].map(|level| at("3.2.e", "rd_center", level));
    assert_eq!(levels, ["1000000.00", "500000.00", "200000.00"].map(Value::from));
    let mut package = policy::package("policies/binjiang-ai");
    let figures = "分别给予100万元、50万元、20万元奖励";
    let file = package.rules.iter_mut().find(|file| file.text.contains(figures)).unwrap();
    file.text = file.text.replacen(figures, "分别给予100万元、50万元奖励", 1);
    let compiled = tiaoli::compile(&package);
    assert!(compiled.program.is_none());
    assert!(
        compiled
            .problems
            .sorted()
            .iter()
            .any(|problem| problem.code == tiaoli::Code::ARITY && problem.clause.as_deref() == Some("3.2.e"))
    );
}

/// 3.3.b “实际投入500万元以上…按其软硬件投入的30％”: the threshold is one fact, the base another, and they must fit each other.
#[test]
fn s_09_threshold_and_base() {
    let at = |actual: &str, base: &str| {
        claim(
            "3.3",
            with(&service_platform(), json!({"actual_investment": actual, "software_hardware_investment": base})),
        )
    };
    assert_eq!(at("6000000.00", "4000000.00")["amount"], "1200000.00");
    let contradiction = at("5000000.00", "5000000.01");
    assert_eq!(
        (&contradiction["kind"], &contradiction["because"]),
        (&json!("invalid_input"), &json!(["actual_investment", "software_hardware_investment"]))
    );
}

/// 3.8.b “注册家数、租赁面积占比均达到30%、50%”: both measures, and shares compared as they are, without dividing.
#[test]
fn s_10_joint_tiers_without_division() {
    let at = |count: &str, area: &str| {
        claim("3.8", with(&carrier(), json!({"ai_registered_share_pct": count, "ai_leased_area_share_pct": area})))["amount"].clone()
    };
    assert_eq!(
        (at("50", "49.9999"), at("50", "50"), at("29.9999", "100")),
        (json!("1000000.00"), json!("2000000.00"), json!("0.00"))
    );
    let counted = |part: &str, total: &str| {
        let facts = with(
            &carrier(),
            json!({"ai_registered_share_pct": "99", "ai_registered_count": part, "total_registered_count": total}),
        );
        claim("3.8", facts)["amount"].clone()
    };
    assert_eq!(
        (counted("3", "10"), counted("299999", "1000000"), counted("300000", "1000001")),
        (json!("1000000.00"), json!("0.00"), json!("0.00"))
    );
}

/// 3.2.b “工程技术研究中心” and 3.2.e “工程研究中心” differ by two characters and by nine million yuan.
#[test]
fn s_11_exact_titles() {
    let at = |clause: &str, kind: &str| claim(clause, with(&laboratory(), json!({"platform_type": kind})));
    assert_eq!(at("3.2.b", "engineering_technology_research_center")["amount"], "10000000.00");
    assert_eq!(at("3.2.b", "engineering_research_center")["because"], json!(["platform_type"]));
    assert_eq!(at("3.2.e", "engineering_research_center")["amount"], "1000000.00");
    assert_eq!(at("3.2.e", "工程技术研究中心")["because"], json!(["platform_type"]));
    assert_eq!(at("3.2.b", "other")["kind"], "none");
    assert_eq!(at("3.2.b", "工程技术研究")["kind"], "invalid_input");
}

/// 3.9.c “单个企业年最高额度”, 3.11.b “单个主体每年最高”; 3.1.b and 3.3.b speak of the project alone.
#[test]
fn s_12_scope_of_a_cap() {
    let program = desk().program();
    for (_, rule) in program.rules.iter() {
        for limit in desk()
            .selection
            .rules
            .iter()
            .filter(|(id, _)| program.rules.get(*id).is_some_and(|it| it.id == rule.id))
            .flat_map(|(_, it)| &it.form.limits)
        {
            let limit = program.limits.get(*limit).unwrap();
            let yuan = match rule.id.as_str() {
                "3.9.c" => 500_000,
                "3.11" => 1_000_000,
                other => panic!("{other} shares no limit"),
            };
            assert_eq!(limit.room, LimitRoom::Money(yuan * 100));
            assert_eq!(program.levels.get(limit.whom).unwrap().place, Place::Applicant);
            assert!(matches!(limit.period, LimitPeriod::Year(_)));
        }
    }
    let shared = |clause: &str| {
        let (_, active) = desk()
            .selection
            .rules
            .iter()
            .find(|(id, _)| program.rules.get(*id).is_some_and(|it| it.id == clause))
            .unwrap();
        active.form.limits.len()
    };
    assert_eq!((shared("3.9.c"), shared("3.11"), shared("3.3"), shared("3.1")), (1, 1, 0, 0));
}

/// Two projects of the clause's usual facts, with what they were decided.
fn two(desk: &Desk, clause: &str, facts: &Value, sums: [&str; 2], payments: Value) -> Value {
    let mut application = desk.application(&[clause], facts);
    let first = application["projects"][0].clone();
    let project = |id: &str, sum: &str| {
        let mut project = first.clone();
        project["project_id"] = json!(id);
        project["facts"]["authority_determined_amount"] = json!(sum);
        project
    };
    application["projects"] = json!([project("P1", sums[0]), project("P2", sums[1])]);
    application["prior_awards"] = payments;
    desk.decide(&application)
}

/// 3.9.c “单个企业年最高额度不超过50万元”: one room a year for all its projects, never negative; a payment counts once.
#[test]
fn s_13_ledgers() {
    let paid = |project: &str, amount: &str, year: u32| json!({"project_id": project, "clause": "3.9.c", "amount": amount, "year": year, "level": "district"});
    let total = |payments: Value| {
        two(desk(), "3.9.c", &voucher(), ["300000.00", "300000.00"], payments)["total"]["guaranteed"].clone()
    };
    assert_eq!(total(json!([])), "500000.00");
    assert_eq!(total(json!([paid("P0", "100000.00", 2021)])), "400000.00");
    assert_eq!(total(json!([paid("P0", "100000.00", 2020)])), "500000.00");
    assert_eq!(total(json!([paid("P0", "900000.00", 2021)])), "0.00");
    // deducted from P1's own sum, and taken from the room, but not both from one yuan: min(300-200, ...) + min(300, ...) within 300
    assert_eq!(total(json!([paid("P1", "200000.00", 2021)])), "300000.00");
    let one = |payment: Value| {
        let mut application = desk().application(&["3.9.c"], &with(&voucher(), json!({"registered_tech_service_contract_amount": "9000000.00", "authority_determined_amount": "500000.00"})));
        application["prior_awards"] = json!([payment]);
        desk().decide(&application)["total"]["guaranteed"].clone()
    };
    assert_eq!(one(paid("P1", "200000.00", 2021)), "300000.00");
}

/// 5.b “同一项目按照从高、从优、不重复原则执行”, with 3.11.b: taking the best for each project by itself is not the best.
#[test]
fn s_14_best_combination() {
    let mut application = desk().application(
        &["3.11", "3.4.c"],
        &with(
            &conference(),
            json!({"authority_determined_amount": "500000.00", "demo_scenario_levels": ["municipal"]}),
        ),
    );
    application["projects"][0]["facts"]["authority_determined_amount"] = json!("600000.00");
    application["projects"][0]["facts"]["conference_actual_expenditure"] = json!("2000000.00");
    let mut second = application["projects"][0].clone();
    second["project_id"] = json!("P2");
    second["claims"] = json!(["3.11"]);
    second["facts"] = json!({"is_ai_conference": true, "influential_determined": true, "conference_actual_expenditure": "2000000.00", "authority_determined_amount": "1000000.00"});
    application["projects"] = json!([application["projects"][0], second]);
    let decision = desk().decide(&application);
    // each by itself would take 600,000 and 400,000 of the year's million; P1 steps aside
    assert_eq!(decision["total"]["guaranteed"], "1500000.00");
    assert_eq!(decision["projects"][0]["chosen"]["guaranteed"], "3.4.c");
    let renamed = {
        let mut application = application.clone();
        application["projects"][1]["project_id"] = json!("P1");
        desk().decide(&application)
    };
    assert_eq!(renamed["error"], "invalid_input");
}

/// 5.b: what cannot catch up with a certain sum drops out; what can is awaited.
#[test]
fn s_15_comparison_under_uncertainty() {
    let total = |base: &str| {
        let facts = with(
            &service_platform(),
            json!({"good_results_determined": null, "software_hardware_investment": base, "demo_scenario_levels": ["national"]}),
        );
        desk().decide(&desk().application(&["3.3", "3.4.c"], &facts))["total"].clone()
    };
    let drops = total("3000000.00");
    assert_eq!(
        (&drops["guaranteed"], &drops["maximum"], &drops["settled"]),
        (&json!("1000000.00"), &json!("1000000.00"), &json!(true))
    );
    let waits = total("4000000.00");
    assert_eq!(
        (&waits["guaranteed"], &waits["maximum"], &waits["settled"]),
        (&json!("1000000.00"), &json!("1200000.00"), &json!(false))
    );
}

/// 3.4.b “实行政府首购制度”, 4.2.b “优先保障…产业发展空间”: rights stand beside the money.
#[test]
fn s_16_rights_beside_the_choice() {
    let facts = json!({"meets_first_purchase_conditions": true, "has_financing_need": true, "demo_scenario_levels": ["national"]});
    let decision = desk().decide(&desk().application(&["2.3.5.b", "3.4.b", "3.4.c", "3.5.f", "4.2.b"], &facts));
    let clauses: Vec<&Value> = decision["rights"].as_array().unwrap().iter().map(|it| &it["clause"]).collect();
    assert_eq!(clauses, ["2.3.5.b", "3.4.b", "3.5.f", "4.2.b"]);
    assert_eq!((&decision["total"]["guaranteed"], &decision["total"]["settled"]), (&json!("1000000.00"), &json!(true)));
    let right = &decision["projects"][0]["claims"][1];
    assert_eq!((&right["monetary"], &right["amount"], &right["maximum"]), (&json!(false), &Value::Null, &Value::Null));
}

/// 5.a “本意见所涉补贴含市、区两级资金”: each payment says whose money it was; a base grant of matching is none.
#[test]
fn s_17_levels_of_funds() {
    let after = |level: &str, base_grant: bool| {
        let mut application = desk().application(&["3.4.c"], &json!({"demo_scenario_levels": ["national"]}));
        application["prior_awards"] = json!([{"project_id": "P1", "clause": "其他政策", "amount": "400000.00", "year": 2020, "level": level, "is_upstream_base_grant": base_grant}]);
        desk().decide(&application)["total"]["guaranteed"].clone()
    };
    assert_eq!(
        (after("district", false), after("municipal", false), after("city", false)),
        (json!("600000.00"), json!("600000.00"), json!("600000.00"))
    );
    assert_eq!((after("provincial", false), after("national", false)), (json!("1000000.00"), json!("1000000.00")));
    assert_eq!(after("municipal", true), "1000000.00");
}

/// 3.5.a “可按照”, 3.5.b “可按其”, 3.9.b “可纳入”: a power. 给予, 奖励 and 最高 alone: a duty.
#[test]
fn s_18_modality() {
    let powers: Vec<&str> = desk()
        .program()
        .rules
        .iter()
        .filter(|(id, _)| desk().selection.rules.get(*id).unwrap().form.power)
        .map(|(_, rule)| rule.id.as_str())
        .collect();
    assert_eq!(powers, ["3.5.a", "3.5.b", "3.9.c"]);
    assert_eq!(claim("3.9.c", voucher())["discretionary"], true);
    assert_eq!(claim("3.10.a", standard())["discretionary"], false);
}

/// 5.c “本意见自发文之日起施行”, and the document bears no date.
#[test]
fn s_19_issue_date() {
    let at = |changes: Value| {
        let application =
            with(&desk().application(&["3.4.c"], &json!({"demo_scenario_levels": ["national"]})), changes);
        let claim = desk().decide(&application)["projects"][0]["claims"][0].clone();
        (claim["kind"].clone(), claim["needs"].clone(), claim["because"].clone())
    };
    let is = |kind: &str, needs: Value, because: Value| (json!(kind), needs, because);
    assert_eq!(at(json!({"assume_in_force": false})), is("undetermined", json!(["policy_issue_date"]), json!([])));
    assert_eq!(at(json!({"policy_issue_date": "2021-06-30"})), is("fixed", json!([]), json!([])));
    assert_eq!(at(json!({"policy_issue_date": "2021-07-01"})), is("none", json!([]), json!(["not_in_force"])));
    assert_eq!(
        at(json!({"as_of": "2018-12-31", "policy_issue_date": "2018-01-01"})),
        is("none", json!([]), json!(["not_in_force"]))
    );
    assert_eq!(
        at(json!({"as_of": "2099-12-31", "policy_issue_date": "2020-01-01"})),
        is("fixed", json!([]), json!([]))
    );
    let event = |date: &str| {
        let mut application =
            desk().application(&["3.4.c"], &json!({"demo_scenario_levels": ["national"], "event_date": date}));
        application["policy_issue_date"] = json!("2020-01-01");
        desk().decide(&application)["projects"][0]["claims"][0]["because"].clone()
    };
    assert_eq!((event("2019-12-31"), event("2020-01-01")), (json!(["before_issue"]), json!([])));
}

/// 3.5.c “三年房租补贴”, 3.5.d “以上年度对区贡献为基数，对企业三年新增贡献部分给予资助”: no rate is invented; the increment is shown.
#[test]
fn s_20_streams_without_invented_rates() {
    let increment = |years: Value, before: &str| {
        let claim = claim(
            "3.5.d",
            with(
                &venture(),
                json!({"three_year_district_contributions": years, "prior_year_district_contribution": before}),
            ),
        );
        (claim["kind"].clone(), claim["increment_base"].clone(), claim["maximum"].clone())
    };
    assert_eq!(
        increment(json!(["1500000.00", "2000000.00", "2500000.00"]), "1000000.00"),
        (json!("entitlement"), json!("3000000.00"), Value::Null)
    );
    // each year against one base, never below nothing: 0 + 20 + 50
    assert_eq!(
        increment(json!(["800000.00", "1200000.00", "1500000.00"]), "1000000.00"),
        (json!("entitlement"), json!("700000.00"), Value::Null)
    );
    assert_eq!(increment(json!(["800000.00"]), "1000000.00"), (json!("none"), json!("0.00"), json!("0.00")));
    interval(&claim("3.5.c", venture()), "entitlement", "0.00", None);
}

/// Section 2 of the legal reading: every question is in the register; a result names those it rests on, and another reading can be taken.
#[test]
fn s_21_readings() {
    let register = [
        "G-01", "G-02", "G-03", "G-04", "G-05", "G-06", "G-07", "G-08", "G-09", "G-10", "G-11", "G-12", "G-13", "G-14",
        "G-16", "G-17", "G-18", "G-20", "A1-1", "A1-2", "A1-3", "A1-4", "A2-1", "A2-2", "A2-3", "A2-4", "A2-5", "A2-6",
        "A3-1", "A3-2", "A3-3", "A3-4", "A4-1", "A4-2", "A4-3", "A5-1", "A5-2", "A5-3", "A5-4", "A5-5", "A5-6", "A5-7",
        "A5-8", "A5-9", "A6-1", "A6-2", "A6-3", "A6-4", "A6-5", "A7-1", "A7-2", "A7-3", "A7-4", "A8-1", "A8-2", "A8-3",
        "A8-4", "A8-5", "A9-1", "A9-2", "A9-3", "A9-4", "A9-5", "A10-1", "A10-2", "A10-3", "A10-4", "A10-5", "A11-1",
        "A11-2", "A11-3", "A11-4",
    ];
    let program = desk().program();
    let mut known: Vec<&str> = program.readings.iter().map(|(_, it)| it.id.as_str()).collect();
    let mut wanted = register.to_vec();
    known.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(known, wanted);
    for (id, reading) in program.readings.iter() {
        assert_eq!(reading.chosen, "R1", "{}", reading.id);
        assert!(program.options.iter().any(|(_, option)| option.reading == id), "{} has no other reading", reading.id);
    }
    let facts = with(&carrier(), json!({"ai_registered_share_pct": "50", "ai_leased_area_share_pct": "30"}));
    let application = desk().application(&["3.8"], &facts);
    assert!(claim("3.8", facts)["readings"].as_array().unwrap().contains(&json!("A8-1")));
    assert_eq!(desk().decide(&application)["total"]["guaranteed"], "1000000.00");
    let other = desk().decide_under(&[("A8-1", "R2")], &application);
    assert_eq!((&other["total"]["guaranteed"], &other["readings"]["A8-1"]), (&json!("0.00"), &json!("R2")));
}

/// Any clause: impossible input fails closed, and fails alone.
#[test]
fn s_22_impossible_input_fails_alone() {
    let spoiled = [
        ("3.3", json!({"actual_investment": "-0.01"}), service_platform()),
        ("3.3", json!({"software_hardware_investment": "NaN"}), service_platform()),
        ("3.3", json!({"software_hardware_investment": "10000000.01"}), service_platform()),
        ("3.8", json!({"ai_registered_share_pct": "100.0001"}), carrier()),
        ("3.8", json!({"ai_registered_count": "31", "total_registered_count": "30"}), carrier()),
        ("3.2.b", json!({"recognition_level": "部级"}), laboratory()),
        ("3.10.b", json!({"drafter_rank": "0"}), with(&standard(), json!({"standard_type": "national"}))),
    ];
    for (clause, change, facts) in spoiled {
        let facts = with(&with(&facts, change.clone()), json!({"demo_scenario_levels": ["national"]}));
        let decision = desk().decide(&desk().application(&[clause, "3.4.c"], &facts));
        let claims = &decision["projects"][0]["claims"];
        assert_eq!(claims[0]["kind"], "invalid_input", "{clause} {change}");
        assert_eq!(claims[1]["amount"], "1000000.00", "{clause} {change}");
        assert_eq!(decision["total"]["guaranteed"], "1000000.00");
    }
}

/// Every sentence of the document is accounted for, and a sum is traced from its clause down to facts.
#[test]
fn s_23_from_each_yuan_to_the_words() {
    let document = &desk().compiled.document;
    let joined: String = document.clauses.iter().map(|clause| &document.text()[clause.start..clause.end]).collect();
    assert_eq!(joined, document.text());
    let program = desk().program();
    assert_eq!(program.clauses.len(), document.clauses.len());
    let encoded = |clause: &str| program.clauses.iter().find(|(_, it)| it.id == clause).unwrap().1.account;
    assert_eq!(encoded("3.3.b"), Account::Encoded);
    assert_eq!(encoded("3.6.c"), Account::Referred);
    assert_eq!(encoded("3.4.b"), Account::Right);
    assert_eq!(encoded("1.2.b"), Account::Target);
    assert_eq!(encoded("4.1.a"), Account::Declaratory);
    assert_eq!(encoded("3.3.0"), Account::Heading);

    let application = desk().read(&desk().application(&["3.3"], &service_platform()));
    let claims = claim::decide(program, &desk().selection, &application);
    let decision = &claims.projects[0][0];
    assert_eq!(decision.outcome.kind, Kind::Rate);
    let rule = decision.rule.unwrap();
    let trace = trace::trace(program, &desk().selection, &application, &claims, rule, 0);
    let sum = &trace.steps[trace.sum.unwrap()];
    assert_eq!(sum.value.range().as_point(), Some(decision.outcome.minimum.value));
    let read: Vec<&str> = trace
        .steps
        .iter()
        .filter(|step| matches!(step.op, Op::Fact(_)))
        .filter_map(|step| step.fact)
        .map(|fact| program.facts.get(fact).unwrap().name.alias.as_str())
        .collect();
    for alias in ["software_hardware_investment", "actual_investment", "good_results_determined"] {
        assert!(read.contains(&alias), "{read:?}");
    }
    let quoted: Vec<&str> =
        trace.gates.iter().map(|(_, clause, _)| program.clauses.get(*clause).unwrap().text.as_str()).collect();
    assert!(quoted.iter().any(|words| words.contains("服务产业取得良好成效")));
}

/// 3.3.b has “30％” and every other clause “%”; “10. 支持” and “11. 鼓励” have a blank behind the number.
#[test]
fn s_24_one_text_in_two_widths() {
    let document = &desk().compiled.document;
    assert_eq!(document.article_title("3.10"), Some("支持人工智能标准制定"));
    assert_eq!(document.article_title("3.11"), Some("鼓励举办高水平会议"));
    assert!(document.text_of("3.3.b").unwrap().contains("30％") && document.text_of("3.9.c").unwrap().contains("30%"));
    let mut package = policy::package("policies/binjiang-ai");
    for file in &mut package.rules {
        if file.name.starts_with("3.03") {
            file.text = file.text.replace("％", "%").replace("500万元以上", "5,000,000元以上").replace("的，", "的,");
        }
    }
    let other = tiaoli::compile(&package).program.expect("half width compiles");
    let program = desk().program();
    assert_eq!(
        program.nodes.iter().map(|(_, node)| node).collect::<Vec<_>>(),
        other.nodes.iter().map(|(_, node)| node).collect::<Vec<_>>()
    );
}

/// 3.1.b “其中…最高不超过2000万元”, 3.8.b “均达到”: an unknown that cannot change the sum does not block it.
#[test]
fn s_25_supervaluation() {
    let unknown = with(&matching(), json!({"is_foundational_core_tech": null}));
    let within = claim("3.1", with(&unknown, json!({"matching_amount_by_rule": "20000000.00"})));
    assert_eq!(
        (&within["kind"], &within["amount"], &within["needs"]),
        (&json!("fixed"), &json!("20000000.00"), &json!([]))
    );
    interval(
        &claim("3.1", with(&unknown, json!({"matching_amount_by_rule": "20000000.01"}))),
        "undetermined",
        "20000000.00",
        Some("20000000.01"),
    );
    let one_known =
        claim("3.8", with(&carrier(), json!({"ai_registered_share_pct": null, "ai_leased_area_share_pct": "29"})));
    assert_eq!((&one_known["kind"], &one_known["because"]), (&json!("none"), &json!(["ai_leased_area_share_pct"])));
    interval(
        &claim(
            "3.8",
            with(&carrier(), json!({"ai_registered_share_pct": null, "ai_leased_area_share_pct": "49.9999"})),
        ),
        "undetermined",
        "0.00",
        Some("1000000.00"),
    );
    // of the levels that a second listing may have, none is above the national one
    assert_eq!(claim("3.4.c", json!({"demo_scenario_levels": ["national", null]}))["amount"], "1000000.00");
}
