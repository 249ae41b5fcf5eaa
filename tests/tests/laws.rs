//! The laws of the evaluator, each as a property over random applications of the first policy.

use num_bigint::BigInt;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tiaoli::outcome::Kind;
use tiaoli::program::{Absence, GateKind, LevelId, Place, Program, Ty, Written};
use tiaoli_eval::application::Slot;
use tiaoli_eval::claim::{self, Knowledge, Truth, run};
use tiaoli_eval::table::Id;
use tiaoli_eval::trace;
use tiaoli_tests::desk::desk;
use tiaoli_tests::generate::{self, Random};
use tiaoli_tests::replay;
use tiaoli_tests::worlds::{Worlds, allows};

/// A sum in millionths of a millionth of a yuan; nothing for one that is open.
fn sum(of: &Value) -> Option<BigInt> {
    let text = of.as_str()?;
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    Some(format!("{whole}{places:0<12}").parse().unwrap())
}

/// Facts whose absence is not "unknown": giving one states another case.
fn another_case(alias: &str) -> bool {
    let program = desk().program();
    program.facts.iter().any(|(_, fact)| fact.name.alias == alias && fact.absence != Absence::Unknown)
}

/// The objects of an application that hold facts, and whether they are the applicant's.
fn objects(application: &mut Value) -> Vec<(bool, &mut serde_json::Map<String, Value>)> {
    let Value::Object(all) = application else { return Vec::new() };
    let mut found = Vec::new();
    for (key, value) in all {
        match (key.as_str(), value) {
            ("applicant", Value::Object(facts)) => found.push((true, facts)),
            ("projects", Value::Array(projects)) => {
                found.extend(projects.iter_mut().filter_map(|it| Some((false, it["facts"].as_object_mut()?))))
            }
            _ => {}
        }
    }
    found
}

/// The application with some of what is known left out.
fn forget(random: &mut Random, application: &Value) -> Value {
    let mut less = application.clone();
    for (_, facts) in objects(&mut less) {
        let aliases: Vec<String> = facts.keys().filter(|alias| !another_case(alias)).cloned().collect();
        for alias in aliases {
            if random.chance(25) {
                facts.remove(&alias);
            } else if let Some(Value::Array(items)) = facts.get_mut(&alias) {
                for item in items.iter_mut().filter(|_| random.chance(20)) {
                    *item = Value::Null;
                }
            }
        }
    }
    if less["assume_in_force"] != true && random.chance(30) {
        less["policy_issue_date"] = Value::Null;
    }
    less
}

/// A value of a fact as an application writes it; figures on the thresholds of the policy or beside them.
fn any_value(random: &mut Random, program: &Program, alias: &str) -> Value {
    let (id, fact) = program.facts.iter().find(|(_, fact)| fact.name.alias == alias).unwrap();
    let decimal = |random: &mut Random, places: usize| {
        let thresholds: [i128; 9] =
            [0, 1, 100, 50_000_000, 200_000_000, 500_000_000, 1_000_000_000, 2_000_000_000, 10_000_000_000_000];
        let value = (random.pick(&thresholds) + i128::from(random.below(3)) - 1).max(0);
        format!("{}.{:02}", value / 100, value % 100).trim_end_matches(if places == 0 { ".00" } else { "" }).to_owned()
    };
    let one = |random: &mut Random| match (&fact.written, &fact.ty) {
        (Written::Boolean, _) => json!(random.chance(50)),
        (Written::Money | Written::Decimal(_), _) => json!(decimal(random, 2)),
        (Written::Percent, _) => json!(random.pick(&["0", "29.9999", "30", "30.0001", "49.9999", "50", "100"])),
        (Written::Whole, _) => json!(random.pick(&["1", "2", "3", "4", "9", "10", "30", "199", "200"])),
        (Written::Year, _) => json!(random.pick(&[2020, 2021, 2023, 2025])),
        (Written::Date, _) => json!(random.pick(&["2018-12-31", "2019-01-01", "2021-06-30", "2021-07-01"])),
        (Written::Member, Ty::Member(of)) => {
            let members: Vec<&str> =
                program.enums.get(*of).unwrap().members.iter().map(|it| it.alias.as_str()).collect();
            json!(random.pick(&members))
        }
        _ => panic!("{alias} has no written form"),
    };
    if program.levels.iter().any(|(_, level)| level.place == Place::Values(id)) {
        let most = fact.list.and_then(|list| list.most).unwrap_or(4).min(4);
        let count = random.below(u64::from(most) + 1);
        return (0..count).map(|_| one(random)).collect();
    }
    one(random)
}

