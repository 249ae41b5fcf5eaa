//! Documents that nobody would publish.

use proptest::prelude::*;
use tiaoli_source::document::{Document, Lock, compare, propose, read};
use tiaoli_source::{Code, FileId, Problems};

fn cut(text: &str, cuts: &str) -> (Document, Problems) {
    let mut problems = Problems::new();
    let document = read(text, cuts, FileId(0), FileId(1), &mut problems);
    (document, problems)
}

fn codes(problems: &Problems) -> Vec<Code> {
    problems.sorted().into_iter().map(|problem| problem.code).collect()
}

/// Proposes, reads back, locks: for any text that has something on it.
#[track_caller]
fn check(text: &str) -> Document {
    let (document, problems) = cut(text, &propose(text));
    assert!(
        !problems.has_errors(),
        "{:?}",
        problems.sorted().into_iter().find(|problem| problem.severity() == tiaoli_source::Severity::Error)
    );
    assert!(document.is_whole());
    let lock = Lock::of(&document);
    let mut problems = Problems::new();
    assert!(Lock::parse(&lock.to_string(), FileId(2), &mut problems) == lock, "{problems:?}");
    assert!(compare(&lock, &document).is_empty());
    document
}

#[test]
fn an_empty_document_is_said_to_be_empty() {
    for text in ["", " \r\n\t\n　", "\u{feff}", "\u{feff}\n"] {
        let (document, problems) = cut(text, "0.1 为");
        assert_eq!(codes(&problems), [Code::DOCUMENT_EMPTY]);
        assert!(document.clauses.is_empty());
        assert_eq!(propose(text), "");
    }
}

#[test]
fn ten_megabytes_read_in_one_go() {
    let sentence = "支持研发，给予50万元；";
    let line = sentence.repeat(10_000_000 / sentence.len());
    let numbers = "1.\n".repeat(3_333_333);
    for text in [line.as_str(), numbers.as_str(), &"（".repeat(3_333_333)] {
        let (document, problems) = cut(text, "0.1 支持研发，\n0.2 给予\n1.a 没有");
        assert!(problems.has_errors());
        assert_eq!(document.text(), text);
    }
}

#[test]
fn a_long_text_is_cut_in_time() {
    let sentence = "支持研发，给予50万元；";
    let document = check(&sentence.repeat(10_000));
    assert_eq!(document.clauses.len(), 10_000);
    check(&"啊".repeat(100_000));
    check(&format!("标题\n一、{}", "（".repeat(100_000)));
    check(&"1.\n".repeat(10_000));
    let numbered: String = (1..=999).map(|n| format!("{n}.\n（1）对企业给予奖励\n")).collect();
    check(&numbered.repeat(10));
}

#[test]
fn cuts_by_the_thousand_that_fit_nowhere() {
    let text = format!("标题\n一、政策\n{}", "给予奖励。".repeat(100_000));
    let cuts: String = (0..10_000)
        .map(|n| format!("1.{} 没有{n}\n", if n == 0 { "a".to_owned() } else { format!("{n}.a") }))
        .collect();
    let (_, problems) = cut(&text, &cuts);
    assert_eq!(problems.len(), 101);
    let ids = propose(&text);
    let (_, problems) = cut(&text, &ids.replace(" 给予", " 没有"));
    assert!(codes(&problems).contains(&Code::TOO_MANY_PROBLEMS));
    let (_, problems) = cut(&text, &ids.replace("\n", "\n啊\n"));
    assert!(codes(&problems).contains(&Code::CUT_MALFORMED));
}

#[test]
fn line_ends_and_byte_order_marks_change_no_clause() {
    let text = "关于研发的意见\n一、政策\n1.鼓励研发。给予50万元；给予80万元。\n\n2.其他\n另行规定。\n";
    let words = |document: &Document| {
        document.clauses.iter().map(|clause| format!("{} {}", clause.id, document.words(clause))).collect::<Vec<_>>()
    };
    let plain = words(&check(text));
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(words(&check(&windows)), plain);
    let (document, problems) = cut(&windows, &propose(text).replace('\n', "\r\n"));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(words(&document), plain);
    let indented = text.replace('\n', "\n\u{3000}\u{3000}");
    assert_eq!(words(&check(&indented)), plain);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_text_a_proposal_reads_back(text in "[一二十1２3、.．（）() 。；;，的\\n\\r#\\\\甲“”　啊\u{feff}0a]{1,60}") {
        prop_assume!(!text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty());
        check(&text);
    }

    #[test]
    fn whatever_the_cuts_nothing_breaks(
        text in "[一二1.（）。；甲乙\\n ]{0,40}",
        cuts in "([0-3](\\.[0-2]){0,2}\\.[ab01]( [一1.（）。；甲乙]{1,3})?\\n){0,6}",
    ) {
        let (document, problems) = cut(&text, &cuts);
        prop_assert!(document.is_whole() || problems.has_errors());
        prop_assert!(!codes(&problems).contains(&Code::CLAUSES_NOT_WHOLE));
        for problem in problems.sorted() {
            prop_assert_eq!(problem.complete(), Ok(()));
        }
    }
}
