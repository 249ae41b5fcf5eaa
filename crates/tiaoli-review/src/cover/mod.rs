//! Coverage: what the golden cases have seen of the rules.
//!
//! A *goal* is one thing that some case should show: a condition that holds, fails, or is not known; a case distinction
//! or band that applies; a cap that bites, and one that does not; an award, a refusal, an open question; a shared limit
//! that binds, and one that leaves room; a reading other than the chosen one. The goals are read off the program, the
//! hits off the traces of the cases: the same traces that `explain` prints.

mod goals;
mod hits;

use tiaoli_compiler::cases::Case;
use tiaoli_eval::program::{NodeId, OptionId, Program, RuleId};
use tiaoli_eval::table::Table;
use tiaoli_source::{Span, Value};

/// What the cases of a package have seen.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The goals, rule by rule in document order, then the readings.
    pub goals: Vec<Goal>,
}

/// One thing that some case should show.
#[derive(Clone, Debug)]
pub struct Goal {
    /// The rule that should show it; for a reading, its question and option.
    pub rule: String,
    /// The clause that it comes from.
    pub clause: String,
    /// What should be shown.
    pub what: What,
    /// The words that it is about, as first written: rules with the same words share them.
    pub words: Option<Span>,
    /// How many cases show it.
    pub hits: usize,
}

/// What should be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A condition: it holds, fails, or is not known.
    Condition(RuleId, NodeId, Known),
    /// The case distinction at this node comes to its n-th value; the last is what holds otherwise.
    Branch(RuleId, NodeId, usize),
    /// Of the figures at this node the n-th is the least.
    Least(RuleId, NodeId, usize),
    /// Of the figures at this node the n-th is the greatest.
    Greatest(RuleId, NodeId, usize),
    /// How the claim comes out.
    Outcome(RuleId, Comes),
    /// The claim's n-th shared limit: it binds, or it leaves room.
    Limit(RuleId, usize, bool),
    /// A reading other than the chosen one.
    Reading(OptionId),
}

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// It holds.
    Holds,
    /// It fails.
    Fails,
    /// It is not known.
    Unknown,
}

/// How a claim comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comes {
    /// Something is granted.
    Award,
    /// Nothing is.
    Refusal,
    /// It depends on what is missing.
    Open,
}

/// Looks at every case of a package. `places` says where each node was written.
#[must_use]
pub fn cover(program: &Program, places: &Table<NodeId, Span>, cases: &[Case]) -> Coverage {
    let mut goals = goals::of(program, places);
    for case in cases.iter().filter(|case| case.confirmed) {
        let seen = hits::of(program, case);
        for goal in goals.iter_mut().filter(|goal| seen.contains(&goal.what)) {
            goal.hits = goal.hits.saturating_add(1);
        }
    }
    Coverage { goals }
}

impl Coverage {
    /// Goals that some case shows, and all goals.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.goals.iter().filter(|goal| goal.hits > 0).count(), self.goals.len())
    }

    /// The rules with their goals, in order.
    #[must_use]
    pub fn by_rule(&self) -> Vec<(&str, Vec<&Goal>)> {
        let mut rules: Vec<(&str, Vec<&Goal>)> = Vec::new();
        for goal in &self.goals {
            match rules.iter_mut().find(|(rule, _)| *rule == goal.rule) {
                Some((_, goals)) => goals.push(goal),
                None => rules.push((&goal.rule, vec![goal])),
            }
        }
        rules
    }

    /// The share of goals that are shown, to a tenth of a percent, rounded down: `91.3％` where `sign` is ％.
    #[must_use]
    pub fn percent(&self, sign: &str) -> String {
        let (shown, all) = self.count();
        let share = shown.saturating_mul(1000).checked_div(all).unwrap_or(1000);
        format!("{}.{}{sign}", share / 10, share % 10)
    }

    /// Whether at least `percent` of the goals are shown.
    #[must_use]
    pub fn reaches(&self, percent: u32) -> bool {
        let (shown, all) = self.count();
        shown.saturating_mul(100) >= all.saturating_mul(usize::try_from(percent).unwrap_or(usize::MAX))
    }
}

impl What {
    /// What should be shown, in words.
    #[must_use]
    pub fn words(self) -> Value {
        let nth = |n: usize| n.saturating_add(1);
        match self {
            Self::Condition(_, _, Known::Holds) => Value::said("条件成立", "the condition holds"),
            Self::Condition(_, _, Known::Fails) => Value::said("条件不成立", "the condition fails"),
            Self::Condition(_, _, Known::Unknown) => Value::said("条件未知", "the condition is not known"),
            Self::Branch(_, _, n) => Value::said(format!("取第{}种情形", nth(n)), format!("case {} applies", nth(n))),
            Self::Least(_, _, n) => {
                Value::said(format!("第{}个数最小", nth(n)), format!("figure {} is the least", nth(n)))
            }
            Self::Greatest(_, _, n) => {
                Value::said(format!("第{}个数最大", nth(n)), format!("figure {} is the greatest", nth(n)))
            }
            Self::Outcome(_, Comes::Award) => Value::said("给予", "something is granted"),
            Self::Outcome(_, Comes::Refusal) => Value::said("不予", "nothing is granted"),
            Self::Outcome(_, Comes::Open) => Value::said("待定", "it depends on what is missing"),
            Self::Limit(_, _, true) => Value::said("限额用尽", "the limit binds"),
            Self::Limit(_, _, false) => Value::said("限额有余", "the limit leaves room"),
            Self::Reading(_) => Value::said("另一读法", "another reading"),
        }
    }
}
