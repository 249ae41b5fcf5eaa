//! Reading an application: its shape and its ledger, which can void the whole of it, and its facts, which cannot.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::clauses::{self, Asked};
use super::dictionary::{self, Of};
use super::figure::{self, Figure};
use super::value::{self, Said, Value};

/// An application whose shape and ledger are usable.
pub(crate) struct Application {
    pub(crate) as_of: String,
    pub(crate) issued: Option<String>,
    pub(crate) assume_in_force: bool,
    pub(crate) projects: Vec<Project>,
    pub(crate) payments: Vec<Payment>,
}

/// One project, with what is said about it and about its applicant.
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) claims: Vec<Asked>,
    pub(crate) facts: Facts,
}

/// What is said, by alias. What is not there is unknown.
pub(crate) type Facts = BTreeMap<&'static str, Said>;

/// An earlier payment that is deducted or uses room: city or district money, and no base grant.
pub(crate) struct Payment {
    pub(crate) project: String,
    pub(crate) clause: String,
    pub(crate) amount: Figure,
    pub(crate) year: i64,
}

/// Reads an application; `None` where it is refused as a whole.
pub(crate) fn read(json: &Json) -> Option<Application> {
    let top =
        object(json, &["as_of", "policy_issue_date", "assume_in_force", "applicant", "projects", "prior_awards"])?;
    let as_of = value::date(top.get("as_of")?.as_str()?)?;
    let issued = match given(top, "policy_issue_date") {
        Some(date) => Some(value::date(date.as_str()?)?),
        None => None,
    };
    let assume_in_force = match given(top, "assume_in_force") {
        Some(flag) => flag.as_bool()?,
        None => false,
    };
    let applicant = facts(given(top, "applicant"), Of::Applicant)?;
    let mut projects = Vec::new();
    let mut ids = BTreeSet::new();
    for json in list(given(top, "projects"))? {
        let project = project(json, &applicant)?;
        if !ids.insert(project.id.clone()) {
            return None;
        }
        projects.push(project);
    }
    let mut payments = Vec::new();
    for json in list(given(top, "prior_awards"))? {
        payments.extend(payment(json)?);
    }
    Some(Application { as_of, issued, assume_in_force, projects, payments })
}

fn project(json: &Json, applicant: &Facts) -> Option<Project> {
    let object = object(json, &["project_id", "claims", "facts"])?;
    let id = object.get("project_id")?.as_str()?.to_owned();
    let mut facts = facts(given(object, "facts"), Of::Project)?;
    facts.extend(applicant.iter().map(|(alias, said)| (*alias, said.clone())));
    let claims = match given(object, "claims") {
        None => clauses::every(),
        Some(json) => {
            let mut claims: Vec<Asked> = Vec::new();
            for json in json.as_array()? {
                let asked = clauses::asked(json.as_str()?)?;
                if !claims.iter().any(|earlier| earlier.what == asked.what) {
                    claims.push(asked);
                }
            }
            claims
        }
    };
    Some(Project { id, claims, facts })
}

fn facts(json: Option<&Json>, of: Of) -> Option<Facts> {
    let mut facts = Facts::new();
    let Some(json) = json else { return Some(facts) };
    for (key, json) in json.as_object()? {
        let fact = dictionary::fact(key).filter(|fact| fact.of == of)?;
        facts.insert(fact.alias, value::read(fact.kind, Some(json)));
    }
    Some(facts)
}

/// `Some(None)` is a payment that is usable and does not count.
fn payment(json: &Json) -> Option<Option<Payment>> {
    let object = object(json, &["project_id", "clause", "amount", "year", "level", "is_upstream_base_grant"])?;
    let amount = figure::read(object.get("amount")?.as_str()?, 2)?;
    let year = object.get("year")?.as_i64()?;
    let counted = match object.get("level")?.as_str()? {
        "district" | "municipal" | "city" => true,
        "provincial" | "national" => false,
        _ => return None,
    };
    let base = match given(object, "is_upstream_base_grant") {
        Some(flag) => flag.as_bool()?,
        None => false,
    };
    let project = object.get("project_id")?.as_str()?.to_owned();
    let clause = object.get("clause")?.as_str()?.to_owned();
    Some((counted && !base).then_some(Payment { project, clause, amount, year }))
}

fn object<'a>(json: &'a Json, keys: &[&str]) -> Option<&'a Map<String, Json>> {
    json.as_object().filter(|object| object.keys().all(|key| keys.contains(&key.as_str())))
}

fn given<'a>(object: &'a Map<String, Json>, key: &str) -> Option<&'a Json> {
    object.get(key).filter(|json| !json.is_null())
}

fn list(json: Option<&Json>) -> Option<&[Json]> {
    match json {
        Some(json) => json.as_array().map(Vec::as_slice),
        None => Some(&[]),
    }
}

impl Project {
    /// The year that an award of this project counts in.
    pub(crate) fn award_year(&self, application: &Application) -> i64 {
        match (self.facts.get("award_year"), application.as_of.split_once('-')) {
            (Some(Said::Known(Value::Year(year))), _) => *year,
            (_, Some((year, _))) => year.parse().unwrap_or_default(),
            (_, None) => panic!("a date has a year"),
        }
    }
}
