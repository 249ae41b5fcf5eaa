//! A trace as JSON: every step after those it rests on, so that a checker can recompute each line.

use serde_json::{Value, json};
use tiaoli_eval::claim::{Cell, Truth};
use tiaoli_eval::date::Date;
use tiaoli_eval::number::print;
use tiaoli_eval::program::{Comparison, Count, Fold, GateKind, Op, Program, Rounding, Sign, Tied, Ty};
use tiaoli_eval::trace::{Step, Trace};

/// Conditions, sum and steps.
pub(super) fn trace(program: &Program, trace: &Trace) -> Value {
    let gate = |(kind, clause, step): &(GateKind, tiaoli_eval::program::ClauseId, usize)| {
        let kind = match kind {
            GateKind::InForce => "in_force",
            GateKind::Event => "event",
            GateKind::Scope => "scope",
            GateKind::Condition => "condition",
        };
        json!({ "kind": kind, "clause": program.clauses.get(*clause).map(|it| it.id.as_str()), "step": step })
    };
    json!({
        "conditions": trace.gates.iter().map(gate).collect::<Vec<_>>(),
        "sum": trace.sum,
        "positive": trace.positive,
        "steps": trace.steps.iter().enumerate().map(|(at, it)| step(program, at, it)).collect::<Vec<_>>(),
    })
}

fn step(program: &Program, at: usize, it: &Step) -> Value {
    let fact = it.fact.and_then(|id| program.facts.get(id)).map(|fact| fact.name.alias.as_str());
    let mut object = json!({ "step": at, "op": word(&it.op), "args": it.args, "value": value(program, &it.ty, it.value), "fact": fact });
    if let (Value::Object(object), Some((key, more))) = (&mut object, more(program, it)) {
        object.insert(key.to_owned(), more);
    }
    object
}

fn word(op: &Op) -> &'static str {
    match op {
        Op::Const(_) => "const",
        Op::Fact(_) => "fact",
        Op::Given(_) => "given",
        Op::AsOf => "as_of",
        Op::AssumeInForce => "assume_in_force",
        Op::Paid(_) => "paid_before",
        Op::Undecided => "undecided",
        Op::Elsewhere(_) => "elsewhere",
        Op::All => "all",
        Op::Any => "any",
        Op::Not => "not",
        Op::Compare(Comparison::Less) => "less",
        Op::Compare(Comparison::LessOrEqual) => "less_or_equal",
        Op::Compare(Comparison::Equal) => "equal",
        Op::In(_) => "in",
        Op::Add(_) => "add",
        Op::Multiply => "multiply",
        Op::Divide(Rounding::Down) => "divide_down",
        Op::Divide(Rounding::HalfUp) => "divide_half_up",
        Op::Divide(Rounding::Up) => "divide_up",
        Op::Least => "least",
        Op::Greatest => "greatest",
        Op::Choose => "choose",
        Op::YearOf => "year_of",
        Op::ShiftMonths => "shift_months",
        Op::WorkingDay => "working_day",
        Op::Between(_, Count::Full) => "full_spans",
        Op::Between(_, Count::Begun) => "begun_spans",
        Op::Between(_, Count::Ordinal) => "span_number",
        Op::Defined(_) => "defined",
        Op::Spread => "spread",
        Op::Fold(Fold::Sum) => "sum",
        Op::Fold(Fold::Count) => "count",
        Op::Fold(Fold::Any) => "any_row",
        Op::Fold(Fold::All) => "all_rows",
        Op::Fold(Fold::Distinct) => "distinct",
        Op::Fold(Fold::Greatest) => "greatest_row",
        Op::Fold(Fold::Least) => "least_row",
        Op::Rank(_) => "rank",
    }
}

/// What an operation needs beside its arguments.
fn more(program: &Program, it: &Step) -> Option<(&'static str, Value)> {
    match &it.op {
        Op::Add(signs) => {
            Some(("signs", signs.iter().map(|sign| if *sign == Sign::Plus { "+" } else { "-" }).collect()))
        }
        Op::In(set) => {
            let node = program.nodes.get(it.node)?;
            let ty = &program.nodes.get(*node.args.first()?)?.ty;
            Some(("members", value(program, ty, Cell::Member(*set))))
        }
        Op::Between(months, _) => Some(("months", (*months).into())),
        Op::Defined(term) => Some(("definition", program.definitions.get(*term)?.name.alias.as_str().into())),
        Op::Fold(_) => Some(("complete", it.complete.into())),
        Op::Rank(how) => {
            let ties = match how.ties {
                Tied::Listed => "listed",
                Tied::First => "first",
                Tied::Last => "last",
            };
            let order = if how.descending { "descending" } else { "ascending" };
            Some(("ranked", json!({ "own": it.own, "order": order, "ties": ties, "complete": it.complete })))
        }
        _ => None,
    }
}

/// A truth or null; a text for a known number; `[least, greatest]`, null being open; the members that are possible.
fn value(program: &Program, ty: &Ty, cell: Cell) -> Value {
    let number = |it: i128| -> Value {
        match ty {
            Ty::Date => {
                i32::try_from(it).ok().and_then(Date::from_days).map_or(Value::Null, |date| date.to_string().into())
            }
            Ty::Number { scale, .. } => print(it, *scale, 0).into(),
            Ty::Truth | Ty::Member(_) | Ty::Key => it.to_string().into(),
        }
    };
    match (cell, ty) {
        (Cell::Truth(Truth::True), _) => true.into(),
        (Cell::Truth(Truth::False), _) => false.into(),
        (Cell::Truth(Truth::Unknown), _) => Value::Null,
        (Cell::Number(range), _) => match range.as_point() {
            Some(point) => number(point),
            None => json!([range.low.map(number), range.high.map(number)]),
        },
        (Cell::Member(set), Ty::Member(id)) => {
            let members = program.enums.get(*id).map(|it| it.members.as_slice()).unwrap_or_default();
            set.members()
                .filter_map(|member| members.get(usize::from(member)))
                .map(|name| name.alias.as_str())
                .collect()
        }
        (Cell::Member(_), _) => Value::Null,
        (Cell::Key(key), _) => key.into(),
        (Cell::TooLarge, _) => "too_large".into(),
    }
}
