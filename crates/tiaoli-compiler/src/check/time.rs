//! Dates, lengths of time, quotients and their rounding.

use super::Context;
use super::expression::{Typed, number, shown, type_of};
use crate::resolve::{figure, unit_named};
use tiaoli_eval::program::{LevelId, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{
    CountWord, Counted, Expression, ExpressionKind, Name, Quantity, Start, Until, Validity, Whole, Window, YearSpan,
    Years,
};

/// The lengths of time: their unit, and how many days or months make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// So many days.
    Days(i128),
    /// So many calendar months.
    Months(i128),
    /// Working days, by the calendar.
    WorkingDays,
}

/// What one of a unit is as a length of time; `None` for any other unit.
pub(crate) fn length_of(unit: &Unit) -> Option<Length> {
    let [(name, 1)] = unit.bases() else { return None };
    Some(match name.as_str() {
        "日" => Length::Days(1),
        "周" => Length::Days(7),
        "月" => Length::Months(1),
        "年" => Length::Months(12),
        "工作日" => Length::WorkingDays,
        _ => return None,
    })
}

/// A date, and the list that it belongs to; a problem for anything else.
pub(super) fn date(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Option<LevelId>> {
    let typed = type_of(context, expression)?;
    if typed.ty == Ty::Date {
        return Some(typed.list);
    }
    context.problem(Diagnostic::new(Code::NEEDS_A_DATE).at(expression.span));
    None
}

/// A whole number of days, months or years.
pub(super) fn length(context: &mut Context<'_, '_>, expression: &Expression) -> Option<Option<LevelId>> {
    let typed = number(context, expression)?;
    match &typed.ty {
        Ty::Number { unit, scale: 0 }
            if length_of(unit) == Some(Length::WorkingDays) && context.resolved.dictionary.calendar.is_none() =>
        {
            context.problem(Diagnostic::new(Code::WORKING_DAYS).at(expression.span));
            None
        }
        Ty::Number { unit, scale: 0 } if length_of(unit).is_some() => Some(typed.list),
        Ty::Number { unit, .. } => {
            context.problem(Diagnostic::new(Code::NEEDS_A_LENGTH).at(expression.span).arg("unit", shown(unit)));
            None
        }
        Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => None,
    }
}

/// D 起60日
pub(super) fn moved(context: &mut Context<'_, '_>, from: &Expression, by: &Expression) -> Option<Typed> {
    let (from, by) = (date(context, from), length(context, by));
    let (from, by) = (from?, by?);
    Some(Typed { ty: Ty::Date, list: from.or(by) })
}

/// Two dates; the list that either belongs to.
pub(super) fn two_dates(context: &mut Context<'_, '_>, from: &Expression, to: &Expression) -> Option<Option<LevelId>> {
    let (from, to) = (date(context, from), date(context, to));
    let (from, to) = (from?, to?);
    Some(from.or(to))
}

/// A 至 B 的天数
pub(super) fn elapsed(
    context: &mut Context<'_, '_>,
    from: &Expression,
    to: &Expression,
    counted: Option<&Counted>,
    span: Span,
) -> Option<Typed> {
    let list = two_dates(context, from, to)?;
    let Some(counted) = counted else {
        context.problem(Diagnostic::new(Code::ELAPSED_NOT_COUNTED).at(span));
        return None;
    };
    let (word, unit, rounds) = match counted.word {
        CountWord::Days => ("天数", "日", false),
        CountWord::Months => ("月数", "月", true),
        CountWord::FullMonths => ("整月数", "月", false),
        CountWord::Years => ("年数", "年", true),
        CountWord::FullYears => ("整年数", "年", false),
        CountWord::MonthNumber => ("月次", "月", false),
        CountWord::YearNumber => ("年次", "年", false),
    };
    match &counted.rounded {
        None if rounds => {
            let unit = if unit == "月" { "个月" } else { unit };
            context.problem(Diagnostic::new(Code::PART_OF_A_SPAN).at(counted.span).arg("word", word).arg("unit", unit));
            return None;
        }
        Some(it) if !rounds || it.rounding == Whole::HalfUp || it.step.is_some() => {
            context.problem(Diagnostic::new(Code::COUNT_IS_WHOLE).at(it.span).arg("word", word));
            return None;
        }
        _ => {}
    }
    Some(Typed { ty: Ty::Number { unit: unit_named(unit), scale: 0 }, list })
}

/// A 至 B held against a length of time.
pub(super) fn held_against_length(
    context: &mut Context<'_, '_>,
    from: &Expression,
    to: &Expression,
    value: &Expression,
) {
    let dates = two_dates(context, from, to);
    let length = length(context, value);
    if let (Some(dates), Some(length)) = (dates, length)
        && dates.or(length).is_some()
    {
        context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(from.span));
    }
}

/// D 在 …
pub(super) fn window(context: &mut Context<'_, '_>, of: &Expression, window: &Window) {
    if date(context, of).flatten().is_some() {
        context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(of.span));
    }
    match window {
        Window::Span(span) => match &span.kind {
            ExpressionKind::Moved { from, by, .. } => {
                moved(context, from, by);
            }
            ExpressionKind::Elapsed { from, to, counted: None } => {
                two_dates(context, from, to);
            }
            _ => context.problem(Diagnostic::new(Code::WINDOW_WITHOUT_ENDS).at(span.span)),
        },
        Window::Seasons(seasons) => {
            for end in seasons.iter().flat_map(|season| [season.first, season.last]) {
                if tiaoli_eval::date::Date::new(end.year, end.month, end.day).is_none() {
                    context.problem(Diagnostic::new(Code::NO_SUCH_DATE).at(end.span));
                }
            }
            for season in seasons {
                let turned = (season.last.month, season.last.day) < (season.first.month, season.first.day);
                if turned != season.next_year {
                    context.problem(Diagnostic::new(Code::RANGE_TURNED).at(season.first.span.to(season.last.span)));
                }
            }
        }
    }
}

