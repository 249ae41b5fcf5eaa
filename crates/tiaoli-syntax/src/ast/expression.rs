//! Expressions: sums, shares, folds over lists.

use super::{Condition, Counted, Date, Id, Name, Quantity, Rounded, Versus};
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
    /// 条款 3.1 的数额: what another award comes to by itself.
    AmountOf(Id),
    /// 3.1 已拨付金额: what was paid before under these awards.
    PaidOut(Vec<Id>),
    /// 加 减 × ÷
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// E 的30％
    Share(Box<Expression>, Quantity),
    /// E 的8％至12％
    ShareRange(Box<Expression>, Quantity, Quantity),
    /// 20万元至50万元, as a sum that somebody decides.
    SumRange(Quantity, Quantity),
    /// 合计, 最大值, 最小值, 个数 of a list fact or of facts of a child entity.
    Fold(FoldWord, Box<Expression>),
    /// A 与 B 孰低, A 90平方米以内部分: the least of several; with `greatest`, 孰高.
    Extreme {
        /// True for 孰高.
        greatest: bool,
        /// At least two.
        of: Vec<Expression>,
    },
    /// A 超出 B 的部分; with `each`, 逐年超出: item by item of a list.
    Excess {
        /// What is looked at.
        of: Box<Expression>,
        /// What it is held against.
        over: Box<Expression>,
        /// True for 逐年 / 逐项.
        each: bool,
    },
    /// 已获 3.1、3.2（按 计入年度）: the earlier payments under these clauses.
    History {
        /// Whose.
        whose: Whose,
        /// Under which clauses or articles.
        ids: Vec<Id>,
        /// Only those that count in the year that this fact says.
        year: Option<Name>,
    },
    /// 月薪 最大值（无则 0元）: with the value where there is no row.
    FoldOr(FoldWord, Box<Expression>, Box<Expression>),
    /// 员工 不重复人数（按 身份证号）: how many different ones, in this unit.
    Distinct {
        /// The list.
        of: Box<Expression>,
        /// By which 标识; `None` = the one that its vocabulary names.
        by: Option<Name>,
        /// 人, 家 …; `None` for 个数.
        unit: Option<&'static str>,
    },
    /// 月薪（C）按 月薪 由高到低 前10名（并列 均计入）: the first so many rows of a list.
    Taken(Box<Expression>, First),
    /// 员工（社保月数 6个月以上）: the rows of a list for which the condition holds.
    Filtered(Name, Box<Condition>),
    /// E（四舍五入 至 元）
    Rounded(Box<Expression>, Rounded),
    /// 研发投入 每满100万元: how many times the figure is full.
    PerFull(Box<Expression>, Quantity),
    /// 评定日期
    AsOf,
    /// LPR（按 放款日期）: a parameter on a date.
    Dated(Name, Box<Expression>),
    /// 认定日期 起60日, 认定日期 前30日
    Moved {
        /// The date.
        from: Box<Expression>,
        /// How far: a figure with 日, 月 or 年, or a fact that is one.
        by: Box<Expression>,
        /// 前: backwards.
        back: bool,
    },
    /// A 至 B, held against a length of time; A 至 B 的天数
    Elapsed {
        /// The first date.
        from: Box<Expression>,
        /// The second.
        to: Box<Expression>,
        /// What is counted; `None` for the length itself.
        counted: Option<Counted>,
    },
    /// A 比 B 增长
    Versus(Versus, Box<Expression>, Box<Expression>),
    /// D 的年份
    YearOf(Box<Expression>),
}

/// Whose earlier payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// 已获: of the applicant.
    Applicant,
    /// 本项目已获
    Project,
    /// 本人已获: of the row at hand, which is somebody.
    Row,
}

/// ［按 月薪 由高到低］前10名［（并列 均计入）］
#[derive(Clone, Debug)]
pub struct First {
    /// By which fact, and whether the greatest comes first; `None` = in the order of the list.
    pub order: Option<(Name, bool)>,
    /// How many.
    pub count: Quantity,
    /// What rows with equal keys are.
    pub tied: Option<Tied>,
    /// Where it stands.
    pub span: Span,
}

/// What rows with equal keys are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tied {
    /// 均计入
    In,
    /// 均不计入
    Out,
    /// 按名单次序
    Listed,
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
