//! Sums by the head and by the month.

use super::builder::Builder;
use super::condition::lower as condition;
use super::expression::{constant, lower as expression};
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{Comparison, Form, FormKind, NodeId, Ranking, Sign, Tied, Ty, Unit};
use tiaoli_syntax::ast::{Award, Expression, Head, ModifierKind};

/// 每月 … 按 在岗月数 计，最长不超过36个月: the sum for a month times the months that count.
pub(super) fn by_the_month(builder: &mut Builder<'_, '_>, award: &Award, form: &mut Form) {
    let Some(sum) = form.sum.filter(|_| award.monthly) else { return };
    let mut months = Vec::new();
    for modifier in &award.modifiers {
        match &modifier.kind {
            ModifierKind::CountedBy(of) => months.push(expression(builder, of)),
            ModifierKind::Longest(most) => {
                months.push(builder.number(crate::check::months(most), 0, Unit::base("月")));
            }
            _ => {}
        }
    }
    let months = builder.least(months);
    form.sum = Some(builder.multiply_as(months, sum, Unit::yuan()));
    if form.kind == FormKind::Fixed {
        form.kind = FormKind::Rate;
    }
}

/// 前10人 每人给予1万元，其余 … for the row at hand: its place among those that the sentence is about.
pub(super) fn by_place(builder: &mut Builder<'_, '_>, award: &Award, heads: &[Head]) -> NodeId {
    let nothing = builder.number(0, MONEY_SCALE, Unit::yuan());
    let Some(steps) = crate::check::steps(heads) else { return nothing };
    let keep = match &award.subject {
        Some(subject) => condition(builder, subject),
        None => builder.truth(true),
    };
    let how = Ranking { descending: false, ties: Tied::Listed };
    let place = builder.rank(how, keep, None);
    let mut arms = Vec::new();
    let mut otherwise = nothing;
    for (head, (_, to)) in heads.iter().zip(steps) {
        let sum = constant(builder, &head.sum);
        match to {
            Some(to) => {
                let to = builder.number(to, 0, Unit::none());
                arms.push((builder.compare(Comparison::LessOrEqual, place, to), sum));
            }
            None => otherwise = sum,
        }
    }
    builder.choose(arms, otherwise)
}

/// The same for so many as a count says: each step's sum for those that fall in it.
pub(super) fn by_count(builder: &mut Builder<'_, '_>, of: &Expression, heads: &[Head]) -> NodeId {
    let count = expression(builder, of);
    let unit = match builder.ty(count) {
        Ty::Number { unit, .. } => unit,
        Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => Unit::none(),
    };
    let nobody = builder.number(0, 0, unit.clone());
    let mut terms = Vec::new();
    for (head, (from, to)) in heads.iter().zip(crate::check::steps(heads).unwrap_or_default()) {
        let before = builder.number(from - 1, 0, unit.clone());
        let above = builder.add(vec![(Sign::Plus, count), (Sign::Minus, before)]);
        let mut part = builder.greatest(vec![above, nobody]);
        if let Some(to) = to {
            let width = builder.number(to - from + 1, 0, unit.clone());
            part = builder.least(vec![part, width]);
        }
        let sum = constant(builder, &head.sum);
        terms.push((Sign::Plus, builder.multiply_as(part, sum, Unit::yuan())));
    }
    builder.add(terms)
}
