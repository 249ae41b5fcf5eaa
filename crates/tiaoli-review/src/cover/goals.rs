//! The goals of a program, read off its rules.

use super::{Comes, Goal, Known, What};
use std::collections::BTreeSet;
use tiaoli_eval::program::{
    Absence, ClauseId, Effect, FactKind, FormKind, GateKind, MemberSet, NodeId, Op, Program, RuleId, Ty,
};
use tiaoli_eval::selection::{Active, select};
use tiaoli_eval::table::Table;
use tiaoli_source::Span;

/// Every goal of a program, under its chosen readings.
pub(super) fn of(program: &Program, places: &Table<NodeId, Span>) -> Vec<Goal> {
    let mut goals = Vec::new();
    let Ok(selection) = select(program, &[]) else { return goals };
    // A companion's rules are for its own cases to show.
    for (rule, active) in selection.rules.iter().filter(|(_, it)| it.policy.is_none()) {
        let mut rule_goals = Rule { program, places, rule, goals: Vec::new(), seen: BTreeSet::new() };
        rule_goals.conditions(active);
        rule_goals.sum(active);
        rule_goals.outcomes(active);
        goals.append(&mut rule_goals.goals);
    }
    for (id, option) in program.options.iter().filter(|(_, option)| option.effect == Effect::Changes) {
        let question = program.readings.get(option.reading).map(|it| it.id.as_str()).unwrap_or_default();
        if program.companions.iter().any(|(_, it)| question.starts_with(&format!("{} ", it.policy.short()))) {
            continue;
        }
        let rule = format!("{question} {}", option.id);
        goals.push(Goal { clause: rule.clone(), rule, what: What::Reading(id), words: None, hits: 0 });
    }
    goals
}

/// The goals of one rule as they are found.
struct Rule<'a> {
    program: &'a Program,
    places: &'a Table<NodeId, Span>,
    rule: RuleId,
    goals: Vec<Goal>,
    seen: BTreeSet<NodeId>,
}

