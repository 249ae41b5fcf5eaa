//! What a sentence says of other policies: data for the linker. A sum that another policy decides is a leaf of its own, so
//! that the other policy's result can stand in its place.

use super::builder::Builder;
use super::rivalry;
use crate::resolve::Resolved;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{
    Beside, ClauseId, Comparison, Elsewhere, FactId, Form, Instead, NodeId, Referral, ReferralId, Rule, RuleId,
    Settlement,
};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{self, SettlementKind};

/// Clauses of another policy, as data.
fn elsewhere(title: &ast::Text, ids: &[ast::Id]) -> Elsewhere {
    Elsewhere { title: title.text.clone(), ids: ids.iter().map(|id| id.text.clone()).collect() }
}

/// Enters a place where a sum is left to another policy.
pub(super) fn enter(builder: &mut Builder<'_, '_>, title: &ast::Text, ids: &[ast::Id], clause: ClauseId) -> ReferralId {
    let it = Referral { of: elsewhere(title, ids), clause, linked: false };
    let known = builder.referrals.iter().find(|(_, known)| **known == it).map(|(id, _)| id);
    known.unwrap_or_else(|| builder.referrals.push(it))
}

/// Whether a policy of this title is here.
fn is_given(resolved: &Resolved<'_>, title: &str) -> bool {
    resolved.given.contains_key(title)
}

/// Who settles an open sum. Where the policy that is referred to is here, its result does.
pub(super) fn decider(builder: &Builder<'_, '_>, form: &Form, named: Option<FactId>) -> Option<FactId> {
    let given = form.referral.and_then(|it| builder.referrals.get(it));
    named.filter(|_| !given.is_some_and(|it| is_given(builder.resolved, &it.of.title)))
}

/// A sum that nobody has decided: of a referral, what the other policy pays, as fine as its own sums are.
pub(super) fn undecided(builder: &mut Builder<'_, '_>, form: &Form) -> NodeId {
    let Some(referral) = form.referral else { return builder.undecided() };
    let title = builder.referrals.get(referral).map(|it| it.of.title.as_str()).unwrap_or_default();
    let scale = builder.resolved.given.get(title).copied().unwrap_or(MONEY_SCALE);
    builder.elsewhere(referral, scale)
}

/// “…” 2.1 不予: the awards of another policy give nothing; `None` where it is not here.
pub(super) fn refused(
    builder: &mut Builder<'_, '_>,
    title: &ast::Text,
    ids: &[ast::Id],
    clause: ClauseId,
) -> Option<NodeId> {
    let scale = *builder.resolved.given.get(&title.text)?;
    let referral = enter(builder, title, ids, clause);
    let amount = builder.elsewhere(referral, scale);
    let nothing = builder.number(0, scale, tiaoli_eval::program::Unit::yuan());
    Some(builder.compare(Comparison::LessOrEqual, amount, nothing))
}

/// The sentences on awards of several policies.
pub(super) fn across(builder: &mut Builder<'_, '_>, rules: &Table<RuleId, Rule>, settlement: &mut Settlement) {
    let resolved = builder.resolved;
    for slotted in &resolved.settlement {
        builder.span = slotted.sentence.span;
        if let SettlementKind::Exclusive(it) = &slotted.sentence.kind
            && !it.with.is_empty()
        {
            let sentence = rivalry::exclusive(builder, rules, it);
            let with = it.with.iter().map(|it| elsewhere(&it.title, &it.ids)).collect();
            settlement.beside.push((slotted.when.clone(), Beside { sentence, with }));
        }
    }
    for it in &resolved.across {
        if let SettlementKind::Fallback(fallback) = &it.sentence.kind
            && let Some(title) = &fallback.then_of
        {
            let first = rivalry::named(builder, rules, &fallback.first);
            let then = elsewhere(title, &fallback.then);
            settlement.instead.push((it.when.clone(), Instead { first, then, clause: it.clause }));
        }
    }
}
