//! Golden snapshots of every rule that can be claimed: the application, then what came out, for people and as JSON, in one file.

use serde_json::{Map, Value, json};
use std::fmt::Write;
use tiaoli::Lang;
use tiaoli_cli::{Surroundings, run};
use tiaoli_tests::desk::desk;
use tiaoli_tests::policy;

/// A rule, facts under which everything it asks for is there, and changes that are shown beside.
type Situation = (&'static str, Value, Vec<Value>);

fn situations() -> Vec<Situation> {
    let platform = |kind: &str, level: &str| json!({"applicant_type": "enterprise", "located_in_district": true, "ai_related": true, "newly_recognized": true, "platform_type": kind, "recognition_level": level});
    let matched = json!({"applicant_type": "enterprise", "ai_related": true, "project_approval_level": "national", "is_foundational_core_tech": true});
    let venture = json!({
        "applicant_type": "enterprise", "vc_investment_rounds": ["4000000.00", "6000000.00"], "investors_are_vc_institutions": true, "origin": "introduced",
        "prior_year_district_contribution": "1000000.00", "three_year_district_contributions": ["800000.00", "1200000.00", "1500000.00"],
    });
    let voucher = json!({
        "applicant_type": "enterprise", "in_district": true, "is_leading_enterprise": true, "is_ai_training_test_platform": true, "platform_filed": true,
        "contract_recognized_and_registered": true, "registered_tech_service_contract_amount": "1000000.00",
    });
    let standard = |kind: &str, role: &str| json!({"is_ai_enterprise": true, "standard_completed": true, "role": role, "standard_type": kind});
    let unknown = |alias: &str| json!({alias: null});
    vec![
        ("2.3.5.b", json!({}), vec![]),
        (
            "3.1",
            matched,
            vec![
                json!({"matching_amount_by_rule": "25000000.00"}),
                json!({"is_foundational_core_tech": false}),
                unknown("is_foundational_core_tech"),
                json!({"applicant_type": "association"}),
            ],
        ),
        (
            "3.2.b",
            platform("key_laboratory", "national"),
            vec![
                json!({"recognition_level": "provincial"}),
                json!({"recognition_level": "municipal"}),
                unknown("newly_recognized"),
            ],
        ),
        (
            "3.2.c",
            platform("enterprise_research_institute", "provincial"),
            vec![json!({"applicant_type": "university"}), unknown("recognition_level")],
        ),
        (
            "3.2.d",
            platform("key_enterprise_research_institute", "provincial"),
            vec![json!({"newly_recognized": false}), unknown("ai_related")],
        ),
        (
            "3.2.e",
            platform("rd_center", "municipal"),
            vec![json!({"platform_type": "engineering_technology_research_center"}), unknown("recognition_level")],
        ),
        (
            "3.3",
            json!({"is_open_shared_ai_service_platform": true, "actual_investment": "20000000.00", "software_hardware_investment": "16666666.66", "good_results_determined": true}),
            vec![
                json!({"software_hardware_investment": "16666666.67"}),
                json!({"actual_investment": "4999999.99", "software_hardware_investment": "1.00"}),
                unknown("good_results_determined"),
                json!({"software_hardware_investment": "20000000.01"}),
            ],
        ),
        (
            "3.4.b",
            json!({"meets_first_purchase_conditions": true}),
            vec![json!({"meets_first_purchase_conditions": false}), unknown("meets_first_purchase_conditions")],
        ),
        (
            "3.4.c",
            json!({"demo_scenario_levels": ["municipal", "provincial"]}),
            vec![
                json!({"demo_scenario_levels": ["provincial", null]}),
                json!({"demo_scenario_levels": []}),
                unknown("demo_scenario_levels"),
            ],
        ),
        (
            "3.5.a",
            json!({"led_by_high_level_talent": true, "is_ai_startup_project": true}),
            vec![json!({"is_ai_startup_project": false})],
        ),
        (
            "3.5.b",
            json!({"tech_internationally_leading": true, "broad_industrial_prospects": true, "large_investment_determined": true, "rd_investment": "10000000.00"}),
            vec![
                json!({"authority_determined_amount": "1500000.01"}),
                unknown("broad_industrial_prospects"),
                json!({"large_investment_determined": false}),
            ],
        ),
        ("3.5.c", venture.clone(), vec![json!({"vc_investment_rounds": ["9999999.99"]}), unknown("origin")]),
        (
            "3.5.d",
            venture,
            vec![
                json!({"three_year_district_contributions": ["800000.00"]}),
                unknown("prior_year_district_contribution"),
            ],
        ),
        (
            "3.5.e",
            json!({"especially_major_investment_project": true}),
            vec![unknown("especially_major_investment_project")],
        ),
        ("3.5.f", json!({"has_financing_need": true}), vec![json!({"has_financing_need": false})]),
        (
            "3.6.b",
            json!({"applicant_type": "new_rd_institution", "ai_related": true, "talent_plan_selections": ["provincial_ten_thousand_plan", "municipal_115_plan"]}),
            vec![
                json!({"authority_determined_amount": "2000000.00"}),
                json!({"talent_plan_selections": ["national_ten_thousand_plan"]}),
                json!({"applicant_type": "alliance"}),
            ],
        ),
        ("3.6.c", json!({"top_talent_major_project": true}), vec![json!({"top_talent_major_project": false})]),
        (
            "3.6.d",
            json!({"in_city_ai_enterprise_library": true, "high_level_talent_recognized": true}),
            vec![json!({"in_city_ai_enterprise_library": false})],
        ),
        (
            "3.7",
            json!({"recognition_category": "ai_solution", "recognition_level": "provincial", "newly_recognized": true, "upstream_grant_amount": "1000000.00"}),
            vec![json!({"matching_amount_by_rule": "700000.00"}), json!({"upstream_grant_amount": "0.00"})],
        ),
        (
            "3.8",
            json!({"located_in_district": true, "carrier_type": "building", "ai_registered_share_pct": "50.00", "ai_leased_area_share_pct": "49.9999"}),
            vec![
                json!({"ai_leased_area": "1.00", "total_leased_area": "2.00"}),
                unknown("ai_registered_share_pct"),
                json!({"ai_registered_share_pct": "29.9999"}),
            ],
        ),
        (
            "3.9.c",
            voucher,
            vec![
                json!({"authority_determined_amount": "250000.00"}),
                json!({"registered_tech_service_contract_amount": "5000000.00"}),
                unknown("is_leading_enterprise"),
            ],
        ),
        (
            "3.10.a",
            standard("international", "lead"),
            vec![json!({"standard_type": "national"}), unknown("role"), json!({"role": "participate"})],
        ),
        (
            "3.10.b",
            json!({"is_ai_enterprise": true, "standard_completed": true, "role": "participate", "standard_type": "national", "drafter_rank": "3"}),
            vec![json!({"standard_type": "industry"}), json!({"drafter_rank": "4"}), unknown("drafter_rank")],
        ),
        (
            "3.11",
            json!({"applicant_type": "association", "is_ai_conference": true, "influential_determined": true, "conference_actual_expenditure": "1999999.99"}),
            vec![
                json!({"authority_determined_amount": "999999.99"}),
                json!({"conference_actual_expenditure": "3000000.00"}),
                json!({"applicant_type": "university"}),
                unknown("influential_determined"),
            ],
        ),
        ("4.2.b", json!({}), vec![]),
    ]
}

/// `facts` as lines: `实际投入 actual_investment: "20000000.00"`.
fn lines(facts: &Value) -> String {
    let program = desk().program();
    facts.as_object().unwrap().iter().fold(String::new(), |mut lines, (alias, value)| {
        let name =
            program.facts.iter().find(|(_, fact)| fact.name.is(alias)).map_or("", |(_, fact)| fact.name.zh.as_str());
        writeln!(lines, "  {name} {alias}: {value}").unwrap();
        lines
    })
}

/// What a desk would hand over.
fn statement(application: &Value) -> String {
    let around = Surroundings { lang: Lang::Zh, width: 100, colour_out: false, colour_err: false };
    let arguments =
        ["tiaoli".into(), "eval".into(), policy::root().join("policies/binjiang-ai").into_os_string(), "-".into()];
    let text = application.to_string();
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    run(arguments, &around, &mut text.as_bytes(), &mut stdout, &mut stderr);
    assert!(stderr.is_empty(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// One field of a claim a line, those that say nothing left out.
fn claim(facts: &Value, clause: &str) -> String {
    let claim = desk().claim(clause, facts);
    let says = |(key, value): &(&String, &Value)| {
        key.as_str() != "readings" && !value.is_null() && **value != json!([]) && **value != json!(false)
    };
    let said: Map<String, Value> =
        claim.as_object().unwrap().iter().filter(says).map(|(key, value)| (key.clone(), value.clone())).collect();
    Value::Object(said).to_string()
}

#[test]
fn every_rule_is_shown() {
    let program = desk().program();
    let shown: Vec<&str> = situations().iter().map(|(clause, _, _)| *clause).collect();
    let rules: Vec<&str> = program.rules.iter().map(|(_, rule)| rule.id.as_str()).collect();
    assert_eq!(shown, rules);
    for (clause, facts, changes) in situations() {
        let mut text =
            format!("application: {clause}\n{}\n{}", lines(&facts), statement(&desk().application(&[clause], &facts)));
        writeln!(text, "\njson\n  {}", claim(&facts, clause)).unwrap();
        for change in changes {
            let mut other = facts.clone();
            for (alias, value) in change.as_object().unwrap() {
                other[alias] = value.clone();
            }
            write!(text, "\nbut with\n{}  {}\n", lines(&change), claim(&other, clause)).unwrap();
        }
        snapshot(&format!("rule_{}", clause.replace('.', "_")), "the application, then the outcome", &text);
    }
}

#[test]
fn targets_are_shown() {
    let facts = json!({"kpi_year": 2023, "ai_industry_revenue": "100000000000.01", "listed_leading_enterprises": "10", "ai_solutions": "30", "ai_high_tech_enterprises": "200"});
    let mut text = format!("application: 1.2\n{}\n{}", lines(&facts), statement(&desk().application(&["1.2"], &facts)));
    writeln!(text, "\njson\n  {}", claim(&facts, "1.2")).unwrap();
    snapshot("targets_1_2", "the application, then the outcome", &text);
}

fn snapshot(name: &str, description: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, description => description, snapshot_path => "snapshots/golden" }, {
        insta::assert_snapshot!(name, text);
    });
}

/// A slip in the first policy: the file, what stands there, what a writer makes of it.
const SLIPS: [(&str, &str, &str, &str); 16] = [
    ("a_name_misspelt", "3.03", "按 软硬件投入的30％", "按 软硬件投人的30％"),
    ("a_sum_ten_times_too_large", "3.03", "最高不超过500万元。\n}", "最高不超过5000万元。\n}"),
    (
        "a_figure_of_three_missing",
        "3.02",
        "分别给予100万元、50万元、20万元奖励。\n}",
        "分别给予100万元、50万元奖励。\n}",
    ),
    ("a_blank_missing", "3.03", "3.3.b 对 实际投入500万元以上", "3.3.b 对实际投入500万元以上"),
    ("a_full_stop_missing", "3.03", "限 开放共享服务平台。", "限 开放共享服务平台"),
    (
        "a_unit_missing",
        "3.03",
        "对 实际投入500万元以上，且 良好成效的，按 软硬件投入的30％ 给予补助，最高不超过500万元。\n}",
        "对 实际投入500万以上，且 良好成效的，按 软硬件投入的30％ 给予补助，最高不超过500万元。\n}",
    ),
    (
        "a_level_that_is_none",
        "3.02",
        "认定级别 为 国家级、省级的，\n      分别给予1000万元、200万元奖励。\n  3.2.c",
        "认定级别 为 国家级、部级的，\n      分别给予1000万元、200万元奖励。\n  3.2.c",
    ),
    ("a_clause_forgotten", "3.11", "3.11.a 限", "3.11.b 限"),
    ("a_clause_that_does_not_exist", "3.04", "3.4.b 对 符合首购", "3.4.d 对 符合首购"),
    (
        "and_for_a_comma",
        "3.03",
        "实际投入500万元以上，且 良好成效的，按 软硬件投入的30％ 给予补助，最高不超过500万元。\n}",
        "实际投入500万元以上，良好成效的，按 软硬件投入的30％ 给予补助，最高不超过500万元。\n}",
    ),
    ("a_fact_without_its_source", "00", "实际投入 actual_investment 申报 金额", "实际投入 actual_investment 金额"),
    ("an_item_misspelt", "3.03", "条款 3.3 “", "条例 3.3 “"),
    ("a_title_changed", "3.03", "“鼓励公共服务平台建设”", "“鼓励公共服务平台的建设”"),
    (
        "a_share_compared_with_money",
        "3.08",
        "均达到30％、50％的，分别奖励100万元、200万元。\n}",
        "均达到30万元、50万元的，分别奖励100万元、200万元。\n}",
    ),
    ("a_brace_missing", "3.03", "最高不超过500万元。\n}", "最高不超过500万元。\n"),
    (
        "a_case_that_does_not_come_out",
        "3.03",
        "⇒ 150万元；按 G-14 R2 ⇒ 不予，因 实际投入；",
        "⇒ 160万元；按 G-14 R2 ⇒ 不予，因 实际投入；",
    ),
];

#[test]
fn typical_slips_are_said() {
    for (name, file, before, after) in SLIPS {
        let mut package = policy::package("policies/binjiang-ai");
        let file = package.rules.iter_mut().find(|it| it.name.starts_with(file)).unwrap();
        assert!(file.text.contains(before), "{name}: {before}");
        file.text = file.text.replacen(before, after, 1);
        let mut compiled = tiaoli::compile(&package);
        let mut problems = std::mem::take(&mut compiled.problems);
        let mut failed = 0;
        if let Some(program) = &compiled.program {
            failed = tiaoli::cases::run(program, &compiled.cases, &mut problems).iter().filter(|it| !it.passed).count();
        }
        let mut text = format!("{}\n  written as\n{}\n", indented(before), indented(after));
        if failed > 3 {
            // One wrong sum shows in many cases; the first says enough.
            let shown = problems.show(&compiled.sources, Lang::Zh).unwrap();
            let first: String = shown.lines().take(4).fold(String::new(), |all, line| all + line + "\n");
            write!(text, "\n{failed} cases fail, the first of them\n{first}").unwrap();
        } else {
            for lang in [Lang::Zh, Lang::En] {
                write!(text, "\n{}", problems.show(&compiled.sources, lang).unwrap()).unwrap();
            }
            let mut clauses: Vec<&str> = problems.sorted().iter().filter_map(|it| it.clause.as_deref()).collect();
            clauses.dedup();
            for clause in clauses {
                writeln!(text, "\n{clause} of the document: {}", compiled.document.text_of(clause).unwrap_or("-"))
                    .unwrap();
            }
        }
        snapshot(&format!("slip_{name}"), "what was written, then what is said of it", &text);
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
