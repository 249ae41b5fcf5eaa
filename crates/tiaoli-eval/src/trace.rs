//! The trace of one claim: every step from the facts to the outcome, as data.
//!
//! A trace holds only what the claim rests on in this application: branches that were not taken and rows that were left
//! out are not in it. Each step names its operation, the steps it was computed from and its value, so an independent
//! checker can recompute every line from the lines before it.

use crate::application::{Application, Slot};
use crate::claim::{Cell, Claims, Truth};
use crate::program::{ClauseId, FactId, GateKind, NodeId, Op, Place, Program, RuleId, Ty};
use crate::selection::Selection;
use std::collections::BTreeMap;

/// Every step of one claim, each after those it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The steps.
    pub steps: Vec<Step>,
    /// The conditions, in the order in which they are looked at: kind, clause, step.
    pub gates: Vec<(GateKind, ClauseId, usize)>,
    /// The sum, where the award is money.
    pub sum: Option<usize>,
    /// The figure that must be above zero, where it is not the sum.
    pub positive: Option<usize>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The node of the program.
    pub node: NodeId,
    /// The row of the node's level.
    pub row: usize,
    /// What was done.
    pub op: Op,
    /// The steps it was done with. Of a choice, guard and value of each case up to the one that applies; of a fold, value
    /// and keep of each row, then the value for no row; of a place, keep and key of each row.
    pub args: Vec<usize>,
    /// The type of the value.
    pub ty: Ty,
    /// The value, known so far.
    pub value: Cell,
    /// The fact that the step reads or stands for.
    pub fact: Option<FactId>,
    /// Of a fold or a place: whether the list is known to be complete.
    pub complete: bool,
    /// Of a place: which row of its list it is the place of, from nought.
    pub own: Option<usize>,
}

/// The trace of `rule` for the row `row` of its level: for a rule of projects the project, for one of a list a row of it.
#[must_use]
pub fn trace(
    program: &Program,
    selection: &Selection,
    application: &Application,
    claims: &Claims,
    rule: RuleId,
    row: usize,
) -> Trace {
    let mut tracer = Tracer { program, application, claims, trace: Trace::default(), known: BTreeMap::new() };
    let Some(active) = selection.rules.get(rule) else { return Trace::default() };
    for gate in &active.gates {
        if let Some(step) = tracer.step(gate.node, row) {
            tracer.trace.gates.push((gate.kind, gate.clause, step));
        }
    }
    tracer.trace.sum = active.form.sum.and_then(|node| tracer.step(node, row));
    tracer.trace.positive = active.form.positive.and_then(|node| tracer.step(node, row));
    tracer.trace
}

struct Tracer<'a> {
    program: &'a Program,
    application: &'a Application,
    claims: &'a Claims,
    trace: Trace,
    known: BTreeMap<(NodeId, usize), usize>,
}

impl Tracer<'_> {
    fn cell(&self, node: NodeId, row: usize) -> Option<Cell> {
        self.claims.values.get(node)?.get(row).copied()
    }

    fn step(&mut self, node: NodeId, row: usize) -> Option<usize> {
        if let Some(step) = self.known.get(&(node, row)) {
            return Some(*step);
        }
        let it = self.program.nodes.get(node)?.clone();
        let value = self.cell(node, row)?;
        let mut complete = true;
        let mut own = None;
        let args = match &it.op {
            Op::Choose => self.choice(&it.args, row),
            Op::Fold(_) => {
                let below = self.program.nodes.get(*it.args.first()?)?.level;
                complete = self.application.rows.get(below).is_some_and(|rows| rows.is_complete(row));
                let rows = self.application.rows.get(below).map_or(0..0, |rows| rows.of(row));
                let each = rows.flat_map(|row| it.args.iter().take(2).map(move |arg| (*arg, row)));
                let otherwise = it.args.get(2).map(|arg| (*arg, row));
                each.chain(otherwise).filter_map(|(arg, row)| self.step(arg, row)).collect()
            }
            Op::Rank(_) => {
                let rows = self.application.rows.get(it.level)?;
                let parent = rows.parent_of(row);
                complete = rows.is_complete(parent);
                own = Some(row.saturating_sub(rows.of(parent).start));
                let each = rows.of(parent).flat_map(|row| it.args.iter().map(move |arg| (*arg, row)));
                each.filter_map(|(arg, row)| self.step(arg, row)).collect()
            }
            Op::Spread => {
                let parent = self.application.rows.get(it.level).map_or(0, |rows| rows.parent_of(row));
                it.args.iter().filter_map(|arg| self.step(*arg, parent)).collect()
            }
            _ => it.args.iter().filter_map(|arg| self.step(*arg, row)).collect(),
        };
        let fact = match it.op {
            Op::Fact(fact) | Op::Given(fact) => Some(fact),
            _ => it.about,
        };
        let index = self.trace.steps.len();
        self.trace.steps.push(Step { node, row, op: it.op, args, ty: it.ty, value, fact, complete, own });
        self.known.insert((node, row), index);
        Some(index)
    }

    /// Guard and value of each case that is possible, up to the one that certainly applies.
    fn choice(&mut self, args: &[NodeId], row: usize) -> Vec<usize> {
        let Some((otherwise, arms)) = args.split_last() else { return Vec::new() };
        let mut steps = Vec::new();
        for arm in arms.chunks_exact(2) {
            let [guard, value] = arm else { continue };
            let truth = self.cell(*guard, row).map_or(Truth::Unknown, Cell::truth);
            steps.extend(self.step(*guard, row));
            if truth != Truth::False {
                steps.extend(self.step(*value, row));
            }
            if truth == Truth::True {
                return steps;
            }
        }
        steps.extend(self.step(*otherwise, row));
        steps
    }
}

impl Trace {
    /// What the application says of the fact that a step reads.
    #[must_use]
    pub fn said(program: &Program, application: &Application, step: &Step) -> Option<Slot> {
        let fact = step.fact?;
        let level = program.facts.get(fact)?.level;
        let row = match program.levels.get(level)?.place {
            Place::Application | Place::Applicant => 0,
            Place::Project | Place::List(_) | Place::Values(_) => step.row,
        };
        application.facts.get(fact)?.get(row).copied()
    }
}
