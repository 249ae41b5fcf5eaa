//! Expectations on decisions: JSON lines, each a part of one claim, of one project or of the whole.

use crate::differs;
use serde_json::{Map, Value, json};

/// The keys of a claim that a fresh expectation has, where they say something.
const TELLING: [&str; 7] = ["discretionary", "clamped", "needs", "because", "decided_by", "title", "target_met"];
/// Keys of every claim, which a fresh expectation does without or treats apart.
const PLAIN: [&str; 15] = [
    "clause",
    "kind",
    "amount",
    "minimum",
    "maximum",
    "monetary",
    "discretionary",
    "clamped",
    "needs",
    "readings",
    "because",
    "decided_by",
    "target_met",
    "title",
    "lost",
];

/// What is expected, held against the decision. `Err` is the text that would have passed.
pub(super) fn check(expected: &str, decision: &Value) -> Result<(), (String, String)> {
    if expected.trim().is_empty() {
        return Err(("nothing is expected".to_owned(), fresh(decision)));
    }
    let mut why = Vec::new();
    let mut written = String::new();
    for line in expected.lines() {
        let wanted: Value = match serde_json::from_str(line) {
            Ok(wanted) => wanted,
            Err(error) => return Err((format!("{line}: {error}"), fresh(decision))),
        };
        let found = subject(&wanted, decision);
        if says_nothing(&wanted, &found) {
            why.push(format!("{line} says nothing"));
            written.push_str(&format!("{}\n", line_of(&whole(&wanted, &found))));
            continue;
        }
        if let Some(difference) = differs(&wanted, &found) {
            why.push(difference);
        }
        written.push_str(&format!("{}\n", line_of(&pruned(&wanted, &found))));
    }
    if why.is_empty() { Ok(()) } else { Err((why.join("\n"), written)) }
}

/// The claim, project or whole that a line speaks of.
fn subject(line: &Value, decision: &Value) -> Value {
    let projects = decision["projects"].as_array().cloned().unwrap_or_default();
    let id = line.get("project_id");
    let project = match id {
        Some(id) => projects.iter().find(|it| it.get("project_id") == Some(id)),
        None => projects.first(),
    };
    match (line.get("clause"), project) {
        (Some(clause), Some(project)) => {
            let claims = project["claims"].as_array().cloned().unwrap_or_default();
            let mut claim = claims.into_iter().find(|it| it.get("clause") == Some(clause)).unwrap_or(Value::Null);
            if let (Some(id), Some(claim)) = (id, claim.as_object_mut()) {
                claim.insert("project_id".to_owned(), id.clone());
            }
            claim
        }
        (None, Some(project)) if id.is_some() || line.get("payable").is_some() || line.get("chosen").is_some() => {
            project.clone()
        }
        _ => decision.clone(),
    }
}

/// Whether an expectation has an empty object, which any object would satisfy, where there is something to say.
fn says_nothing(wanted: &Value, found: &Value) -> bool {
    match wanted {
        Value::Object(map) => {
            map.is_empty() && *found != json!({}) || map.iter().any(|(key, value)| says_nothing(value, &found[key]))
        }
        _ => false,
    }
}

/// `found` with the keys that `wanted` has, and in whole where `wanted` has an empty object.
fn whole(wanted: &Value, found: &Value) -> Value {
    match wanted {
        Value::Object(map) if map.is_empty() => found.clone(),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (key.clone(), whole(value, &found[key]))).collect())
        }
        _ => found.clone(),
    }
}

/// `found` with the keys that `wanted` has.
fn pruned(wanted: &Value, found: &Value) -> Value {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            let keys = wanted.iter().filter_map(|(key, value)| Some((key.clone(), pruned(value, found.get(key)?))));
            Value::Object(keys.collect())
        }
        _ => found.clone(),
    }
}

/// An expectation for a decision that has none yet.
fn fresh(decision: &Value) -> String {
    if decision.get("error").is_some() {
        let keys = ["error", "code", "path"];
        let map: Map<String, Value> =
            keys.iter().filter_map(|key| Some(((*key).to_owned(), decision.get(*key)?.clone()))).collect();
        return format!("{}\n", line_of(&Value::Object(map)));
    }
    let projects = decision["projects"].as_array().cloned().unwrap_or_default();
    let several = projects.len() > 1;
    let mut written = String::new();
    for project in &projects {
        for claim in project["claims"].as_array().into_iter().flatten() {
            written.push_str(&format!("{}\n", line_of(&telling(claim, several.then(|| &project["project_id"])))));
        }
        let mut line = Map::new();
        if several {
            line.insert("project_id".to_owned(), project["project_id"].clone());
        }
        line.insert("payable".to_owned(), project["payable"].clone());
        if project["payable"] != project["payment"] {
            line.insert("payment".to_owned(), project["payment"].clone());
        }
        written.push_str(&format!("{}\n", line_of(&Value::Object(line))));
    }
    if several {
        let total =
            json!({"total": {"guaranteed": decision["total"]["guaranteed"], "maximum": decision["total"]["maximum"]}});
        written.push_str(&format!("{}\n", line_of(&total)));
    }
    written
}

fn telling(claim: &Value, project: Option<&Value>) -> Value {
    let mut line = Map::new();
    if let Some(id) = project {
        line.insert("project_id".to_owned(), id.clone());
    }
    line.insert("clause".to_owned(), claim["clause"].clone());
    line.insert("kind".to_owned(), claim["kind"].clone());
    if !claim["amount"].is_null() {
        line.insert("amount".to_owned(), claim["amount"].clone());
    } else if claim["monetary"] == true && claim["kind"] != "invalid_input" {
        line.insert("minimum".to_owned(), claim["minimum"].clone());
        line.insert("maximum".to_owned(), claim["maximum"].clone());
    }
    for key in TELLING {
        let value = &claim[key];
        if !value.is_null() && *value != false && *value != json!([]) || key == "target_met" && claim.get(key).is_some()
        {
            line.insert(key.to_owned(), value.clone());
        }
    }
    for (key, value) in claim.as_object().into_iter().flatten().filter(|(key, _)| !PLAIN.contains(&key.as_str())) {
        line.insert(key.clone(), value.clone());
    }
    Value::Object(line)
}

/// JSON on one line with a blank after each comma and colon.
fn line_of(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let entries: Vec<String> =
                map.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), line_of(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(line_of).collect::<Vec<_>>().join(", ")),
        plain => plain.to_string(),
    }
}
