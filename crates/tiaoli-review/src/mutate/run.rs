//! Each mutant against the golden cases.

use super::{Edit, Mutant, Mutation, Slip, Verdict, edits};
use crate::cases::{node, passes};
use crate::probe::Prober;
use std::sync::atomic::{AtomicUsize, Ordering};
use tiaoli_compiler::Package;
use tiaoli_compiler::cases::Case;
use tiaoli_compiler::rework::{At, Rework};
use tiaoli_eval::application::Application;
use tiaoli_eval::program::{Effect, Program};
use tiaoli_eval::selection::select;
use tiaoli_syntax::ast::Item;

/// Tries every slip on a package that compiles and whose cases pass, or on the article `only`. `progress` hears how many are done, and of how many.
#[must_use]
pub fn mutate(
    package: &Package,
    program: &Program,
    cases: &[Case],
    only: Option<&str>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Mutation {
    let Some(rework) = Rework::new(package) else { return Mutation::default() };
    let work: Vec<(At, Edit)> = rework
        .items()
        .filter(|(_, item, _)| is_rule(item))
        .filter(|(_, item, text)| {
            only.is_none_or(|only| family(text.get(item.span().range()).unwrap_or_default()) == only)
        })
        .flat_map(|(at, item, text)| {
            edits::of(program, text, item.span().range()).into_iter().map(move |edit| (at, edit))
        })
        .collect();
    let judge = Judge::new(program, cases);
    let done = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(8);
    let mut results: Vec<(usize, Option<Mutant>)> = Vec::new();
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                let (mut rework, work, judge, done) = (rework.clone(), &work, &judge, &done);
                scope.spawn(move || {
                    let mut results = Vec::new();
                    for (index, (at, edit)) in work.iter().enumerate().skip(thread).step_by(threads) {
                        results.push((index, judge.mutant(&mut rework, *at, edit)));
                        progress(done.fetch_add(1, Ordering::Relaxed) + 1, work.len());
                    }
                    results
                })
            })
            .collect();
        for handle in handles {
            // A thread that stopped leaves its mutants out; they are then neither killed nor alive.
            results.extend(handle.join().unwrap_or_default());
        }
    });
    results.sort_by_key(|(index, _)| *index);
    let stillborn = results.iter().filter(|(_, mutant)| mutant.is_none()).count();
    let mut mutants: Vec<Mutant> = results.into_iter().filter_map(|(_, mutant)| mutant).collect();
    if only.is_none() {
        mutants.extend(judge.readings());
    }
    Mutation { mutants, stillborn }
}

/// Whether an item says what is granted: vocabulary, register and cases are no rules.
fn is_rule(item: &Item) -> bool {
    !matches!(
        item,
        Item::Policy(_)
            | Item::Ladder(_)
            | Item::Entity(_)
            | Item::Declaration(_)
            | Item::Reading(_)
            | Item::Setting(_)
            | Item::Case(_)
            | Item::QueueCase(_)
            | Item::Procedure(_)
    )
}

/// What mutants are held against.
struct Judge<'a> {
    program: &'a Program,
    /// The cases with what is said in them.
    cases: Vec<(usize, &'a Case, Application)>,
    rules: Vec<&'a str>,
    prober: Prober<'a>,
}

impl<'a> Judge<'a> {
    fn new(program: &'a Program, cases: &'a [Case]) -> Self {
        let reader = tiaoli_json::Reader::new(program);
        let read = |(index, case): (usize, &'a Case)| {
            let application = case.confirmed.then(|| reader.read(&node(&case.given)).ok())?;
            Some((index, case, application?))
        };
        let rules = program.rules.iter().map(|(_, rule)| rule.id.as_str()).collect();
        let prober = Prober::new(program, cases);
        Self { program, cases: cases.iter().enumerate().filter_map(read).collect(), rules, prober }
    }

    /// What comes of one edit; `None` where it does not compile.
    fn mutant(&self, rework: &mut Rework, at: At, edit: &Edit) -> Option<Mutant> {
        let (item, text) = rework
            .items()
            .find(|(place, ..)| *place == at)
            .map(|(_, item, text)| (item.span().range(), text.to_owned()))?;
        let mut written = text.get(item.clone())?.to_owned();
        written.replace_range(edit.range.start - item.start..edit.range.end - item.start, &edit.text);
        let program = rework.with(at, &written)?;
        let same_rules = program.rules.iter().map(|(_, rule)| rule.id.as_str()).eq(self.rules.iter().copied());
        let family = family(text.get(item).unwrap_or_default());
        let verdict = match same_rules.then(|| self.killer(&program, family)) {
            None => Verdict::Killed(0),
            Some(Some(case)) => Verdict::Killed(case),
            Some(None) if same(self.program, &program) => Verdict::SameProgram,
            Some(None) => self.prober.tell(&program, family),
        };
        Some(Mutant { at: Some(at), edit: edit.clone(), verdict })
    }

    /// The first case that fails, those of the item's own article first.
    fn killer(&self, program: &Program, family: &str) -> Option<usize> {
        let own = |case: &Case| case.ids.iter().any(|id| id == family || id.starts_with(family));
        let chosen = select(program, &[]).ok()?;
        let fails = |(index, case, application): &(usize, &Case, Application)| {
            let failed = case.outcomes.iter().any(|outcome| {
                if outcome.options.is_empty() {
                    !passes(program, &chosen, application, outcome)
                } else {
                    select(program, &outcome.options).is_ok_and(|it| !passes(program, &it, application, outcome))
                }
            });
            failed.then_some(*index)
        };
        let (first, rest): (Vec<_>, Vec<_>) = self.cases.iter().partition(|(_, case, _)| own(case));
        first.into_iter().find_map(fails).or_else(|| rest.into_iter().find_map(fails))
    }

    /// Each other reading in place of the chosen one.
    fn readings(&self) -> Vec<Mutant> {
        let changes = self.program.options.iter().filter(|(_, option)| option.effect == Effect::Changes);
        changes
            .filter_map(|(id, option)| {
                let selection = select(self.program, &[id]).ok()?;
                let fails = |(index, case, application): &(usize, &Case, Application)| {
                    let mut base = case.outcomes.iter().filter(|outcome| outcome.options.is_empty());
                    base.any(|outcome| !passes(self.program, &selection, application, outcome)).then_some(*index)
                };
                let verdict = match self.cases.iter().find_map(fails) {
                    Some(case) => Verdict::Killed(case),
                    None => self.prober.tell_reading(id),
                };
                let question = self.program.readings.get(option.reading)?;
                let text = format!("{}={}", question.id, option.id);
                Some(Mutant { at: None, edit: Edit { range: 0..0, text, slip: Slip::Reading }, verdict })
            })
            .collect()
    }
}

/// The number of the article that an item is about: `3.3` of 条款 3.3 …; nothing for the settlement.
fn family(item: &str) -> &str {
    let mut words = item.split_whitespace();
    words.nth(1).filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).unwrap_or_default()
}

/// Whether two programs say the same, whatever they were written as.
fn same(a: &Program, b: &Program) -> bool {
    let said = |it: &Program| {
        format!("{:?}{:?}{:?}{:?}{:?}{:?}", it.nodes, it.rules, it.limits, it.targets, it.constraints, it.settlement)
    };
    said(a) == said(b)
}
