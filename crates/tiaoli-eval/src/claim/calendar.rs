//! Calendar months on what is known so far. Everything here rises with the later date and falls with the earlier one,
//! so the ends of the result come from the ends of the arguments.

use super::cell::{Cell, Range};
use crate::date::Date;
use crate::program::{Count, Months};

/// The calendar year of a date.
pub fn year_of(date: Cell) -> Cell {
    let Cell::Number(range) = date else { return Cell::TooLarge };
    let year = |days: Option<i128>| Some(i128::from(day(days?)?.year()));
    Cell::Number(Range { low: year(range.low), high: year(range.high) })
}

/// A date moved by so many months. Beyond the years 1 to 9999 an end is open, and a point does not fit.
pub fn shift_months(date: Cell, months: Cell) -> Cell {
    let (Cell::Number(date), Cell::Number(months)) = (date, months) else { return Cell::TooLarge };
    let shifted = |date: Option<i128>, months: Option<i128>| Some(i128::from(day(date?)?.plus_months(months?)?.days()));
    let known = date.as_point().is_some() && months.as_point().is_some();
    fits(known, Range { low: shifted(date.low, months.low), high: shifted(date.high, months.high) })
}

/// How many spans lie between two dates.
pub fn between(months: Months, how: Count, from: Cell, to: Cell) -> Cell {
    let (Cell::Number(from), Cell::Number(to)) = (from, to) else { return Cell::TooLarge };
    let count = |from: Option<i128>, to: Option<i128>| spans(months, how, day(from?)?, day(to?)?);
    let known = from.as_point().is_some() && to.as_point().is_some();
    fits(known, Range { low: count(from.high, to.low), high: count(from.low, to.high) })
}

fn fits(known: bool, range: Range) -> Cell {
    if known && range.as_point().is_none() { Cell::TooLarge } else { Cell::Number(range) }
}

fn day(days: i128) -> Option<Date> {
    Date::from_days(i32::try_from(days).ok()?)
}

/// How many spans of so many months lie between two dates, counted as `how` says. `None` for spans of no length.
#[must_use]
pub fn spans(months: Months, how: Count, from: Date, to: Date) -> Option<i128> {
    let length = i128::from(months);
    // The day so many spans after the first; beyond the calendar it is later or earlier than every day.
    let earlier_or_same = |n: i128| match n.checked_mul(length).and_then(|months| from.plus_months(months)) {
        Some(day) => day <= to,
        None => n < 0,
    };
    let ((y1, m1, _), (y2, m2, _)) = (from.parts(), to.parts());
    let whole_months = 12 * (i128::from(y2) - i128::from(y1)) + i128::from(m2) - i128::from(m1);
    // The count of full spans is this or one less.
    let guess = whole_months.checked_div_euclid(length)?;
    let full = if earlier_or_same(guess) { guess } else { guess - 1 };
    let exact = full.checked_mul(length).and_then(|months| from.plus_months(months)) == Some(to);
    Some(match how {
        Count::Full => full,
        Count::Begun => full + i128::from(!exact),
        Count::Ordinal if from == to => 1,
        Count::Ordinal if to > from => full + i128::from(!exact),
        Count::Ordinal => full + 1,
    })
}
