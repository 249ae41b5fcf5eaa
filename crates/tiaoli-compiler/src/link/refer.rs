//! 按 “…” 执行: where the other policy is here, its result is the claim's.
//!
//! The claim takes over the conditions, the sum, the limits and the manner of payment of the award that is meant. Where a
//! whole policy is meant that has several awards, the claim is what they come to together: their sum, or where they are
//! rivals the greatest; only if that can be said of one claim by itself. Either way the award is given once.

use super::nodes::{Combine, Nodes};
use super::results::{Alternative, Found, alternatives};
use super::substitute::{self, Instead};
use super::{Part, Told, level_name, meant, part_called};
use crate::lower::SourceMap;
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::program::{
    ClauseId, Elsewhere, Form, FormKind, Gate, GateKind, KeyPart, LevelId, LimitId, NodeId, Payout, Place, Program,
    ReferralId, RuleId, When,
};
use tiaoli_source::{Code, Diagnostic, Value};

/// Links the referrals of one policy.
pub(super) fn link(joint: &mut Program, map: &mut SourceMap, parts: &[Part], at: usize, told: &mut Told<'_>) {
    let Some(part) = parts.get(at) else { return };
    for referral in part.referrals() {
        let Some(it) = joint.referrals.get(referral).cloned() else { continue };
        let Some(other) = part_called(parts, &it.of.title).filter(|other| *other != at) else { continue };
        let Some(other) = parts.get(other) else { continue };
        let span = told.place(&it.of).filter(|_| at == 0);
        let mut nodes = Nodes { joint, map, span: span.unwrap_or_default() };
        if let Err(problem) = one(&mut nodes, part, other, referral, &it.of, it.clause)
            && at == 0
        {
            told.say(problem, span);
        }
    }
}

fn one(
    nodes: &mut Nodes<'_>,
    part: &Part,
    other: &Part,
    referral: ReferralId,
    of: &Elsewhere,
    clause: ClauseId,
) -> Result<(), Diagnostic> {
    let mut targets = meant(nodes.joint, other, of);
    if of.ids.is_empty() {
        targets.retain(|rule| is_money(nodes.joint, *rule));
    }
    // What is not there was reported with the place of its id.
    if targets.is_empty() {
        return Ok(());
    }
    let takers: Vec<RuleId> = part.rules().filter(|rule| refers(nodes.joint, *rule, referral)).collect();
    let several = targets.len() > 1;
    let how = if takers.is_empty() { Combine::Sum } else { together(nodes.joint, other, of, &targets)? };
    for taker in &takers {
        levels(nodes.joint, *taker, other, &targets)?;
    }
    let which = |why: (&str, &str)| which(nodes.joint, other, of, &targets, why);
    let too_many = which(("读法太多", "too many readings"));
    let Some(ways) = alternatives(nodes, &targets) else { return Err(too_many) };
    let until = nodes.joint.nodes.len();
    let leaves = substitute::leaves(nodes, referral);
    let mut instead = Vec::new();
    for way in &ways {
        let mut stands = BTreeMap::new();
        for leaf in &leaves {
            if let Some(amount) = amount(nodes, way, how, *leaf) {
                stands.insert(*leaf, amount);
            }
        }
        instead.push(substitute::instead(nodes, way.when.clone(), stands, until));
    }
    let before: BTreeMap<RuleId, Vec<(When, Form)>> =
        takers.iter().filter_map(|rule| nodes.joint.rules.get(*rule).map(|it| (*rule, it.forms.clone()))).collect();
    for rule in part.rules() {
        substitute::apply(nodes, rule, &instead);
    }
    let same_as = one_and_the_same(nodes.joint, &targets);
    for (taker, forms) in before {
        let taken = Taken { ways: &ways, instead: &instead, targets: &targets, same_as: &same_as, several, clause };
        take(nodes, taker, referral, &forms, &taken);
    }
    if let Some(it) = nodes.joint.referrals.get_mut(referral) {
        it.linked = true;
    }
    Ok(())
}

