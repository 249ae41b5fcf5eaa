//! Awards to forms: the sum, its ceiling, who decides it, the limits it shares.

use super::builder::Builder;
use super::condition::{guards, in_band, lower as condition};
use super::expression::{constant, lower as expression, share};
use super::{payout, time};
use crate::check::{BAND_SCALE, band_ends, is_rest, zip_length, zips};
use crate::resolve::{figure, names_all};
use tiaoli_eval::number::{MONEY_SCALE, rescale};
use tiaoli_eval::program::{
    ClauseId, Comparison, FactId, Form, FormKind, Limit, LimitId, LimitPeriod, LimitRoom, NodeId, Ranking, Shown, Sign,
    Tied, Ty, Unit, Written,
};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{
    Award, Condition, ConditionKind, Expression, ExpressionKind, GrantKind, Head, ModifierKind, Part, Per, PerKind,
};

/// Who decides ceilings that name nobody: 上限以内的数额 见 X.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CeilingRule {
    pub(super) fact: Option<FactId>,
    pub(super) above_is_invalid: bool,
}

/// One, at the scale of the ends of bands.
const BAND_UNIT: i128 = 1_000_000;

/// The form of an award with its parts.
pub(super) fn form(
    builder: &mut Builder<'_, '_>,
    limits: &mut Table<LimitId, Limit>,
    award: &Award,
    parts: &[&Part],
    rule: CeilingRule,
    clause: ClauseId,
) -> Form {
    let named = award.modifiers.iter().find_map(|it| match &it.kind {
        ModifierKind::SumIn(name) => builder.resolved.dictionary.one(name),
        _ => None,
    });
    let mut form = Form {
        kind: FormKind::Fixed,
        sum: None,
        decider: None,
        ceiling: None,
        above_is_invalid: rule.above_is_invalid,
        power: award.power,
        positive: None,
        unruled: None,
        title: None,
        limits: Vec::new(),
        shows: Vec::new(),
        unit: None,
        payout: payout::payout(award),
        promoted: payout::promoted(builder, award),
        clause,
    };
    let rule = if award.grant.in_kind.is_some() { CeilingRule::default() } else { rule };
    let longest = award.modifiers.iter().find_map(|it| match &it.kind {
        ModifierKind::Longest(most) if !award.monthly => {
            figure(most).map(|figure| (figure.unit, constant(builder, most)))
        }
        _ => None,
    });
    builder.longest = longest;
    grant(builder, award, &mut form);
    builder.longest = None;
    by_the_month(builder, award, &mut form);
    // The figures stated so far are a ceiling where somebody decides below them.
    let mut stated = form.sum;
    let mut caps: Vec<NodeId> = Vec::new();
    for modifier in &award.modifiers {
        match &modifier.kind {
            ModifierKind::Cap { per, sum } => {
                caps.push(expression(builder, sum));
                form.limits.extend(shared(builder, limits, per, sum, clause));
            }
            ModifierKind::Count { per, quantity } => {
                let count = figure(quantity).and_then(|it| u32::try_from(it.value).ok()).unwrap_or(0);
                form.limits.push(limit(builder, limits, per, LimitRoom::Count(count), clause));
            }
            ModifierKind::Prorated { by, rounded } => {
                // What was said so far is prorated, caps included; caps that follow hold for the part.
                if let Some(sum) = stated {
                    let so_far = builder.least(std::iter::once(sum).chain(caps.drain(..)).collect());
                    stated = Some(time::prorated(builder, so_far, by, rounded.as_ref()));
                }
            }
            _ => {}
        }
    }
    let open = matches!(
        form.kind,
        FormKind::Ceiling | FormKind::Range | FormKind::Referral | FormKind::CaseByCase | FormKind::Entitlement
    );
    let always = builder.truth(true);
    if open || (form.power && stated.is_some()) {
        if form.kind == FormKind::Fixed || form.kind == FormKind::Rate {
            form.kind = FormKind::Ceiling;
        }
        form.decider =
            named.or(if matches!(form.kind, FormKind::Ceiling | FormKind::Range) { rule.fact } else { None });
        let decided = match form.decider {
            Some(fact) => builder.fact(fact),
            None => builder.undecided(),
        };
        let cap = stated.map(|stated| builder.least(std::iter::once(stated).chain(caps.iter().copied()).collect()));
        let cap = cap.or_else(|| (!caps.is_empty()).then(|| builder.least(caps.clone())));
        let floor = floor(builder, award);
        form.ceiling = cap.map(|cap| (always, cap));
        form.sum = Some(match cap {
            Some(cap) => builder.least(vec![decided, cap]),
            None => decided,
        });
        if let (Some(floor), Some(sum)) = (floor, form.sum) {
            form.sum = Some(builder.greatest(vec![floor, sum]));
        }
    } else if let Some(stated) = stated {
        form.sum = Some(builder.least(std::iter::once(stated).chain(caps).collect()));
    }
    for it in parts {
        part(builder, limits, &mut form, it, clause);
    }
    form.unruled = in_hole(builder, award);
    if let Some(what) = &award.grant.in_kind {
        form.kind = FormKind::InKind;
        form.title = Some(what.text.clone());
        form.unit = stated.map(|stated| match builder.ty(stated) {
            Ty::Number { unit, .. } => unit,
            _ => Unit::none(),
        });
    }
    recovery(builder, award, &mut form);
    form
}

