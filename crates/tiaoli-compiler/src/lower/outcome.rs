//! What one award reads of another. An award that is read is decided first, and its sum, or nothing where a condition
//! fails, is a node like any other; so what is unknown of it is unknown of its readers, and no more.

use super::builder::Builder;
use super::rules::award_clauses;
use crate::check::awards_named;
use crate::choices::{choices, mentioned};
use crate::resolve::{Article, Resolved};
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{ClauseId, Comparison, Fold, NodeId, Rule, Sign, Unit, When};
use tiaoli_eval::table::{Id as _, Table};
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast::{
    self, Award, Condition, ConditionKind, Expression, ExpressionKind, GrantKind, ModifierKind, SentenceKind,
    SettlementKind,
};

/// 条款 3.1 的数额
pub(super) fn amount(builder: &mut Builder<'_, '_>, of: &[ClauseId]) -> NodeId {
    let nodes: Vec<NodeId> = of.iter().filter_map(|clause| builder.reading.get(clause).copied()).collect();
    let nodes: Vec<NodeId> = nodes.into_iter().map(|node| here(builder, node)).collect();
    match nodes.as_slice() {
        [] => builder.number(0, MONEY_SCALE, Unit::yuan()),
        [one] => *one,
        _ => builder.add(nodes.into_iter().map(|node| (Sign::Plus, node)).collect()),
    }
}

/// A result at the level at hand: spread to the rows below, or added up over them.
fn here(builder: &mut Builder<'_, '_>, node: NodeId) -> NodeId {
    let below = builder.level(node);
    let parent = builder.resolved.dictionary.levels.get(below).and_then(|it| it.parent);
    if below != builder.at && parent == Some(builder.at) && below > builder.at {
        return builder.fold(Fold::Sum, node, None);
    }
    builder.lift(node)
}

/// 3.1 不予: none of them gives anything.
pub(super) fn refused(builder: &mut Builder<'_, '_>, ids: &[ast::Id]) -> NodeId {
    let of: BTreeSet<ClauseId> = ids.iter().flat_map(|id| awards_named(builder.resolved, &id.text)).collect();
    let nothing = builder.number(0, MONEY_SCALE, Unit::yuan());
    let each = of
        .into_iter()
        .map(|clause| {
            let amount = amount(builder, &[clause]);
            builder.compare(Comparison::LessOrEqual, amount, nothing)
        })
        .collect();
    builder.all(each)
}

/// Keeps what a rule comes to for those who read it: under each combination of the readings that change it.
pub(super) fn keep(builder: &mut Builder<'_, '_>, rule: &Rule, clause: ClauseId) -> bool {
    let whens = rule.gates.iter().map(|(when, _)| when).chain(rule.forms.iter().map(|(when, _)| when));
    let resolved = builder.resolved;
    let Some(choices) = choices(mentioned(whens), &resolved.options, &resolved.conflicts) else { return false };
    let mut results = Vec::new();
    for under in choices {
        let Some((_, form)) = rule.forms.iter().find(|(when, _)| when.applies(&under.all)) else { continue };
        let gates = rule.gates.iter().filter(|(when, _)| when.applies(&under.all)).map(|(_, gate)| gate.node).collect();
        let nothing = builder.number(0, MONEY_SCALE, Unit::yuan());
        let sum = form.sum.unwrap_or(nothing);
        let granted = builder.all(gates);
        let node = builder.choose(vec![(granted, sum)], nothing);
        results.push((under, node));
    }
    builder.results.insert(clause, results);
    true
}

/// For each combination of readings, what the awards that a rule reads come to.
pub(super) fn readings(
    builder: &Builder<'_, '_>,
    reads: &BTreeSet<ClauseId>,
) -> Vec<(When, BTreeMap<ClauseId, NodeId>)> {
    let mut combined = vec![(When::default(), BTreeMap::new())];
    for clause in reads {
        let results = builder.results.get(clause).map(Vec::as_slice).unwrap_or_default();
        let mut next = Vec::new();
        for (when, so_far) in &combined {
            for (other, node) in results {
                let Some(when) = when.and(other) else { continue };
                let mut so_far: BTreeMap<ClauseId, NodeId> = so_far.clone();
                so_far.insert(*clause, *node);
                next.push((when, so_far));
            }
        }
        combined = next;
    }
    combined
}

