//! 算例 分配.

use super::case::{givens, reading_choice};
use super::literal::{date, ids, name, quantity, text};
use super::{Builder, Built, Node};
use crate::ast::{Candidate, CaseProject, ExpectedShare, QueueCase, QueueOutcome, ShareKind, ShareWord};
use crate::grammar::Rule;
use tiaoli_source::Span;

pub(crate) fn queue_case(b: &mut Builder<'_>, node: Node<'_>) -> Built<QueueCase> {
    let span = b.span(&node);
    let mut children = node.children();
    let clauses = ids(b, &children.many(Rule::id));
    let title = text(b, &children.one(Rule::string)?);
    let (mut candidates, mut shared, mut outcomes) = (Vec::new(), Vec::new(), Vec::new());
    for child in children.rest() {
        match child.rule() {
            Rule::candidate => candidates.push(candidate(b, child)?),
            Rule::common => shared.extend(givens(b, child.only()?)?),
            Rule::queue_outcomes => outcomes = all_outcomes(b, child)?,
            _ => return Err(child.drift()),
        }
    }
    Ok(QueueCase { ids: clauses, title, candidates, givens: shared, outcomes, span })
}

fn candidate(b: &mut Builder<'_>, node: Node<'_>) -> Built<Candidate> {
    let mut children = node.children();
    let title = name(b, &children.one(Rule::name)?);
    let clauses = match children.maybe(Rule::project_ids) {
        Some(node) => ids(b, &node.children().many(Rule::id)),
        None => Vec::new(),
    };
    let allotted = match children.maybe(Rule::allotted) {
        Some(node) => {
            let mut parts = node.children();
            let amount = quantity(b, parts.one(Rule::quantity)?)?;
            let day = date(b, parts.one(Rule::date)?)?;
            parts.end()?;
            Some((amount, day))
        }
        None => None,
    };
    let givens = givens(b, children.one(Rule::givens)?)?;
    children.end()?;
    Ok(Candidate { project: CaseProject { name: Some(title), ids: clauses, givens }, allotted })
}

fn all_outcomes(b: &mut Builder<'_>, node: Node<'_>) -> Built<Vec<QueueOutcome>> {
    let mut children = node.children();
    let results = children.one(Rule::queue_results)?;
    let mut outcomes = vec![QueueOutcome { readings: Vec::new(), expected: expected(b, results)? }];
    for other in children.many(Rule::queue_other) {
        let mut parts = other.children();
        let readings = parts.many(Rule::reading_choice);
        let results = parts.one(Rule::queue_results)?;
        parts.end()?;
        outcomes.push(QueueOutcome {
            readings: (readings.into_iter()).map(|node| reading_choice(b, node)).collect::<Built<_>>()?,
            expected: expected(b, results)?,
        });
    }
    children.end()?;
    Ok(outcomes)
}

fn expected(b: &mut Builder<'_>, node: Node<'_>) -> Built<Vec<ExpectedShare>> {
    let results = node.children().many(Rule::queue_result);
    (results.into_iter()).map(|node| result(b, node)).collect()
}

fn result(b: &mut Builder<'_>, node: Node<'_>) -> Built<ExpectedShare> {
    let span = b.span(&node);
    let mut children = node.children();
    let whose = children.maybe(Rule::name).map(|node| name(b, &node));
    let share = children.any()?;
    children.end()?;
    let (rule, drift) = (share.rule(), share.drift());
    let mut parts = share.children();
    let amount = match parts.maybe(Rule::quantity) {
        Some(node) => Some(quantity(b, node)?),
        None => None,
    };
    let because = match parts.maybe(Rule::share_because) {
        Some(node) => Some(word(b, node)?),
        None => None,
    };
    parts.end()?;
    let kind = match (rule, amount) {
        (Rule::share_given, Some(amount)) => ShareKind::Given(amount),
        (Rule::share_refused, None) => ShareKind::Refused,
        (Rule::share_reserved, Some(amount)) => ShareKind::Reserved(amount),
        (Rule::share_pending, None) => ShareKind::Pending,
        (Rule::share_needs, Some(amount)) => ShareKind::Needs(amount),
        (Rule::left_over, Some(amount)) => ShareKind::LeftOver(amount),
        (Rule::overdrawn, Some(amount)) => ShareKind::Overdrawn(amount),
        _ => return Err(drift),
    };
    Ok(ExpectedShare { name: whose, kind, because, span })
}

fn word(b: &Builder<'_>, node: Node<'_>) -> Built<(ShareWord, Span)> {
    let word = node.children().one(Rule::share_word)?;
    let said = match word.text() {
        "末位" => ShareWord::Last,
        "同序" => ShareWord::Tied,
        "抽签" => ShareWord::Drawn,
        "用完" => ShareWord::UsedUp,
        "方式" => ShareWord::Shared,
        "未定" => ShareWord::Undecided,
        "待抽签" => ShareWord::Undrawn,
        "待前序" => ShareWord::Waiting,
        "已分配" => ShareWord::Earlier,
        _ => return Err(word.drift()),
    };
    Ok((said, b.span(&word)))
}
