//! What is left of the limits.

use super::ledger::{Entry, Ledger, RoomKey};
use super::solve::Room;
use crate::application::Payment;
use crate::claim::Truth;
use crate::number::{MONEY_SCALE, rescale};
use crate::program::{LimitId, LimitPeriod, LimitRoom, MemberSet, Place, RuleId};

impl Ledger<'_> {
    /// The limits that claims of a rule share.
    pub(super) fn limits_of(&self, rule: RuleId) -> &[LimitId] {
        self.selection.rules.get(rule).map(|it| it.form.limits.as_slice()).unwrap_or_default()
    }

    /// Which room of a limit a claim draws on; `None` where its period is not known.
    pub(super) fn room_key(&self, limit: LimitId, entry: &Entry) -> Option<RoomKey> {
        let it = self.program.limits.get(limit)?;
        let whom = match self.program.levels.get(it.whom).map(|level| level.place) {
            Some(Place::Application | Place::Applicant) => 0,
            Some(Place::Project) => entry.place.project,
            Some(Place::List(_) | Place::Values(_)) | None => {
                self.program.row_above(self.application, entry.at?, it.whom)?
            }
        };
        match it.period {
            LimitPeriod::Ever => Some((limit, whom, None)),
            LimitPeriod::Year(node) => {
                let year = self.cell(node, entry)?.range().as_point()?;
                Some((limit, whom, Some(year)))
            }
        }
    }

    /// What a limit leaves after the payments that count against it.
    pub(super) fn room(&self, (limit, whom, year): RoomKey) -> Room {
        let Some(it) = self.program.limits.get(limit) else { return Room::Money(0) };
        let rules: Vec<RuleId> = self
            .selection
            .rules
            .iter()
            .filter(|(_, rule)| rule.form.limits.contains(&limit))
            .map(|(id, _)| id)
            .collect();
        let own = self.program.levels.get(it.whom).is_some_and(|level| level.place == Place::Project);
        let counts = |payment: &&Payment| {
            counts(payment, self.selection.funds, true)
                && payment.rules.iter().any(|rule| rules.contains(rule))
                && year.is_none_or(|year| i128::from(payment.year) == year)
                && (!own || payment.project == Some(whom))
        };
        let payments = self.application.payments.iter().filter(counts);
        match it.room {
            LimitRoom::Money(fen) => {
                let room = rescale(fen, MONEY_SCALE, self.scale).unwrap_or(i128::MAX);
                Room::Money(room.saturating_sub(self.fen(payments)).max(0))
            }
            LimitRoom::Count(count) => {
                let used = u32::try_from(payments.count()).unwrap_or(u32::MAX);
                Room::Places(count.saturating_sub(used))
            }
        }
    }

    /// The rule that a claim has to wait for, and whether that is certain: none of its shared limits is used up by
    /// earlier payments.
    pub(super) fn waits_for(&self, entry: &Entry) -> Option<(RuleId, Truth)> {
        let sentences = self.selection.after.iter().filter(|it| it.rules.contains(&entry.rule));
        let left = |first: RuleId| {
            let limits = self.limits_of(first).iter();
            limits.fold(Truth::True, |left, limit| match self.room_key(*limit, entry).map(|key| self.room(key)) {
                Some(Room::Money(0) | Room::Places(0)) => Truth::False,
                None if left == Truth::True => Truth::Unknown,
                _ => left,
            })
        };
        let waiting: Vec<(RuleId, Truth)> = sentences
            .flat_map(|it| it.first.iter().map(|first| (*first, left(*first))))
            .filter(|(_, left)| *left != Truth::False)
            .collect();
        waiting.iter().find(|(_, left)| *left == Truth::True).or(waiting.first()).copied()
    }
}

/// Whether a payment is of the levels of funds that count, and no base grant.
pub(super) fn counts(payment: &Payment, levels: MemberSet, base_grants_apart: bool) -> bool {
    MemberSet::one(payment.level).within(levels) && !(base_grants_apart && payment.base_grant)
}
