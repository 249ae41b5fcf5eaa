//! What is left of the limits.

use super::ledger::{Entry, Ledger, RoomKey, Scenario, Whom};
use super::solve::Room;
use crate::application::{Payment, Rows, Slot};
use crate::claim::Truth;
use crate::number::{MONEY_SCALE, rescale};
use crate::program::{LevelId, LimitId, LimitPeriod, LimitRoom, MemberSet, Place, RuleId, Value};

impl Ledger<'_> {
    /// The limits that claims of a rule share.
    pub(super) fn limits_of(&self, rule: RuleId) -> &[LimitId] {
        self.selection.rules.get(rule).map(|it| it.form.limits.as_slice()).unwrap_or_default()
    }

    /// Which room of a limit a claim draws on; `None` where its period is not known.
    pub(super) fn room_key(&self, limit: LimitId, entry: &Entry) -> Option<RoomKey> {
        let it = self.program.limits.get(limit)?;
        let whom = match self.program.levels.get(it.whom).map(|level| level.place) {
            Some(Place::Application | Place::Applicant) => Whom::Row(0),
            Some(Place::Project) => Whom::Row(entry.place.project),
            Some(Place::List(_) | Place::Values(_)) | None => {
                self.somebody(it.whom, self.program.row_above(self.application, entry.at?, it.whom)?)
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

    /// Who a row of a list is: two rows of one 标识 are one and the same, in whichever lists they stand.
    pub(super) fn somebody(&self, level: LevelId, row: usize) -> Whom {
        let Some(who) = self.program.levels.get(level).and_then(|it| it.same_by) else { return Whom::Row(row) };
        match self.application.facts.get(who).and_then(|slots| slots.get(row)) {
            Some(Slot::Known(Value::Key(key))) => Whom::Somebody(*key),
            _ => Whom::Unknown(row),
        }
    }

    /// Whether a claim draws on a limit for somebody who may be the same as somebody else of the application: certain to
    /// give nothing.
    pub(super) fn may_be_another(&self, (limit, whom, _): RoomKey) -> bool {
        let level = self.program.limits.get(limit).map(|it| it.whom);
        matches!(whom, Whom::Unknown(_)) && level.is_some_and(|level| self.in_several_lists(level))
    }

    /// In one list nobody stands twice; another list may name him.
    pub(super) fn in_several_lists(&self, level: LevelId) -> bool {
        let lists = |rows: &Rows| (0..rows.complete.len()).filter(|list| !rows.of(*list).is_empty()).count();
        self.application.rows.get(level).is_some_and(|rows| lists(rows) > 1)
    }

    /// Whether an earlier payment was for whom a claim is decided for.
    pub(super) fn made_for(&self, payment: &Payment, entry: &Entry) -> Truth {
        match (entry.at, self.is_nobody(entry)) {
            (Some(at), _) => self.program.is_of(self.application, payment, at),
            // A further row of a list.
            (None, true) => self.program.is_of(self.application, payment, self.program.at_project(entry.place.project)),
            (None, false) => Truth::Unknown,
        }
    }

    /// Whether a claim is decided for a row that is nobody in particular.
    pub(super) fn is_nobody(&self, entry: &Entry) -> bool {
        let mut here = self.level_of(entry);
        while let Some(level) = here.filter(|level| self.program.is_list(*level)) {
            let Some(it) = self.program.levels.get(level) else { return false };
            if it.same_by.is_some() {
                return false;
            }
            here = it.parent;
        }
        self.level_of(entry).is_some_and(|level| self.program.is_list(level))
    }

    /// The level that a claim is decided on.
    pub(super) fn level_of(&self, entry: &Entry) -> Option<LevelId> {
        self.selection.rules.get(entry.rule).map(|it| it.level)
    }

    /// Whether a payment is for whom a limit is for; unknown where it, or he, may be anybody.
    fn is_for(&self, whom: Whom, level: LevelId, payment: &Payment) -> Truth {
        match (self.program.levels.get(level).map(|it| it.place), whom, payment.key) {
            (Some(Place::Application | Place::Applicant) | None, ..) => Truth::True,
            (Some(Place::Project), Whom::Row(project), _) => Truth::of(payment.project == Some(project)),
            (_, Whom::Somebody(who), Some(key)) => Truth::of(who == key),
            _ => Truth::Unknown,
        }
    }

    /// What a limit leaves after the payments that count against it. A payment of which it is not known whom it was for
    /// counts in the least sums and not in the greatest.
    pub(super) fn room(&self, (limit, whom, year): RoomKey, scenario: Scenario) -> Room {
        let Some(it) = self.program.limits.get(limit) else { return Room::Money(0) };
        let rules: Vec<RuleId> = self
            .selection
            .rules
            .iter()
            .filter(|(_, rule)| rule.form.limits.contains(&limit))
            .map(|(id, _)| id)
            .collect();
        let counts = |payment: &&Payment| {
            payment
                .rules
                .iter()
                .any(|rule| rules.contains(rule) && counts(payment, self.selection.of_policy(*rule).funds, true))
                && year.is_none_or(|year| i128::from(payment.year) == year)
                && match self.is_for(whom, it.whom, payment) {
                    Truth::True => true,
                    Truth::False => false,
                    Truth::Unknown => scenario == Scenario::Guaranteed,
                }
        };
        let payments = self.application.payments.iter().filter(counts);
        match it.room {
            LimitRoom::Money(fen) => {
                let room = rescale(fen, MONEY_SCALE, self.scale).unwrap_or(i128::MAX);
                Room::Money(room.saturating_sub(self.fen(payments)).max(0))
            }
            LimitRoom::Count(count) => {
                let used = payments.fold(0u32, |used, payment| used.saturating_add(payment.quantity));
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
            limits.fold(Truth::True, |left, limit| match self.room_key(*limit, entry) {
                Some(key) if is_used_up(self.room(key, Scenario::Maximum)) => Truth::False,
                Some(key) if left == Truth::True && is_used_up(self.room(key, Scenario::Guaranteed)) => Truth::Unknown,
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

fn is_used_up(room: Room) -> bool {
    matches!(room, Room::Money(0) | Room::Places(0))
}

/// Whether a payment is of the levels of funds that count, and no base grant.
pub(super) fn counts(payment: &Payment, levels: MemberSet, base_grants_apart: bool) -> bool {
    MemberSet::one(payment.level).within(levels) && !(base_grants_apart && payment.base_grant)
}
