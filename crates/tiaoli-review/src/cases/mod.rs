//! Runs the golden cases of a package.

mod compare;
mod queue;
pub(crate) mod words;

use std::collections::BTreeMap;
use tiaoli_compiler::cases::{Case, Given, Outcome, Said};
use tiaoli_eval::application::Application;
use tiaoli_eval::program::{OptionId, Program};
use tiaoli_eval::selection::{Selection, select};
use tiaoli_json::{Node, Reader, Refused};
use tiaoli_source::{Code, Diagnostic, Problems, Span, Value};
pub(crate) use words::found;

/// What came of one case.
#[derive(Clone, Debug)]
pub struct Ran {
    /// The clauses asked for.
    pub ids: Vec<String>,
    /// What it shows.
    pub title: String,
    /// Where it stands.
    pub span: Span,
    /// Whether everything came out as expected.
    pub passed: bool,
    /// Whether a person stands for what is expected.
    pub confirmed: bool,
}

impl Ran {
    fn of(case: &Case, passed: bool) -> Self {
        Self { ids: case.ids.clone(), title: case.title.clone(), span: case.span, passed, confirmed: case.confirmed }
    }
}

/// Runs every case; what does not come out is reported at its place, and so is a case that nobody has confirmed.
pub fn run(program: &Program, cases: &[Case], problems: &mut Problems) -> Vec<Ran> {
    let reader = Reader::new(program);
    let mut selections: BTreeMap<Vec<OptionId>, Option<Selection>> = BTreeMap::new();
    let mut ran = Vec::new();
    for case in cases {
        let before = problems.len();
        if let Some(queue) = &case.queue {
            queue::run(program, &reader, &mut selections, case, queue, problems);
            ran.push(Ran::of(case, problems.len() == before));
            continue;
        }
        match reader.read(&node(&case.given)) {
            Err(refused) => problems.push(refusal(case, &refused)),
            Ok(application) => {
                for outcome in &case.outcomes {
                    let selection = selections
                        .entry(outcome.options.clone())
                        .or_insert_with(|| select(program, &outcome.options).ok());
                    match selection {
                        Some(selection) => {
                            let decision = tiaoli_eval::decide(program, selection, &application);
                            judge(program, case, outcome, &decision, problems);
                        }
                        None => problems.push(
                            Diagnostic::new(Code::CASE_READINGS_CLASH)
                                .at(outcome.expected.first().map_or(case.span, |it| it.span)),
                        ),
                    }
                }
            }
        }
        let passed = problems.len() == before;
        if passed && !case.confirmed {
            problems.push(Diagnostic::new(Code::CASE_UNCONFIRMED).at(case.span).arg("title", &case.title));
        }
        ran.push(Ran::of(case, passed));
    }
    ran
}

/// Whether everything that `outcome` expects comes out of `application`.
#[must_use]
pub(crate) fn passes(program: &Program, selection: &Selection, application: &Application, outcome: &Outcome) -> bool {
    let decision = tiaoli_eval::decide(program, selection, application);
    outcome.expected.iter().all(|expected| compare::differs(program, &decision, expected).is_none())
}

fn judge(
    program: &Program,
    case: &Case,
    outcome: &Outcome,
    decision: &tiaoli_eval::outcome::Decision,
    problems: &mut Problems,
) {
    for expected in &outcome.expected {
        if let Some(found) = compare::differs(program, decision, expected) {
            let more = match outcome.options.first() {
                None => Value::said("看这一步是怎么算的：tiaoli explain", "see how it was computed: tiaoli explain"),
                Some(_) => Value::said("这是另一种读法下的结果", "this is the result under another reading"),
            };
            let problem = Diagnostic::new(Code::CASE_FAILED)
                .at(expected.span)
                .arg("title", &case.title)
                .arg("expected", words::expected(program, &expected.kind, expected.power))
                .arg("found", found)
                .arg("more", more);
            problems.push(match &expected.clause {
                Some(clause) => problem.clause(clause),
                None => problem,
            });
        }
    }
}

fn refusal(case: &Case, refused: &Refused) -> Diagnostic {
    let why = Value::said(
        format!("{}（{}）", refused.message.zh, refused.path),
        format!("{} ({})", refused.message.en, refused.path),
    );
    Diagnostic::new(Code::CASE_REFUSED).at(case.span).arg("title", &case.title).arg("why", why)
}

/// The application of a case, in the shape of the contract.
#[must_use]
pub fn node(given: &Given) -> Node {
    let text = |text: &str| Node::Text(text.to_owned());
    let facts = |facts: &BTreeMap<String, Said>| {
        facts.iter().map(|(alias, said)| (alias.clone(), value(said))).collect::<Vec<_>>()
    };
    let mut map = vec![
        ("as_of".to_owned(), given.as_of.map_or(Node::Null, |date| Node::Text(date.to_string()))),
        ("assume_in_force".to_owned(), Node::Bool(given.assume_in_force)),
    ];
    map.extend(facts(&given.application));
    map.push(("applicant".to_owned(), Node::Map(facts(&given.applicant))));
    let project = |it: &tiaoli_compiler::cases::Project| {
        Node::Map(vec![
            ("project_id".to_owned(), text(&it.id)),
            ("claims".to_owned(), Node::List(it.claims.iter().map(|id| text(id)).collect())),
            ("facts".to_owned(), Node::Map(facts(&it.facts))),
        ])
    };
    map.push(("projects".to_owned(), Node::List(given.projects.iter().map(project).collect())));
    let payment = |it: &tiaoli_compiler::cases::Payment| {
        let key = it.key.as_deref().map_or(Node::Null, text);
        Node::Map(vec![
            ("project_id".to_owned(), text(&it.project)),
            ("key".to_owned(), key),
            ("clause".to_owned(), text(&it.clause)),
            ("amount".to_owned(), text(&it.amount)),
            ("year".to_owned(), Node::Number(it.year.to_string())),
            ("level".to_owned(), text(&it.level)),
            ("is_upstream_base_grant".to_owned(), Node::Bool(it.base_grant)),
        ])
    };
    map.push(("prior_awards".to_owned(), Node::List(given.payments.iter().map(payment).collect())));
    Node::Map(map)
}

fn value(said: &Said) -> Node {
    match said {
        Said::Truth(value) => Node::Bool(*value),
        Said::Text(text) => Node::Text(text.clone()),
        Said::Year(year) => Node::Number(year.to_string()),
        Said::Rows(of) => {
            let row = |(_, facts): &(Option<String>, BTreeMap<String, Said>)| {
                Node::Map(facts.iter().map(|(alias, said)| (alias.clone(), value(said))).collect())
            };
            let rows = Node::List(of.rows.iter().map(row).collect());
            if of.complete {
                return rows;
            }
            Node::Map(vec![("rows".to_owned(), rows), ("complete".to_owned(), Node::Bool(false))])
        }
        Said::List(items) => Node::List(items.iter().map(|item| item.as_ref().map_or(Node::Null, value)).collect()),
    }
}
