//! Suggested cases: for every package of the repository they read, are laid out, come out as computed, count for nothing
//! until a person confirms them, and once confirmed nothing is suggested again.

use tiaoli::suggest::suggest;
use tiaoli::{Code, Compiled, File, FileId, Package, Problems, cases, compile, cover, format};
use tiaoli_tests::policy::{package, root};

/// The packages below a folder, by their paths from the root.
fn packages(folder: &str) -> Vec<String> {
    let mut found: Vec<String> = std::fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()))
        .filter(|path| root().join(path).join("tiaoli.toml").is_file())
        .collect();
    found.sort();
    found
}

fn suggested(compiled: &Compiled) -> Vec<String> {
    let program = compiled.program.as_ref().expect("the package compiles");
    suggest(program, &compiled.cases, &compiled.setting).cases.into_iter().map(|it| it.text).collect()
}

fn with(package: &Package, text: &str) -> Compiled {
    let mut package = package.clone();
    package.rules.push(File { name: "待确认.tiaoli".to_owned(), text: text.to_owned() });
    compile(&package)
}

/// How many cases pass, and what is said of the others.
fn run(compiled: &Compiled) -> (usize, Vec<Code>) {
    let mut problems = Problems::new();
    let ran = cases::run(compiled.program.as_ref().expect("it compiles"), &compiled.cases, &mut problems);
    (ran.iter().filter(|it| it.passed).count(), problems.sorted().into_iter().map(|it| it.code).collect())
}

#[track_caller]
fn holds(path: &str) -> usize {
    let package = package(path);
    let before = compile(&package);
    let texts = suggested(&before);
    if texts.is_empty() {
        return 0;
    }
    let text = texts.concat();
    let mut problems = Problems::new();
    assert_eq!(format(FileId(0), &text, &mut problems).as_deref(), Some(text.as_str()), "{path}: laid out");
    let after = with(&package, &text);
    assert!(after.program.is_some(), "{path}: {}", after.problems.show(&after.sources, tiaoli::Lang::Zh).unwrap());
    let (passed, said) = run(&after);
    assert_eq!(passed, after.cases.len(), "{path}: {said:?}\n{text}");
    assert_eq!(said, vec![Code::CASE_UNCONFIRMED; texts.len()], "{path}");
    let covered = |of: &Compiled| cover::cover(of.program.as_ref().unwrap(), &of.map, &of.cases).count();
    assert_eq!(covered(&after), covered(&before), "{path}: they count for nothing");
    let confirmed = with(&package, &text.replace(" 待确认：", "："));
    assert_eq!(run(&confirmed), (confirmed.cases.len(), Vec::new()), "{path}");
    let twice: Vec<String> = suggested(&after).into_iter().filter(|text| texts.contains(text)).collect();
    assert_eq!(twice, [""; 0], "{path}: what is there to be confirmed is suggested again");
    texts.len()
}

#[test]
fn suggestions_of_every_structure_hold() {
    let found: usize = packages("examples/structures").iter().map(|path| holds(path)).sum();
    assert!(found > 40, "only {found}");
}

#[test]
fn suggestions_of_whole_policies_hold() {
    for path in packages("examples/policies").iter().chain(&packages("policies")) {
        holds(path);
    }
}

#[test]
fn what_the_cases_of_a_bound_show_is_suggested_without_them() {
    let mut compiled = compile(&package("policies/binjiang-ai"));
    let whole = suggested(&compiled).concat();
    compiled.cases.retain(|case| case.title != "差一分钱");
    let texts = suggested(&compiled).concat();
    let below = "算例 3.3 “实际投入略低于500万元” 待确认：";
    assert!(!whole.contains(below) && texts.contains(below), "{texts}");
    assert!(texts.contains("实际投入4999999.99元") && texts.contains("⇒ 不予，因 实际投入。"), "{texts}");
}
