//! Conditions.

use super::expression::{expression, first_rows, not_too_long};
use super::literal::{date, id, ids, name, quantity};
use super::{Builder, Built, Node};
use crate::ast::{
    Band, Bound, BoundWord, Condition, ConditionKind, Element, ElementValue, Expression, ExpressionKind, Quantity,
};
use crate::grammar::Rule;
use tiaoli_source::{Code, Diagnostic, Span};

/// The outer level: clauses joined by ，且 or ，或.
pub(crate) fn condition(b: &mut Builder<'_>, node: Node<'_>) -> Built<Condition> {
    level(b, node, clause)
}

/// The inner level: 且 or 或 without a comma.
fn clause(b: &mut Builder<'_>, node: Node<'_>) -> Built<Condition> {
    level(b, node, atom)
}

fn level(
    b: &mut Builder<'_>,
    node: Node<'_>,
    part: fn(&mut Builder<'_>, Node<'_>) -> Built<Condition>,
) -> Built<Condition> {
    let span = b.span(&node);
    let drift = node.drift();
    let mut parts = Vec::new();
    let (mut and, mut or) = (None, None);
    for child in node.children().rest() {
        match child.rule() {
            Rule::and => and = and.or(Some(b.span(&child))),
            Rule::or => or = or.or(Some(b.span(&child))),
            Rule::pause_and => {
                let at = b.span(&child);
                b.problems.push(Diagnostic::new(Code::NOT_AN_AND).at(at).arg("mark", "、"));
                and = and.or(Some(at));
            }
            _ => parts.push(part(b, child)?),
        }
    }
    if let (Some(and), Some(or)) = (and, or) {
        let (first, second) = if and < or { (and, or) } else { (or, and) };
        let problem = Diagnostic::new(Code::MIXED_AND_OR);
        b.problems.push(problem.at(second).also(first));
    }
    Ok(if parts.len() > 1 {
        let kind = if or.is_some() { ConditionKind::Any(parts) } else { ConditionKind::All(parts) };
        Condition { kind, span }
    } else {
        parts.pop().ok_or(drift)?
    })
}

fn atom(b: &mut Builder<'_>, node: Node<'_>) -> Built<Condition> {
    let span = b.span(&node);
    let mut children = node.children();
    let nots = children.many(Rule::not);
    not_too_long(b, nots.len(), span)?;
    let child = children.any()?;
    children.end()?;
    let inner = b.span(&child);
    let mut built = match child.rule() {
        Rule::comparison => comparison(b, child)?,
        _ => Condition { kind: kind(b, child)?, span: inner },
    };
    for not in nots.iter().rev() {
        built = Condition { span: b.span(not).to(inner), kind: ConditionKind::Not(Box::new(built)) };
    }
    Ok(built)
}

fn kind(b: &mut Builder<'_>, node: Node<'_>) -> Built<ConditionKind> {
    let rule = node.rule();
    Ok(match rule {
        Rule::all_of => itemised(b, node, ConditionKind::All)?,
        Rule::any_of => itemised(b, node, ConditionKind::Any)?,
        Rule::meets => ConditionKind::Meets(id(b, &node.only()?)),
        Rule::gives_nothing => ConditionKind::Refused(ids(b, &node.children().many(Rule::id))),
        Rule::reach => reach(b, node)?,
        Rule::one_of_list => membership(b, node, ConditionKind::OneOf)?,
        Rule::is_list => membership(b, node, ConditionKind::Is)?,
        Rule::has_list => membership(b, node, ConditionKind::Has)?,
        _ => return Err(node.drift()),
    })
}

/// 同时符合 { a；b }. One item in braces is that item.
fn itemised(b: &mut Builder<'_>, node: Node<'_>, join: fn(Vec<Condition>) -> ConditionKind) -> Built<ConditionKind> {
    let drift = node.drift();
    let items = node.children().rest();
    let mut items = (items.into_iter()).map(|item| condition(b, item)).collect::<Built<Vec<_>>>()?;
    match (items.len(), items.pop()) {
        (1, Some(only)) => Ok(only.kind),
        (_, Some(last)) => {
            items.push(last);
            Ok(join(items))
        }
        (_, None) => Err(drift),
    }
}

