//! Expressions.

use super::condition::condition;
use super::literal::{date, id, ids, name, quantity};
use super::time;
use super::{Builder, Built, Node};
use crate::ast::{Expression, ExpressionKind, First, FoldWord, Operator, Tied, Whose};
use crate::explain::figure_in_numerals;
use crate::grammar::Rule;
use crate::skeleton::LONGEST_CHAIN;
use tiaoli_source::{Code, Diagnostic, Span};

pub(crate) fn expression(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    chain(b, node, term)
}

/// A product, and what follows its rounding.
fn term(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let span = b.span(&node);
    let mut children = node.children();
    let mut product = Vec::new();
    while let Some(part) = children.next() {
        if part.rule() != Rule::rounded {
            product.push(part);
            continue;
        }
        let of = operands(b, product, span, factor)?;
        let how = time::rounded(b, part)?;
        let span = of.span.to(how.span);
        let rounded = Expression { kind: ExpressionKind::Rounded(Box::new(of), how), span };
        return posts(b, rounded, children.rest());
    }
    operands(b, product, span, factor)
}

/// Operands with operators between them; the left ones are worked out first.
fn chain(
    b: &mut Builder<'_>,
    node: Node<'_>,
    operand: fn(&mut Builder<'_>, Node<'_>) -> Built<Expression>,
) -> Built<Expression> {
    let span = b.span(&node);
    operands(b, node.children().rest(), span, operand)
}

fn operands(
    b: &mut Builder<'_>,
    parts: Vec<Node<'_>>,
    span: Span,
    operand: fn(&mut Builder<'_>, Node<'_>) -> Built<Expression>,
) -> Built<Expression> {
    not_too_long(b, parts.len() / 2, span)?;
    let drift = super::Stop::Drift(super::cursor::Drift { at: span.start as usize });
    let mut rest = parts.into_iter();
    let mut left = operand(b, rest.next().ok_or(drift)?)?;
    while let Some(sign) = rest.next() {
        let operator = match sign.rule() {
            Rule::add => Operator::Add,
            Rule::subtract => Operator::Subtract,
            Rule::multiply => Operator::Multiply,
            Rule::divide => Operator::Divide,
            _ => return Err(sign.drift()),
        };
        let right = rest.next().ok_or_else(|| sign.drift())?;
        if let Some(word) = super::extreme::ending(&right) {
            let found = word.text().to_owned();
            let at = left.span.to(b.span(&word));
            b.problems.push(Diagnostic::new(Code::EXTREME_OF_WHAT).at(at).arg("word", found));
        }
        let right = operand(b, right)?;
        let span = left.span.to(right.span);
        let kind = ExpressionKind::Binary(operator, Box::new(left), Box::new(right));
        left = Expression { kind, span };
    }
    Ok(left)
}

/// A primary and what follows it: 的30％, 合计, 超出 … 的部分.
pub(crate) fn factor(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let mut children = node.children();
    let built = primary(b, children.one(Rule::primary)?)?;
    posts(b, built, children.rest())
}

/// A date and how far it is moved.
pub(crate) fn moment(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    factor(b, node)
}

pub(super) fn posts(b: &mut Builder<'_>, of: Expression, rest: Vec<Node<'_>>) -> Built<Expression> {
    not_too_long(b, rest.len(), of.span)?;
    let mut built = of;
    for post in rest {
        let span = built.span.to(b.span(&post));
        let kind = match post.rule() {
            Rule::if_none => match built.kind {
                ExpressionKind::Fold(word, of) => {
                    let value = post.only()?;
                    let at = b.span(&value);
                    let kind = match value.rule() {
                        Rule::date => ExpressionKind::Date(date(b, value)?),
                        _ => ExpressionKind::Quantity(quantity(b, value)?),
                    };
                    ExpressionKind::FoldOr(word, of, Box::new(Expression { kind, span: at }))
                }
                _ => return Err(post.drift()),
            },
            Rule::distinct => distinct(b, built, post)?,
            Rule::taken => ExpressionKind::Taken(Box::new(built), first_rows(b, post)?),
            Rule::share => share(b, built, post)?,
            Rule::fold => ExpressionKind::Fold(fold_word(&post)?, Box::new(built)),
            Rule::excess => excess(b, built, post)?,
            Rule::per_full => super::extreme::per_full(b, built, post)?,
            Rule::growing => super::extreme::growing(b, built, post)?,
            Rule::extreme => super::extreme::extreme(b, built, post)?,
            Rule::within => super::extreme::within(b, built, post)?,
            Rule::beyond => super::extreme::beyond(b, built, post)?,
            Rule::between_figures => super::extreme::between(b, built, post)?,
            Rule::halved => super::extreme::halved(b, built, &post),
            Rule::moved => time::moved(b, built, post)?,
            Rule::elapsed => time::elapsed(b, built, post)?,
            Rule::versus => time::versus(b, built, post)?,
            Rule::of_year => ExpressionKind::YearOf(Box::new(built)),
            _ => return Err(post.drift()),
        };
        built = Expression { kind, span };
    }
    Ok(built)
}

fn share(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let low = quantity(b, children.one(Rule::quantity)?)?;
    let high = children.maybe(Rule::quantity);
    children.end()?;
    b.needs_unit(&low, "％");
    Ok(match high {
        None => ExpressionKind::Share(Box::new(of), low),
        Some(high) => {
            let high = quantity(b, high)?;
            ExpressionKind::ShareRange(Box::new(of), low, high)
        }
    })
}