/// A fact that is a date.
fn date_fact(context: &mut Context<'_, '_>, name: &Name) {
    let Some(fact) = context.fact(name) else { return };
    let it = context.resolved.dictionary.facts.get(fact);
    if it.is_none_or(|it| it.ty != Ty::Date || !context.in_reach(it.level)) {
        context.problem(Diagnostic::new(Code::NOT_A_DATE).at(name.span).arg("name", &name.text));
    }
}

pub(super) fn real_date(context: &mut Context<'_, '_>, date: tiaoli_syntax::ast::Date) {
    if tiaoli_eval::date::Date::new(date.year, date.month, date.day).is_none() {
        context.problem(Diagnostic::new(Code::NO_SUCH_DATE).at(date.span));
    }
}

fn start(context: &mut Context<'_, '_>, from: &Start) {
    match from {
        Start::Fact(name) => date_fact(context, name),
        Start::Date(date) => real_date(context, *date),
    }
}

/// 自 … 起施行，有效期 …，以 … 为准
pub(super) fn validity(context: &mut Context<'_, '_>, it: &Validity) {
    if let Some(from) = &it.from {
        start(context, from);
    }
    last_day(context, it);
    if let Some(tested) = &it.tested {
        date_fact(context, tested);
    }
}

/// The last day, and a first day where it is a length.
pub(super) fn last_day(context: &mut Context<'_, '_>, it: &Validity) {
    match &it.until {
        None => {}
        Some(Until::Date(date)) => real_date(context, *date),
        Some(Until::Length(quantity)) => {
            let value = Expression { kind: ExpressionKind::Quantity(quantity.clone()), span: quantity.span };
            length(context, &value);
            if it.from.is_none() {
                context.problem(Diagnostic::new(Code::VALID_FOR_HOW_LONG).at(quantity.span));
            }
        }
    }
}

/// 自 X 起第1年至第3年、第4年
pub(super) fn years(context: &mut Context<'_, '_>, it: &Years) {
    start(context, &it.from);
    if let Some(stamp) = &it.stamp {
        date_fact(context, stamp);
    }
    let mut before: Option<YearSpan> = None;
    for span in &it.spans {
        let after = before.map_or(0, |it| it.last);
        if span.first <= after || span.last < span.first {
            let mut problem = Diagnostic::new(Code::YEARS_OVERLAP).at(span.span);
            if let Some(before) = before {
                problem = problem.also(before.span);
            }
            context.problem(problem);
        }
        before = Some(*span);
    }
}

/// LPR（按 放款日期）
pub(super) fn dated(context: &mut Context<'_, '_>, name: &Name, on: &Expression) -> Option<Typed> {
    let list = date(context, on);
    let fact = context.fact(name)?;
    if !context.resolved.dictionary.parameters.contains_key(&fact) {
        context.problem(Diagnostic::new(Code::NOT_BY_DATE).at(name.span).arg("name", &name.text));
        return None;
    }
    let ty = context.resolved.dictionary.facts.get(fact)?.ty.clone();
    Some(Typed { ty, list: list? })
}

/// ，最长不超过24个月: exactly one length of time in the sum has the unit of the cap.
pub(super) fn longest(context: &mut Context<'_, '_>, award: &tiaoli_syntax::ast::Award, most: &Quantity) {
    let value = Expression { kind: ExpressionKind::Quantity(most.clone()), span: most.span };
    let (Some(_), Some(figure)) = (length(context, &value), figure(most)) else { return };
    let mut units = Vec::new();
    for of in counted_by(&award.grant.kind) {
        leaves(context, of, &mut units);
    }
    if units.iter().filter(|unit| **unit == figure.unit).count() != 1 {
        context.problem(Diagnostic::new(Code::LONGEST_OF_WHAT).at(most.span).arg("unit", shown(&figure.unit)));
    }
}

/// What the sum of a grant is made of.
fn counted_by(grant: &tiaoli_syntax::ast::GrantKind) -> Vec<&Expression> {
    use tiaoli_syntax::ast::GrantKind;
    match grant {
        GrantKind::Sums(sums) | GrantKind::Ceilings(sums) => sums.iter().collect(),
        GrantKind::Rates(base, _) | GrantKind::PerUnit(base, _) | GrantKind::Unrated(base) => vec![base],
        _ => Vec::new(),
    }
}

/// The units of the facts and counts that an expression is made of.
fn leaves(context: &Context<'_, '_>, of: &Expression, units: &mut Vec<Unit>) {
    match &of.kind {
        ExpressionKind::Name(name) => {
            let fact = context.resolved.dictionary.one(name);
            let ty = fact.and_then(|fact| context.resolved.dictionary.facts.get(fact)).map(|it| &it.ty);
            if let Some(Ty::Number { unit, .. }) = ty {
                units.push(unit.clone());
            }
        }
        ExpressionKind::Elapsed { counted: Some(counted), .. } => units.push(unit_named(match counted.word {
            CountWord::Days => "日",
            CountWord::Months | CountWord::FullMonths | CountWord::MonthNumber => "月",
            CountWord::Years | CountWord::FullYears | CountWord::YearNumber => "年",
        })),
        ExpressionKind::Binary(_, left, right) => {
            leaves(context, left, units);
            leaves(context, right, units);
        }
        ExpressionKind::Share(of, _) | ExpressionKind::ShareRange(of, _, _) | ExpressionKind::Rounded(of, _) => {
            leaves(context, of, units);
        }
        _ => {}
    }
}