fn reach(b: &mut Builder<'_>, node: Node<'_>) -> Built<ConditionKind> {
    let mut children = node.children();
    let subjects = children.many(Rule::name);
    let word = bound_word(&children.one(Rule::bound_before)?)?;
    let steps = children.many(Rule::quantity);
    children.end()?;
    Ok(ConditionKind::Reach {
        subjects: subjects.iter().map(|subject| name(b, subject)).collect(),
        word,
        steps: quantities(b, steps)?,
    })
}

pub(crate) fn quantities(b: &Builder<'_>, nodes: Vec<Node<'_>>) -> Built<Vec<Quantity>> {
    nodes.into_iter().map(|node| quantity(b, node)).collect()
}

fn membership(
    b: &mut Builder<'_>,
    node: Node<'_>,
    make: fn(crate::ast::Name, Vec<Element>) -> ConditionKind,
) -> Built<ConditionKind> {
    let mut children = node.children();
    let subject = name(b, &children.one(Rule::name)?);
    let list = children.one(Rule::list)?;
    children.end()?;
    let elements = list.children().many(Rule::element);
    let elements = (elements.into_iter()).map(|node| element(b, node)).collect::<Built<_>>()?;
    Ok(make(subject, elements))
}

fn element(b: &mut Builder<'_>, node: Node<'_>) -> Built<Element> {
    let span = b.span(&node);
    let mut children = node.children();
    let first = children.any()?;
    let values = match first.rule() {
        Rule::group => first.children().rest(),
        _ => vec![first],
    };
    let values = (values.into_iter())
        .map(|value| {
            Ok(match value.rule() {
                Rule::quantity => ElementValue::Quantity(quantity(b, value)?),
                _ => ElementValue::Name(name(b, &value)),
            })
        })
        .collect::<Built<_>>()?;
    let side = side_condition(b, children.maybe(Rule::side_condition))?;
    children.end()?;
    Ok(Element { values, side: side.map(Box::new), span })
}

/// （C） after a name.
pub(crate) fn side_condition(b: &mut Builder<'_>, node: Option<Node<'_>>) -> Built<Option<Condition>> {
    node.map(|node| condition(b, node.only()?)).transpose()
}

/// An expression held against a figure, or a fact or a bracket that stands alone.
fn comparison(b: &mut Builder<'_>, node: Node<'_>) -> Built<Condition> {
    let span = b.span(&node);
    let mut children = node.children();
    let subject = children.one(Rule::expression)?;
    let test = children.next();
    children.end()?;
    let Some(test) = test else {
        return alone(b, subject, span);
    };
    let subject = expression(b, subject)?;
    let kind = match test.rule() {
        Rule::ranked => ConditionKind::Ranked(subject, first_rows(b, test)?),
        Rule::bound => {
            let bound = bound(b, test)?;
            match (&subject.kind, bound.word, &bound.value.kind) {
                // 员工（C）前10人: a list with a condition is no place of its own.
                (ExpressionKind::Filtered(..), BoundWord::First, ExpressionKind::Quantity(count)) => {
                    let first = crate::ast::First { order: None, count: count.clone(), tied: None, span: bound.span };
                    ConditionKind::Ranked(subject, first)
                }
                _ => ConditionKind::Compare(subject, bound),
            }
        }
        Rule::window => ConditionKind::In(subject, super::time::window(b, test)?),
        Rule::range => within(subject, range(b, test)?, span),
        Rule::bands => {
            let mut children = test.children();
            let bands = children.many(Rule::band);
            let mut bands = (bands.into_iter()).map(|node| band(b, node)).collect::<Built<Vec<_>>>()?;
            if let Some(other) = children.maybe(Rule::other_band) {
                bands.push(Band { low: None, high: None, span: b.span(&other) });
            }
            children.end()?;
            ConditionKind::Bands(subject, bands)
        }
        _ => return Err(test.drift()),
    };
    Ok(Condition { kind, span })
}

