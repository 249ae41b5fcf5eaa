//! How claims come together: the policy's own rules for settle.

use super::{EnumId, LevelId, LimitId, MemberSet, NodeId, ReadingId, Rounding, RuleId, When};

/// Everything settle needs to know of the policy, under every reading. Of `funds`, `earlier` and `payment` one sentence
/// applies at a time, or none where the policy says nothing; of the others all that apply.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Settlement {
    /// The enumeration of levels of funds, where the policy speaks of earlier payments.
    pub levels: Option<EnumId>,
    /// The levels whose payments use room: 本政策资金 含 ….
    pub funds: Vec<(When, MemberSet)>,
    /// 同一 X 从高、从优、不重复
    pub exclusive: Vec<(When, Exclusive)>,
    /// 本政策 与 “…” 之间 从高、不重复; without an effect until the other policy is here
    pub beside: Vec<(When, super::Beside)>,
    /// 3.1 不予 的，适用 “…” 2.1; likewise
    pub instead: Vec<(When, super::Instead)>,
    /// 3.5 可与 3.1 叠加享受
    pub stacking: Vec<(When, Stacking)>,
    /// 3.1、3.2 合计 每 企业 最高不超过 …
    pub joint: Vec<(When, Joint)>,
    /// 先 3.1 后 3.2
    pub order: Vec<(When, Vec<Vec<RuleId>>)>,
    /// 3.2 须在 3.1 享受完之后
    pub after: Vec<(When, After)>,
    /// 已获 … 的，补足差额
    pub earlier: Vec<(When, Earlier)>,
    /// 应追回的 从应付中抵扣
    pub set_off: Vec<When>,
    /// 支付 尾数 …
    pub payment: Vec<(When, Payment)>,
    /// The questions that what is payable rests on, beside those of each claim.
    pub readings: Vec<ReadingId>,
}

/// One award for one key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Exclusive {
    /// The key: claims with all of these the same are rivals.
    pub same: Vec<KeyPart>,
    /// Only where this truth node of the project's level holds.
    pub only_where: Option<NodeId>,
    /// The rules it speaks of, sorted.
    pub rules: Vec<RuleId>,
    /// Where it speaks of awards of several policies, those of each: they are rivals across, not among themselves.
    /// Empty = all of them are rivals of each other.
    #[cfg_attr(feature = "serde", serde(default))]
    pub sides: Vec<Vec<RuleId>>,
    /// Whether it speaks of all rules but those that it leaves out by name.
    pub general: bool,
    /// How the award is chosen.
    pub manner: Manner,
    /// How an undecided ceiling is compared.
    pub ceilings: Ceilings,
    /// How an open sum is compared.
    pub unquantified: Unquantified,
}

/// One part of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum KeyPart {
    /// The row of this level.
    Row(LevelId),
    /// The value of this node of the project's level; unknown = an identity that is not known.
    Value(NodeId),
}

/// How one award is chosen among rivals.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Manner {
    /// The combination with the greatest total.
    Best,
    /// For each key its highest award after its limits, taken alone.
    Highest,
    /// For each key its highest award before any shared limit.
    HighestBeforeLimits,
    /// An earlier payment under one of the rules closes the key for the others; else the best.
    First,
    /// The one that the applicant named; else the best.
    Choice(Option<Named>),
}

/// What an applicant names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Named {
    /// Whether something is named: always known.
    pub given: NodeId,
    /// For each rule the truth that it is named.
    pub picks: Vec<(RuleId, NodeId)>,
}

/// Rules that are no rivals of each other, whatever the sentences on rivals say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Stacking {
    /// These rules.
    pub rules: Vec<RuleId>,
    /// With these; `None` = with every other.
    pub with: Option<Vec<RuleId>>,
}

/// A limit that several rules share.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Joint {
    /// The limit.
    pub limit: LimitId,
    /// The rules.
    pub rules: Vec<RuleId>,
}

/// Rules whose claims count only once other rules are used up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct After {
    /// The rules that wait.
    pub rules: Vec<RuleId>,
    /// The rules of which one shared limit must be used up by earlier payments, each.
    pub first: Vec<RuleId>,
}

/// How an undecided ceiling is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Ceilings {
    /// As an interval from nothing to the ceiling.
    Open,
    /// As if the ceiling were the sum.
    AsSums,
    /// As nothing, until it is decided.
    Certain,
}

/// How an open sum is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Unquantified {
    /// As an interval without an upper end.
    Open,
    /// It stands outside the choice and the totals.
    Apart,
    /// It displaces its rivals.
    Displaces,
}

/// What an earlier payment for the same key does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Earlier {
    /// Only payments under a clause of this policy count.
    pub own_policy: bool,
    /// The levels of funds that count.
    pub levels: MemberSet,
    /// What follows.
    pub rule: EarlierRule,
    /// Base grants of an upper level are left out.
    pub base_grants_apart: bool,
}

/// What follows from an earlier payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum EarlierRule {
    /// It is deducted, never below zero.
    TopUp,
    /// Nothing more is paid.
    NoMore,
    /// It is not deducted.
    NotDeducted,
}

/// How a payment is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Payment {
    /// Which way.
    pub rounding: Rounding,
    /// To a whole number of these, in fen.
    pub quantum: i128,
}
