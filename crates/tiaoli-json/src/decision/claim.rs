//! One claim of a decision as JSON.

use super::sum;
use crate::keys;
use serde_json::{Map, Value, json};
use tiaoli_eval::outcome::{
    ClaimDecision, Decision, Kind, Lost, Outcome, PaidPart, ProjectDecision, Reason, RowDecision, Scenarios,
};
use tiaoli_eval::program::{DefinitionId, FactId, Program};

/// One claim. What it shows, its title, why it lost and its rows stand only where they apply.
pub(super) fn claim(program: &Program, decision: &Decision, project: &ProjectDecision, claim: &ClaimDecision) -> Value {
    let proved = decision.total.is_ok();
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| {
        // A value shown under a name of the contract would be taken for it: the contract's own stands.
        object.entry(key).or_insert(value);
    };
    put(keys::CLAUSE, claim.asked.as_str().into());
    // A claim of another policy says of which.
    let companion = claim.rule.and_then(|rule| program.rules.get(rule)?.policy);
    if let Some(companion) = companion.and_then(|it| program.companions.get(it)) {
        put("policy", companion.policy.short().into());
    }
    let readings = claim.readings.iter().filter_map(|id| program.readings.get(*id)).map(|it| it.id.as_str());
    let mut readings = Some(readings.collect::<Value>());
    for (key, value) in of_outcome(program, &claim.outcome) {
        put(&key, value);
        if let Some(readings) = readings.take_if(|_| key == "needs") {
            put("readings", readings);
        }
    }
    if let Some(met) = claim.target_met {
        put("target_met", met.into());
    }
    if let Some(title) = &claim.outcome.title {
        put("title", title.as_str().into());
    }
    for (key, value) in beside(&claim.outcome) {
        put(key, value);
    }
    if proved {
        for (key, of) in [("plan", &claim.plan), ("payees", &claim.payees), ("payers", &claim.payers)] {
            if !of.is_empty() {
                put(key, parts(of));
            }
        }
    }
    if proved && claim.lost != Scenarios::default() {
        put("lost", both_lost(program, decision, project, claim.lost));
    }
    if let Some(listed) = &claim.rows {
        put("rows", listed.rows.iter().map(|it| row(program, decision, project, it)).collect());
        put("further_rows", listed.further.is_some().into());
    }
    for (key, _, amount) in &claim.outcome.shows {
        put(key, sum(*amount));
    }
    Value::Object(object)
}

/// What stands beside the contract only where it applies: that it must be paid back; a quantity of what is no money.
fn beside(outcome: &Outcome) -> Vec<(&'static str, Value)> {
    let mut beside = Vec::new();
    if outcome.recovery {
        beside.push(("recovery", true.into()));
    }
    if let Some(unit) = &outcome.unit {
        let known = outcome.maximum.filter(|most| most.total_cmp(outcome.minimum).is_eq());
        let amount = sum(known.filter(|_| outcome.kind == Kind::InKind));
        let (minimum, maximum) = (sum(Some(outcome.minimum)), sum(outcome.maximum));
        beside.push((
            "quantity",
            json!({ "unit": unit.to_string(), "amount": amount, "minimum": minimum, "maximum": maximum }),
        ));
    }
    beside
}

/// Instalments, payees or payers with what each is paid.
fn parts(of: &[PaidPart]) -> Value {
    let one = |it: &PaidPart| {
        let (guaranteed, maximum) = (sum(it.paid.guaranteed), sum(it.paid.maximum));
        json!({ "name": it.name, "guaranteed": guaranteed, "maximum": maximum })
    };
    of.iter().map(one).collect()
}

/// One row of a claim on a list: its place, its own outcome, and what is payable for it.
fn row(program: &Program, decision: &Decision, project: &ProjectDecision, it: &RowDecision) -> Value {
    let mut object = Map::new();
    object.insert("row".to_owned(), position(&it.position));
    object.extend(of_outcome(program, &it.outcome));
    object.extend(beside(&it.outcome).into_iter().map(|(key, value)| (key.to_owned(), value)));
    if decision.total.is_ok() {
        object.insert("payable".to_owned(), super::sums(&it.payable));
        if it.lost != Scenarios::default() {
            object.insert("lost".to_owned(), both_lost(program, decision, project, it.lost));
        }
    }
    for (key, _, amount) in &it.outcome.shows {
        object.entry(key.as_str()).or_insert(sum(*amount));
    }
    Value::Object(object)
}

