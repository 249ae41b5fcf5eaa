//! What a policy says of other policies. Where they are not here nothing of it has an effect; the compiler links those
//! that are.

use super::{ClauseId, Earlier, Exclusive, MemberSet, Policy, RuleId, When};
use crate::table::declare_id;

declare_id! {
    /// A policy that this one is read together with.
    pub struct CompanionId;
}

/// Clauses of another policy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Elsewhere {
    /// What the policy is called here.
    pub title: String,
    /// The clauses that are meant; empty = the policy as a whole.
    pub ids: Vec<String>,
}

/// 按 “…” 执行: a sum that another policy decides.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Referral {
    /// Which.
    pub of: Elsewhere,
    /// The clause that refers.
    pub clause: ClauseId,
    /// Whether it was found and its result stands in the place of the open sum.
    pub linked: bool,
}

/// 本政策 与 “…” 之间 从高、不重复: awards of this policy and of others that are rivals across.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Beside {
    /// The sentence, with the rules of this policy that it speaks of.
    pub sentence: Exclusive,
    /// The others.
    pub with: Vec<Elsewhere>,
}

/// 3.1 不予 的，适用 “…” 2.1: awards of another policy that stand in for awards of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Instead {
    /// The awards of this policy that come first.
    pub first: Vec<RuleId>,
    /// What stands in.
    pub then: Elsewhere,
    /// The clause that says so.
    pub clause: ClauseId,
}

/// A policy that this one is read together with. Its rules, facts and clauses stand behind this one's; what its own
/// settlement says of earlier payments holds for its own awards.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Companion {
    /// Which policy it is.
    pub policy: Policy,
    /// The levels whose payments use room.
    pub funds: Vec<(When, MemberSet)>,
    /// What earlier payments do.
    pub earlier: Vec<(When, Earlier)>,
}

impl Policy {
    /// What it is called for short: 又称, else its title, else its name.
    #[must_use]
    pub fn short(&self) -> &str {
        let title = if self.title.is_empty() { &self.name } else { &self.title };
        self.also.first().unwrap_or(title)
    }

    /// Everything that it is called.
    #[must_use]
    pub fn titles(&self) -> Vec<&str> {
        let mut titles: Vec<&str> = self.also.iter().map(String::as_str).collect();
        titles.extend([self.title.as_str(), self.name.as_str()]);
        titles.retain(|title| !title.is_empty());
        titles
    }

    /// Whether it is called so.
    #[must_use]
    pub fn is(&self, title: &str) -> bool {
        !title.is_empty() && (self.title == title || self.name == title || self.also.iter().any(|it| it == title))
    }
}
