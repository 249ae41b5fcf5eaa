//! 分配: how a budget or a number of places is shared among everyone who applies.

use super::{Condition, Date, Id, Name, Quantity, Text};
use tiaoli_source::Span;

/// `分配 5.1.a “年度预算” 每 企业 { 总额 …；次序 …；末位 …。 }`
#[derive(Clone, Debug)]
pub struct Allocation {
    /// The clauses that it encodes.
    pub ids: Vec<Id>,
    /// What is shared, in words.
    pub title: Text,
    /// 每 X: who stands in the queue; must be said, but can be read without.
    pub per: Option<Name>,
    /// Its lines in order.
    pub lines: Vec<AllocationLine>,
    /// The whole item.
    pub span: Span,
}

/// One line of an allocation.
#[derive(Clone, Debug)]
pub struct AllocationLine {
    /// What it says.
    pub kind: AllocationKind,
    /// 核对说明 “…”: answers to checks of the line against the text, with their reasons.
    pub answers: Vec<Text>,
    /// Where it stands.
    pub span: Span,
}

/// What a line of an allocation says.
#[derive(Clone, Debug)]
pub enum AllocationKind {
    /// 总额 每年 2000万元 / 名额 20家
    Budget {
        /// 总额 or 名额.
        word: BudgetWord,
        /// 每年, by the year or the date fact named.
        year: Option<EachYear>,
        /// How much.
        amount: Quantity,
    },
    /// 其中 C 的，总额 500万元: a part that only some draw on, beside the whole.
    Part {
        /// Who draws on it.
        condition: Box<Condition>,
        /// C as written, without blanks.
        said: String,
        /// 总额 or 名额.
        word: BudgetWord,
        /// How much.
        amount: Quantity,
    },
    /// 适用于 3.1、3.2: whose awards are paid from it; without it, every award is.
    OnlyFor(Vec<Id>),
    /// 次序 …: one after another.
    Order(Vec<OrderKey>),
    /// 方式 …: everyone at once, or by a draw alone.
    Method(Sharing),
    /// 同序 …: those who stand equal where not all of them can be paid.
    Equals(Equals),
    /// 末位 …: the one for whom what is left is not enough.
    Last(LastWord),
    /// 尾差 ［舍去 至 元，］…: what does not come out even.
    Tail {
        /// The unit that a cut share is a whole number of; without it, 分.
        quantum: Option<Name>,
        /// Who gets what is left over.
        rule: RemainderWord,
    },
    /// 未定 …: who is not decided when it is his turn.
    Undecided(UndecidedWord),
    /// 2024年9月1日 追加 500万元，先补足
    Increment {
        /// From this day on.
        date: Date,
        /// How much more.
        amount: Quantity,
        /// 先补足 or 不补足.
        top_up: Option<bool>,
    },
}

/// What is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetWord {
    /// 总额: money.
    Money,
    /// 名额: places.
    Places,
}

/// 每年［（按 X）］
#[derive(Clone, Debug)]
pub struct EachYear {
    /// The year or date fact that says which.
    pub by: Option<Name>,
    /// Where it stands.
    pub span: Span,
}

/// One key of an order.
#[derive(Clone, Debug)]
pub struct OrderKey {
    /// The fact.
    pub name: Name,
    /// Which end stands first.
    pub direction: Direction,
    /// Where the key stands.
    pub span: Span,
}

/// Which end stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// 先申先得（X）: the day on which one applied.
    FirstCome,
    /// 择优（X）: the highest score.
    Best,
    /// 由早到晚
    Earliest,
    /// 由晚到早
    Latest,
    /// 由高到低, 由大到小
    Highest,
    /// 由低到高, 由小到大
    Lowest,
    /// 优先: those for whom it holds.
    Holding,
}

/// How everyone is served at once.
#[derive(Clone, Debug)]
pub enum Sharing {
    /// 均分
    Equal,
    /// 按比例, 按需: in proportion to one's own sum.
    Prorated,
    /// 按权（X）
    Weighted(Name),
    /// 抽签（X）, 摇号（X）: nobody stands before another but by a draw held outside.
    Draw(Name),
}

/// 同序: what those get who stand equal.
#[derive(Clone, Debug)]
pub enum Equals {
    /// 均分
    Equal,
    /// 按比例
    Prorated,
    /// 同进
    AllIn,
    /// 同退
    AllOut,
    /// 抽签（X）, 摇号（X）
    Draw(Name),
}

/// 末位: what the one gets for whom what is left is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastWord {
    /// 余额
    Rest,
    /// 不予
    Nothing,
    /// 跳过
    Skip,
    /// 足额
    Full,
}

/// 尾差: who gets what rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemainderWord {
    /// 最大余数
    Greatest,
    /// 归首位
    First,
    /// 归末位
    Last,
    /// 留存
    Kept,
}

/// 未定: what is done about one who is not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndecidedWord {
    /// 预留
    Reserve,
    /// 跳过
    Skip,
}