/// What must be paid back, with its interest; both are shown.
fn recovery(builder: &mut Builder<'_, '_>, award: &Award, form: &mut Form) {
    let (GrantKind::Recover(_), Some(principal)) = (&award.grant.kind, form.sum) else { return };
    let charged = award.modifiers.iter().find_map(|it| match &it.kind {
        ModifierKind::Interest(it) => Some(it),
        _ => None,
    });
    let Some(charged) = charged else { return };
    let interest = payout::interest(builder, principal, charged);
    form.sum = Some(builder.add(vec![(Sign::Plus, principal), (Sign::Plus, interest)]));
    let shown = |name: &str, alias: &str, node| Shown { name: name.to_owned(), alias: alias.to_owned(), node };
    form.shows.push(shown("本金", "principal", principal));
    form.shows.push(shown("利息", "interest", interest));
}

/// The kind of the grant and the sum it states.
fn grant(builder: &mut Builder<'_, '_>, award: &Award, form: &mut Form) {
    match &award.grant.kind {
        GrantKind::Sums(sums) => {
            let by_rate = sums.iter().all(is_rate);
            form.kind = if is_range(sums) {
                FormKind::Range
            } else if by_rate {
                FormKind::Rate
            } else {
                FormKind::Fixed
            };
            if let [sum] = sums.as_slice() {
                let node = expression(builder, sum);
                form.shows = shown(award, node);
            }
            form.sum = Some(respectively(builder, award, sums.len(), &|builder, index| match sums.get(index) {
                Some(sum) => expression(builder, sum),
                None => builder.number(0, MONEY_SCALE, Unit::yuan()),
            }));
        }
        GrantKind::Ceilings(sums) => {
            form.kind = if is_range(sums) { FormKind::Range } else { FormKind::Ceiling };
            form.sum = Some(respectively(builder, award, sums.len(), &|builder, index| match sums.get(index) {
                Some(sum) => expression(builder, sum),
                None => builder.number(0, MONEY_SCALE, Unit::yuan()),
            }));
        }
        GrantKind::Rates(base, rates) => {
            form.kind = FormKind::Rate;
            let marginal = award.modifiers.iter().any(|it| matches!(it.kind, ModifierKind::Marginal));
            form.sum = Some(if marginal {
                by_parts(builder, award, base, rates)
            } else {
                respectively(builder, award, rates.len(), &|builder, index| match rates.get(index) {
                    Some(rate) => share(builder, base, rate),
                    None => builder.number(0, MONEY_SCALE, Unit::yuan()),
                })
            });
        }
        GrantKind::PerUnit(base, rates) => {
            form.kind = FormKind::Rate;
            if award.modifiers.iter().any(|it| matches!(it.kind, ModifierKind::Marginal)) {
                form.sum = Some(by_parts(builder, award, base, rates));
                return;
            }
            form.sum = Some(respectively(builder, award, rates.len(), &|builder, index| {
                let base = expression(builder, base);
                match rates.get(index) {
                    Some(rate) => {
                        let rate = constant(builder, rate);
                        builder.multiply(base, rate)
                    }
                    None => base,
                }
            }));
        }
        GrantKind::Heads(of, heads) => {
            form.kind = FormKind::Rate;
            form.sum = Some(match of {
                Some(of) => by_count(builder, of, heads),
                None => by_place(builder, award, heads),
            });
        }
        GrantKind::Document(title) => {
            form.kind = FormKind::Referral;
            form.title = Some(title.text.clone());
        }
        GrantKind::CaseByCase => form.kind = FormKind::CaseByCase,
        GrantKind::Unquantified(title) => {
            form.kind = FormKind::Entitlement;
            form.title = Some(title.text.clone());
        }
        GrantKind::Recover(sum) => {
            form.kind = FormKind::Recovery;
            let sum = expression(builder, sum);
            let nothing = builder.number(0, MONEY_SCALE, Unit::yuan());
            form.sum = Some(builder.greatest(vec![sum, nothing]));
        }
        GrantKind::Unrated(base) => {
            form.kind = FormKind::Entitlement;
            let node = expression(builder, base);
            form.positive = Some(node);
            form.shows = shown(award, node);
        }
        GrantKind::Right(title) => {
            form.kind = FormKind::Right;
            form.title = Some(title.text.clone());
        }
    }
}

