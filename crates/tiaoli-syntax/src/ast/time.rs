//! Time and rounding in expressions and conditions.

use super::{Date, Expression, Fact, Name, Quantity, Text, Whole};
use tiaoli_source::Span;

/// （四舍五入 至 0.01％）: which way to round, and to a whole number of what.
#[derive(Clone, Debug)]
pub struct Rounded {
    /// Which way.
    pub rounding: Whole,
    /// 至 元, 至 0.01％, 至 整数 (one, without a unit); `None` where it is not said.
    pub step: Option<Quantum>,
    /// Where it stands, brackets included.
    pub span: Span,
}

/// What a rounded number is a whole number of.
#[derive(Clone, Debug)]
pub enum Quantum {
    /// 0.01％, 100元, 百元; 分 and 角 of money are parts of a yuan.
    Quantity(Quantity),
    /// 整数: a whole number of whatever unit it has.
    One,
}

/// What is counted between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountWord {
    /// 天数
    Days,
    /// 月数: says how a part of a month counts.
    Months,
    /// 整月数
    FullMonths,
    /// 年数: says how a part of a year counts.
    Years,
    /// 整年数
    FullYears,
    /// 月次: in which month after the first date the second lies.
    MonthNumber,
    /// 年次: in which year after the first date the second lies.
    YearNumber,
}

/// 的月数（进位）
#[derive(Clone, Debug)]
pub struct Counted {
    /// What.
    pub word: CountWord,
    /// How a part counts, where it is said.
    pub rounded: Option<Rounded>,
    /// Where it stands.
    pub span: Span,
}

/// How one sum is held against another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versus {
    /// 增长, 增长率: the increase as a share of the other.
    Growth,
    /// 下降, 下降率: the decrease as a share of the other.
    Fall,
    /// 增加额, 增长额: the increase, nothing where there is none.
    Increase,
    /// 减少额, 下降额: the decrease, nothing where there is none.
    Decrease,
}

/// 在 …
#[derive(Clone, Debug)]
pub enum Window {
    /// 认定日期 起60日内, 认定日期 前30日内, 2024年1月1日至2024年6月30日: both ends are inside.
    Span(Expression),
    /// 每年3月1日至4月30日
    Seasons(Vec<Season>),
}

/// 3月1日至4月30日 of any year.
#[derive(Clone, Copy, Debug)]
pub struct Season {
    /// The first day, in a leap year (so that 2月29日 may stand); its year says nothing.
    pub first: Date,
    /// The last day; likewise.
    pub last: Date,
    /// 至次年: it ends in the year after.
    pub next_year: bool,
}

/// 自 … 起施行，有效期 …，以 … 为准: when something is in force, and which date is tested.
#[derive(Clone, Debug)]
pub struct Validity {
    /// The first day; `None` where only the last is said.
    pub from: Option<Start>,
    /// The last day; `None` without end.
    pub until: Option<Until>,
    /// 以 X 为准: the date that is tested; `None` for the date of evaluation.
    pub tested: Option<Name>,
}

/// A first day.
#[derive(Clone, Debug)]
pub enum Start {
    /// 自 发布日期: a fact.
    Fact(Name),
    /// 自2024年1月1日
    Date(Date),
}

/// A last day.
#[derive(Clone, Debug)]
pub enum Until {
    /// 有效期至2025年12月31日
    Date(Date),
    /// 有效期3年: the first day counts, so that three years from 1 January end on 31 December.
    Length(Quantity),
}

/// 自 X 起第1年至第3年、第4年（按 申请日期）: years counted from a date.
#[derive(Clone, Debug)]
pub struct Years {
    /// What they are counted from.
    pub from: Start,
    /// The date whose year is asked for; `None` for the date of evaluation.
    pub stamp: Option<Name>,
    /// The years, in order.
    pub spans: Vec<YearSpan>,
}

/// 第2年至第3年
#[derive(Clone, Copy, Debug)]
pub struct YearSpan {
    /// The first year, from 1.
    pub first: u32,
    /// The last year.
    pub last: u32,
    /// Where it stands.
    pub span: Span,
}

/// `参数 LPR lpr 比例 “来源” { 2024年1月22日起 3.45％；沿用。 }`: a figure from outside, period by period.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its names and type, as a fact of kind 参数: what an application may give where no period holds.
    pub fact: Fact,
    /// Where it is published.
    pub source: Option<Text>,
    /// Its periods, in order.
    pub periods: Vec<Period>,
    /// 沿用: the last figure goes on until another is known.
    pub carried: bool,
    /// The whole item.
    pub span: Span,
}

/// One period of a parameter.
#[derive(Clone, Debug)]
pub struct Period {
    /// Its first day.
    pub from: Date,
    /// Its last day; `None` until the next period begins.
    pub until: Option<Date>,
    /// The figure.
    pub value: Quantity,
    /// Where it stands.
    pub span: Span,
}

/// `参数 工作日 “来源” { 2025年：休 1月1日；班 1月26日。 }`: which days are worked, where they differ from the week.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Where it is published.
    pub source: Option<Text>,
    /// Its years, in order.
    pub years: Vec<CalendarYear>,
    /// The whole item.
    pub span: Span,
}

/// One year of a calendar.
#[derive(Clone, Debug)]
pub struct CalendarYear {
    /// Which.
    pub year: u32,
    /// 休, and 班 where `true`.
    pub days: Vec<(bool, DaysSpan)>,
    /// Where the year stands.
    pub span: Span,
}

/// 1月28日至2月4日, in the year of its line.
#[derive(Clone, Copy, Debug)]
pub struct DaysSpan {
    /// Month and day of the first.
    pub first: (u32, u32),
    /// Of the last.
    pub last: (u32, u32),
    /// Where it stands.
    pub span: Span,
}