/// A fact that holds, or a condition in brackets; a sum alone is no condition.
fn alone(b: &mut Builder<'_>, subject: Node<'_>, span: Span) -> Built<Condition> {
    let mut node = subject.clone();
    for _ in ["term", "factor", "primary", "what it is"] {
        let mut children = node.children();
        node = children.any()?;
        if children.next().is_some() {
            return Err(b.stop(Code::NOT_A_CONDITION, span));
        }
    }
    match node.rule() {
        Rule::name => Ok(Condition { kind: ConditionKind::Holds(name(b, &node)), span }),
        Rule::bracket => Ok(Condition { span, ..condition(b, node.only()?)? }),
        _ => Err(b.stop(Code::NOT_A_CONDITION, span)),
    }
}

/// A word that compares with its figure, before or after it.
pub(crate) fn bound(b: &mut Builder<'_>, node: Node<'_>) -> Built<Bound> {
    let span = b.span(&node);
    let drift = node.drift();
    let mut word = None;
    let mut value = None;
    let mut edge = None;
    for child in node.children().rest() {
        match child.rule() {
            Rule::bound_before | Rule::bound_after => word = Some(bound_word(&child)?),
            Rule::edge_said => edge = Some(edge_said(b, child, edge)?),
            Rule::date => {
                let at = b.span(&child);
                value = Some(Expression { kind: ExpressionKind::Date(date(b, child)?), span: at });
            }
            Rule::first => {
                word = Some(BoundWord::First);
                value = Some(figure(b, child.only()?)?);
            }
            Rule::quantity => value = Some(figure(b, child)?),
            Rule::expression => value = Some(expression(b, child)?),
            Rule::level_after => {
                let mut parts = child.children();
                let level = parts.one(Rule::level_name)?;
                let span = b.span(&level);
                value = Some(Expression { kind: ExpressionKind::Name(name(b, &level)), span });
                word = Some(bound_word(&parts.one(Rule::bound_after)?)?);
            }
            _ => return Err(child.drift()),
        }
    }
    match (word, value) {
        (Some(word), Some(value)) => Ok(Bound { word, edge, value, span }),
        _ => Err(drift),
    }
}

fn figure(b: &Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let span = b.span(&node);
    let kind = ExpressionKind::Quantity(quantity(b, node)?);
    Ok(Expression { kind, span })
}

/// （含）, （不含500万元）; said once.
fn edge_said(b: &mut Builder<'_>, node: Node<'_>, before: Option<bool>) -> Built<bool> {
    let span = b.span(&node);
    if before.is_some() {
        return Err(b.stop(Code::EDGE_TWICE, span));
    }
    Ok(node.only()?.rule() == Rule::edge_with)
}

/// Two ends without 为 are two comparisons.
fn within(subject: Expression, band: Band, span: Span) -> ConditionKind {
    let ends = [band.low, band.high].into_iter().flatten();
    let both = ends.map(|bound| Condition { kind: ConditionKind::Compare(subject.clone(), bound), span });
    ConditionKind::All(both.collect())
}

fn range(b: &mut Builder<'_>, node: Node<'_>) -> Built<Band> {
    band(b, node)
}

/// `200万元至800万元`, `超过800万元至1000万元`, `1000万元以上`, `200万元以上不满800万元`.
fn band(b: &mut Builder<'_>, node: Node<'_>) -> Built<Band> {
    let span = b.span(&node);
    let mut ends = Vec::new();
    for child in node.children().rest() {
        match child.rule() {
            Rule::span_to => ends.extend(span_to(b, child)?),
            Rule::side => ends.push(bound(b, child)?),
            _ => return Err(child.drift()),
        }
    }
    let mut ends = ends.into_iter();
    match (ends.next(), ends.next()) {
        (Some(low), Some(high)) if is_low(low.word) && !is_low(high.word) => {
            Ok(Band { low: Some(low), high: Some(high), span })
        }
        (Some(low), None) if is_low(low.word) => Ok(Band { low: Some(low), high: None, span }),
        (Some(high), None) => Ok(Band { low: None, high: Some(high), span }),
        _ => Err(b.stop(Code::BAND_ENDS, span)),
    }
}

