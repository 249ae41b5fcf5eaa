//! Random applications for the first policy, the same for the same seed everywhere.
//!
//! Figures lie on the thresholds of the text or one fen beside them; facts are relevant to the claims, and mostly such that something is awarded.

mod hostile;
mod ledger;
mod random;
mod values;

use serde_json::{Map, Value, json};

use crate::oracle::dictionary::{self, Of};
pub use random::Random;

/// How an application is made: each odds is a percentage.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    /// The greatest number of projects.
    pub projects: u64,
    /// That a relevant fact is left out.
    pub absent: u64,
    /// That a relevant fact is null.
    pub null: u64,
    /// That a fact has any value of its type, whether or not it lets an award pass.
    pub arbitrary: u64,
    /// That a project asks for no clause by name, and so for every rule.
    pub every_rule: u64,
}

/// Odds under which most claims pay and some stay open.
pub const USUAL: Odds = Odds { projects: 4, absent: 6, null: 4, arbitrary: 15, every_rule: 5 };

/// Odds under which most claims stay open.
pub const SPARSE: Odds = Odds { projects: 3, absent: 25, null: 10, arbitrary: 20, every_rule: 5 };

/// An application in which nothing is impossible.
#[must_use]
pub fn valid(seed: u64, odds: Odds) -> Value {
    application(&mut Random::new(seed), odds)
}

/// An application in which something is impossible: a fact or two, or its shape, or its ledger.
#[must_use]
pub fn hostile(seed: u64, odds: Odds) -> Value {
    let random = &mut Random::new(seed);
    let mut application = application(random, odds);
    hostile::spoil(random, &mut application);
    application
}

fn application(random: &mut Random, odds: Odds) -> Value {
    let count = 1 + random.below(odds.projects);
    let crowded = random.chance(25);
    let mut applicant = Map::new();
    let mut projects = Vec::new();
    for number in 1..=count {
        projects.push(project(random, odds, number, crowded, &mut applicant));
    }
    let mut application = Map::new();
    time(random, &mut application);
    application.insert("applicant".to_owned(), Value::Object(applicant));
    application.insert("projects".to_owned(), Value::Array(projects));
    if random.chance(60) {
        application.insert("prior_awards".to_owned(), ledger::ledger(random, count));
    }
    Value::Object(application)
}

/// A crowded application has many claims under the two annual caps.
fn project(random: &mut Random, odds: Odds, number: u64, crowded: bool, applicant: &mut Map<String, Value>) -> Value {
    let mut claims: Vec<&str> = Vec::new();
    let mut rules: Vec<&str> = Vec::new();
    for _ in 0..=random.below(4) {
        let rule =
            if crowded && random.chance(60) { random.pick(&["3.9.c", "3.11"]) } else { random.pick(values::RULES) };
        if !rules.contains(&rule) {
            rules.push(rule);
            claims.push(values::name(random, rule));
        }
    }
    if random.chance(5) {
        claims.push(random.pick(&["1.1", "2.1", "2.2.1.a", "3.4.a", "3.9.a", "4.1", "5.b"]));
    }
    let mut facts = Map::new();
    for rule in &rules {
        for alias in values::facts(rule) {
            let Some(fact) = dictionary::fact(alias) else { panic!("{alias} is not in the dictionary") };
            let target = if fact.of == Of::Applicant { &mut *applicant } else { &mut facts };
            if target.contains_key(*alias) || random.chance(odds.absent) {
                continue;
            }
            let value = if random.chance(odds.null) {
                Value::Null
            } else if random.chance(odds.arbitrary) {
                values::any(random, fact)
            } else {
                values::favourable(random, rule, fact)
            };
            target.insert((*alias).to_owned(), value);
        }
    }
    values::count_shares(random, &mut facts);
    values::keep_parts_within(&mut facts);
    if random.chance(25) {
        let date = random.pick(&["2018-12-31", "2019-12-31", "2020-01-01", "2021-06-29", "2021-06-30", "2021-07-01"]);
        facts.insert("event_date".to_owned(), json!(date));
    }
    if random.chance(25) {
        facts.insert("award_year".to_owned(), json!(2020 + random.below(3)));
    }
    let mut project = Map::new();
    project.insert("project_id".to_owned(), json!(format!("P{number}")));
    if !random.chance(odds.every_rule) {
        project.insert("claims".to_owned(), json!(claims));
    }
    project.insert("facts".to_owned(), Value::Object(facts));
    Value::Object(project)
}

fn time(random: &mut Random, application: &mut Map<String, Value>) {
    let as_of = if random.chance(85) {
        "2021-06-30"
    } else {
        random.pick(&["2018-12-31", "2019-01-01", "2020-01-01", "2022-12-31"])
    };
    application.insert("as_of".to_owned(), json!(as_of));
    if random.chance(45) {
        let issued = random.pick(&["2019-06-01", "2020-01-01", "2020-01-01", "2021-06-30", "2021-07-01"]);
        application.insert("policy_issue_date".to_owned(), json!(issued));
    } else if random.chance(30) {
        application.insert("policy_issue_date".to_owned(), Value::Null);
    }
    if random.chance(75) {
        application.insert("assume_in_force".to_owned(), json!(random.chance(90)));
    }
}
