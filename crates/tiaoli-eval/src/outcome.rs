//! Outcomes and decisions, as data.

use crate::date::Date;
use crate::number;
use crate::program::{DefinitionId, FactId, LimitId, ReadingId, RuleId, Unit};

/// An exact number of decimal places: `value` / 10^`scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The scaled integer.
    pub value: i128,
    /// Decimal places.
    pub scale: u8,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self { value: 0, scale: number::MONEY_SCALE };
}

impl std::fmt::Display for Amount {
    /// Writes the number without exponent, with at least two places and no trailing zero beyond them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&number::print(self.value, self.scale, number::MONEY_SCALE))
    }
}

/// The outcome of one claim: its own, before rivals, earlier payments and shared limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What came out.
    pub kind: Kind,
    /// Whether it is money.
    pub monetary: bool,
    /// The least that can be due, in yuan.
    pub minimum: Amount,
    /// The most that can be due; `None` = open upwards.
    pub maximum: Option<Amount>,
    /// 可: a power of the authority.
    pub discretionary: bool,
    /// A decided sum above the ceiling was cut back.
    pub clamped: bool,
    /// What is missing, in dictionary order.
    pub needs: Vec<FactId>,
    /// The 核定 fact that would settle the sum, while nobody has decided.
    pub decided_by: Option<FactId>,
    /// Why there is no award, or which facts are impossible.
    pub because: Vec<Reason>,
    /// The definitions through which those facts were looked at.
    pub terms: Vec<DefinitionId>,
    /// Values shown under the claim: key, name, and the number where it is known.
    pub shows: Vec<(String, String, Option<Amount>)>,
    /// The instrument or right, or what is granted in kind, where one is named.
    pub title: Option<String>,
    /// It must be paid back; it is never part of what is payable.
    pub recovery: bool,
    /// What `minimum` and `maximum` count where it is no money.
    pub unit: Option<Unit>,
}

/// Kinds of outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A determined sum.
    Fixed,
    /// A sum computed by rate and cap.
    Rate,
    /// A ceiling.
    UpTo,
    /// A range with a floor above zero.
    Range,
    /// Set by another instrument or rule.
    Referral,
    /// 一事一议
    CaseByCase,
    /// A right without a stated sum.
    Entitlement,
    /// What must be paid back.
    Recovery,
    /// Something other than money.
    InKind,
    /// No award.
    None,
    /// A fact or finding is missing.
    Undetermined,
    /// Impossible input.
    InvalidInput,
}

impl Kind {
    /// The word of the JSON contract.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Rate => "rate",
            Self::UpTo => "up_to",
            Self::Range => "range",
            Self::Referral => "referral",
            Self::CaseByCase => "case_by_case",
            Self::Entitlement => "entitlement",
            Self::Recovery => "recovery",
            Self::InKind => "in_kind",
            Self::None => "none",
            Self::Undetermined => "undetermined",
            Self::InvalidInput => "invalid_input",
        }
    }
}

/// Why there is no award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The policy is not in force on the date of evaluation.
    NotInForce,
    /// The event is earlier than the policy.
    BeforeIssue,
    /// The clause awards nothing.
    NoAward,
    /// The sum comes to nothing.
    ZeroSum,
    /// The document itself does not say what holds for this value.
    NotRuled,
    /// Which days are worked is not known.
    NoCalendar,
    /// A condition on this fact failed, or its value is impossible.
    Fact(FactId),
}

/// The same thing under the least and under the greatest sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scenarios<T> {
    /// Under the least sums.
    pub guaranteed: T,
    /// Under the greatest sums.
    pub maximum: T,
}

impl Scenarios<Option<Amount>> {
    /// Nothing under either.
    pub const NOTHING: Self = Self { guaranteed: Some(Amount::ZERO), maximum: Some(Amount::ZERO) };
}

/// A decision on an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The date of evaluation.
    pub as_of: Date,
    /// Readings other than the chosen ones that were asked for.
    pub readings: Vec<(ReadingId, String)>,
    /// The projects, as listed.
    pub projects: Vec<ProjectDecision>,
    /// Rights that are not money: project, claim.
    pub rights: Vec<(usize, usize)>,
    /// The sums over all projects, or why there are none.
    pub total: Result<Total, SettleLimit>,
    /// What was not said and so taken for granted.
    pub assumed: Vec<String>,
}

/// The sums over all projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// What is payable; `None` = open upwards.
    pub payable: Scenarios<Option<Amount>>,
    /// What would be paid, rounded as the policy says, in whole fen.
    pub payment: Scenarios<Option<Amount>>,
    /// What must be paid back, least and greatest, where a recovery applies or may apply.
    pub recovery: Option<Scenarios<Option<Amount>>>,
    /// After what must be paid back is deducted from what is payable, where the policy says so.
    pub set_off: Option<SetOff>,
    /// Whether both sums are known and agree.
    pub settled: bool,
}