/// The application with everything that is unknown filled in.
fn fill(random: &mut Random, application: &Value) -> Value {
    let program = desk().program();
    let mut more = application.clone();
    let facts_of = |place: Place| -> Vec<String> {
        let level = |of: LevelId| program.levels.get(of).unwrap();
        let home = |of: LevelId| match level(of).place {
            Place::Values(_) => level(level(of).parent.unwrap()).place,
            place => place,
        };
        program
            .facts
            .iter()
            .filter(|(_, fact)| home(fact.level) == place && fact.absence == Absence::Unknown)
            .map(|(_, fact)| fact.name.alias.clone())
            .collect()
    };
    let (of_applicant, of_project) = (facts_of(Place::Applicant), facts_of(Place::Project));
    if more.get("applicant").is_none() {
        more["applicant"] = json!({});
    }
    for (applicant, facts) in objects(&mut more) {
        for alias in if applicant { &of_applicant } else { &of_project } {
            match facts.get_mut(alias) {
                None | Some(Value::Null) => {
                    let value = any_value(random, program, alias);
                    facts.insert(alias.clone(), value);
                }
                Some(Value::Array(items)) => {
                    for item in items.iter_mut().filter(|item| item.is_null()) {
                        let any = loop {
                            if let Some(first) =
                                any_value(random, program, alias).as_array().and_then(|it| it.first().cloned())
                            {
                                break first;
                            }
                        };
                        *item = any;
                    }
                }
                Some(_) => {}
            }
        }
    }
    more
}

/// What is decided with more knowledge lies within what was decided with less.
fn narrows(less: &Value, more: &Value, context: &str) {
    let mut comparable = true;
    for (project, (before, after)) in
        less["projects"].as_array().unwrap().iter().zip(more["projects"].as_array().unwrap()).enumerate()
    {
        for (before, after) in before["claims"].as_array().unwrap().iter().zip(after["claims"].as_array().unwrap()) {
            if after["kind"] == "invalid_input" {
                comparable = false;
                continue;
            }
            let place = format!("{context}, project {project}, {}:\n  less {before}\n  more {after}", before["clause"]);
            assert_ne!(before["kind"], "invalid_input", "{place}");
            if before["monetary"] == true {
                assert!(sum(&before["minimum"]) <= sum(&after["minimum"]), "minimum of {place}");
                let (high, higher) = (sum(&after["maximum"]), sum(&before["maximum"]));
                assert!(higher.is_none() || (high.is_some() && high <= higher), "maximum of {place}");
            }
            let names =
                |of: &Value| of["needs"].as_array().unwrap().iter().map(ToString::to_string).collect::<BTreeSet<_>>();
            assert!(names(after).is_subset(&names(before)), "needs of {place}");
            if ["fixed", "rate", "none"].contains(&before["kind"].as_str().unwrap()) {
                assert_eq!((&before["kind"], &before["amount"]), (&after["kind"], &after["amount"]), "settled {place}");
            }
            if before.get("target_met").is_some_and(|met| !met.is_null()) {
                assert_eq!(before["target_met"], after["target_met"], "{place}");
            }
        }
        if before["settled"] == true && comparable {
            assert_eq!(
                before["payable"], after["payable"],
                "{context}: project {project} was settled\n  less {before}\n  more {after}"
            );
        }
    }
    if comparable {
        let (before, after) = (&less["total"], &more["total"]);
        assert!(sum(&before["guaranteed"]) <= sum(&after["guaranteed"]), "{context}: total {before} {after}");
        let (high, higher) = (sum(&after["maximum"]), sum(&before["maximum"]));
        assert!(higher.is_none() || (high.is_some() && high <= higher), "{context}: total {before} {after}");
        if before["settled"] == true {
            assert_eq!(before["guaranteed"], after["guaranteed"], "{context}");
        }
    }
}

/// Law 1: learning a fact never contradicts what was settled; intervals narrow, needs shrink.
#[test]
fn knowledge_is_monotone() {
    for seed in 0..200 {
        let random = &mut Random::new(seed);
        let more = generate::valid(seed, if seed % 2 == 0 { generate::USUAL } else { generate::SPARSE });
        let less = forget(random, &more);
        let least = forget(random, &less);
        let [least_decided, less_decided, more_decided] = [&least, &less, &more].map(|it| desk().decide(it));
        narrows(&less_decided, &more_decided, &format!("seed {seed}\n  {less}\n  {more}"));
        narrows(&least_decided, &less_decided, &format!("seed {seed}, twice\n  {least}\n  {less}"));
    }
}

