//! The schema of applications: what it says, and that it agrees with the reader.

use crate::common::{facts, orchard};
use insta::assert_snapshot;
use serde_json::{Value, json};
use tiaoli_json::{Format, Layout, print, schema};

fn application(facts: &Value) -> Value {
    json!({ "as_of": "2021-06-30", "projects": [{ "project_id": "A", "claims": ["1.1"], "facts": facts }] })
}

fn is_valid(application: &Value) -> bool {
    let schema = schema(&orchard());
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap().is_valid(application)
}

#[test]
fn a_fact_has_a_title_a_form_and_a_kind() {
    let schema = schema(&orchard());
    let definitions = schema["$defs"].as_object().unwrap();
    let shown: String = definitions.iter().map(|(name, it)| format!("{name} {}\n", print(it, Layout::Line))).collect();
    assert_snapshot!(shown, @r##"
    issue_date {"title":"发文日期","type":["string","null"],"format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","x-kind":"parameter"}
    in_town {"title":"镇内","type":["boolean","null"],"x-kind":"recorded"}
    spend {"title":"投入","description":"当年实际投入","type":["string","null"],"pattern":"^[0-9]+(\\.[0-9]{1,2})?$","x-kind":"declared","x-unit":"元","x-least":"0.00"}
    share {"title":"占比","type":["string","null"],"pattern":"^[0-9]+(\\.[0-9]{1,4})?$","x-kind":"recorded","x-least":"0","x-greatest":"100"}
    area {"title":"面积","type":["string","null"],"pattern":"^[0-9]+(\\.[0-9]{1,2})?$","x-kind":"recorded","x-unit":"亩","x-least":"0"}
    trees {"title":"株数","type":["string","null"],"pattern":"^[0-9]+$","x-kind":"recorded","x-unit":"株","x-least":"1"}
    count_year {"title":"计入年度","type":["integer","null"],"minimum":1,"maximum":9999,"x-kind":"recorded"}
    event_date {"title":"事件日期","type":["string","null"],"format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","x-kind":"recorded"}
    good {"title":"优质","type":["boolean","null"],"x-kind":"recorded"}
    grade {"title":"等级","enum":["none","无","town","镇级","village","county","县级",null],"x-kind":"recorded"}
    prices {"title":"历次价格","type":["array","object","null"],"items":{"type":["string","null"],"pattern":"^[0-9]+(\\.[0-9]{1,2})?$"},"maxItems":3,"properties":{"rows":{"title":"各行","type":["array","null"],"items":{"$ref":"#/$defs/prices/items"}},"complete":{"title":"已全","type":["boolean","null"]}},"additionalProperties":false,"x-kind":"recorded","x-unit":"元","x-least":"0.00"}
    workers {"title":"员工","type":["array","object","null"],"items":{"type":["object","null"],"properties":{"wage":{"$ref":"#/$defs/wage"},"工资":{"$ref":"#/$defs/wage"},"papers":{"$ref":"#/$defs/papers"},"证书":{"$ref":"#/$defs/papers"}},"dependentSchemas":{"工资":{"properties":{"wage":false}},"证书":{"properties":{"papers":false}}},"additionalProperties":false},"maxItems":2,"properties":{"rows":{"title":"各行","type":["array","null"],"items":{"$ref":"#/$defs/workers/items"}},"complete":{"title":"已全","type":["boolean","null"]}},"additionalProperties":false,"x-kind":"recorded"}
    wage {"title":"工资","type":["string","null"],"pattern":"^[0-9]+(\\.[0-9]{1,2})?$","x-kind":"recorded","x-unit":"元","x-least":"0.00"}
    papers {"title":"证书","type":["array","object","null"],"items":{"enum":["pear","梨","雪梨","tea","茶",null]},"properties":{"rows":{"title":"各行","type":["array","null"],"items":{"$ref":"#/$defs/papers/items"}},"complete":{"title":"已全","type":["boolean","null"]}},"additionalProperties":false,"x-kind":"recorded"}
    "##);
    assert_snapshot!(print(&schema["properties"]["projects"], Layout::Indented), @r##"
    {
      "title": "项目",
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "project_id": {
            "title": "项目编号",
            "type": "string",
            "pattern": "\\S"
          },
          "claims": {
            "title": "申请的条款",
            "type": [
              "array",
              "null"
            ],
            "items": {
              "enum": [
                "1",
                "1.1",
                "1.1.a",
                "2.1",
                "2.2",
                "3"
              ]
            }
          },
          "facts": {
            "type": [
              "object",
              "null"
            ],
            "properties": {
              "spend": {
                "$ref": "#/$defs/spend"
              },
              "投入": {
                "$ref": "#/$defs/spend"
              },
              "投资": {
                "$ref": "#/$defs/spend"
              },
              "当年实际投入": {
                "$ref": "#/$defs/spend"
              },
              "share": {
                "$ref": "#/$defs/share"
              },
              "占比": {
                "$ref": "#/$defs/share"
              },
              "area": {
                "$ref": "#/$defs/area"
              },
              "面积": {
                "$ref": "#/$defs/area"
              },
              "trees": {
                "$ref": "#/$defs/trees"
              },
              "株数": {
                "$ref": "#/$defs/trees"
              },
              "count_year": {
                "$ref": "#/$defs/count_year"
              },
              "计入年度": {
                "$ref": "#/$defs/count_year"
              },
              "event_date": {
                "$ref": "#/$defs/event_date"
              },
              "事件日期": {
                "$ref": "#/$defs/event_date"
              },
              "good": {
                "$ref": "#/$defs/good"
              },
              "优质": {
                "$ref": "#/$defs/good"
              },
              "grade": {
                "$ref": "#/$defs/grade"
              },
              "等级": {
                "$ref": "#/$defs/grade"
              },
              "prices": {
                "$ref": "#/$defs/prices"
              },
              "历次价格": {
                "$ref": "#/$defs/prices"
              },
              "workers": {
                "$ref": "#/$defs/workers"
              },
              "员工": {
                "$ref": "#/$defs/workers"
              }
            },
            "dependentSchemas": {
              "投入": {
                "properties": {
                  "spend": false
                }
              },
              "投资": {
                "properties": {
                  "spend": false,
                  "投入": false
                }
              },
              "当年实际投入": {
                "properties": {
                  "spend": false,
                  "投入": false,
                  "投资": false
                }
              },
              "占比": {
                "properties": {
                  "share": false
                }
              },
              "面积": {
                "properties": {
                  "area": false
                }
              },
              "株数": {
                "properties": {
                  "trees": false
                }
              },
              "计入年度": {
                "properties": {
                  "count_year": false
                }
              },
              "事件日期": {
                "properties": {
                  "event_date": false
                }
              },
              "优质": {
                "properties": {
                  "good": false
                }
              },
              "等级": {
                "properties": {
                  "grade": false
                }
              },
              "历次价格": {
                "properties": {
                  "prices": false
                }
              },
              "员工": {
                "properties": {
                  "workers": false
                }
              }
            },
            "additionalProperties": false
          }
        },
        "required": [
          "project_id"
        ],
        "additionalProperties": false
      }
    }
    "##);
}

