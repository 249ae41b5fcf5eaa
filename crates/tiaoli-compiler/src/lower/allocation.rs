//! 分配 to data: what there is, in which order, by which words.

use super::builder::Builder;
use super::condition::lower as condition;
use super::limit::year;
use crate::check::allocation::{Lines, is_places, measured};
use crate::check::settlement::quantum_fen;
use tiaoli_eval::date::Date;
use tiaoli_eval::program::{
    Allocation, Increment, Last, LevelId, Measure, Method, NodeId, OrderKey, Place, Remainder, Rule, RuleId, Store,
    Tail, Terms, Ties, Undecided, Weights,
};
use tiaoli_eval::table::Table;
use tiaoli_syntax::ast::{self, BudgetWord, Direction, Equals, LastWord, RemainderWord, Sharing, UndecidedWord};

/// Every allocation, in document order.
pub(super) fn lower(builder: &mut Builder<'_, '_>, rules: &Table<RuleId, Rule>) -> Vec<Allocation> {
    let resolved = builder.resolved;
    let mut allocations: Vec<Allocation> = resolved.allocations.iter().map(|it| one(builder, it, rules)).collect();
    allocations.sort_by_key(|it| it.clauses.first().copied());
    allocations
}

fn one(builder: &mut Builder<'_, '_>, it: &ast::Allocation, rules: &Table<RuleId, Rule>) -> Allocation {
    let (lines, _) = Lines::of(it);
    let project = builder.resolved.dictionary.project();
    let level = it.per.as_ref().and_then(|per| builder.resolved.dictionary.entity(&per.text)).unwrap_or(project);
    let outside = std::mem::replace(&mut builder.at, level);
    builder.span = it.span;
    let draw = match (lines.sharing, lines.equals) {
        (Some((Sharing::Draw(name), _)), _) | (None, Some((Equals::Draw(name), _))) => Some(name),
        _ => None,
    };
    let weight = match lines.sharing {
        Some((Sharing::Weighted(name), _)) => Some(name),
        _ => None,
    };
    let mut clauses: Vec<_> = it.ids.iter().map(|id| builder.clause(&id.text)).collect();
    clauses.sort_unstable();
    let allocation = Allocation {
        clauses,
        title: it.title.text.clone(),
        level,
        rules: paid(&lines, rules),
        year: in_year(builder, &lines, level),
        rooms: rooms(builder, &lines),
        keys: lines.order.map_or(&[] as &[_], |(keys, _)| keys).iter().map(|it| key(builder, it)).collect(),
        weight: weight.map(|name| fact(builder, name)),
        draw: draw.map(|name| fact(builder, name)),
        terms: terms(&lines),
    };
    builder.at = outside;
    allocation
}

fn fact(builder: &mut Builder<'_, '_>, name: &ast::Name) -> NodeId {
    builder.span = name.span;
    match builder.resolved.dictionary.one(name) {
        Some(fact) => builder.fact(fact),
        None => builder.truth(false),
    }
}

/// 适用于 …: the rules it names, by clause or section; every rule where it names none.
fn paid(lines: &Lines<'_>, rules: &Table<RuleId, Rule>) -> Vec<RuleId> {
    let under =
        |id: &str, unit: &str| id.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let named = |rule: &Rule| match lines.only_for {
        None => true,
        Some((ids, _)) => ids.iter().any(|id| under(&rule.id, &id.text) || under(&id.text, &rule.id)),
    };
    rules.iter().filter(|(_, rule)| named(rule)).map(|(id, _)| id).collect()
}

/// The year that a want counts in: of the fact named; for projects the vocabulary's year; else that of the evaluation.
fn in_year(builder: &mut Builder<'_, '_>, lines: &Lines<'_>, level: LevelId) -> Option<NodeId> {
    let said = [lines.money, lines.places].into_iter().flatten().find_map(|it| it.year)?;
    let projects = builder.resolved.dictionary.levels.get(level).is_some_and(|it| it.place == Place::Project);
    Some(match (&said.by, projects) {
        (Some(by), _) => year(builder, Some(by)),
        (None, true) => year(builder, None),
        (None, false) => {
            let as_of = builder.as_of();
            builder.year_of(as_of)
        }
    })
}

