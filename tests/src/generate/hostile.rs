//! Impossible input: values that are not of their type, contradictions, broken shapes and ledgers.

use serde_json::{Map, Value, json};

use super::Random;
use crate::oracle::dictionary::{self, Type};

/// Spoils a fact or two of an application, or now and then all of it.
pub(super) fn spoil(random: &mut Random, application: &mut Value) {
    if random.chance(12) {
        spoil_all(random, application);
        return;
    }
    for _ in 0..=random.below(3) {
        spoil_fact(random, application);
    }
}

fn spoil_fact(random: &mut Random, application: &mut Value) {
    let Some(projects) = application["projects"].as_array_mut() else {
        return;
    };
    let Ok(last) = u64::try_from(projects.len()) else {
        return;
    };
    let Ok(at) = usize::try_from(random.below(last + 1)) else {
        return;
    };
    let facts = match projects.get_mut(at) {
        Some(project) => &mut project["facts"],
        None => &mut application["applicant"],
    };
    let Some(facts) = facts.as_object_mut() else {
        return;
    };
    if facts.contains_key("carrier_type") && random.chance(50) {
        contradict_counts(random, facts);
        return;
    }
    if facts.contains_key("actual_investment") && random.chance(30) {
        facts.insert("actual_investment".to_owned(), json!("5000000.00"));
        facts.insert("software_hardware_investment".to_owned(), json!("5000000.01"));
        return;
    }
    // The year of an award is left alone: the documents do not say which claims a bad one spoils.
    let aliases: Vec<String> = facts.keys().filter(|alias| *alias != "award_year").cloned().collect();
    if aliases.is_empty() {
        return;
    }
    let places: Vec<usize> = (0..aliases.len()).collect();
    let alias = &aliases[random.pick(&places)];
    if let Some(fact) = dictionary::fact(alias) {
        facts.insert(alias.clone(), impossible(random, alias, fact.kind));
    }
}

fn contradict_counts(random: &mut Random, facts: &mut Map<String, Value>) {
    let (part, total) = random.pick(&[("31", "30"), ("0", "0"), ("1", "0")]);
    if random.chance(50) {
        facts.insert("ai_registered_count".to_owned(), json!(part));
        facts.insert("total_registered_count".to_owned(), json!(total));
    } else {
        facts.insert("ai_leased_area".to_owned(), json!(part));
        facts.insert("total_leased_area".to_owned(), json!(total));
    }
}

fn impossible(random: &mut Random, alias: &str, kind: Type) -> Value {
    let values = match kind {
        Type::Truth => vec![json!("true"), json!(1), json!("是"), json!([])],
        Type::Word(_) => vec![json!("of_no_kind"), json!(""), json!(3), json!(true), json!("National")],
        Type::Words(_) => vec![json!(["of_no_kind"]), json!("national"), json!([1]), json!({})],
        Type::Money => vec![
            json!("-1.00"),
            json!("1000000.005"),
            json!("5000000.000"),
            json!(5_000_000),
            json!("NaN"),
            json!("Infinity"),
            json!("1e6"),
            json!("+1.00"),
            json!(" 1.00"),
            json!("1,000.00"),
            json!("1."),
            json!(""),
            json!(true),
            json!(["1.00"]),
        ],
        Type::Moneys(most) => {
            let mut values = vec![json!(["-1.00"]), json!("1.00"), json!(["1.001"]), json!([1])];
            if most.is_some() {
                values.push(json!(["1.00", "2.00", "3.00", "4.00"]));
            }
            values
        }
        Type::Share => vec![json!("100.0001"), json!("-1"), json!("30.00001"), json!(30), json!("30%"), json!("NaN")],
        Type::Whole(_) if alias == "drafter_rank" => {
            vec![json!("0"), json!("1.5"), json!("-1"), json!(1), json!("first")]
        }
        Type::Whole(_) => vec![json!("1.5"), json!("-1"), json!(3), json!("NaN")],
        Type::Area => vec![json!("1.005"), json!("-1.00"), json!(3)],
        Type::Year => vec![json!("2023"), json!(true)],
        Type::Date => vec![json!("2021-02-30"), json!("20210630"), json!(20_210_630), json!("2021-13-01")],
    };
    let places: Vec<usize> = (0..values.len()).collect();
    values[random.pick(&places)].clone()
}

fn spoil_all(random: &mut Random, application: &mut Value) {
    let ways: &[fn(&mut Value)] = &[
        |all| all["as_off"] = json!("2021-06-30"),
        |all| all["as_of"] = json!("2021-06-31"),
        |all| all["policy_issue_date"] = json!("last year"),
        |all| {
            if let Some(all) = all.as_object_mut() {
                all.remove("as_of");
            }
        },
        |all| {
            if let Some(projects) = all["projects"].as_array_mut() {
                projects.extend(projects.first().cloned());
            }
        },
        |all| all["applicant"]["applicant_typ"] = json!("enterprise"),
        |all| all["projects"][0]["facts"]["actual_investments"] = json!("1.00"),
        |all| all["projects"][0]["claims"] = json!(["3.12"]),
        |all| all["prior_awards"] = json!([payment("-1.00", "district")]),
        |all| all["prior_awards"] = json!([payment("1.005", "municipal")]),
        |all| all["prior_awards"] = json!([payment("1.00", "none")]),
        |all| {
            let mut payment = payment("1.00", "district");
            payment["year"] = Value::Null;
            all["prior_awards"] = json!([payment]);
        },
        |all| {
            let mut payment = payment("1.00", "district");
            payment["amount"] = json!(1);
            all["prior_awards"] = json!([payment]);
        },
    ];
    random.pick(ways)(application);
}

fn payment(amount: &str, level: &str) -> Value {
    json!({"project_id": "P1", "clause": "3.4.c", "amount": amount, "year": 2021, "level": level})
}
