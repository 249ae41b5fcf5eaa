//! How an award is paid: in instalments, to whom, by whom.

use super::{EarlierRule, LevelId};

/// What the text says of how an award is paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Payout {
    /// The instalments in order; none where it is paid at once.
    pub plan: Vec<Instalment>,
    /// Who receives it, each with a share.
    pub payees: Vec<(String, i128)>,
    /// Who pays it, each with a share.
    pub payers: Vec<(String, i128)>,
}

/// One instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Instalment {
    /// 第1年, 立项
    pub label: String,
    /// How much of it.
    pub part: Part,
}

/// How much an instalment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Part {
    /// So many shares of the whole.
    Share(i128),
    /// So much, in fen, or what is left where that is less.
    Sum(i128),
    /// What is left.
    Rest,
}

/// What earlier payments under the same rule do: 已获较低档的，补足差额.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Promoted {
    /// Whose payments count.
    pub whom: LevelId,
    /// What follows.
    pub rule: EarlierRule,
}
