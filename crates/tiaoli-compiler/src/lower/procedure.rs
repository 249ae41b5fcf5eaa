//! Procedures to data.

use super::builder::Builder;
use crate::check::procedure::time_limit;
use std::collections::BTreeMap;
use tiaoli_eval::program::{Name, Procedure, Start, Step, StepKind, TimeLimit};
use tiaoli_syntax::ast::{self, StepPart};

/// The procedures in document order.
pub(super) fn lower(builder: &Builder<'_, '_>) -> Vec<Procedure> {
    let mut procedures: Vec<&ast::Procedure> = builder.resolved.procedures.clone();
    procedures.sort_by_key(|it| it.steps.first().map(|step| builder.clause(&step.id.text)));
    procedures.into_iter().map(|it| procedure(builder, it)).collect()
}

fn procedure(builder: &Builder<'_, '_>, it: &ast::Procedure) -> Procedure {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut steps = Vec::new();
    for (at, one) in it.steps.iter().enumerate() {
        steps.push(step(builder, one, &places));
        places.insert(&one.name.text, at);
        places.insert(&one.alias.text, at);
    }
    Procedure { id: it.id.text.clone(), title: it.title.as_ref().map(|title| title.text.clone()), steps }
}

fn step(builder: &Builder<'_, '_>, it: &ast::Step, places: &BTreeMap<&str, usize>) -> Step {
    let mut step = Step {
        clause: builder.clause(&it.id.text),
        kind: match it.kind {
            ast::StepKind::Step => StepKind::Step,
            ast::StepKind::Duty => StepKind::Duty,
            ast::StepKind::Correction => StepKind::Correction,
            ast::StepKind::Review => StepKind::Review,
        },
        name: Name { zh: it.name.text.clone(), alias: it.alias.text.clone(), ..Name::default() },
        start: None,
        limit: None,
        season: None,
        by: Vec::new(),
        to: None,
        submits: Vec::new(),
        must: Vec::new(),
        must_not: Vec::new(),
        breach: None,
        done_on: None,
    };
    let texts = |all: &[ast::Text]| all.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    for part in &it.parts {
        match part {
            StepPart::Due { from, time, lasting } => {
                let place = places.get(from.text.as_str()).map(|at| Start::Step(*at));
                step.start = place.or_else(|| builder.resolved.dictionary.one(from).map(Start::Fact));
                step.limit = time_limit(time).map(|(count, unit)| TimeLimit { count, unit, lasting: *lasting });
            }
            StepPart::Season(first, last, _) => step.season = Some((*first, *last)),
            StepPart::By(offices) => step.by.extend(texts(offices)),
            StepPart::To(office) => step.to = Some(office.text.clone()),
            StepPart::Submit(papers) => step.submits.extend(texts(papers)),
            StepPart::Must(what) => step.must.push(what.text.clone()),
            StepPart::MustNot(what) => step.must_not.push(what.text.clone()),
            StepPart::Breach(id) => step.breach = Some(id.text.clone()),
            StepPart::DoneOn(fact) => step.done_on = builder.resolved.dictionary.one(fact),
        }
    }
    step
}
