//! 分别: n subjects to n figures; bands, ranges and what the document leaves out between them.

use super::builder::Builder;
use super::condition::{guards, in_band};
use super::expression::{constant, lower as expression, share};
use crate::check::{BAND_SCALE, band_ends, is_rest, zip_length, zips};
use crate::resolve::names_all;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{NodeId, Sign, Ty, Unit};
use tiaoli_syntax::ast::{Award, Condition, ConditionKind, Expression, ExpressionKind, GrantKind, ModifierKind};

/// One, at the scale of the ends of bands.
const BAND_UNIT: i128 = 1_000_000;

/// The list that stands in step with the figures.
pub(super) fn in_step(award: &Award, figures: usize) -> Option<&Condition> {
    let subject = award.subject.as_ref().filter(|_| figures > 1)?;
    if let Some(list) = zips(subject).first() {
        return Some(list);
    }
    let conjuncts: Vec<&Condition> = match &subject.kind {
        ConditionKind::All(all) => all.iter().collect(),
        _ => vec![subject],
    };
    conjuncts.into_iter().find(|it| zip_length(it) == figures)
}

/// n subjects to n figures. Of a list that includes several, the greatest counts, or all with 逐项叠加.
pub(super) fn respectively(
    builder: &mut Builder<'_, '_>,
    award: &Award,
    figures: usize,
    figure: &dyn Fn(&mut Builder<'_, '_>, usize) -> NodeId,
) -> NodeId {
    let Some(list) = in_step(award, figures) else { return figure(builder, 0) };
    let guards = guards(builder, list);
    let nothing = builder.number(0, MONEY_SCALE, Unit::yuan());
    let figures: Vec<NodeId> = (0..figures).map(|index| figure(builder, index)).collect();
    let mut arms: Vec<(NodeId, NodeId)> = guards.into_iter().zip(figures.iter().copied()).collect();
    if let Some(hole) = in_hole(builder, award) {
        // Where the document is silent nobody knows more than that no band gives more.
        let most = builder.greatest(figures);
        let undecided = builder.undecided();
        arms.push((hole, builder.least(vec![undecided, most])));
    }
    match list.kind {
        ConditionKind::Has(..) => {
            let each: Vec<NodeId> = arms.into_iter().map(|arm| builder.choose(vec![arm], nothing)).collect();
            if award.modifiers.iter().any(|it| matches!(it.kind, ModifierKind::Stacked)) {
                builder.add(each.into_iter().map(|node| (Sign::Plus, node)).collect())
            } else {
                builder.greatest(each)
            }
        }
        // The highest step reached counts.
        ConditionKind::Reach { .. } => builder.choose(arms.into_iter().rev().collect(), nothing),
        _ if leaves_nothing_out(builder, list) => {
            let mut arms = arms;
            let last = arms.pop().map_or(nothing, |(_, last)| last);
            builder.choose(arms, last)
        }
        _ => builder.choose(arms, nothing),
    }
}

/// Whether the value falls where the award says that the document is silent.
pub(super) fn in_hole(builder: &mut Builder<'_, '_>, award: &Award) -> Option<NodeId> {
    let holes = award.modifiers.iter().find_map(|it| match &it.kind {
        ModifierKind::Unruled(holes) => Some(holes),
        _ => None,
    })?;
    let banded = award.subject.iter().flat_map(zips).find_map(|it| match &it.kind {
        ConditionKind::Bands(of, _) => Some(of),
        _ => None,
    })?;
    let each = holes.iter().map(|hole| in_band(builder, banded, hole)).collect();
    Some(builder.any(each))
}

/// Whether some member of a list always applies, so that the last needs no test.
fn leaves_nothing_out(builder: &Builder<'_, '_>, list: &Condition) -> bool {
    match &list.kind {
        ConditionKind::Is(name, members) => names_all(builder.resolved, name, members),
        ConditionKind::Bands(_, bands) => bands.last().is_some_and(is_rest),
        _ => false,
    }
}

/// 超额累进: each band's rate on its own part of the base.
pub(super) fn by_parts(
    builder: &mut Builder<'_, '_>,
    award: &Award,
    base: &Expression,
    rates: &[tiaoli_syntax::ast::Quantity],
) -> NodeId {
    let of = expression(builder, base);
    let counted = matches!(builder.ty(of), Ty::Number { scale: 0, .. });
    let unit = match builder.ty(of) {
        Ty::Number { unit, .. } => unit,
        Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => Unit::yuan(),
    };
    let nothing = builder.number(0, MONEY_SCALE, unit.clone());
    let Some(Condition { kind: ConditionKind::Bands(_, bands), .. }) = in_step(award, rates.len()) else {
        return builder.number(0, MONEY_SCALE, Unit::yuan());
    };
    let mut parts: Vec<_> =
        bands.iter().zip(rates).filter_map(|(band, rate)| Some((band_ends(builder.resolved, band)?, rate))).collect();
    parts.sort_by_key(|(ends, _)| ends.low.map(|(low, _)| low));
    let mut terms = Vec::new();
    let mut before: Option<i128> = None;
    for (ends, rate) in parts {
        // A part begins where the one before ends: 51人以上 follows on 50人以下.
        // Of things that are counted the first of a band belongs to it: 1人至50人 are fifty.
        let first = ends.low.map(|(low, inside)| if counted && inside { low - BAND_UNIT } else { low });
        let from = before.or(first).unwrap_or(0);
        let low = builder.number(from, BAND_SCALE, unit.clone());
        let above = builder.add(vec![(Sign::Plus, of), (Sign::Minus, low)]);
        let above = builder.greatest(vec![above, nothing]);
        let part = match ends.high {
            Some((high, _)) => {
                let width = builder.number(high - from, BAND_SCALE, unit.clone());
                builder.least(vec![above, width])
            }
            None => above,
        };
        before = ends.high.map(|(high, _)| high);
        let rate = constant(builder, rate);
        terms.push((Sign::Plus, builder.multiply(part, rate)));
    }
    builder.add(terms)
}

/// Whether some sum is a range, whose place in it is left to a decision.
pub(super) fn is_range(sums: &[Expression]) -> bool {
    sums.iter().any(|sum| matches!(sum.kind, ExpressionKind::ShareRange(..) | ExpressionKind::SumRange(..)))
}

/// The lower ends of ranges; nothing for a sum that is none.
pub(super) fn floor(builder: &mut Builder<'_, '_>, award: &Award) -> Option<NodeId> {
    let (GrantKind::Ceilings(sums) | GrantKind::Sums(sums)) = &award.grant.kind else { return None };
    is_range(sums).then(|| {
        respectively(builder, award, sums.len(), &|builder, index| match sums.get(index).map(|it| &it.kind) {
            Some(ExpressionKind::ShareRange(of, from, _)) => share(builder, of, from),
            Some(ExpressionKind::SumRange(from, _)) => constant(builder, from),
            _ => builder.number(0, MONEY_SCALE, Unit::yuan()),
        })
    })
}
