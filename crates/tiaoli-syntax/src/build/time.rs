//! Rounding, dates and lengths of time.

use super::expression::{expression, moment, primary};
use super::literal::{date, ids, label, name, number, quantity, text};
use super::settlement::whole;
use super::{Builder, Built, Children, Node};
use crate::ast::{
    Attribute, AttributeKind, Condition, ConditionKind, CountWord, Counted, Date, Expression, ExpressionKind, Fact,
    FactKind, Parameter, Period, Quantity, Quantum, Rounded, Scope, Season, Start, Unit, Until, Validity, Versus,
    Window, YearSpan, Years,
};
use crate::grammar::Rule;
use tiaoli_source::{Code, Span};

/// （四舍五入 至 元）
pub(crate) fn rounded(b: &Builder<'_>, node: Node<'_>) -> Built<Rounded> {
    let span = b.span(&node);
    let mut children = node.children();
    let rounding = whole(&children.one(Rule::rounding)?)?;
    let step = children.maybe(Rule::rounding_step).map(|node| step(b, node)).transpose()?;
    children.end()?;
    Ok(Rounded { rounding, step, span })
}

fn step(b: &Builder<'_>, node: Node<'_>) -> Built<Quantum> {
    let child = node.only()?;
    Ok(match child.rule() {
        Rule::quantity => Quantum::Quantity(quantity(b, child)?),
        Rule::step_unit => Quantum::Quantity(one_of(b, child)?),
        _ => Quantum::One,
    })
}

/// 百元 alone is 1百元.
fn one_of(b: &Builder<'_>, node: Node<'_>) -> Built<Quantity> {
    let span = b.span(&node);
    let (zeros, unit) = super::literal::units(node.children().many(Rule::unit));
    Ok(Quantity { digits: "1".to_owned(), zeros, unit, span })
}

/// 起60日, 前30日, after a date.
pub(crate) fn moved(b: &mut Builder<'_>, from: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let back = children.maybe(Rule::ago).is_some();
    let by = children.any()?;
    children.end()?;
    let span = b.span(&by);
    let by = match by.rule() {
        Rule::length => Expression { kind: ExpressionKind::Quantity(length(b, by)?), span },
        Rule::name => Expression { kind: ExpressionKind::Name(name(b, &by)), span },
        _ => super::expression::bracket(b, by)?,
    };
    Ok(ExpressionKind::Moved { from: Box::new(from), by: Box::new(by), back })
}

pub(crate) fn length(b: &Builder<'_>, node: Node<'_>) -> Built<Quantity> {
    let span = b.span(&node);
    let mut children = node.children();
    let digits = super::literal::figure_of(&children.any()?)?;
    let unit = children.one(Rule::time_unit)?;
    let unit = Some(Unit { first: unit.text().to_owned(), per: Vec::new() });
    children.end()?;
    Ok(Quantity { digits, zeros: 0, unit, span })
}

/// 至 B 的天数, after a date.
pub(crate) fn elapsed(b: &mut Builder<'_>, from: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let to = moment(b, children.one(Rule::moment)?)?;
    let counted = children.maybe(Rule::counted).map(|node| counted(b, node)).transpose()?;
    children.end()?;
    Ok(ExpressionKind::Elapsed { from: Box::new(from), to: Box::new(to), counted })
}

fn counted(b: &Builder<'_>, node: Node<'_>) -> Built<Counted> {
    let span = b.span(&node);
    let mut children = node.children();
    let word = children.one(Rule::count_word)?;
    let word = match word.text() {
        "天数" => CountWord::Days,
        "月数" => CountWord::Months,
        "整月数" => CountWord::FullMonths,
        "年数" => CountWord::Years,
        "整年数" => CountWord::FullYears,
        "月次" => CountWord::MonthNumber,
        "年次" => CountWord::YearNumber,
        _ => return Err(word.drift()),
    };
    let rounded = children.maybe(Rule::rounded).map(|node| rounded(b, node)).transpose()?;
    children.end()?;
    Ok(Counted { word, rounded, span })
}

