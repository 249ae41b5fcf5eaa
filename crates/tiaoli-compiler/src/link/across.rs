//! Sentences across policies: rivals of two policies, and awards of one that stand in for those of another.

use super::nodes::Nodes;
use super::results::alternatives;
use super::{Part, meant, part_called};
use crate::lower::SourceMap;
use tiaoli_eval::program::{Beside, Exclusive, Gate, GateKind, Instead, Program, RuleId, When};

/// Links the sentences of every policy, once every referral is.
pub(super) fn link(joint: &mut Program, map: &mut SourceMap, parts: &[Part]) {
    for (at, part) in parts.iter().enumerate() {
        for sentence in part.beside.clone() {
            if let Some((when, it)) = joint.settlement.beside.get(sentence).cloned() {
                rivals(joint, parts, at, when, &it);
            }
        }
        for sentence in part.instead.clone() {
            if let Some((when, it)) = joint.settlement.instead.get(sentence).cloned() {
                stand_in(joint, map, parts, at, &when, &it);
            }
        }
    }
}

/// 本政策 与 “…” 之间 …
fn rivals(joint: &mut Program, parts: &[Part], at: usize, when: When, it: &Beside) {
    let mut sides = vec![it.sentence.rules.clone()];
    for of in &it.with {
        let other = part_called(parts, &of.title).filter(|other| *other != at).and_then(|other| parts.get(other));
        sides.extend(other.map(|other| meant(joint, other, of)));
    }
    sides.retain(|side| !side.is_empty());
    if sides.len() < 2 {
        return;
    }
    let mut rules: Vec<RuleId> = sides.iter().flatten().copied().collect();
    rules.sort_unstable();
    rules.dedup();
    joint.settlement.exclusive.push((when, Exclusive { rules, sides, general: false, ..it.sentence.clone() }));
}

/// 3.1 不予 的，适用 “…” 2.1: a condition of what stands in.
fn stand_in(joint: &mut Program, map: &mut SourceMap, parts: &[Part], at: usize, when: &When, it: &Instead) {
    let other = part_called(parts, &it.then.title).filter(|other| *other != at).and_then(|other| parts.get(other));
    let Some(other) = other else { return };
    let then = meant(joint, other, &it.then);
    let mut nodes = Nodes { joint, map, span: tiaoli_source::Span::default() };
    let Some(ways) = alternatives(&mut nodes, &it.first) else { return };
    for rule in then {
        let Some(level) = nodes.joint.rules.get(rule).map(|it| it.level) else { continue };
        let mut gates = Vec::new();
        for way in &ways {
            let Some(when) = when.and(&way.when) else { continue };
            let nothing: Option<Vec<_>> = way
                .results
                .iter()
                .map(|of| nodes.bring(of.amount, level).map(|amount| nodes.is_nothing(amount, level)))
                .collect();
            let Some(nothing) = nothing else { continue };
            let node = nodes.all(nothing, level);
            gates.push((when, Gate { node, kind: GateKind::Scope, clause: it.clause }));
        }
        let readings: Vec<_> = it
            .first
            .iter()
            .filter_map(|rule| nodes.joint.rules.get(*rule))
            .flat_map(|it| it.readings.clone())
            .collect();
        if let Some(rule) = nodes.joint.rules.get_mut(rule) {
            rule.gates.extend(gates);
            rule.readings.extend(readings);
            rule.readings.sort_unstable();
            rule.readings.dedup();
        }
    }
}
