//! What a policy is made of, for other tools: dictionary, clauses, rules, procedures; with an application, deadlines.

use crate::keys;
use crate::schema::kind_of_fact;
use serde_json::{Map, Value, json};
use tiaoli_eval::application::Application;
use tiaoli_eval::procedure::{Calendar, deadlines};
use tiaoli_eval::program::{
    Account, Clause, Definition, Fact, FactId, Level, Name, Place, Procedure, Program, Referral, Rule, Start, Step,
    StepKind, TimeUnit, Ty,
};

/// Everything that a program says of itself; with `dates`, when the steps of its procedures are due.
#[must_use]
pub fn inspect(program: &Program, dates: Option<(&Application, &Calendar)>) -> Value {
    let policy = &program.policy;
    let clauses = program.clauses.iter().map(|(_, it)| clause(it));
    let mut value = json!({
        "policy": { "name": policy.name, "edition": policy.edition, "title": policy.title, "digest": policy.digest },
        "levels": program.levels.iter().map(|(_, it)| level(program, it)).collect::<Value>(),
        "enumerations": program.enums.iter().map(|(_, it)| json!({
            "name": it.name.zh, "alias": it.name.alias, "ordered": it.ordered,
            "members": it.members.iter().map(named).collect::<Value>(),
        })).collect::<Value>(),
        "facts": program.facts.iter().map(|(_, it)| fact(program, it)).collect::<Value>(),
        "definitions": program.definitions.iter().map(|(_, it)| definition(program, it)).collect::<Value>(),
        "clauses": clauses.collect::<Value>(),
        "rules": program.rules.iter().map(|(_, it)| rule(program, it)).collect::<Value>(),
        "procedures": program.procedures.iter().map(|it| procedure(program, it)).collect::<Value>(),
    });
    if let (false, Value::Object(object)) = (program.companions.is_empty(), &mut value) {
        object.insert("companions".to_owned(), crate::decision::companions(program));
    }
    let referrals: Vec<Value> = program.referrals.iter().map(|(_, it)| referral(program, it)).collect();
    if let (false, Value::Object(object)) = (referrals.is_empty(), &mut value) {
        object.insert("referrals".to_owned(), referrals.into());
    }
    if let (Some((application, calendar)), Value::Object(object)) = (dates, &mut value) {
        object.insert("deadlines".to_owned(), due(program, application, calendar));
    }
    value
}

fn named(name: &Name) -> Value {
    let mut object = Map::new();
    object.insert("name".to_owned(), name.zh.as_str().into());
    object.insert("alias".to_owned(), name.alias.as_str().into());
    if !name.also.is_empty() {
        object.insert("also".to_owned(), name.also.iter().map(String::as_str).collect());
    }
    if let Some(in_full) = &name.in_full {
        object.insert("in_full".to_owned(), in_full.as_str().into());
    }
    Value::Object(object)
}

/// The names of a thing and what else is to be said of it.
fn thing(name: &Name, more: Value) -> Value {
    match (named(name), more) {
        (Value::Object(mut object), Value::Object(more)) => {
            object.extend(more);
            Value::Object(object)
        }
        (name, _) => name,
    }
}

fn level(program: &Program, it: &Level) -> Value {
    let parent = it.parent.and_then(|parent| program.levels.get(parent)).map(|parent| parent.name.alias.as_str());
    thing(&it.name, json!({ "belongs_to": parent, "list": matches!(it.place, Place::List(_) | Place::Values(_)) }))
}

fn fact(program: &Program, it: &Fact) -> Value {
    let level = program.levels.get(it.level).map(|level| level.name.alias.as_str());
    let mut object = json!({ "level": level, "kind": kind_of_fact(it.kind), "list": it.list.is_some() });
    if let Value::Object(object) = &mut object {
        object.extend(typed(program, &it.ty));
    }
    thing(&it.name, object)
}

fn definition(program: &Program, it: &Definition) -> Value {
    let level = program.levels.get(it.level).map(|level| level.name.alias.as_str());
    let clause = program.clauses.get(it.clause).map(|clause| clause.id.as_str());
    let mut object = json!({ "level": level, "clause": clause });
    if let Value::Object(object) = &mut object {
        object.extend(typed(program, &it.ty));
    }
    thing(&it.name, object)
}

fn typed(program: &Program, ty: &Ty) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    match ty {
        Ty::Truth => drop(put("type", "truth".into())),
        Ty::Date => drop(put("type", "date".into())),
        Ty::Key => drop(put("type", "key".into())),
        Ty::Number { unit, .. } => {
            put("type", "number".into());
            if !unit.bases().is_empty() {
                put("unit", unit.to_string().into());
            }
        }
        Ty::Member(of) => {
            put("type", "member".into());
            let members = program.enums.get(*of).map(|it| it.members.iter().map(|it| it.alias.as_str()).collect());
            put("members", members.unwrap_or(Value::Null));
        }
    }
    object
}

