//! The oracle itself is checked against examples derived by hand from the text, and against what must hold of any decision.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tiaoli_tests::{differs, generate, oracle};

#[test]
fn corpus_is_decided_as_derived_by_hand() {
    let examples = corpus();
    assert!(examples.len() >= 60, "the corpus has only {} examples", examples.len());
    let wrong: Vec<String> = examples
        .iter()
        .filter_map(|(name, example)| {
            let found = differs(&example["expect"], &oracle::decide(&example["application"]))?;
            Some(format!("{name}: {found}\n  {}", example["why"]))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn corpus_notices_any_other_sum_or_kind() {
    for (name, example) in corpus() {
        let decision = oracle::decide(&example["application"]);
        let mut changes = 0;
        each_leaf(&example["expect"], &mut |path| {
            let mut changed = example["expect"].clone();
            *changed.pointer_mut(path).unwrap() = json!("something else");
            assert!(differs(&changed, &decision).is_some(), "{name}: {path} is not compared");
            changes += 1;
        });
        assert!(changes > 0, "{name} expects nothing");
    }
}

#[test]
fn differs_names_the_first_path() {
    let actual = json!({"a": [{"b": 1, "c": 2}], "d": null});
    assert_eq!(differs(&json!({"a": [{"c": 2}]}), &actual), None);
    assert_eq!(differs(&json!({"a": [{"b": 3}]}), &actual).unwrap(), "a[0].b: expected 3, found 1");
    assert_eq!(differs(&json!({"e": 1}), &actual).unwrap(), "e: expected 1, which is missing");
    assert!(differs(&json!({"a": []}), &actual).unwrap().starts_with("a: "));
}

#[test]
fn random_applications_are_the_same_for_the_same_seed() {
    for seed in 0..20 {
        assert_eq!(generate::valid(seed, generate::USUAL), generate::valid(seed, generate::USUAL));
        assert_ne!(generate::valid(seed, generate::USUAL), generate::valid(seed + 1, generate::USUAL));
    }
}

#[test]
fn valid_applications_have_no_impossible_input() {
    for seed in 0..300 {
        let application = generate::valid(seed, generate::USUAL);
        let decision = oracle::decide(&application);
        assert!(decision.get("error").is_none(), "seed {seed}: {application:#}");
        assert!(kinds(&decision).iter().all(|kind| kind != "invalid_input"), "seed {seed}: {application:#}");
    }
}

#[test]
fn random_applications_reach_every_kind() {
    let mut seen: Vec<String> = Vec::new();
    let (mut refused, mut settled) = (0, 0);
    for seed in 0..300 {
        for application in [generate::valid(seed, generate::USUAL), generate::hostile(seed, generate::USUAL)] {
            let decision = oracle::decide(&application);
            refused += usize::from(decision.get("error").is_some());
            settled += usize::from(decision["total"]["settled"] == true);
            seen.extend(kinds(&decision));
        }
    }
    seen.sort();
    seen.dedup();
    let all =
        ["case_by_case", "entitlement", "fixed", "invalid_input", "none", "rate", "referral", "undetermined", "up_to"];
    assert_eq!(seen, all);
    assert!(refused > 10 && settled > 30, "{refused} refused, {settled} settled");
}

/// Knowledge is monotone: an unknown fact that is filled in never leaves the bounds, and a settled sum stays.
#[test]
fn an_answer_stays_within_the_bounds() {
    for seed in 0..150 {
        let sparse = generate::valid(seed, generate::SPARSE);
        let before = oracle::decide(&sparse);
        let mut application = sparse.clone();
        application["assume_in_force"] = json!(true);
        fill(&mut application, seed);
        let after = oracle::decide(&application);
        for (project, answered) in pairs(&before["projects"], &after["projects"]) {
            for (claim, filled) in pairs(&project["claims"], &answered["claims"]) {
                let inside =
                    fen(&claim["minimum"]) <= fen(&filled["minimum"]) && within(&filled["maximum"], &claim["maximum"]);
                assert!(inside, "seed {seed}: {claim} became {filled}\n{application:#}");
            }
        }
        let (least, greatest) = (&before["total"], &after["total"]);
        assert!(
            fen(&least["guaranteed"]) <= fen(&greatest["guaranteed"])
                && within(&greatest["maximum"], &least["maximum"]),
            "seed {seed}: {least} became {greatest}"
        );
    }
}

/// Nothing is paid beyond what the claims and the caps allow.
#[test]
fn shares_add_up_to_the_total() {
    for seed in 0..300 {
        let decision = oracle::decide(&generate::valid(seed, generate::USUAL));
        for end in ["guaranteed", "maximum"] {
            let shares: Vec<&Value> =
                decision["projects"].as_array().unwrap().iter().map(|project| &project["payable"][end]).collect();
            if shares.iter().all(|share| share.is_string()) {
                let sum: u128 = shares.iter().map(|share| fen(share)).sum();
                assert_eq!(sum, fen(&decision["total"][end]), "seed {seed}: {decision:#}");
            }
        }
    }
}

fn corpus() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match serde_json::from_str(&fs::read_to_string(path).unwrap()) {
                Ok(example) => (name, example),
                Err(error) => panic!("{name}: {error}"),
            }
        })
        .collect()
}