/// What each award reads of others.
pub(super) type Reads = BTreeMap<ClauseId, BTreeSet<ClauseId>>;

/// Every award with its article, those that are read before those that read them; else in document order. Awards that
/// read each other in a circle are reported.
pub(super) fn in_order(resolved: &Resolved<'_>, reads: &Reads, problems: &mut Problems) -> Vec<(usize, ClauseId)> {
    let all: Vec<(usize, ClauseId)> = resolved
        .articles
        .iter()
        .enumerate()
        .flat_map(|(at, article)| award_clauses(article).into_iter().map(move |clause| (at, clause)))
        .collect();
    let mut order = Vec::new();
    let mut done: BTreeSet<ClauseId> = BTreeSet::new();
    // Each round takes what reads nothing that is still to come.
    while order.len() < all.len() {
        let ready = |clause: ClauseId| {
            let of = reads.get(&clause).into_iter().flatten();
            of.into_iter().all(|read| done.contains(read))
        };
        let next = all.iter().find(|(_, clause)| !done.contains(clause) && ready(*clause));
        let Some((at, clause)) = next.copied() else {
            circle(resolved, &all, &done, problems);
            order.extend(all.iter().filter(|(_, clause)| !done.contains(clause)).copied());
            break;
        };
        done.insert(clause);
        order.push((at, clause));
    }
    order
}

fn circle(resolved: &Resolved<'_>, all: &[(usize, ClauseId)], done: &BTreeSet<ClauseId>, problems: &mut Problems) {
    let left: Vec<ClauseId> = all.iter().map(|(_, clause)| *clause).filter(|clause| !done.contains(clause)).collect();
    let id = |clause: &ClauseId| resolved.document.clauses.get(clause.index()).map(|it| it.id.to_string());
    let ids: Vec<String> = left.iter().filter_map(id).collect();
    let sentences = resolved.articles.iter().flat_map(|article| &article.sentences);
    let place = sentences.into_iter().find(|it| left.first() == Some(&it.clause)).map(|it| it.sentence.span);
    let problem = Diagnostic::new(Code::AMOUNT_CIRCLE).arg("ids", ids.join("、"));
    problems.push(match place {
        Some(place) => problem.at(place),
        None => problem,
    });
}

/// What every award reads.
pub(super) fn reads(resolved: &Resolved<'_>) -> Reads {
    let mut reads = Reads::new();
    for article in &resolved.articles {
        for clause in award_clauses(article) {
            let mut ids: Vec<&ast::Id> = Vec::new();
            let own = resolved.document.clauses.get(clause.index()).map(|it| it.id.to_string()).unwrap_or_default();
            for it in &article.sentences {
                match &it.sentence.kind {
                    SentenceKind::Award(award) if it.clause == clause => in_award(resolved, award, &mut ids),
                    SentenceKind::Scope(scope) | SentenceKind::Exclusion(scope)
                        if scope.only_for.is_empty() || scope.only_for.iter().any(|id| id.text == own) =>
                    {
                        in_condition(resolved, &scope.condition, &mut ids);
                    }
                    SentenceKind::Part(part) => {
                        part.condition.iter().for_each(|it| in_condition(resolved, it, &mut ids));
                        in_expression(resolved, &part.cap, &mut ids);
                    }
                    _ => {}
                }
            }
            for (_, fallback) in fallbacks(resolved, article, &own) {
                if fallback.first_of.is_none() {
                    ids.extend(&fallback.first);
                }
            }
            let of: BTreeSet<ClauseId> = ids.iter().flat_map(|id| awards_named(resolved, &id.text)).collect();
            reads.insert(clause, of);
        }
    }
    reads
}

