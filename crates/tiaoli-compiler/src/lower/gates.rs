//! Conditions to gates: 限, 对 … 的, 不予, and the conditions of another clause.

use super::builder::Builder;
use super::condition::lower as condition;
use super::definition::{names_in, names_of, worlds};
use super::respectively::in_hole;
use super::rules::awards;
use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, FactId, Gate, GateKind, When};
use tiaoli_syntax::ast::{Award, Condition, ConditionKind, GrantKind, ModifierKind, Part};

/// Where a condition comes from.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) when: When,
    pub(super) kind: GateKind,
    pub(super) clause: ClauseId,
}

/// One of the conditions that must all hold.
struct Conjunct<'c> {
    place: Place,
    it: &'c Condition,
    /// The award whose own condition it is.
    award: Option<&'c Award>,
}

/// The gates of 限 C and of 对 C 的. Returns the clauses whose conditions are taken over by 符合.
pub(super) fn scope_gates<'c, 'b: 'c>(
    builder: &mut Builder<'b, '_>,
    gates: &mut Vec<(When, Gate)>,
    place: Place,
    it: &'c Condition,
    award: Option<&'c Award>,
) -> Vec<ClauseId> {
    let mut taken = Vec::new();
    for Conjunct { place, it, award } in conjuncts(builder, Conjunct { place, it, award }, &mut taken) {
        let before = gates.len();
        push_gate(builder, gates, &place, it, false);
        // What the document leaves open between its bands is not refused.
        if let (ConditionKind::Bands(..), Some(hole)) = (&it.kind, award.and_then(|award| in_hole(builder, award))) {
            for (_, gate) in gates.iter_mut().skip(before) {
                gate.node = builder.any(vec![gate.node, hole]);
            }
        }
    }
    taken
}

/// The conditions that must all hold, in order: of 符合 x every condition of x's own sentence, under each of its readings.
fn conjuncts<'c, 'b: 'c>(builder: &Builder<'b, '_>, of: Conjunct<'c>, taken: &mut Vec<ClauseId>) -> Vec<Conjunct<'c>> {
    let resolved = builder.resolved;
    let mut found = Vec::new();
    let mut seen: Vec<Place> = vec![of.place.clone()];
    let mut open = vec![of];
    while let Some(Conjunct { place, it, award }) = open.pop() {
        match &it.kind {
            ConditionKind::All(all) => {
                open.extend(all.iter().rev().map(|it| Conjunct { place: place.clone(), it, award }));
            }
            ConditionKind::Meets(id) => {
                let clause = builder.clause(&id.text);
                taken.push(clause);
                for (slotted, award) in resolved.articles.iter().flat_map(|article| awards(article, clause)) {
                    let (Some(it), Some(when)) = (&award.subject, place.when.and(&slotted.when)) else { continue };
                    let place = Place { when, kind: GateKind::Condition, clause };
                    if !seen.contains(&place) {
                        seen.push(place.clone());
                        open.push(Conjunct { place, it, award: Some(award) });
                    }
                }
            }
            _ => found.push(Conjunct { place, it, award }),
        }
    }
    found
}

/// The gates of 对 C 的，不予 and of C 除外, where none of C may hold.
pub(super) fn refusal_gates(
    builder: &mut Builder<'_, '_>,
    gates: &mut Vec<(When, Gate)>,
    place: &Place,
    it: &Condition,
) {
    match &it.kind {
        ConditionKind::Any(any) => any.iter().for_each(|it| refusal_gates(builder, gates, place, it)),
        _ => push_gate(builder, gates, place, it, true),
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
        let Some(when) = place.when.and(&world) else { continue };
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
