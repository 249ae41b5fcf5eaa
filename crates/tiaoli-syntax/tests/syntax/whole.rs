//! The whole of a policy reads, in full-width and in half-width marks alike.

use crate::show::{read, show};

const WHOLE: &str = include_str!("data/whole.tiaoli");

#[test]
fn the_whole_policy_reads_without_a_problem() {
    let (tree, problems) = read(WHOLE);
    assert_eq!(problems, "");
    assert_eq!(tree.items.len(), 57);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("the_whole_policy", show(&tree));
    });
}

#[test]
fn half_width_marks_give_the_same_tree() {
    let full = read(WHOLE).0;
    let (half, problems) = read(&half_width(WHOLE));
    assert_eq!(problems, "");
    pretty_eq(&show(&half), &show(&full));
}

/// Half-width marks everywhere outside quotation marks, and straight quotation marks where none stand inside.
fn half_width(text: &str) -> String {
    let mut half = String::new();
    let mut depth = 0;
    for line in text.lines() {
        let nested = line.contains("省“万人计划”") || line.contains("”“");
        for c in line.chars() {
            match c {
                '“' => depth += 1,
                '”' => depth -= 1,
                _ => {}
            }
            half.push_str(match c {
                '“' | '”' if !nested => "\"",
                _ if depth > 0 => {
                    half.push(c);
                    continue;
                }
                '，' => ",",
                '。' | '；' => ";",
                '：' => ":",
                '（' => "(",
                '）' => ")",
                '％' => "%",
                '⇒' => "=>",
                _ => {
                    half.push(c);
                    continue;
                }
            });
        }
        half.push('\n');
    }
    half
}

#[track_caller]
fn pretty_eq(left: &str, right: &str) {
    for (left, right) in left.lines().zip(right.lines()) {
        assert_eq!(left, right);
    }
    assert_eq!(left.lines().count(), right.lines().count());
}

#[test]
fn every_policy_of_the_repository_reads_without_a_problem() {
    let policies = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");
    let mut files = 0;
    for policy in std::fs::read_dir(policies).unwrap() {
        for file in std::fs::read_dir(policy.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|it| it == "tiaoli") {
                let (_, problems) = read(&std::fs::read_to_string(&path).unwrap());
                assert_eq!(problems, "", "{}", path.display());
                files += 1;
            }
        }
    }
    assert!(files > 0);
}