fn fold_word(node: &Node<'_>) -> Built<FoldWord> {
    Ok(match node.text() {
        "合计" => FoldWord::Sum,
        "最大值" => FoldWord::Greatest,
        "最小值" => FoldWord::Least,
        "个数" => FoldWord::Count,
        "人数" => FoldWord::CountIn("人"),
        "家数" => FoldWord::CountIn("家"),
        "户数" => FoldWord::CountIn("户"),
        "项数" => FoldWord::CountIn("项"),
        "次数" => FoldWord::CountIn("次"),
        "件数" => FoldWord::CountIn("件"),
        _ => return Err(node.drift()),
    })
}

fn distinct(b: &Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let word = children.one(Rule::distinct_word)?;
    let unit = match word.text() {
        "不重复人数" => Some("人"),
        "不重复家数" => Some("家"),
        "不重复户数" => Some("户"),
        "不重复项数" => Some("项"),
        _ => None,
    };
    let by = match children.maybe(Rule::by_date) {
        Some(node) => Some(name(b, &node.children().one(Rule::name)?)),
        None => None,
    };
    children.end()?;
    Ok(ExpressionKind::Distinct { of: Box::new(of), by, unit })
}

/// ［按 月薪 由高到低］前10名［（并列 均计入）］
pub(crate) fn first_rows(b: &Builder<'_>, node: Node<'_>) -> Built<First> {
    let span = b.span(&node);
    let mut children = node.children();
    let order = match children.maybe(Rule::rank_order) {
        Some(node) => {
            let mut children = node.children();
            let key = name(b, &children.one(Rule::name)?);
            let descending = children.maybe(Rule::descending).is_some();
            Some((key, descending))
        }
        None => None,
    };
    let count = quantity(b, children.one(Rule::first)?.children().one(Rule::count)?)?;
    let tied = match children.maybe(Rule::tied) {
        Some(node) => Some(match node.only()?.rule() {
            Rule::tied_in => Tied::In,
            Rule::tied_out => Tied::Out,
            _ => Tied::Listed,
        }),
        None => None,
    };
    children.end()?;
    Ok(First { order, count, tied, span })
}

fn excess(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let each = children.maybe(Rule::each).is_some();
    let over = primary(b, children.one(Rule::primary)?)?;
    children.end()?;
    Ok(ExpressionKind::Excess { of: Box::new(of), over: Box::new(over), each })
}

pub(crate) fn primary(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let span = b.span(&node);
    let child = node.only()?;
    let kind = match child.rule() {
        Rule::quantity => ExpressionKind::Quantity(quantity(b, child)?),
        Rule::date => ExpressionKind::Date(date(b, child)?),
        Rule::paid_of => ExpressionKind::PaidOut(ids(b, &child.children().many(Rule::id))),
        Rule::amount_of => {
            let mut children = child.children();
            let of = id(b, &children.one(Rule::id)?);
            children.end()?;
            ExpressionKind::AmountOf(of)
        }
        Rule::name => {
            figure_in_words(b, &child);
            ExpressionKind::Name(name(b, &child))
        }
        Rule::history => {
            let mut children = child.children();
            let whose = match children.one(Rule::received)?.text() {
                "本项目已获" => Whose::Project,
                "本人已获" => Whose::Row,
                _ => Whose::Applicant,
            };
            let ids = ids(b, &children.many(Rule::id));
            let year = match children.maybe(Rule::by_date) {
                Some(node) => Some(name(b, &node.children().one(Rule::name)?)),
                None => None,
            };
            children.end()?;
            ExpressionKind::History { whose, ids, year }
        }
        Rule::as_of_date => ExpressionKind::AsOf,
        Rule::dated => {
            let mut children = child.children();
            let of = name(b, &children.one(Rule::name)?);
            let on = moment(b, children.one(Rule::moment)?)?;
            children.end()?;
            ExpressionKind::Dated(of, Box::new(on))
        }
        Rule::filtered => {
            let mut children = child.children();
            let list = name(b, &children.one(Rule::name)?);
            let which = condition(b, children.one(Rule::condition)?)?;
            children.end()?;
            ExpressionKind::Filtered(list, Box::new(which))
        }
        Rule::bracket => return bracket(b, child),
        _ => return Err(child.drift()),
    };
    Ok(Expression { kind, span })
}

/// A sum in brackets.
pub(crate) fn bracket(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let span = b.span(&node);
    let Some(sum) = only_expression(node.only()?)? else {
        return Err(b.stop(Code::NOT_A_SUM, span));
    };
    Ok(Expression { span, ..expression(b, sum)? })
}

/// 三十万元 reads as a name, but is none.
fn figure_in_words(b: &mut Builder<'_>, node: &Node<'_>) {
    let found = figure_in_numerals(node.text())
        .filter(|(run, _)| node.text().starts_with(run) && run.ends_with(['元', '％', '%']));
    if let Some((run, offer)) = found {
        let at = Span::new(b.file, node.start(), node.start() + run.len());
        b.problems.push(Diagnostic::new(Code::CHINESE_NUMERAL).at(at).arg("found", run).arg("offer", offer));
    }
}

/// The expression that a bracket holds, unless it holds a condition.
pub(crate) fn only_expression(condition: Node<'_>) -> Built<Option<Node<'_>>> {
    let mut node = condition;
    for _ in ["clause", "atom", "comparison", "expression"] {
        let mut children = node.children();
        let child = children.any()?;
        if children.next().is_some() {
            return Ok(None);
        }
        node = child;
    }
    Ok(if node.rule() == Rule::expression { Some(node) } else { None })
}

pub(crate) fn not_too_long(b: &mut Builder<'_>, length: usize, span: Span) -> Built<()> {
    if length <= LONGEST_CHAIN {
        return Ok(());
    }
    b.problems.push(Diagnostic::new(Code::TOO_LONG_CHAIN).at(span).arg("most", LONGEST_CHAIN));
    Err(super::Stop::Reported)
}
