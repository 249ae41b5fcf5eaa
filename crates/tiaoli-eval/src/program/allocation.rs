//! 分配: how a budget or a number of places is shared among applicants, as the policy words it.

use super::{ClauseId, LevelId, NodeId, RuleId};
use crate::date::Date;

/// One budget or quota and everything that must be said of it.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Allocation {
    /// The clauses that it encodes, in document order.
    pub clauses: Vec<ClauseId>,
    /// Its name: “年度预算”.
    pub title: String,
    /// Whose rows stand in the queue: the applicant, or each of its projects.
    pub level: LevelId,
    /// The rules whose awards are paid from it, sorted.
    pub rules: Vec<RuleId>,
    /// 每年: a budget for each calendar year, given by this number node on `level`.
    pub year: Option<NodeId>,
    /// What there is to share: the whole, then parts of it (其中 …). All on the path must have room.
    pub rooms: Vec<Store>,
    /// 次序: the keys of the order, first things first.
    pub keys: Vec<OrderKey>,
    /// 按权: the weight, a number node on `level`.
    pub weight: Option<NodeId>,
    /// 抽签: the rank that a draw outside gave, a number node on `level`.
    pub draw: Option<NodeId>,
    /// How it is shared.
    pub terms: Terms,
}

impl Allocation {
    /// Every node that it reads.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> {
        let of_rooms = self.rooms.iter().filter_map(|room| room.only);
        self.keys.iter().map(|key| key.node).chain(of_rooms).chain(self.year).chain(self.weight).chain(self.draw)
    }
}

/// A budget or a number of places, whole or part.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Store {
    /// 总额, 名额, or the words of a part.
    pub name: String,
    /// What it counts.
    pub measure: Measure,
    /// How much there is at first, in fen or places.
    pub base: i128,
    /// What is added later, earliest first.
    pub increments: Vec<Increment>,
    /// Only for rows where this truth node of the allocation's level holds.
    pub only: Option<NodeId>,
}

/// What a budget counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Measure {
    /// Money, in fen: it can be divided.
    Money,
    /// Places: one for each who gets anything.
    Places,
}

/// What is added to a budget later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Increment {
    /// From this day on.
    pub date: Date,
    /// How much, in fen or places.
    pub amount: i128,
    /// 先补足: who got a part before gets the rest first; otherwise a part is all he gets.
    pub top_up: bool,
}

/// One key of the order.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct OrderKey {
    /// The fact's name.
    pub name: String,
    /// A number, date, truth or ordered member node on the allocation's level.
    pub node: NodeId,
    /// The greatest stands first (由高到低, 由晚到早, 优先).
    pub descending: bool,
    /// It is the day on which one applies: an entrant is not there before it.
    pub arrival: bool,
}

/// How a pool is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Terms {
    /// One after another, or all at once.
    pub method: Method,
    /// How a share that does not come out even is rounded; `None` where nothing is ever divided.
    pub tail: Option<Tail>,
    /// 未定
    pub undecided: Undecided,
}

/// One after another, or all at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Method {
    /// In the order of the keys.
    Queue {
        /// 末位; `None` where only places are shared, of which there is no part.
        last: Option<Last>,
        /// 同序
        ties: Ties,
    },
    /// 方式 均分, 按权, 按比例: everyone at once.
    Share(Weights),
}

/// 末位: what the one gets for whom what is left is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Last {
    /// 余额: what is left; then it is used up.
    Rest,
    /// 不予: nothing, and nobody behind him gets anything.
    Nothing,
    /// 跳过: nothing, but a smaller sum behind him may still fit.
    Skip,
    /// 足额: all of it; the overdraft is reported and nobody behind him gets anything.
    Full,
}

/// 同序: what several get who stand equal, where what is left is not enough for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Ties {
    /// 均分
    Equal,
    /// 按比例
    Prorated,
    /// 同进: all of them in full; the overdraft is reported.
    AllIn,
    /// 同退: none of them.
    AllOut,
    /// 抽签: in the order of a draw held outside.
    Draw,
}

/// What everyone's share is in proportion to, up to his own sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Weights {
    /// 均分
    Equal,
    /// 按比例: his own sum.
    Own,
    /// 按权: a number of his.
    Stated,
}

/// How a share that does not come out even is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Tail {
    /// A share that was cut is a whole number of these, in fen.
    pub quantum: i128,
    /// Who gets what is then left.
    pub rule: Remainder,
}

/// 尾差: who gets what rounding leaves over, never beyond his own sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Remainder {
    /// 最大余数: one quantum each, the greatest fraction first.
    Greatest,
    /// 归首位: the first in order.
    First,
    /// 归末位: the last in order.
    Last,
    /// 留存: nobody.
    Kept,
}

/// 未定: what is done about an entrant whose sum or place is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Undecided {
    /// 预留: the most he can get is set aside.
    Reserve,
    /// 跳过: he comes back when it is known, behind those who have got theirs.
    Skip,
}
