//! Lower: checked sentences to the straight-line program, with the place of every node.

mod allocation;
mod award;
mod builder;
mod claimable;
mod condition;
mod definition;
mod expression;
mod gates;
mod granted;
mod heads;
mod ladder;
mod limit;
mod outcome;
mod payout;
mod procedure;
mod reach;
mod referral;
mod respectively;
mod rivalry;
mod rules;
mod settlement;
mod target;
mod time;

use crate::check::Checked;
use builder::Builder;
use tiaoli_eval::program::{Clause, ClauseId, Constraint, FactId, Fold, LevelId, NodeId, Op, Place, Policy, Program};
use tiaoli_eval::table::{Id, Table};
use tiaoli_source::document::ClauseKind;
use tiaoli_source::{Problems, Span};

/// Where each node of a program was first written.
pub type SourceMap = Table<NodeId, Span>;

/// Lowers a checked package. Meaningful only where no error was reported before; it never fails.
pub fn lower(checked: &Checked<'_>, policy: Policy, problems: &mut Problems) -> (Program, SourceMap) {
    let mut builder = Builder::new(checked);
    let mut limits = Table::new();
    let mut rules = rules::lower(&mut builder, &mut limits, problems);
    let settlement = settlement::lower(&mut builder, &rules, &mut limits);
    let allocations = allocation::lower(&mut builder, &rules);
    let paid = payout::paid(&builder, &rules);
    let targets = target::lower(&mut builder);
    let claimable = claimable::ids(&builder, &mut rules, &targets);
    let constraints = constraints(&mut builder);
    let document = checked.document;
    let clause = |(at, it): (usize, &tiaoli_source::document::Clause)| Clause {
        id: it.id.to_string(),
        text: document.words(it).to_owned(),
        account: checked
            .accounts
            .get(ClauseId::from_index(at))
            .copied()
            .unwrap_or(tiaoli_eval::program::Account::Declaratory),
    };
    // Payments that no rule reads are left out; their lists come last.
    let first_unread = {
        let read = |level: LevelId| builder.nodes.iter().any(|(_, node)| node.level == level);
        let unread = checked.dictionary.history.iter().rev().take_while(|it| !read(it.level));
        unread.last().copied()
    };
    let all = (checked.dictionary.levels.len(), checked.dictionary.inputs, checked.dictionary.enums.len());
    let (levels, facts, enums) = first_unread.map_or(all, |it| {
        let none_read = checked.dictionary.history.first().is_some_and(|first| first.level == it.level);
        // The list's own fact comes before the three of a payment.
        (it.level.index(), it.clause.index().saturating_sub(1), all.2 - usize::from(none_read))
    });
    let program = Program {
        policy,
        levels: first(&checked.dictionary.levels, levels),
        enums: first(&checked.dictionary.enums, enums),
        facts: first(&checked.dictionary.facts, facts),
        definitions: definition::table(&builder),
        nodes: std::mem::take(&mut builder.nodes),
        constraints,
        rules,
        limits,
        paid,
        referrals: std::mem::take(&mut builder.referrals),
        companions: Table::new(),
        targets,
        calendar: checked.dictionary.calendar.clone().unwrap_or_default(),
        procedures: procedure::lower(&builder),
        clauses: document.clauses.iter().enumerate().map(clause).collect(),
        titles: titles(document),
        claimable,
        readings: checked.readings.clone(),
        options: checked.options.clone(),
        conflicts: checked.conflicts.clone(),
        settlement,
        allocations,
    };
    reach::check(&program, &builder.spans, problems);
    rivalry::check(checked, &program, problems);
    (program, builder.spans)
}

/// The first so many rows of a table.
fn first<I: Id, T: Clone>(table: &Table<I, T>, count: usize) -> Table<I, T> {
    table.iter().take(count).map(|(_, it)| it.clone()).collect()
}

/// The headings of the document by the path of their unit.
fn titles(document: &tiaoli_source::document::Document) -> Vec<(String, String)> {
    let path = |it: &tiaoli_source::document::Clause| it.id.as_str().strip_suffix(".0").map(str::to_owned);
    let headings = document.clauses.iter().filter(|it| it.kind == ClauseKind::Heading).filter_map(path);
    let mut titles: Vec<(String, String)> = headings
        .filter_map(|path| document.article_title(&path).map(str::to_owned).map(|title| (path, title)))
        .collect();
    titles.sort();
    titles
}

/// Constraints of the vocabulary. On a list's own rows they must hold for every row.
fn constraints(builder: &mut Builder<'_, '_>) -> Vec<Constraint> {
    let resolved = builder.resolved;
    let project = builder.at;
    let mut constraints = Vec::new();
    for (fact, it) in &resolved.dictionary.constraints {
        let level = resolved.dictionary.facts.get(*fact).map_or(project, |it| it.level);
        let plain = resolved.dictionary.owner(*fact) == Some(level);
        builder.at = level;
        let mut node = condition::lower(builder, it);
        if !plain {
            builder.at = resolved.dictionary.owner(*fact).unwrap_or(project);
            node = builder.fold(Fold::All, node, None);
        }
        builder.at = project;
        let facts = facts_under(builder, node);
        constraints.push(Constraint { node, facts, under: None });
    }
    // A quotient has a divisor above zero, for every row that it is computed for.
    for (quotient, divisor) in std::mem::take(&mut builder.divisors) {
        let level = builder.nodes.get(divisor).map_or(project, |it| it.level);
        builder.at = level;
        let mut node = builder.above_zero(divisor);
        let place = resolved.dictionary.levels.get(level).map(|it| (it.place, it.parent));
        if let Some((Place::List(_) | Place::Values(_), Some(parent))) = place {
            builder.at = parent;
            node = builder.fold(Fold::All, node, None);
        }
        builder.at = project;
        let facts = facts_under(builder, divisor);
        constraints.push(Constraint { node, facts, under: Some(quotient) });
    }
    for (value, agrees, fact) in std::mem::take(&mut builder.agreements) {
        constraints.push(Constraint { node: agrees, facts: vec![fact], under: Some(value) });
    }
    constraints
}

/// The facts under a node, sorted.
fn facts_under(builder: &Builder<'_, '_>, node: NodeId) -> Vec<FactId> {
    let mut facts = std::collections::BTreeSet::new();
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        if let Some(it) = builder.nodes.get(node) {
            if let Op::Fact(fact) | Op::Given(fact) = it.op {
                facts.insert(fact);
            }
            open.extend(&it.args);
        }
    }
    facts.into_iter().collect()
}
