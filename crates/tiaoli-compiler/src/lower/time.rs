//! Dates, lengths of time, quotients and their rounding.

use super::builder::Builder;
use super::condition::by_word;
use super::expression::{constant, lower};
use crate::check::rounding::{is_fraction, step_figure};
use crate::check::time::{Length, length_of};
use tiaoli_eval::program::{Comparison, Count, Months, NodeId, Rounding, Sign, Ty, Unit};
use tiaoli_syntax::ast::{
    Bound, BoundWord, CountWord, Counted, Expression, ExpressionKind, Name, Operator, Quantity, Rounded, Season, Start,
    Until, Validity, Versus, Whole, Window, Years,
};

/// A number as what is divided, and what it is divided by where anything is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    over: NodeId,
    under: Option<NodeId>,
}

/// A number that may be a quotient still to be rounded or compared.
pub(super) fn fraction(builder: &mut Builder<'_, '_>, expression: &Expression) -> Fraction {
    match &expression.kind {
        ExpressionKind::Binary(operator @ (Operator::Divide | Operator::Multiply), left, right)
            if is_fraction(expression) =>
        {
            let (a, b) = (fraction(builder, left), fraction(builder, right));
            let (over, under) = match operator {
                Operator::Divide => (b.under, Some(b.over)),
                _ => (Some(b.over), b.under),
            };
            let over = over.map_or(a.over, |over| builder.multiply(a.over, over));
            let under = match (a.under, under) {
                (Some(a), Some(b)) => Some(builder.multiply(a, b)),
                (one, None) | (None, one) => one,
            };
            Fraction { over, under }
        }
        ExpressionKind::Versus(how @ (Versus::Growth | Versus::Fall), of, base) => {
            let (of, base) = (lower(builder, of), lower(builder, base));
            let (more, less) = if *how == Versus::Growth { (of, base) } else { (base, of) };
            let over = builder.add(vec![(Sign::Plus, more), (Sign::Minus, less)]);
            Fraction { over, under: Some(base) }
        }
        _ => Fraction { over: lower(builder, expression), under: None },
    }
}

impl Fraction {
    /// Held against `value` by `compare`, multiplied out. Where there is nothing to divide by there is no quotient, and no
    /// comparison of it holds.
    pub(super) fn held_against(
        self,
        builder: &mut Builder<'_, '_>,
        value: NodeId,
        compare: impl FnOnce(&mut Builder<'_, '_>, NodeId, NodeId) -> NodeId,
    ) -> NodeId {
        let Some(under) = self.under else { return compare(builder, self.over, value) };
        let times = builder.multiply(value, under);
        let holds = compare(builder, self.over, times);
        if builder.is_above_zero(under) {
            return holds;
        }
        let any = builder.above_zero(under);
        builder.all(vec![any, holds])
    }
}

fn number_type(builder: &Builder<'_, '_>, node: NodeId) -> (Unit, u8) {
    match builder.ty(node) {
        Ty::Number { unit, scale } => (unit, scale),
        Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => (Unit::none(), 0),
    }
}

fn way(rounding: Whole) -> Rounding {
    match rounding {
        Whole::Down => Rounding::Down,
        Whole::HalfUp => Rounding::HalfUp,
        Whole::Up => Rounding::Up,
    }
}

/// E（四舍五入 至 元）: how many whole steps there are, times the step.
pub(super) fn rounded(builder: &mut Builder<'_, '_>, of: &Expression, how: &Rounded) -> NodeId {
    let of = fraction(builder, of);
    round(builder, of, how)
}

/// The quotient, rounded.
pub(super) fn round(builder: &mut Builder<'_, '_>, of: Fraction, how: &Rounded) -> NodeId {
    let rounding = way(how.rounding);
    let over = number_type(builder, of.over).0;
    let under = of.under.unwrap_or_else(|| builder.number(1, 0, Unit::none()));
    let unit = over.over(&number_type(builder, under).0);
    let Some(step) = how.step.as_ref().and_then(|step| step_figure(&unit, step)) else { return of.over };
    if step.value == 1 {
        return builder.divide(rounding, of.over, under, step.scale);
    }
    let step = builder.number(step.value, step.scale, step.unit);
    let least = builder.at_least_one(under);
    let each = builder.multiply(least, step);
    let steps = builder.divide(rounding, of.over, each, 0);
    builder.must_be_above_zero(steps, under);
    builder.multiply(steps, step)
}