/// The number of a row in its list, from one; of a list inside a list, the numbers of both.
fn position(of: &[usize]) -> Value {
    match of {
        [one] => (*one).into(),
        several => several.iter().copied().collect(),
    }
}

/// What every outcome says, in the order of the contract.
fn of_outcome(program: &Program, outcome: &Outcome) -> Vec<(String, Value)> {
    let [amount, minimum, maximum] = money(outcome);
    let entries: [(&str, Value); 10] = [
        ("kind", outcome.kind.word().into()),
        (keys::AMOUNT, amount),
        ("minimum", minimum),
        ("maximum", maximum),
        ("monetary", outcome.monetary.into()),
        ("discretionary", outcome.discretionary.into()),
        ("clamped", outcome.clamped.into()),
        ("needs", outcome.needs.iter().map(|fact| alias(program, *fact)).collect()),
        ("because", outcome.because.iter().map(|reason| word(program, *reason)).collect()),
        ("decided_by", outcome.decided_by.map_or(Value::Null, |fact| alias(program, fact).into())),
    ];
    let mut entries: Vec<(String, Value)> = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    // The definitions behind a refusal, where there are any.
    if !outcome.terms.is_empty() {
        let name = |id: &DefinitionId| Some(program.definitions.get(*id)?.name.alias.as_str());
        entries.push(("definitions".to_owned(), outcome.terms.iter().filter_map(name).collect()));
    }
    entries
}

/// Amount, minimum and maximum: all null for what is not money; one amount only where the kind has one.
fn money(outcome: &Outcome) -> [Value; 3] {
    if !outcome.monetary {
        return [Value::Null, Value::Null, Value::Null];
    }
    let one = match outcome.kind {
        Kind::Fixed | Kind::Rate | Kind::None => Some(outcome.minimum),
        Kind::Recovery => outcome.maximum.filter(|most| most.total_cmp(outcome.minimum).is_eq()),
        Kind::UpTo
        | Kind::Range
        | Kind::Referral
        | Kind::CaseByCase
        | Kind::Entitlement
        | Kind::InKind
        | Kind::Undetermined
        | Kind::InvalidInput => None,
    };
    [sum(one), sum(Some(outcome.minimum)), sum(outcome.maximum)]
}

fn alias(program: &Program, fact: FactId) -> &str {
    program.facts.get(fact).map(|it| it.name.alias.as_str()).unwrap_or_default()
}

fn word(program: &Program, reason: Reason) -> &str {
    match reason {
        Reason::NotInForce => "not_in_force",
        Reason::BeforeIssue => "before_issue",
        Reason::NoAward => "no_award",
        Reason::ZeroSum => "zero_sum",
        Reason::NotRuled => "not_ruled",
        Reason::NoCalendar => "no_calendar",
        Reason::Fact(fact) => alias(program, fact),
    }
}

fn both_lost(program: &Program, decision: &Decision, project: &ProjectDecision, of: Scenarios<Option<Lost>>) -> Value {
    let one = |lost_in| lost(program, decision, project, lost_in);
    json!({ "guaranteed": one(of.guaranteed), "maximum": one(of.maximum) })
}

fn lost(program: &Program, decision: &Decision, project: &ProjectDecision, lost: Option<Lost>) -> Value {
    let clause = |position: usize| project.claims.get(position).map(|claim| claim.asked.as_str());
    match lost {
        None => Value::Null,
        Some(Lost::Lower { than }) => json!({ "why": "lower", "than": clause(than) }),
        Some(Lost::Tie { with }) => json!({ "why": "tie", "with": clause(with) }),
        Some(Lost::LimitUsed { limit }) => {
            let stated =
                program.limits.get(limit).and_then(|it| program.clauses.get(it.clause)).map(|it| it.id.as_str());
            json!({ "why": "limit_used", "limit": stated })
        }
        Some(Lost::EarlierPayment) => json!({ "why": "earlier_payment" }),
        Some(Lost::Uncertain) => json!({ "why": "uncertain" }),
        Some(Lost::NotChosen) => json!({ "why": "not_chosen" }),
        Some(Lost::Waits { first }) => {
            json!({ "why": "waits", "for": program.rules.get(first).map(|rule| rule.id.as_str()) })
        }
        Some(Lost::Elsewhere { project }) => {
            let id = decision.projects.get(project).map(|it| it.id.as_str());
            json!({ "why": "elsewhere", "project": id })
        }
    }
}
