//! What CI servers read: SARIF against its schema, JUnit XML by a reader of it, annotations by the rules of the runner
//! that takes them. All of them say the same as the JSON of the same run.

use crate::common::{PARK, picture, tiaoli};
use crate::package::{Copy, plain};
use serde_json::Value;
use tiaoli_cli::Exit;

/// A package with an error, one with a case that fails, one with a file that is not laid out, one with slips that
/// nothing notices: the verb with its arguments, and how the run ends.
fn runs() -> Vec<(Copy, &'static str, Vec<&'static str>, Exit)> {
    let whole = Copy::new;
    let rule = || whole().edit("2-条款.tiaoli", |text| text.replacen("研发投入的10％", "研发投人的10％", 1));
    let case = || whole().edit("4-算例.tiaoli", |text| text.replacen("⇒ 10万元", "⇒ 11万元", 1));
    let text = || whole().edit("2-条款.tiaoli", |text| text.replacen("50万元。", "60万元。", 1));
    let loose = || whole().edit("2-条款.tiaoli", |text| text.replacen("，且", ",且", 1));
    let lacking =
        || whole().edit("4-算例.tiaoli", |text| text.replacen("算例 1.1 “差一分钱”", "# 算例 1.1 “差一分钱”", 1));
    vec![
        (whole(), "check", vec![], Exit::Fine),
        (rule(), "check", vec![], Exit::Findings),
        (text(), "check", vec![], Exit::Fine),
        (text(), "check", vec!["--deny", "warnings"], Exit::Findings),
        (whole(), "test", vec![], Exit::Fine),
        (case(), "test", vec![], Exit::Findings),
        (rule(), "test", vec![], Exit::Findings),
        (whole(), "cover", vec![], Exit::Fine),
        (lacking(), "cover", vec!["--fail-under", "100"], Exit::Findings),
        (rule(), "cover", vec![], Exit::Findings),
        (lacking(), "mutate", vec!["--only", "1.1"], Exit::Findings),
        (case(), "mutate", vec![], Exit::Findings),
        (loose(), "fmt", vec!["--check"], Exit::Findings),
        (whole(), "fmt", vec!["--check"], Exit::Fine),
    ]
}

fn run(run: &(Copy, &'static str, Vec<&'static str>, Exit), format: &str) -> String {
    let (copy, verb, arguments, exit) = run;
    let ran = copy.run(verb, &[&arguments[..], &["--format", format]].concat());
    assert_eq!(ran.exit, *exit, "{verb} {arguments:?} {format}: {}{}", ran.stdout, ran.stderr);
    ran.stdout
}

/// The problems of the same run, as its JSON has them.
fn problems(of: &(Copy, &'static str, Vec<&'static str>, Exit)) -> Vec<Value> {
    let value: Value = serde_json::from_str(&run(of, "json")).unwrap();
    let list = if value.is_array() { &value } else { &value["problems"] };
    list.as_array().unwrap().clone()
}

#[test]
fn sarif_keeps_to_its_schema() {
    let mut schema: Value =
        serde_json::from_str(&std::fs::read_to_string("tests/data/schemas/sarif-2.1.0.json").unwrap()).unwrap();
    // a slip of the published schema: this pattern, of a key that we do not write, is no regular expression
    for of in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][of]["properties"]["language"];
        assert!(language.as_object_mut().unwrap().remove("pattern").is_some());
    }
    let schema = jsonschema::validator_for(&schema).unwrap();
    for of in runs() {
        let text = run(&of, "sarif");
        let log: Value = serde_json::from_str(&text).unwrap();
        let wrong: Vec<String> = schema.iter_errors(&log).map(|it| format!("{}: {it}", it.instance_path())).collect();
        assert!(wrong.is_empty(), "{} {:?}: {wrong:#?}", of.1, of.2);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let problems = problems(&of);
        assert_eq!(results.len(), problems.len(), "{} {:?}", of.1, of.2);
        for (result, problem) in results.iter().zip(&problems) {
            assert_eq!(result["ruleId"], problem["code"]);
            assert_eq!(result["properties"]["message"], problem["message"]);
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], problem["code"]);
            let region = &result["locations"][0]["physicalLocation"]["region"];
            assert_eq!(region["startLine"], problem["span"]["line"]);
            assert_eq!(region["endColumn"], problem["span"]["end_column"]);
        }
    }
    let spoiled = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": 1 }] });
    assert!(!schema.is_valid(&spoiled), "the schema is one that can refuse");
}

#[test]
fn junit_is_read_back_with_what_failed() {
    for of in runs() {
        let text = run(&of, "junit");
        let suites = junit_parser::from_reader(text.as_bytes()).unwrap_or_else(|why| panic!("{why}: {text}"));
        let cases: Vec<_> = suites.suites.iter().flat_map(|suite| &suite.cases).collect();
        assert!(!cases.is_empty(), "{text}");
        assert_eq!(suites.tests, cases.len() as u64);
        let failed: Vec<_> = cases.iter().filter(|case| case.status.is_failure()).collect();
        assert_eq!(suites.failures, failed.len() as u64);
        assert_eq!(failed.is_empty(), of.3 == Exit::Fine, "{} {:?}: {text}", of.1, of.2);
        for problem in problems(&of) {
            let message = problem["message"]["en"].as_str().unwrap();
            let said = cases.iter().any(|case| match case.status.is_failure() {
                true => case.status.failure_as_ref().text.contains(message),
                false => case.system_out.as_ref().is_some_and(|it| it.contains(message)),
            });
            assert!(said, "{message}: {text}");
        }
    }
}

