//! A decision as JSON: the same bytes for the same decision, in the order of the contract.
//!
//! Sums are texts. `null` for a maximum means open upwards; for an amount it means that no single sum is due.
//! Sentences for people are not here: what is here is for tools.

mod claim;
mod refusal;

use crate::keys;
use claim::claim;
use serde_json::{Map, Value, json};
use tiaoli_eval::outcome::{Amount, Decision, ProjectDecision, Scenarios, SettleLimit, Total};
use tiaoli_eval::program::{Companion, Program};

pub use refusal::refusal;

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// On one line.
    Line,
    /// Indented by two blanks.
    Indented,
}

/// Writes a value of this crate; the same value is always the same bytes. No line feed at the end.
#[must_use]
pub fn print(value: &Value, layout: Layout) -> String {
    match layout {
        Layout::Line => value.to_string(),
        Layout::Indented => format!("{value:#}"),
    }
}

/// The JSON of a decision.
#[must_use]
pub fn decision(program: &Program, decision: &Decision) -> Value {
    let mut object = Map::new();
    let policy = &program.policy;
    object.insert(
        "policy".to_owned(),
        json!({ "name": policy.name, "edition": policy.edition, "digest": policy.digest }),
    );
    if !program.companions.is_empty() {
        object.insert("companions".to_owned(), companions(program));
    }
    object.insert(keys::AS_OF.to_owned(), decision.as_of.to_string().into());
    let projects = decision.projects.iter().map(|it| project(program, decision, it));
    object.insert(keys::PROJECTS.to_owned(), projects.collect());
    object.insert("rights".to_owned(), decision.rights.iter().filter_map(|it| right(decision, *it)).collect());
    match &decision.total {
        Ok(it) => {
            object.insert("total".to_owned(), total(it));
        }
        Err(SettleLimit { best, bound }) => {
            object.insert("error".to_owned(), "settle_limit".into());
            object.insert("best".to_owned(), sums(best));
            object.insert("bound".to_owned(), sums(bound));
        }
    }
    object.insert("assumed".to_owned(), decision.assumed.iter().map(String::as_str).collect());
    object.insert("readings".to_owned(), readings(program, decision));
    let rests_on =
        program.settlement.readings.iter().filter_map(|id| program.readings.get(*id)).map(|it| it.id.as_str());
    object.insert("settlement_readings".to_owned(), rests_on.collect());
    Value::Object(object)
}

/// The policies that this one was read together with.
pub(crate) fn companions(program: &Program) -> Value {
    let one = |it: &Companion| {
        let policy = &it.policy;
        json!({ "name": policy.name, "edition": policy.edition, "title": policy.short(), "digest": policy.digest })
    };
    program.companions.iter().map(|(_, it)| one(it)).collect()
}

/// One project. Without a proved total there is nothing that could be called payable.
fn project(program: &Program, decision: &Decision, project: &ProjectDecision) -> Value {
    let proved = decision.total.is_ok();
    let mut object = Map::new();
    object.insert(keys::PROJECT_ID.to_owned(), project.id.as_str().into());
    let claims = project.claims.iter().map(|it| claim(program, decision, project, it));
    object.insert(keys::CLAIMS.to_owned(), claims.collect());
    if proved {
        object.insert("chosen".to_owned(), chosen(project));
        object.insert("payable".to_owned(), sums(&project.payable));
        object.insert("payment".to_owned(), sums(&project.payment));
        object.insert("shares_limit".to_owned(), project.shares_limit.into());
        if let Some(recovery) = &project.recovery {
            object.insert("recovery".to_owned(), sums(recovery));
        }
    }
    object.insert("settled".to_owned(), (proved && project.settled).into());
    Value::Object(object)
}

/// The ids that yield each sum: null where it is nothing, a text for one, and a list where a project has several
/// claims that are no rivals (an id cannot say that).
fn chosen(project: &ProjectDecision) -> Value {
    let of = |claims: &[usize], sum: Option<Amount>| {
        let nothing = sum.is_some_and(|sum| sum.value == 0);
        let ids: Vec<&str> =
            claims.iter().filter_map(|claim| project.claims.get(*claim)).map(|it| it.asked.as_str()).collect();
        match ids.as_slice() {
            _ if nothing => Value::Null,
            [] => Value::Null,
            [one] => Value::from(*one),
            several => several.iter().copied().collect(),
        }
    };
    let (by, sum) = (&project.chosen, &project.payable);
    json!({ "guaranteed": of(&by.guaranteed, sum.guaranteed), "maximum": of(&by.maximum, sum.maximum) })
}

fn right(decision: &Decision, (project, claim): (usize, usize)) -> Option<Value> {
    let project = decision.projects.get(project)?;
    let claim = project.claims.get(claim)?;
    Some(json!({ "project_id": project.id, "clause": claim.asked, "label": claim.outcome.title }))
}

fn total(total: &Total) -> Value {
    let mut object = json!({
        "guaranteed": sum(total.payable.guaranteed),
        "maximum": sum(total.payable.maximum),
        "payment": sums(&total.payment),
        "settled": total.settled,
    });
    if let Some(map) = object.as_object_mut() {
        if let Some(recovery) = &total.recovery {
            map.insert("recovery".to_owned(), sums(recovery));
        }
        if let Some(it) = &total.set_off {
            let after = json!({ "payable": sums(&it.payable), "recovery": sums(&it.recovery) });
            map.insert("after_set_off".to_owned(), after);
        }
    }
    object
}

/// The readings that were asked for in place of the chosen ones, by question.
fn readings(program: &Program, decision: &Decision) -> Value {
    let reading =
        |(id, option): &(_, String)| Some((program.readings.get(*id)?.id.clone(), Value::from(option.as_str())));
    Value::Object(decision.readings.iter().filter_map(reading).collect())
}

fn sums(of: &Scenarios<Option<Amount>>) -> Value {
    json!({ "guaranteed": sum(of.guaranteed), "maximum": sum(of.maximum) })
}

fn sum(of: Option<Amount>) -> Value {
    of.map_or(Value::Null, |amount| amount.to_string().into())
}