#[test]
fn right_applications_are_valid_and_read() {
    let all = [
        json!({}),
        json!({ "spend": "1.50", "share": "33.3333", "area": "1.25", "trees": "1", "count_year": 2021, "event_date": "2021-01-01", "good": true, "grade": "镇级" }),
        json!({ "投资": null, "grade": null, "good": null, "prices": null, "workers": null }),
        json!({ "prices": ["1", null], "员工": [{ "wage": "1", "证书": ["雪梨", "tea"] }, null] }),
    ];
    for written in all {
        let it = application(&written);
        assert!(is_valid(&it), "{it}");
        let node = tiaoli_json::parse(it.to_string().as_bytes(), Format::Json).unwrap();
        let read = tiaoli_json::read(&orchard(), &node).unwrap();
        assert!(!facts(&orchard(), &read).contains("impossible"), "{it}");
    }
    let ledger = json!({ "as_of": "2021-06-30", "assume_in_force": true, "issue_date": "2020-01-01", "applicant": { "镇内": false }, "projects": [],
        "prior_awards": [{ "project_id": "A", "clause": "1.1", "amount": "1.00", "year": 2021, "level": "village" }] });
    assert!(is_valid(&ledger));
}

#[test]
fn wrong_applications_are_not_valid() {
    let all = [
        json!({ "spend": 1.5 }),
        json!({ "spend": "1.505" }),
        json!({ "spend": "1", "投资": "1" }),
        json!({ "spnd": "1" }),
        json!({ "grade": "city" }),
        json!({ "prices": ["1", "2", "3", "4"] }),
        json!({ "workers": [{ "wages": "1" }] }),
        json!({ "good": "true" }),
    ];
    for written in all {
        assert!(!is_valid(&application(&written)), "{written}");
    }
    assert!(!is_valid(&json!({ "projects": [] })));
    let level = |level: &str| {
        json!({ "as_of": "2021-06-30", "projects": [],
        "prior_awards": [{ "project_id": "A", "clause": "1.1", "amount": "1.00", "year": 2021, "level": level }] })
    };
    assert!(is_valid(&level("county")));
    assert!(!is_valid(&level("none")));
}
