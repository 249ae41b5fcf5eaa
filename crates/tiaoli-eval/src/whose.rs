//! Whose an earlier payment was: of the enterprise always, of a project by its id, of somebody in a list by his 标识.

use crate::application::{Application, Payment, Slot};
use crate::claim::Truth;
use crate::program::{FactId, LevelId, MemberSet, PaidId, Place, Program, RuleId, Value};
use crate::rows::At;

impl Program {
    /// Whether an earlier payment was made to or for a row: true of the applicant; of a project by its id. A row that is
    /// somebody (以 … 为同一), or belongs to somebody, has the payments with his 标识, whichever project they were booked
    /// on. A row that is nobody in particular has what the project, or the applicant, has around its list.
    #[must_use]
    pub fn is_of(&self, application: &Application, payment: &Payment, at: At) -> Truth {
        let mut here = at;
        loop {
            let Some(level) = self.levels.get(here.level) else { return Truth::True };
            match (level.place, level.same_by) {
                (Place::Application | Place::Applicant, _) => return Truth::True,
                (Place::Project, _) => return Truth::of(payment.project == Some(here.row)),
                (Place::List(_) | Place::Values(_), Some(who)) => {
                    return self.is_of_somebody(application, payment, here, who);
                }
                (Place::List(_) | Place::Values(_), None) => match self.around(application, here) {
                    Some(above) => here = above,
                    None => return Truth::True,
                },
            }
        }
    }

    fn is_of_somebody(&self, application: &Application, payment: &Payment, at: At, who: FactId) -> Truth {
        let around = || {
            let around = self.around(application, at);
            around.map_or(Truth::True, |above| self.is_of(application, payment, above))
        };
        let who = application.facts.get(who).and_then(|slots| slots.get(at.row));
        match (who, payment.key) {
            (Some(Slot::Known(Value::Key(who))), Some(key)) => Truth::of(*who == key),
            (_, Some(_)) => Truth::Unknown,
            // Without a 标识: under an article on the rows of a list it may have been anybody's; under another article it
            // was for the whole of what the row belongs to; under another policy it may have been either.
            (_, None) if payment.rules.iter().any(|rule| self.is_for_rows(*rule)) => Truth::Unknown,
            (_, None) if payment.rules.is_empty() && around() != Truth::False => Truth::Unknown,
            (_, None) => around(),
        }
    }

    fn is_for_rows(&self, rule: RuleId) -> bool {
        self.rules.get(rule).is_some_and(|it| self.is_list(it.level))
    }

    /// The row that a row belongs to.
    fn around(&self, application: &Application, at: At) -> Option<At> {
        let level: LevelId = self.levels.get(at.level)?.parent?;
        Some(At { level, row: self.row_above(application, at, level)? })
    }
}

impl Application {
    /// What was paid before for a row under the rules of an entry, in fen, base grants of an upper level apart; of the
    /// levels of funds that the policy counts, where it says which. At least and at most: they differ where it is not
    /// known whose a payment was. `None` where the sum does not fit.
    #[must_use]
    pub fn paid_before(&self, program: &Program, of: PaidId, at: At) -> Option<[i128; 2]> {
        self.payments.iter().try_fold([0i128; 2], |[least, most], it| {
            Some(match self.counts_in(program, of, at, it) {
                Truth::True => [least.checked_add(it.amount)?, most.checked_add(it.amount)?],
                Truth::Unknown => [least, most.checked_add(it.amount)?],
                Truth::False => [least, most],
            })
        })
    }

    /// Whether an earlier payment is one of those that an entry adds for a row.
    pub(crate) fn counts_in(&self, program: &Program, of: PaidId, at: At, payment: &Payment) -> Truth {
        let Some(rules) = program.paid.get(of) else { return Truth::False };
        let companion = rules.first().and_then(|rule| program.rules.get(*rule)?.policy);
        let said =
            companion.and_then(|it| program.companions.get(it)).map_or(&program.settlement.funds, |it| &it.funds);
        let funds = said.iter().find(|(when, _)| when.all.is_empty()).map(|(_, levels)| *levels);
        let counts = !payment.base_grant
            && payment.rules.iter().any(|rule| rules.contains(rule))
            && funds.is_none_or(|funds| MemberSet::one(payment.level).within(funds));
        if counts { program.is_of(self, payment, at) } else { Truth::False }
    }
}
