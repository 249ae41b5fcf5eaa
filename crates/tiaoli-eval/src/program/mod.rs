//! The program: a policy as data.
//!
//! A *level* is a kind of row: the application, the applicant, its projects, and lists below them. A *node*
//! has one value for each row of its level. A *rule* names the nodes that decide one claim. Everything that is
//! done with rules is an interpretation of the nodes over a [domain](crate::claim::Domain).
//!
//! A program is also what a compiled file holds (feature `serde`): a new type derives as its neighbours do, and a new field
//! takes `serde(default)`, so that files of earlier releases are read as saying nothing of it.
//!
//! Missing data: a fact that is absent has its type's declared range as its value, never zero and never false.

mod allocation;
mod node;
mod payout;
mod procedure;
mod referral;
mod rule;
mod settlement;
mod ty;

use crate::table::{Table, declare_id};

pub use allocation::{
    Allocation, Increment, Last, Measure, Method, OrderKey, Remainder, Store, Tail, Terms, Ties, Undecided, Weights,
};
pub use node::{Comparison, Count, Fold, MemberSet, Months, Node, Op, Ranking, Rounding, Sign, Tied, Value};
pub use payout::{Instalment, Part, Payout, Promoted};
pub use procedure::{Procedure, Start, Step, StepKind, TimeLimit, TimeUnit};
pub use referral::{Beside, Companion, CompanionId, Elsewhere, Instead, Referral};
pub use rule::{Constraint, Form, FormKind, Gate, GateKind, Limit, LimitPeriod, LimitRoom, Rule, Shown, Target, When};
pub use settlement::{
    After, Ceilings, Earlier, EarlierRule, Exclusive, Joint, KeyPart, Manner, Named, Payment, Settlement, Stacking,
    Unquantified,
};
pub use ty::{Ty, Unit};

declare_id! {
    /// A level.
    pub struct LevelId;
    /// A fact.
    pub struct FactId;
    /// An enumeration.
    pub struct EnumId;
    /// A node.
    pub struct NodeId;
    /// A rule.
    pub struct RuleId;
    /// A limit that several claims share.
    pub struct LimitId;
    /// A clause of the document.
    pub struct ClauseId;
    /// A question of the register of readings.
    pub struct ReadingId;
    /// A reading other than the chosen one.
    pub struct OptionId;
    /// A target.
    pub struct TargetId;
    /// A definition.
    pub struct DefinitionId;
    /// Earlier payments that a node adds up.
    pub struct PaidId;
    /// A place where the policy leaves a sum to another one.
    pub struct ReferralId;
}

/// A policy, compiled. All its readings are in it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Program {
    /// Name, edition, title.
    pub policy: Policy,
    /// The levels, parents first: application, applicant, project, then lists.
    pub levels: Table<LevelId, Level>,
    /// The enumerations.
    pub enums: Table<EnumId, Enumeration>,
    /// The facts in dictionary order.
    pub facts: Table<FactId, Fact>,
    /// What the policy itself defines, in the order declared.
    pub definitions: Table<DefinitionId, Definition>,
    /// The nodes, arguments first.
    pub nodes: Table<NodeId, Node>,
    /// What makes input impossible.
    pub constraints: Vec<Constraint>,
    /// The rules in document order.
    pub rules: Table<RuleId, Rule>,
    /// The limits that claims share.
    pub limits: Table<LimitId, Limit>,
    /// Earlier payments that nodes add up: under which rules.
    pub paid: Table<PaidId, Vec<RuleId>>,
    /// Where the policy leaves a sum to another one.
    pub referrals: Table<ReferralId, Referral>,
    /// The policies beside it that it is read together with.
    pub companions: Table<CompanionId, Companion>,
    /// The targets in document order.
    pub targets: Table<TargetId, Target>,
    /// Which days are worked, as far as the policy says.
    pub calendar: crate::workdays::Calendar,
    /// The procedures in document order.
    pub procedures: Vec<Procedure>,
    /// The clauses of the document, in order.
    pub clauses: Table<ClauseId, Clause>,
    /// The headings of the document's units without their numbers, by path (`3.3`), sorted.
    pub titles: Vec<(String, String)>,
    /// What can be named in `claims`, sorted by id.
    pub claimable: Vec<(String, Claimable)>,
    /// The register of readings.
    pub readings: Table<ReadingId, Reading>,
    /// The readings other than the chosen ones.
    pub options: Table<OptionId, ReadingOption>,
    /// Two options that change the same sentence, and the clause it encodes.
    pub conflicts: Vec<(OptionId, OptionId, ClauseId)>,
    /// How claims come together.
    pub settlement: Settlement,
    /// How budgets and quotas are shared among applicants, in document order.
    pub allocations: Vec<Allocation>,
}

/// Which policy it is.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Policy {
    /// Its name in file names and decisions.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// Its title in the document.
    pub title: String,
    /// What others call it.
    pub also: Vec<String>,
    /// Digest of everything it was compiled from: `sha256:…`.
    pub digest: String,
}

/// A name in the document's words and for other tools.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Name {
    /// Short name in Chinese.
    pub zh: String,
    /// ASCII alias.
    pub alias: String,
    /// Other names: 又称.
    pub also: Vec<String>,
    /// The document's long wording, where the short name is not it.
    pub in_full: Option<String>,
}

impl Name {
    /// Whether `text` is one of its names.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.alias == text
            || self.zh == text
            || self.in_full.as_deref() == Some(text)
            || self.also.iter().any(|other| other == text)
    }
}

