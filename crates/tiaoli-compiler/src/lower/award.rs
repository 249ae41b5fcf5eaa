//! Awards to forms: the sum, its ceiling, who decides it, the limits it shares.

use super::builder::Builder;
use super::condition::lower as condition;
use super::expression::{constant, lower as expression, share};
use super::heads::{by_count, by_place, by_the_month};
use super::limit::{limit, shared};
use super::respectively::{by_parts, floor, in_hole, is_range, respectively};
use super::{payout, referral, time};
use crate::resolve::figure;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{
    ClauseId, FactId, Form, FormKind, Limit, LimitId, LimitRoom, NodeId, Shown, Sign, Ty, Unit,
};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{Award, Expression, ExpressionKind, GrantKind, ModifierKind, Part};

/// Who decides ceilings that name nobody: 上限以内的数额 见 X.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CeilingRule {
    pub(super) fact: Option<FactId>,
    pub(super) above_is_invalid: bool,
}

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
        referral: None,
        same_as: Vec::new(),
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
        let named = named.or(rule.fact.filter(|_| matches!(form.kind, FormKind::Ceiling | FormKind::Range)));
        form.decider = referral::decider(builder, &form, named);
        let decided = match form.decider {
            Some(fact) => builder.fact(fact),
            None => referral::undecided(builder, &form),
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
        GrantKind::Document(document) => {
            form.kind = FormKind::Referral;
            form.title = Some(document.title.text.clone());
            form.referral = Some(referral::enter(builder, &document.title, &document.ids, form.clause));
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

/// 列示: the stated figure, shown under the claim.
fn shown(award: &Award, node: NodeId) -> Vec<Shown> {
    let shown = award.modifiers.iter().filter_map(|it| match &it.kind {
        ModifierKind::Shown { name, alias } => Some(Shown { name: name.text.clone(), alias: alias.text.clone(), node }),
        _ => None,
    });
    shown.collect()
}

/// Whether a sum is a share of something, rounded or not.
fn is_rate(sum: &Expression) -> bool {
    match &sum.kind {
        ExpressionKind::Share(..) => true,
        ExpressionKind::Rounded(of, _) => is_rate(of),
        _ => false,
    }
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

/// Whether a node is a truth that always holds.
pub(super) fn always(builder: &Builder<'_, '_>, node: NodeId) -> bool {
    use tiaoli_eval::program::{Op, Value};
    builder.nodes.get(node).is_some_and(|it| it.ty == Ty::Truth && it.op == Op::Const(Value::Truth(true)))
}