/// Law 2: however what is unknown comes out, the result lies inside the interval.
#[test]
fn results_are_sound() {
    for seed in 0..160 {
        let sparse = generate::valid(seed, generate::SPARSE);
        let before = desk().decide(&sparse);
        let random = &mut Random::new(seed ^ 0xface);
        for _ in 0..2 {
            let filled = fill(random, &sparse);
            narrows(&before, &desk().decide(&filled), &format!("seed {seed}\n  {sparse}\n  {filled}"));
        }
    }
}

/// Law 3: sums are exact wherever they are added; only payments are cut, to the fen and never upwards.
#[test]
fn sums_are_exact_until_paid() {
    let fen = BigInt::from(10_000_000_000i64);
    let cut = |of: Option<BigInt>| of.map(|sum| sum / &fen * &fen);
    for seed in 0..200 {
        let decision = desk().decide(&generate::valid(seed, generate::USUAL));
        for scenario in ["guaranteed", "maximum"] {
            let mut total = Some(BigInt::from(0));
            let mut paid = Some(BigInt::from(0));
            for project in decision["projects"].as_array().unwrap() {
                let (payable, payment) = (sum(&project["payable"][scenario]), sum(&project["payment"][scenario]));
                assert_eq!(payment, cut(payable.clone()), "seed {seed}: {project}");
                total = total.zip(payable).map(|(total, it)| total + it);
                paid = paid.zip(payment).map(|(paid, it)| paid + it);
            }
            assert_eq!(sum(&decision["total"][scenario]), total, "seed {seed}");
            assert_eq!(sum(&decision["total"]["payment"][scenario]), paid, "seed {seed}");
        }
    }
}

/// Law 4: an impossible value spoils the claims that use it, and no other claim of any project.
#[test]
fn failure_is_local() {
    let program = desk().program();
    let mut spoiled = 0;
    for seed in 0..250 {
        let random = &mut Random::new(seed ^ 0xbad);
        let whole = generate::valid(seed, generate::USUAL);
        let projects = whole["projects"].as_array().unwrap().len();
        let at = usize::try_from(random.below(projects as u64)).unwrap();
        let aliases: Vec<&String> = whole["projects"][at]["facts"]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(alias, value)| !value.is_null() && *alias != "award_year")
            .map(|(alias, _)| alias)
            .collect();
        if aliases.is_empty() {
            continue;
        }
        let alias = random.pick(&aliases).clone();
        let (fact, _) = program.facts.iter().find(|(_, fact)| fact.name.alias == alias).unwrap();
        let mut broken = whole.clone();
        broken["projects"][at]["facts"][&alias] =
            random.pick(&[&json!({"not": "a value"}), &json!("-1"), &json!(-1)]).clone();
        let (before, after) = (desk().decision(&whole), desk().decision(&broken));
        for (index, (before, after)) in before.projects.iter().zip(&after.projects).enumerate() {
            for (before, after) in before.claims.iter().zip(&after.claims) {
                let uses = after
                    .rule
                    .and_then(|rule| desk().selection.rules.get(rule))
                    .is_some_and(|rule| rule.cone.contains(&fact));
                let target = after.rule.is_none() && after.target_met.is_some();
                if index == at && uses {
                    assert_eq!(after.outcome.kind, Kind::InvalidInput, "seed {seed}: {alias} in {}", after.asked);
                    spoiled += 1;
                } else if !(index == at && target) {
                    assert_eq!(
                        (&before.outcome, &before.target_met),
                        (&after.outcome, &after.target_met),
                        "seed {seed}: {alias} spoils {}",
                        after.asked
                    );
                }
            }
        }
    }
    assert!(spoiled > 100, "{spoiled}");
}

