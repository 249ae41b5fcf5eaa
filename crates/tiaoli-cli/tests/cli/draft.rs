//! The check of a draft: a report for its drafter.

use crate::common::{PARK, picture, tiaoli};
use tiaoli_cli::Exit;

/// A document of some length, published as it is.
const PUBLISHED: &str = "../../policies/binjiang-ai";

#[test]
fn a_report_goes_clause_by_clause() {
    for lang in ["zh", "en"] {
        insta::assert_snapshot!(format!("draft-{lang}"), picture(&format!("check --draft {PARK} --lang {lang}"), b""));
    }
    insta::assert_snapshot!("draft-plain", picture(&format!("check --draft {PARK} --format plain --lang zh"), b""));
}

#[test]
fn a_published_document_is_read_without_silly_alarms() {
    insta::assert_snapshot!("draft-published", picture(&format!("check --draft {PUBLISHED} --lang zh"), b""));
}

#[test]
fn a_document_alone_is_cut_by_its_numbers() {
    let ran = tiaoli(&["check", "--draft", &format!("{PARK}/source.txt"), "--lang", "zh"], b"");
    assert_eq!(ran.exit, Exit::Fine);
    assert!(ran.stdout.contains("\n1.1.a  "), "{}", ran.stdout);
    let missing = tiaoli(&["check", "--draft", "tests/data/nowhere.txt"], b"");
    assert_eq!(missing.exit, Exit::Usage);
}

#[test]
fn json_says_why_and_findings_can_be_denied() {
    let ran = tiaoli(&["check", "--draft", PUBLISHED, "--format", "json"], b"");
    let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let first = found.get(0).unwrap();
    assert!(
        first["why"]["zh"].is_string() && first["help"]["en"].is_string() && first["clause"].is_string(),
        "{first}"
    );
    let denied = tiaoli(&["check", "--draft", PUBLISHED, "--deny", "warnings"], b"");
    assert_eq!(denied.exit, Exit::Findings);
}
