//! For those beside the computing: the check of a draft, what can be paid without applying, guide and manual.

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

#[test]
fn readiness_says_what_stands_in_the_way() {
    for lang in ["zh", "en"] {
        let line = format!("inspect {PARK} --readiness --lang {lang}");
        insta::assert_snapshot!(format!("readiness-{lang}"), picture(&line, b""));
    }
    insta::assert_snapshot!("readiness-json", picture(&format!("inspect {PARK} --readiness --format json"), b""));
}

#[test]
fn the_verdict_is_that_of_the_gravest_obstacle() {
    let of = |package: &str| -> Vec<(String, String)> {
        let ran = tiaoli(&["inspect", package, "--readiness", "--format", "json"], b"");
        let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let rules = found["rules"].as_array().unwrap();
        rules.iter().map(|it| (it["rule"].as_str().unwrap().into(), it["verdict"].as_str().unwrap().into())).collect()
    };
    let verdicts = of("../../policies/binjiang-ai");
    let verdict = |rule: &str| verdicts.iter().find(|(id, _)| id == rule).unwrap().1.clone();
    // everything on record; a finding; an applicant's figure; a power; a right
    assert_eq!(verdict("3.4.c"), "ready");
    assert_eq!(verdict("3.2.c"), "after_finding");
    assert_eq!(verdict("3.3"), "application");
    assert_eq!(verdict("3.5.a"), "decision");
    assert_eq!(verdict("3.4.b"), "right");
    assert!(of("../../examples/structures/34-choice").iter().all(|(_, it)| it == "application"));
    let queue = of("../../examples/structures/12-budget-queue");
    assert!(queue.iter().all(|(_, it)| it == "application" || it == "decision"), "{queue:?}");
}

#[test]
fn a_guide_and_a_manual_are_written_from_the_rules() {
    insta::assert_snapshot!("guide", picture(&format!("guide {PARK}"), b""));
    insta::assert_snapshot!("guide-manual", picture(&format!("guide {PARK} --manual"), b""));
    insta::assert_snapshot!("guide-page", picture(&format!("guide {PARK} --format html"), b""));
    insta::assert_snapshot!("guide-procedure", picture("guide ../../examples/structures/21-procedure", b""));
    insta::assert_snapshot!("guide-rows", picture("guide ../../examples/structures/15-per-head --manual", b""));
    insta::assert_snapshot!("guide-published", picture(&format!("guide {PUBLISHED} --manual"), b""));
}

#[test]
fn a_guide_is_written_to_a_file_and_not_of_a_broken_package() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("指南.html");
    let ran = tiaoli(&["guide", PARK, "--format", "html", "-o", file.to_str().unwrap()], b"");
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.stderr);
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>") && !page.contains("<script"));
    let ran = tiaoli(&["guide", "tests/data/nowhere"], b"");
    assert_eq!((ran.exit, ran.stdout.as_str()), (Exit::Usage, ""));
}
