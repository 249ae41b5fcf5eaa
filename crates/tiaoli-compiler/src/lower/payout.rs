//! How an award is paid, and what a recovery adds, to data and nodes.

use super::builder::Builder;
use super::expression::lower as expression;
use crate::check::settlement::quantum_fen;
use crate::resolve::figure;
use tiaoli_eval::number::{MONEY_SCALE, power_of_ten, rescale};
use tiaoli_eval::program::{
    EarlierRule, Instalment, NodeId, PaidId, Part, Payout, Promoted, Rounding, Rule, RuleId, Ty, Unit,
};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{self, Award, Instalments, Interest, ModifierKind, PartPaid, Quantity, Split};

/// What the modifiers of an award say of how it is paid.
pub(super) fn payout(award: &Award) -> Payout {
    let mut payout = Payout::default();
    for modifier in &award.modifiers {
        match &modifier.kind {
            ModifierKind::Instalments(it) => payout.plan = plan(it),
            ModifierKind::Payees(it) => payout.payees = split(it),
            ModifierKind::Payers(it) => payout.payers = split(it),
            _ => {}
        }
    }
    payout
}

fn plan(it: &Instalments) -> Vec<Instalment> {
    let mut weights = weights(&it.shares()).into_iter();
    // 分3年: 第1年, 第2年, 第3年
    let unit = it.count.as_ref().and_then(|count| count.unit.as_ref()).map_or("期", |unit| unit.first.as_str());
    let part = |(at, it): (usize, &ast::Instalment)| Instalment {
        label: it.label.as_ref().map_or_else(|| format!("第{}{unit}", at + 1), |label| label.text.clone()),
        part: match &it.part {
            PartPaid::Share(_) => Part::Share(weights.next().unwrap_or(0)),
            PartPaid::Sum(sum) => {
                Part::Sum(figure(sum).and_then(|it| rescale(it.value, it.scale, MONEY_SCALE)).unwrap_or(0))
            }
            PartPaid::Rest => Part::Rest,
        },
    };
    it.parts.iter().enumerate().map(part).collect()
}

fn split(it: &Split) -> Vec<(String, i128)> {
    let weights = if it.shares.is_empty() { vec![1] } else { weights(&it.shares.iter().collect::<Vec<_>>()) };
    it.names.iter().map(|name| name.text.clone()).zip(weights).collect()
}

/// Whole numbers in the proportion of the figures.
fn weights(shares: &[&Quantity]) -> Vec<i128> {
    let figures: Vec<(i128, u8)> =
        shares.iter().map(|share| figure(share).map_or((0, 0), |it| (it.value, it.scale))).collect();
    let most = figures.iter().map(|(_, scale)| *scale).max().unwrap_or(0);
    figures.into_iter().map(|(value, scale)| rescale(value, scale, most).unwrap_or(0)).collect()
}

/// ，已获较低档 的，补足差额
pub(super) fn promoted(builder: &Builder<'_, '_>, award: &Award) -> Option<Promoted> {
    award.modifiers.iter().find_map(|it| match &it.kind {
        ModifierKind::Promoted(it) => {
            let whom = it.whom.as_ref().and_then(|name| builder.resolved.dictionary.entity(&name.text));
            let whom = whom.unwrap_or(builder.at);
            Some(Promoted { whom, rule: earlier_rule(it.rule) })
        }
        _ => None,
    })
}

/// The interest of a sum that must be paid back.
pub(super) fn interest(builder: &mut Builder<'_, '_>, principal: NodeId, it: &Interest) -> NodeId {
    let rate = expression(builder, &it.rate);
    let date = |builder: &mut Builder<'_, '_>, name: &ast::Name| match builder.resolved.dictionary.one(name) {
        Some(fact) => builder.fact(fact),
        None => builder.as_of(),
    };
    let from = date(builder, &it.from);
    let until = match &it.until {
        Some(name) => date(builder, name),
        None => builder.as_of(),
    };
    let days = builder.days_between(from, until);
    let of_a_year = builder.multiply(principal, rate);
    let of_all_years = builder.multiply(of_a_year, days);
    let scale = match builder.ty(of_all_years) {
        Ty::Number { scale, .. } => scale,
        _ => MONEY_SCALE,
    };
    let basis = it.basis.as_ref().and_then(figure).map_or(1, |it| it.value).max(1);
    let (how, quantum) = it
        .rounding
        .as_ref()
        .map_or((Rounding::Down, 1), |(how, to)| (rounding(*how), quantum_fen(&to.text).unwrap_or(1)));
    let to_fen = power_of_ten(scale.saturating_sub(MONEY_SCALE)).unwrap_or(1);
    let by = basis.saturating_mul(to_fen).saturating_mul(quantum);
    let whole = builder.divide_to_yuan(of_all_years, by, how);
    if quantum == 1 {
        return whole;
    }
    let quantum = builder.number(quantum, 0, Unit::none());
    builder.multiply(whole, quantum)
}

/// 3.1 已拨付金额: the rules of each.
pub(super) fn paid(builder: &Builder<'_, '_>, rules: &Table<RuleId, Rule>) -> Table<PaidId, Vec<RuleId>> {
    let of = |(_, ids): (PaidId, &Vec<String>)| super::rivalry::under(builder, rules, ids);
    builder.paid.iter().map(of).collect()
}

pub(super) fn earlier_rule(rule: ast::EarlierRule) -> EarlierRule {
    match rule {
        ast::EarlierRule::TopUp => EarlierRule::TopUp,
        ast::EarlierRule::NoMore => EarlierRule::NoMore,
        ast::EarlierRule::NotDeducted => EarlierRule::NotDeducted,
    }
}

pub(super) fn rounding(how: ast::Whole) -> Rounding {
    match how {
        ast::Whole::Down => Rounding::Down,
        ast::Whole::HalfUp => Rounding::HalfUp,
        ast::Whole::Up => Rounding::Up,
    }
}
