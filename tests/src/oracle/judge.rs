//! One claim, by trying every answer to what is unknown.

use serde_json::json;

use super::clauses::Asked;
use super::clauses::{Award, Case, RULES, Rule, What};
use super::dictionary;
use super::figure::Figure;
use super::force::Force;
use super::input::{Facts, Project};
use super::outcome::{Claim, Kind, Outcome};
use super::targets;
use super::validity;
use super::value::{self, Said, Value};

/// Decides one claim of a project.
pub(crate) fn judge(asked: &Asked, project: &Project, force: &Force) -> Claim {
    match &asked.what {
        What::Declaratory(_) => no_award(&asked.clause),
        What::Targets => targets::judge(&asked.clause, &project.facts),
        What::Rule(at) => judge_rule(&asked.clause, *at, &project.facts, force),
    }
}

/// The outcome of a clause that awards nothing.
pub(crate) fn no_award(clause: &str) -> Claim {
    Claim {
        clause: clause.to_owned(),
        rule: None,
        outcome: Outcome::nothing(),
        monetary: false,
        discretionary: false,
        clamped: false,
        needs: Vec::new(),
        because: Some(vec!["no_award"]),
        extra: vec![("decided_by", json!(null))],
    }
}

fn judge_rule(clause: &str, at: usize, facts: &Facts, force: &Force) -> Claim {
    let rule = &RULES[at];
    let mut claim = Claim {
        clause: clause.to_owned(),
        rule: Some(at),
        outcome: Outcome::nothing(),
        monetary: rule.monetary,
        discretionary: rule.discretionary,
        clamped: false,
        needs: Vec::new(),
        because: Some(Vec::new()),
        extra: Vec::new(),
    };
    if validity::impossible(rule, facts) {
        claim.outcome = Outcome::up_to(Kind::InvalidInput, Figure::zero());
        claim.because = None;
    } else if let Force::No(word) = force {
        claim.because = Some(vec![*word]);
    } else {
        let tried = try_every_answer(rule, facts);
        claim.clamped = tried.clamped;
        if tried.outcomes.iter().all(|outcome| outcome.kind == Kind::None) {
            claim.because = Some(if tried.failed.is_empty() { vec!["zero_sum"] } else { tried.failed });
        } else {
            let unissued = matches!(force, Force::Unknown);
            claim.outcome = together(&tried.outcomes, unissued);
            claim.needs.extend(unissued.then_some("policy_issue_date"));
            claim.needs.extend(tried.needs);
        }
    }
    claim.extra = extra(rule, facts, &claim);
    claim
}

/// What came of trying every answer, the policy being in force.
struct Tried {
    outcomes: Vec<Outcome>,
    /// The conditions that failed whatever was answered.
    failed: Vec<&'static str>,
    needs: Vec<&'static str>,
    /// Whether a decided sum was cut back whatever was answered, wherever there was an award at all.
    clamped: bool,
}

