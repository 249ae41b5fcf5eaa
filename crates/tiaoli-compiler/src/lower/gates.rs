//! Conditions to gates: 限, 对 … 的, 不予, and the conditions of another clause.

use super::builder::Builder;
use super::condition::lower as condition;
use super::definition::{names_in, names_of, worlds};
use super::respectively::in_hole;
use super::rules::{awards, both};
use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, FactId, Gate, GateKind, When};
use tiaoli_syntax::ast::{Award, Condition, ConditionKind, GrantKind, ModifierKind, Part};

/// Where a condition comes from.
pub(super) struct Place {
    pub(super) when: When,
    pub(super) kind: GateKind,
    pub(super) clause: ClauseId,
}

/// The gates of 限 C, or of 对 C 的，不予, where none of C may hold.
pub(super) fn scope_gates(
    builder: &mut Builder<'_, '_>,
    gates: &mut Vec<(When, Gate)>,
    place: &Place,
    it: &Condition,
    excludes: bool,
) {
    match &it.kind {
        ConditionKind::All(all) if !excludes => {
            all.iter().for_each(|it| scope_gates(builder, gates, place, it, excludes));
        }
        ConditionKind::Any(any) if excludes => {
            any.iter().for_each(|it| scope_gates(builder, gates, place, it, excludes));
        }
        _ => push_gate(builder, gates, place, it, excludes),
    }
}

/// One gate for each meaning that the names in a condition can have.
fn push_gate(
    builder: &mut Builder<'_, '_>,
    gates: &mut Vec<(When, Gate)>,
    place: &Place,
    it: &Condition,
    excludes: bool,
) {
    for (world, asked) in worlds(builder, &names_of(builder, it)) {
        let Some(when) = both(&place.when, &world) else { continue };
        builder.asked = asked;
        let node = condition(builder, it);
        let node = if excludes { builder.not(node) } else { node };
        builder.asked = Vec::new();
        gates.push((when, Gate { node, kind: place.kind, clause: place.clause }));
    }
}

/// The facts and defined names that the sum of an award rests on.
pub(super) fn names_of_award(builder: &Builder<'_, '_>, award: &Award, parts: &[&Part]) -> BTreeSet<FactId> {
    let mut names: BTreeSet<FactId> = award.subject.iter().flat_map(|it| names_of(builder, it)).collect();
    match &award.grant.kind {
        GrantKind::Sums(sums) | GrantKind::Ceilings(sums) => {
            names.extend(sums.iter().flat_map(|it| names_in(builder, it)));
        }
        GrantKind::Rates(base, _)
        | GrantKind::PerUnit(base, _)
        | GrantKind::Unrated(base)
        | GrantKind::Recover(base) => {
            names.extend(names_in(builder, base));
        }
        GrantKind::Heads(of, _) => names.extend(of.iter().flat_map(|it| names_in(builder, it))),
        GrantKind::Document(_) | GrantKind::CaseByCase | GrantKind::Unquantified(_) | GrantKind::Right(_) => {}
    }
    for modifier in &award.modifiers {
        match &modifier.kind {
            ModifierKind::Cap { sum, .. } => names.extend(names_in(builder, sum)),
            ModifierKind::Interest(it) => names.extend(names_in(builder, &it.rate)),
            _ => {}
        }
    }
    for part in parts {
        names.extend(part.condition.iter().flat_map(|it| names_of(builder, it)));
        names.extend(names_in(builder, &part.cap));
    }
    names
}

/// The gates of 对 … 的; 符合 x stands for every condition of x's own sentence, under each of its readings. Returns the
/// clauses taken over.
pub(super) fn subject_gates(
    builder: &mut Builder<'_, '_>,
    gates: &mut Vec<(When, Gate)>,
    when: &When,
    award: &Award,
    subject: &Condition,
    clause: ClauseId,
) -> Vec<ClauseId> {
    let mut taken = Vec::new();
    let conjuncts: Vec<&Condition> = match &subject.kind {
        ConditionKind::All(all) => all.iter().collect(),
        _ => vec![subject],
    };
    for it in conjuncts {
        match &it.kind {
            ConditionKind::Meets(id) => {
                let resolved = builder.resolved;
                let other = builder.clause(&id.text);
                taken.push(other);
                for article in &resolved.articles {
                    for (slotted, award) in awards(article, other) {
                        if let (Some(subject), Some(when)) = (&award.subject, both(when, &slotted.when)) {
                            let place = Place { when, kind: GateKind::Condition, clause: other };
                            scope_gates(builder, gates, &place, subject, false);
                        }
                    }
                }
            }
            _ => {
                let place = Place { when: when.clone(), kind: GateKind::Condition, clause };
                let before = gates.len();
                scope_gates(builder, gates, &place, it, false);
                // What the document leaves open between its bands is not refused.
                if let (ConditionKind::Bands(..), Some(hole)) = (&it.kind, in_hole(builder, award)) {
                    for (_, gate) in gates.iter_mut().skip(before) {
                        gate.node = builder.any(vec![gate.node, hole]);
                    }
                }
            }
        }
    }
    taken
}
