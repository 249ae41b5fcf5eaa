//! Why a condition failed: the facts that would have to differ, and the definitions through which they were looked at.

use super::cell::{Cell, Truth};
use super::domain::Values;
use crate::application::Application;
use crate::program::{DefinitionId, FactId, NodeId, Op, Program, Value};
use crate::table::Table;
use std::collections::BTreeSet;

/// The values of one run, with what they are values of.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) program: &'a Program,
    pub(super) application: &'a Application,
    pub(super) values: &'a Values<Vec<Cell>>,
}

impl Run<'_> {
    /// The value of a node for one row; what was not computed is too large to be used.
    pub(super) fn cell(&self, node: NodeId, row: usize) -> Cell {
        self.values.get(node).and_then(|column| column.get(row)).copied().unwrap_or(Cell::TooLarge)
    }

    fn truth(&self, node: NodeId, row: usize) -> Truth {
        self.cell(node, row).truth()
    }
}

/// What a failed condition rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Blamed {
    /// The facts that would have to differ.
    pub(super) facts: BTreeSet<FactId>,
    /// The definitions that stand between the condition and those facts.
    pub(super) terms: BTreeSet<DefinitionId>,
}

/// The facts on which a truth rests that is `wanted` where it should not be, added to `blamed`.
pub(super) fn blame(run: Run<'_>, node: NodeId, row: usize, wanted: Truth, blamed: &mut Blamed) {
    let Some(it) = run.program.nodes.get(node) else { return };
    if let Some(fact) = it.about {
        blamed.facts.insert(fact);
        return;
    }
    let turned = if wanted == Truth::False { Truth::True } else { Truth::False };
    match &it.op {
        Op::Fact(fact) | Op::Given(fact) => {
            blamed.facts.insert(*fact);
        }
        Op::Defined(term) => {
            blamed.terms.insert(*term);
            it.args.iter().for_each(|arg| blame(run, *arg, row, wanted, blamed));
        }
        Op::Not => it.args.iter().for_each(|arg| blame(run, *arg, row, turned, blamed)),
        Op::All | Op::Any => {
            for arg in it.args.iter().filter(|arg| run.truth(**arg, row) == wanted) {
                blame(run, *arg, row, wanted, blamed);
            }
        }
        Op::Choose => blame_choice(run, &it.args, row, wanted, blamed),
        Op::Spread => {
            let parent = run.application.rows.get(it.level).map_or(0, |rows| rows.parent_of(row));
            it.args.iter().for_each(|arg| blame(run, *arg, parent, wanted, blamed));
        }
        _ => facts_under(run.program, node, blamed),
    }
}

/// A case distinction: the case that applies is to blame; where none does, what was distinguished.
fn blame_choice(run: Run<'_>, args: &[NodeId], row: usize, wanted: Truth, blamed: &mut Blamed) {
    let Some((otherwise, arms)) = args.split_last() else { return };
    let mut possible = false;
    for arm in arms.chunks_exact(2) {
        let [guard, value] = arm else { continue };
        match run.truth(*guard, row) {
            Truth::False => {}
            Truth::Unknown => {
                possible = true;
                blame(run, *value, row, wanted, blamed);
            }
            Truth::True => return blame(run, *value, row, wanted, blamed),
        }
    }
    if !is_constant(run.program, *otherwise) {
        blame(run, *otherwise, row, wanted, blamed);
    } else if !possible {
        arms.iter().step_by(2).for_each(|guard| blame(run, *guard, row, Truth::False, blamed));
    }
}

fn is_constant(program: &Program, node: NodeId) -> bool {
    program.nodes.get(node).is_some_and(|it| matches!(it.op, Op::Const(Value::Truth(_))))
}

/// The facts under a node, stopping where a node stands for a fact.
fn facts_under(program: &Program, node: NodeId, blamed: &mut Blamed) {
    let mut seen: Table<NodeId, bool> = program.nodes.ids().map(|_| false).collect();
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        let Some(it) = program.nodes.get(node) else { continue };
        match seen.get_mut(node) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        match (it.about, &it.op) {
            (Some(fact), _) => {
                blamed.facts.insert(fact);
            }
            (None, Op::Fact(fact)) => {
                blamed.facts.insert(*fact);
            }
            (None, Op::Defined(term)) => {
                blamed.terms.insert(*term);
                open.extend(&it.args);
            }
            _ => open.extend(&it.args),
        }
    }
}
