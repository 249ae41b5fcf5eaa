//! Several awards to data: rivals, joint limits, order; and what can only be said of them once every rule is known.

use super::builder::Builder;
use super::condition::lower as condition;
use super::limit::{fen, limit};
use crate::check::Checked;
use crate::resolve::{Across, figure};
use std::collections::BTreeSet;
use tiaoli_eval::program::{
    After, Ceilings, ClauseId, Exclusive, Joint, KeyPart, LevelId, Limit, LimitId, LimitPeriod, LimitRoom, Manner,
    MemberSet, Named, NodeId, Op, Program, Rule, RuleId, Settlement, Stacking, Unquantified, When,
};
use tiaoli_eval::selection::{Selection, groups, select};
use tiaoli_eval::table::Table;
use tiaoli_source::{Code, Diagnostic, Problems, Span};
use tiaoli_syntax::ast::{self, Most, SettlementKind};

/// The most groups that sentences on stacking may part the rivals into.
const MOST_GROUPS: usize = 64;

/// 同一 …
pub(super) fn exclusive(builder: &mut Builder<'_, '_>, rules: &Table<RuleId, Rule>, it: &ast::Exclusive) -> Exclusive {
    let part = |builder: &mut Builder<'_, '_>, name: &ast::Name| match builder.resolved.dictionary.entity(&name.text) {
        Some(level) => Some(KeyPart::Row(level)),
        None => {
            let fact = builder.resolved.dictionary.one(name)?;
            Some(KeyPart::Value(builder.fact(fact)))
        }
    };
    let mut same: Vec<KeyPart> = it.same.iter().filter_map(|name| part(builder, name)).collect();
    if it.same.is_empty() {
        same.push(KeyPart::Row(builder.resolved.dictionary.project()));
    }
    let only_where = it.when.as_ref().map(|it| condition(builder, it));
    let except = named(builder, rules, &it.except);
    let of: Vec<RuleId> =
        if it.between.is_empty() { rules.ids().collect() } else { named(builder, rules, &it.between) };
    Exclusive {
        same,
        only_where,
        rules: of.into_iter().filter(|rule| !except.contains(rule)).collect(),
        sides: Vec::new(),
        general: it.between.is_empty() && it.with.is_empty(),
        manner: manner(builder, rules, it),
        ceilings: match it.ceilings {
            ast::Ceilings::Open => Ceilings::Open,
            ast::Ceilings::AsSums => Ceilings::AsSums,
            ast::Ceilings::Certain => Ceilings::Certain,
        },
        unquantified: match it.unquantified {
            ast::Unquantified::Open => Unquantified::Open,
            ast::Unquantified::Apart => Unquantified::Apart,
            ast::Unquantified::Displaces => Unquantified::Displaces,
        },
    }
}

fn manner(builder: &mut Builder<'_, '_>, rules: &Table<RuleId, Rule>, it: &ast::Exclusive) -> Manner {
    match &it.manner {
        ast::Manner::Best => Manner::Best,
        ast::Manner::Highest => Manner::Highest,
        ast::Manner::HighestBeforeLimits => Manner::HighestBeforeLimits,
        ast::Manner::First => Manner::First,
        ast::Manner::Choice(None) => Manner::Choice(None),
        ast::Manner::Choice(Some((name, values))) => {
            let Some(fact) = builder.resolved.dictionary.one(name) else { return Manner::Choice(None) };
            let (value, given) = (builder.fact(fact), builder.given(fact));
            let members = builder.resolved.dictionary.facts.get(fact).and_then(|it| match it.ty {
                tiaoli_eval::program::Ty::Member(of) => Some(of),
                _ => None,
            });
            let mut picks = Vec::new();
            for (id, value_name) in it.between.iter().zip(values) {
                let member = members.and_then(|of| builder.resolved.dictionary.member(of, &value_name.text));
                let Some(member) = member else { continue };
                let node = builder.within(value, MemberSet::one(member));
                picks.extend(named(builder, rules, std::slice::from_ref(id)).into_iter().map(|rule| (rule, node)));
            }
            Manner::Choice(Some(Named { given, picks }))
        }
    }
}

