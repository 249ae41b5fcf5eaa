//! An application, typed: what is known, row by row. Where it was read from is not this crate's business.

use crate::date::Date;
use crate::program::{Claimable, FactId, LevelId, RuleId, Value};
use crate::table::Table;

/// Everything one applicant brings.
#[derive(Clone, Debug)]
pub struct Application {
    /// Who applies, where the application says so: what tells applicants apart who share a budget.
    pub applicant_id: Option<String>,
    /// The date of evaluation.
    pub as_of: Date,
    /// Treat the policy as in force where its first day is unknown.
    pub assume_in_force: bool,
    /// The rows of each level, by parent row.
    pub rows: Table<LevelId, Rows>,
    /// For each fact, a slot for each row of its level.
    pub facts: Table<FactId, Vec<Slot>>,
    /// What the 标识 of the application are, as written; a [`Value::Key`] is a place here.
    pub keys: Vec<String>,
    /// The projects, as listed.
    pub projects: Vec<Project>,
    /// Earlier payments.
    pub payments: Vec<Payment>,
    /// What was not said and so taken for granted, as keys of the application (`prior_awards`).
    pub assumed: Vec<String>,
}

/// The rows of one level, grouped by the row that they belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Row `p` of the parent level has the rows `offsets[p]..offsets[p + 1]`.
    pub offsets: Vec<u32>,
    /// For each parent row: whether these are all its rows. An absent list has no rows and is not complete.
    pub complete: Vec<bool>,
    /// For each parent row: whether the list as a whole is impossible input (no list, or too long).
    pub impossible: Vec<bool>,
}

impl Rows {
    /// One parent row with `count` rows, complete.
    #[must_use]
    pub fn single(count: u32) -> Self {
        Self { offsets: vec![0, count], complete: vec![true], impossible: vec![false] }
    }

    /// Starts a level without parent rows; add them with [`Rows::push`].
    #[must_use]
    pub fn empty() -> Self {
        Self { offsets: vec![0], complete: Vec::new(), impossible: Vec::new() }
    }

    /// Adds the next parent row with `count` rows.
    pub fn push(&mut self, count: u32, complete: bool, impossible: bool) {
        let last = self.len();
        self.offsets.push(last.saturating_add(count));
        self.complete.push(complete);
        self.impossible.push(impossible);
    }

    /// How many rows there are in all.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.offsets.last().copied().unwrap_or(0)
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows that belong to `parent`.
    #[must_use]
    pub fn of(&self, parent: usize) -> std::ops::Range<usize> {
        let at = |index: usize| self.offsets.get(index).copied().unwrap_or(0) as usize;
        at(parent)..at(parent + 1).max(at(parent))
    }

    /// The row that `row` belongs to.
    #[must_use]
    pub fn parent_of(&self, row: usize) -> usize {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        self.offsets.partition_point(|offset| *offset <= row).saturating_sub(1)
    }

    /// Whether the rows of `parent` are all there are.
    #[must_use]
    pub fn is_complete(&self, parent: usize) -> bool {
        self.complete.get(parent).copied().unwrap_or(false)
    }

    /// Whether the list of `parent` is impossible input.
    #[must_use]
    pub fn is_impossible(&self, parent: usize) -> bool {
        self.impossible.get(parent).copied().unwrap_or(false)
    }
}

/// What an application says of one fact of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Nothing: unknown.
    Absent,
    /// A possible value.
    Known(Value),
    /// Something that cannot be: it spoils the claims that use the fact, and no other.
    Impossible,
}

/// One project: the identity that 同一项目 means, and what is asked for.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its id, once in the application.
    pub id: String,
    /// The claims: the id as it was written, and what it stands for. Each rule stands once.
    pub claims: Vec<(String, Claimable)>,
}

/// An earlier payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The project of this application that it was for, by position; `None` for another one.
    pub project: Option<usize>,
    /// The clause as written.
    pub clause: String,
    /// The rules of this policy that the clause names; empty for another policy's.
    pub rules: Vec<RuleId>,
    /// How much, in fen; not negative.
    pub amount: i128,
    /// The year that it counts in.
    pub year: i32,
    /// The level of the funds, a member of the policy's enumeration of levels.
    pub level: u8,
    /// Whether it is a base grant of an upper level.
    pub base_grant: bool,
    /// Whom of a list it was for, as a place in [`Application::keys`].
    pub key: Option<u32>,
    /// How many awards it stands for.
    pub quantity: u32,
}
