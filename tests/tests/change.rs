//! The change report: an edit of the first policy, by what it does.

use std::path::Path;
use std::process::Command;
use tiaoli::change::{Fate, Integrators, Population, Side, change};
use tiaoli::{Compiled, Format, Lang, Package, compile, parse};
use tiaoli_cli::{Surroundings, run};
use tiaoli_tests::policy::{first, package, root};

const RULE: &str = "按 软硬件投入的30％ 给予补助";

/// The first policy with a piece written otherwise wherever it stands in its rules.
fn edited(from: &str, to: &str) -> Package {
    let mut package = package("policies/binjiang-ai");
    let file = package.rules.iter_mut().find(|file| file.text.contains(from)).expect("the piece stands somewhere");
    file.text = file.text.replacen(from, to, 1);
    package
}

fn side(compiled: &Compiled) -> Side<'_> {
    Side { program: compiled.program.as_ref().expect("it compiles"), cases: &compiled.cases }
}

#[test]
fn a_policy_does_not_differ_from_itself() {
    let (one, other) = (first(), first());
    assert!(change(side(&one), side(&other)).is_empty());
}

#[test]
fn a_comment_and_a_blank_change_nothing() {
    let (old, new) = (first(), compile(&edited(RULE, "按  软硬件投入的 30％ 给予补助")));
    assert!(change(side(&old), side(&new)).is_empty());
}

#[test]
fn a_figure_changes_its_rule_and_the_cases_that_use_it() {
    let (old, new) = (first(), compile(&edited(RULE, "按 软硬件投入的20％ 给予补助")));
    let change = change(side(&old), side(&new));
    let rules: Vec<(&str, Fate)> = change.rules.iter().map(|rule| (rule.id.as_str(), rule.fate)).collect();
    assert_eq!(rules, [("3.3", Fate::Changed)]);
    let example = change.rules[0].example.as_ref().expect("an example tells");
    assert!(example.results.iter().any(|(clause, before, after)| clause == "3.3" && before != after), "{example:?}");
    assert!(change.cases.iter().any(|case| case.title == "实际投入刚好500万元"));
    assert!(change.cases.len() < old.cases.len() / 2, "cases of other articles stay");
    assert!(change.vocabulary.is_empty() && change.clauses.is_empty());
}

#[test]
fn what_other_tools_send_is_named_where_it_breaks() {
    let mut package = package("policies/binjiang-ai");
    for file in &mut package.rules {
        file.text = file.text.replace("actual_investment", "investment_made");
    }
    let (old, new) = (first(), compile(&package));
    let change = change(side(&old), side(&new));
    let of = |name: &str| change.vocabulary.iter().find(|it| it.name == name).map(|it| it.integrators);
    assert_eq!(of("actual_investment"), Some(Integrators::Breaks));
    assert_eq!(of("investment_made"), Some(Integrators::More));
}

#[test]
fn a_population_says_who_gains_and_who_loses() {
    let (old, new) = (first(), compile(&edited(RULE, "按 软硬件投入的20％ 给予补助")));
    let application = std::fs::read(root().join("examples/application.json")).unwrap();
    let node = parse(&application, Format::Json).unwrap();
    let mut population = Population::new(side(&old), side(&new)).expect("both have readings");
    population.add(&node);
    population.add(&parse(b"{\"projects\": []}", Format::Json).unwrap());
    let money = population.money();
    assert_eq!((money.decided, money.refused), (1, 1));
    assert_eq!((money.winners.count, money.losers.count), (0, 1));
    // 4,999,999.998 at 30 per cent is 3,333,333.332 at 20; both are cut to the fen.
    assert_eq!(money.losers.fen, 499_999_999 - 333_333_333);
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
    let done = Command::new("git").arg("-C").arg(folder).args(who).args(arguments).output().expect("git runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn the_old_side_can_be_a_revision() {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(root().join("policies/binjiang-ai")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-q", "-m", "first"]);
    let rule = folder.path().join("3.03-公共服务平台.tiaoli");
    let text = std::fs::read_to_string(&rule).unwrap();
    std::fs::write(&rule, text.replacen(RULE, "按 软硬件投入的20％ 给予补助", 1)).unwrap();
    let around = Surroundings { lang: Lang::En, width: 80, colour_out: false, colour_err: false };
    let diff = |old: &str, format: &str| {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let words = ["tiaoli", "diff", old, folder.path().to_str().unwrap(), "--format", format, "--deny", "changes"];
        let exit = run(words.map(Into::into), &around, &mut std::io::empty(), &mut stdout, &mut stderr);
        (exit.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    };
    let (exit, markdown, _) = diff("HEAD", "markdown");
    assert_eq!(exit, 1);
    assert!(markdown.contains("### rules 1\n- `3.3` changed\n"), "{markdown}");
    let json: serde_json::Value = serde_json::from_str(&diff("HEAD", "json").1).unwrap();
    assert_eq!(json["rules"][0]["id"], "3.3");
    let (exit, _, said) = diff("no-such-revision", "human");
    assert_eq!(exit, 2);
    assert!(said.contains("no-such-revision"), "{said}");
}
