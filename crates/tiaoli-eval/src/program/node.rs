//! Nodes: the straight-line program. Arguments stand earlier than their users.

use super::{FactId, LevelId, NodeId, Ty};

/// One node: computed once for each row of its level.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Every argument holds (truth).
    All,
    /// Some argument holds (truth).
    Any,
    /// The argument does not hold.
    Not,
    /// The first argument compared with the second; both numbers of one scale, or both dates.
    Compare(Comparison),
    /// The argument is one of these members.
    In(MemberSet),
    /// Sum of the arguments, each added or subtracted.
    Add(Vec<Sign>),
    /// Product of two numbers; scales add, units multiply.
    Multiply,
    /// The least argument.
    Least,
    /// The greatest argument.
    Greatest,
    /// `[guard, value, guard, value, …, otherwise]`: the value of the first guard that holds.
    Choose,
    /// The calendar year of a date, a number without places.
    YearOf,
    /// A value of the parent level, for each row below it.
    Spread,
    /// `[value, keep]`: one value from the rows below for which `keep` holds.
    Fold(Fold),
}

/// How a fold makes one value of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// The sum of the values.
    Sum,
    /// How many rows are kept; the value is not looked at.
    Count,
    /// Whether some value holds.
    Any,
    /// Whether every value holds.
    All,
}

/// Comparisons; the others are made by `Not` and by turning the arguments round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
pub enum Sign {
    /// +
    Plus,
    /// −
    Minus,
}

/// A known value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// 是 or 否.
    Truth(bool),
    /// A number, scaled by its type's places; or a date as a day number.
    Number(i128),
    /// The position of a member in its enumeration.
    Member(u8),
}

/// A set of members of one enumeration (at most 128).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
