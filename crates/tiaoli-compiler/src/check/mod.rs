//! Check: every name is known, units agree, lists under 分别 have equal lengths, nothing is left unused.

pub(crate) mod allocation;
mod award;
mod bands;
mod condition;
pub(crate) mod definition;
mod expression;
mod extreme;
mod first;
mod heads;
mod history;
pub(crate) mod ladder;
mod outcome;
mod payout;
pub(crate) mod procedure;
mod rivalry;
pub(crate) mod rounding;
mod rows;
pub(crate) mod settlement;
pub(crate) mod time;

use crate::resolve::{Found, Resolved};
use std::collections::BTreeSet;
use tiaoli_eval::program::{FactId, LevelId, Place};
use tiaoli_source::{Code, Diagnostic, Problems, Value, suggest};
use tiaoli_syntax::ast::{self, Condition, ConditionKind, SentenceKind};

pub(crate) use bands::{BAND_SCALE, band_ends, inside, is_rest};
pub(crate) use expression::counted;
pub(crate) use first::of_list;
pub(crate) use heads::{months, steps};
pub(crate) use history::of_whom;
pub(crate) use outcome::awards_named;

/// A resolved package whose sentences all make sense.
///
/// Invariant, where no error was reported: every name in a sentence means one fact, member or entity; every
/// expression has a type; every list after 分别 has as many figures as subjects.
#[derive(Debug)]
pub struct Checked<'a>(Resolved<'a>);

impl<'a> std::ops::Deref for Checked<'a> {
    type Target = Resolved<'a>;
    fn deref(&self) -> &Resolved<'a> {
        &self.0
    }
}

/// What a check walks with.
pub(crate) struct Context<'c, 'a> {
    pub(crate) resolved: &'c Resolved<'a>,
    pub(crate) problems: &'c mut Problems,
    /// The level whose row a sentence speaks of.
    pub(crate) at: LevelId,
    /// The clause of the document that the sentence encodes, shown under a problem.
    pub(crate) clause: String,
    /// What the award at hand says is not ruled between its bands.
    pub(crate) unruled: Vec<ast::Band>,
    pub(crate) used: &'c mut BTreeSet<FactId>,
    /// Whether a sentence may read what another award comes to: those that decide on an award may.
    pub(crate) reads_awards: bool,
}

/// Checks every sentence of a package.
pub fn check<'a>(mut resolved: Resolved<'a>, problems: &mut Problems) -> Checked<'a> {
    let mut used = BTreeSet::new();
    definition::settle(&mut resolved, &mut used, problems);
    let project = resolved.dictionary.project();
    {
        let mut context = Context {
            resolved: &resolved,
            problems,
            at: project,
            clause: String::new(),
            reads_awards: false,
            unruled: Vec::new(),
            used: &mut used,
        };
        for article in &resolved.articles {
            if let Some(per) = article.per.filter(|_| !article.definitions) {
                award::per(&mut context, per);
            }
            context.at = resolved.level_of(article);
            for slotted in &article.sentences {
                context.clause.clone_from(&slotted.sentence.id.text);
                context.reads_awards = true;
                match &slotted.sentence.kind {
                    SentenceKind::Scope(scope) | SentenceKind::Exclusion(scope) => {
                        if matches!(slotted.sentence.kind, SentenceKind::Scope(_)) {
                            condition::check_all(&mut context, &scope.condition);
                        } else {
                            condition::check(&mut context, &scope.condition);
                        }
                        no_zip(&mut context, &scope.condition);
                        for id in &scope.only_for {
                            award::names_award(&mut context, article, id);
                        }
                    }
                    SentenceKind::Award(it) => award::check(&mut context, it),
                    SentenceKind::Part(part) => award::part(&mut context, article, slotted, part),
                    SentenceKind::Meaning(_) | SentenceKind::Deeming(_) | SentenceKind::Across(_) => {}
                }
            }
            award::twice(&mut context, article);
            context.at = project;
        }
        context.reads_awards = false;
        settlement::check(&mut context);
        allocation::check(&mut context);
        rivalry::check(&mut context);
        for (_, target) in &resolved.targets {
            context.clause.clone_from(&target.id.text);
            for it in &target.conditions {
                condition::check(&mut context, it);
                no_zip(&mut context, it);
            }
            if let Some(name) = &target.year_fact {
                settlement::year(&mut context, name);
            }
        }
        for it in &resolved.procedures {
            procedure::check(&mut context, it);
        }
        constraints(&mut context);
    }
    definition::unused(&resolved, &used, problems);
    unused(&resolved, &used, problems);
    Checked(resolved)
}

/// Constraints on the lines of the vocabulary; a fact that only a constraint names is not used by it.
fn constraints(context: &mut Context<'_, '_>) {
    for (fact, it) in &context.resolved.dictionary.constraints {
        let before = context.used.clone();
        context.clause.clear();
        if let Some(level) = context.resolved.dictionary.facts.get(*fact).map(|fact| fact.level) {
            context.at = level;
            condition::check(context, it);
        }
        *context.used = before;
    }
}

