//! Which earlier payments concern a claim, and what of it they leave before any limit.

use super::ledger::{Entry, Ledger, Scenario};
use super::rooms::counts;
use super::solve::Sum;
use crate::application::Payment;
use crate::claim::Truth;
use crate::number::{MONEY_SCALE, rescale};
use crate::program::{Earlier, EarlierRule, KeyPart, LevelId, Manner, Place, Promoted, RuleId};
use crate::rows::At;
use crate::selection::Rivalry;

impl Ledger<'_> {
    /// What competes of a sum before anything is deducted: nothing where the claim waits, where another was named, or
    /// where an earlier payment ends the matter.
    pub(super) fn open_sum(&self, scenario: Scenario, sum: Sum, entry: &Entry) -> Sum {
        let waits = self.waits_for(entry).is_some_and(|(_, certain)| match scenario {
            Scenario::Guaranteed => true,
            Scenario::Maximum => certain == Truth::True,
        });
        if waits || self.passed_over(entry) || self.closed(scenario, entry) { Sum::Finite(0) } else { sum }
    }

    /// Whether an earlier payment is deducted from a claim; unknown where it is not known whose it was.
    pub(super) fn deducts(&self, at: usize, payment: &Payment, entry: &Entry) -> Truth {
        let deducts = |scenario: Scenario| {
            let promoted = self.promoted(entry, EarlierRule::TopUp);
            let general = || {
                let earlier =
                    self.selection.of_policy(entry.rule).earlier.as_ref().filter(|it| it.rule == EarlierRule::TopUp);
                earlier.is_some_and(|earlier| self.counts_against(scenario, earlier, payment, entry))
            };
            self.paid_under(scenario, entry, promoted).contains(&at) || general()
        };
        match (deducts(Scenario::Maximum), deducts(Scenario::Guaranteed)) {
            (true, _) => Truth::True,
            (false, true) => Truth::Unknown,
            (false, false) => Truth::False,
        }
    }

    /// What the award of a claim says of earlier payments under its own rule, where that follows.
    fn promoted(&self, entry: &Entry, rule: EarlierRule) -> Option<Promoted> {
        self.selection.rules.get(entry.rule)?.form.promoted.filter(|it| it.rule == rule)
    }

    /// Whether a payment leaves nothing more: 已获本条的，不予, or 已获 … 资金的，不予.
    fn had(&self, scenario: Scenario, entry: &Entry) -> bool {
        // Of rows that are nobody in particular it is not known which of them was paid.
        if scenario == Scenario::Maximum && self.is_nobody(entry) {
            return false;
        }
        if !self.paid_under(scenario, entry, self.promoted(entry, EarlierRule::NoMore)).is_empty() {
            return true;
        }
        let Some(earlier) =
            self.selection.of_policy(entry.rule).earlier.as_ref().filter(|it| it.rule == EarlierRule::NoMore)
        else {
            return false;
        };
        // What the award itself tops up does not end the matter.
        let topped_up = self.paid_under(scenario, entry, self.promoted(entry, EarlierRule::TopUp));
        let mut payments = self.application.payments.iter().enumerate();
        payments.any(|(at, it)| {
            it.amount > 0 && !topped_up.contains(&at) && self.counts_against(scenario, earlier, it, entry)
        })
    }

    /// Earlier payments under the claim's own rule, as its award counts them, by position.
    fn paid_under(&self, scenario: Scenario, entry: &Entry, promoted: Option<Promoted>) -> Vec<usize> {
        let Some(promoted) = promoted else { return Vec::new() };
        let whose = entry.at.and_then(|at| {
            let row = self.program.row_above(self.application, at, promoted.whom)?;
            Some(At { level: promoted.whom, row })
        });
        let paid = |it: &Payment| {
            let its_own = match whose {
                Some(whose) => self.program.is_of(self.application, it, whose),
                None => self.made_for(it, entry),
            };
            it.rules.contains(&entry.rule)
                && counts(it, self.selection.of_policy(entry.rule).funds, true)
                && counted(scenario, its_own)
        };
        let payments = self.application.payments.iter().enumerate();
        payments.filter(|(_, it)| paid(it)).map(|(at, _)| at).collect()
    }

    fn counts_against(&self, scenario: Scenario, earlier: &Earlier, it: &Payment, entry: &Entry) -> bool {
        counts(it, earlier.levels, earlier.base_grants_apart)
            && (!earlier.own_policy || self.is_of(it, entry))
            && self.concerns(scenario, it, entry)
    }

    /// Whether a payment was made under the policy that grants the claim.
    fn is_of(&self, payment: &Payment, entry: &Entry) -> bool {
        payment.rules.iter().any(|rule| self.selection.same_policy(*rule, entry.rule))
    }

    /// Whether 先得 leaves nothing for the rule: another of the rivals was paid for the same key.
    pub(super) fn closed(&self, scenario: Scenario, entry: &Entry) -> bool {
        if self.had(scenario, entry) {
            return true;
        }
        let mut first = self.rivalries_for(scenario, entry).filter(|it| it.sentence.manner == Manner::First);
        first.any(|rivalry| {
            self.application.payments.iter().any(|payment| {
                let rival = |group: &Vec<RuleId>| {
                    group.contains(&entry.rule)
                        && payment.rules.iter().any(|of| *of != entry.rule && group.contains(of))
                };
                rivalry.groups.iter().any(rival) && self.same_key(scenario, rivalry, payment, entry)
            })
        })
    }

    /// Whether a payment was for the same thing as a claim: for whom its rule decides (the enterprise, its project, a
    /// person), or for a rival with the same key. A rule that stands apart from all others has only its own payments
    /// against it.
    fn concerns(&self, scenario: Scenario, payment: &Payment, entry: &Entry) -> bool {
        let its_own = counted(scenario, self.made_for(payment, entry));
        if !its_own && self.level_of(entry).is_some_and(|level| self.program.is_list(level)) {
            return false;
        }
        let own = payment.rules.contains(&entry.rule);
        let elsewhere = || !self.is_of(payment, entry) && !self.stands_apart(scenario, entry);
        let rival =
            |group: &Vec<RuleId>| group.contains(&entry.rule) && payment.rules.iter().any(|of| group.contains(of));
        its_own && (own || elsewhere())
            || self
                .rivalries_for(scenario, entry)
                .any(|rivalry| rivalry.groups.iter().any(rival) && self.same_key(scenario, rivalry, payment, entry))
    }

    /// Whether a payment has the key of a project's claims. What the identity of another project is, is not known: then
    /// it may have been the same, and counts in the least sums only.
    fn same_key(&self, scenario: Scenario, rivalry: &Rivalry, payment: &Payment, entry: &Entry) -> bool {
        let of_row = |part: &KeyPart| matches!(part, KeyPart::Row(level) if self.program.is_list(*level));
        let of_row = rivalry.sentence.same.iter().any(of_row);
        if of_row && !counted(scenario, self.made_for(payment, entry)) {
            return false;
        }
        if payment.project == Some(entry.place.project) {
            return true;
        }
        let rows = rivalry.sentence.same.iter().filter_map(|part| match part {
            KeyPart::Row(level) => Some(*level),
            KeyPart::Value(_) => None,
        });
        if rows.into_iter().any(|level| self.is_project(level)) {
            return false;
        }
        if rivalry.sentence.same.iter().all(|part| matches!(part, KeyPart::Row(_))) {
            return true;
        }
        if of_row {
            return scenario == Scenario::Guaranteed;
        }
        let own = self.identity(rivalry, entry).flatten();
        let mut others = self.entries.iter().filter(|it| payment.project == Some(it.place.project));
        let other = others.find_map(|it| self.identity(rivalry, it).flatten());
        match (own, other) {
            (Some(own), Some(other)) => own == other,
            _ => scenario == Scenario::Guaranteed,
        }
    }

    fn is_project(&self, level: LevelId) -> bool {
        self.program.levels.get(level).is_some_and(|it| it.place == Place::Project)
    }

    /// Payments added, in the scale of the application.
    pub(super) fn fen<'p>(&self, payments: impl Iterator<Item = &'p Payment>) -> i128 {
        let sum = payments.fold(0i128, |sum, it| sum.saturating_add(it.amount));
        rescale(sum, MONEY_SCALE, self.scale).unwrap_or(i128::MAX)
    }
}

/// Whether an earlier payment counts where it is not known whose it was: in the least sums only.
fn counted(scenario: Scenario, its_own: Truth) -> bool {
    match its_own {
        Truth::True => true,
        Truth::False => false,
        Truth::Unknown => scenario == Scenario::Guaranteed,
    }
}
