//! What earlier payments do to a claim's sum, before any limit.

use super::ledger::{Entry, Ledger, Scenario};
use super::rooms::counts;
use super::solve::Sum;
use crate::application::Payment;
use crate::claim::Truth;
use crate::number::{MONEY_SCALE, rescale};
use crate::program::{Earlier, EarlierRule, KeyPart, LevelId, Manner, Place, Promoted, RuleId};
use crate::selection::Rivalry;

impl Ledger<'_> {
    /// What competes of a sum.
    pub(super) fn net(&self, scenario: Scenario, sum: Sum, entry: &Entry) -> Sum {
        let waits = self.waits_for(entry).is_some_and(|(_, certain)| match scenario {
            Scenario::Guaranteed => true,
            Scenario::Maximum => certain == Truth::True,
        });
        if waits || self.closed(scenario, entry) {
            return Sum::Finite(0);
        }
        let own = self.selection.rules.get(entry.rule).and_then(|it| it.form.promoted);
        let paid = self.paid_before(scenario, entry);
        let general = self.selection.of_policy(entry.rule).earlier.as_ref();
        if own.is_some_and(|own| own.rule == EarlierRule::TopUp) && general.is_none() {
            return match sum {
                Sum::Finite(sum) => Sum::Finite(sum.saturating_sub(paid).max(0)),
                Sum::Open => Sum::Open,
            };
        }
        match (general.map(|it| it.rule), sum) {
            (None | Some(EarlierRule::NotDeducted), _) => sum,
            (Some(EarlierRule::NoMore), _) if paid > 0 => Sum::Finite(0),
            (Some(EarlierRule::TopUp), Sum::Finite(sum)) => Sum::Finite(sum.saturating_sub(paid).max(0)),
            (Some(EarlierRule::NoMore | EarlierRule::TopUp), _) => sum,
        }
    }

    /// Whether a payment under its own rule leaves nothing more: 已获本条的，不予.
    fn had(&self, scenario: Scenario, entry: &Entry) -> bool {
        let own = self.selection.rules.get(entry.rule).and_then(|it| it.form.promoted);
        let once = own.filter(|own| own.rule == EarlierRule::NoMore);
        !self.paid_under(scenario, entry, once).is_empty()
    }

    /// Earlier payments under the claim's own rule, as its award counts them, by position.
    fn paid_under(&self, scenario: Scenario, entry: &Entry, promoted: Option<Promoted>) -> Vec<usize> {
        let Some(promoted) = promoted else { return Vec::new() };
        let own = self.is_project(promoted.whom);
        let paid = |it: &Payment| {
            it.rules.contains(&entry.rule)
                && (!own || it.project == Some(entry.place.project))
                && counts(it, self.selection.of_policy(entry.rule).funds, true)
                && counted(scenario, self.is_for_row(it, entry))
        };
        let payments = self.application.payments.iter().enumerate();
        payments.filter(|(_, it)| paid(it)).map(|(at, _)| at).collect()
    }

    /// What earlier payments have covered of a claim's sum; each counts once.
    pub(super) fn paid_before(&self, scenario: Scenario, entry: &Entry) -> i128 {
        let promoted = self.selection.rules.get(entry.rule).and_then(|it| it.form.promoted);
        let own = self.paid_under(scenario, entry, promoted.filter(|it| it.rule == EarlierRule::TopUp));
        let earlier = self.selection.of_policy(entry.rule).earlier.as_ref();
        let general = |it: &Payment| earlier.is_some_and(|earlier| self.counts_against(scenario, earlier, it, entry));
        let payments = self.application.payments.iter().enumerate();
        self.fen(payments.filter(|(at, it)| own.contains(at) || general(it)).map(|(_, it)| it))
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

    /// Whether a payment was for the same thing as a claim: for its project, or for a rival with the same key. A rule
    /// that stands apart from all others has only its own payments against it.
    fn concerns(&self, scenario: Scenario, payment: &Payment, entry: &Entry) -> bool {
        if !counted(scenario, self.is_for_row(payment, entry)) {
            return false;
        }
        let own = payment.rules.contains(&entry.rule);
        let rival =
            |group: &Vec<RuleId>| group.contains(&entry.rule) && payment.rules.iter().any(|of| group.contains(of));
        if payment.project == Some(entry.place.project) {
            let elsewhere = !self.is_of(payment, entry) && !self.stands_apart(scenario, entry);
            let of_rival = |it: &Rivalry| it.groups.iter().any(rival);
            return own || elsewhere || self.rivalries_for(scenario, entry).any(of_rival);
        }
        self.rivalries_for(scenario, entry).any(|rivalry| {
            let wider =
                !rivalry.sentence.same.iter().any(|part| matches!(part, KeyPart::Row(of) if self.is_project(*of)));
            wider && rivalry.groups.iter().any(rival) && self.same_key(scenario, rivalry, payment, entry)
        })
    }

    /// Whether a payment has the key of a project's claims. What the identity of another project is, is not known: then
    /// it may have been the same, and counts in the least sums only.
    fn same_key(&self, scenario: Scenario, rivalry: &Rivalry, payment: &Payment, entry: &Entry) -> bool {
        let of_row = |part: &KeyPart| matches!(part, KeyPart::Row(level) if self.program.is_list(*level));
        let of_row = rivalry.sentence.same.iter().any(of_row);
        if of_row && !counted(scenario, self.is_for_row(payment, entry)) {
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