fn unused(resolved: &Resolved<'_>, used: &BTreeSet<FactId>, problems: &mut Problems) {
    if !resolved.whole {
        return;
    }
    let dictionary = &resolved.dictionary;
    let mut used = used.clone();
    used.extend(dictionary.levels.iter().filter_map(|(_, level)| level.same_by));
    for (share, (above, below)) in &dictionary.ratios {
        if used.contains(share) {
            used.extend([*above, *below]);
        }
    }
    let paid = |fact: &tiaoli_eval::program::Fact| matches!(fact.written, tiaoli_eval::program::Written::Payment(_));
    for (id, fact) in dictionary.facts.iter().take(dictionary.inputs).filter(|(_, fact)| !paid(fact)) {
        let list = dictionary.levels.get(fact.level).is_some_and(|level| level.place == Place::List(id));
        let through =
            list && dictionary.facts.iter().any(|(other, it)| it.level == fact.level && used.contains(&other));
        if !used.contains(&id) && !through {
            let problem = Diagnostic::new(Code::FACT_UNUSED).arg("name", &fact.name.zh);
            problems.push(match dictionary.places.get(id) {
                Some(span) => problem.at(*span),
                None => problem,
            });
        }
    }
}

/// A list in step with figures has no place where there are no figures.
fn no_zip(context: &mut Context<'_, '_>, condition: &Condition) {
    if let Some(zip) = zips(condition).first() {
        context.problem(Diagnostic::new(Code::ZIP_WITHOUT_FIGURES).at(zip.span));
    }
}

/// The lists of a condition that stand in step with figures: 为 a、b; 均达到 30％、50％; bands. 含 a、b may, and need not.
pub(crate) fn zips(condition: &Condition) -> Vec<&Condition> {
    let conjuncts = match &condition.kind {
        ConditionKind::All(all) => all.iter().collect(),
        _ => vec![condition],
    };
    conjuncts.into_iter().filter(|it| zip_length(it) > 1 && !matches!(it.kind, ConditionKind::Has(..))).collect()
}

/// How many members a list has that can stand in step with figures; 0 for anything else.
pub(crate) fn zip_length(condition: &Condition) -> usize {
    match &condition.kind {
        ConditionKind::Is(_, members) | ConditionKind::Has(_, members) => members.len(),
        ConditionKind::Reach { steps, .. } => steps.len(),
        ConditionKind::Bands(_, bands) => bands.len(),
        ConditionKind::Years(years) => years.spans.len(),
        _ => 0,
    }
}

impl Context<'_, '_> {
    /// Reports a problem under the clause at hand.
    pub(crate) fn problem(&mut self, problem: Diagnostic) {
        self.problems.push(if self.clause.is_empty() { problem } else { problem.clause(&self.clause) });
    }

    /// The fact that a name means, or a problem.
    pub(crate) fn fact(&mut self, name: &ast::Name) -> Option<FactId> {
        match self.resolved.dictionary.fact(&name.text) {
            Found::One(fact) => {
                self.used.insert(fact);
                Some(fact).filter(|fact| !self.resolved.dictionary.broken.contains(fact))
            }
            Found::Several => {
                self.problem(Diagnostic::new(Code::AMBIGUOUS_FACT).at(name.span).arg("name", &name.text));
                None
            }
            Found::Nothing => {
                let help = self.unknown_name_help(&name.text);
                self.problem(
                    Diagnostic::new(Code::UNKNOWN_FACT).at(name.span).arg("name", &name.text).arg("help", help),
                );
                None
            }
        }
    }

    /// What may have been meant: a glued line split into known names and words, or the nearest name.
    fn unknown_name_help(&self, name: &str) -> Value {
        let dictionary = &self.resolved.dictionary;
        let known = |part: &str| dictionary.fact(part) != Found::Nothing || dictionary.entity(part).is_some();
        if let Some(spaced) = tiaoli_syntax::split_glued(name, known) {
            return Value::said(
                format!("词之间漏了空格？写成「{spaced}」"),
                format!("is a blank missing? write `{spaced}`"),
            );
        }
        // A name may hold a 的 before another character: 退租日期的天数.
        let counted = ["的天数", "的整月数", "的月数", "的整年数", "的年数", "的年次", "的月次", "的年份"];
        let glued = counted.iter().find_map(|tail| Some((name.strip_suffix(tail)?, tail)));
        if let Some((date, tail)) = glued.filter(|(date, _)| known(date) || *date == "评定日期") {
            return Value::said(
                format!("词之间漏了空格？写成「{date} {tail}」"),
                format!("is a blank missing? write `{date} {tail}`"),
            );
        }
        match suggest(name, dictionary.fact_names()) {
            Some(near) => Value::said(format!("是否想写「{near}」？"), format!("did you mean `{near}`?")),
            None => Value::said("先在 词汇 中声明", "declare it in a 词汇 first"),
        }
    }

    /// 每年 without a fact counts in the vocabulary's year with a default.
    pub(crate) fn use_default_year(&mut self) {
        self.used.extend(self.resolved.dictionary.default_year());
    }

    /// Whether rows of `level` can be spoken of from the level at hand without folding: it, or one above it.
    pub(crate) fn in_reach(&self, level: LevelId) -> bool {
        let levels = &self.resolved.dictionary.levels;
        let mut here = Some(self.at);
        while let Some(id) = here {
            if id == level {
                return true;
            }
            here = levels.get(id).and_then(|it| it.parent);
        }
        false
    }
}
