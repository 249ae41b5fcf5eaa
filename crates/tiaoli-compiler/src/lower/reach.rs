//! Conditions that can never hold, or always do: found by running the program with nothing known.

use super::SourceMap;
use std::collections::BTreeMap;
use tiaoli_eval::application::{Application, Project, Rows, Slot};
use tiaoli_eval::claim::{Knowledge, Live, Truth, run};
use tiaoli_eval::date::Date;
use tiaoli_eval::program::{Absence, FactId, Gate, GateKind, MemberSet, NodeId, Op, Place, Program, Rule};
use tiaoli_eval::table::Table;
use tiaoli_source::{Code, Diagnostic, Problems};

/// Warns of conditions that no input can change, rule by rule, as the document is read by default.
pub(super) fn check(program: &Program, map: &SourceMap, problems: &mut Problems) {
    let application = nothing_known(program);
    let gates = program.rules.iter().flat_map(|(_, rule)| by_default(rule)).map(|gate| gate.node);
    let values = run(program, &Live::under(program, gates), &mut Knowledge::new(program, &application, &[]));
    for (_, rule) in program.rules.iter() {
        let mut sets: BTreeMap<FactId, MemberSet> = BTreeMap::new();
        for gate in by_default(rule).filter(|gate| matches!(gate.kind, GateKind::Scope | GateKind::Condition)) {
            if optional(program, gate.node) || program.facts_under([gate.node]).is_empty() {
                continue;
            }
            let truth =
                values.get(gate.node).and_then(|column| column.first()).map_or(Truth::Unknown, |cell| cell.truth());
            let clause = program.clauses.get(gate.clause).map(|clause| clause.id.as_str()).unwrap_or_default();
            let mut report = |code: Code| {
                let problem = Diagnostic::new(code).clause(clause);
                problems.push(match map.get(gate.node) {
                    Some(span) => problem.at(*span),
                    None => problem,
                });
            };
            match truth {
                // Every member has its figure: the list is there for the figures.
                Truth::True if in_step(program, rule, gate.node) => {}
                Truth::True => report(Code::ALWAYS_HOLDS),
                Truth::False => report(Code::CANNOT_HOLD),
                Truth::Unknown => {
                    let Some((fact, set)) = members(program, gate.node) else { continue };
                    let left = sets.get(&fact).map_or(set, |known| known.intersection(set));
                    if left.is_empty() {
                        report(Code::CANNOT_HOLD);
                    }
                    sets.insert(fact, left);
                }
            }
        }
    }
}

fn by_default(rule: &Rule) -> impl Iterator<Item = &Gate> {
    rule.gates.iter().filter(|(when, _)| when.applies(&[])).map(|(_, gate)| gate)
}

/// The members that a condition on one fact allows.
fn members(program: &Program, node: NodeId) -> Option<(FactId, MemberSet)> {
    let it = program.nodes.get(node)?;
    let Op::In(set) = it.op else { return None };
    let mut of = *it.args.first()?;
    loop {
        let it = program.nodes.get(of)?;
        match it.op {
            Op::Fact(fact) => return Some((fact, set)),
            Op::Spread => of = *it.args.first()?,
            _ => return None,
        }
    }
}

/// Whether what a condition looks at chooses among the figures of the award.
fn in_step(program: &Program, rule: &Rule, gate: NodeId) -> bool {
    let of =
        |node: NodeId| program.nodes.get(node).filter(|it| matches!(it.op, Op::In(_))).and_then(|it| it.args.first());
    let Some(looked_at) = of(gate) else { return false };
    let sums = rule.forms.iter().filter_map(|(_, form)| form.sum);
    Live::under(program, sums)
        .iter()
        .filter_map(|node| program.nodes.get(node))
        .any(|it| it.op == Op::Choose && it.args.iter().step_by(2).any(|guard| of(*guard) == Some(looked_at)))
}

/// Whether a condition rests on a fact whose absence says something.
fn optional(program: &Program, node: NodeId) -> bool {
    let says = |fact: &FactId| program.facts.get(*fact).is_some_and(|it| it.absence == Absence::None);
    program.facts_under([node]).iter().any(says)
}

/// An application of one project of which nothing is known.
fn nothing_known(program: &Program) -> Application {
    let rows: Table<_, Rows> = program
        .levels
        .iter()
        .map(|(_, level)| match level.place {
            Place::Application | Place::Applicant | Place::Project => Rows::single(1),
            // One row, so that conditions on a row are looked at, and perhaps others.
            Place::List(_) | Place::Values(_) => {
                let mut rows = Rows::empty();
                rows.push(1, false, false);
                rows
            }
        })
        .collect();
    let single = |fact: &tiaoli_eval::program::Fact| rows.get(fact.level).map_or(0, Rows::len);
    Application {
        applicant_id: None,
        as_of: Date::EPOCH,
        assume_in_force: false,
        facts: program.facts.iter().map(|(_, fact)| vec![Slot::Absent; single(fact) as usize]).collect(),
        rows: rows.clone(),
        projects: vec![Project { id: String::new(), claims: Vec::new() }],
        keys: Vec::new(),
        payments: Vec::new(),
        assumed: Vec::new(),
    }
}
