//! What one case shows, read off the traces of its claims.

use super::{Comes, Known, What};
use crate::cases::node;
use std::collections::BTreeSet;
use tiaoli_compiler::cases::Case;
use tiaoli_eval::application::Application;
use tiaoli_eval::claim::{self, Claims, Truth};
use tiaoli_eval::outcome::{Amount, Decision, Kind, Lost};
use tiaoli_eval::program::{NodeId, Op, Program, RuleId};
use tiaoli_eval::selection::{Selection, select};
use tiaoli_eval::trace::{Step, trace};

/// What a case shows, under every reading that it asks for.
pub(super) fn of(program: &Program, case: &Case) -> BTreeSet<What> {
    let mut seen = BTreeSet::new();
    let Ok(application) = tiaoli_json::read(program, &node(&case.given)) else { return seen };
    for outcome in &case.outcomes {
        seen.extend(outcome.options.iter().map(|option| What::Reading(*option)));
        let Ok(selection) = select(program, &outcome.options) else { continue };
        let claims = claim::decide(program, &selection, &application);
        let decision = tiaoli_eval::settle::settle(program, &selection, &application, claims.clone());
        let here = Seen { program, selection: &selection, application: &application, claims: &claims };
        for (project, it) in decision.projects.iter().enumerate() {
            for claim in &it.claims {
                let Some(rule) = claim.rule else { continue };
                seen.insert(What::Outcome(rule, comes(claim.outcome.kind)));
                here.traces(rule, project, &mut seen);
            }
        }
        here.limits(&decision, &mut seen);
    }
    seen
}

fn comes(kind: Kind) -> Comes {
    match kind {
        Kind::None | Kind::InvalidInput => Comes::Refusal,
        Kind::Undetermined => Comes::Open,
        _ => Comes::Award,
    }
}

struct Seen<'a> {
    program: &'a Program,
    selection: &'a Selection,
    application: &'a Application,
    claims: &'a Claims,
}

impl Seen<'_> {
    /// What the traces of one claim show, row by row.
    fn traces(&self, rule: RuleId, project: usize, seen: &mut BTreeSet<What>) {
        let Some(level) = self.selection.rules.get(rule).map(|it| it.level) else { return };
        for row in self.program.rows_of(self.application, level, project) {
            let trace = trace(self.program, self.selection, self.application, self.claims, rule, row);
            for step in &trace.steps {
                self.step(rule, step, seen);
            }
        }
    }

    fn step(&self, rule: RuleId, step: &Step, seen: &mut BTreeSet<What>) {
        match step.value.truth() {
            _ if step.ty != tiaoli_eval::program::Ty::Truth => {}
            Truth::True => drop(seen.insert(What::Condition(rule, step.node, Known::Holds))),
            Truth::False => drop(seen.insert(What::Condition(rule, step.node, Known::Fails))),
            Truth::Unknown => drop(seen.insert(What::Condition(rule, step.node, Known::Unknown))),
        }
        let Some(args) = self.program.nodes.get(step.node).map(|it| it.args.as_slice()) else { return };
        match step.op {
            Op::Choose => seen.extend(self.applies(args, step.row).map(|n| What::Branch(rule, step.node, n))),
            Op::Least => seen.extend(self.extreme(args, step.row, true).map(|n| What::Least(rule, step.node, n))),
            Op::Greatest => {
                seen.extend(self.extreme(args, step.row, false).map(|n| What::Greatest(rule, step.node, n)))
            }
            _ => {}
        }
    }

    fn truth(&self, node: NodeId, row: usize) -> Truth {
        self.claims.values.get(node).and_then(|column| column.get(row)).map_or(Truth::Unknown, |cell| cell.truth())
    }

    /// The case that certainly applies.
    fn applies(&self, args: &[NodeId], row: usize) -> Option<usize> {
        for (n, arm) in args.chunks(2).enumerate() {
            match arm {
                [guard, _] => match self.truth(*guard, row) {
                    Truth::True => return Some(n),
                    Truth::False => {}
                    Truth::Unknown => return None,
                },
                _ => return Some(n),
            }
        }
        None
    }

    /// Which of several known figures is the least, or the greatest; none where two are equal.
    fn extreme(&self, args: &[NodeId], row: usize, least: bool) -> Option<usize> {
        let figure = |node: &NodeId| {
            self.claims.values.get(*node).and_then(|column| column.get(row)).and_then(|cell| cell.range().as_point())
        };
        let figures: Vec<i128> = args.iter().map(figure).collect::<Option<_>>()?;
        let found = if least { figures.iter().min() } else { figures.iter().max() }?;
        let at = figures.iter().position(|it| it == found)?;
        (figures.iter().filter(|it| *it == found).count() == 1).then_some(at)
    }

    /// Shared limits of the claims that were chosen, or that lost to a limit.
    fn limits(&self, decision: &Decision, seen: &mut BTreeSet<What>) {
        for project in &decision.projects {
            for (index, claim) in project.claims.iter().enumerate() {
                let Some(rule) = claim.rule else { continue };
                let Some(active) = self.selection.rules.get(rule) else { continue };
                for (n, limit) in active.form.limits.iter().enumerate() {
                    if claim.lost.maximum == Some(Lost::LimitUsed { limit: *limit }) {
                        seen.insert(What::Limit(rule, n, true));
                    }
                    if project.chosen.maximum.contains(&index)
                        && let (Some(paid), Some(due)) = (project.payable.maximum, claim.outcome.maximum)
                    {
                        seen.insert(What::Limit(rule, n, less(paid, due)));
                    }
                }
            }
        }
    }
}

fn less(paid: Amount, due: Amount) -> bool {
    paid.total_cmp(due).is_lt()
}
