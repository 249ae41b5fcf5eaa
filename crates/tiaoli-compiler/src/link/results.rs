//! What rules come to, under each combination of the readings that change them.

use super::nodes::Nodes;
use crate::choices::{choices, mentioned};

use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{Form, Gate, NodeId, OptionId, RuleId, When};

/// One combination of readings, and each rule under it.
pub(super) struct Alternative {
    pub(super) when: When,
    pub(super) results: Vec<Found>,
}

/// A rule under some readings.
pub(super) struct Found {
    pub(super) form: Form,
    pub(super) gates: Vec<Gate>,
    /// Whether its conditions hold.
    pub(super) granted: NodeId,
    /// What it comes to by itself: its sum, or nothing.
    pub(super) amount: NodeId,
}

/// The rules under every combination of readings that changes them; `None` where there are too many.
pub(super) fn alternatives(nodes: &mut Nodes<'_>, rules: &[RuleId]) -> Option<Vec<Alternative>> {
    let of = |rule: &RuleId| nodes.joint.rules.get(*rule);
    let whens = rules.iter().filter_map(of).flat_map(|rule| {
        let gates = rule.gates.iter().map(|(when, _)| when);
        gates.chain(rule.forms.iter().map(|(when, _)| when))
    });
    let mut alternatives = Vec::new();
    for when in choices(mentioned(whens), &nodes.joint.options, &nodes.joint.conflicts)? {
        let results: Option<Vec<Found>> = rules.iter().map(|rule| found(nodes, *rule, &when.all)).collect();
        let Some(results) = results else { continue };
        alternatives.push(Alternative { when, results });
    }
    Some(alternatives)
}

fn found(nodes: &mut Nodes<'_>, rule: RuleId, asked: &[OptionId]) -> Option<Found> {
    let it = nodes.joint.rules.get(rule)?;
    let level = it.level;
    let form = it.forms.iter().find(|(when, _)| when.applies(asked)).map(|(_, form)| form.clone())?;
    let gates: Vec<Gate> =
        it.gates.iter().filter(|(when, _)| when.applies(asked)).map(|(_, gate)| gate.clone()).collect();
    let granted = nodes.all(gates.iter().map(|gate| gate.node).collect(), level);
    let sum = match form.sum {
        Some(sum) => sum,
        None => nodes.nothing(MONEY_SCALE, level),
    };
    let amount = nodes.if_granted(granted, sum, level);
    Some(Found { form, gates, granted, amount })
}
