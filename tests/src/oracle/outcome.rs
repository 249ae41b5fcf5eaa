//! The outcome of one claim, and its JSON.

use serde_json::{Value as Json, json};

use super::figure::Figure;

/// The kinds of outcome of this policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Fixed,
    Rate,
    UpTo,
    Referral,
    CaseByCase,
    Entitlement,
    None,
    Undetermined,
    InvalidInput,
}

/// A kind with its bounds; `high` unbounded = open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) kind: Kind,
    pub(crate) low: Figure,
    pub(crate) high: Figure,
}

/// A claim as decided.
pub(crate) struct Claim {
    /// The id asked for.
    pub(crate) clause: String,
    /// The place of the rule in the document; `None` where the clause awards nothing.
    pub(crate) rule: Option<usize>,
    pub(crate) outcome: Outcome,
    pub(crate) monetary: bool,
    pub(crate) discretionary: bool,
    pub(crate) clamped: bool,
    pub(crate) needs: Vec<&'static str>,
    /// `None` where the documents do not say what stands here.
    pub(crate) because: Option<Vec<&'static str>>,
    /// Fields that only some clauses have, or have only where the documents fix them.
    pub(crate) extra: Vec<(&'static str, Json)>,
}

impl Outcome {
    /// No award.
    pub(crate) fn nothing() -> Self {
        Self::exactly(Kind::None, Figure::zero())
    }

    /// A sum without doubt.
    pub(crate) fn exactly(kind: Kind, sum: Figure) -> Self {
        Self { kind, low: sum.clone(), high: sum }
    }

    /// Anything up to `high`.
    pub(crate) fn up_to(kind: Kind, high: Figure) -> Self {
        Self { kind, low: Figure::zero(), high }
    }
}

impl Claim {
    /// The claim as it stands in a decision.
    pub(crate) fn json(&self) -> Json {
        let Outcome { kind, low, high } = &self.outcome;
        let (amount, minimum, maximum) = if self.monetary {
            let settled = matches!(kind, Kind::Fixed | Kind::Rate | Kind::None);
            (settled.then(|| low.text()).flatten(), low.text(), high.text())
        } else {
            (None, None, None)
        };
        let mut claim = json!({
            "clause": self.clause,
            "kind": kind.word(),
            "amount": amount,
            "minimum": minimum,
            "maximum": maximum,
            "monetary": self.monetary,
            "discretionary": self.discretionary,
            "clamped": self.clamped,
            "needs": self.needs,
        });
        if let Some(because) = &self.because {
            claim["because"] = json!(because);
        }
        for (key, value) in &self.extra {
            claim[*key] = value.clone();
        }
        claim
    }
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Rate => "rate",
            Self::UpTo => "up_to",
            Self::Referral => "referral",
            Self::CaseByCase => "case_by_case",
            Self::Entitlement => "entitlement",
            Self::None => "none",
            Self::Undetermined => "undetermined",
            Self::InvalidInput => "invalid_input",
        }
    }
}
