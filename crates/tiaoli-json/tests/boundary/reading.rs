//! Whole applications: what is read, and what is refused with which words.

use crate::common::{json, orchard, said, with_facts};
use insta::assert_snapshot;

fn shown(text: &str) -> String {
    format!("{text}\n----\n{}", said(&tiaoli_json::read(&orchard(), &json(text))))
}

fn project(text: &str) -> String {
    format!("{text}\n----\n{}", said(&tiaoli_json::read(&orchard(), &with_facts(text))))
}

#[test]
fn facts_go_by_any_of_their_names() {
    let all = ["spend", "投入", "投资", "当年实际投入"].map(|name| {
        let node = with_facts(&format!("{{\"{name}\": \"1\"}}"));
        said(&tiaoli_json::read(&orchard(), &node))
    });
    assert!(all.iter().all(|it| it == "spend: 100e-2\n"), "{all:?}");
}

#[test]
fn rows_below_rows_stand_in_order() {
    let text = r#"{"as_of": "2021-06-30", "issue_date": null, "applicant": {"镇内": true}, "projects": [
      {"project_id": "A", "facts": {"workers": [{"wage": "1", "papers": ["tea", null]}, null]}},
      {"project_id": "B"},
      {"project_id": "C", "facts": {"workers": [{"papers": "tea"}, 7]}}
    ]}"#;
    assert_snapshot!(shown(text), @r#"
    {"as_of": "2021-06-30", "issue_date": null, "applicant": {"镇内": true}, "projects": [
          {"project_id": "A", "facts": {"workers": [{"wage": "1", "papers": ["tea", null]}, null]}},
          {"project_id": "B"},
          {"project_id": "C", "facts": {"workers": [{"papers": "tea"}, 7]}}
        ]}
    ----
    in_town: true
    wage: 100e-2 - - impossible [2 rows, complete] [0 rows, open] [2 rows, complete]
    papers: tea - [2 rows, complete] [0 rows, open] [0 rows, impossible] [0 rows, impossible]
    "#);
}

