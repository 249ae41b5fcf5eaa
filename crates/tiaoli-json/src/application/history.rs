//! The earlier payments as lists that a rule can read: of the applicant, of each project, of each row that is somebody.

use super::rows::Filling;
use tiaoli_eval::application::{Payment, Slot};
use tiaoli_eval::program::{Enumeration, FactId, LevelId, PaymentField, Place, Program, Ty, Value, Written};

/// Fills the lists of payments that the program reads.
pub(super) fn fill(program: &Program, filling: &mut Filling<'_>, payments: &[Payment]) {
    for (level, it) in program.levels.iter() {
        let Place::List(list) = it.place else { continue };
        let rows = program.facts.get(list).map(|fact| fact.written) == Some(Written::Payment(PaymentField::Rows));
        let Some(parent) = it.parent.filter(|_| rows) else { continue };
        let count = filling.rows.get(parent).map_or(0, |rows| rows.len() as usize);
        for above in 0..count {
            let (of, complete) = belonging(program, filling, parent, above, payments);
            for payment in &of {
                row(program, filling, level, payment);
            }
            if let Some(rows) = filling.rows.get_mut(level) {
                rows.push(u32::try_from(of.len()).unwrap_or(u32::MAX), complete, false);
            }
        }
    }
}

/// The payments of one row of `parent`, and whether there can be no more.
fn belonging<'p>(
    program: &Program,
    filling: &Filling<'_>,
    parent: LevelId,
    above: usize,
    payments: &'p [Payment],
) -> (Vec<&'p Payment>, bool) {
    let level = program.levels.get(parent);
    match level.map(|level| level.place) {
        Some(Place::Application | Place::Applicant) | None => (payments.iter().collect(), true),
        Some(Place::Project) => (payments.iter().filter(|it| it.project == Some(above)).collect(), true),
        Some(Place::List(_) | Place::Values(_)) => {
            let who = level.and_then(|level| level.same_by);
            let slot = who.and_then(|who| filling.facts.get(who)?.get(above)).copied();
            // A payment for somebody of this list that does not say for whom may be anybody's.
            let of_list = |it: &&Payment| {
                it.rules.iter().any(|rule| program.rules.get(*rule).is_some_and(|rule| rule.level == parent))
            };
            let unsaid = payments.iter().filter(|it| it.key.is_none()).any(|it| of_list(&it));
            match slot {
                Some(Slot::Known(Value::Key(who))) => {
                    (payments.iter().filter(|it| it.key == Some(who)).collect(), !unsaid)
                }
                _ => (Vec::new(), !unsaid && payments.iter().all(|it| it.key.is_none())),
            }
        }
    }
}

fn row(program: &Program, filling: &mut Filling<'_>, level: LevelId, payment: &Payment) {
    let facts: Vec<FactId> = program.facts.iter().filter(|(_, fact)| fact.level == level).map(|(id, _)| id).collect();
    for id in facts {
        let Some(fact) = program.facts.get(id) else { continue };
        let slot = match (fact.written, &fact.ty) {
            (Written::Payment(PaymentField::Amount), _) => Slot::Known(Value::Number(payment.amount)),
            (Written::Payment(PaymentField::Year), _) => Slot::Known(Value::Number(i128::from(payment.year))),
            (Written::Payment(PaymentField::Clause), Ty::Member(of)) => {
                program.enums.get(*of).map_or(Slot::Absent, |of| clause(program, of, payment))
            }
            _ => Slot::Absent,
        };
        if let Some(slots) = filling.facts.get_mut(id) {
            slots.push(slot);
        }
    }
}

/// The clause of a payment; one that names several is not known to be any of them.
fn clause(program: &Program, of: &Enumeration, payment: &Payment) -> Slot {
    let member = match payment.rules.as_slice() {
        [] => of.members.len().checked_sub(1),
        [rule] => program.rules.get(*rule).and_then(|rule| {
            let (_, form) = rule.forms.first()?;
            let id = &program.clauses.get(form.clause)?.id;
            // What another policy paid is none of the list's clauses.
            of.members.iter().position(|member| member.alias == *id).or_else(|| of.members.len().checked_sub(1))
        }),
        _ => None,
    };
    member.and_then(|at| u8::try_from(at).ok()).map_or(Slot::Absent, |at| Slot::Known(Value::Member(at)))
}
