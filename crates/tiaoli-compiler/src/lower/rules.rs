//! Sentences to rules: one rule for each clause that grants something, with its conditions and forms under every reading.

use super::award::{CeilingRule, always, form};
use super::builder::Builder;
use super::condition::lower as condition;
use crate::resolve::{Article, Slotted};
use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, Gate, GateKind, Limit, LimitId, OptionId, ReadingId, Rule, RuleId, When};
use tiaoli_eval::table::{Id, Table};
use tiaoli_source::document::ClauseKind;
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast::{self, Award, Condition, ConditionKind, Part, Scope, Sentence, SentenceKind};

/// The most combinations of readings that one rule holds.
const MOST_FORMS: usize = 256;

/// What every rule shares.
pub(super) struct Shared {
    /// Gates of the policy's validity, and conditions of every award.
    pub(super) gates: Vec<(When, Gate)>,
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
    let mut rules: Vec<Rule> = Vec::new();
    for article in &resolved.articles {
        builder.at = resolved.level_of(article);
        let shared = super::settlement::shared(builder);
        for clause in award_clauses(article) {
            rules.push(rule(builder, &shared, limits, article, clause, problems));
        }
    }
    builder.at = project;
    rules.sort_by_key(|rule| rule.clauses.iter().copied().max());
    rules.into_iter().collect()
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

fn awards<'s, 'a>(
    article: &'s Article<'a>,
    clause: ClauseId,
) -> impl Iterator<Item = (&'s Slotted<'a, Sentence>, &'a Award)> {
    article.sentences.iter().filter(move |it| it.clause == clause).filter_map(|it| match &it.sentence.kind {
        SentenceKind::Award(award) => Some((it, award)),
        SentenceKind::Scope(_) | SentenceKind::Part(_) => None,
    })
}

fn scopes<'s, 'a>(
    article: &'s Article<'a>,
    award: &'s str,
) -> impl Iterator<Item = (&'s Slotted<'a, Sentence>, &'a Scope)> {
    article.sentences.iter().filter_map(move |it| match &it.sentence.kind {
        SentenceKind::Scope(scope) if scope.only_for.is_empty() || scope.only_for.iter().any(|id| id.text == award) => {
            Some((it, scope))
        }
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
            SentenceKind::Part(_) | SentenceKind::Scope(_) => {}
        }
    }
    found
}

fn rule(
    builder: &mut Builder<'_, '_>,
    shared: &Shared,
    limits: &mut Table<LimitId, Limit>,
    article: &Article<'_>,
    clause: ClauseId,
    problems: &mut Problems,
) -> Rule {
    let id = text(builder, clause);
    let mut clauses = BTreeSet::from([clause]);
    let mut gates = shared.gates.clone();
    for (it, scope) in scopes(article, &id) {
        clauses.insert(it.clause);
        push_gates(builder, &mut gates, &it.when, &scope.condition, GateKind::Scope, it.clause);
    }
    let parts = parts(article, clause);
    clauses.extend(parts.iter().map(|(it, _)| it.clause));
    let mut forms = Vec::new();
    let mut rests_on = clauses.clone();
    for (it, award) in awards(article, clause) {
        if let Some(subject) = &award.subject {
            rests_on.extend(subject_gates(builder, &mut gates, &it.when, subject, clause));
        }
        for (when, rule) in &shared.ceilings {
            for (combined, chosen) in combinations(&parts, &it.when) {
                let Some(when) = both(&combined, when) else { continue };
                forms.push((when, form(builder, limits, award, &chosen, *rule, clause)));
            }
        }
    }
    if forms.len() > MOST_FORMS {
        problems.push(Diagnostic::new(Code::READINGS_TOO_MANY).at(article.span).arg("id", &id).arg("most", MOST_FORMS));
    }
    gates.retain(|(_, gate)| !always(builder, gate.node));
    Rule {
        id,
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
                if let Some(when) = both(so_far, when) {
                    let mut chosen: Vec<&'a Part> = chosen.clone();
                    chosen.push(part);
                    next.push((when, chosen));
                }
            }
            // A part that only other readings add is absent where none of them is asked for.
            if alternatives.iter().all(|(when, _)| !when.all.is_empty())
                && let Some(when) = both(so_far, &When { all: Vec::new(), none })
            {
                next.push((when, chosen.clone()));
            }
        }
        combined = next;
    }
    combined
}

/// Where both apply; `None` where that cannot be.
pub(super) fn both(a: &When, b: &When) -> Option<When> {
    let join = |x: &[OptionId], y: &[OptionId]| {
        x.iter().chain(y).copied().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    let when = When { all: join(&a.all, &b.all), none: join(&a.none, &b.none) };
    (!when.all.iter().any(|option| when.none.contains(option))).then_some(when)
}

/// One gate for each condition that stands beside the others.
pub(super) fn push_gates(
    builder: &mut Builder<'_, '_>,
    gates: &mut Vec<(When, Gate)>,
    when: &When,
    it: &Condition,
    kind: GateKind,
    clause: ClauseId,
) {
    match &it.kind {
        ConditionKind::All(all) => all.iter().for_each(|it| push_gates(builder, gates, when, it, kind, clause)),
        _ => {
            let node = condition(builder, it);
            gates.push((when.clone(), Gate { node, kind, clause }));
        }
    }
}

/// The gates of 对 … 的; 符合 x stands for every condition of x's own sentence, under each of its readings. Returns the
/// clauses taken over.
fn subject_gates(
    builder: &mut Builder<'_, '_>,
    gates: &mut Vec<(When, Gate)>,
    when: &When,
    subject: &Condition,
    clause: ClauseId,
) -> Vec<ClauseId> {
    let mut taken = Vec::new();
    let conjuncts: Vec<&Condition> = match &subject.kind {
        ConditionKind::All(all) => all.iter().collect(),
        _ => vec![subject],
    };
    for it in conjuncts {
        match &it.kind {
            ConditionKind::Meets(id) => {
                let resolved = builder.resolved;
                let other = builder.clause(&id.text);
                taken.push(other);
                for article in &resolved.articles {
                    for (slotted, award) in awards(article, other) {
                        if let (Some(subject), Some(when)) = (&award.subject, both(when, &slotted.when)) {
                            push_gates(builder, gates, &when, subject, GateKind::Condition, other);
                        }
                    }
                }
            }
            _ => push_gates(builder, gates, when, it, GateKind::Condition, clause),
        }
    }
    taken
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
