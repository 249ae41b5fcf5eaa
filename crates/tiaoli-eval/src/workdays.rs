//! Working days: which days are worked, and on which day so many of them are over.

use crate::claim::{Cell, Range};
use crate::date::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The most working days that are counted one by one.
const MOST: i128 = 100_000;

/// Days off and working days that differ from the week, year by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
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

    /// Adds what another calendar says; where both speak of a day, the other is right.
    pub fn extend(&mut self, other: &Self) {
        self.days.extend(&other.days);
        self.years.extend(&other.years);
    }

    /// Whether a day is worked; `None` in a year that nothing is known of.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> Option<bool> {
        self.years.contains(&day.year()).then(|| self.days.get(&day.days()).copied().unwrap_or(!is_weekend(day)))
    }

    /// The days on which the last of so many working days after `from` may fall, backwards where `count` is below zero.
    /// `None` beyond the years 1 to 9999 and for more working days than are counted.
    #[must_use]
    pub fn after(&self, from: Date, count: i128) -> Option<Reached> {
        if count.checked_abs()? > MOST {
            return None;
        }
        Some(Reached { nearest: self.walk(from, count, true)?, farthest: self.walk(from, count, false) })
    }

    /// Day by day; of days in a year that nothing is known of, all are worked or none.
    fn walk(&self, from: Date, count: i128, unknown_is_worked: bool) -> Option<Date> {
        let (step, last) = if count < 0 { (-1, self.years.first()) } else { (1, self.years.last()) };
        let (mut day, mut left) = (from, count.abs());
        while left > 0 {
            day = Date::from_days(day.days().checked_add(step)?)?;
            match self.is_worked(day) {
                Some(worked) => left -= i128::from(worked),
                None if unknown_is_worked => left -= 1,
                // Beyond every year that is known there is no end to it.
                None if last.is_none_or(|last| if step < 0 { day.year() < *last } else { day.year() > *last }) => {
                    return None;
                }
                None => {}
            }
        }
        Some(day)
    }
}

/// Saturday or Sunday.
#[must_use]
pub fn is_weekend(day: Date) -> bool {
    // 1970-01-01 was a Thursday.
    (day.days() + 3).rem_euclid(7) >= 5
}

/// Where so many working days lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The day, if every day in a year that nothing is known of is worked.
    pub nearest: Date,
    /// The day, if none of them is; `None` where there is no end to them.
    pub farthest: Option<Date>,
}

impl Reached {
    /// Whether the calendar leaves nothing open.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self.farthest == Some(self.nearest)
    }
}

/// [`Calendar::after`] on what is known so far. Whichever days are worked, the day rises with both arguments.
#[must_use]
pub fn working_day(calendar: &Calendar, from: Cell, count: Cell) -> Cell {
    let (Cell::Number(from), Cell::Number(count)) = (from, count) else { return Cell::TooLarge };
    let after = |from: Option<i128>, count: i128| {
        calendar.after(Date::from_days(i32::try_from(from?).ok()?)?, count).map(|it| (it, count))
    };
    let days = |it: Date| i128::from(it.days());
    // Going backwards the farthest day is the earliest.
    let low = count.low.and_then(|count| after(from.low, count));
    let low = low.and_then(|(it, count)| if count < 0 { it.farthest } else { Some(it.nearest) }).map(days);
    let high = count.high.and_then(|count| after(from.high, count));
    let high = high.and_then(|(it, count)| if count < 0 { Some(it.nearest) } else { it.farthest }).map(days);
    if let (Some(from), Some(count)) = (from.as_point(), count.as_point())
        && after(Some(from), count).is_none()
    {
        return Cell::TooLarge;
    }
    Cell::Number(Range { low, high })
}
