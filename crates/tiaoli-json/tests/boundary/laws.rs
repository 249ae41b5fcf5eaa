//! What holds for any input at all.

use crate::common::orchard;
use proptest::prelude::*;
use tiaoli_json::{Format, Node, parse, read, refusal};

/// Words that mean something somewhere in an application, and some that do not.
fn word() -> impl Strategy<Value = String> {
    let words = [
        "as_of",
        "assume_in_force",
        "applicant",
        "projects",
        "prior_awards",
        "project_id",
        "claims",
        "facts",
        "clause",
        "amount",
        "year",
        "level",
        "is_upstream_base_grant",
        "spend",
        "投入",
        "prices",
        "workers",
        "wage",
        "papers",
        "grade",
        "town",
        "镇级",
        "1.1",
        "2",
        "2021-06-30",
        "400000.00",
        "30.00",
        "issue_date",
        "in_town",
        "count_year",
        "trees",
        "share",
        "good",
        "",
    ];
    prop_oneof![9 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}"]
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        prop_oneof![Just("2021".to_owned()), any::<i64>().prop_map(|it| it.to_string()), Just("1e999".to_owned())]
            .prop_map(Node::Number),
        word().prop_map(Node::Text),
    ];
    leaf.prop_recursive(6, 80, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Node::List),
            prop::collection::vec((word(), inner), 0..6).prop_map(Node::Map),
        ]
    })
}

/// An application of the right shape around any values.
fn application() -> impl Strategy<Value = Node> {
    let names =
        ["spend", "占比", "area", "trees", "count_year", "event_date", "good", "grade", "prices", "workers", "投入"];
    let facts = prop::collection::vec((prop::sample::select(names.to_vec()).prop_map(str::to_owned), node()), 0..6);
    let project = (0..3u8, facts).prop_map(|(id, facts)| {
        Node::Map(vec![("project_id".into(), Node::Text(format!("P{id}"))), ("facts".into(), Node::Map(facts))])
    });
    prop::collection::vec(project, 0..3).prop_map(|projects| {
        Node::Map(vec![("as_of".into(), Node::Text("2021-06-30".into())), ("projects".into(), Node::List(projects))])
    })
}

fn json(node: &Node) -> String {
    let text = |it: &str| serde_json::Value::from(it).to_string();
    match node {
        Node::Null => "null".into(),
        Node::Bool(it) => it.to_string(),
        Node::Number(it) => it.clone(),
        Node::Text(it) => text(it),
        Node::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(",")),
        Node::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}:{}", text(key), json(value))).collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

fn holds(node: &Node) {
    let program = orchard();
    match read(&program, node) {
        Ok(application) => {
            for (level, rows) in application.rows.iter() {
                let parents = program.levels[level].parent.map_or(1, |parent| application.rows[parent].len() as usize);
                assert_eq!(rows.complete.len(), parents, "every row above has its rows");
                assert_eq!((rows.impossible.len(), rows.offsets.len()), (parents, parents + 1));
            }
            for (id, fact) in program.facts.iter() {
                assert_eq!(
                    application.facts[id].len(),
                    application.rows[fact.level].len() as usize,
                    "every row has a slot of every fact"
                );
            }
        }
        Err(refused) => {
            let value = refusal(&refused);
            assert_eq!(value["error"], "invalid_input");
            assert!(value["path"].as_str().is_some_and(|path| path.starts_with('$')));
            assert!(refused.path.len() < 2_000 && refused.message.zh.len() < 2_000);
        }
    }
    assert_eq!(format!("{:?}", read(&program, node)), format!("{:?}", read(&program, node)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_tree_is_read_or_refused(node in node()) {
        holds(&node);
    }

    #[test]
    fn any_values_in_the_right_shape_are_read_or_refused(node in application()) {
        holds(&node);
    }

    #[test]
    fn any_bytes_are_parsed_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\PC\\n]{0,80}") {
        for format in [Format::Json, Format::Yaml, Format::Toml] {
            for input in [bytes.as_slice(), text.as_bytes()] {
                if let Ok(node) = parse(input, format) {
                    holds(&node);
                }
            }
        }
    }

    #[test]
    fn a_tree_written_as_json_reads_back(node in node()) {
        match parse(json(&node).as_bytes(), Format::Json) {
            Ok(read) => prop_assert_eq!(json(&read).replace("1e+999", "1e999"), json(&node)),
            Err(refused) => prop_assert_eq!(refused.code.word(), "key_twice"),
        }
    }
}