/// The sentences on several awards, of the settlement and of articles.
pub(super) fn across(
    builder: &mut Builder<'_, '_>,
    rules: &Table<RuleId, Rule>,
    limits: &mut Table<LimitId, Limit>,
    settlement: &mut Settlement,
) {
    let resolved = builder.resolved;
    for it in &resolved.across {
        builder.span = it.sentence.span;
        let when: When = it.when.clone();
        match &it.sentence.kind {
            SettlementKind::Stacking(stacking) => {
                let with = (!stacking.with.is_empty()).then(|| named(builder, rules, &stacking.with));
                let own = meant(builder, rules, &stacking.ids, it);
                settlement.stacking.push((when, Stacking { rules: own, with }));
            }
            SettlementKind::Joint(joint) => {
                let room = match &joint.most {
                    Most::Sum(sum) => LimitRoom::Money(fen(sum).unwrap_or(0)),
                    Most::Count(quantity) => {
                        let count = figure(quantity).and_then(|it| u32::try_from(it.value).ok());
                        LimitRoom::Count(count.unwrap_or(0))
                    }
                };
                let limit = limit(builder, limits, &joint.per, room, it.clause);
                let rules = meant(builder, rules, &joint.ids, it);
                settlement.joint.push((when, Joint { limit, rules }));
            }
            SettlementKind::Order(steps) => {
                let steps = steps.iter().map(|ids| named(builder, rules, ids)).collect();
                settlement.order.push((when, steps));
            }
            SettlementKind::After(after) => {
                let first = named(builder, rules, &after.first);
                settlement.after.push((when, After { rules: meant(builder, rules, &after.ids, it), first }));
            }
            _ => {}
        }
    }
}

/// The rules that a sentence speaks of: those it names, else its article's, else all.
fn meant(builder: &Builder<'_, '_>, rules: &Table<RuleId, Rule>, ids: &[ast::Id], across: &Across<'_>) -> Vec<RuleId> {
    match (ids, across.article) {
        ([], None) => rules.ids().collect(),
        ([], Some(article)) => named(builder, rules, std::slice::from_ref(article)),
        (ids, _) => named(builder, rules, ids),
    }
}

/// The rules that ids name: a rule's own, one of its clauses, or a section around it. In document order.
pub(super) fn named(builder: &Builder<'_, '_>, rules: &Table<RuleId, Rule>, ids: &[ast::Id]) -> Vec<RuleId> {
    let ids: Vec<String> = ids.iter().map(|id| id.text.clone()).collect();
    under(builder, rules, &ids)
}

pub(super) fn under(builder: &Builder<'_, '_>, rules: &Table<RuleId, Rule>, ids: &[String]) -> Vec<RuleId> {
    let names = |rule: &Rule, id: &str| {
        rule.id == id
            || rule.clauses.iter().any(|clause| {
                let own = super::rules::text(builder, *clause);
                own == id || own.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'))
            })
    };
    rules.iter().filter(|(_, rule)| ids.iter().any(|id| names(rule, id))).map(|(id, _)| id).collect()
}

/// What is open between the rules: limits that cross, an order with a gap, rivals under two rules at once.
pub(super) fn check(checked: &Checked<'_>, program: &Program, problems: &mut Problems) {
    let at = Places { checked };
    clashes(&at, program, problems);
    stacks(&at, program, problems);
    let Ok(base) = select(program, &[]) else { return };
    if crossing(&at, program, &base, problems) {
        return;
    }
    for (option, _) in program.options.iter() {
        if let Ok(selection) = select(program, &[option])
            && crossing(&at, program, &selection, problems)
        {
            return;
        }
    }
    gaps(&at, program, &base, problems);
    never_used_up(&at, program, &base, problems);
}

/// Where sentences stand.
struct Places<'c, 'a> {
    checked: &'c Checked<'a>,
}

impl Places<'_, '_> {
    /// The sentence of an article that encodes a clause.
    fn of(&self, clause: ClauseId) -> Span {
        let own = self.checked.articles.iter().flat_map(|it| &it.sentences);
        own.filter(|it| it.clause == clause).map(|it| it.sentence.span).next().unwrap_or_default()
    }