/// 研发投入 每满100万元
pub(super) fn per_full(builder: &mut Builder<'_, '_>, of: &Expression, each: &Quantity) -> NodeId {
    let (of, each) = (lower(builder, of), constant(builder, each));
    builder.divide(Rounding::Down, of, each, 0)
}

/// A 比 B 增加额, nothing where it is less.
pub(super) fn change(builder: &mut Builder<'_, '_>, how: Versus, of: &Expression, base: &Expression) -> NodeId {
    let (of, base) = (lower(builder, of), lower(builder, base));
    let (more, less) = if how == Versus::Decrease { (base, of) } else { (of, base) };
    let change = builder.add(vec![(Sign::Plus, more), (Sign::Minus, less)]);
    not_below_zero(builder, change)
}

fn not_below_zero(builder: &mut Builder<'_, '_>, node: NodeId) -> NodeId {
    let (unit, scale) = number_type(builder, node);
    let nothing = builder.number(0, scale, unit);
    builder.greatest(vec![node, nothing])
}

/// The day that a period ends on which begins on `from`. The first day does not count and the last does (Civil Code,
/// articles 201 and 202), unless the document counts the first.
pub(super) fn moved(builder: &mut Builder<'_, '_>, from: &Expression, by: &Expression, back: bool) -> NodeId {
    let from = lower(builder, from);
    let length = lower(builder, by);
    if length_of(&number_type(builder, length).0) == Some(Length::WorkingDays) {
        let (sign, count) = if back { (Sign::Plus, builder.negative(length)) } else { (Sign::Minus, length) };
        let from = before_first(builder, from, sign);
        return builder.working_day(from, count);
    }
    let (length, correction) = if back { (builder.negative(length), Sign::Plus) } else { (length, Sign::Minus) };
    let end = after(builder, from, length);
    if !builder.resolved.first_day_counts {
        return end;
    }
    let one = builder.number(1, 0, Unit::base("日"));
    builder.shift_days(end, correction, one)
}

/// Where the first day of a period counts, the day on its other side: the period then begins with the first itself.
fn before_first(builder: &mut Builder<'_, '_>, from: NodeId, sign: Sign) -> NodeId {
    if !builder.resolved.first_day_counts {
        return from;
    }
    let one = builder.number(1, 0, Unit::base("日"));
    builder.shift_days(from, sign, one)
}

/// A date so long after another.
fn after(builder: &mut Builder<'_, '_>, from: NodeId, length: NodeId) -> NodeId {
    match length_of(&number_type(builder, length).0) {
        Some(Length::Months(each)) => {
            let months = times(builder, length, each, "月");
            builder.shift_months(from, months)
        }
        Some(Length::Days(each)) => {
            let days = times(builder, length, each, "日");
            builder.shift_days(from, Sign::Plus, days)
        }
        Some(Length::WorkingDays) => builder.working_day(from, length),
        None => from,
    }
}

/// 3年 as 36月: a constant stays one.
fn times(builder: &mut Builder<'_, '_>, length: NodeId, each: i128, unit: &str) -> NodeId {
    if each == 1 {
        return length;
    }
    if let Some(value) = builder.constant_value(length).and_then(|value| value.checked_mul(each)) {
        return builder.number(value, 0, Unit::base(unit));
    }
    let from = number_type(builder, length).0;
    let each = builder.number(each, 0, Unit::base(unit).over(&from));
    builder.multiply(length, each)
}

