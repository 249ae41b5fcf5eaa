//! Sentences to rules: one rule for each clause that grants something, with its conditions and forms under every reading.

use super::award::{CeilingRule, always, form};
use super::builder::Builder;
use super::definition::worlds;
use super::gates::{Place, names_of_award, refusal_gates, scope_gates};
use super::{outcome, referral};
use crate::resolve::{Article, General, Slotted};
use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, Gate, GateKind, Limit, LimitId, OptionId, ReadingId, Rule, RuleId, When};
use tiaoli_eval::table::{Id, Table};
use tiaoli_source::document::ClauseKind;
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast::{self, Award, ModifierKind, Part, Scope, Sentence, SentenceKind};

/// The most combinations of readings that one rule holds.
const MOST_FORMS: usize = 256;

/// What every rule shares.
pub(super) struct Shared<'a> {
    /// Gates of the policy's validity.
    pub(super) gates: Vec<(When, Gate)>,
    /// Conditions of every award, and of those that they name.
    pub(super) general: Vec<((ClauseId, When), General<'a>)>,
    /// Who decides ceilings.
    pub(super) ceilings: Vec<(When, CeilingRule)>,
}

/// The rules of every article, in document order.
pub(super) fn lower(
    builder: &mut Builder<'_, '_>,
    limits: &mut Table<LimitId, Limit>,
    problems: &mut Problems,
) -> Table<RuleId, Rule> {
    let resolved = builder.resolved;
    let project = builder.at;
    let reads = outcome::reads(resolved);
    let read: BTreeSet<ClauseId> = reads.values().flatten().copied().collect();
    let mut shared: Option<(usize, Shared<'_>)> = None;
    let mut decided = outcome::Decided::new();
    for (at, clause) in outcome::in_order(resolved, &reads, problems) {
        let Some(article) = resolved.articles.get(at) else { continue };
        builder.at = resolved.level_of(article);
        let of_article = match shared.take().filter(|(known, _)| *known == at) {
            Some((_, of_article)) => of_article,
            None => super::settlement::shared(builder),
        };
        let none = BTreeSet::new();
        let rule = rule(builder, &of_article, limits, article, clause, reads.get(&clause).unwrap_or(&none), problems);
        shared = Some((at, of_article));
        if read.contains(&clause) && !outcome::keep(builder, &rule, clause) {
            too_many(article, &rule.id, problems);
        }
        decided.insert(clause, rule);
    }
    builder.at = project;
    outcome::in_document_order(decided)
}

fn too_many(article: &Article<'_>, id: &str, problems: &mut Problems) {
    problems.push(Diagnostic::new(Code::READINGS_TOO_MANY).at(article.span).arg("id", id).arg("most", MOST_FORMS));
}

/// The clauses of an article that grant something, in order.
pub(super) fn award_clauses(article: &Article<'_>) -> Vec<ClauseId> {
    let mut clauses: Vec<ClauseId> = Vec::new();
    for slotted in &article.sentences {
        if matches!(slotted.sentence.kind, SentenceKind::Award(_)) && !clauses.contains(&slotted.clause) {
            clauses.push(slotted.clause);
        }
    }
    clauses
}

pub(super) fn awards<'s, 'a>(
    article: &'s Article<'a>,
    clause: ClauseId,
) -> impl Iterator<Item = (&'s Slotted<'a, Sentence>, &'a Award)> {
    article.sentences.iter().filter(move |it| it.clause == clause).filter_map(|it| match &it.sentence.kind {
        SentenceKind::Award(award) => Some((it, award)),
        SentenceKind::Scope(_)
        | SentenceKind::Part(_)
        | SentenceKind::Exclusion(_)
        | SentenceKind::Meaning(_)
        | SentenceKind::Deeming(_)
        | SentenceKind::Across(_) => None,
    })
}

fn scopes<'s, 'a>(
    article: &'s Article<'a>,
    award: &'s str,
) -> impl Iterator<Item = (&'s Slotted<'a, Sentence>, &'a Scope, bool)> {
    let governs = move |scope: &Scope| scope.only_for.is_empty() || scope.only_for.iter().any(|id| id.text == award);
    article.sentences.iter().filter_map(move |it| match &it.sentence.kind {
        SentenceKind::Scope(scope) if governs(scope) => Some((it, scope, false)),
        SentenceKind::Exclusion(scope) if governs(scope) => Some((it, scope, true)),
        _ => None,
    })
}

/// The 其中 sentences that limit the award of `clause`: those after it and before the next award; replacements stand
/// with the sentence they replace.
fn parts<'s, 'a>(article: &'s Article<'a>, clause: ClauseId) -> Vec<(&'s Slotted<'a, Sentence>, &'a Part)> {
    let mut last = award_clauses(article).first().copied();
    let mut found = Vec::new();
    for it in &article.sentences {
        match &it.sentence.kind {
            SentenceKind::Award(_) => last = Some(it.clause),
            SentenceKind::Part(part) if last == Some(clause) => found.push((it, part)),
            SentenceKind::Part(_)
            | SentenceKind::Scope(_)
            | SentenceKind::Exclusion(_)
            | SentenceKind::Meaning(_)
            | SentenceKind::Deeming(_)
            | SentenceKind::Across(_) => {}
        }
    }
    found
}

fn rule(
    builder: &mut Builder<'_, '_>,
    shared: &Shared<'_>,
    limits: &mut Table<LimitId, Limit>,
    article: &Article<'_>,
    clause: ClauseId,
    reads: &BTreeSet<ClauseId>,
    problems: &mut Problems,
) -> Rule {
    let id = text(builder, clause);
    let mut clauses = BTreeSet::from([clause]);
    let granted = super::granted::of(article, clause);
    let mut gates = granted.under(&shared.gates);
    let mut forms = Vec::new();
    let mut rests_on = BTreeSet::new();
    let parts = parts(article, clause);
    clauses.extend(parts.iter().map(|(it, _)| it.clause));
    // What an article of one award says of several is said of that one.
    if award_clauses(article).len() == 1 {
        let across = article.sentences.iter().filter(|it| matches!(it.sentence.kind, SentenceKind::Across(_)));
        clauses.extend(across.map(|it| it.clause));
    }
    for (it, general) in &shared.general {
        if general.scope.only_for.is_empty() || general.scope.only_for.iter().any(|only| is_inside(&id, &only.text)) {
            let (clause, when) = it;
            for when in granted.governed(&general.scope.only_for, false, when) {
                let place = Place { when, kind: GateKind::Scope, clause: *clause };
                if general.excludes {
                    refusal_gates(builder, &mut gates, &place, &general.scope.condition);
                } else {
                    rests_on.extend(scope_gates(builder, &mut gates, place, &general.scope.condition, None));
                }
            }
        }
    }
    // Once for each combination of readings of what other awards come to; once where it reads none.
    for (under, reading) in outcome::readings(builder, reads) {
        builder.reading = reading;
        for (it, scope, excludes) in scopes(article, &id) {
            for when in granted.governed(&scope.only_for, true, &it.when) {
                clauses.insert(it.clause);
                let Some(when) = when.and(&under) else { continue };
                let place = Place { when, kind: GateKind::Scope, clause: it.clause };
                if excludes {
                    refusal_gates(builder, &mut gates, &place, &scope.condition);
                } else {
                    rests_on.extend(scope_gates(builder, &mut gates, place, &scope.condition, None));
                }
            }
        }
        for (it, fallback) in outcome::fallbacks(builder.resolved, article, &id) {
            if it.article.is_some() {
                clauses.insert(it.clause);
            }
            builder.span = it.sentence.span;
            let node = match &fallback.first_of {
                None => Some(outcome::refused(builder, &fallback.first)),
                Some(title) => referral::refused(builder, title, &fallback.first, it.clause),
            };
            // Another policy that is not here takes no part.
            let Some(node) = node else { continue };
            rests_on.insert(it.clause);
            let Some(when) = it.when.and(&under) else { continue };
            gates.push((when, Gate { node, kind: GateKind::Scope, clause: it.clause }));
        }
        for (it, award) in awards(article, clause) {
            let Some(own) = it.when.and(&under) else { continue };
            if let Some(subject) = &award.subject {
                let place = Place { when: own.clone(), kind: GateKind::Condition, clause };
                rests_on.extend(scope_gates(builder, &mut gates, place, subject, Some(award)));
            }
            for except in award.modifiers.iter().filter_map(|it| match &it.kind {
                ModifierKind::Except(who) => Some(&**who),
                _ => None,
            }) {
                let place = Place { when: own.clone(), kind: GateKind::Condition, clause };
                refusal_gates(builder, &mut gates, &place, except);
            }
            for (when, rule) in &shared.ceilings {
                for (combined, chosen) in combinations(&parts, &own) {
                    let Some(when) = combined.and(when) else { continue };
                    for (world, asked) in worlds(builder, &names_of_award(builder, award, &chosen)) {
                        let Some(when) = when.and(&world) else { continue };
                        builder.asked = asked;
                        forms.push((when, form(builder, limits, award, &chosen, *rule, clause)));
                        builder.asked = Vec::new();
                    }
                }
            }
        }
    }
    builder.reading.clear();
    rests_on.extend(&clauses);
    if forms.len() > MOST_FORMS {
        too_many(article, &id, problems);
    }
    gates.retain(|(_, gate)| !always(builder, gate.node));
    Rule {
        id,
        policy: None,
        readings: about(builder, &rests_on),
        clauses: clauses.into_iter().collect(),
        level: builder.at,
        gates,
        forms,
    }
}

/// Each choice among the alternatives of the 其中 sentences that can stand together with `when`.
fn combinations<'a>(parts: &[(&Slotted<'_, Sentence>, &'a Part)], when: &When) -> Vec<(When, Vec<&'a Part>)> {
    let mut slots: Vec<(ClauseId, Vec<(&When, &'a Part)>)> = Vec::new();
    for (it, part) in parts {
        match slots.iter_mut().find(|(clause, _)| *clause == it.clause) {
            Some((_, alternatives)) => alternatives.push((&it.when, part)),
            None => slots.push((it.clause, vec![(&it.when, part)])),
        }
    }
    let mut combined = vec![(when.clone(), Vec::new())];
    for (_, alternatives) in slots {
        let mut next = Vec::new();
        for (so_far, chosen) in &combined {
            let mut none: Vec<OptionId> = Vec::new();
            for (when, part) in &alternatives {
                none.extend(&when.all);
                if let Some(when) = so_far.and(when) {
                    let mut chosen: Vec<&'a Part> = chosen.clone();
                    chosen.push(part);
                    next.push((when, chosen));
                }
            }
            // A part that only other readings add is absent where none of them is asked for.
            if alternatives.iter().all(|(when, _)| !when.all.is_empty())
                && let Some(when) = so_far.and(&When { all: Vec::new(), none })
            {
                next.push((when, chosen.clone()));
            }
        }
        combined = next;
    }
    combined
}

fn is_inside(id: &str, unit: &str) -> bool {
    id.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The questions that are about any of these clauses.
pub(super) fn about(builder: &Builder<'_, '_>, clauses: &BTreeSet<ClauseId>) -> Vec<ReadingId> {
    let about = builder.resolved.about.iter();
    about.filter(|(_, of)| of.iter().any(|clause| clauses.contains(clause))).map(|(id, _)| *id).collect()
}

pub(super) fn text(builder: &Builder<'_, '_>, clause: ClauseId) -> String {
    builder.resolved.document.clauses.get(clause.index()).map(|it| it.id.to_string()).unwrap_or_default()
}

/// The ids by which a rule can be claimed: its canonical one first. Where an article has one rule and no other clause,
/// the article's own number is the canonical one; parts and conditions of that rule are other names of it.
pub(super) fn names(builder: &Builder<'_, '_>, article: &Article<'_>, rule: &Rule, alone: bool) -> Vec<String> {
    let document = builder.resolved.document;
    let unit = article.id.text.as_str();
    let all = document
        .under(unit)
        .into_iter()
        .filter(|at| document.clauses.get(*at).is_some_and(|it| it.kind == ClauseKind::Text))
        .all(|at| rule.clauses.contains(&ClauseId::from_index(at)));
    let mut names = Vec::new();
    if alone && all {
        names.push(unit.to_owned());
    }
    names.push(rule.id.clone());
    if alone {
        names.extend(rule.clauses.iter().map(|clause| text(builder, *clause)));
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// The scopes that one rule alone rests on are other names of it.
pub(super) fn scope_names(article: &Article<'_>) -> Vec<(String, Vec<String>)> {
    article
        .sentences
        .iter()
        .filter_map(|it| match &it.sentence.kind {
            SentenceKind::Scope(scope) if !scope.only_for.is_empty() && it.when.all.is_empty() => {
                Some((it.sentence.id.text.clone(), scope.only_for.iter().map(|id: &ast::Id| id.text.clone()).collect()))
            }
            _ => None,
        })
        .collect()
}
