use super::*;
use crate::{FileId, Sources};

#[test]
fn a_missing_or_unused_argument_is_an_error_for_tests_and_shows_for_people() {
    let problem = Diagnostic::new(Code::LETTER_SKIPPED).arg("id", "3.1.b").arg("expcted", "其中");
    assert_eq!(problem.message(Lang::Zh), "条款 3.1.b 应为 {expected}");
    let incomplete = problem.complete().expect_err("one is missing");
    assert_eq!(
        incomplete.to_string(),
        r#"T0114 is raised without ["expected"] and with ["expcted"], which it does not mention"#
    );
    let mut problems = Problems::new();
    problems.push(problem);
    assert!(problems.show(&Sources::new(), Lang::Zh).is_err());
}

#[test]
fn braces_in_the_users_words_are_left_alone() {
    let problem = Diagnostic::new(Code::LETTER_SKIPPED).arg("id", "{expected}").arg("expected", "{id}{");
    assert_eq!(problem.message(Lang::Zh), "条款 {expected} 应为 {id}{");
    assert_eq!(problem.complete(), Ok(()));
}

#[test]
fn values_may_differ_by_language() {
    let problem = Diagnostic::new(Code::LETTER_SKIPPED)
        .arg("id", Value::said("一项", "one"))
        .arg("expected", Value::list(["甲", "乙"]).in_lang(Lang::En));
    assert_eq!(problem.message(Lang::Zh), "条款 一项 应为 `甲`, `乙`");
    assert_eq!(Value::list(["甲", "乙"]).in_lang(Lang::Zh), "「甲」、「乙」");
}

#[test]
fn problems_are_read_by_file_place_and_code() {
    let at = |file, start, id: &str| {
        Diagnostic::new(Code::LETTER_SKIPPED)
            .at(Span::new(FileId(file), start, start))
            .arg("id", id)
            .arg("expected", "x")
    };
    let mut problems = Problems::new();
    for problem in [at(1, 0, "d"), at(0, 9, "c"), at(0, 3, "a"), at(0, 3, "b")] {
        problems.push(problem);
    }
    problems.push(Diagnostic::new(Code::LETTER_SKIPPED));
    let order: Vec<_> = problems.sorted().iter().map(|p| p.args.first().map(|(_, v)| v.in_lang(Lang::En))).collect();
    assert_eq!(order, [None, Some("a"), Some("b"), Some("c"), Some("d")]);
    assert!(!problems.has_errors(), "warnings only");
    problems.push(Diagnostic::new(Code::DOCUMENT_EMPTY));
    assert!(problems.has_errors());
}

#[track_caller]
fn check_suggest(name: &str, candidates: &[&str], expected: Option<&str>) {
    assert_eq!(suggest(name, candidates.iter().copied()), expected, "{name} among {candidates:?}");
}

#[test]
fn one_character_off_in_a_short_chinese_name_is_near() {
    check_suggest("企叶", &["企业", "平台"], Some("企业"));
    check_suggest("实际投人", &["软硬件投入", "实际投入", "研发投入"], Some("实际投入"));
    check_suggest("投入实际", &["实际投入"], None);
    check_suggest("研发投人", &["实际投入", "研发投入"], Some("研发投入"));
    check_suggest("良好成绩", &["良好成效"], Some("良好成效"));
}

#[test]
fn two_names_of_which_one_holds_the_other_are_near() {
    check_suggest("软硬件投入", &["软硬件投入的合计", "租金"], Some("软硬件投入的合计"));
    check_suggest("成效", &["良好成效"], Some("良好成效"));
    check_suggest("成效", &["服务产业取得良好成效"], None);
}

#[test]
fn aliases_are_near_whatever_their_case_and_hyphens() {
    check_suggest("Actual-Investment", &["actual_investment"], Some("actual_investment"));
    check_suggest("actual_investmnt", &["actual_investment", "actual_rent"], Some("actual_investment"));
    check_suggest("rent", &["investment"], None);
    check_suggest("x", &["y", "x"], None);
    check_suggest("", &["", "甲乙"], None);
}

#[test]
fn the_first_of_equally_near_names_is_taken() {
    check_suggest("甲乙", &["甲丁", "甲丙"], Some("甲丁"));
    check_suggest("乙甲", &["乙丙", "丁甲"], Some("乙丙"));
    check_suggest(&"长".repeat(100_000), &[&"长".repeat(99_999)], None);
}
