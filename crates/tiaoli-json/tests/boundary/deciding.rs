//! Decisions and refusals as JSON.

use crate::common::{json, orchard, said};
use insta::assert_snapshot;
use tiaoli_eval::date::Date;
use tiaoli_eval::outcome::{
    Amount, ClaimDecision, Decision, Kind, Lost, Outcome, ProjectDecision, Reason, Scenarios, SettleLimit, Total,
};
use tiaoli_eval::program::{FactId, ReadingId, RuleId};
use tiaoli_eval::table::Id;
use tiaoli_json::{Layout, print};

fn yuan(fen: i128) -> Amount {
    Amount { value: fen, scale: 2 }
}

fn both<T: Clone>(it: T) -> Scenarios<T> {
    Scenarios { guaranteed: it.clone(), maximum: it }
}

fn outcome(kind: Kind, minimum: i128, maximum: Option<i128>) -> Outcome {
    Outcome {
        kind,
        monetary: true,
        minimum: yuan(minimum),
        maximum: maximum.map(yuan),
        discretionary: false,
        clamped: false,
        needs: vec![],
        decided_by: None,
        terms: Vec::new(),
        because: vec![],
        shows: vec![],
        title: None,
        recovery: false,
        unit: None,
    }
}

fn claim(asked: &str, outcome: Outcome) -> ClaimDecision {
    ClaimDecision {
        asked: asked.into(),
        rule: Some(RuleId::from_index(0)),
        outcome,
        readings: vec![ReadingId::from_index(0)],
        target_met: None,
        payable: Scenarios::NOTHING,
        lost: Scenarios::default(),
        plan: Vec::new(),
        payees: Vec::new(),
        payers: Vec::new(),
        rows: None,
    }
}

fn fact(index: usize) -> FactId {
    FactId::from_index(index)
}

fn project(claims: Vec<ClaimDecision>) -> ProjectDecision {
    ProjectDecision {
        id: "甲".into(),
        claims,
        chosen: Scenarios { guaranteed: vec![], maximum: vec![0] },
        payable: Scenarios {
            guaranteed: Some(Amount::ZERO),
            maximum: Some(Amount { value: 499_999_999_800, scale: 5 }),
        },
        payment: Scenarios { guaranteed: Some(Amount::ZERO), maximum: Some(yuan(499_999_999)) },
        settled: false,
        recovery: None,
        shares_limit: false,
    }
}

fn decision(projects: Vec<ProjectDecision>) -> Decision {
    let total = Total {
        payable: both(Some(yuan(300_000_000))),
        payment: both(Some(yuan(300_000_000))),
        recovery: None,
        set_off: None,
        settled: true,
    };
    Decision {
        as_of: Date::new(2021, 6, 30).unwrap(),
        readings: vec![],
        projects,
        rights: vec![],
        total: Ok(total),
        assumed: vec!["prior_awards".into()],
    }
}

fn written(decision: &Decision) -> String {
    print(&tiaoli_json::decision(&orchard(), decision), Layout::Indented)
}

/// The claims of a decision, one a line.
fn claims(claims: Vec<ClaimDecision>) -> String {
    let value = tiaoli_json::decision(&orchard(), &decision(vec![project(claims)]));
    let claims = value["projects"][0]["claims"].as_array().unwrap();
    claims.iter().map(|claim| print(claim, Layout::Line) + "\n").collect()
}

