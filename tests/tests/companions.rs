//! Policies that are read together: what becomes known narrows, whichever policy it is known under; and a policy that is
//! added is itself something that becomes known.

use serde_json::{Value, json};
use tiaoli::outcome::{Amount, Decision, Total};
use tiaoli::{Application, Format, Package, Program, Selection, compile, decide, parse, read, select};
use tiaoli_tests::policy;

/// The package of an example, by itself.
fn alone(name: &str) -> Package {
    let mut package = policy::package(&format!("examples/several/{name}"));
    package.manifest.name = name.to_owned();
    package
}

/// A policy with its golden cases left out, since they may speak of companions.
fn program(companions: &[&str]) -> (Program, Selection) {
    let mut package = alone("digital");
    package.rules.retain(|file| !file.name.contains("算例"));
    package.companions = companions.iter().map(|name| alone(name)).collect();
    let compiled = compile(&package);
    let said = compiled.problems.show(&compiled.sources, tiaoli::Lang::Zh).expect("words");
    let program = compiled.program.unwrap_or_else(|| panic!("{said}"));
    let selection = select(&program, &[]).expect("the register's own readings");
    (program, selection)
}

const CLAIMS: [&str; 4] = ["1.1", "1.2", "1.3", "1.4"];
const THEIRS: [&str; 3] = ["5050计划 1.1", "5050计划 1.2", "创业人才安居办法 1.1"];

/// What can be said of each fact; the last is nothing.
fn choices() -> Vec<(&'static str, Vec<Option<Value>>)> {
    let truth = || vec![Some(json!(true)), Some(json!(false)), None];
    let yuan = |low: &str, high: &str| vec![Some(json!(low)), Some(json!(high)), None];
    vec![
        ("led_by_talent", truth()),
        ("review_grade", vec![Some(json!("a")), Some(json!("c")), None]),
        ("has_loan", truth()),
        ("interest_paid", yuan("100000", "9000000")),
        ("research", yuan("4000000.05", "10000000")),
        ("in_park", truth()),
    ]
}

/// The picks as one number to the base three; those of the known application that fills it in.
fn application(program: &Program, picks: &[usize], claims: &[&str]) -> Application {
    let mut facts = json!({"digital": true, "rents_office": true, "rent": "333333.33", "newly_fitted": true});
    for ((name, values), pick) in choices().iter().zip(picks) {
        // A policy that stands alone does not know the other's facts.
        let known = program.facts.iter().any(|(_, fact)| fact.name.is(name));
        if let (Some(value), true) = (&values[*pick], known) {
            facts[name] = value.clone();
        }
    }
    let known = |name: &str| program.facts.iter().any(|(_, fact)| fact.name.is(name));
    if let Value::Object(facts) = &mut facts {
        facts.retain(|name, _| known(name));
    }
    let text = json!({"as_of": "2024-06-30", "projects": [{"project_id": "p", "claims": claims, "facts": facts}]});
    let node = parse(text.to_string().as_bytes(), Format::Json).expect("JSON");
    read(program, &node).expect("an application")
}

fn least(amount: Amount) -> i128 {
    let places = u32::from(20 - amount.scale);
    amount.value * 10i128.pow(places)
}

/// Whether one pair of bounds lies within another.
fn within(inner: (Amount, Option<Amount>), outer: (Amount, Option<Amount>)) -> bool {
    let high = |bound: Option<Amount>| bound.map_or(i128::MAX, least);
    least(outer.0) <= least(inner.0) && high(inner.1) <= high(outer.1)
}

fn total(decision: &Decision) -> (Amount, Option<Amount>) {
    let Ok(Total { payable, .. }) = &decision.total else { panic!("not settled") };
    (payable.guaranteed.expect("a least sum"), payable.maximum)
}

fn claims(decision: &Decision) -> Vec<(Amount, Option<Amount>)> {
    decision.projects[0].claims.iter().map(|it| (it.outcome.minimum, it.outcome.maximum)).collect()
}

fn all(count: usize) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new()];
    for _ in 0..choices().len() {
        found = found
            .into_iter()
            .flat_map(|so_far| (0..count).map(move |pick| [so_far.clone(), vec![pick]].concat()))
            .collect();
    }
    found
}

#[test]
fn bounds_hold_for_every_way_in_which_the_unknown_may_come_out() {
    let (program, selection) = program(&["plan-5050", "housing"]);
    let asked: Vec<&str> = CLAIMS.into_iter().chain(THEIRS).collect();
    let known: Vec<(Vec<usize>, Decision)> = all(2)
        .into_iter()
        .map(|picks| {
            let decision = decide(&program, &selection, &application(&program, &picks, &asked));
            (picks, decision)
        })
        .collect();
    let most = known.iter().map(|(_, decision)| least(total(decision).0)).max();
    assert!(most > Some(5_000_000 * 10i128.pow(20)), "some of them are paid by both policies");
    for picks in all(3) {
        let partly = decide(&program, &selection, &application(&program, &picks, &asked));
        let fills = |known: &Vec<usize>| known.iter().zip(&picks).all(|(known, pick)| *pick == 2 || known == pick);
        for (full, decision) in known.iter().filter(|(full, _)| fills(full)) {
            assert!(within(total(decision), total(&partly)), "the total of {full:?} within that of {picks:?}");
            for (at, (one, other)) in claims(decision).into_iter().zip(claims(&partly)).enumerate() {
                assert!(within(one, other), "{} of {full:?} within that of {picks:?}", asked[at]);
            }
        }
    }
}

#[test]
fn a_policy_that_is_added_only_narrows_what_refers_to_it() {
    let (without, as_it_is) = program(&[]);
    let (with, selection) = program(&["plan-5050", "housing"]);
    for picks in all(3) {
        let open = claims(&decide(&without, &as_it_is, &application(&without, &picks, &CLAIMS)));
        let linked = claims(&decide(&with, &selection, &application(&with, &picks, &CLAIMS)));
        for (at, (one, other)) in linked.into_iter().zip(open).enumerate() {
            assert!(within(one, other), "{} of {picks:?}", CLAIMS[at]);
        }
    }
}

#[test]
fn companions_come_in_any_order() {
    let asked: Vec<&str> = CLAIMS.into_iter().chain(THEIRS).collect();
    let (one, first) = program(&["plan-5050", "housing"]);
    let (other, second) = program(&["housing", "plan-5050"]);
    for picks in all(3) {
        let one = decide(&one, &first, &application(&one, &picks, &asked));
        let other = decide(&other, &second, &application(&other, &picks, &asked));
        assert_eq!((total(&one), claims(&one)), (total(&other), claims(&other)), "{picks:?}");
    }
}
