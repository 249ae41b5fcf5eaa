//! 算例 分配: golden cases of how a budget or quota is shared.

use super::{CaseProject, Date, Given, Id, Name, Quantity, Text};
use tiaoli_source::Span;

/// `算例 分配 5.1.a “…” { 甲：…。乙：…。 ⇒ 甲 10万元，乙 不予，因 末位。 }`
#[derive(Clone, Debug)]
pub struct QueueCase {
    /// The clauses of the allocation.
    pub ids: Vec<Id>,
    /// What the case shows.
    pub title: Text,
    /// Who applies; each has one project.
    pub candidates: Vec<Candidate>,
    /// Given for each of them.
    pub givens: Vec<Given>,
    /// What must come out: first as the policy stands, then under other readings.
    pub outcomes: Vec<QueueOutcome>,
    /// The whole item.
    pub span: Span,
}

/// One who applies.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// His name, what he asks for, and what is given.
    pub project: CaseProject,
    /// 已分配10万元（2024年6月30日）: what an earlier allocation gave him, and when.
    pub allotted: Option<(Quantity, Date)>,
}

/// What must come out under some readings.
#[derive(Clone, Debug)]
pub struct QueueOutcome {
    /// Readings other than the chosen ones.
    pub readings: Vec<(Name, Name)>,
    /// What must come out.
    pub expected: Vec<ExpectedShare>,
}

/// One thing that must come out.
#[derive(Clone, Debug)]
pub struct ExpectedShare {
    /// Whose; `None` for the pool itself.
    pub name: Option<Name>,
    /// What.
    pub kind: ShareKind,
    /// 因 …: the word that decided.
    pub because: Option<(ShareWord, Span)>,
    /// Where it stands.
    pub span: Span,
}

/// What can come out.
#[derive(Clone, Debug)]
pub enum ShareKind {
    /// 10万元
    Given(Quantity),
    /// 不予
    Refused,
    /// 预留10万元
    Reserved(Quantity),
    /// 待定: nothing given and nothing set aside, and it is not decided.
    Pending,
    /// 须110万元: how much there would have to be for all of his sum.
    Needs(Quantity),
    /// 余0元
    LeftOver(Quantity),
    /// 超支2万元
    Overdrawn(Quantity),
}

/// The word that decided what somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareWord {
    /// 末位
    Last,
    /// 同序
    Tied,
    /// 抽签
    Drawn,
    /// 用完
    UsedUp,
    /// 方式
    Shared,
    /// 未定
    Undecided,
    /// 待抽签
    Undrawn,
    /// 待前序
    Waiting,
    /// 已分配
    Earlier,
}