/// 3.1 不予 的，适用 3.2: the sentences that make the award `own` stand in for others.
pub(super) fn fallbacks<'r, 'a>(
    resolved: &'r Resolved<'a>,
    article: &'r Article<'a>,
    own: &'r str,
) -> impl Iterator<Item = (&'r crate::resolve::Across<'a>, &'a ast::Fallback)> {
    let is_in =
        move |id: &ast::Id| own == id.text || own.strip_prefix(&id.text).is_some_and(|rest| rest.starts_with('.'));
    resolved.across.iter().filter_map(move |it| {
        let SettlementKind::Fallback(fallback) = &it.sentence.kind else { return None };
        let means = match (fallback.then.as_slice(), it.article) {
            _ if fallback.then_of.is_some() => false,
            ([], Some(of)) => of.text == article.id.text,
            (then, _) => then.iter().any(is_in),
        };
        means.then_some((it, fallback))
    })
}

fn in_award<'a>(resolved: &Resolved<'a>, award: &'a Award, ids: &mut Vec<&'a ast::Id>) {
    award.subject.iter().for_each(|it| in_condition(resolved, it, ids));
    match &award.grant.kind {
        GrantKind::Sums(sums) | GrantKind::Ceilings(sums) => {
            sums.iter().for_each(|it| in_expression(resolved, it, ids));
        }
        GrantKind::Rates(base, _)
        | GrantKind::PerUnit(base, _)
        | GrantKind::Unrated(base)
        | GrantKind::Recover(base) => {
            in_expression(resolved, base, ids);
        }
        _ => {}
    }
    for modifier in &award.modifiers {
        match &modifier.kind {
            ModifierKind::Cap { sum, .. } => in_expression(resolved, sum, ids),
            ModifierKind::Interest(it) => in_expression(resolved, &it.rate, ids),
            ModifierKind::Except(who) => in_condition(resolved, who, ids),
            _ => {}
        }
    }
}

fn in_condition<'a>(resolved: &Resolved<'a>, condition: &'a Condition, ids: &mut Vec<&'a ast::Id>) {
    let mut open = vec![condition];
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    while let Some(condition) = open.pop() {
        match &condition.kind {
            ConditionKind::All(of) | ConditionKind::Any(of) => open.extend(of),
            ConditionKind::Not(of) => open.push(of),
            ConditionKind::Compare(left, bound) => {
                in_expression(resolved, left, ids);
                in_expression(resolved, &bound.value, ids);
            }
            ConditionKind::Bands(of, _) => in_expression(resolved, of, ids),
            ConditionKind::Refused(of) => ids.extend(of),
            // What 符合 takes over, it reads too.
            ConditionKind::Meets(id) if taken.insert(&id.text) => {
                let sentences = resolved.articles.iter().flat_map(|article| &article.sentences).map(|it| it.sentence);
                for sentence in sentences.filter(|it| it.id.text == id.text) {
                    if let SentenceKind::Award(Award { subject: Some(subject), .. }) = &sentence.kind {
                        open.push(subject);
                    }
                }
            }
            _ => {}
        }
    }
}

fn in_expression<'a>(resolved: &Resolved<'a>, expression: &'a Expression, ids: &mut Vec<&'a ast::Id>) {
    match &expression.kind {
        ExpressionKind::AmountOf(id) => ids.push(id),
        ExpressionKind::Binary(_, left, right) => {
            in_expression(resolved, left, ids);
            in_expression(resolved, right, ids);
        }
        ExpressionKind::Share(of, _) | ExpressionKind::ShareRange(of, _, _) | ExpressionKind::Fold(_, of) => {
            in_expression(resolved, of, ids);
        }
        ExpressionKind::Extreme { of, .. } => of.iter().for_each(|it| in_expression(resolved, it, ids)),
        ExpressionKind::Excess { of, over, .. } => {
            in_expression(resolved, of, ids);
            in_expression(resolved, over, ids);
        }
        ExpressionKind::Filtered(_, which) => in_condition(resolved, which, ids),
        _ => {}
    }
}

/// The rules of awards that were decided, by clause.
pub(super) type Decided = BTreeMap<ClauseId, Rule>;

/// The rules in document order.
pub(super) fn in_document_order(decided: Decided) -> Table<tiaoli_eval::program::RuleId, Rule> {
    let mut rules: Vec<Rule> = decided.into_values().collect();
    rules.sort_by_key(|rule| rule.clauses.iter().copied().max());
    rules.into_iter().collect()
}