/// A kind of row.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Level {
    /// Its name: 项目, `project`.
    pub name: Name,
    /// The level that its rows belong to.
    pub parent: Option<LevelId>,
    /// What it is in an application.
    pub place: Place,
    /// What a row counts as: 人, 家.
    pub unit: Option<String>,
    /// The 标识 by which two rows are the same: the person, the contract.
    pub same_by: Option<FactId>,
}

/// What a level is in an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Place {
    /// The application itself: one row.
    Application,
    /// The applicant: one row.
    Applicant,
    /// A project: one row for each.
    Project,
    /// A list of objects below another level; the fact stands for the list as a whole.
    List(FactId),
    /// A list of plain values, written under the alias of this fact.
    Values(FactId),
}

/// An enumeration, at most 127 members.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Enumeration {
    /// Its name; empty alias for one written in place.
    pub name: Name,
    /// Whether its members stand in order, lowest first.
    pub ordered: bool,
    /// The members.
    pub members: Vec<Name>,
}

/// One fact of the dictionary.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Fact {
    /// Its names.
    pub name: Name,
    /// The level whose rows have it; for a list of plain values, the list's own level.
    pub level: LevelId,
    /// Where it comes from.
    pub kind: FactKind,
    /// The type of one value.
    pub ty: Ty,
    /// The least value that is possible, in the type's scale.
    pub least: Option<i128>,
    /// The greatest value that is possible, in the type's scale.
    pub greatest: Option<i128>,
    /// Whether it is a list of plain values, and how long it can be.
    pub list: Option<ListBound>,
    /// What its absence means.
    pub absence: Absence,
    /// How it is written in an application.
    pub written: Written,
}

/// 所称 X，是指 …: a name that the policy gives to what follows from facts. It is never input.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Definition {
    /// Its names.
    pub name: Name,
    /// The level whose rows have it.
    pub level: LevelId,
    /// The type of its value.
    pub ty: Ty,
    /// The clause that states it.
    pub clause: ClauseId,
}

/// How long a list can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct ListBound {
    /// The most items, where the vocabulary says so.
    pub most: Option<u32>,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum FactKind {
    /// 申报: the applicant declares it.
    Declared,
    /// 登记: it is on record elsewhere.
    Recorded,
    /// 认定: a finding of an authority.
    Found,
    /// 核定: a sum that an authority decides.
    Determined,
    /// 参数: a figure or date from outside.
    Parameter,
}

/// What the absence of a fact means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Absence {
    /// It is unknown.
    Unknown,
    /// The year of the date of evaluation stands in for it.
    YearOfEvaluation,
    /// There is none: a condition on it does not hold.
    None,
    /// Another fact stands for it; it is never missing by itself (a count behind a share).
    Replaces,
}

/// How a value is written in an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Written {
    /// true / false
    Boolean,
    /// Yuan as a decimal string, at most two places.
    Money,
    /// Percent as a decimal string, at most four places.
    Percent,
    /// A decimal string with at most so many places.
    Decimal(u8),
    /// A whole number as a decimal string.
    Whole,
    /// A calendar year as a JSON integer.
    Year,
    /// `2021-06-30`
    Date,
    /// A member's alias or name.
    Member,
    /// A text that says who or what something is.
    Key,
    /// A list of objects, each with the facts of its level.
    Rows,
    /// Not at all: it is read off the earlier payments.
    Payment(PaymentField),
}

/// What of an earlier payment a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum PaymentField {
    /// The payments as a list: of the applicant, of a project, of a row that is somebody.
    Rows,
    /// Under which clause it was made; the last member is any other.
    Clause,
    /// How much.
    Amount,
    /// The year that it counts in.
    Year,
}

/// A clause of the document.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Clause {
    /// Its id: `3.3.b`.
    pub id: String,
    /// Its words.
    pub text: String,
    /// How it is accounted for.
    pub account: Account,
}

/// How a clause of the document is accounted for: exactly one of six ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Account {
    /// A rule computes it.
    Encoded,
    /// It is left to another instrument or decision.
    Referred,
    /// It grants a right that is not a sum of this policy.
    Right,
    /// It states a target.
    Target,
    /// It directs work or explains; it awards nothing.
    Declaratory,
    /// It is a title or heading.
    Heading,
}

/// What an id in `claims` stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Claimable {
    /// One rule.
    Rule(RuleId),
    /// Something that awards nothing.
    Nothing,
    /// Targets.
    Targets(Vec<TargetId>),
    /// Several rules, which must be asked for one by one.
    Several(Vec<RuleId>),
}

/// A question of the register.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Reading {
    /// `A8-1`
    pub id: String,
    /// The question.
    pub question: String,
    /// The id of the chosen reading: `R1`.
    pub chosen: String,
    /// The chosen reading in words.
    pub words: String,
    /// Why it was chosen.
    pub reason: String,
}

/// A reading other than the chosen one.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct ReadingOption {
    /// The question it answers.
    pub reading: ReadingId,
    /// `R2`
    pub id: String,
    /// In words.
    pub words: String,
    /// Whether it can be computed.
    pub effect: Effect,
}

/// What asking for a reading does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Effect {
    /// It changes sentences.
    Changes,
    /// It gives the same sums; why.
    Same(String),
    /// It cannot be computed; what is lacking.
    Lacking(String),
}
