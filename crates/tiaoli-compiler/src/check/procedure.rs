//! Procedures: every time limit counts from a date or an earlier step, every duty says what it is and until when.

use super::Context;
use crate::resolve::unknown_clause;
use std::collections::BTreeMap;
use tiaoli_eval::program::{TimeUnit, Ty};
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::{self, Procedure, Step, StepKind, StepPart};

pub(super) fn check(context: &mut Context<'_, '_>, procedure: &Procedure) {
    let mut known: BTreeMap<&str, &ast::Name> = BTreeMap::new();
    for step in &procedure.steps {
        context.clause.clone_from(&step.id.text);
        for part in &step.parts {
            one(context, part, &known);
        }
        duty(context, step);
        for name in [&step.name, &step.alias] {
            if let Some(first) = known.insert(&name.text, name) {
                context
                    .problem(Diagnostic::new(Code::NAME_TWICE).at(name.span).also(first.span).arg("name", &name.text));
            }
        }
    }
}

fn one(context: &mut Context<'_, '_>, part: &StepPart, known: &BTreeMap<&str, &ast::Name>) {
    match part {
        StepPart::Due { from, time, .. } => {
            if !known.contains_key(from.text.as_str()) {
                date(context, from);
            }
            if time_limit(time).is_none() {
                context.problem(Diagnostic::new(Code::NOT_A_TIME_LIMIT).at(time.span));
            }
        }
        StepPart::DoneOn(fact) => date(context, fact),
        StepPart::Season(first, last, span) => {
            // A leap year has every day that some year has.
            let fits = |(month, day): &(u32, u32)| tiaoli_eval::date::Date::new(2024, *month, *day).is_some();
            if !fits(first) || !fits(last) {
                context.problem(Diagnostic::new(Code::NO_SUCH_DATE).at(*span));
            }
        }
        StepPart::Breach(id) => {
            if context.resolved.document.under(&id.text).is_empty() {
                let problem = unknown_clause(id, context.resolved.document);
                context.problem(problem);
            }
        }
        StepPart::By(_) | StepPart::To(_) | StepPart::Submit(_) | StepPart::Must(_) | StepPart::MustNot(_) => {}
    }
}

fn date(context: &mut Context<'_, '_>, name: &ast::Name) {
    let dictionary = &context.resolved.dictionary;
    let found = dictionary.one(name).and_then(|fact| dictionary.facts.get(fact));
    if found.is_none_or(|it| it.ty != Ty::Date)
        || dictionary.one(name).is_some_and(|it| dictionary.defined(it).is_some())
    {
        context.problem(Diagnostic::new(Code::NO_SUCH_START).at(name.span).arg("name", &name.text));
        return;
    }
    context.fact(name);
}

fn duty(context: &mut Context<'_, '_>, step: &Step) {
    if step.kind != StepKind::Duty {
        return;
    }
    let says = |is: fn(&StepPart) -> bool| step.parts.iter().any(is);
    if !says(|it| matches!(it, StepPart::Must(_) | StepPart::MustNot(_))) {
        context.problem(Diagnostic::new(Code::DUTY_OF_WHAT).at(step.name.span).arg("name", &step.name.text));
    }
    if !says(|it| matches!(it, StepPart::Due { .. })) {
        context.problem(Diagnostic::new(Code::DUTY_UNTIL_WHEN).at(step.name.span).arg("name", &step.name.text));
    }
}

/// How many of which unit of time a figure is.
pub(crate) fn time_limit(time: &ast::Quantity) -> Option<(u32, TimeUnit)> {
    let unit = time.unit.as_ref().filter(|unit| unit.per.is_empty())?;
    let count: u32 = time.digits.parse().ok().filter(|_| time.zeros == 0)?;
    Some(match unit.first.as_str() {
        "日" | "天" => (count, TimeUnit::Day),
        "周" => (count.checked_mul(7)?, TimeUnit::Day),
        "工作日" | "个工作日" => (count, TimeUnit::WorkingDay),
        "月" | "个月" => (count, TimeUnit::Month),
        "年" => (count, TimeUnit::Year),
        _ => return None,
    })
}