/// A 至 B 的天数, 的整月数, 的年次
pub(super) fn counted(builder: &mut Builder<'_, '_>, from: &Expression, to: &Expression, counted: &Counted) -> NodeId {
    let (from, to) = (lower(builder, from), lower(builder, to));
    let begun = counted.rounded.as_ref().is_some_and(|it| it.rounding == Whole::Up);
    let (months, how, unit): (Months, Count, &str) = match counted.word {
        CountWord::Days => {
            let to = next_day(builder, to);
            return builder.days_between(from, to);
        }
        CountWord::Months if begun => (1, Count::Begun, "月"),
        CountWord::Years if begun => (12, Count::Begun, "年"),
        CountWord::Months | CountWord::FullMonths => (1, Count::Full, "月"),
        CountWord::Years | CountWord::FullYears => (12, Count::Full, "年"),
        CountWord::MonthNumber => return number_of(builder, 1, from, to),
        CountWord::YearNumber => return number_of(builder, 12, from, to),
    };
    let to = next_day(builder, to);
    let count = builder.between(months, how, from, to, Unit::base(unit));
    not_below_zero(builder, count)
}

/// In which year (or month) after `from` a date lies; zero or less before it.
pub(super) fn number_of(builder: &mut Builder<'_, '_>, months: Months, from: NodeId, to: NodeId) -> NodeId {
    let unit = Unit::base(if months == 12 { "年" } else { "月" });
    if !builder.resolved.first_day_counts {
        return builder.between(months, Count::Ordinal, from, to, unit);
    }
    let full = builder.between(months, Count::Full, from, to, unit.clone());
    let one = builder.number(1, 0, unit);
    builder.add(vec![(Sign::Plus, full), (Sign::Plus, one)])
}

/// The day after, where the first day of a period counts: the period then ends a day earlier.
fn next_day(builder: &mut Builder<'_, '_>, date: NodeId) -> NodeId {
    if !builder.resolved.first_day_counts {
        return date;
    }
    let one = builder.number(1, 0, Unit::base("日"));
    builder.shift_days(date, Sign::Plus, one)
}

/// A 至 B 满3年: B held against the day on which the period ends.
pub(super) fn held_against_length(
    builder: &mut Builder<'_, '_>,
    from: &Expression,
    to: &Expression,
    bound: &Bound,
) -> NodeId {
    let end = moved(builder, from, &bound.value, false);
    let to = lower(builder, to);
    by_word(builder, (bound.word, bound.edge), to, end)
}

/// D 在 …
pub(super) fn window(builder: &mut Builder<'_, '_>, of: &Expression, window: &Window) -> NodeId {
    let day = lower(builder, of);
    let inside = match window {
        Window::Span(span) => {
            let (first, last) = match &span.kind {
                ExpressionKind::Moved { from, back: true, .. } => (lower(builder, span), lower(builder, from)),
                ExpressionKind::Moved { from, .. } => (lower(builder, from), lower(builder, span)),
                ExpressionKind::Elapsed { from, to, .. } => (lower(builder, from), lower(builder, to)),
                _ => (day, day),
            };
            within(builder, day, first, last)
        }
        Window::Seasons(seasons) => {
            let each = seasons.iter().map(|season| in_season(builder, day, season)).collect();
            builder.any(each)
        }
    };
    // What is wrong is the date that was tested, not the days it was held against.
    match &of.kind {
        ExpressionKind::Name(name) => match builder.resolved.dictionary.one(name) {
            Some(fact) => builder.all_about(vec![inside], fact),
            None => inside,
        },
        _ => inside,
    }
}

fn day_number(date: tiaoli_syntax::ast::Date) -> i32 {
    tiaoli_eval::date::Date::new(date.year, date.month, date.day).map_or(0, tiaoli_eval::date::Date::days)
}

/// A first day.
pub(super) fn start(builder: &mut Builder<'_, '_>, from: &Start) -> NodeId {
    match from {
        Start::Date(date) => builder.date(day_number(*date)),
        Start::Fact(name) => date_of(builder, Some(name)),
    }
}

/// The date of a fact; without one, the date of evaluation.
pub(super) fn date_of(builder: &mut Builder<'_, '_>, name: Option<&Name>) -> NodeId {
    match name.and_then(|name| builder.resolved.dictionary.one(name)) {
        Some(fact) => builder.fact(fact),
        None => builder.as_of(),
    }
}

