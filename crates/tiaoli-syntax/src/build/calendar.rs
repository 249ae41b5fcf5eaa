//! 参数 工作日.

use super::literal::{number, text};
use super::{Builder, Built, Node};
use crate::ast::{Calendar, CalendarYear, DaysSpan};
use crate::grammar::Rule;

pub(crate) fn calendar(b: &mut Builder<'_>, node: Node<'_>) -> Built<Calendar> {
    let span = b.span(&node);
    let mut children = node.children();
    let source = children.maybe(Rule::string).map(|node| text(b, &node));
    let years = children.many(Rule::calendar_year);
    let years = years.into_iter().map(|node| year(b, node)).collect::<Built<_>>()?;
    if children.maybe(Rule::unclosed).is_some() {
        b.unclosed(span);
    }
    children.end()?;
    Ok(Calendar { source, years, span })
}

fn year(b: &Builder<'_>, node: Node<'_>) -> Built<CalendarYear> {
    let mut children = node.children();
    let of = children.one(Rule::calendar_of)?;
    let span = b.span(&of);
    let year = number(&of.only()?)?;
    let mut days = Vec::new();
    for said in children.many(Rule::days_said) {
        let mut said = said.children();
        let worked = said.any()?.rule() == Rule::days_on;
        for node in said.many(Rule::days_span) {
            days.push((worked, days_span(b, node)?));
        }
        said.end()?;
    }
    children.end()?;
    Ok(CalendarYear { year, days, span })
}

fn days_span(b: &Builder<'_>, node: Node<'_>) -> Built<DaysSpan> {
    let span = b.span(&node);
    let mut children = node.children();
    let first = month_day(children.one(Rule::month_day)?)?;
    let last = match children.maybe(Rule::month_day) {
        Some(node) => month_day(node)?,
        None => first,
    };
    children.end()?;
    Ok(DaysSpan { first, last, span })
}

fn month_day(node: Node<'_>) -> Built<(u32, u32)> {
    let mut children = node.children();
    let month = number(&children.one(Rule::month)?)?;
    let day = number(&children.one(Rule::day)?)?;
    children.end()?;
    Ok((month, day))
}