#[test]
fn the_order_of_keys_is_that_of_the_contract() {
    let mut decision = decision(vec![project(vec![claim("1.1", outcome(Kind::Rate, 300_000_000, Some(300_000_000)))])]);
    decision.readings = vec![(ReadingId::from_index(0), "R2".into())];
    decision.rights = vec![(0, 0)];
    assert_snapshot!(written(&decision), @r#"
    {
      "policy": {
        "name": "orchard",
        "edition": "1",
        "digest": "sha256:00"
      },
      "as_of": "2021-06-30",
      "projects": [
        {
          "project_id": "甲",
          "claims": [
            {
              "clause": "1.1",
              "kind": "rate",
              "amount": "3000000.00",
              "minimum": "3000000.00",
              "maximum": "3000000.00",
              "monetary": true,
              "discretionary": false,
              "clamped": false,
              "needs": [],
              "readings": [
                "B1"
              ],
              "because": [],
              "decided_by": null
            }
          ],
          "chosen": {
            "guaranteed": null,
            "maximum": "1.1"
          },
          "payable": {
            "guaranteed": "0.00",
            "maximum": "4999999.998"
          },
          "payment": {
            "guaranteed": "0.00",
            "maximum": "4999999.99"
          },
          "shares_limit": false,
          "settled": false
        }
      ],
      "rights": [
        {
          "project_id": "甲",
          "clause": "1.1",
          "label": null
        }
      ],
      "total": {
        "guaranteed": "3000000.00",
        "maximum": "3000000.00",
        "payment": {
          "guaranteed": "3000000.00",
          "maximum": "3000000.00"
        },
        "settled": true
      },
      "assumed": [
        "prior_awards"
      ],
      "readings": {
        "B1": "R2"
      },
      "settlement_readings": []
    }
    "#);
    let value = tiaoli_json::decision(&orchard(), &decision);
    assert_eq!(print(&value, Layout::Line), print(&tiaoli_json::decision(&orchard(), &decision), Layout::Line));
    let line: serde_json::Value = serde_json::from_str(&print(&value, Layout::Line)).unwrap();
    assert_eq!(line, serde_json::from_str::<serde_json::Value>(&print(&value, Layout::Indented)).unwrap());
}

#[test]
fn an_amount_stands_where_one_sum_is_due() {
    let undetermined = Outcome { needs: vec![fact(2), fact(4)], ..outcome(Kind::Undetermined, 0, Some(100)) };
    let open = Outcome { decided_by: Some(fact(2)), discretionary: true, ..outcome(Kind::UpTo, 0, Some(100)) };
    let because =
        vec![Reason::NotInForce, Reason::BeforeIssue, Reason::NoAward, Reason::ZeroSum, Reason::Fact(fact(2))];
    let right = Outcome { monetary: false, title: Some("优先".into()), ..outcome(Kind::Entitlement, 0, Some(0)) };
    let nothing = Outcome { monetary: false, because: vec![Reason::NoAward], ..outcome(Kind::None, 0, Some(0)) };
    assert_snapshot!(claims(vec![
        claim("fixed", Outcome { clamped: true, ..outcome(Kind::Fixed, 12_345, Some(12_345)) }),
        claim("none", Outcome { because, ..outcome(Kind::None, 0, Some(0)) }),
        claim("invalid", Outcome { because: vec![Reason::Fact(fact(2))], ..outcome(Kind::InvalidInput, 0, Some(0)) }),
        claim("undetermined", undetermined),
        claim("up_to", open),
        claim("referral", outcome(Kind::Referral, 0, None)),
        claim("right", right),
        claim("nothing", nothing),
    ]), @r#"
    {"clause":"fixed","kind":"fixed","amount":"123.45","minimum":"123.45","maximum":"123.45","monetary":true,"discretionary":false,"clamped":true,"needs":[],"readings":["B1"],"because":[],"decided_by":null}
    {"clause":"none","kind":"none","amount":"0.00","minimum":"0.00","maximum":"0.00","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":["not_in_force","before_issue","no_award","zero_sum","spend"],"decided_by":null}
    {"clause":"invalid","kind":"invalid_input","amount":null,"minimum":"0.00","maximum":"0.00","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":["spend"],"decided_by":null}
    {"clause":"undetermined","kind":"undetermined","amount":null,"minimum":"0.00","maximum":"1.00","monetary":true,"discretionary":false,"clamped":false,"needs":["spend","area"],"readings":["B1"],"because":[],"decided_by":null}
    {"clause":"up_to","kind":"up_to","amount":null,"minimum":"0.00","maximum":"1.00","monetary":true,"discretionary":true,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":"spend"}
    {"clause":"referral","kind":"referral","amount":null,"minimum":"0.00","maximum":null,"monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null}
    {"clause":"right","kind":"entitlement","amount":null,"minimum":null,"maximum":null,"monetary":false,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"title":"优先"}
    {"clause":"nothing","kind":"none","amount":null,"minimum":null,"maximum":null,"monetary":false,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":["no_award"],"decided_by":null}
    "#);
}

#[test]
fn what_a_claim_shows_stands_beside_it_and_never_hides_the_contract() {
    let shows = vec![
        ("growth".into(), "增长".into(), Some(yuan(0))),
        ("later".into(), "以后".into(), None),
        ("kind".into(), "种类".into(), Some(yuan(1))),
    ];
    let target = |met| ClaimDecision { target_met: Some(met), ..claim("3", outcome(Kind::None, 0, Some(0))) };
    assert_snapshot!(claims(vec![
        claim("1.1", Outcome { shows, ..outcome(Kind::Fixed, 1, Some(1)) }),
        target(Some(true)),
        target(None),
    ]), @r#"
    {"clause":"1.1","kind":"fixed","amount":"0.01","minimum":"0.01","maximum":"0.01","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"growth":"0.00","later":null}
    {"clause":"3","kind":"none","amount":"0.00","minimum":"0.00","maximum":"0.00","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"target_met":true}
    {"clause":"3","kind":"none","amount":"0.00","minimum":"0.00","maximum":"0.00","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"target_met":null}
    "#);
}

#[test]
fn chosen_names_what_was_asked_for() {
    let two = || vec![claim("1.1.a", outcome(Kind::Fixed, 1, Some(1))), claim("2.1", outcome(Kind::Fixed, 2, None))];
    let chosen = |guaranteed: &[usize], maximum: &[usize], sum: i128| {
        let it = ProjectDecision {
            chosen: Scenarios { guaranteed: guaranteed.to_vec(), maximum: maximum.to_vec() },
            payable: Scenarios { guaranteed: Some(yuan(sum)), maximum: None },
            ..project(two())
        };
        let value = tiaoli_json::decision(&orchard(), &decision(vec![it]));
        print(&value["projects"][0]["chosen"], Layout::Line)
            + " "
            + &print(&value["projects"][0]["payable"], Layout::Line)
    };
    assert_snapshot!([chosen(&[], &[1], 0), chosen(&[0], &[1], 1), chosen(&[0, 1], &[9], 3), chosen(&[0], &[1], 0)].join("\n"), @r#"
    {"guaranteed":null,"maximum":"2.1"} {"guaranteed":"0.00","maximum":null}
    {"guaranteed":"1.1.a","maximum":"2.1"} {"guaranteed":"0.01","maximum":null}
    {"guaranteed":["1.1.a","2.1"],"maximum":null} {"guaranteed":"0.03","maximum":null}
    {"guaranteed":null,"maximum":"2.1"} {"guaranteed":"0.00","maximum":null}
    "#);
}

#[test]
fn a_loser_says_why() {
    let lost = |guaranteed, maximum| ClaimDecision {
        lost: Scenarios { guaranteed, maximum },
        ..claim("1.1", outcome(Kind::Fixed, 1, Some(1)))
    };
    assert_snapshot!(claims(vec![
        lost(Some(Lost::Lower { than: 1 }), None),
        lost(Some(Lost::Uncertain), Some(Lost::Tie { with: 0 })),
        lost(Some(Lost::EarlierPayment), Some(Lost::LimitUsed { limit: Id::from_index(7) })),
    ]), @r#"
    {"clause":"1.1","kind":"fixed","amount":"0.01","minimum":"0.01","maximum":"0.01","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"lost":{"guaranteed":{"why":"lower","than":"1.1"},"maximum":null}}
    {"clause":"1.1","kind":"fixed","amount":"0.01","minimum":"0.01","maximum":"0.01","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"lost":{"guaranteed":{"why":"uncertain"},"maximum":{"why":"tie","with":"1.1"}}}
    {"clause":"1.1","kind":"fixed","amount":"0.01","minimum":"0.01","maximum":"0.01","monetary":true,"discretionary":false,"clamped":false,"needs":[],"readings":["B1"],"because":[],"decided_by":null,"lost":{"guaranteed":{"why":"earlier_payment"},"maximum":{"why":"limit_used","limit":null}}}
    "#);
}

#[test]
fn past_the_work_limit_there_are_no_totals_and_nothing_payable() {
    let limit =
        SettleLimit { best: both(Some(yuan(100))), bound: Scenarios { guaranteed: Some(yuan(200)), maximum: None } };
    let mut it = decision(vec![project(vec![claim("1.1", outcome(Kind::Fixed, 100, Some(100)))])]);
    it.total = Err(limit);
    assert_snapshot!(written(&it), @r#"
    {
      "policy": {
        "name": "orchard",
        "edition": "1",
        "digest": "sha256:00"
      },
      "as_of": "2021-06-30",
      "projects": [
        {
          "project_id": "甲",
          "claims": [
            {
              "clause": "1.1",
              "kind": "fixed",
              "amount": "1.00",
              "minimum": "1.00",
              "maximum": "1.00",
              "monetary": true,
              "discretionary": false,
              "clamped": false,
              "needs": [],
              "readings": [
                "B1"
              ],
              "because": [],
              "decided_by": null
            }
          ],
          "settled": false
        }
      ],
      "rights": [],
      "error": "settle_limit",
      "best": {
        "guaranteed": "1.00",
        "maximum": "1.00"
      },
      "bound": {
        "guaranteed": "2.00",
        "maximum": null
      },
      "assumed": [
        "prior_awards"
      ],
      "readings": {},
      "settlement_readings": []
    }
    "#);
}

#[test]
fn a_refusal_is_data_with_words_apart() {
    let refused = tiaoli_json::read(
        &orchard(),
        &json(r#"{"as_of": "2021-06-30", "projects": [{"project_id": "A", "clams": []}]}"#),
    )
    .unwrap_err();
    let text = tiaoli_json::parse(b"{\n", tiaoli_json::Format::Json).unwrap_err();
    let all = [refused, text].map(|it| print(&tiaoli_json::refusal(&it), Layout::Indented));
    assert_snapshot!(all.join("\n"), @r#"
    {
      "error": "invalid_input",
      "code": "unknown_key",
      "path": "$.projects[0].clams",
      "message": {
        "zh": "没有 `clams` 这一项",
        "en": "unknown key `clams`"
      },
      "help": {
        "zh": "是否为 `claims`？",
        "en": "did you mean `claims`?"
      }
    }
    {
      "error": "invalid_input",
      "code": "syntax",
      "path": "$",
      "line": 2,
      "column": 1,
      "message": {
        "zh": "不是正确的 JSON：EOF while parsing an object",
        "en": "this is not JSON: EOF while parsing an object"
      }
    }
    "#);
}

#[test]
fn keys_with_terminal_codes_are_shown_escaped() {
    let key = format!("\\u001b[31m\\u202e{}", "长".repeat(200));
    let text = format!(r#"{{"as_of": "2021-06-30", "projects": [], "{key}": 1}}"#);
    assert_snapshot!(said(&tiaoli_json::read(&orchard(), &json(&text))), @r#"
    unknown_key $['\u{1b}[31m\u{202e}长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…']
      unknown key `\u{1b}[31m\u{202e}长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…`
      没有 `\u{1b}[31m\u{202e}长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…` 这一项
    "#);
}
