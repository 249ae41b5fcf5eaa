//! Procedures.

use super::item::answers;
use super::list;
use super::literal::quantity;
use super::names::{Names, spoken};
use crate::ast::{Procedure, Step, StepKind, StepPart, Text};

pub(super) fn procedure(names: &Names, it: &Procedure) -> String {
    let title = it.title.as_ref().map(|it| format!(" “{}”", it.text)).unwrap_or_default();
    let mut said = format!("Procedure {}{title}\n", it.id.text);
    for step in &it.steps {
        said.push_str(&format!("  {}  {}\n{}", step.id.text, self::step(names, step), answers(&step.answers, 2)));
    }
    said
}

fn step(names: &Names, it: &Step) -> String {
    let kind = match it.kind {
        StepKind::Step => "",
        StepKind::Duty => "duty: ",
        StepKind::Correction => "correction: ",
        StepKind::Review => "review: ",
    };
    let parts: Vec<String> = it.parts.iter().map(|it| part(names, it)).collect();
    format!("{kind}{} ({}): {}.", spoken(&it.alias), it.name.text, parts.join("; "))
}

fn part(names: &Names, it: &StepPart) -> String {
    let texts = |all: &[Text]| list(all.iter().map(|it| format!("“{}”", it.text)), "and");
    match it {
        StepPart::Due { from, time, lasting: false } => format!("within {} of {}", quantity(time), names.name(from)),
        StepPart::Due { from, time, lasting: true } => format!("for {} from {}", quantity(time), names.name(from)),
        StepPart::Season((month, day), (last_month, last_day), _) => {
            format!("each year from {month:02}-{day:02} to {last_month:02}-{last_day:02}")
        }
        StepPart::By(offices) => format!("by {}", texts(offices)),
        StepPart::To(office) => format!("filed with “{}”", office.text),
        StepPart::Submit(papers) => format!("with {}", texts(papers)),
        StepPart::Must(what) => format!("must: “{}”", what.text),
        StepPart::MustNot(what) => format!("must not: “{}”", what.text),
        StepPart::Breach(id) => format!("a breach falls under {}", id.text),
        StepPart::DoneOn(fact) => format!("done on {}", names.name(fact)),
    }
}
