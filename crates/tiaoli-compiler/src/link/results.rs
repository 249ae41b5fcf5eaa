//! What rules come to, under each combination of the readings that change them.

use super::nodes::Nodes;
use std::collections::BTreeSet;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{Form, Gate, NodeId, OptionId, Program, RuleId, When};

/// The most combinations of readings that are told apart.
const MOST: usize = 64;

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
    let mentioned: BTreeSet<OptionId> = whens.flat_map(|when| when.all.iter().chain(&when.none)).copied().collect();
    let mut alternatives = Vec::new();
    for asked in choices(nodes.joint, &mentioned)? {
        let results: Option<Vec<Found>> = rules.iter().map(|rule| found(nodes, *rule, &asked)).collect();
        let Some(results) = results else { continue };
        let none = mentioned.iter().copied().filter(|option| !asked.contains(option)).collect();
        alternatives.push(Alternative { when: When { all: asked, none }, results });
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

/// Every way to ask for some of these options: one reading of a question at most, and none that exclude each other.
fn choices(program: &Program, options: &BTreeSet<OptionId>) -> Option<Vec<Vec<OptionId>>> {
    let question = |option: OptionId| program.options.get(option).map(|it| it.reading);
    let clash = |a: OptionId, b: OptionId| {
        question(a) == question(b) || program.conflicts.iter().any(|(x, y, _)| (*x, *y) == (a, b) || (*y, *x) == (a, b))
    };
    let mut choices: Vec<Vec<OptionId>> = vec![Vec::new()];
    for option in options {
        let with: Vec<Vec<OptionId>> = choices
            .iter()
            .filter(|so_far| !so_far.iter().any(|other| clash(*other, *option)))
            .map(|so_far| so_far.iter().copied().chain([*option]).collect())
            .collect();
        choices.extend(with);
        if choices.len() > MOST {
            return None;
        }
    }
    Some(choices)
}

/// Both; nothing where one of them excludes the other.
pub(super) fn both(one: &When, other: &When) -> Option<When> {
    let mut both = one.clone();
    both.all.extend(other.all.iter().filter(|option| !one.all.contains(option)));
    both.none.extend(other.none.iter().filter(|option| !one.none.contains(option)));
    both.all.sort_unstable();
    both.none.sort_unstable();
    (!both.all.iter().any(|option| both.none.contains(option))).then_some(both)
}