/// Calls `visit` with the JSON pointer of each value that is no object and no list of values.
fn each_leaf(value: &Value, visit: &mut impl FnMut(&str)) {
    fn below(path: &str, value: &Value, visit: &mut impl FnMut(&str)) {
        match value {
            Value::Object(object) => {
                object.iter().for_each(|(key, value)| below(&format!("{path}/{key}"), value, visit));
            }
            Value::Array(list) if !list.is_empty() => {
                list.iter().enumerate().for_each(|(at, value)| below(&format!("{path}/{at}"), value, visit));
            }
            _ => visit(path),
        }
    }
    below("", value, visit);
}

fn kinds(decision: &Value) -> Vec<String> {
    let projects = decision["projects"].as_array().cloned().unwrap_or_default();
    projects
        .iter()
        .flat_map(|project| project["claims"].as_array().cloned().unwrap_or_default())
        .map(|claim| claim["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// Fills every open fact that the projects have as null, from another application.
fn fill(application: &mut Value, seed: u64) {
    let odds = generate::Odds { absent: 0, null: 0, ..generate::SPARSE };
    let known: Vec<Value> = (0..40).map(|step| generate::valid(seed * 40 + step, odds)).collect();
    let answer = |alias: &str| {
        // Decided sums settle an outcome without being missing, and a date or count states another case.
        known
            .iter()
            .flat_map(|other| other["projects"].as_array().unwrap())
            .find_map(|project| project["facts"].get(alias).filter(|value| !value.is_null()).cloned())
    };
    for project in application["projects"].as_array_mut().unwrap() {
        for (alias, value) in project["facts"].as_object_mut().unwrap() {
            let constrained = ["actual_investment", "software_hardware_investment"].contains(&alias.as_str());
            if value.is_null()
                && !constrained
                && let Some(found) = answer(alias)
            {
                *value = found;
            }
        }
    }
}

fn pairs<'a>(before: &'a Value, after: &'a Value) -> impl Iterator<Item = (&'a Value, &'a Value)> {
    before.as_array().unwrap().iter().zip(after.as_array().unwrap())
}

/// Hundred-thousandths of a yuan, enough for every sum of this policy.
fn fen(money: &Value) -> u128 {
    let Some(text) = money.as_str() else { return 0 };
    let (front, back) = text.split_once('.').unwrap();
    format!("{front}{back:0<5}").parse().unwrap()
}

fn within(inner: &Value, outer: &Value) -> bool {
    outer.is_null() || (!inner.is_null() && fen(inner) <= fen(outer))
}