/// The last day on which something is valid: of a length, the first day counts.
pub(super) fn last_day(builder: &mut Builder<'_, '_>, from: Option<NodeId>, until: &Until) -> Option<NodeId> {
    match (until, from) {
        (Until::Date(date), _) => Some(builder.date(day_number(*date))),
        (Until::Length(length), Some(from)) => {
            let length = constant(builder, length);
            let end = after(builder, from, length);
            let one = builder.number(1, 0, Unit::base("日"));
            Some(builder.shift_days(end, Sign::Minus, one))
        }
        (Until::Length(_), None) => None,
    }
}

/// 本条 自 … 起施行，有效期 …
pub(super) fn valid(builder: &mut Builder<'_, '_>, it: &Validity) -> NodeId {
    let day = date_of(builder, it.tested.as_ref());
    let from = it.from.as_ref().map(|from| start(builder, from));
    let mut all = Vec::new();
    if let Some(from) = from {
        all.push(builder.compare(Comparison::LessOrEqual, from, day));
    }
    if let Some(last) = it.until.as_ref().and_then(|until| last_day(builder, from, until)) {
        all.push(builder.compare(Comparison::LessOrEqual, day, last));
    }
    match it.tested.as_ref().and_then(|name| builder.resolved.dictionary.one(name)) {
        Some(fact) => builder.all_about(all, fact),
        None => builder.all(all),
    }
}

/// Whether it is one of the years, for each of them.
pub(super) fn years(builder: &mut Builder<'_, '_>, it: &Years) -> Vec<NodeId> {
    let from = start(builder, &it.from);
    let stamp = date_of(builder, it.stamp.as_ref());
    let number = number_of(builder, 12, from, stamp);
    let mut each = Vec::new();
    for span in &it.spans {
        let first = builder.number(span.first.into(), 0, Unit::base("年"));
        let last = builder.number(span.last.into(), 0, Unit::base("年"));
        let begun = builder.compare(Comparison::LessOrEqual, first, number);
        let not_over = builder.compare(Comparison::LessOrEqual, number, last);
        each.push(builder.all(vec![begun, not_over]));
    }
    each
}

/// ，按 实际天数 ÷ 365日 折算（舍去 至 分）
pub(super) fn prorated(
    builder: &mut Builder<'_, '_>,
    sum: NodeId,
    by: &Expression,
    rounded: Option<&Rounded>,
) -> NodeId {
    let by = fraction(builder, by);
    let over = builder.multiply(sum, by.over);
    match rounded {
        Some(how) => round(builder, Fraction { over, under: by.under }, how),
        None => sum,
    }
}

/// Both ends are inside.
pub(super) fn within(builder: &mut Builder<'_, '_>, day: NodeId, first: NodeId, last: NodeId) -> NodeId {
    let begun = by_word(builder, (BoundWord::NotBefore, Some(true)), day, first);
    let not_over = by_word(builder, (BoundWord::NotAfter, Some(true)), day, last);
    builder.all(vec![begun, not_over])
}

/// The two ends of the season in the day's own year; a season that runs into the next year is what lies after its first
/// day or before its last.
fn in_season(builder: &mut Builder<'_, '_>, day: NodeId, season: &Season) -> NodeId {
    let (first, last) = (in_year_of(builder, day, season.first), in_year_of(builder, day, season.last));
    let begun = builder.compare(Comparison::LessOrEqual, first, day);
    let not_over = builder.compare(Comparison::LessOrEqual, day, last);
    let both = vec![begun, not_over];
    if season.next_year { builder.any(both) } else { builder.all(both) }
}

/// A day of the year 2000 in the year of another.
fn in_year_of(builder: &mut Builder<'_, '_>, day: NodeId, of: tiaoli_syntax::ast::Date) -> NodeId {
    let days = tiaoli_eval::date::Date::new(of.year, of.month, of.day).map_or(0, tiaoli_eval::date::Date::days);
    let of_2000 = builder.date(days);
    let year = builder.year_of(day);
    let base = builder.number(2000, 0, Unit::base("年"));
    let years = builder.add(vec![(Sign::Plus, year), (Sign::Minus, base)]);
    let months = times(builder, years, 12, "月");
    builder.shift_months(of_2000, months)
}