fn clause(it: &Clause) -> Value {
    let account = match it.account {
        Account::Encoded => "encoded",
        Account::Referred => "referred",
        Account::Right => "right",
        Account::Target => "target",
        Account::Declaratory => "declaratory",
        Account::Heading => "heading",
    };
    json!({ keys::CLAUSE: it.id, "text": it.text, "account": account })
}

fn rule(program: &Program, it: &Rule) -> Value {
    let clauses = it.clauses.iter().filter_map(|id| Some(program.clauses.get(*id)?.id.as_str()));
    let level = program.levels.get(it.level).map(|level| level.name.alias.as_str());
    let nodes = it.gates.iter().map(|(_, gate)| gate.node).chain(it.forms.iter().filter_map(|(_, form)| form.sum));
    let facts = program.facts_under(nodes);
    let readings = it.readings.iter().filter_map(|id| Some(program.readings.get(*id)?.id.as_str()));
    let mut value = json!({
        "id": it.id,
        "clauses": clauses.collect::<Value>(),
        "level": level,
        "facts": facts.iter().filter_map(|fact| alias(program, *fact)).collect::<Value>(),
        "readings": readings.collect::<Value>(),
    });
    let companion = it.policy.and_then(|it| program.companions.get(it));
    if let (Some(companion), Value::Object(object)) = (companion, &mut value) {
        object.insert("policy".to_owned(), companion.policy.short().into());
    }
    value
}

/// Where a sum is left to another policy, and whether that policy is here.
fn referral(program: &Program, it: &Referral) -> Value {
    let clause = program.clauses.get(it.clause).map(|clause| clause.id.as_str());
    json!({ keys::CLAUSE: clause, "title": it.of.title, "clauses": it.of.ids, "linked": it.linked })
}

fn alias(program: &Program, fact: FactId) -> Option<&str> {
    program.facts.get(fact).map(|it| it.name.alias.as_str())
}

fn procedure(program: &Program, it: &Procedure) -> Value {
    let steps: Vec<Value> = it.steps.iter().map(|step| self::step(program, it, step)).collect();
    json!({ "id": it.id, "title": it.title, "steps": steps })
}

fn step(program: &Program, procedure: &Procedure, it: &Step) -> Value {
    let kind = match it.kind {
        StepKind::Step => "step",
        StepKind::Duty => "duty",
        StepKind::Correction => "correction",
        StepKind::Review => "review",
    };
    let start = match it.start {
        Some(Start::Fact(fact)) => json!({ "fact": alias(program, fact) }),
        Some(Start::Step(at)) => json!({ "step": procedure.steps.get(at).map(|it| it.name.alias.as_str()) }),
        None => Value::Null,
    };
    let limit = it.limit.map(|limit| {
        let unit = match limit.unit {
            TimeUnit::Day => "day",
            TimeUnit::WorkingDay => "working_day",
            TimeUnit::Month => "month",
            TimeUnit::Year => "year",
        };
        json!({ "count": limit.count, "unit": unit, "lasting": limit.lasting })
    });
    let day = |(month, day): (u32, u32)| format!("{month:02}-{day:02}");
    thing(
        &it.name,
        json!({
            keys::CLAUSE: program.clauses.get(it.clause).map(|it| it.id.as_str()),
            "kind": kind,
            "from": start,
            "within": limit,
            "each_year": it.season.map(|(first, last)| json!([day(first), day(last)])),
            "by": it.by,
            "filed_with": it.to,
            "submit": it.submits,
            "must": it.must,
            "must_not": it.must_not,
            "breach": it.breach,
            "done_on": it.done_on.and_then(|fact| alias(program, fact)),
        }),
    )
}

/// The deadline of every step, project by project.
fn due(program: &Program, application: &Application, calendar: &Calendar) -> Value {
    let mut all = Vec::new();
    for (row, project) in application.projects.iter().enumerate() {
        for procedure in &program.procedures {
            let dates = deadlines(program, application, procedure, row, calendar);
            for (step, date) in procedure.steps.iter().zip(dates) {
                all.push(json!({
                    keys::PROJECT_ID: project.id,
                    "procedure": procedure.id,
                    "step": step.name.alias,
                    "date": date.date.map(|it| it.to_string()),
                    "at_least": date.at_least,
                    "done": date.done.map(|it| it.to_string()),
                    "needs": date.needs.iter().filter_map(|fact| alias(program, *fact)).collect::<Value>(),
                }));
            }
        }
    }
    Value::Array(all)
}