#[test]
fn every_case_is_a_test_of_its_clause() {
    let text = tiaoli(&["test", PARK, "--format", "junit", "--lang", "zh"], b"").stdout;
    let suites = junit_parser::from_reader(text.as_bytes()).unwrap();
    let cases: Vec<_> = suites.suites.iter().flat_map(|suite| &suite.cases).collect();
    assert_eq!(cases.len(), 15);
    let case = cases.iter().find(|case| case.original_name == "两条都够，取高").unwrap();
    assert_eq!(case.classname.as_deref(), Some("test 1.1、1.2"));
    assert_eq!(case.file.as_deref(), Some("tests/data/park/4-算例.tiaoli"));
    assert_eq!(case.line, Some(17));
}

/// What the runner makes of a workflow command: it splits at the first `::` behind the properties, and undoes the
/// escapes, `%25` last.
fn read(line: &str) -> (String, Vec<(String, String)>, String) {
    let rest = line.strip_prefix("::").unwrap_or_else(|| panic!("no command: {line}"));
    let (head, data) = rest.split_once("::").unwrap();
    let (word, properties) = head.split_once(' ').unwrap();
    let undo = |text: &str, also: bool| {
        let mut text = text.replace("%0D", "\r").replace("%0A", "\n");
        if also {
            text = text.replace("%3A", ":").replace("%2C", ",");
        }
        text.replace("%25", "%")
    };
    let properties = properties.split(',').map(|pair| {
        let (key, value) = pair.split_once('=').unwrap();
        (key.to_owned(), undo(value, true))
    });
    (word.to_owned(), properties.collect(), undo(data, false))
}

#[test]
fn annotations_are_read_as_the_runner_reads_them() {
    for of in runs() {
        let text = run(&of, "github");
        let problems = problems(&of);
        assert_eq!(text.lines().count(), problems.len(), "{text}");
        for (line, problem) in text.lines().zip(&problems) {
            let (word, properties, data) = read(line);
            let expected =
                if problem["severity"] == "advice" { "notice" } else { problem["severity"].as_str().unwrap() };
            assert_eq!(word, expected);
            let property = |key: &str| properties.iter().find(|(it, _)| it == key).map(|(_, value)| value.as_str());
            assert!(property("title").unwrap().starts_with(problem["code"].as_str().unwrap()));
            assert!(data.starts_with(problem["message"]["en"].as_str().unwrap()), "{data}");
            if !problem["span"].is_null() {
                assert_eq!(property("file"), problem["span"]["file"].as_str());
                assert_eq!(property("line").unwrap(), problem["span"]["line"].to_string());
            }
        }
    }
}

#[test]
fn paths_start_from_the_folder_of_the_run() {
    let whole = std::env::current_dir().unwrap().join(PARK);
    for path in [whole.to_str().unwrap(), &format!("./{PARK}")] {
        for format in ["junit", "sarif"] {
            let text = tiaoli(&["cover", path, "--format", format], b"").stdout;
            let file = if format == "sarif" { "tests/data/park/2-%E6%9D%A1" } else { "tests/data/park/2-条" };
            assert!(text.contains(&format!("\"{file}")) && !text.contains(path), "{text}");
        }
    }
}

#[test]
fn a_format_that_makes_no_sense_is_a_usage_error() {
    for line in [
        "diff a b --format junit",
        "diff a b --format sarif",
        "fmt --format json",
        "check --format markdown",
        "eval a b --format sarif",
    ] {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(tiaoli(&arguments, b"").exit, Exit::Usage, "{line}");
    }
}

#[test]
fn each_format_has_a_picture() {
    for format in ["plain", "junit", "sarif", "github"] {
        let copy = Copy::new().edit("4-算例.tiaoli", |text| text.replacen("⇒ 10万元", "⇒ 11万元", 1));
        let ran = copy.run("test", &["1.1", "--format", format, "--lang", "zh"]);
        let text = ran.stdout.replace(&copy.path.to_str().unwrap().replace('%', "%25"), "park");
        insta::assert_snapshot!(format!("test-{format}"), plain(&text, &copy.path));
    }
    let changed = Copy::new().edit("2-条款.tiaoli", |text| text.replacen("研发投入的10％", "研发投入的15％", 1));
    for format in ["plain", "github"] {
        let text = tiaoli(&["diff", PARK, changed.path.to_str().unwrap(), "--format", format], b"").stdout;
        insta::assert_snapshot!(format!("diff-{format}"), plain(&text, &changed.path));
    }
    insta::assert_snapshot!("cover-plain", picture(&format!("cover {PARK} --format plain --lang zh"), b""));
    insta::assert_snapshot!("cover-human", picture(&format!("cover {PARK} --lang en"), b""));
    insta::assert_snapshot!("mutate-human", picture(&format!("mutate {PARK} --only 1.1 --lang zh"), b""));
    insta::assert_snapshot!(
        "mutate-plain",
        picture(&format!("mutate {PARK} --only 1.1 --format plain --lang zh"), b"")
    );
}