/// Law 5: impossible input, then a condition known to fail, then what is missing, then the sum; every failed condition is named.
#[test]
fn blame_has_an_order() {
    let program = desk().program();
    let mut kinds = BTreeSet::new();
    for seed in 0..300 {
        let application = if seed % 2 == 0 {
            generate::hostile(seed, generate::USUAL)
        } else {
            generate::valid(seed, generate::SPARSE)
        };
        if desk().decide(&application).get("error").is_some() {
            continue;
        }
        let typed = desk().read(&application);
        let claims = claim::decide(program, &desk().selection, &typed);
        for (row, project) in claims.projects.iter().enumerate() {
            for claim in project {
                let Some(rule) = claim.rule else { continue };
                let active = desk().selection.rules.get(rule).unwrap();
                let context = format!("seed {seed}: {} {:?}", claim.asked, claim.outcome);
                let impossible = active.cone.iter().any(|fact| {
                    let level = program.facts.get(*fact).unwrap().level;
                    program
                        .rows_of(&typed, level, row)
                        .into_iter()
                        .any(|row| typed.facts[*fact][row] == Slot::Impossible)
                });
                let outcome = &claim.outcome;
                kinds.insert(outcome.kind);
                if impossible {
                    assert_eq!(outcome.kind, Kind::InvalidInput, "{context}");
                    continue;
                }
                if outcome.kind == Kind::InvalidInput {
                    continue;
                }
                let truth = |node| claims.values.get(node).unwrap()[row].truth();
                let failed: Vec<_> = active.gates.iter().filter(|gate| truth(gate.node) == Truth::False).collect();
                if !failed.is_empty() {
                    assert_eq!(outcome.kind, Kind::None, "{context}");
                    let time = failed.iter().any(|gate| matches!(gate.kind, GateKind::InForce | GateKind::Event));
                    for gate in failed.iter().filter(|_| !time) {
                        let cone = program.facts_under([gate.node]);
                        let named = outcome
                            .because
                            .iter()
                            .any(|reason| matches!(reason, tiaoli::outcome::Reason::Fact(fact) if cone.contains(fact)));
                        assert!(named, "a failed condition is not named: {context}");
                    }
                } else if active.gates.iter().all(|gate| truth(gate.node) == Truth::True) && outcome.needs.is_empty() {
                    assert_ne!(outcome.kind, Kind::Undetermined, "{context}");
                }
                assert_eq!(outcome.kind == Kind::Undetermined, !outcome.needs.is_empty(), "{context}");
                assert_eq!(outcome.kind == Kind::None, !outcome.because.is_empty(), "{context}");
            }
        }
    }
    assert!(kinds.len() >= 9, "{kinds:?}");
}