impl Rule<'_> {
    fn push(&mut self, clause: ClauseId, what: What, node: Option<NodeId>) {
        let clause = self.program.clauses.get(clause).map(|it| it.id.clone()).unwrap_or_default();
        let rule = self.program.rules.get(self.rule).map(|it| it.id.clone()).unwrap_or_default();
        let words = node.and_then(|node| self.places.get(node)).copied();
        self.goals.push(Goal { rule, clause, what, words, hits: 0 });
    }

    /// Each condition that stands by itself: the gates, and what 且, 或 and 非 join in them.
    fn conditions(&mut self, active: &Active) {
        for gate in active.gates.iter().filter(|gate| matches!(gate.kind, GateKind::Scope | GateKind::Condition)) {
            self.condition(gate.node, gate.clause);
        }
    }

    fn condition(&mut self, node: NodeId, clause: ClauseId) {
        let Some(it) = self.program.nodes.get(node) else { return };
        if self.is_elsewhere(node) || !self.seen.insert(node) {
            return;
        }
        match &it.op {
            Op::All | Op::Any | Op::Not => it.args.iter().for_each(|arg| self.condition(*arg, clause)),
            Op::Const(_) | Op::Given(_) => {}
            _ => {
                self.push(clause, What::Condition(self.rule, node, Known::Holds), Some(node));
                if self.always_holds(node) {
                    return;
                }
                self.push(clause, What::Condition(self.rule, node, Known::Fails), Some(node));
                if self.can_be_unknown(node) {
                    self.push(clause, What::Condition(self.rule, node, Known::Unknown), Some(node));
                }
            }
        }
    }

    /// Whether a node stands in another policy: its place is nowhere in this one's texts.
    fn is_elsewhere(&self, node: NodeId) -> bool {
        let nowhere = |span: &Span| span.start == span.end;
        !self.program.companions.is_empty() && self.places.get(node).is_none_or(nowhere)
    }

    /// Whether every member of an enumeration is listed: whichever it is, known or not, the condition holds.
    fn always_holds(&self, node: NodeId) -> bool {
        let Some(it) = self.program.nodes.get(node) else { return false };
        let (Op::In(listed), [of]) = (&it.op, it.args.as_slice()) else { return false };
        let Some(Ty::Member(of)) = self.program.nodes.get(*of).map(|it| &it.ty) else { return false };
        let members = self.program.enums.get(*of).map_or(0, |it| it.members.len());
        MemberSet::first(members).within(*listed)
    }

    /// Whether something that a node rests on can be missing.
    fn can_be_unknown(&self, node: NodeId) -> bool {
        let missing = |fact: &tiaoli_eval::program::FactId| {
            self.program.facts.get(*fact).is_some_and(|it| it.absence == Absence::Unknown)
        };
        self.program.facts_under([node]).iter().any(missing)
    }

    /// Each case distinction and each least or greatest figure below the sum.
    fn sum(&mut self, active: &Active) {
        let clause = active.form.clause;
        let mut open: Vec<NodeId> = active.form.sum.into_iter().collect();
        while let Some(node) = open.pop() {
            let Some(it) = self.program.nodes.get(node) else { continue };
            if self.is_elsewhere(node) || !self.seen.insert(node) {
                continue;
            }
            let decided = |node: &NodeId| self.is_decision(*node);
            match &it.op {
                Op::Choose if matches!(it.ty, Ty::Number { .. }) && it.about.is_none() => {
                    for n in 0..it.args.len().div_ceil(2) {
                        if !self.is_nothing(it.args.get(2 * n + 1).or(it.args.last()).copied()) {
                            self.push(clause, What::Branch(self.rule, node, n), Some(node));
                        }
                    }
                }
                Op::Least if !it.args.iter().any(decided) => {
                    for n in 0..it.args.len() {
                        self.push(clause, What::Least(self.rule, node, n), it.args.get(n).copied());
                    }
                }
                Op::Greatest => {
                    for n in 0..it.args.len() {
                        if !self.is_nothing(it.args.get(n).copied()) {
                            self.push(clause, What::Greatest(self.rule, node, n), it.args.get(n).copied());
                        }
                    }
                }
                _ => {}
            }
            open.extend(it.args.iter().copied().filter(|arg| {
                self.program.nodes.get(*arg).is_some_and(|arg| !matches!(arg.ty, Ty::Truth | Ty::Member(_)))
            }));
        }
    }

    /// A sum that an authority decides, against which a ceiling is always open.
    fn is_decision(&self, node: NodeId) -> bool {
        self.program.nodes.get(node).is_some_and(|it| match it.op {
            Op::Undecided | Op::Elsewhere(_) => true,
            Op::Fact(fact) => self.program.facts.get(fact).is_some_and(|it| it.kind == FactKind::Determined),
            _ => false,
        })
    }

    /// A figure of zero: what holds where a condition before it has already failed.
    fn is_nothing(&self, node: Option<NodeId>) -> bool {
        node.and_then(|node| self.program.nodes.get(node))
            .is_some_and(|it| it.op == Op::Const(tiaoli_eval::program::Value::Number(0)))
    }

    fn outcomes(&mut self, active: &Active) {
        let clause = active.form.clause;
        self.push(clause, What::Outcome(self.rule, Comes::Award), None);
        let refusable = active.gates.iter().any(|gate| matches!(gate.kind, GateKind::Scope | GateKind::Condition));
        if refusable {
            self.push(clause, What::Outcome(self.rule, Comes::Refusal), None);
        }
        let open = |fact: &tiaoli_eval::program::FactId| {
            self.program.facts.get(*fact).is_some_and(|it| it.absence == Absence::Unknown)
        };
        if refusable && active.cone.iter().any(open) {
            self.push(clause, What::Outcome(self.rule, Comes::Open), None);
        }
        if active.form.kind != FormKind::Right {
            for n in 0..active.form.limits.len() {
                self.push(clause, What::Limit(self.rule, n, true), None);
                self.push(clause, What::Limit(self.rule, n, false), None);
            }
        }
    }
}