fn is_money(joint: &Program, rule: RuleId) -> bool {
    let other = |kind: FormKind| matches!(kind, FormKind::Right | FormKind::InKind | FormKind::Recovery);
    joint.rules.get(rule).is_some_and(|it| !it.forms.iter().any(|(_, form)| other(form.kind)))
}

fn refers(joint: &Program, rule: RuleId, referral: ReferralId) -> bool {
    joint.rules.get(rule).is_some_and(|it| it.forms.iter().any(|(_, form)| form.referral == Some(referral)))
}

/// The awards that are meant, and those that they are themselves: a referral may lead to a referral.
fn one_and_the_same(joint: &Program, targets: &[RuleId]) -> Vec<RuleId> {
    let beyond = targets.iter().filter_map(|rule| joint.rules.get(*rule)).flat_map(|it| &it.forms);
    let mut all: Vec<RuleId> = beyond.flat_map(|(_, form)| form.same_as.iter().copied()).collect();
    all.extend(targets);
    all.sort_unstable();
    all.dedup();
    all
}

/// What stands for a leaf: the sums of the awards on the leaf's level, as fine as the leaf.
fn amount(nodes: &mut Nodes<'_>, way: &Alternative, how: Combine, leaf: NodeId) -> Option<NodeId> {
    let level = nodes.level(leaf)?;
    let of: Option<Vec<NodeId>> = way.results.iter().map(|it| nodes.bring(it.amount, level)).collect();
    let sum = nodes.combine(how, of?, level)?;
    let scale = nodes.scale(leaf);
    Some(nodes.at_scale(sum, scale, level))
}

/// Each claim of the one must be one claim of the other.
fn levels(joint: &Program, taker: RuleId, other: &Part, targets: &[RuleId]) -> Result<(), Diagnostic> {
    let Some(own) = joint.rules.get(taker).map(|it| it.level) else { return Ok(()) };
    let differs = targets.iter().filter_map(|rule| joint.rules.get(*rule)).find(|it| it.level != own);
    match differs {
        None => Ok(()),
        Some(it) => Err(Diagnostic::new(Code::REFERRAL_LEVEL)
            .arg("own", level_name(joint, own))
            .arg("theirs", level_name(joint, it.level))
            .arg("title", other.policy.short())
            .arg("id", bare(other, &it.id))),
    }
}

/// An id without the title before it.
fn bare(other: &Part, id: &str) -> String {
    id.strip_prefix(other.policy.short()).unwrap_or(id).trim_start().to_owned()
}

fn which(joint: &Program, other: &Part, of: &Elsewhere, targets: &[RuleId], why: (&str, &str)) -> Diagnostic {
    let ids: Vec<String> =
        targets.iter().filter_map(|rule| joint.rules.get(*rule)).map(|it| bare(other, &it.id)).collect();
    Diagnostic::new(Code::REFERRAL_WHICH)
        .arg("title", &of.title)
        .arg("first", ids.first().cloned().unwrap_or_default())
        .arg("ids", ids.join("、"))
        .arg("why", Value::said(why.0, why.1))
}

