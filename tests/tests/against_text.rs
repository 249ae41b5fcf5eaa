//! A slip in a rule is found by the words of the document, and rules as they stand say nothing that it does not.

use tiaoli::{Code, Compiled, compile};
use tiaoli_tests::policy::{first, package};

/// The first policy with one piece of its rules written otherwise.
fn with(from: &str, to: &str) -> Compiled {
    let mut package = package("policies/binjiang-ai");
    let file = package.rules.iter_mut().find(|file| file.text.contains(from)).expect("the piece stands somewhere");
    file.text = file.text.replacen(from, to, 1);
    compile(&package)
}

#[track_caller]
fn check(from: &str, to: &str, expected: &[Code]) {
    let compiled = with(from, to);
    assert!(compiled.program.is_some(), "{from} → {to}: {:?}", compiled.problems.sorted());
    let mut found: Vec<Code> = compiled.against_text.sorted().into_iter().map(|it| it.code).collect();
    found.sort();
    assert_eq!(found, expected, "{from} → {to}");
}

#[test]
fn the_first_policy_says_what_its_document_says() {
    let compiled = first();
    let said: Vec<_> = compiled.against_text.sorted();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_figure_that_is_not_in_the_text() {
    check("按 软硬件投入的30％", "按 软硬件投入的20％", &[Code::FIGURE_NOT_IN_TEXT, Code::FIGURE_UNUSED]);
    check("最高不超过2000万元", "最高不超过200万元", &[Code::FIGURE_NOT_IN_TEXT, Code::FIGURE_UNUSED]);
    check("给予50万元奖励", "给予50元奖励", &[Code::FIGURE_NOT_IN_TEXT, Code::FIGURE_UNUSED]);
    check("（位次 前三位）", "（位次 前4位）", &[Code::FIGURE_NOT_IN_TEXT, Code::FIGURE_UNUSED]);
}

#[test]
fn a_bound_against_its_word() {
    check("实际投入500万元以上，且 良好成效", "实际投入 超过500万元，且 良好成效", &[Code::BOUND_DIFFERS]);
    check("历次创投投资额 合计 达到1000万元", "历次创投投资额 合计 超过1000万元", &[Code::BOUND_DIFFERS]);
    check("均达到30％、50％", "均超过30％、50％", &[Code::BOUND_DIFFERS, Code::BOUND_DIFFERS]);
}

#[test]
fn figures_swapped_under_respectively() {
    check("分别给予1000万元、200万元", "分别给予200万元、1000万元", &[Code::FIGURES_OUT_OF_ORDER]);
    check("分别奖励100万元、80万元、50万元", "分别奖励100万元、50万元、80万元", &[Code::FIGURES_OUT_OF_ORDER]);
}

#[test]
fn a_ceiling_is_no_sum_and_a_power_no_duty() {
    check(
        "且 有影响力。\n  3.11.b 给予 实际支出 最高不超过50％ 的支持",
        "且 有影响力。\n  3.11.b 给予 实际支出的50％ 支持",
        &[Code::CEILING_AS_SUM],
    );
    check("，给予50万元奖励", "，给予 最高不超过50万元 奖励", &[Code::SUM_AS_CEILING]);
    check("，可按 “5050计划” 给予支持", "，按 “5050计划” 给予支持", &[Code::POWER_LEFT_OUT]);
    check("，给予50万元奖励", "，可给予50万元奖励", &[Code::POWER_NOT_IN_TEXT]);
    check("按 “省、市有关规定” 执行", "给予50万元奖励", &[Code::REFERRAL_LEFT_OUT]);
}

#[test]
fn an_answer_keeps_its_reason_and_needs_something_to_answer() {
    let slip = "按 软硬件投入的20％ 给予补助，最高不超过500万元。";
    let rule = "按 软硬件投入的30％ 给予补助，最高不超过500万元。";
    check(rule, &format!("{slip} 核对说明 “区财政2022年起按两成安排”。"), &[]);
    check(rule, &format!("{rule} 核对说明 “无”。"), &[Code::ANSWER_TO_NOTHING]);
}
