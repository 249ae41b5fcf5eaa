//! Mutation: one slip at a time, and whether some golden case notices it.
//!
//! ```text
//! item ── edits ──► text ── parse, resolve, check, lower ──► program ── golden cases ──► killed, or alive
//! ```
//!
//! Only the item with the slip is parsed again. A mutant that does not compile is stillborn: the compiler has noticed it.
//! One that no case notices is equivalent where the program is the same, or where no application near the golden cases
//! tells the two apart; otherwise it is alive, and the application that tells is shown.

mod edits;
mod run;

use std::ops::Range;
use tiaoli_compiler::rework::At;
use tiaoli_source::Value;

pub use run::mutate;

/// An edit of the words of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the file.
    pub range: Range<usize>,
    /// What stands there instead.
    pub text: String,
    /// Which slip it is.
    pub slip: Slip,
}

/// Sorts of slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// A figure is wrong by a digit.
    Figure,
    /// A figure is in another unit.
    Unit,
    /// Two figures of a list are swapped.
    Order,
    /// 超过 for 以上.
    Bound,
    /// 或 for 且.
    Junction,
    /// A condition is left out.
    Condition,
    /// Another member of an enumeration, or one left out.
    Member,
    /// A cap is left out.
    Limit,
    /// A cap counts for something else.
    Scope,
    /// Another word of the same kind.
    Word,
    /// Another reading of the register.
    Reading,
}

/// A slip, and what came of it.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The item; `None` for a reading.
    pub at: Option<At>,
    /// The edit; for a reading its id stands as the text: `A8-1=R2`.
    pub edit: Edit,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The golden case at this position fails.
    Killed(usize),
    /// The program is the same.
    SameProgram,
    /// No application near the golden cases tells the two apart; how many were tried.
    SameDecisions(usize),
    /// Nothing notices it. An application that tells the two apart, as JSON, and what each program makes of it.
    Alive(Box<Telling>),
}

/// An application on which two programs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The golden case that it is near to, by position.
    pub near: usize,
    /// What is said otherwise than in that case: fact, value.
    pub change: Vec<(String, String)>,
    /// What each makes of it: clause, as it stands, with the slip.
    pub results: Vec<(String, String, String)>,
}

/// Every slip that was tried.
#[derive(Clone, Debug, Default)]
pub struct Mutation {
    /// The mutants, in the order of the files and words, then the readings.
    pub mutants: Vec<Mutant>,
    /// How many edits did not compile.
    pub stillborn: usize,
}

impl Mutation {
    /// How many were noticed by a golden case.
    #[must_use]
    pub fn killed(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Killed(_)))
    }

    /// How many cannot be told apart.
    #[must_use]
    pub fn equivalent(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::SameProgram | Verdict::SameDecisions(_)))
    }

    /// How many nothing notices.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Alive(_)))
    }

    fn count(&self, which: impl Fn(&Verdict) -> bool) -> usize {
        self.mutants.iter().filter(|mutant| which(&mutant.verdict)).count()
    }
}

impl Slip {
    /// The slip in words.
    #[must_use]
    pub fn words(self) -> Value {
        let (zh, en) = match self {
            Self::Figure => ("数字写错", "a digit is wrong"),
            Self::Unit => ("单位写错", "the unit is wrong"),
            Self::Order => ("两个数颠倒", "two figures are swapped"),
            Self::Bound => ("界限的字写错", "a bound word is wrong"),
            Self::Junction => ("且、或写错", "and for or"),
            Self::Condition => ("漏写条件", "a condition is left out"),
            Self::Member => ("选项写错或漏写", "a member is wrong or left out"),
            Self::Limit => ("漏写限额", "a limit is left out"),
            Self::Scope => ("限额的范围写错", "the scope of a limit is wrong"),
            Self::Word => ("用字写错", "another word"),
            Self::Reading => ("另一读法", "another reading"),
        };
        Value::said(zh, en)
    }
}