/// What is payable and what must be paid back after one is deducted from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetOff {
    /// What is still payable.
    pub payable: Scenarios<Option<Amount>>,
    /// What must still be paid back.
    pub recovery: Scenarios<Option<Amount>>,
}

/// Settle could not prove its best combination within its fixed amount of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettleLimit {
    /// The best total found; `None` = open upwards.
    pub best: Scenarios<Option<Amount>>,
    /// A total that is certainly not exceeded; `None` = open upwards.
    pub bound: Scenarios<Option<Amount>>,
}

/// What is decided on one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectDecision {
    /// Its id.
    pub id: String,
    /// Its claims, as asked for.
    pub claims: Vec<ClaimDecision>,
    /// The claim that yields each sum, by position.
    pub chosen: Scenarios<Vec<usize>>,
    /// What is payable; `None` = open upwards.
    pub payable: Scenarios<Option<Amount>>,
    /// What would be paid, rounded as the policy says.
    pub payment: Scenarios<Option<Amount>>,
    /// Whether both sums are known and agree.
    pub settled: bool,
    /// What must be paid back, least and greatest, where a recovery applies or may apply.
    pub recovery: Option<Scenarios<Option<Amount>>>,
    /// Whether its sums depend on how a limit is shared with other projects.
    pub shares_limit: bool,
}

/// What is decided on one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDecision {
    /// The id as it was asked for.
    pub asked: String,
    /// The rule; `None` where the id names something that awards nothing.
    pub rule: Option<RuleId>,
    /// Its own outcome.
    pub outcome: Outcome,
    /// The questions that it rests on.
    pub readings: Vec<ReadingId>,
    /// For a target: whether it is met, where that is known.
    pub target_met: Option<Option<bool>>,
    /// What is payable under it, of its project's sum; `None` = open upwards.
    pub payable: Scenarios<Option<Amount>>,
    /// Why it is not the award of its project, where it lost.
    pub lost: Scenarios<Option<Lost>>,
    /// The instalments of what is payable, where it is paid in several.
    pub plan: Vec<PaidPart>,
    /// Who receives what is payable, where the text says so.
    pub payees: Vec<PaidPart>,
    /// Who pays it, where the text says so.
    pub payers: Vec<PaidPart>,
    /// Of a rule on a list: each row, of which the outcome is the sum.
    pub rows: Option<Listed>,
}

/// A part of what is paid, in whole fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidPart {
    /// Which instalment, or who.
    pub name: String,
    /// How much; `None` = open upwards.
    pub paid: Scenarios<Option<Amount>>,
}

/// The rows of a claim of a rule on a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The rows, as listed.
    pub rows: Vec<RowDecision>,
    /// What a row that is not written could get, where the list may have further rows and that is not nothing.
    pub further: Option<Outcome>,
}

/// What is decided on one row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDecision {
    /// The row of its level, counted over the whole application.
    pub row: usize,
    /// Its place in each list around it, the outermost first, counted from one.
    pub position: Vec<usize>,
    /// Its own outcome.
    pub outcome: Outcome,
    /// What is payable for it; `None` = open upwards.
    pub payable: Scenarios<Option<Amount>>,
    /// Why it is not paid, where it lost.
    pub lost: Scenarios<Option<Lost>>,
}

/// Why a rival lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Another claim of the same project gives more (by position).
    Lower {
        /// The winner.
        than: usize,
    },
    /// Alone it gives as much or more, but the whole would be less: the limit goes to other projects.
    LimitUsed {
        /// The limit.
        limit: LimitId,
    },
    /// Earlier payments cover it.
    EarlierPayment,
    /// It counts nothing until what is missing is known.
    Uncertain,
    /// It stands equal with the winner, which comes first by the order of ties.
    Tie {
        /// The winner.
        with: usize,
    },
    /// A claim of another project is taken in its place.
    Elsewhere {
        /// That project, by position.
        project: usize,
    },
    /// The applicant named another of the rivals.
    NotChosen,
    /// Another rule must be used up first.
    Waits {
        /// The rule.
        first: RuleId,
    },
}

impl Amount {
    /// Compares two numbers, whatever their scales.
    #[must_use]
    pub fn total_cmp(self, other: Self) -> std::cmp::Ordering {
        let scale = self.scale.max(other.scale);
        let at = |it: Self| number::rescale(it.value, it.scale, scale);
        match (at(self), at(other)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // Only a number that does not fit at the larger scale is left: the one of fewer places is far from zero.
            (None, _) => self.value.cmp(&0),
            (_, None) => 0.cmp(&other.value),
        }
    }
}
