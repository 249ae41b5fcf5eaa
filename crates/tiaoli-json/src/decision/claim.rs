//! One claim of a decision as JSON.

use super::sum;
use crate::keys;
use serde_json::{Map, Value, json};
use tiaoli_eval::outcome::{ClaimDecision, Kind, Lost, Outcome, ProjectDecision, Reason, Scenarios};
use tiaoli_eval::program::{FactId, Program};

/// One claim. What it shows, its title and why it lost stand only where they apply.
pub(super) fn claim(program: &Program, project: &ProjectDecision, claim: &ClaimDecision, proved: bool) -> Value {
    let outcome = &claim.outcome;
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| {
        // A value shown under a name of the contract would be taken for it: the contract's own stands.
        object.entry(key).or_insert(value);
    };
    put(keys::CLAUSE, claim.asked.as_str().into());
    put("kind", outcome.kind.word().into());
    let [amount, minimum, maximum] = money(outcome);
    put(keys::AMOUNT, amount);
    put("minimum", minimum);
    put("maximum", maximum);
    put("monetary", outcome.monetary.into());
    put("discretionary", outcome.discretionary.into());
    put("clamped", outcome.clamped.into());
    put("needs", outcome.needs.iter().map(|fact| alias(program, *fact)).collect());
    put(
        "readings",
        claim.readings.iter().filter_map(|id| program.readings.get(*id)).map(|it| it.id.as_str()).collect(),
    );
    put("because", outcome.because.iter().map(|reason| word(program, *reason)).collect());
    put("decided_by", outcome.decided_by.map_or(Value::Null, |fact| alias(program, fact).into()));
    if let Some(met) = claim.target_met {
        put("target_met", met.into());
    }
    if let Some(title) = &outcome.title {
        put("title", title.as_str().into());
    }
    if proved && claim.lost != Scenarios::default() {
        let (guaranteed, maximum) = (claim.lost.guaranteed, claim.lost.maximum);
        put(
            "lost",
            json!({ "guaranteed": lost(program, project, guaranteed), "maximum": lost(program, project, maximum) }),
        );
    }
    for (key, _, amount) in &outcome.shows {
        put(key, sum(*amount));
    }
    Value::Object(object)
}

/// Amount, minimum and maximum: all null for what is not money; one amount only where the kind has one.
fn money(outcome: &Outcome) -> [Value; 3] {
    if !outcome.monetary {
        return [Value::Null, Value::Null, Value::Null];
    }
    let one = match outcome.kind {
        Kind::Fixed | Kind::Rate | Kind::None => Some(outcome.minimum),
        Kind::UpTo
        | Kind::Range
        | Kind::Referral
        | Kind::CaseByCase
        | Kind::Entitlement
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
        Reason::Fact(fact) => alias(program, fact),
    }
}

fn lost(program: &Program, project: &ProjectDecision, lost: Option<Lost>) -> Value {
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
    }
}