fn rooms(builder: &mut Builder<'_, '_>, lines: &Lines<'_>) -> Vec<Store> {
    let mut rooms = Vec::new();
    let whole = [(BudgetWord::Money, lines.money), (BudgetWord::Places, lines.places)];
    for (word, budget) in whole {
        let Some(budget) = budget else { continue };
        let here = lines.increments.iter().filter(|it| is_places(it.amount) == (word == BudgetWord::Places));
        let mut increments: Vec<Increment> = here
            .filter_map(|it| {
                Some(Increment {
                    date: Date::new(it.date.year, it.date.month, it.date.day)?,
                    amount: measured(word, it.amount)?,
                    top_up: it.top_up.unwrap_or(false),
                })
            })
            .collect();
        increments.sort_by_key(|it| it.date);
        let name = if word == BudgetWord::Money { "总额" } else { "名额" };
        rooms.push(Store {
            name: name.to_owned(),
            measure: measure(word),
            base: measured(word, budget.amount).unwrap_or(0),
            increments,
            only: None,
        });
    }
    for part in &lines.parts {
        builder.span = part.condition.span;
        rooms.push(Store {
            name: part.said.to_owned(),
            measure: measure(part.word),
            base: measured(part.word, part.amount).unwrap_or(0),
            increments: Vec::new(),
            only: Some(condition(builder, part.condition)),
        });
    }
    rooms
}

fn measure(word: BudgetWord) -> Measure {
    match word {
        BudgetWord::Money => Measure::Money,
        BudgetWord::Places => Measure::Places,
    }
}

fn key(builder: &mut Builder<'_, '_>, it: &ast::OrderKey) -> OrderKey {
    let descending =
        matches!(it.direction, Direction::Best | Direction::Latest | Direction::Highest | Direction::Holding);
    let arrival = matches!(it.direction, Direction::FirstCome | Direction::Earliest);
    OrderKey { name: it.name.text.clone(), node: fact(builder, &it.name), descending, arrival }
}

fn terms(lines: &Lines<'_>) -> Terms {
    let ties = match lines.equals {
        Some((Equals::Equal, _)) => Ties::Equal,
        Some((Equals::Prorated, _)) => Ties::Prorated,
        Some((Equals::AllIn, _)) => Ties::AllIn,
        Some((Equals::Draw(_), _)) => Ties::Draw,
        Some((Equals::AllOut, _)) | None => Ties::AllOut,
    };
    let last = lines.last.map(|(last, _)| match last {
        LastWord::Rest => Last::Rest,
        LastWord::Nothing => Last::Nothing,
        LastWord::Skip => Last::Skip,
        LastWord::Full => Last::Full,
    });
    let method = match lines.sharing {
        Some((Sharing::Equal, _)) => Method::Share(Weights::Equal),
        Some((Sharing::Prorated, _)) => Method::Share(Weights::Own),
        Some((Sharing::Weighted(_), _)) => Method::Share(Weights::Stated),
        Some((Sharing::Draw(_), _)) => Method::Queue { last, ties: Ties::Draw },
        None => Method::Queue { last, ties },
    };
    let tail = lines.tail.filter(|_| lines.divides()).map(|(quantum, rule, _)| Tail {
        quantum: quantum.and_then(|name| quantum_fen(&name.text)).unwrap_or(1),
        rule: match rule {
            RemainderWord::Greatest => Remainder::Greatest,
            RemainderWord::First => Remainder::First,
            RemainderWord::Last => Remainder::Last,
            RemainderWord::Kept => Remainder::Kept,
        },
    });
    let undecided = match lines.undecided {
        Some((UndecidedWord::Skip, _)) => Undecided::Skip,
        Some((UndecidedWord::Reserve, _)) | None => Undecided::Reserve,
    };
    Terms { method, tail, undecided }
}
