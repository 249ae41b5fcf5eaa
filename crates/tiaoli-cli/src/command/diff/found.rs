//! A change as findings, for formats of tools: each at its place in the new policy, or of no place where it is gone.

use super::written::Written;
use crate::render::{Check, Findings};
use tiaoli::change::{Example, Integrators};
use tiaoli::{Code, Compiled, Diagnostic, Lang, Span, Value};

/// The results of an example or case: clause, before, now.
type Results = [(String, String, String)];

/// Every difference; with `denied` the run fails on it.
pub(super) fn findings(written: &Written<'_>, new: &Compiled, denied: bool) -> Findings {
    let change = written.change;
    let clause = |id: &str| new.document.span_of(id).or_else(|| under(new, id));
    let said = |fate| Value::said(Written::fate(fate, Lang::Zh), Written::fate(fate, Lang::En));
    let mut found = Vec::new();
    for it in &change.clauses {
        let words = if it.after.is_empty() { &it.before } else { &it.after };
        let problem = Diagnostic::new(Code::CLAUSE_DIFFERS).arg("id", &it.id).arg("fate", said(it.fate));
        found.push((clause(&it.id), problem.arg("words", words.trim())));
    }
    for it in &change.rules {
        let problem = Diagnostic::new(Code::RULE_DIFFERS).arg("id", &it.id).arg("fate", said(it.fate));
        found.push((clause(&it.id), problem.arg("example", example(it.example.as_ref()))));
    }
    for it in &change.vocabulary {
        let means = match it.integrators {
            Integrators::Breaks => Value::said("须跟着改", "must be followed"),
            Integrators::More => Value::said("不影响原来的申请", "applications as before are still read"),
        };
        let problem = Diagnostic::new(Code::NAME_DIFFERS).arg("name", &it.name).arg("what", it.what.clone());
        found.push((None, problem.arg("means", means)));
    }
    for it in &change.cases {
        let place = new.cases.iter().find(|case| case.title == it.title).map(|case| case.span);
        let refused = it.refused.clone();
        let results = refused.unwrap_or_else(|| Value::said(results(&it.results, "，"), results(&it.results, ", ")));
        found.push((place, Diagnostic::new(Code::CASE_MOVED).arg("title", &it.title).arg("results", results)));
    }
    let check = |(place, problem): (Option<Span>, Diagnostic)| {
        let problem = place.map_or_else(|| problem.clone(), |span| problem.clone().at(span));
        Check { group: "diff".to_owned(), name: problem.message(Lang::En), place, found: vec![problem], failed: denied }
    };
    Findings { verb: "diff", checks: found.into_iter().map(check).collect() }
}

/// The first clause of an article.
fn under(new: &Compiled, id: &str) -> Option<Span> {
    let first = *new.document.under(id).first()?;
    new.document.span_of(new.document.clauses.get(first)?.id.as_str())
}

fn example(it: Option<&Example>) -> Value {
    let Some(it) = it else { return Value::from("") };
    let said = |lead: &str, comma: &str| {
        let change: String = it.change.iter().map(|(fact, value)| format!("{comma}{fact} {value}")).collect();
        format!("{lead}「{}」{change}{comma}{}", it.near, results(&it.results, comma))
    };
    Value::said(said("：例如 同", "，"), said(": for example as in ", ", "))
}

fn results(results: &Results, comma: &str) -> String {
    results.iter().map(|(clause, one, other)| format!("{clause} {one} → {other}")).collect::<Vec<_>>().join(comma)
}
