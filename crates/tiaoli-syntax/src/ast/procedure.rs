//! 程序: what is done when, by whom, and what must be kept to afterwards. Data beside the money.

use super::{Id, Name, Quantity, Text};
use tiaoli_source::Span;

/// `程序 4.1 “办理程序” { … }`
#[derive(Clone, Debug)]
pub struct Procedure {
    /// The section of the document.
    pub id: Id,
    /// Its title; must be the document's heading.
    pub title: Option<Text>,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// The whole item.
    pub span: Span,
}

/// `4.1.b 受理 acceptance：申请日期 起5个工作日内，由 “区科技局” 办理。`
#[derive(Clone, Debug)]
pub struct Step {
    /// The clause that it encodes.
    pub id: Id,
    /// What sort of step it is.
    pub kind: StepKind,
    /// Its name.
    pub name: Name,
    /// Its name for other tools.
    pub alias: Name,
    /// What is said of it, in order.
    pub parts: Vec<StepPart>,
    /// 核对说明 “…”: answers to checks of the rule against the text, with their reasons.
    pub answers: Vec<Text>,
    /// The whole sentence.
    pub span: Span,
}

/// Sorts of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Something that is done.
    Step,
    /// 义务: something that must be kept to.
    Duty,
    /// 更正: a mistake is put right.
    Correction,
    /// 复核: a decision is looked at again.
    Review,
}

/// One thing said of a step.
#[derive(Clone, Debug)]
pub enum StepPart {
    /// 受理 起5个工作日内: by when, from a date fact or an earlier step; with `lasting`, 起，为期7日: how long.
    Due {
        /// The date fact or the step.
        from: Name,
        /// How long.
        time: Quantity,
        /// It lasts that long rather than ends by then.
        lasting: bool,
    },
    /// 每年3月1日至4月30日: month and day of the first day, then of the last.
    Season((u32, u32), (u32, u32), Span),
    /// 由 “区科技局” 办理
    By(Vec<Text>),
    /// 向 “区科技局” 提出
    To(Text),
    /// 提交 “申请表”、“营业执照”
    Submit(Vec<Text>),
    /// 须 “…”
    Must(Text),
    /// 不得 “…”
    MustNot(Text),
    /// 违反的 适用于 3.5: the clause that says what follows.
    Breach(Id),
    /// 以 受理日期 为准: the date fact that says when it was done.
    DoneOn(Name),
}
