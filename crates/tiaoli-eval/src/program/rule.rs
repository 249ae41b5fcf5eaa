//! Rules: which nodes decide a claim.

use super::{
    ClauseId, CompanionId, FactId, LevelId, LimitId, NodeId, OptionId, Payout, Promoted, ReadingId, ReferralId, RuleId,
    Unit,
};
use std::collections::BTreeSet;

/// One rule: what can be claimed. It covers one or more clauses under one id.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Rule {
    /// Its canonical id: `3.3`, `3.2.b`; of another policy with its title before it.
    pub id: String,
    /// The policy beside this one that grants it; `None` = this one.
    #[cfg_attr(feature = "serde", serde(default))]
    pub policy: Option<CompanionId>,
    /// The clauses that it encodes, in document order.
    pub clauses: Vec<ClauseId>,
    /// Whose rows it is decided for.
    pub level: LevelId,
    /// The questions that its result rests on.
    pub readings: Vec<ReadingId>,
    /// What must hold, under which readings.
    pub gates: Vec<(When, Gate)>,
    /// What is granted, under which readings: exactly one applies at a time.
    pub forms: Vec<(When, Form)>,
}

/// Under which readings something applies: each of `all` is asked for, and none of `none`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct When {
    /// Options that must be asked for.
    pub all: Vec<OptionId>,
    /// Options that must not be.
    pub none: Vec<OptionId>,
}

impl When {
    /// Whether it applies where `asked` (sorted) are asked for.
    #[must_use]
    pub fn applies(&self, asked: &[OptionId]) -> bool {
        self.all.iter().all(|option| asked.binary_search(option).is_ok())
            && self.none.iter().all(|option| asked.binary_search(option).is_err())
    }

    /// Where both apply; `None` where that cannot be.
    #[must_use]
    pub fn and(&self, other: &Self) -> Option<Self> {
        let join = |x: &[OptionId], y: &[OptionId]| {
            x.iter().chain(y).copied().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        };
        let both = Self { all: join(&self.all, &other.all), none: join(&self.none, &other.none) };
        (!both.all.iter().any(|option| both.none.contains(option))).then_some(both)
    }
}

/// A condition of a claim.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Gate {
    /// The truth node, on the rule's level.
    pub node: NodeId,
    /// What sort of condition it is.
    pub kind: GateKind,
    /// The clause that it comes from.
    pub clause: ClauseId,
}

/// Sorts of conditions, in the order in which they are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum GateKind {
    /// The policy is in force on the date of evaluation.
    InForce,
    /// The event is not earlier than the policy.
    Event,
    /// A condition of the whole article (限).
    Scope,
    /// A condition of the sentence (对 … 的).
    Condition,
}

/// What is granted.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Form {
    /// Which outcome it makes once everything is known.
    pub kind: FormKind,
    /// The sum in yuan; `None` for what is not money.
    pub sum: Option<NodeId>,
    /// The 核定 fact that settles an open sum.
    pub decider: Option<FactId>,
    /// The ceiling that a decision is held against, and where it applies.
    pub ceiling: Option<(NodeId, NodeId)>,
    /// A decision above the ceiling is impossible input instead of being cut back.
    pub above_is_invalid: bool,
    /// 可: a power, not a duty.
    pub power: bool,
    /// A number that must be above zero for there to be an award, though it is not the award.
    pub positive: Option<NodeId>,
    /// Whether the value falls where the document itself is silent between its bands: the result is undetermined there.
    pub unruled: Option<NodeId>,
    /// The instrument or right by name.
    pub title: Option<String>,
    /// Where another policy decides: which of its clauses.
    #[cfg_attr(feature = "serde", serde(default))]
    pub referral: Option<ReferralId>,
    /// The awards of another policy that this one is: they are given once.
    #[cfg_attr(feature = "serde", serde(default))]
    pub same_as: Vec<RuleId>,
    /// Limits that its claims share.
    pub limits: Vec<LimitId>,
    /// Values shown under the claim.
    pub shows: Vec<Shown>,
    /// What the amount is counted in, where it is no money.
    pub unit: Option<Unit>,
    /// How it is paid.
    pub payout: Payout,
    /// What earlier payments under this rule do, where the award itself says so.
    pub promoted: Option<Promoted>,
    /// The clause of the grant.
    pub clause: ClauseId,
}

/// The forms of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum FormKind {
    /// A sum that the text states.
    Fixed,
    /// A sum by rate.
    Rate,
    /// A ceiling; the sum is left to a decision.
    Ceiling,
    /// A range; the sum inside it is left to a decision.
    Range,
    /// Another instrument decides.
    Referral,
    /// 一事一议
    CaseByCase,
    /// A subsidy whose sum is not stated.
    Entitlement,
    /// A right that is not money.
    Right,
    /// What must be paid back.
    Recovery,
    /// Something other than money.
    InKind,
}

/// A value shown under a claim that is not its award.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Shown {
    /// Name for people.
    pub name: String,
    /// Key in a decision.
    pub alias: String,
    /// The number.
    pub node: NodeId,
}

/// A limit that claims share: per whom, per when, how much.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Limit {
    /// Whose claims share it.
    pub whom: LevelId,
    /// In which period.
    pub period: LimitPeriod,
    /// How much.
    pub room: LimitRoom,
    /// The clause that states it.
    pub clause: ClauseId,
}

/// The period of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum LimitPeriod {
    /// Without end.
    Ever,
    /// A calendar year, given by this number node on the rule's level.
    Year(NodeId),
}

/// How much a limit leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum LimitRoom {
    /// Money, in fen.
    Money(i128),
    /// A number of awards.
    Count(u32),
}

/// What makes input impossible where it is known not to hold.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Constraint {
    /// The truth node.
    pub node: NodeId,
    /// The facts it looks at: it concerns the claims that use all of them.
    pub facts: Vec<FactId>,
    /// Where it is about one node (the divisor of a quotient), only the claims that rest on that node.
    pub under: Option<NodeId>,
}

/// A target: figures that the document aims at.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Target {
    /// Its clause.
    pub clause: ClauseId,
    /// The year it is for.
    pub year: u32,
    /// The number node that says which year is asked about, on the conditions' level.
    pub asked: Option<NodeId>,
    /// Whether all its figures are reached.
    pub met: NodeId,
    /// The questions that its result rests on.
    pub readings: Vec<ReadingId>,
}
