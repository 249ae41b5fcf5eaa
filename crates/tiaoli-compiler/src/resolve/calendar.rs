//! 参数 工作日: the days of each year, with what is wrong reported.

use super::dictionary::Dictionary;
use std::collections::BTreeMap;
use tiaoli_eval::date::Date;
use tiaoli_eval::workdays::{Calendar, is_weekend};
use tiaoli_source::{Code, Diagnostic, Problems, Span};
use tiaoli_syntax::ast;

/// Enters the days of a calendar.
pub(super) fn add(dictionary: &mut Dictionary<'_>, it: &ast::Calendar, problems: &mut Problems) {
    let mut calendar = dictionary.calendar.take().unwrap_or_default();
    let mut years: BTreeMap<u32, Span> = BTreeMap::new();
    for year in &it.years {
        let known = Date::new(year.year, 1, 1).is_some_and(|day| calendar.is_worked(day).is_some());
        match years.insert(year.year, year.span) {
            Some(first) => {
                problems.push(Diagnostic::new(Code::CALENDAR_TWICE).at(year.span).also(first).arg("year", year.year));
            }
            None if known => {
                problems.push(Diagnostic::new(Code::CALENDAR_TWICE).at(year.span).arg("year", year.year));
            }
            None => {}
        }
        let mut said: BTreeMap<i32, (bool, Span)> = BTreeMap::new();
        for (worked, span) in &year.days {
            days(&mut calendar, &mut said, year.year, (*worked, span), problems);
        }
    }
    dictionary.calendar = Some(calendar);
}

fn days(
    calendar: &mut Calendar,
    said: &mut BTreeMap<i32, (bool, Span)>,
    year: u32,
    (worked, it): (bool, &ast::DaysSpan),
    problems: &mut Problems,
) {
    let day = |(month, day): (u32, u32)| Date::new(year, month, day);
    let (Some(first), Some(last)) = (day(it.first), day(it.last)) else {
        problems.push(Diagnostic::new(Code::NO_SUCH_DATE).at(it.span));
        return;
    };
    if last < first {
        problems.push(Diagnostic::new(Code::DAYS_BACKWARDS).at(it.span));
    }
    for day in (first.days()..=last.days()).filter_map(Date::from_days) {
        if let Some((_, before)) = said.insert(day.days(), (worked, it.span)) {
            problems.push(Diagnostic::new(Code::DAY_TWICE).at(it.span).also(before).arg("day", day));
        } else if worked && !is_weekend(day) {
            problems.push(Diagnostic::new(Code::WORKED_ANYWAY).at(it.span).arg("day", day));
        }
        calendar.set(day, worked);
    }
}
