//! Link: a program and those of its companions to one program.
//!
//! Each policy is compiled by itself, under its own document, bounds, readings and validity. Here the dictionaries are
//! joined (`dictionary`), rules and clauses are put behind each other with the companion's title before their ids
//! (`append`), and what policies say of each other finds what it speaks of: referrals take over the other's result
//! (`refer`), sentences across policies their rules (`across`). What speaks of a policy that is not here is left alone.

mod across;
mod append;
mod dictionary;
mod maps;
mod named;
mod nodes;
mod refer;
mod references;
mod results;
mod substitute;

use crate::lower::SourceMap;
use std::ops::Range;
use tiaoli_eval::program::{Elsewhere, FactId, LevelId, Policy, Program, ReferralId, RuleId};
use tiaoli_eval::table::Id;
use tiaoli_source::{Diagnostic, Problems, Span};
use tiaoli_syntax::ast;

pub(crate) use named::for_cases;
pub(crate) use references::{Reference, check, not_there, references};

/// A program to be linked.
pub(crate) struct Unit {
    /// Its program.
    pub(crate) program: Program,
    /// Where its nodes were written.
    pub(crate) map: SourceMap,
}

/// Where the parts of one policy stand in the joint program.
#[derive(Clone, Debug)]
struct Part {
    policy: Policy,
    rules: Range<usize>,
    referrals: Range<usize>,
    beside: Range<usize>,
    instead: Range<usize>,
}

impl Part {
    fn rules(&self) -> impl Iterator<Item = RuleId> + use<> {
        self.rules.clone().map(RuleId::from_index)
    }

    fn referrals(&self) -> impl Iterator<Item = ReferralId> + use<> {
        self.referrals.clone().map(ReferralId::from_index)
    }
}

/// What the linker says of the main policy, and where it stands.
pub(crate) struct Told<'t> {
    /// What its sentences say of other policies.
    pub(crate) references: &'t [Reference],
    /// Where its facts are declared.
    pub(crate) declared: &'t dyn Fn(FactId) -> Option<Span>,
    /// Where problems go.
    pub(crate) problems: &'t mut Problems,
}

impl Told<'_> {
    /// A problem with a place, where there is one.
    fn say(&mut self, problem: Diagnostic, at: Option<Span>) {
        self.problems.push(match at {
            Some(span) => problem.at(span),
            None => problem,
        });
    }

    /// Where the main policy speaks of clauses of another one.
    fn place(&self, of: &Elsewhere) -> Option<Span> {
        self.references.iter().find(|it| it.of == *of).map(|it| it.span)
    }
}

/// Links a program with its companions. Meaningful only where none of them has errors.
pub(crate) fn link(main: Unit, others: Vec<Unit>, told: &mut Told<'_>) -> (Program, SourceMap) {
    let Unit { program: mut joint, mut map } = main;
    let mut parts = vec![Part {
        policy: joint.policy.clone(),
        rules: 0..joint.rules.len(),
        referrals: 0..joint.referrals.len(),
        beside: 0..joint.settlement.beside.len(),
        instead: 0..joint.settlement.instead.len(),
    }];
    for other in others {
        parts.push(append::append(&mut joint, &mut map, &other, told));
    }
    let Some(order) = in_order(&joint, &parts, told) else { return (joint, map) };
    for at in order {
        refer::link(&mut joint, &mut map, &parts, at, told);
    }
    across::link(&mut joint, &mut map, &parts);
    joint.claimable.sort_by(|(one, _), (other, _)| one.cmp(other));
    joint.claimable.dedup_by(|(one, _), (other, _)| one == other);
    (joint, map)
}

/// The policies such that each comes behind those that it leaves sums to; `None` where they stand in a circle.
fn in_order(joint: &Program, parts: &[Part], told: &mut Told<'_>) -> Option<Vec<usize>> {
    let reads = |part: &Part| -> Vec<usize> {
        let of = part.referrals().filter_map(|it| joint.referrals.get(it));
        of.filter_map(|it| part_called(parts, &it.of.title)).collect()
    };
    let all: Vec<Vec<usize>> = parts.iter().map(reads).collect();
    let mut order: Vec<usize> = Vec::new();
    while order.len() < parts.len() {
        let ready = |(at, of): &(usize, &Vec<usize>)| !order.contains(at) && of.iter().all(|it| order.contains(it));
        let Some((next, _)) = all.iter().enumerate().find(ready) else {
            let left: Vec<&Policy> =
                parts.iter().enumerate().filter(|(at, _)| !order.contains(at)).map(|(_, part)| &part.policy).collect();
            let titles: Vec<&str> = left.iter().map(|it| it.short()).collect();
            let speaks = |it: &&Reference| left.iter().any(|policy| policy.is(&it.of.title));
            let at = told.references.iter().find(speaks).map(|it| it.span);
            let problem = Diagnostic::new(tiaoli_source::Code::COMPANION_CIRCLE).arg("titles", titles.join("、"));
            told.say(problem, at);
            return None;
        };
        order.push(next);
    }
    Some(order)
}

/// The policy of this title.
fn part_called(parts: &[Part], title: &str) -> Option<usize> {
    parts.iter().position(|part| part.policy.is(title))
}

/// The rules of a policy that are meant: those that the ids name, else all.
fn meant(joint: &Program, part: &Part, of: &Elsewhere) -> Vec<RuleId> {
    let named = |rule: RuleId, id: &str| {
        let Some(it) = joint.rules.get(rule) else { return false };
        let id = match it.policy {
            Some(_) => ast::Elsewhere::qualified(part.policy.short(), id),
            None => id.to_owned(),
        };
        let inside = |own: &str| own.strip_prefix(&id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        it.id == id || it.clauses.iter().filter_map(|it| joint.clauses.get(*it)).any(|it| inside(&it.id))
    };
    part.rules().filter(|rule| of.ids.is_empty() || of.ids.iter().any(|id| named(*rule, id))).collect()
}

/// The name of a level, for people.
fn level_name(program: &Program, level: LevelId) -> String {
    program.levels.get(level).map(|it| it.name.zh.clone()).unwrap_or_default()
}
