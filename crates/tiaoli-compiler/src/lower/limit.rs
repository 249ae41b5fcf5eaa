//! Limits that awards share: for whom, over what time.

use super::builder::Builder;
use crate::resolve::figure;
use tiaoli_eval::number::{MONEY_SCALE, rescale};
use tiaoli_eval::program::{ClauseId, Limit, LimitId, LimitPeriod, LimitRoom, NodeId, Written};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{Expression, ExpressionKind, Per, PerKind};

/// A cap that counts for more than one award is a limit that claims share.
pub(super) fn shared(
    builder: &mut Builder<'_, '_>,
    limits: &mut Table<LimitId, Limit>,
    per: &[Per],
    sum: &Expression,
    clause: ClauseId,
) -> Option<LimitId> {
    if per.is_empty() {
        return None;
    }
    Some(limit(builder, limits, per, LimitRoom::Money(fen(sum)?), clause))
}

/// A stated figure in fen.
pub(super) fn fen(sum: &Expression) -> Option<i128> {
    let ExpressionKind::Quantity(quantity) = &sum.kind else { return None };
    let figure = figure(quantity)?;
    rescale(figure.value, figure.scale, MONEY_SCALE)
}

pub(super) fn limit(
    builder: &mut Builder<'_, '_>,
    limits: &mut Table<LimitId, Limit>,
    per: &[Per],
    room: LimitRoom,
    clause: ClauseId,
) -> LimitId {
    let mut whom = builder.resolved.dictionary.project();
    let mut period = LimitPeriod::Ever;
    let mut said = false;
    for it in per {
        match &it.kind {
            PerKind::Entity(name) => {
                if let Some(level) = builder.resolved.dictionary.entity(&name.text) {
                    whom = level;
                    said = true;
                }
            }
            PerKind::Ever => {}
            PerKind::Year(of) => period = LimitPeriod::Year(year(builder, of.as_ref())),
        }
    }
    if !said {
        // 每年 without 每 X counts for the applicant.
        whom = builder.resolved.dictionary.level(crate::resolve::APPLICANT).unwrap_or(whom);
    }
    let found = limits
        .iter()
        .find(|(_, it)| it.whom == whom && it.period == period && it.room == room && it.clause == clause)
        .map(|(id, _)| id);
    found.unwrap_or_else(|| limits.push(Limit { whom, period, room, clause }))
}

/// The year that an award counts in: of the fact named, else of the vocabulary's year with a default, else of the date of evaluation.
pub(super) fn year(builder: &mut Builder<'_, '_>, of: Option<&tiaoli_syntax::ast::Name>) -> NodeId {
    use tiaoli_eval::program::Absence;
    let dictionary = &builder.resolved.dictionary;
    let stamp = dictionary.default_year();
    let by_default = |builder: &mut Builder<'_, '_>| match stamp {
        Some(fact) => builder.fact(fact),
        None => {
            let as_of = builder.as_of();
            builder.year_of(as_of)
        }
    };
    let Some(fact) = of.and_then(|name| dictionary.one(name)) else { return by_default(builder) };
    let Some((written, absence)) = dictionary.facts.get(fact).map(|it| (it.written, it.absence)) else {
        return by_default(builder);
    };
    let value = builder.fact(fact);
    let year = if written == Written::Date { builder.year_of(value) } else { value };
    if absence != Absence::None {
        return year;
    }
    let given = builder.given(fact);
    let otherwise = by_default(builder);
    builder.choose(vec![(given, year)], otherwise)
}