#[test]
fn a_list_of_objects_that_is_too_long_is_impossible_and_its_keys_are_looked_at() {
    let all = [
        project(r#"{"workers": [{"wage": "1"}, {"wage": "2"}, {"wage": "3"}]}"#),
        project(r#"{"workers": [{}, {}, {"wages": "3"}]}"#),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"workers": [{"wage": "1"}, {"wage": "2"}, {"wage": "3"}]}
    ----
    workers: impossible
    wage: 100e-2 200e-2 300e-2 [3 rows, impossible]


    {"workers": [{}, {}, {"wages": "3"}]}
    ----
    unknown_key $.projects[0].facts.workers[2].wages
      unknown key `wages`
      没有 `wages` 这一项
      help: did you mean `wage`?
      help: 是否为 `wage`？
    "#);
}

#[test]
fn unknown_keys_come_with_a_suggestion() {
    let all = [
        project(r#"{"spnd": "1"}"#),
        project(r#"{"投人": "1"}"#),
        project(r#"{"in_town": true}"#),
        project(r#"{"wage": "1"}"#),
        project(r#"{"colour": "red"}"#),
        shown(r#"{"as_off": "2021-06-30", "projects": []}"#),
        shown(r#"{"as_of": "2021-06-30", "projects": [{"project_id": "A", "spend": "1"}]}"#),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"spnd": "1"}
    ----
    unknown_key $.projects[0].facts.spnd
      unknown key `spnd`
      没有 `spnd` 这一项
      help: did you mean `spend`?
      help: 是否为 `spend`？

    {"投人": "1"}
    ----
    unknown_key $.projects[0].facts.投人
      unknown key `投人`
      没有 `投人` 这一项
      help: did you mean `投入`?
      help: 是否为 `投入`？

    {"in_town": true}
    ----
    unknown_key $.projects[0].facts.in_town
      unknown key `in_town`
      没有 `in_town` 这一项
      help: it belongs in `$.applicant`
      help: 它属于 `$.applicant`

    {"wage": "1"}
    ----
    unknown_key $.projects[0].facts.wage
      unknown key `wage`
      没有 `wage` 这一项
      help: it belongs in `$.projects[].facts.workers[]`
      help: 它属于 `$.projects[].facts.workers[]`

    {"colour": "red"}
    ----
    unknown_key $.projects[0].facts.colour
      unknown key `colour`
      没有 `colour` 这一项

    {"as_off": "2021-06-30", "projects": []}
    ----
    unknown_key $.as_off
      unknown key `as_off`
      没有 `as_off` 这一项
      help: did you mean `as_of`?
      help: 是否为 `as_of`？

    {"as_of": "2021-06-30", "projects": [{"project_id": "A", "spend": "1"}]}
    ----
    unknown_key $.projects[0].spend
      unknown key `spend`
      没有 `spend` 这一项
      help: it belongs in `$.projects[].facts`
      help: 它属于 `$.projects[].facts`
    "#);
}

#[test]
fn two_names_of_one_fact_are_refused() {
    let all = [project(r#"{"spend": "1", "投资": "1"}"#), project(r#"{"prices": [], "历次价格": []}"#)];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"spend": "1", "投资": "1"}
    ----
    fact_twice $.projects[0].facts.投资
      `spend` and `投资` are two names of one fact
      `spend` 与 `投资` 是同一事实的两个名称
      help: keep one of them
      help: 只留一个

    {"prices": [], "历次价格": []}
    ----
    fact_twice $.projects[0].facts.历次价格
      `prices` and `历次价格` are two names of one fact
      `prices` 与 `历次价格` 是同一事实的两个名称
      help: keep one of them
      help: 只留一个
    "#);
}

#[test]
fn dates_of_the_application_must_be_readable() {
    let all = [
        shown(r#"{"projects": []}"#),
        shown(r#"{"as_of": "2021-06-31", "projects": []}"#),
        shown(r#"{"as_of": "2021-06-30", "发文日期": "soon", "projects": []}"#),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"projects": []}
    ----
    missing_key $.as_of
      `as_of` is missing
      缺少 `as_of`

    {"as_of": "2021-06-31", "projects": []}
    ----
    unreadable_date $.as_of
      not a date: the text `2021-06-31`
      不是日期：文本 `2021-06-31`
      help: a date is written `2021-06-30`
      help: 日期写作 `2021-06-30`

    {"as_of": "2021-06-30", "发文日期": "soon", "projects": []}
    ----
    unreadable_date $.发文日期
      not a date: the text `soon`
      不是日期：文本 `soon`
      help: a date is written `2021-06-30`
      help: 日期写作 `2021-06-30`
    "#);
}

#[test]
fn shapes_are_checked() {
    let all = [
        shown("[]"),
        shown("null"),
        shown(r#""text""#),
        shown(r#"{"as_of": "2021-06-30"}"#),
        shown(r#"{"as_of": "2021-06-30", "projects": {}}"#),
        shown(r#"{"as_of": "2021-06-30", "projects": [null]}"#),
        shown(r#"{"as_of": "2021-06-30", "projects": [], "applicant": []}"#),
        shown(r#"{"as_of": "2021-06-30", "projects": [], "assume_in_force": "yes"}"#),
        shown(r#"{"as_of": "2021-06-30", "projects": [], "prior_awards": {}}"#),
    ];
    assert_snapshot!(all.join("\n\n"), @r#"
    []
    ----
    wrong_shape $
      expected an object, found a list
      此处应为对象，写的是列表

    null
    ----
    wrong_shape $
      expected an object, found null
      此处应为对象，写的是空值

    "text"
    ----
    wrong_shape $
      expected an object, found the text `text`
      此处应为对象，写的是文本 `text`

    {"as_of": "2021-06-30"}
    ----
    missing_key $.projects
      `projects` is missing
      缺少 `projects`

    {"as_of": "2021-06-30", "projects": {}}
    ----
    wrong_shape $.projects
      expected a list, found an object
      此处应为列表，写的是对象

    {"as_of": "2021-06-30", "projects": [null]}
    ----
    wrong_shape $.projects[0]
      expected an object, found null
      此处应为对象，写的是空值

    {"as_of": "2021-06-30", "projects": [], "applicant": []}
    ----
    wrong_shape $.applicant
      expected an object, found a list
      此处应为对象，写的是列表

    {"as_of": "2021-06-30", "projects": [], "assume_in_force": "yes"}
    ----
    wrong_shape $.assume_in_force
      expected true or false, found the text `yes`
      此处应为 true 或 false，写的是文本 `yes`

    {"as_of": "2021-06-30", "projects": [], "prior_awards": {}}
    ----
    wrong_shape $.prior_awards
      expected a list, found an object
      此处应为列表，写的是对象
    "#);
}

#[test]
fn a_project_has_one_id_of_its_own() {
    let with = |id: &str| {
        shown(&format!(r#"{{"as_of": "2021-06-30", "projects": [{{"project_id": "A"}}, {{"project_id": {id}}}]}}"#))
    };
    let all = [with(r#""A""#), with(r#""  ""#), with("7"), with("null")];
    assert_snapshot!(all.join("\n\n"), @r#"
    {"as_of": "2021-06-30", "projects": [{"project_id": "A"}, {"project_id": "A"}]}
    ----
    project_id_twice $.projects[1].project_id
      two projects have the id `A`
      两个项目同为 `A`

    {"as_of": "2021-06-30", "projects": [{"project_id": "A"}, {"project_id": "  "}]}
    ----
    wrong_shape $.projects[1].project_id
      an id cannot be empty
      编号不能为空

    {"as_of": "2021-06-30", "projects": [{"project_id": "A"}, {"project_id": 7}]}
    ----
    wrong_shape $.projects[1].project_id
      expected a text, found the number `7`
      此处应为文本，写的是数 `7`

    {"as_of": "2021-06-30", "projects": [{"project_id": "A"}, {"project_id": null}]}
    ----
    missing_key $.projects[1].project_id
      `project_id` is missing
      缺少 `project_id`
    "#);
}
