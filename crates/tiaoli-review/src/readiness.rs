//! Paid without applying (免申即享): for each rule whether it can be, what stands in the way, and which data a platform
//! must fetch.
//!
//! Everything is read off the program under its chosen readings: where each fact comes from, and whether anything is
//! left to a decision. Nothing is guessed of how a register is reached.

use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, FactId, FactKind, FormKind, Manner, Op, Program, ReadingId, RuleId, Ty, Written};
use tiaoli_eval::selection::{Active, Selection, select};

/// What can be said of a policy.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// Its rules in document order.
    pub rules: Vec<Ready>,
    /// What must be fetched: each fact that some rule looks at, with those rules, in dictionary order.
    pub data: Vec<(FactId, Vec<RuleId>)>,
    /// Whether earlier payments must be fetched too: something is deducted from, or limited together with, them.
    pub payments: bool,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The rule.
    pub rule: RuleId,
    /// The clause of its grant.
    pub clause: ClauseId,
    /// How far it can go by itself.
    pub verdict: Verdict,
    /// The facts that it looks at, by where they come from.
    pub facts: Vec<(FactKind, Vec<FactId>)>,
    /// What stands in the way, the gravest first.
    pub obstacles: Vec<Obstacle>,
    /// The questions that its result rests on: what a decision without anybody looking would take for granted.
    pub readings: Vec<ReadingId>,
}

/// How far a rule can go by itself, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Somebody has to decide: no sum follows from facts.
    Decision,
    /// Somebody has to say something that is on no record.
    Application,
    /// It can be paid once findings are made that do not depend on applying.
    Finding,
    /// Everything is on record.
    Ready,
    /// It grants a right that is no money: there is nothing to pay.
    Right,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// 一事一议
    CaseByCase,
    /// Another instrument decides, by its name.
    Referral(Option<String>),
    /// A right whose sum is not stated.
    Unquantified,
    /// 可: a power, not a duty.
    Power,
    /// A ceiling or a range: the sum in it is decided, by this fact where one is named.
    Decided(Option<FactId>),
    /// The text is silent for some values.
    Unruled,
    /// The applicant chooses among awards.
    Choice,
    /// A budget or a quota is shared among all that apply.
    Shared(String),
    /// The day of applying is a condition, by this fact.
    DayOfApplying(FactId),
    /// Only the applicant can say it.
    Declared(FactId),
    /// An authority must find it.
    Found(FactId),
}

impl Obstacle {
    /// How far a rule gets that meets it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::CaseByCase
            | Self::Referral(_)
            | Self::Unquantified
            | Self::Power
            | Self::Decided(_)
            | Self::Unruled => Verdict::Decision,
            Self::Choice | Self::Shared(_) | Self::DayOfApplying(_) | Self::Declared(_) => Verdict::Application,
            Self::Found(_) => Verdict::Finding,
        }
    }
}

/// Looks at every rule under the chosen readings.
#[must_use]
pub fn readiness(program: &Program) -> Readiness {
    let Ok(selection) = select(program, &[]) else {
        return Readiness { rules: Vec::new(), data: Vec::new(), payments: false };
    };
    let mut rules = Vec::new();
    let mut data: Vec<(FactId, Vec<RuleId>)> = Vec::new();
    for (rule, active) in selection.rules.iter() {
        for fact in looked_at(program, active) {
            match data.iter_mut().find(|(known, _)| *known == fact) {
                Some((_, by)) => by.push(rule),
                None => data.push((fact, vec![rule])),
            }
        }
        rules.push(ready(program, &selection, rule, active));
    }
    data.sort_by_key(|(fact, _)| *fact);
    let payments = selection.own.earlier.is_some()
        || selection.rules.iter().any(|(_, it)| !it.form.limits.is_empty() || it.form.promoted.is_some())
        || program.nodes.iter().any(|(_, node)| matches!(node.op, Op::Paid(_)));
    Readiness { rules, data, payments }
}

/// The facts of a rule, sorted: what is read off earlier payments is no fact that anybody fetches.
fn looked_at(program: &Program, active: &Active) -> Vec<FactId> {
    let mut facts: BTreeSet<FactId> = active.cone.iter().copied().collect();
    facts.extend(active.form.decider);
    let fetched = |fact: &FactId| {
        program.facts.get(*fact).is_some_and(|it| !matches!(it.written, Written::Payment(_) | Written::Rows))
    };
    facts.into_iter().filter(fetched).collect()
}

fn ready(program: &Program, selection: &Selection, rule: RuleId, active: &Active) -> Ready {
    let facts = looked_at(program, active);
    let mut obstacles = of_the_grant(active);
    if chosen(selection, rule) {
        obstacles.push(Obstacle::Choice);
    }
    let shared = program.allocations.iter().filter(|it| it.rules.contains(&rule));
    obstacles.extend(shared.map(|it| Obstacle::Shared(it.title.clone())));
    let kind = |fact: FactId| program.facts.get(fact).map(|it| it.kind);
    obstacles.extend(facts.iter().copied().filter(|it| day_of_applying(program, *it)).map(Obstacle::DayOfApplying));
    obstacles.extend(facts.iter().copied().filter(|it| kind(*it) == Some(FactKind::Declared)).map(Obstacle::Declared));
    obstacles.extend(facts.iter().copied().filter(|it| kind(*it) == Some(FactKind::Found)).map(Obstacle::Found));
    let kinds = [FactKind::Recorded, FactKind::Declared, FactKind::Found, FactKind::Determined, FactKind::Parameter];
    let by_kind = kinds
        .into_iter()
        .map(|wanted| (wanted, facts.iter().copied().filter(|it| kind(*it) == Some(wanted)).collect::<Vec<_>>()));
    Ready {
        rule,
        clause: active.form.clause,
        verdict: match active.form.kind {
            FormKind::Right => Verdict::Right,
            _ => obstacles.iter().map(Obstacle::verdict).min().unwrap_or(Verdict::Ready),
        },
        facts: by_kind.filter(|(_, facts)| !facts.is_empty()).collect(),
        obstacles,
        readings: program.rules.get(rule).map(|it| it.readings.clone()).unwrap_or_default(),
    }
}

/// What is left to somebody.
fn of_the_grant(active: &Active) -> Vec<Obstacle> {
    let form = &active.form;
    let mut obstacles = Vec::new();
    match form.kind {
        FormKind::CaseByCase => obstacles.push(Obstacle::CaseByCase),
        FormKind::Referral => obstacles.push(Obstacle::Referral(form.title.clone())),
        FormKind::Entitlement => obstacles.push(Obstacle::Unquantified),
        FormKind::Ceiling | FormKind::Range => obstacles.push(Obstacle::Decided(form.decider)),
        FormKind::Fixed | FormKind::Rate | FormKind::Right | FormKind::Recovery | FormKind::InKind => {}
    }
    if form.power {
        obstacles.push(Obstacle::Power);
    }
    if form.unruled.is_some() {
        obstacles.push(Obstacle::Unruled);
    }
    obstacles
}

/// Whether the applicant names which of several awards he takes.
fn chosen(selection: &Selection, rule: RuleId) -> bool {
    selection.rivalries.iter().any(|it| {
        matches!(it.sentence.manner, Manner::Choice(_)) && it.groups.iter().any(|group| group.contains(&rule))
    })
}

/// 申请日期, 申报日期, 受理日期: a date that there is only where somebody applies.
fn day_of_applying(program: &Program, fact: FactId) -> bool {
    program
        .facts
        .get(fact)
        .is_some_and(|it| it.ty == Ty::Date && ["申请", "申报", "受理"].iter().any(|word| it.name.zh.contains(word)))
}