/// How several awards of the other policy come together for one claim.
fn together(joint: &Program, other: &Part, of: &Elsewhere, targets: &[RuleId]) -> Result<Combine, Diagnostic> {
    if targets.len() < 2 {
        return Ok(Combine::Sum);
    }
    let fail = |zh: &str, en: &str| Err(which(joint, other, of, targets, (zh, en)));
    let forms = || targets.iter().filter_map(|rule| joint.rules.get(*rule)).flat_map(|it| &it.forms);
    let stated = |form: &Form| matches!(form.kind, FormKind::Fixed | FormKind::Rate) && !form.power;
    if !forms().all(|(_, form)| stated(form)) {
        return fail("有的数额未定", "some sums are left open");
    }
    if forms().any(|(_, form)| form.payout != Payout::default() || form.promoted.is_some()) {
        return fail("拨付办法不一", "they are not paid alike");
    }
    let mut limits = forms().map(|(_, form)| limits(joint, targets, form));
    let first = limits.next().unwrap_or_default();
    if limits.any(|it| it != first) || joint.settlement.joint.iter().any(|(_, it)| in_part(&it.rules, targets)) {
        return fail("各有各的限额", "each has limits of its own");
    }
    let level = targets.first().and_then(|rule| joint.rules.get(*rule)).map(|it| it.level);
    let rivals = |one: RuleId, two: RuleId| {
        let among =
            joint.settlement.exclusive.iter().filter(|(_, it)| it.rules.contains(&one) && it.rules.contains(&two));
        among.map(|(when, it)| (when, it)).collect::<Vec<_>>()
    };
    let mut all = BTreeSet::new();
    for (at, one) in targets.iter().enumerate() {
        for two in targets.iter().skip(at + 1) {
            let among = rivals(*one, *two);
            let plain = among.iter().all(|(when, it)| {
                when.all.is_empty()
                    && when.none.is_empty()
                    && it.only_where.is_none()
                    && it.sides.is_empty()
                    && own_rows(joint, level, &it.same)
            });
            let stacks =
                joint.settlement.stacking.iter().any(|(_, it)| it.rules.contains(one) || it.rules.contains(two));
            if !among.is_empty() && (!plain || stacks) {
                return fail(
                    "有的可以叠加，有的不可以，或按别的算同一",
                    "some may be had together and some not, or by another key",
                );
            }
            all.insert(!among.is_empty());
        }
    }
    match all.iter().collect::<Vec<_>>().as_slice() {
        [true] => Ok(Combine::Greatest),
        [false] => Ok(Combine::Sum),
        _ => fail("有的可以叠加，有的不可以", "some may be had together and some not"),
    }
}

/// The limits that one form of an award draws on, as far as they are not of all of them.
fn limits(joint: &Program, targets: &[RuleId], form: &Form) -> BTreeSet<LimitId> {
    let of_all = |limit: &&LimitId| {
        let has = |rule: &RuleId| {
            joint.rules.get(*rule).is_some_and(|it| it.forms.iter().all(|(_, form)| form.limits.contains(limit)))
        };
        !targets.iter().all(has)
    };
    form.limits.iter().filter(of_all).copied().collect()
}

/// Whether some of these rules and not all are among those.
fn in_part(rules: &[RuleId], targets: &[RuleId]) -> bool {
    let inside = targets.iter().filter(|rule| rules.contains(rule)).count();
    inside > 0 && inside < targets.len()
}

/// Whether a key is the row of the awards themselves.
fn own_rows(joint: &Program, level: Option<LevelId>, same: &[KeyPart]) -> bool {
    let row = |part: &KeyPart| match part {
        KeyPart::Row(of) => {
            Some(*of) == level || joint.levels.get(*of).is_some_and(|it| it.place == Place::Application)
        }
        KeyPart::Value(_) => false,
    };
    same.iter().all(row)
}

/// What a referring rule takes over.
struct Taken<'t> {
    ways: &'t [Alternative],
    instead: &'t [Instead],
    targets: &'t [RuleId],
    same_as: &'t [RuleId],
    several: bool,
    clause: ClauseId,
}

