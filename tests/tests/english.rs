//! Every policy in plain English: the first policy as a whole, and nothing left in Chinese that is not quoted.

use std::collections::BTreeMap;
use std::path::Path;
use tiaoli::{FileId, Problems, ast, english, parse_rules};
use tiaoli_tests::policy::root;

/// The trees of every folder of rules below a folder.
fn packages(folder: &Path, found: &mut BTreeMap<String, Vec<ast::File>>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            packages(&path, found);
        } else if path.extension().is_some_and(|it| it == "tiaoli") {
            let tree = parse_rules(FileId(0), &std::fs::read_to_string(&path).unwrap(), &mut Problems::new());
            found.entry(folder.strip_prefix(root()).unwrap().display().to_string()).or_default().push(tree);
        }
    }
}

fn all() -> BTreeMap<String, Vec<ast::File>> {
    let mut found = BTreeMap::new();
    for folder in ["policies", "examples"] {
        packages(&root().join(folder), &mut found);
    }
    found
}

/// Without what is quoted or stands in brackets.
fn own_words(text: &str) -> String {
    let mut depth = 0_usize;
    let mut own = String::new();
    for c in text.chars() {
        match c {
            '“' | '(' => depth += 1,
            '”' | ')' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ if depth == 0 => own.push(c),
            _ => {}
        }
        if c == '\n' {
            own.push(c);
        }
    }
    own
}

#[test]
fn nothing_stays_in_chinese_that_is_not_quoted() {
    let all = all();
    for (name, files) in &all {
        // Names of the packages beside it may stand in its cases.
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside: Vec<ast::File> = all
            .iter()
            .filter(|(other, _)| *other != name && other.starts_with(folder))
            .flat_map(|(_, it)| it.clone())
            .collect();
        let beside = if folder.ends_with("several") { beside } else { Vec::new() };
        for line in own_words(&english(files, &beside)).lines() {
            let han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
            assert!(!line.contains(han), "{name}: {line}");
        }
    }
}

#[test]
fn the_first_policy_in_english() {
    let policy = &all()["policies/binjiang-ai"];
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("english_binjiang_ai", english(policy, &[]));
    });
}