/// 比 B 增长, after a sum.
pub(crate) fn versus(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let base = primary(b, children.one(Rule::primary)?)?;
    let word = children.one(Rule::versus_word)?;
    children.end()?;
    let how = match word.text() {
        "增长" | "增长率" => Versus::Growth,
        "下降" | "下降率" => Versus::Fall,
        "增加额" | "增加部分" | "增长额" | "增长部分" => Versus::Increase,
        "减少额" | "下降额" => Versus::Decrease,
        _ => return Err(word.drift()),
    };
    Ok(ExpressionKind::Versus(how, Box::new(of), Box::new(base)))
}

/// 在 …
pub(crate) fn window(b: &mut Builder<'_>, node: Node<'_>) -> Built<Window> {
    let mut children = node.children();
    let child = children.any()?;
    children.end()?;
    if child.rule() != Rule::each_years {
        return Ok(Window::Span(expression(b, child)?));
    }
    let mut children = child.children();
    children.one(Rule::each_year)?;
    let seasons = children.many(Rule::time_of_year);
    children.end()?;
    Ok(Window::Seasons(seasons.into_iter().map(|node| season(b, node)).collect::<Built<_>>()?))
}

fn season(b: &Builder<'_>, node: Node<'_>) -> Built<Season> {
    let mut children = node.children();
    let first = month_day(b, children.one(Rule::month_day)?)?;
    let next_year = children.maybe(Rule::next_year).is_some();
    let last = month_day(b, children.one(Rule::month_day)?)?;
    children.end()?;
    Ok(Season { first, last, next_year })
}

/// In a leap year.
fn month_day(b: &Builder<'_>, node: Node<'_>) -> Built<Date> {
    let span = b.span(&node);
    let mut children = node.children();
    let month = number(&children.one(Rule::month)?)?;
    let day = number(&children.one(Rule::day)?)?;
    children.end()?;
    Ok(Date { year: 2000, month, day, span })
}

/// 申请日期 应在 …，逾期 不予: a condition of the article.
pub(crate) fn deadline(b: &mut Builder<'_>, node: Node<'_>) -> Built<Scope> {
    let mut children = node.children();
    let of = expression(b, children.one(Rule::expression)?)?;
    let due = children.one(Rule::due_window)?;
    let span = of.span.to(b.span(&due));
    let window = window(b, due)?;
    if children.maybe(Rule::late).is_none() {
        b.report(Code::DEADLINE_WITHOUT_CONSEQUENCE, span);
    }
    let only_for = only_for(b, &mut children);
    children.end()?;
    Ok(Scope { condition: Condition { kind: ConditionKind::In(of, window), span }, only_for })
}

fn only_for(b: &Builder<'_>, children: &mut Children<'_>) -> Vec<crate::ast::Id> {
    children.maybe(Rule::only_for).map(|node| ids(b, &node.children().many(Rule::id))).unwrap_or_default()
}

/// 本条 自2024年1月1日起施行，有效期2年: a condition of the article.
pub(crate) fn valid_clause(b: &mut Builder<'_>, node: Node<'_>) -> Built<Scope> {
    let span = b.span(&node);
    let mut children = node.children();
    let from = children.maybe(Rule::begins).map(|node| begins(b, node)).transpose()?;
    let validity = validity(b, from, &mut children)?;
    let only_for = only_for(b, &mut children);
    children.end()?;
    Ok(Scope { condition: Condition { kind: ConditionKind::Valid(validity), span }, only_for })
}

/// The first day, last day and tested date that follow.
pub(crate) fn validity(b: &Builder<'_>, from: Option<Start>, children: &mut Children<'_>) -> Built<Validity> {
    let until = children.maybe(Rule::valid_until).map(|node| until(b, node)).transpose()?;
    let tested = match children.maybe(Rule::tested) {
        Some(node) => match node.only()? {
            node if node.rule() == Rule::name => Some(name(b, &node)),
            _ => None,
        },
        None => None,
    };
    Ok(Validity { from, until, tested })
}

/// 自 … 起施行
pub(crate) fn begins(b: &Builder<'_>, node: Node<'_>) -> Built<Start> {
    start(b, node.only()?)
}

fn start(b: &Builder<'_>, node: Node<'_>) -> Built<Start> {
    Ok(match node.rule() {
        Rule::date => Start::Date(date(b, node)?),
        _ => Start::Fact(name(b, &node)),
    })
}

fn until(b: &Builder<'_>, node: Node<'_>) -> Built<Until> {
    let child = node.only()?;
    Ok(match child.rule() {
        Rule::date => Until::Date(date(b, child)?),
        _ => Until::Length(length(b, child)?),
    })
}