/// 每月 … 按 在岗月数 计，最长不超过36个月: the sum for a month times the months that count.
fn by_the_month(builder: &mut Builder<'_, '_>, award: &Award, form: &mut Form) {
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
fn by_place(builder: &mut Builder<'_, '_>, award: &Award, heads: &[Head]) -> NodeId {
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
fn by_count(builder: &mut Builder<'_, '_>, of: &Expression, heads: &[Head]) -> NodeId {
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

/// 列示: the stated figure, shown under the claim.
fn shown(award: &Award, node: NodeId) -> Vec<Shown> {
    let shown = award.modifiers.iter().filter_map(|it| match &it.kind {
        ModifierKind::Shown { name, alias } => Some(Shown { name: name.text.clone(), alias: alias.text.clone(), node }),
        _ => None,
    });
    shown.collect()
}

/// The list that stands in step with the figures.
fn in_step(award: &Award, figures: usize) -> Option<&Condition> {
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
fn respectively(
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
fn by_parts(
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

/// Whether a sum is a share of something, rounded or not.
fn is_rate(sum: &Expression) -> bool {
    match &sum.kind {
        ExpressionKind::Share(..) => true,
        ExpressionKind::Rounded(of, _) => is_rate(of),
        _ => false,
    }
}

/// Whether some sum is a range, whose place in it is left to a decision.
fn is_range(sums: &[Expression]) -> bool {
    sums.iter().any(|sum| matches!(sum.kind, ExpressionKind::ShareRange(..) | ExpressionKind::SumRange(..)))
}

/// The lower ends of ranges; nothing for a sum that is none.
fn floor(builder: &mut Builder<'_, '_>, award: &Award) -> Option<NodeId> {
    let (GrantKind::Ceilings(sums) | GrantKind::Sums(sums)) = &award.grant.kind else { return None };
    is_range(sums).then(|| {
        respectively(builder, award, sums.len(), &|builder, index| match sums.get(index).map(|it| &it.kind) {
            Some(ExpressionKind::ShareRange(of, from, _)) => share(builder, of, from),
            Some(ExpressionKind::SumRange(from, _)) => constant(builder, from),
            _ => builder.number(0, MONEY_SCALE, Unit::yuan()),
        })
    })
}

/// 其中 C，最高不超过 X
fn part(
    builder: &mut Builder<'_, '_>,
    limits: &mut Table<LimitId, Limit>,
    form: &mut Form,
    part: &Part,
    clause: ClauseId,
) {
    let guard = match &part.condition {
        Some(it) => condition(builder, it),
        None => builder.truth(true),
    };
    let cap = expression(builder, &part.cap);
    let nothing = builder.number(0, MONEY_SCALE, Unit::yuan());
    let cap =
        if matches!(part.cap.kind, ExpressionKind::Quantity(_)) { cap } else { builder.greatest(vec![cap, nothing]) };
    form.limits.extend(shared(builder, limits, &part.per, &part.cap, clause));
    let Some(sum) = form.sum else { return };
    let capped = builder.least(vec![sum, cap]);
    form.sum = Some(builder.choose(vec![(guard, capped)], sum));
    form.ceiling = Some(match form.ceiling {
        // A ceiling that holds in every case stays; this one lowers it where it applies.
        Some((always, known)) => {
            let lower = builder.least(vec![known, cap]);
            (always, builder.choose(vec![(guard, lower)], known))
        }
        None => (guard, cap),
    });
}

/// A cap that counts for more than one award is a limit that claims share.
fn shared(
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

/// Whether a node is a truth that always holds.
pub(super) fn always(builder: &Builder<'_, '_>, node: NodeId) -> bool {
    use tiaoli_eval::program::{Op, Value};
    builder.nodes.get(node).is_some_and(|it| it.ty == Ty::Truth && it.op == Op::Const(Value::Truth(true)))
}
