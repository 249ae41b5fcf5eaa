//! Deadlines: when the steps of a procedure are due, as far as an application says.

use crate::application::{Application, Slot};
use crate::date::Date;
use crate::program::{FactId, Procedure, Program, Start, Step, TimeLimit, TimeUnit, Value};

pub use crate::workdays::Calendar;

/// When a step is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadline {
    /// The last day; of what lasts, the day on which it ends. `None` while it cannot be said.
    pub date: Option<Date>,
    /// The date is the earliest that is possible: working days without a calendar.
    pub at_least: bool,
    /// When it was done, where the application says so.
    pub done: Option<Date>,
    /// The dates that are missing.
    pub needs: Vec<FactId>,
}

/// The deadline of each step of a procedure, for the project at `project`.
#[must_use]
pub fn deadlines(
    program: &Program,
    application: &Application,
    procedure: &Procedure,
    project: usize,
    calendar: &Calendar,
) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = Vec::new();
    for step in &procedure.steps {
        let one = deadline(program, application, step, project, calendar, &found);
        found.push(one);
    }
    found
}

fn deadline(
    program: &Program,
    application: &Application,
    step: &Step,
    project: usize,
    calendar: &Calendar,
    before: &[Deadline],
) -> Deadline {
    let mut it = Deadline {
        done: step.done_on.and_then(|fact| date_of(program, application, fact, project)),
        ..Deadline::default()
    };
    let from = match step.start {
        Some(Start::Fact(fact)) => {
            let date = date_of(program, application, fact, project);
            if date.is_none() {
                it.needs.push(fact);
            }
            date
        }
        Some(Start::Step(at)) => {
            let start = before.get(at).cloned().unwrap_or_default();
            it.at_least = start.done.is_none() && start.at_least;
            if start.done.is_none() && start.date.is_none() {
                it.needs = start.needs;
            }
            start.done.or(start.date)
        }
        None => None,
    };
    if let (Some(from), Some(limit)) = (from, step.limit) {
        let (date, certain) = after(from, limit, calendar);
        it.at_least |= !certain;
        it.date = date;
    } else if let Some((_, (month, day))) = step.season {
        it.date = Date::new(application.as_of.year(), month, day);
    }
    it
}

/// The last day of a time limit that begins behind `from`, and whether it is certain.
fn after(from: Date, limit: TimeLimit, calendar: &Calendar) -> (Option<Date>, bool) {
    let days = |count: u32| from.days().checked_add(i32::try_from(count).ok()?).and_then(Date::from_days);
    match limit.unit {
        TimeUnit::Day => (days(limit.count), true),
        TimeUnit::Month => (from.plus_months(i128::from(limit.count)), true),
        TimeUnit::Year => (from.plus_months(i128::from(limit.count) * 12), true),
        TimeUnit::WorkingDay => match calendar.after(from, i128::from(limit.count)) {
            Some(reached) => (Some(reached.nearest), reached.is_certain()),
            None => (None, true),
        },
    }
}

/// What the application says of a date, where it is known.
fn date_of(program: &Program, application: &Application, fact: FactId, project: usize) -> Option<Date> {
    let level = program.facts.get(fact)?.level;
    let row = *program.rows_of(application, level, project).first()?;
    match application.facts.get(fact)?.get(row)? {
        Slot::Known(Value::Number(days)) => Date::from_days(i32::try_from(*days).ok()?),
        _ => None,
    }
}
