//! Deadlines: when the steps of a procedure are due, as far as an application says.

use crate::application::{Application, Slot};
use crate::date::Date;
use crate::program::{FactId, Procedure, Program, Start, Step, TimeLimit, TimeUnit, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Days off and working days that differ from the week, year by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<i32, bool>,
    years: BTreeSet<u32>,
}

impl Calendar {
    /// Says of a day whether it is worked. Its year then counts as known: other days follow the week.
    pub fn set(&mut self, day: Date, worked: bool) {
        self.days.insert(day.days(), worked);
        self.years.insert(day.year());
    }

    /// Whether a day is worked; `None` in a year that nothing is known of.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> Option<bool> {
        // 1970-01-01 was a Thursday.
        let weekday = (day.days() + 3).rem_euclid(7);
        self.years.contains(&day.year()).then(|| self.days.get(&day.days()).copied().unwrap_or(weekday < 5))
    }
}

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
        TimeUnit::WorkingDay => {
            worked(from, limit.count, calendar).map_or_else(|| (days(limit.count), false), |date| (Some(date), true))
        }
    }
}

/// The day on which the last of so many working days behind `from` falls; `None` where the calendar does not say.
fn worked(from: Date, count: u32, calendar: &Calendar) -> Option<Date> {
    let mut day = from;
    let mut left = count;
    while left > 0 {
        day = Date::from_days(day.days().checked_add(1)?)?;
        if calendar.is_worked(day)? {
            left -= 1;
        }
    }
    Some(day)
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
