//! Nodes: the straight-line program. Arguments stand earlier than their users.

use super::{DefinitionId, FactId, LevelId, NodeId, PaidId, ReferralId, Ty};

/// One node: computed once for each row of its level.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Node {
    /// What it computes.
    pub op: Op,
    /// Its arguments, each an earlier node; on the same level except for `Spread` and `Fold`.
    pub args: Vec<NodeId>,
    /// The type of its value.
    pub ty: Ty,
    /// Whose rows it has a value for.
    pub level: LevelId,
    /// The fact that this node stands for where it is more than the fact's own leaf
    /// (a default, a ratio of two counts): a refusal names this fact.
    pub about: Option<FactId>,
}

/// The operations.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Op {
    /// A constant.
    Const(Value),
    /// A fact of the row; where it is absent, its declared range.
    Fact(FactId),
    /// Whether a fact was given: always known.
    Given(FactId),
    /// The date of evaluation.
    AsOf,
    /// Whether the application says to treat the policy as in force.
    AssumeInForce,
    /// A sum that nobody has decided, of which no fact says more: nothing upwards.
    Undecided,
    /// What another policy pays, which is not here: nothing upwards.
    Elsewhere(ReferralId),
    /// What was paid before for the project under the rules of this entry: always known, in fen.
    Paid(PaidId),
    /// Every argument holds (truth).
    All,
    /// Some argument holds (truth).
    Any,
    /// The argument does not hold.
    Not,
    /// The first argument compared with the second; both numbers of one scale, both dates, or both 标识 (only whether equal).
    Compare(Comparison),
    /// The argument is one of these members.
    In(MemberSet),
    /// Sum of the arguments, each added or subtracted.
    Add(Vec<Sign>),
    /// Product of two numbers; scales add, units multiply.
    Multiply,
    /// `[a, c]`: how many whole times c goes into a, as the rounding has it for what is left over. Both are plain
    /// integers here: the scales of the arguments and of the node say what they stand for. c is above zero, or the input
    /// is impossible.
    Divide(Rounding),
    /// The least argument.
    Least,
    /// The greatest argument.
    Greatest,
    /// `[guard, value, guard, value, …, otherwise]`: the value of the first guard that holds.
    Choose,
    /// The calendar year of a date, a number without places.
    YearOf,
    /// `[date, months]`: the day of the same number so many months on; where that month has no such day, its last day
    /// (Civil Code, article 202).
    ShiftMonths,
    /// `[date, count]`: the day on which the last of so many working days after the date falls, backwards below zero, by the
    /// calendar of the program.
    WorkingDay,
    /// `[from, to]`: how many spans of so many months lie between two dates.
    Between(Months, Count),
    /// The argument under the name of a definition.
    Defined(DefinitionId),
    /// A value of the parent level, for each row below it.
    Spread,
    /// `[value, keep]`: one value from the rows below for which `keep` holds. [`Fold::Greatest`] and [`Fold::Least`] have a
    /// third argument, on the node's own level: the value where no row is kept.
    Fold(Fold),
    /// `[keep]` or `[keep, key]`: the place of each row among the kept rows of its list, from one.
    Rank(Ranking),
}

/// How a fold makes one value of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Fold {
    /// The sum of the values.
    Sum,
    /// How many rows are kept; the value is not looked at.
    Count,
    /// How many different 标识 the kept rows have.
    Distinct,
    /// Whether some value holds.
    Any,
    /// Whether every value holds.
    All,
    /// The greatest value; a third argument where there is none.
    Greatest,
    /// The least value; a third argument where there is none.
    Least,
}

/// How the rows of a list are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Ranking {
    /// 由高到低: the greatest key is first.
    pub descending: bool,
    /// What rows with equal keys are.
    pub ties: Tied,
}

/// What rows with equal keys are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Tied {
    /// 按名单次序: the one listed first comes first.
    Listed,
    /// 均计入: neither stands before the other, so all share the best place.
    First,
    /// 均不计入: each stands before the other, so all share the last place.
    Last,
}

/// Comparisons; the others are made by `Not` and by turning the arguments round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Comparison {
    /// <
    Less,
    /// ≤
    LessOrEqual,
    /// =
    Equal,
}

/// Whether a term of a sum is added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Sign {
    /// +
    Plus,
    /// −
    Minus,
}

/// Rounding of what is left over, alike on both sides of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Rounding {
    /// 舍去: cut off.
    Down,
    /// 四舍五入: half goes up.
    HalfUp,
    /// 进位: any rest goes up.
    Up,
}

/// The length of a span in calendar months: 1 for a month, 12 for a year.
pub type Months = u8;

/// How spans between two dates are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Count {
    /// Spans that are full: the greatest n for which the day n spans after the first date is not later than the second.
    Full,
    /// Spans that are begun: the least n for which the day n spans after the first date is not earlier than the second.
    Begun,
    /// 第几年: which span the second date lies in. The first date itself lies in the first; zero or less before it.
    Ordinal,
}

/// A known value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Value {
    /// 是 or 否.
    Truth(bool),
    /// A number, scaled by its type's places; or a date as a day number.
    Number(i128),
    /// The position of a member in its enumeration.
    Member(u8),
    /// A 标识, by its place among those that the application names.
    Key(u32),
}

/// A set of members of one enumeration (at most 128).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct MemberSet(pub u128);

impl MemberSet {
    /// The set of one member.
    #[must_use]
    pub fn one(member: u8) -> Self {
        Self(1u128.checked_shl(u32::from(member)).unwrap_or(0))
    }

    /// The members 0 to `count` − 1.
    #[must_use]
    pub fn first(count: usize) -> Self {
        if count >= 128 { Self(u128::MAX) } else { Self((1u128 << count) - 1) }
    }

    /// Both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both have.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether all of it is in `other`.
    #[must_use]
    pub fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// How many members it has.
    #[must_use]
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its members in order.
    pub fn members(self) -> impl Iterator<Item = u8> {
        (0..128u8).filter(move |member| self.0 >> member & 1 == 1)
    }
}
