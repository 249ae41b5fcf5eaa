//! Expressions: sums, shares, folds over lists.

use super::{Condition, Date, Name, Quantity};
use tiaoli_source::Span;

/// An expression with its place.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it computes.
    pub kind: ExpressionKind,
    /// Where it stands.
    pub span: Span,
}

/// What an expression computes.
#[derive(Clone, Debug)]
pub enum ExpressionKind {
    /// 500万元
    Quantity(Quantity),
    /// 2021年6月30日
    Date(Date),
    /// A fact.
    Name(Name),
    /// 加 减 × ÷
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// E 的30％
    Share(Box<Expression>, Quantity),
    /// E 的8％至12％
    ShareRange(Box<Expression>, Quantity, Quantity),
    /// 合计, 最大值, 最小值, 个数 of a list fact or of facts of a child entity.
    Fold(FoldWord, Box<Expression>),
    /// A 超出 B 的部分; with `each`, 逐年超出: item by item of a list.
    Excess {
        /// What is looked at.
        of: Box<Expression>,
        /// What it is held against.
        over: Box<Expression>,
        /// True for 逐年 / 逐项.
        each: bool,
    },
    /// 员工（社保月数 6个月以上）: the rows of a list for which the condition holds.
    Filtered(Name, Box<Condition>),
}

/// The arithmetic of clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// 加
    Add,
    /// 减
    Subtract,
    /// ×
    Multiply,
    /// ÷
    Divide,
}

/// How a list becomes one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldWord {
    /// 合计
    Sum,
    /// 最大值
    Greatest,
    /// 最小值
    Least,
    /// 个数
    Count,
    /// 人数, 家数, 项数 …: how many, in this unit.
    CountIn(&'static str),
}
