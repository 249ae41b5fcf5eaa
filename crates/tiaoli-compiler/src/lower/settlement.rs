//! The settlement to data, and the validity of the policy to gates of every rule.

use super::award::CeilingRule;
use super::builder::Builder;
use super::rivalry;
use super::rules::Shared;
use super::time;
use crate::check::settlement::quantum_fen;
use crate::resolve::Slotted;
use tiaoli_eval::program::{
    Comparison, Earlier, EnumId, FactId, Gate, GateKind, Limit, LimitId, MemberSet, NodeId, Payment, Rule, RuleId,
    Settlement, When,
};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{self, SettlementKind};

/// The gates and deciders that every rule shares.
pub(super) fn shared<'a>(builder: &mut Builder<'_, 'a>) -> Shared<'a> {
    let resolved = builder.resolved;
    let mut shared = Shared {
        gates: Vec::new(),
        general: resolved.general.iter().map(|(clause, when, it)| ((*clause, when.clone()), *it)).collect(),
        ceilings: Vec::new(),
    };
    for slotted in &resolved.settlement {
        builder.span = slotted.sentence.span;
        match &slotted.sentence.kind {
            SettlementKind::InForce { validity, earliest, event } => {
                let event = event.as_ref().and_then(|event| resolved.dictionary.one(event));
                let earliest = earliest.map(|it| it.date);
                in_force(builder, &mut shared, slotted, validity, earliest, event);
            }
            SettlementKind::Ceiling { fact, above_is_invalid } => {
                let rule = CeilingRule { fact: resolved.dictionary.one(fact), above_is_invalid: *above_is_invalid };
                shared.ceilings.push((slotted.when.clone(), rule));
            }
            _ => {}
        }
    }
    if shared.ceilings.is_empty() {
        shared.ceilings.push((When::default(), CeilingRule::default()));
    }
    shared
}

/// The gates of 自 … 起施行: on the date of evaluation, or on the date that 以 … 为准 names.
fn in_force(
    builder: &mut Builder<'_, '_>,
    shared: &mut Shared<'_>,
    sentence: &Slotted<'_, ast::SettlementSentence>,
    validity: &ast::Validity,
    earliest: Option<ast::Date>,
    event: Option<FactId>,
) {
    let (when, clause) = (&sentence.when, sentence.clause);
    let Some(from) = &validity.from else { return };
    let tested = validity.tested.as_ref().and_then(|name| builder.resolved.dictionary.one(name));
    let day = time::date_of(builder, validity.tested.as_ref());
    let first = time::start(builder, from);
    let given = match from {
        ast::Start::Fact(name) => match builder.resolved.dictionary.one(name) {
            Some(fact) => builder.given(fact),
            None => return,
        },
        ast::Start::Date(_) => builder.truth(true),
    };
    let mut begun = builder.compare(Comparison::LessOrEqual, first, day);
    if matches!(from, ast::Start::Fact(_)) {
        // Where the first day is unknown, the application may say to treat the policy as in force.
        let unknown = builder.not(given);
        let assumed = builder.assume_in_force();
        let assumed = builder.all(vec![unknown, assumed]);
        begun = builder.any(vec![assumed, begun]);
    }
    let mut all = vec![begun];
    let earliest = earliest.map(|date| time::start(builder, &ast::Start::Date(date)));
    if let Some(earliest) = earliest {
        all.push(builder.compare(Comparison::LessOrEqual, earliest, day));
    }
    if let Some(last) = validity.until.as_ref().and_then(|until| time::last_day(builder, Some(first), until)) {
        all.push(builder.compare(Comparison::LessOrEqual, day, last));
    }
    let (node, kind) = match tested {
        Some(fact) => (builder.all_about(all, fact), GateKind::Scope),
        None => (builder.all(all), GateKind::InForce),
    };
    shared.gates.push((when.clone(), Gate { node, kind, clause }));
    let Some(event) = event else { return };
    // An event date that was not given is not tested; one that was is tested against what is known of the first day.
    let told = builder.given(event);
    let day = builder.fact(event);
    let before = builder.compare(Comparison::Less, day, first);
    let mut early: Vec<NodeId> = vec![builder.all(vec![given, before])];
    if let Some(earliest) = earliest {
        early.push(builder.compare(Comparison::Less, day, earliest));
    }
    let early = builder.any(early);
    let early = builder.all(vec![told, early]);
    let node = builder.not(early);
    shared.gates.push((when.clone(), Gate { node, kind: GateKind::Event, clause }));
}

