//! Wrong command lines and refused applications.

use crate::common::{PARK, picture, tiaoli};
use tiaoli_cli::Exit;

#[track_caller]
fn both(name: &str, line: &str, stdin: &[u8], exit: Exit) {
    let mut text = String::new();
    for lang in ["zh", "en"] {
        text.push_str(&picture(&format!("{line} --lang {lang}"), stdin));
    }
    let arguments: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(tiaoli(&arguments, stdin).exit, exit, "{text}");
    insta::assert_snapshot!(name, text);
}

#[test]
fn an_unknown_key_refuses_the_application() {
    let application = br#"{"as_of": "2024-06-30", "applicants": {}}"#;
    both("refused-key", &format!("eval {PARK}"), application, Exit::Findings);
    both("refused-key-json", &format!("eval {PARK} - --format json"), application, Exit::Findings);
}

#[test]
fn broken_json_is_shown_at_its_place() {
    both(
        "refused-syntax",
        &format!("eval {PARK}"),
        "{\n  \"as_of\": \"2024-06-30\",\n  \"projects\": [{\"project_id\": \"展会\"},],\n}".as_bytes(),
        Exit::Findings,
    );
}

#[test]
fn readings_that_are_not_there_are_usage_errors() {
    let application = "tests/data/applications/whole.json";
    both("reading-unknown-question", &format!("eval {PARK} {application} --reading A1-11=R2"), b"", Exit::Usage);
    both("reading-unknown-option", &format!("eval {PARK} {application} --reading A1-1=R9"), b"", Exit::Usage);
    both("reading-malformed", &format!("eval {PARK} {application} --reading A1-1"), b"", Exit::Usage);
    both("reading-lacking", &format!("eval {PARK} {application} --reading A1-1=R3"), b"", Exit::Usage);
    both("readings-clash", &format!("eval {PARK} {application} --reading A1-1=R2 --reading A1-2=R2"), b"", Exit::Usage);
}

#[test]
fn what_is_not_in_the_application_cannot_be_explained() {
    let application = "tests/data/applications/whole.json";
    both("explain-unknown-project", &format!("explain {PARK} {application} 1.1 --project 研发一"), b"", Exit::Usage);
    both("explain-unknown-clause", &format!("explain {PARK} {application} 9.9"), b"", Exit::Usage);
    both("explain-which-project", &format!("explain {PARK} {application} 1.1"), b"", Exit::Usage);
}

#[test]
fn wrong_command_lines_end_with_2() {
    for line in ["", "chek", "check --format xml", "eval", "cut --write", "cut --propose --accept", "check --lang fr"] {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        let ran = tiaoli(&arguments, b"");
        assert_eq!((ran.exit, ran.stdout.as_str()), (Exit::Usage, ""), "{line}");
    }
    for line in [
        format!("eval {PARK} tests/data/nothing.json"),
        format!("eval {PARK} {PARK}"),
        format!("eval {PARK} {PARK}/source.txt"),
        format!("eval {PARK} tests/data/applications/one.toml --as-of 2024-02-30"),
        "check".to_owned(),
        format!("test {PARK} 7.7"),
    ] {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        let ran = tiaoli(&arguments, b"");
        assert_eq!((ran.exit, ran.stdout.as_str()), (Exit::Usage, ""), "{line}: {}", ran.stderr);
        assert!(ran.stderr.starts_with("error[T08"), "{line}: {}", ran.stderr);
    }
}
