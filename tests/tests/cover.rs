//! Coverage counts what the golden cases show: with the case that shows a thing gone, the thing is missing.

use tiaoli::cover::{Comes, Coverage, Goal, Known, What, cover};
use tiaoli::{Case, Lang};
use tiaoli_tests::policy::first;

fn of(cases: &[Case]) -> Coverage {
    let compiled = first();
    cover(compiled.program.as_ref().expect("the first policy compiles"), &compiled.map, cases)
}

fn missing(coverage: &Coverage, rule: &str) -> Vec<String> {
    let compiled = first();
    let words = |goal: &Goal| {
        let text = goal.words.and_then(|span| compiled.sources.slice(span)).unwrap_or_default();
        format!("{} {} {text}", goal.clause, goal.what.words().in_lang(Lang::Zh)).trim_end().to_owned()
    };
    coverage.goals.iter().filter(|goal| goal.rule == rule && goal.hits == 0).map(words).collect()
}

#[test]
fn every_goal_of_an_article_is_shown_by_its_cases() {
    let coverage = of(&first().cases);
    assert_eq!(missing(&coverage, "3.3"), [""; 0]);
    assert_eq!(missing(&coverage, "3.8"), [""; 0]);
}

#[test]
fn without_cases_nothing_is_shown() {
    let coverage = of(&[]);
    assert_eq!(coverage.count().0, 0);
    assert!(!coverage.reaches(1) && coverage.reaches(0));
}

#[test]
fn what_its_cases_show_is_missing_without_them() {
    let all = first().cases;
    let own: Vec<Case> = all.iter().filter(|case| case.ids == ["3.3"]).cloned().collect();
    assert_eq!(missing(&of(&own), "3.3"), [""; 0]);
    let known: Vec<Case> = own
        .iter()
        .filter(|case| !case.title.contains("平台性质尚未认定") && !case.title.contains("什么都没有填"))
        .cloned()
        .collect();
    assert!(known.len() < own.len());
    assert_eq!(missing(&of(&known), "3.3"), ["3.3.a 条件未知 开放共享服务平台"]);
}

#[test]
fn goals_are_conditions_branches_caps_and_outcomes() {
    let coverage = of(&first().cases);
    let of_rule = |rule: &str, what: fn(&What) -> bool| {
        coverage.goals.iter().filter(|goal| goal.rule == rule && what(&goal.what)).count()
    };
    assert_eq!(of_rule("3.3", |what| matches!(what, What::Condition(_, _, Known::Unknown))), 3);
    assert_eq!(of_rule("3.3", |what| matches!(what, What::Least(..))), 2);
    assert_eq!(of_rule("3.8", |what| matches!(what, What::Branch(..))), 2);
    assert_eq!(of_rule("3.11", |what| matches!(what, What::Limit(..))), 2);
    assert_eq!(of_rule("3.3", |what| matches!(what, What::Outcome(_, Comes::Open))), 1);
}
