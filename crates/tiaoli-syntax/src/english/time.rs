//! Dates, lengths of time and rounding.

use super::expression::{expression, operand};
use super::literal::{date, quantity};
use super::names::Names;
use super::{list, words};
use crate::ast::{
    Calendar, CountWord, Counted, Date, DaysSpan, Expression, ExpressionKind, Name, Parameter, Quantum, Rounded,
    Season, Start, Until, Validity, Versus, Window, YearSpan, Years,
};

/// What is rounded, and how.
pub(super) fn rounded(names: &Names, of: &Expression, how: &Rounded) -> String {
    format!("{} rounded {}", operand(names, of), way(how))
}

/// `half up to 0.01%`
pub(super) fn way(how: &Rounded) -> String {
    let to = match &how.step {
        None => String::new(),
        Some(Quantum::One) => " to a whole number".to_owned(),
        Some(Quantum::Quantity(step)) => format!(" to {}", quantity(step)),
    };
    format!("{}{to}", words::rounding(how.rounding))
}

/// `30 days after the date found`
pub(super) fn moved(names: &Names, from: &Expression, by: &Expression, back: bool) -> String {
    let way = if back { "before" } else { "after" };
    format!("{} {way} {}", operand(names, by), operand(names, from))
}

/// `the full months from A to B`
pub(super) fn elapsed(names: &Names, from: &Expression, to: &Expression, counted: Option<&Counted>) -> String {
    let (from, to) = (operand(names, from), operand(names, to));
    let Some(counted) = counted else { return format!("the time from {from} to {to}") };
    let rounded = counted.rounded.as_ref().map(|it| format!(" (rounded {})", way(it))).unwrap_or_default();
    match counted.word {
        CountWord::Days => format!("the days from {from} to {to}{rounded}"),
        CountWord::Months => format!("the months from {from} to {to}{rounded}"),
        CountWord::FullMonths => format!("the full months from {from} to {to}{rounded}"),
        CountWord::Years => format!("the years from {from} to {to}{rounded}"),
        CountWord::FullYears => format!("the full years from {from} to {to}{rounded}"),
        CountWord::MonthNumber => format!("the number of the month after {from} in which {to} lies"),
        CountWord::YearNumber => format!("the number of the year after {from} in which {to} lies"),
    }
}

/// `the growth of A over B`
pub(super) fn versus(names: &Names, how: Versus, of: &Expression, base: &Expression) -> String {
    let how = match how {
        Versus::Growth => "the growth",
        Versus::Fall => "the fall",
        Versus::Increase => "the increase",
        Versus::Decrease => "the decrease",
    };
    format!("{how} of {} over {}", operand(names, of), operand(names, base))
}

/// `is within 60 days after A`
pub(super) fn window(names: &Names, of: &Expression, window: &Window) -> String {
    let of = expression(names, of);
    match window {
        Window::Span(span) => match &span.kind {
            ExpressionKind::Moved { from, by, back } => {
                format!("{of} is within {}", moved(names, from, by, *back))
            }
            ExpressionKind::Elapsed { from, to, .. } => {
                format!("{of} is from {} to {}", operand(names, from), operand(names, to))
            }
            _ => format!("{of} is within {}", operand(names, span)),
        },
        Window::Seasons(seasons) => format!("{of} is, in any year, {}", list(seasons.iter().map(season), "or")),
    }
}

fn season(season: &Season) -> String {
    let next = if season.next_year { " of the next year" } else { "" };
    format!("from {} to {}{next}", day(season.first), day(season.last))
}

fn day(of: Date) -> String {
    format!("{:02}-{:02}", of.month, of.day)
}

/// `is in force from A for 3 years (by B)`
pub(super) fn validity(names: &Names, it: &Validity) -> String {
    let from = it.from.as_ref().map(|from| format!(" from {}", start(names, from))).unwrap_or_default();
    let until = match &it.until {
        None => String::new(),
        Some(Until::Date(last)) => format!(" until {}", date(last)),
        Some(Until::Length(length)) => format!(" for {}", quantity(length)),
    };
    format!("in force{from}{until}{}", by(names, it.tested.as_ref()))
}

fn by(names: &Names, date: Option<&Name>) -> String {
    date.map(|it| format!(" (by {})", names.name(it))).unwrap_or_default()
}

pub(super) fn start(names: &Names, from: &Start) -> String {
    match from {
        Start::Fact(fact) => names.name(fact),
        Start::Date(of) => date(of),
    }
}

/// `it is year 1 to 3 after A`
pub(super) fn years(names: &Names, it: &Years) -> String {
    let spans = list(it.spans.iter().map(span), "or");
    format!("it is {spans} after {}{}", start(names, &it.from), by(names, it.stamp.as_ref()))
}

fn span(it: &YearSpan) -> String {
    if it.first == it.last { format!("year {}", it.first) } else { format!("year {} to {}", it.first, it.last) }
}

/// A parameter and its periods, a line each.
pub(super) fn parameter(names: &Names, it: &Parameter) -> String {
    let source = it.source.as_ref().map(|it| format!(", as “{}” says", it.text)).unwrap_or_default();
    let mut said = format!("Figure by date: {}{source}\n", names.name(&it.fact.name));
    for period in &it.periods {
        let until = period.until.as_ref().map(|it| format!(" to {}", date(it))).unwrap_or_default();
        said.push_str(&format!("  From {}{until}: {}.\n", date(&period.from), quantity(&period.value)));
    }
    if it.carried {
        said.push_str("  The last figure goes on until another is published.\n");
    }
    said
}

/// The calendar of working days, a line a year.
pub(super) fn calendar(it: &Calendar) -> String {
    let source = it.source.as_ref().map(|it| format!(", as “{}” says", it.text)).unwrap_or_default();
    let mut said = format!("Working days{source}: Monday to Friday, but\n");
    for year in &it.years {
        let of = |worked: bool| {
            let days = year.days.iter().filter(|(it, _)| *it == worked).map(|(_, it)| days(it));
            list(days, "and")
        };
        let (off, on) = (of(false), of(true));
        let off = if off.is_empty() { String::new() } else { format!(" {off} off") };
        let joined = if off.is_empty() || on.is_empty() { "" } else { ";" };
        let on = if on.is_empty() { String::new() } else { format!("{joined} {on} worked") };
        said.push_str(&format!("  In {}:{off}{on}.\n", year.year));
    }
    said
}

fn days(it: &DaysSpan) -> String {
    let day = |(month, day): (u32, u32)| format!("{month:02}-{day:02}");
    if it.first == it.last { day(it.first) } else { format!("{} to {}", day(it.first), day(it.last)) }
}