/// Law 7, sums: each line of a trace follows from the lines before it, and the last one is the claim's own sum.
#[test]
fn explanations_recompute() {
    let program = desk().program();
    let mut sums = 0;
    for seed in 0..250 {
        let application = generate::valid(seed, if seed % 3 == 0 { generate::SPARSE } else { generate::USUAL });
        let typed = desk().read(&application);
        let claims = claim::decide(program, &desk().selection, &typed);
        for (row, project) in claims.projects.iter().enumerate() {
            for claim in project {
                let Some(rule) = claim.rule else { continue };
                let trace = trace::trace(program, &desk().selection, &typed, &claims, rule, row);
                let context = format!("seed {seed}: {} {:?}", claim.asked, claim.outcome);
                if let Err(why) = replay::check(program, &typed, &trace) {
                    panic!("{context}: {why}\n  {application}");
                }
                let outcome = &claim.outcome;
                let settled = matches!(outcome.kind, Kind::Fixed | Kind::Rate) && outcome.monetary;
                if let (true, Some(step)) = (settled, trace.sum) {
                    let step = &trace.steps[step];
                    let Ty::Number { scale, .. } = step.ty else { panic!("a sum is a number") };
                    if let Some(value) = step.value.range().as_point() {
                        assert_eq!((value, scale), (outcome.minimum.value, outcome.minimum.scale), "{context}");
                        sums += 1;
                    }
                }
                let gates: Vec<Truth> =
                    trace.gates.iter().map(|(_, _, step)| trace.steps[*step].value.truth()).collect();
                match outcome.kind {
                    Kind::Fixed | Kind::Rate | Kind::UpTo | Kind::Referral | Kind::CaseByCase | Kind::Entitlement => {
                        assert!(!gates.contains(&Truth::False), "{context}");
                    }
                    Kind::None => {
                        let nothing = |step: Option<usize>| {
                            step.is_some_and(|step| trace.steps[step].value.range().high.is_some_and(|high| high <= 0))
                        };
                        let all_cases = gates.contains(&Truth::Unknown);
                        assert!(
                            gates.contains(&Truth::False) || all_cases || nothing(trace.sum) || nothing(trace.positive),
                            "{context}"
                        );
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(sums > 100, "{sums}");
}

/// Law 7, refusals: what a `none` names is enough. With other values of the facts it names, and of no other, the claim no longer fails.
#[test]
fn refusals_name_what_would_have_to_differ() {
    let program = desk().program();
    let mut refused = 0;
    for seed in 0..90 {
        let random = &mut Random::new(seed ^ 0x0ff);
        let application = generate::valid(seed, generate::USUAL);
        let decision = desk().decide(&application);
        for (at, project) in decision["projects"].as_array().unwrap().iter().enumerate() {
            for claim in project["claims"].as_array().unwrap() {
                let because: Vec<&str> =
                    claim["because"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                let words = ["no_award", "not_in_force", "before_issue", "zero_sum"];
                if claim["kind"] != "none" || because.is_empty() || because.iter().any(|it| words.contains(it)) {
                    continue;
                }
                refused += 1;
                let mut best = application.clone();
                best["projects"] = json!([{"project_id": "P1", "claims": [claim["clause"]], "facts": application["projects"][at]["facts"]}]);
                best["prior_awards"] = json!([]);
                let left = |application: &Value| {
                    let found = desk().decide(application)["projects"][0]["claims"][0].clone();
                    match found["kind"].as_str() {
                        Some("none") => found["because"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .filter(|it| !words.contains(&it.as_str().unwrap()))
                            .count(),
                        Some("invalid_input") => usize::MAX,
                        _ => 0,
                    }
                };
                let mut fewest = left(&best);
                assert_eq!(fewest, because.len());
                for _ in 0..2 {
                    for alias in &because {
                        let of_applicant =
                            program.facts.iter().any(|(_, fact)| fact.name.alias == *alias && fact.level.index() == 1);
                        for _ in 0..24 {
                            if fewest == 0 {
                                break;
                            }
                            let mut other = best.clone();
                            let value = any_value(random, program, alias);
                            // A share stands for itself only where no counts stand for it.
                            let facts = other["projects"][0]["facts"].as_object_mut().unwrap();
                            if alias.ends_with("_pct") {
                                program.facts.iter().filter(|(_, it)| it.absence == Absence::Replaces).for_each(
                                    |(_, it)| {
                                        facts.remove(&it.name.alias);
                                    },
                                );
                            }
                            if of_applicant {
                                other["applicant"][*alias] = value;
                            } else {
                                other["projects"][0]["facts"][*alias] = value;
                            }
                            let now = left(&other);
                            if now <= fewest {
                                (fewest, best) = (now, other);
                            }
                        }
                    }
                }
                assert_eq!(fewest, 0, "seed {seed}: {claim}\n  {best}");
            }
        }
    }
    assert!(refused > 40, "{refused}");
}

/// Every node is sound: whatever the world is like, what is known of the node allows the value that it has there.
#[test]
fn every_node_allows_every_world() {
    let program = desk().program();
    let live = &desk().selection.live;
    for seed in 0..100 {
        let random = &mut Random::new(seed ^ 0x90d);
        let application = desk().read(&generate::valid(seed, generate::SPARSE));
        let known = run(program, live, &mut Knowledge::new(program, &application, &[]));
        let mut worlds = Worlds::of(program, &application, 6, random);
        let plain = run(program, live, &mut worlds);
        for node in live.iter() {
            let level = program.nodes[node].level;
            let (cells, columns) = (known.get(node).unwrap(), plain.get(node).unwrap());
            for (row, cell) in cells.iter().enumerate() {
                for (world, column) in columns.iter().enumerate() {
                    let value = column[worlds.row(world, level, row)];
                    assert!(
                        allows(*cell, value),
                        "seed {seed}, node {node:?} {:?}: {cell:?} does not allow {value:?}",
                        program.nodes[node]
                    );
                }
            }
        }
    }
}

/// And exact: where everything is known, each node knows its value, and it is the world's.
#[test]
fn everything_known_is_exact() {
    let program = desk().program();
    let live = &desk().selection.live;
    for seed in 0..40 {
        let random = &mut Random::new(seed ^ 0x1de);
        let sparse = desk().read(&generate::valid(seed, generate::SPARSE));
        let whole = Worlds::of(program, &sparse, 1, random).worlds.remove(0);
        let known = run(program, live, &mut Knowledge::new(program, &whole, &[]));
        let mut one = Worlds::of(program, &whole, 1, random);
        let plain = run(program, live, &mut one);
        for node in live.iter() {
            for (cell, value) in known.get(node).unwrap().iter().zip(&plain.get(node).unwrap()[0]) {
                assert!(allows(*cell, *value), "seed {seed}: {:?}", program.nodes[node]);
                let open = open_leaf(program, node) || value.is_none();
                let rests_on_open = rests_on_undecided(program, node);
                assert!(
                    cell.is_point() || open || rests_on_open,
                    "seed {seed}, node {node:?} {:?}: {cell:?} is {value:?}",
                    program.nodes[node]
                );
            }
        }
    }
}

fn rests_on_undecided(program: &Program, node: tiaoli::program::NodeId) -> bool {
    claim::Live::under(program, [node]).iter().any(|it| open_leaf(program, it))
}

/// A sum that nobody has decided, or that another policy decides which is not here.
fn open_leaf(program: &Program, node: tiaoli::program::NodeId) -> bool {
    matches!(program.nodes[node].op, tiaoli::program::Op::Undecided | tiaoli::program::Op::Elsewhere(_))
}