/// 自 认定日期 起第1年至第3年（按 申请日期）; `more` are the years that the grant itself names.
pub(crate) fn years(b: &mut Builder<'_>, node: Node<'_>, more: Vec<YearSpan>) -> Built<Condition> {
    let span = b.span(&node);
    let mut children = node.children();
    let from = start(b, children.any()?)?;
    let mut spans = year_spans(b, children.many(Rule::year_span))?;
    let stamp = match children.maybe(Rule::by_date) {
        Some(node) => Some(name(b, &node.only()?)),
        None => None,
    };
    children.maybe(Rule::each_year);
    children.end()?;
    spans.extend(more);
    if spans.is_empty() {
        return Err(b.stop(Code::YEARS_HOW_MANY, span));
    }
    Ok(Condition { kind: ConditionKind::Years(Years { from, stamp, spans }), span })
}

/// Years by number; 后2年 goes on where the years before it end.
pub(crate) fn year_spans(b: &Builder<'_>, nodes: Vec<Node<'_>>) -> Built<Vec<YearSpan>> {
    let mut spans: Vec<YearSpan> = Vec::new();
    for node in nodes {
        let span = b.span(&node);
        let mut parts = node.children();
        let part = parts.any()?;
        let rule = part.rule();
        let n = year_number(&part.only()?)?;
        let before = spans.last().map_or(0, |it| it.last);
        let (first, last) = match rule {
            Rule::nth_year => match parts.maybe(Rule::nth_year) {
                Some(to) => (n, year_number(&to.only()?)?),
                None => (n, n),
            },
            Rule::later_years => (before.saturating_add(1), before.saturating_add(n)),
            _ => (1, n),
        };
        parts.end()?;
        spans.push(YearSpan { first, last, span });
    }
    Ok(spans)
}

fn year_number(node: &Node<'_>) -> Built<u32> {
    figure_number(&super::literal::figure_of(node)?).ok_or(node.drift())
}

/// A year has no places; what does not fit is a year that never comes.
fn figure_number(digits: &str) -> Option<u32> {
    let whole = digits.split('.').next()?;
    Some(whole.parse().unwrap_or(u32::MAX))
}

/// 参数 …
pub(crate) fn parameter(b: &mut Builder<'_>, node: Node<'_>) -> Built<Parameter> {
    let span = b.span(&node);
    let mut children = node.children();
    let of = name(b, &children.one(Rule::name)?);
    let mut attributes = Vec::new();
    if let Some(node) = children.maybe(Rule::also_in_brackets) {
        let span = b.span(&node);
        let names = node.only()?.children().rest().iter().map(|node| label(b, node)).collect();
        attributes.push(Attribute { kind: AttributeKind::Also(names), span });
    }
    let alias = name(b, &children.one(Rule::alias)?);
    let ty = super::vocabulary::fact_type(b, children.one(Rule::fact_type)?)?;
    let source = children.maybe(Rule::string).map(|node| text(b, &node));
    let periods = children.many(Rule::period);
    let periods = periods.into_iter().map(|node| period(b, node)).collect::<Built<_>>()?;
    let carried = children.maybe(Rule::carried).is_some();
    if children.maybe(Rule::unclosed).is_some() {
        b.unclosed(span);
    }
    children.end()?;
    let fact = Fact { name: of, alias, kind: FactKind::Parameter, ty, attributes, span };
    Ok(Parameter { fact, source, periods, carried, span })
}

fn period(b: &Builder<'_>, node: Node<'_>) -> Built<Period> {
    let span = b.span(&node);
    let mut children = node.children();
    let from = date(b, children.one(Rule::date)?)?;
    let until = children.maybe(Rule::date).map(|node| date(b, node)).transpose()?;
    let value = quantity(b, children.one(Rule::quantity)?)?;
    children.end()?;
    Ok(Period { from, until, value, span })
}

/// Two conditions side by side.
pub(crate) fn both(one: Option<Condition>, other: Condition, span: Span) -> Condition {
    match one {
        None => other,
        Some(Condition { kind: ConditionKind::All(mut all), .. }) => {
            all.push(other);
            Condition { kind: ConditionKind::All(all), span }
        }
        Some(one) => Condition { kind: ConditionKind::All(vec![one, other]), span },
    }
}
