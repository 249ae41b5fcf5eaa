//! One claim of a decision, step by step, as data: what was asked, every step down to the facts, the document's words.

mod trace;

use crate::decision::decision;
use serde_json::{Value, json};
use tiaoli_eval::application::Application;
use tiaoli_eval::claim;
use tiaoli_eval::decide;
use tiaoli_eval::outcome::{ClaimDecision, Decision, ProjectDecision, RowDecision};
use tiaoli_eval::program::{Claimable, Clause, Program};
use tiaoli_eval::selection::Selection;
use tiaoli_eval::trace::Trace;

/// Which claim is to be explained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question<'q> {
    /// The id of a clause: the one asked for, or another of the same rule.
    pub clause: &'q str,
    /// The project; it need not be said where only one asks for the clause.
    pub project: Option<&'q str>,
    /// The row of a list, by its number from 1; it need not be said where there is only one.
    pub row: Option<&'q str>,
}

/// Why there is nothing to explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotThere {
    /// The application has no such thing; what there is instead.
    Lacks {
        /// What was looked for.
        what: Sought,
        /// The name that was asked for.
        id: String,
        /// The names that there are, sorted.
        known: Vec<String>,
    },
    /// Several projects ask for the clause.
    WhichProject(Vec<String>),
}

/// What a question looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// A project.
    Project,
    /// A claim.
    Claim,
    /// A row of a list.
    Row,
}

/// A claim with every step that led to it.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The decision that it is part of.
    pub decision: Decision,
    /// The position of its project in the decision.
    pub project: usize,
    /// Its position in the project.
    pub claim: usize,
    /// The position of the row among the claim's rows, where it is decided row by row and one was chosen.
    pub row: Option<usize>,
    /// The steps.
    pub trace: Trace,
}

/// Decides an application and explains one claim of it.
///
/// # Errors
///
/// [`NotThere`] where the question names nothing of the application.
pub fn explain(
    program: &Program,
    selection: &Selection,
    application: &Application,
    question: Question<'_>,
) -> Result<Explanation, NotThere> {
    let decision = decide(program, selection, application);
    let (project, claim) = find(program, &decision, question)?;
    let found = decision.projects.get(project).and_then(|it| it.claims.get(claim));
    let row = found.map_or(Ok(None), |it| row(it, question.row))?;
    let trace = found.map(|it| steps(program, selection, application, project, it, row)).unwrap_or_default();
    Ok(Explanation { decision, project, claim, row, trace })
}

fn steps(
    program: &Program,
    selection: &Selection,
    application: &Application,
    project: usize,
    claim: &ClaimDecision,
    row: Option<usize>,
) -> Trace {
    let claims = claim::decide(program, selection, application);
    let at = match &claim.rows {
        Some(listed) => row.and_then(|row| listed.rows.get(row)).map(|row| row.row),
        None => claim.rule.and_then(|rule| {
            let level = program.rules.get(rule)?.level;
            program.row_above(application, program.at_project(project), level)
        }),
    };
    match claim.rule.zip(at) {
        Some((rule, row)) => tiaoli_eval::trace::trace(program, selection, application, &claims, rule, row),
        None => Trace::default(),
    }
}

/// The positions of the project that is named, or of the only one that asks for the clause, and of its claim.
fn find(program: &Program, decision: &Decision, question: Question<'_>) -> Result<(usize, usize), NotThere> {
    let ids = |of: &[ProjectDecision]| of.iter().map(|it| it.id.clone()).collect();
    let all = || decision.projects.iter().enumerate();
    if let Some(named) = question.project {
        let found = all().find(|(_, it)| it.id == named);
        let (at, project) = found.ok_or_else(|| lacks(Sought::Project, named, ids(&decision.projects)))?;
        let asked = || project.claims.iter().map(|it| it.asked.clone()).collect();
        let claim = claim(program, project, question.clause);
        return claim.map(|claim| (at, claim)).ok_or_else(|| lacks(Sought::Claim, question.clause, asked()));
    }
    let asking: Vec<(usize, usize)> =
        all().filter_map(|(at, it)| Some((at, claim(program, it, question.clause)?))).collect();
    match asking.as_slice() {
        [one] => Ok(*one),
        [] => {
            let asked = decision.projects.iter().flat_map(|it| &it.claims).map(|it| it.asked.clone());
            Err(lacks(Sought::Claim, question.clause, asked.collect()))
        }
        several => Err(NotThere::WhichProject(
            several.iter().filter_map(|(at, _)| decision.projects.get(*at)).map(|it| it.id.clone()).collect(),
        )),
    }
}

/// The claim on a clause, by the id asked for or by another of the same rule.
fn claim(program: &Program, project: &ProjectDecision, clause: &str) -> Option<usize> {
    let rule = match program.claimable(clause) {
        Some(Claimable::Rule(rule)) => Some(*rule),
        _ => None,
    };
    project.claims.iter().position(|it| it.asked == clause || (rule.is_some() && it.rule == rule))
}

/// The row that is named, or the only one; none where there are several and none is named.
fn row(claim: &ClaimDecision, named: Option<&str>) -> Result<Option<usize>, NotThere> {
    let rows = claim.rows.as_ref().map(|listed| listed.rows.as_slice()).unwrap_or_default();
    match named {
        Some(named) => {
            let found = rows.iter().position(|row| row_name(row) == named);
            found.map(Some).ok_or_else(|| lacks(Sought::Row, named, rows.iter().map(row_name).collect()))
        }
        None => Ok((rows.len() == 1).then_some(0)),
    }
}

/// The name of a row of a list: `3`, or `2.3` for the third of the second.
#[must_use]
pub fn row_name(row: &RowDecision) -> String {
    row.position.iter().map(usize::to_string).collect::<Vec<_>>().join(".")
}

fn lacks(what: Sought, id: &str, mut known: Vec<String>) -> NotThere {
    known.sort_unstable();
    known.dedup();
    NotThere::Lacks { what, id: id.to_owned(), known }
}

impl Explanation {
    /// The project.
    #[must_use]
    pub fn project(&self) -> Option<&ProjectDecision> {
        self.decision.projects.get(self.project)
    }

    /// The claim.
    #[must_use]
    pub fn claim(&self) -> Option<&ClaimDecision> {
        self.project()?.claims.get(self.claim)
    }

    /// The row, where one was chosen.
    #[must_use]
    pub fn row(&self) -> Option<&RowDecision> {
        self.claim()?.rows.as_ref()?.rows.get(self.row?)
    }

    /// As JSON: the claim as in a decision, the steps, and the words of the clauses that the rule encodes.
    #[must_use]
    pub fn json(&self, program: &Program) -> Value {
        let mut decision = decision(program, &self.decision);
        let path = format!("/projects/{}/claims/{}", self.project, self.claim);
        let claim = decision.pointer_mut(&path).map_or(Value::Null, Value::take);
        let rule = self.claim().and_then(|it| program.rules.get(it.rule?));
        let clauses = rule.map(|rule| rule.clauses.as_slice()).unwrap_or_default();
        let words = |it: &Clause| json!({ "clause": it.id, "text": it.text });
        json!({
            "policy": decision.get("policy"),
            "as_of": decision.get("as_of"),
            "project_id": self.project().map(|it| it.id.as_str()),
            "claim": claim,
            "row": self.row().map(row_name),
            "trace": trace::trace(program, &self.trace),
            "document": clauses.iter().filter_map(|id| program.clauses.get(*id)).map(words).collect::<Vec<_>>(),
        })
    }
}