/// The rule that refers takes over conditions and forms.
fn take(nodes: &mut Nodes<'_>, taker: RuleId, referral: ReferralId, before: &[(When, Form)], taken: &Taken<'_>) {
    let Some(level) = nodes.joint.rules.get(taker).map(|it| it.level) else { return };
    let others = nodes.joint.rules.get(taker).map(|it| it.forms.clone()).unwrap_or_default();
    let mut forms: Vec<_> = others.into_iter().filter(|(_, form)| form.referral != Some(referral)).collect();
    let mut gates: Vec<(When, Gate)> = Vec::new();
    for (when, own) in before.iter().filter(|(_, own)| own.referral == Some(referral)) {
        for (way, instead) in taken.ways.iter().zip(taken.instead) {
            let Some(when) = when.and(&way.when) else { continue };
            let form = match way.results.as_slice() {
                [one] if !taken.several => {
                    gates.extend(one.gates.iter().map(|gate| (when.clone(), gate.clone())));
                    take_over(nodes, own, one, instead, level)
                }
                all => {
                    let node = nodes.any(all.iter().map(|it| it.granted).collect(), level);
                    gates.push((when.clone(), Gate { node, kind: GateKind::Condition, clause: taken.clause }));
                    take_together(own, all, instead)
                }
            };
            forms.push((when, Form { same_as: taken.same_as.to_vec(), ..form }));
        }
    }
    let readings: Vec<_> = taken
        .targets
        .iter()
        .filter_map(|rule| nodes.joint.rules.get(*rule))
        .flat_map(|it| it.readings.clone())
        .collect();
    if let Some(it) = nodes.joint.rules.get_mut(taker) {
        it.forms = forms;
        it.gates.extend(gates);
        it.readings.extend(readings);
        it.readings.sort_unstable();
        it.readings.dedup();
    }
    // What waits, and what shares a limit, does so under the clause that refers too.
    let all = |rules: &[RuleId]| taken.targets.iter().all(|rule| rules.contains(rule));
    for (_, it) in &mut nodes.joint.settlement.joint {
        if all(&it.rules) {
            it.rules.push(taker);
        }
    }
    for (_, it) in &mut nodes.joint.settlement.after {
        if all(&it.rules) {
            it.rules.push(taker);
        }
    }
}

/// One award of the other policy, under this policy's own limits.
fn take_over(nodes: &mut Nodes<'_>, own: &Form, of: &Found, instead: &Instead, level: LevelId) -> Form {
    let theirs = &of.form;
    let own_sum = own.sum.map(|node| instead.node(node));
    let no_money = matches!(theirs.kind, FormKind::Right | FormKind::InKind | FormKind::Recovery);
    let mut form = Form {
        sum: if no_money { theirs.sum } else { own_sum },
        power: own.power || theirs.power,
        title: own.title.clone(),
        referral: own.referral,
        clause: own.clause,
        promoted: own.promoted,
        ..theirs.clone()
    };
    form.limits.extend(own.limits.iter().filter(|limit| !theirs.limits.contains(limit)));
    form.shows.extend(own.shows.iter().cloned());
    if own.payout != Payout::default() {
        form.payout = own.payout.clone();
    }
    form.ceiling = match (theirs.ceiling, own.ceiling) {
        (Some((guard, one)), Some((_, other))) => {
            nodes.combine(Combine::Least, vec![one, other], level).map(|least| (guard, least))
        }
        (theirs, own) => theirs.or(own),
    };
    if own.power && !theirs.power && matches!(theirs.kind, FormKind::Fixed | FormKind::Rate) {
        form.kind = FormKind::Ceiling;
        let open = nodes.undecided(level);
        form.sum = form.sum.and_then(|sum| nodes.combine(Combine::Least, vec![open, sum], level));
    }
    form
}

/// Several awards of the other policy at once.
fn take_together(own: &Form, all: &[Found], instead: &Instead) -> Form {
    let fixed = all.iter().all(|it| it.form.kind == FormKind::Fixed);
    let mut limits = own.limits.clone();
    limits.extend(all.first().map(|it| it.form.limits.clone()).unwrap_or_default());
    Form {
        kind: if fixed { FormKind::Fixed } else { FormKind::Rate },
        sum: own.sum.map(|node| instead.node(node)),
        ceiling: None,
        limits,
        ..own.clone()
    }
}