    /// The sentence that states a limit.
    fn limit(&self, program: &Program, limit: LimitId) -> Span {
        let joints = self.across(|kind| matches!(kind, SettlementKind::Joint(_)));
        let mut joint = program.settlement.joint.iter().zip(joints).filter(|((_, it), _)| it.limit == limit);
        match (joint.next(), program.limits.get(limit)) {
            (Some((_, place)), _) => place.sentence.span,
            (None, Some(it)) => self.of(it.clause),
            (None, None) => Span::default(),
        }
    }

    fn across(&self, wanted: fn(&SettlementKind) -> bool) -> impl Iterator<Item = &Across<'_>> {
        self.checked.across.iter().filter(move |it| wanted(&it.sentence.kind))
    }

    fn exclusives(&self) -> impl Iterator<Item = Span> {
        let of = self.checked.settlement.iter();
        let own = |kind: &SettlementKind| matches!(kind, SettlementKind::Exclusive(it) if it.with.is_empty());
        of.filter(move |it| own(&it.sentence.kind)).map(|it| it.sentence.span)
    }
}

fn ids(program: &Program, rules: impl IntoIterator<Item = RuleId>) -> String {
    let ids: Vec<&str> =
        rules.into_iter().filter_map(|rule| program.rules.get(rule)).map(|rule| rule.id.as_str()).collect();
    ids.join("、")
}

/// Two awards are rivals under two sentences with different manners, and neither sentence is within the other.
fn clashes(at: &Places<'_, '_>, program: &Program, problems: &mut Problems) {
    let all: Vec<(&(When, Exclusive), Span)> = program.settlement.exclusive.iter().zip(at.exclusives()).collect();
    for (index, ((when, one), first)) in all.iter().enumerate() {
        for ((other_when, other), second) in all.iter().skip(index + 1) {
            let common: Vec<RuleId> = one.rules.iter().copied().filter(|rule| other.rules.contains(rule)).collect();
            let within = common.len() == one.rules.len() || common.len() == other.rules.len();
            let same = one.same == other.same && one.only_where == other.only_where;
            if when != other_when || !same || common.len() < 2 {
                continue;
            }
            if one.rules == other.rules || (one.manner != other.manner && !within) {
                let problem = Diagnostic::new(Code::RIVALS_TWICE).at(*second).also(*first);
                problems.push(problem.arg("ids", ids(program, common)));
            }
        }
    }
}

/// Stacking says nothing where the awards are no rivals, and cannot part them into too many groups.
fn stacks(at: &Places<'_, '_>, program: &Program, problems: &mut Problems) {
    let places = at.across(|kind| matches!(kind, SettlementKind::Stacking(_)));
    let mut stacking: Vec<&Stacking> = Vec::new();
    for ((_, it), place) in program.settlement.stacking.iter().zip(places) {
        let rivals = |sentence: &Exclusive| {
            let mut own = it.rules.iter().filter(|rule| sentence.rules.contains(rule));
            own.any(|one| match &it.with {
                Some(with) => with.iter().any(|other| other != one && sentence.rules.contains(other)),
                None => sentence.rules.len() > 1,
            })
        };
        if !program.settlement.exclusive.iter().any(|(_, sentence)| rivals(sentence)) {
            problems.push(Diagnostic::new(Code::STACKS_ANYWAY).at(place.sentence.span));
        }
        stacking.push(it);
        let parted = program.settlement.exclusive.iter().map(|(_, it)| groups(&it.rules, &stacking).len()).max();
        if parted.is_some_and(|parted| parted > MOST_GROUPS) {
            problems.push(Diagnostic::new(Code::STACKS_TOO_MANY).at(place.sentence.span).arg("most", MOST_GROUPS));
            return;
        }
    }
}