/// The settlement as data.
pub(super) fn lower(
    builder: &mut Builder<'_, '_>,
    rules: &Table<RuleId, Rule>,
    limits: &mut Table<LimitId, Limit>,
) -> Settlement {
    let resolved = builder.resolved;
    let clauses = resolved.settlement.iter().map(|slotted| slotted.clause).collect();
    let mut settlement = Settlement { readings: super::rules::about(builder, &clauses), ..Settlement::default() };
    let when = |it: &When| -> When { it.clone() };
    let mut names: Vec<&ast::Name> = Vec::new();
    for slotted in &resolved.settlement {
        if let SettlementKind::Funds(levels) | SettlementKind::Earlier { levels, .. } = &slotted.sentence.kind {
            names.extend(levels);
        }
    }
    let of = levels_of(builder, &names);
    settlement.levels = of;
    let set = |builder: &Builder<'_, '_>, names: &[ast::Name]| {
        let member = |name: &ast::Name| builder.resolved.dictionary.member(of?, &name.text).map(MemberSet::one);
        names.iter().filter_map(member).fold(MemberSet(0), MemberSet::union)
    };
    for slotted in &resolved.settlement {
        builder.span = slotted.sentence.span;
        match &slotted.sentence.kind {
            SettlementKind::Funds(levels) => settlement.funds.push((when(&slotted.when), set(builder, levels))),
            SettlementKind::Earlier { own_policy, levels, rule, base_grants_apart } => {
                let rule = super::payout::earlier_rule(*rule);
                let earlier = Earlier {
                    own_policy: *own_policy,
                    levels: set(builder, levels),
                    rule,
                    base_grants_apart: *base_grants_apart,
                };
                settlement.earlier.push((when(&slotted.when), earlier));
            }
            // Rivals across policies are the linker's.
            SettlementKind::Exclusive(it) if !it.with.is_empty() => {}
            SettlementKind::Exclusive(it) => {
                let exclusive = rivalry::exclusive(builder, rules, it);
                settlement.exclusive.push((when(&slotted.when), exclusive));
            }
            SettlementKind::Payment { rounding, quantum } => {
                let rounding = super::payout::rounding(*rounding);
                let payment = Payment { rounding, quantum: quantum_fen(&quantum.text).unwrap_or(1) };
                settlement.payment.push((when(&slotted.when), payment));
            }
            SettlementKind::SetOff => settlement.set_off.push(when(&slotted.when)),
            SettlementKind::RightsApart
            | SettlementKind::InForce { .. }
            | SettlementKind::Ceiling { .. }
            | SettlementKind::Stacking(_)
            | SettlementKind::Joint(_)
            | SettlementKind::Order(_)
            | SettlementKind::After(_)
            | SettlementKind::Fallback(_)
            | SettlementKind::Scope(_)
            | SettlementKind::Exclusion(_) => {}
        }
    }
    rivalry::across(builder, rules, limits, &mut settlement);
    super::referral::across(builder, rules, &mut settlement);
    settlement
}

/// The ordered enumeration that has all these members.
fn levels_of(builder: &Builder<'_, '_>, names: &[&ast::Name]) -> Option<EnumId> {
    if names.is_empty() {
        return None;
    }
    let enums = &builder.resolved.dictionary.enums;
    enums
        .iter()
        .find(|(id, it)| {
            it.ordered && names.iter().all(|name| builder.resolved.dictionary.member(*id, &name.text).is_some())
        })
        .map(|(id, _)| id)
}