/// The ends of `超过800万元至1000万元`: 至 alone includes both.
fn span_to(b: &mut Builder<'_>, node: Node<'_>) -> Built<Vec<Bound>> {
    let mut ends: Vec<Bound> = Vec::new();
    let mut word = BoundWord::AndAbove;
    for child in node.children().rest() {
        let span = b.span(&child);
        let value = match child.rule() {
            Rule::to => continue,
            Rule::bound_before => {
                word = bound_word(&child)?;
                continue;
            }
            Rule::edge_said => {
                let before = ends.last().and_then(|it| it.edge);
                let said = edge_said(b, child, before)?;
                if let Some(end) = ends.last_mut() {
                    end.edge = Some(said);
                }
                continue;
            }
            Rule::quantity => figure(b, child)?,
            Rule::date => Expression { kind: ExpressionKind::Date(date(b, child)?), span },
            _ => return Err(child.drift()),
        };
        ends.push(Bound { word, edge: None, value, span });
        word = BoundWord::AndBelow;
    }
    Ok(ends)
}

/// Values that no band holds: bands, single figures, single dates.
pub(crate) fn holes(b: &mut Builder<'_>, nodes: Vec<Node<'_>>) -> Built<Vec<Band>> {
    nodes
        .into_iter()
        .map(|node| {
            let span = b.span(&node);
            let child = node.only()?;
            let value = match child.rule() {
                Rule::band => return band(b, child),
                Rule::date => Expression { kind: ExpressionKind::Date(date(b, child)?), span },
                _ => figure(b, child)?,
            };
            let end = |word| Some(Bound { word, edge: Some(true), value: value.clone(), span });
            Ok(Band { low: end(BoundWord::NotBelow), high: end(BoundWord::NotOver), span })
        })
        .collect()
}

/// Whether the word names a lower end.
fn is_low(word: BoundWord) -> bool {
    match word {
        BoundWord::AndAbove
        | BoundWord::OrAbove
        | BoundWord::Reaches
        | BoundWord::NotBelow
        | BoundWord::NotLess
        | BoundWord::Over
        | BoundWord::Breaks
        | BoundWord::Above
        | BoundWord::Full
        | BoundWord::Equals
        | BoundWord::After
        | BoundWord::NotBefore => true,
        BoundWord::AndBelow
        | BoundWord::Within
        | BoundWord::NotOver
        | BoundWord::Below
        | BoundWord::Less
        | BoundWord::Under
        | BoundWord::First
        | BoundWord::Before
        | BoundWord::NotAfter => false,
    }
}

pub(crate) fn bound_word(node: &Node<'_>) -> Built<BoundWord> {
    Ok(match node.text() {
        "以上" => BoundWord::AndAbove,
        "及以上" => BoundWord::OrAbove,
        "以下" | "及以下" => BoundWord::AndBelow,
        "以内" => BoundWord::Within,
        "达到" => BoundWord::Reaches,
        "不低于" => BoundWord::NotBelow,
        "不少于" => BoundWord::NotLess,
        "不超过" | "不高于" | "不多于" => BoundWord::NotOver,
        "超过" => BoundWord::Over,
        "突破" => BoundWord::Breaks,
        "高于" | "大于" => BoundWord::Above,
        "低于" => BoundWord::Below,
        "少于" | "小于" => BoundWord::Less,
        "不满" | "未满" | "不足" => BoundWord::Under,
        "满" => BoundWord::Full,
        "等于" => BoundWord::Equals,
        "早于" => BoundWord::Before,
        "晚于" => BoundWord::After,
        "不早于" => BoundWord::NotBefore,
        "不晚于" => BoundWord::NotAfter,
        _ => return Err(node.drift()),
    })
}
