//! Every verb, in Chinese and in English: line, output and exit in one picture.

use crate::common::{PARK, picture, tiaoli};
use tiaoli_cli::Exit;

/// Takes a picture of a line in both languages.
#[track_caller]
fn both(name: &str, line: &str) {
    for lang in ["zh", "en"] {
        insta::assert_snapshot!(format!("{name}-{lang}"), picture(&format!("{line} --lang {lang}"), b""));
    }
}

#[test]
fn check_says_what_a_package_holds() {
    both("check", &format!("check {PARK}"));
}

#[test]
fn test_counts_cases_by_clause() {
    both("test", &format!("test {PARK}"));
    both("test-filtered", &format!("test {PARK} 1.3"));
}

#[test]
fn test_suggests_cases_to_be_confirmed() {
    both("test-suggest", &format!("test {PARK} --suggest"));
    both("test-suggest-filtered", &format!("test {PARK} 1.1 --suggest"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("待确认.tiaoli");
    let file = file.to_str().unwrap();
    let line = ["test", PARK, "--suggest", "-o", file];
    assert_eq!(tiaoli(&line, b"").exit, Exit::Fine);
    assert_eq!(tiaoli(&["fmt", file, "--check"], b"").exit, Exit::Fine);
    assert_eq!(tiaoli(&line, b"").exit, Exit::Usage, "what is half confirmed is not overwritten");
    assert_eq!(tiaoli(&["test", PARK, "-o", file], b"").exit, Exit::Usage);
}

#[test]
fn eval_prints_a_statement() {
    both("eval", &format!("eval {PARK} tests/data/applications/whole.json"));
}

#[test]
fn eval_compares_readings() {
    both("eval-readings", &format!("eval {PARK} tests/data/applications/whole.json --readings all"));
    both(
        "eval-readings-beside",
        &format!("eval {PARK} tests/data/applications/whole.json --readings all --reading A1-2=R2"),
    );
    insta::assert_snapshot!(
        "eval-readings-json",
        picture(&format!("eval {PARK} tests/data/applications/one.toml --readings all --format json"), b"")
    );
}

#[test]
fn eval_takes_another_reading() {
    both("eval-reading", &format!("eval {PARK} tests/data/applications/one.toml --reading A1-1=R2 --reading A1-2=R1"));
}

#[test]
fn eval_reads_every_format() {
    for file in ["one.yaml", "one.toml"] {
        let ran = tiaoli(&["eval", PARK, &format!("tests/data/applications/{file}"), "--format", "json"], b"");
        assert_eq!(ran.exit, Exit::Fine, "{file}: {}", ran.stderr);
    }
    let yaml = std::fs::read("tests/data/applications/one.yaml").unwrap();
    let ran = tiaoli(&["eval", PARK, "-", "--input-format", "yaml"], &yaml);
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.stderr);
}

#[test]
fn eval_json_does_not_depend_on_the_language() {
    let of = |lang| {
        tiaoli(&["eval", PARK, "tests/data/applications/whole.json", "--format", "json", "--lang", lang], b"").stdout
    };
    assert_eq!(of("zh"), of("en"));
    assert!(of("zh").ends_with("}\n"));
}

#[test]
fn the_date_on_the_command_line_replaces_the_applications() {
    let line = format!("eval {PARK} tests/data/applications/one.yaml --as-of 2023-12-31 --format json");
    let text = picture(&line, b"");
    assert!(text.contains("\"as_of\": \"2023-12-31\"") && text.contains("not_in_force"), "{text}");
}

#[test]
fn explain_goes_down_to_the_facts() {
    both("explain", &format!("explain {PARK} tests/data/applications/whole.json 1.1 --project 研发二期"));
    both("explain-ceiling", &format!("explain {PARK} tests/data/applications/whole.json 1.2 --project 春季展"));
    both("explain-not-in-force", &format!("explain {PARK} tests/data/applications/one.yaml 1.1 --as-of 2023-12-31"));
    insta::assert_snapshot!(
        "explain-json",
        picture(&format!("explain {PARK} tests/data/applications/one.toml 1.1 --format json"), b"")
    );
}

#[test]
fn schema_is_a_json_schema_with_chinese_titles() {
    let ran = tiaoli(&["schema", PARK], b"");
    let schema: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(schema.get("$schema").is_some() && ran.stdout.contains("研发投入"));
}

#[test]
fn cut_shows_clauses_and_proposes_some() {
    both("cut", &format!("cut {PARK}"));
    both("cut-propose", &format!("cut {PARK}/source.txt --propose"));
}

#[test]
fn help_is_in_both_languages() {
    insta::assert_snapshot!("help", picture("--help", b""));
    insta::assert_snapshot!("help-eval", picture("eval --help", b""));
}
