//! How claims come together: the policy's own rules for settle.

use super::{EnumId, LevelId, MemberSet, NodeId, ReadingId, Rounding, RuleId, When};

/// Everything settle needs to know of the policy. Each list holds the alternatives of one sentence; exactly one applies at a time, or none where the policy says nothing.
#[derive(Clone, Debug, Default)]
pub struct Settlement {
    /// The enumeration of levels of funds, where the policy speaks of earlier payments.
    pub levels: Option<EnumId>,
    /// The levels whose payments use room: 本政策资金 含 ….
    pub funds: Vec<(When, MemberSet)>,
    /// 同一 X 从高、从优、不重复
    pub exclusive: Vec<(When, Exclusive)>,
    /// 已获 … 的，补足差额
    pub earlier: Vec<(When, Earlier)>,
    /// 支付 尾数 …
    pub payment: Vec<(When, Payment)>,
    /// The questions that what is payable rests on, beside those of each claim.
    pub readings: Vec<ReadingId>,
}

/// One award for one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusive {
    /// The key: rows of this level.
    pub same: LevelId,
    /// Only where this truth node of that level holds.
    pub only_where: Option<NodeId>,
    /// How the award is chosen.
    pub manner: Manner,
    /// Rules that stand outside.
    pub except: Vec<RuleId>,
    /// How an undecided ceiling is compared.
    pub ceilings: Ceilings,
    /// How an open sum is compared.
    pub unquantified: Unquantified,
}

/// How one award is chosen among rivals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// The combination with the greatest total.
    Best,
    /// For each key its highest award after its limits, taken alone.
    Highest,
    /// For each key its highest award before any shared limit.
    HighestBeforeLimits,
}

/// How an undecided ceiling is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub struct Payment {
    /// Which way.
    pub rounding: Rounding,
    /// To a whole number of these, in fen.
    pub quantum: i128,
}
