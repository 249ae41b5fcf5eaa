//! Procedures: what is done when and by whom, and what must be kept to. They decide no sum.

use super::{ClauseId, FactId, Name};

/// A procedure of the document.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Procedure {
    /// The id of its section.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

/// One step, duty, correction or review.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Step {
    /// The clause that states it.
    pub clause: ClauseId,
    /// What sort of step it is.
    pub kind: StepKind,
    /// Its names.
    pub name: Name,
    /// From when its time limit counts.
    pub start: Option<Start>,
    /// Its time limit.
    pub limit: Option<TimeLimit>,
    /// 每年3月1日至4月30日: month and day of the first and of the last day.
    pub season: Option<((u32, u32), (u32, u32))>,
    /// Who does it.
    pub by: Vec<String>,
    /// Where it is filed.
    pub to: Option<String>,
    /// The papers that go with it.
    pub submits: Vec<String>,
    /// 须
    pub must: Vec<String>,
    /// 不得
    pub must_not: Vec<String>,
    /// The clause that says what follows from a breach.
    pub breach: Option<String>,
    /// The date fact that says when it was done.
    pub done_on: Option<FactId>,
}

/// Sorts of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
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

/// From when a time limit counts. The first day is not counted, the last is (Civil Code, articles 201 and 202).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Start {
    /// A date of the application.
    Fact(FactId),
    /// An earlier step, by its place: the day on which it was done, else the last day on which it may be.
    Step(usize),
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct TimeLimit {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: TimeUnit,
    /// It lasts that long rather than ends by then.
    pub lasting: bool,
}

/// Units of time limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum TimeUnit {
    /// Calendar days.
    Day,
    /// 工作日
    WorkingDay,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}
