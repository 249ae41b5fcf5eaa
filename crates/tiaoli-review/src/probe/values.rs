//! The values of a fact that are worth trying: its members, and at, just below and just above each figure of the rules.

use std::collections::BTreeSet;
use tiaoli_compiler::cases::Said;
use tiaoli_eval::date::Date;
use tiaoli_eval::number::{print, rescale};
use tiaoli_eval::program::{Fact, FactId, Op, Program, Ty, Value, Written};

/// The most figures of one unit that are tried.
const MOST_FIGURES: usize = 24;

/// What may be said of a fact; `None` = nothing.
#[must_use]
pub fn interesting(program: &Program, fact: FactId) -> Vec<Option<Said>> {
    let Some(it) = program.facts.get(fact) else { return Vec::new() };
    let mut values: Vec<Option<Said>> = vec![None];
    let one = match (&it.ty, it.written) {
        (_, Written::Rows) => return values,
        (Ty::Truth, _) => vec![Said::Truth(true), Said::Truth(false)],
        (Ty::Member(of), _) => {
            let members = program.enums.get(*of).map(|it| it.members.as_slice()).unwrap_or_default();
            members.iter().map(|member| Said::Text(member.alias.clone())).collect()
        }
        (Ty::Date, _) => figures(program, it).into_iter().filter_map(date).collect(),
        (Ty::Number { .. }, _) => figures(program, it).into_iter().map(|value| number(it, value)).collect(),
        _ => Vec::new(),
    };
    if it.list.is_some() {
        values.push(Some(Said::List(Vec::new())));
        values.extend(one.into_iter().map(|value| Some(Said::List(vec![Some(value)]))));
    } else {
        values.extend(one.into_iter().map(Some));
    }
    values
}

/// At, below and above each figure that stands in the rules in the fact's unit, within the fact's own range.
fn figures(program: &Program, fact: &Fact) -> Vec<i128> {
    let (unit, scale) = match &fact.ty {
        Ty::Number { unit, scale } => (Some(unit), *scale),
        _ => (None, 0),
    };
    let mut found: BTreeSet<i128> = BTreeSet::from([0]);
    let mut stated: BTreeSet<i128> = BTreeSet::new();
    for (_, node) in program.nodes.iter() {
        let Op::Const(Value::Number(value)) = node.op else { continue };
        let at = match (&node.ty, unit) {
            (Ty::Number { unit: of, scale: from }, Some(unit)) if of == unit && *from <= scale => {
                rescale(value, *from, scale)
            }
            (Ty::Number { unit: of, scale: from }, Some(unit)) if of == unit => {
                tiaoli_eval::number::truncate(value, *from, scale)
            }
            (Ty::Date, None) => Some(value),
            _ => None,
        };
        stated.extend(at);
    }
    for value in stated.into_iter().take(MOST_FIGURES) {
        found.extend([value - 1, value, value + 1]);
    }
    let within = |value: &i128| {
        fact.least.is_none_or(|least| *value >= least) && fact.greatest.is_none_or(|greatest| *value <= greatest)
    };
    found.into_iter().filter(within).collect()
}

/// A number or a date of a fact, from its value in the scale of its type.
pub(crate) fn said_value(fact: &Fact, value: i128) -> Option<Said> {
    match fact.ty {
        Ty::Date => date(value),
        Ty::Number { .. } => Some(number(fact, value)),
        _ => None,
    }
}

fn date(days: i128) -> Option<Said> {
    let date = Date::from_days(i32::try_from(days).ok()?)?;
    Some(Said::Text(date.to_string()))
}

fn number(fact: &Fact, value: i128) -> Said {
    let scale = match fact.ty {
        Ty::Number { scale, .. } => scale,
        _ => 0,
    };
    match fact.written {
        Written::Year => i64::try_from(value).map_or(Said::Text(value.to_string()), Said::Year),
        Written::Percent => Said::Text(print(value, scale.saturating_sub(2), 2)),
        Written::Money => Said::Text(print(value, scale, 2)),
        _ => Said::Text(print(value, scale, 0)),
    }
}
