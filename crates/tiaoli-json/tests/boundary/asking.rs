//! Claims and earlier payments.

use crate::common::{json, orchard, refusal};
use insta::assert_snapshot;

fn claims(written: &str) -> String {
    let text = format!(r#"{{"as_of": "2021-06-30", "projects": [{{"project_id": "A", "claims": {written}}}]}}"#);
    let read = match tiaoli_json::read(&orchard(), &json(&text)) {
        Ok(application) => application.projects[0].claims.iter().map(|(id, what)| format!("{id} {what:?}\n")).collect(),
        Err(refused) => refusal(&refused),
    };
    format!("claims: {written}\n----\n{read}")
}

#[test]
fn absent_claims_are_every_rule_and_an_empty_list_is_none() {
    let all = [claims("null"), claims("[]")];
    assert_snapshot!(all.join("\n\n"), @r#"
    claims: null
    ----
    1.1 Rule(RuleId(0))
    2.1 Rule(RuleId(1))
    2.2 Rule(RuleId(2))


    claims: []
    ----
    "#);
}

#[test]
fn two_ids_of_one_rule_are_one_claim_under_the_first() {
    assert_snapshot!(claims(r#"["2.1", "1.1.a", "1.1", "1", "1", "3", "2.1"]"#), @r#"
    claims: ["2.1", "1.1.a", "1.1", "1", "1", "3", "2.1"]
    ----
    2.1 Rule(RuleId(1))
    1.1.a Rule(RuleId(0))
    1 Nothing
    3 Targets([TargetId(0)])
    "#);
}

#[test]
fn what_cannot_be_claimed_is_refused() {
    let all = [
        claims(r#"["1.1.b"]"#),
        claims(r#"["北京"]"#),
        claims(r#"["2"]"#),
        claims(r#"["1.1", null]"#),
        claims("[1.1]"),
        claims(r#""1.1""#),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    claims: ["1.1.b"]
    ----
    unknown_clause $.projects[0].claims[0]
      this policy has no clause `1.1.b`
      本政策没有条款 `1.1.b`
      help: did you mean `1.1.a`?
      help: 是否为 `1.1.a`？

    claims: ["北京"]
    ----
    unknown_clause $.projects[0].claims[0]
      this policy has no clause `北京`
      本政策没有条款 `北京`

    claims: ["2"]
    ----
    several_rules $.projects[0].claims[0]
      `2` stands for several rules and cannot be claimed as one
      `2` 包含几项规则，不能一并申请
      help: claim one of `2.1`, `2.2`
      help: 请分别申请：`2.1`、`2.2`

    claims: ["1.1", null]
    ----
    wrong_shape $.projects[0].claims[1]
      an id cannot be empty
      编号不能为空

    claims: [1.1]
    ----
    wrong_shape $.projects[0].claims[0]
      expected a text, found the number `1.1`
      此处应为文本，写的是数 `1.1`

    claims: "1.1"
    ----
    wrong_shape $.projects[0].claims
      expected a list, found the text `1.1`
      此处应为列表，写的是文本 `1.1`
    "#);
}

fn ledger(entry: &str) -> String {
    let text = format!(r#"{{"as_of": "2021-06-30", "projects": [{{"project_id": "A"}}], "prior_awards": [{entry}]}}"#);
    let read = match tiaoli_json::read(&orchard(), &json(&text)) {
        Ok(application) => format!("{:?}", application.payments),
        Err(refused) => refusal(&refused),
    };
    format!("{entry}\n----\n{read}")
}

#[test]
fn an_earlier_payment_may_be_of_another_project_and_policy() {
    let all = [
        ledger(
            r#"{"project_id": "A", "clause": "2", "amount": "400000.5", "year": 2021, "level": "village", "is_upstream_base_grant": true}"#,
        ),
        ledger(
            r#"{"project_id": "Z", "clause": "另一政策第3条", "amount": "0", "year": 2020, "level": "县级", "is_upstream_base_grant": null}"#,
        ),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"project_id": "A", "clause": "2", "amount": "400000.5", "year": 2021, "level": "village", "is_upstream_base_grant": true}
    ----
    [Payment { project: Some(0), clause: "2", rules: [RuleId(1), RuleId(2)], amount: 40000050, year: 2021, level: 1, base_grant: true, key: None, quantity: 1 }]

    {"project_id": "Z", "clause": "另一政策第3条", "amount": "0", "year": 2020, "level": "县级", "is_upstream_base_grant": null}
    ----
    [Payment { project: None, clause: "另一政策第3条", rules: [], amount: 0, year: 2020, level: 2, base_grant: false, key: None, quantity: 1 }]
    "#);
}

#[test]
fn a_ledger_that_cannot_be_used_refuses_the_application() {
    let entry = |amount: &str, year: &str, level: &str| {
        ledger(&format!(
            r#"{{"project_id": "A", "clause": "1.1", "amount": {amount}, "year": {year}, "level": {level}}}"#
        ))
    };
    let all = [
        entry(r#""-1.00""#, "2021", r#""town""#),
        entry("400000", "2021", r#""town""#),
        entry(r#""1.001""#, "2021", r#""town""#),
        entry("null", "2021", r#""town""#),
        entry(r#""1""#, "null", r#""town""#),
        entry(r#""1""#, r#""2021""#, r#""town""#),
        entry(r#""1""#, "2021.5", r#""town""#),
        entry(r#""1""#, "2021", r#""none""#),
        entry(r#""1""#, "2021", r#""city""#),
        entry(r#""1""#, "2021", "null"),
        ledger("null"),
        ledger(r#"{"clause": "1.1", "amount": "1", "year": 2021, "level": "town"}"#),
        ledger(r#"{"project_id": "A", "clause": " ", "amount": "1", "year": 2021, "level": "town"}"#),
        ledger(r#"{"project_id": "A", "clause": "1.1", "amuont": "1", "year": 2021, "level": "town"}"#),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"project_id": "A", "clause": "1.1", "amount": "-1.00", "year": 2021, "level": "town"}
    ----
    unusable_amount $.prior_awards[0].amount
      unusable amount: the text `-1.00`
      拨付金额不可用：文本 `-1.00`
      help: write yuan as a text, not negative, with at most two places: `"400000.00"`
      help: 金额写作不为负的文本，单位元，至多两位小数：`"400000.00"`

    {"project_id": "A", "clause": "1.1", "amount": 400000, "year": 2021, "level": "town"}
    ----
    unusable_amount $.prior_awards[0].amount
      unusable amount: the number `400000`
      拨付金额不可用：数 `400000`
      help: write yuan as a text, not negative, with at most two places: `"400000.00"`
      help: 金额写作不为负的文本，单位元，至多两位小数：`"400000.00"`

    {"project_id": "A", "clause": "1.1", "amount": "1.001", "year": 2021, "level": "town"}
    ----
    unusable_amount $.prior_awards[0].amount
      unusable amount: the text `1.001`
      拨付金额不可用：文本 `1.001`
      help: write yuan as a text, not negative, with at most two places: `"400000.00"`
      help: 金额写作不为负的文本，单位元，至多两位小数：`"400000.00"`

    {"project_id": "A", "clause": "1.1", "amount": null, "year": 2021, "level": "town"}
    ----
    unusable_amount $.prior_awards[0].amount
      unusable amount: nothing
      拨付金额不可用：未写
      help: write yuan as a text, not negative, with at most two places: `"400000.00"`
      help: 金额写作不为负的文本，单位元，至多两位小数：`"400000.00"`

    {"project_id": "A", "clause": "1.1", "amount": "1", "year": null, "level": "town"}
    ----
    unusable_year $.prior_awards[0].year
      unusable year: nothing
      年份不可用：未写
      help: write a year as a number: `2021`
      help: 年份写作整数：`2021`

    {"project_id": "A", "clause": "1.1", "amount": "1", "year": "2021", "level": "town"}
    ----
    unusable_year $.prior_awards[0].year
      unusable year: the text `2021`
      年份不可用：文本 `2021`
      help: write a year as a number: `2021`
      help: 年份写作整数：`2021`

    {"project_id": "A", "clause": "1.1", "amount": "1", "year": 2021.5, "level": "town"}
    ----
    unusable_year $.prior_awards[0].year
      unusable year: the number `2021.5`
      年份不可用：数 `2021.5`
      help: write a year as a number: `2021`
      help: 年份写作整数：`2021`

    {"project_id": "A", "clause": "1.1", "amount": "1", "year": 2021, "level": "none"}
    ----
    unusable_level $.prior_awards[0].level
      unusable level of funds: the text `none`
      资金级别不可用：文本 `none`
      help: one of `town`, `county`
      help: 可写：`town`、`county`

    {"project_id": "A", "clause": "1.1", "amount": "1", "year": 2021, "level": "city"}
    ----
    unusable_level $.prior_awards[0].level
      unusable level of funds: the text `city`
      资金级别不可用：文本 `city`
      help: one of `town`, `county`
      help: 可写：`town`、`county`

    {"project_id": "A", "clause": "1.1", "amount": "1", "year": 2021, "level": null}
    ----
    unusable_level $.prior_awards[0].level
      unusable level of funds: nothing
      资金级别不可用：未写
      help: one of `town`, `county`
      help: 可写：`town`、`county`

    null
    ----
    wrong_shape $.prior_awards[0]
      expected an object, found null
      此处应为对象，写的是空值

    {"clause": "1.1", "amount": "1", "year": 2021, "level": "town"}
    ----
    missing_key $.prior_awards[0].project_id
      `project_id` is missing
      缺少 `project_id`

    {"project_id": "A", "clause": " ", "amount": "1", "year": 2021, "level": "town"}
    ----
    wrong_shape $.prior_awards[0].clause
      an id cannot be empty
      编号不能为空

    {"project_id": "A", "clause": "1.1", "amuont": "1", "year": 2021, "level": "town"}
    ----
    unknown_key $.prior_awards[0].amuont
      unknown key `amuont`
      没有 `amuont` 这一项
      help: did you mean `amount`?
      help: 是否为 `amount`？
    "#);
}

#[test]
fn an_absent_ledger_is_taken_as_empty_and_said_so() {
    let assumed = |text: &str| tiaoli_json::read(&orchard(), &json(text)).unwrap().assumed;
    assert_eq!(assumed(r#"{"as_of": "2021-06-30", "projects": []}"#), ["prior_awards"]);
    assert_eq!(assumed(r#"{"as_of": "2021-06-30", "projects": [], "prior_awards": null}"#), ["prior_awards"]);
    assert!(assumed(r#"{"as_of": "2021-06-30", "projects": [], "prior_awards": []}"#).is_empty());
}