/// Limits on money that share awards, while neither holds all that the other holds: which is looked at first decides.
fn crossing(at: &Places<'_, '_>, program: &Program, selection: &Selection, problems: &mut Problems) -> bool {
    let everything = vec![program.rules.ids().collect::<Vec<RuleId>>()];
    let steps = if selection.order.is_empty() { &everything } else { &selection.order };
    let money: Vec<(LimitId, &Limit)> =
        program.limits.iter().filter(|(_, limit)| matches!(limit.room, LimitRoom::Money(_))).collect();
    for step in steps {
        let of = |limit: LimitId| -> BTreeSet<RuleId> {
            let holds = |rule: &&RuleId| selection.rules.get(**rule).is_some_and(|it| it.form.limits.contains(&limit));
            step.iter().filter(holds).copied().collect()
        };
        for (index, (one, one_limit)) in money.iter().enumerate() {
            for (other, other_limit) in money.iter().skip(index + 1) {
                let (these, those) = (of(*one), of(*other));
                let common: Vec<RuleId> = these.intersection(&those).copied().collect();
                let nested = (these.is_subset(&those) && finer(program, one_limit, other_limit))
                    || (those.is_subset(&these) && finer(program, other_limit, one_limit));
                if common.is_empty()
                    || nested
                    || single(program, &these, one_limit)
                    || single(program, &those, other_limit)
                {
                    continue;
                }
                problems.push(
                    Diagnostic::new(Code::LIMITS_CROSS)
                        .at(at.limit(program, *other))
                        .also(at.limit(program, *one))
                        .arg("ids", ids(program, common.clone()))
                        .arg("first", ids(program, common.first().copied()))
                        .arg(
                            "then",
                            ids(program, these.union(&those).copied().filter(|it| common.first() != Some(it))),
                        ),
                );
                return true;
            }
        }
    }
    false
}

/// Whether a room of the limit holds one claim: one rule, on the rows of whom it is for.
fn single(program: &Program, rules: &BTreeSet<RuleId>, limit: &Limit) -> bool {
    rules.len() == 1 && rules.iter().all(|rule| program.rules.get(*rule).is_some_and(|it| it.level == limit.whom))
}

/// Whether each room of one limit is wholly inside a room of the other, as far as whom and when go: whom stands at or
/// below the other's, and the period is as fine, or one and the same for everything that one whom has.
fn finer(program: &Program, one: &Limit, other: &Limit) -> bool {
    let fixed = |period: LimitPeriod| match period {
        LimitPeriod::Ever => true,
        LimitPeriod::Year(node) => spoken_at(program, node).is_some_and(|level| program.is_above(level, one.whom)),
    };
    program.is_above(other.whom, one.whom) && (one.period == other.period || fixed(other.period))
}

/// The level that a value is one of, before it is spread to rows below.
fn spoken_at(program: &Program, node: NodeId) -> Option<LevelId> {
    let mut it = program.nodes.get(node)?;
    while let (Op::Spread, Some(of)) = (&it.op, it.args.first()) {
        it = program.nodes.get(*of)?;
    }
    Some(it.level)
}

/// An order must place every award of a limit that it speaks of.
fn gaps(at: &Places<'_, '_>, program: &Program, selection: &Selection, problems: &mut Problems) {
    let placed: BTreeSet<RuleId> = selection.order.iter().flatten().copied().collect();
    let Some(order) = at.across(|kind| matches!(kind, SettlementKind::Order(_))).next() else { return };
    for limit in program.limits.ids() {
        let of: Vec<RuleId> =
            selection.rules.iter().filter(|(_, rule)| rule.form.limits.contains(&limit)).map(|(id, _)| id).collect();
        let missing: Vec<RuleId> = of.iter().copied().filter(|rule| !placed.contains(rule)).collect();
        if of.iter().any(|rule| placed.contains(rule)) && !missing.is_empty() {
            problems.push(
                Diagnostic::new(Code::ORDER_WITH_GAP)
                    .at(order.sentence.span)
                    .also(at.limit(program, limit))
                    .arg("ids", ids(program, missing)),
            );
            return;
        }
    }
}

/// 享受完 needs a limit that can be used up.
fn never_used_up(at: &Places<'_, '_>, program: &Program, selection: &Selection, problems: &mut Problems) {
    let places = at.across(|kind| matches!(kind, SettlementKind::After(_)));
    for ((_, it), place) in program.settlement.after.iter().zip(places) {
        let endless = it
            .first
            .iter()
            .copied()
            .find(|rule| selection.rules.get(*rule).is_none_or(|rule| rule.form.limits.is_empty()));
        if let Some(rule) = endless {
            problems.push(Diagnostic::new(Code::NEVER_USED_UP).at(place.sentence.span).arg("id", ids(program, [rule])));
        }
    }
}
