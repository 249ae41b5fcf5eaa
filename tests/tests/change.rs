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

/// What `tiaoli diff` prints of two packages in a format, and how it ends.
fn printed(old: &Path, new: &Path, more: &[&str]) -> (u8, String, String) {
    let around = Surroundings { lang: Lang::Zh, width: 100, colour_out: false, colour_err: false };
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let paths = [old, new].map(|it| it.to_str().expect("a path is text"));
    let words = ["tiaoli", "diff"].into_iter().chain(paths).chain(more.iter().copied());
    let exit = run(words.map(Into::into), &around, &mut std::io::empty(), &mut stdout, &mut stderr);
    (exit.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// A copy of a structure's package with pieces of its rules written otherwise.
fn copy(name: &str, edits: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(root().join("examples/structures").join(name)).unwrap() {
        let path = entry.unwrap().path();
        let mut text = std::fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|it| it == "tiaoli") {
            for (from, to) in edits {
                text = text.replace(from, to);
            }
        }
        std::fs::write(folder.path().join(path.file_name().unwrap()), text).unwrap();
    }
    folder
}

const RATE: (&str, &str) = ("按 设备投资的8％", "按 设备投资的7％");

#[test]
fn a_report_says_the_same_for_people_for_a_pull_request_and_as_data() {
    let (old, new) = (copy("05-rate", &[]), copy("05-rate", &[RATE]));
    let (exit, human, _) = printed(old.path(), new.path(), &[]);
    assert_eq!(exit, 0);
    assert!(human.contains("规则 1\n  1.1 改变\n"), "{human}");
    let (_, markdown, _) = printed(old.path(), new.path(), &["--format", "markdown"]);
    assert!(markdown.starts_with("### 规则 1\n- `1.1` 改变\n"), "{markdown}");
    let (_, text, _) = printed(old.path(), new.path(), &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["rules"][0]["fate"], "changed");
    let results = json["rules"][0]["example"]["results"].as_array().expect("an example tells");
    let told = results.iter().find(|it| it["clause"] == "1.1").expect("it tells of the clause");
    for side in ["before", "after"] {
        let sum = told[side].as_str().unwrap();
        assert!(human.contains(sum) && markdown.contains(sum), "{sum}: {human}{markdown}");
    }
    // each golden case that moved is in all three
    for case in json["cases"].as_array().unwrap() {
        let title = case["title"].as_str().unwrap();
        assert!(human.contains(title) && markdown.contains(title), "{title}");
    }
    assert!(!json["cases"].as_array().unwrap().is_empty());
}

#[test]
fn money_is_in_every_format() {
    let (old, new) = (copy("05-rate", &[]), copy("05-rate", &[RATE]));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("population.jsonl");
    let one = |id: &str, sum: &str| {
        format!(
            "{{\"as_of\":\"2025-06-30\",\"assume_in_force\":true,\"projects\":[{{\"project_id\":\"{id}\",\"claims\":[\"1.1\"],\"facts\":{{\"machines\":\"{sum}\"}}}}]}}\n"
        )
    };
    std::fs::write(&file, [one("P1", "10000000.00"), one("P2", "5000000.00")].concat()).unwrap();
    let population = ["--population", file.to_str().unwrap(), "--format"];
    let with = |format: &'static str| printed(old.path(), new.path(), &[&population[..], &[format]].concat()).1;
    let json: serde_json::Value = serde_json::from_str(&with("json")).unwrap();
    // 8 per cent of 15,000,000 against 7
    assert_eq!(json["money"]["guaranteed"]["before"], "1200000.00", "{json:#}");
    assert_eq!(json["money"]["guaranteed"]["after"], "1050000.00");
    assert_eq!(json["money"]["losers"]["count"], 2);
    for format in ["human", "markdown"] {
        let text = with(format);
        assert!(text.contains("保底 1,200,000.00元 → 1,050,000.00元"), "{text}");
    }
}

#[test]
fn facts_and_outcomes_that_are_added_removed_or_retyped_are_breaking_or_not() {
    let check = |edits: &[(&str, &str)], expected: &[(&str, bool)]| {
        let (old, new) = (copy("05-rate", &[]), copy("05-rate", edits));
        // the golden cases of the copy may say what no longer is; they are compared all the same
        let (_, text, said) = printed(old.path(), new.path(), &["--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{edits:?}: {said}{text}"));
        for (name, breaking) in expected {
            let found = json["vocabulary"].as_array().unwrap().iter().find(|it| it["name"] == *name);
            let found = found.unwrap_or_else(|| panic!("{name} is not told of: {json:#}"));
            assert_eq!(found["breaking"], *breaking, "{found}");
        }
        let denied = printed(old.path(), new.path(), &["--deny", "breaking"]).0;
        assert_eq!(denied == 1, expected.iter().any(|(_, breaking)| *breaking));
    };
    // renamed for other tools: one is gone, one is new
    check(&[("machines", "machinery")], &[("machines", true), ("machinery", false)]);
    // one more fact, that a rule reads
    check(
        &[
            ("设备投资 machines 申报 金额", "设备投资 machines 申报 金额\n  本区 local 登记 是否"),
            ("对 设备投资500万元以上的，按", "对 设备投资500万元以上，且 本区的，按"),
        ],
        &[("local", false)],
    );
    // a sum becomes a ceiling: what a decision says of it is of another kind
    check(&[("按 设备投资的8％ 给予补助", "可按 设备投资的8％ 给予补助")], &[("1.1", true)]);
}

#[test]
fn the_old_side_can_be_a_compiled_file() {
    let (old, new) = (copy("05-rate", &[]), copy("05-rate", &[RATE]));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("old.tlc");
    let around = Surroundings { lang: Lang::Zh, width: 100, colour_out: false, colour_err: false };
    let words = ["tiaoli", "build", old.path().to_str().unwrap(), "-o", file.to_str().unwrap()];
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let exit = run(words.map(Into::into), &around, &mut std::io::empty(), &mut stdout, &mut stderr);
    assert_eq!(exit.code(), 0, "{}", String::from_utf8_lossy(&stderr));
    let json = |old: &Path| -> serde_json::Value {
        serde_json::from_str(&printed(old, new.path(), &["--format", "json"]).1).unwrap()
    };
    let (folder_side, file_side) = (json(old.path()), json(&file));
    // the rules differ alike; the golden cases of the new side stand in for those that a compiled file does not hold
    assert_eq!(folder_side["rules"], file_side["rules"]);
    assert_eq!(folder_side["vocabulary"], file_side["vocabulary"]);
    assert_eq!(folder_side["cases"], file_side["cases"]);
    std::fs::write(&file, b"no compiled file").unwrap();
    let (exit, stdout, said) = printed(&file, new.path(), &[]);
    assert_eq!((exit, stdout.as_str()), (3, ""), "{said}");
}