fn try_every_answer(rule: &Rule, facts: &Facts) -> Tried {
    let questions: Vec<(&'static str, Vec<Value>)> =
        rule.facts.iter().map(|alias| (*alias, possible(alias, facts))).collect();
    let open: Vec<&'static str> =
        questions.iter().filter(|(_, answers)| answers.len() > 1).map(|(alias, _)| *alias).collect();
    let decided = rule.decided_by.and_then(|alias| known_figure(facts, alias));

    let total: usize = questions.iter().map(|(_, answers)| answers.len()).product();
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut results = Vec::with_capacity(total);
    let mut failed: Option<Vec<&'static str>> = None;
    let (mut awards, mut cuts) = (0, 0);
    for number in 0..total {
        let mut rest = number;
        let answers: Vec<(&'static str, &Value)> = questions
            .iter()
            .map(|(alias, answers)| {
                let answer = &answers[rest % answers.len()];
                rest /= answers.len();
                (*alias, answer)
            })
            .collect();
        let ruling = (rule.award)(&Case { answers: &answers, open: &open, decided: decided.as_ref() });
        let cut = matches!(ruling.award, Award::Decided(_, true));
        let outcome = if ruling.failed.is_empty() { settled(ruling.award) } else { Outcome::nothing() };
        if outcome.kind != Kind::None {
            awards += 1;
            cuts += usize::from(cut);
        }
        failed = Some(match failed {
            None => ruling.failed,
            Some(earlier) => earlier.into_iter().filter(|alias| ruling.failed.contains(alias)).collect(),
        });
        let place = outcomes.iter().position(|earlier| *earlier == outcome).unwrap_or_else(|| {
            outcomes.push(outcome);
            outcomes.len() - 1
        });
        results.push(place);
    }
    Tried {
        needs: needed(&questions, &results),
        outcomes,
        failed: dictionary::in_order(&failed.unwrap_or_default()),
        clamped: awards > 0 && awards == cuts,
    }
}

/// The facts with which the result changes while every other answer stays.
fn needed(questions: &[(&'static str, Vec<Value>)], results: &[usize]) -> Vec<&'static str> {
    let mut stride = 1;
    let mut needed = Vec::new();
    for (alias, answers) in questions {
        let changes = (0..results.len())
            .filter(|number| number / stride % answers.len() != 0)
            .any(|number| results[number] != results[number - stride]);
        if changes {
            needed.push(*alias);
        }
        stride *= answers.len();
    }
    dictionary::in_order(&needed)
}

/// The one outcome that all answers give, or the bounds of what they give.
fn together(outcomes: &[Outcome], unissued: bool) -> Outcome {
    if let ([only], false) = (outcomes, unissued) {
        return only.clone();
    }
    let low = outcomes.iter().map(|outcome| outcome.low.clone()).min().unwrap_or_else(Figure::zero);
    let high = outcomes.iter().map(|outcome| outcome.high.clone()).max().unwrap_or_else(Figure::zero);
    let low = if unissued { Figure::zero() } else { low };
    Outcome { kind: Kind::Undetermined, low, high }
}

/// An award as an outcome. A sum that comes to nothing is no award.
fn settled(award: Award) -> Outcome {
    match award {
        Award::Fixed(sum) | Award::Rate(sum) | Award::UpTo(sum) | Award::Decided(sum, _) if sum.is_zero() => {
            Outcome::nothing()
        }
        Award::Fixed(sum) | Award::Decided(sum, _) => Outcome::exactly(Kind::Fixed, sum),
        Award::Rate(sum) => Outcome::exactly(Kind::Rate, sum),
        Award::UpTo(ceiling) => Outcome::up_to(Kind::UpTo, ceiling),
        Award::Referral => Outcome::up_to(Kind::Referral, Figure::Unbounded),
        Award::CaseByCase => Outcome::up_to(Kind::CaseByCase, Figure::Unbounded),
        Award::Right => Outcome::up_to(Kind::Entitlement, Figure::Unbounded),
    }
}

/// The answers that a fact may have: the one given, or every one.
fn possible(alias: &'static str, facts: &Facts) -> Vec<Value> {
    let counted = match alias {
        "ai_registered_share_pct" => share(facts, "ai_registered_count", "total_registered_count"),
        "ai_leased_area_share_pct" => share(facts, "ai_leased_area", "total_leased_area"),
        _ => None,
    };
    if let Some(share) = counted {
        return vec![Value::Figure(share)];
    }
    match (facts.get(alias), dictionary::fact(alias)) {
        (Some(Said::Known(value)), _) => vec![value.clone()],
        (_, Some(fact)) => value::answers(alias, fact.kind),
        (_, None) => panic!("{alias} is not in the dictionary"),
    }
}

/// A share by its counts, when both are given.
fn share(facts: &Facts, part: &str, total: &str) -> Option<Figure> {
    Some(Figure::share(&known_figure(facts, part)?, &known_figure(facts, total)?))
}

fn known_figure(facts: &Facts, alias: &str) -> Option<Figure> {
    match facts.get(alias) {
        Some(Said::Known(Value::Figure(figure))) => Some(figure.clone()),
        _ => None,
    }
}

fn extra(rule: &Rule, facts: &Facts, claim: &Claim) -> Vec<(&'static str, serde_json::Value)> {
    let kind = claim.outcome.kind;
    let mut extra = Vec::new();
    match rule.decided_by {
        None => extra.push(("decided_by", json!(null))),
        Some(alias) if matches!(kind, Kind::UpTo | Kind::Referral) => extra.push(("decided_by", json!(alias))),
        // Whether the field still names the sum once it was given, or while conditions are open, is not said.
        Some(_) => {}
    }
    let zero = kind == Kind::None && claim.because.as_deref() == Some(&["zero_sum"]);
    if rule.names[0] == "3.5.d" && (zero || matches!(kind, Kind::Entitlement | Kind::Undetermined)) {
        extra.push(("increment_base", json!(increment(facts).and_then(|sum| sum.text()))));
    }
    extra
}

/// The sum of the yearly increments over the base, once it is certain.
fn increment(facts: &Facts) -> Option<Figure> {
    let Some(Said::Known(Value::Figures(years))) = facts.get("three_year_district_contributions") else {
        return None;
    };
    if years.iter().all(Figure::is_zero) {
        return Some(Figure::zero());
    }
    let base = known_figure(facts, "prior_year_district_contribution")?;
    Some(years.iter().fold(Figure::zero(), |sum, year| sum.plus(&year.less(&base))))
}
