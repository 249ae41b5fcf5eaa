//! The lesser and the greater of several, parts up to and above a figure, halves and steps of an increase.

use super::expression::{posts, primary};
use super::literal::quantity;
use super::{Builder, Built, Node};
use crate::ast::{Expression, ExpressionKind, Quantity, Unit, Versus};
use crate::grammar::Rule;
use tiaoli_source::{Code, Diagnostic};

/// Words of a name that say that it is an increase already.
const INCREASES: [&str; 6] = ["新增", "增加", "增长", "增量", "增幅", "提高"];

/// 与 B 孰低, behind A.
pub(super) fn extreme(b: &mut Builder<'_>, first: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let mut of = vec![first];
    for operand in children.many(Rule::extreme_of) {
        let mut parts = operand.children();
        let built = primary(b, parts.one(Rule::primary)?)?;
        of.push(posts(b, built, parts.rest())?);
    }
    let greatest = children.any()?.rule() == Rule::greatest_word;
    children.end()?;
    Ok(ExpressionKind::Extreme { greatest, of })
}

/// The 孰低 that an operand ends with outside brackets: what stands before it could belong to what is compared.
pub(super) fn ending<'t>(operand: &Node<'t>) -> Option<Node<'t>> {
    let mut open = vec![operand.clone()];
    while let Some(node) = open.pop() {
        match node.rule() {
            Rule::extreme => {
                let word = |it: &Node<'_>| matches!(it.rule(), Rule::least_word | Rule::greatest_word);
                return node.children().rest().into_iter().find(word);
            }
            Rule::term | Rule::factor => open.extend(node.children().rest()),
            _ => {}
        }
    }
    None
}

/// 不超过90平方米的部分, 90平方米以内部分: as much as there is, up to the figure.
pub(super) fn within(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let most = figure(b, node.only()?)?;
    Ok(ExpressionKind::Extreme { greatest: false, of: vec![of, most] })
}

/// 90平方米以上部分
pub(super) fn beyond(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let over = figure(b, node.only()?)?;
    Ok(ExpressionKind::Excess { of: Box::new(of), over: Box::new(over), each: false })
}

/// 90平方米至120平方米的部分
pub(super) fn between(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let low = figure(b, children.one(Rule::quantity)?)?;
    children.maybe(Rule::to);
    let high = figure(b, children.one(Rule::quantity)?)?;
    children.end()?;
    let span = of.span.to(high.span);
    let within = Expression { kind: ExpressionKind::Extreme { greatest: false, of: vec![of, high] }, span };
    Ok(ExpressionKind::Excess { of: Box::new(within), over: Box::new(low), each: false })
}

fn figure(b: &Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let quantity = quantity(b, node)?;
    let span = quantity.span;
    Ok(Expression { kind: ExpressionKind::Quantity(quantity), span })
}

/// 减半 is 的50％.
pub(super) fn halved(b: &Builder<'_>, of: Expression, node: &Node<'_>) -> ExpressionKind {
    let unit = Some(Unit { first: "％".to_owned(), per: Vec::new() });
    ExpressionKind::Share(Box::new(of), Quantity { digits: "50".to_owned(), zeros: 0, unit, span: b.span(node) })
}

/// 每满100万元; 每增加 only of what says that it is an increase.
pub(super) fn per_full(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let word = children.one(Rule::full_word)?;
    let each = quantity(b, children.one(Rule::quantity)?)?;
    children.end()?;
    let increase = match &of.kind {
        ExpressionKind::Name(name) => INCREASES.iter().any(|it| name.text.contains(it)),
        _ => true,
    };
    if word.text() != "每满" && !increase {
        let name = match &of.kind {
            ExpressionKind::Name(name) => name.text.clone(),
            _ => String::new(),
        };
        let found = word.text().to_owned();
        let at = b.span(&word);
        b.problems.push(Diagnostic::new(Code::MORE_THAN_WHAT).at(at).arg("word", found).arg("name", name));
    }
    Ok(ExpressionKind::PerFull(Box::new(of), each))
}

/// 比 上年营业收入 每增加1000万元
pub(super) fn growing(b: &mut Builder<'_>, of: Expression, node: Node<'_>) -> Built<ExpressionKind> {
    let mut children = node.children();
    let base = primary(b, children.one(Rule::primary)?)?;
    children.one(Rule::more_word)?;
    let each = quantity(b, children.one(Rule::quantity)?)?;
    children.end()?;
    let span = of.span.to(base.span);
    let increase = Expression { kind: ExpressionKind::Versus(Versus::Increase, Box::new(of), Box::new(base)), span };
    Ok(ExpressionKind::PerFull(Box::new(increase), each))
}
