//! Several awards: keys that exist, awards that exist, whom a joint limit is for.

use super::expression::money;
use super::{Context, award, condition, no_zip};
use crate::resolve::figure;
use std::collections::BTreeSet;
use tiaoli_eval::program::{Absence, Place, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{Exclusive, Fallback, Id, Joint, Manner, Most, Name, Per, PerKind, SettlementKind};

/// Every sentence on several awards, of the settlement and of articles.
pub(super) fn check(context: &mut Context<'_, '_>) {
    let resolved = context.resolved;
    for it in &resolved.across {
        context.clause.clone_from(&it.sentence.id.text);
        match &it.sentence.kind {
            SettlementKind::Stacking(stacking) => {
                for id in stacking.ids.iter().chain(&stacking.with) {
                    award_named(context, id);
                }
            }
            SettlementKind::Joint(it) => joint(context, it),
            SettlementKind::Order(steps) => order(context, steps),
            SettlementKind::Fallback(it) => fallback(context, it),
            SettlementKind::After(it) => {
                for id in it.ids.iter().chain(&it.first) {
                    award_named(context, id);
                }
            }
            _ => {}
        }
    }
    let mut orders = resolved.across.iter().filter(|it| matches!(it.sentence.kind, SettlementKind::Order(_)));
    if let Some(first) = orders.next() {
        for twin in orders.filter(|it| it.when == first.when) {
            let problem = Diagnostic::new(Code::SETTLEMENT_TWICE).at(twin.sentence.span).also(first.sentence.span);
            context.problem(problem);
        }
    }
}

/// 同一 …
pub(super) fn exclusive(context: &mut Context<'_, '_>, it: &Exclusive) {
    for part in &it.same {
        key(context, part);
    }
    if let [only] = it.same.as_slice() {
        super::rows::rivals(context, only, &it.between, &it.except);
    }
    if let Some(when) = &it.when {
        condition::check(context, when);
        no_zip(context, when);
    }
    for id in it.between.iter().chain(&it.except) {
        award_named(context, id);
    }
    if let [only] = it.between.as_slice()
        && it.with.is_empty()
        && !is_section(context, only)
    {
        context.problem(Diagnostic::new(Code::ONE_RIVAL).at(only.span).arg("id", &only.text));
    }
    if let Manner::Choice(Some((fact, values))) = &it.manner {
        choice(context, it, fact, values);
    }
}

/// The awards of this policy must exist; those of another are looked for where it is linked.
fn fallback(context: &mut Context<'_, '_>, it: &Fallback) {
    if let (Some(first), Some(then)) = (&it.first_of, &it.then_of) {
        let problem = Diagnostic::new(Code::OTHERS_FALLBACK).at(first.span.to(then.span));
        context.problem(problem.arg("first", &first.text).arg("then", &then.text));
        return;
    }
    let first = it.first.iter().filter(|_| it.first_of.is_none());
    for id in first.chain(it.then.iter().filter(|_| it.then_of.is_none())) {
        award_named(context, id);
    }
}

/// One part of a key: an entity, or a fact that has one value for each project.
fn key(context: &mut Context<'_, '_>, name: &Name) {
    let dictionary = &context.resolved.dictionary;
    if let Some(level) = dictionary.entity(&name.text) {
        let place = dictionary.levels.get(level).map(|it| it.place);
        if let Some(Place::List(fact)) = place {
            context.used.insert(fact);
        } else if !matches!(place, Some(Place::Project | Place::Applicant)) {
            context.problem(Diagnostic::new(Code::KEY_NOT_SINGLE).at(name.span).arg("name", &name.text));
        }
        return;
    }
    if dictionary.one(name).is_none() && dictionary.fact(&name.text) == crate::resolve::Found::Nothing {
        let names = Value::list(dictionary.entity_names());
        context.problem(Diagnostic::new(Code::UNKNOWN_KEY).at(name.span).arg("name", &name.text).arg("names", names));
        return;
    }
    let Some(fact) = context.fact(name) else { return };
    let dictionary = &context.resolved.dictionary;
    let level = dictionary.facts.get(fact).and_then(|it| dictionary.levels.get(it.level));
    if !matches!(level.map(|it| it.place), Some(Place::Project | Place::Applicant | Place::List(_))) {
        context.problem(Diagnostic::new(Code::KEY_NOT_SINGLE).at(name.span).arg("name", &name.text));
    }
}

/// 择一（X 为 a、b）: as many values as awards; a fact that an applicant may leave out.
fn choice(context: &mut Context<'_, '_>, it: &Exclusive, name: &Name, values: &[Name]) {
    if values.len() != it.between.len() {
        context.problem(
            Diagnostic::new(Code::CHOICE_ARITY)
                .at(name.span)
                .arg("values", values.len())
                .arg("awards", it.between.len()),
        );
    }
    let Some(fact) = context.fact(name) else { return };
    let Some(found) = context.resolved.dictionary.facts.get(fact) else { return };
    let (ty, absence, level) = (found.ty.clone(), found.absence, found.level);
    let Ty::Member(members) = ty else {
        context.problem(Diagnostic::new(Code::CHOICE_OF_WHAT).at(name.span).arg("name", &name.text));
        return;
    };
    if !context.in_reach(level) {
        context.problem(Diagnostic::new(Code::KEY_NOT_SINGLE).at(name.span).arg("name", &name.text));
    } else if absence != Absence::None {
        context.problem(Diagnostic::new(Code::CHOICE_REQUIRED).at(name.span).arg("name", &name.text));
    }
    for value in values {
        if context.resolved.dictionary.member(members, &value.text).is_none() {
            let all = context.resolved.dictionary.enums.get(members).map(|it| &it.members);
            let all = Value::list(all.into_iter().flatten().map(|member| member.zh.clone()));
            context.problem(
                Diagnostic::new(Code::UNKNOWN_MEMBER)
                    .at(value.span)
                    .arg("fact", &name.text)
                    .arg("name", &value.text)
                    .arg("members", all),
            );
        }
    }
}

fn joint(context: &mut Context<'_, '_>, it: &Joint) {
    for id in &it.ids {
        award_named(context, id);
    }
    award::limit(context, &it.per);
    let whom = |per: &Per| matches!(per.kind, PerKind::Entity(_));
    match &it.most {
        Most::Sum(sum) => {
            money(context, sum);
            award::constant(context, sum);
            if !it.per.iter().any(whom) {
                context.problem(Diagnostic::new(Code::JOINT_FOR_WHOM).at(sum.span));
            }
        }
        Most::Count(quantity) => {
            if figure(quantity).is_none_or(|it| it.scale != 0 || it.unit == Unit::yuan()) {
                context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(quantity.span));
            }
            if !it.per.iter().any(whom) {
                context.problem(Diagnostic::new(Code::JOINT_FOR_WHOM).at(quantity.span));
            }
        }
    }
}

fn order(context: &mut Context<'_, '_>, steps: &[Vec<Id>]) {
    let mut seen = BTreeSet::new();
    for id in steps.iter().flatten() {
        award_named(context, id);
        if !seen.insert(&id.text) {
            context.problem(Diagnostic::new(Code::ORDER_TWICE).at(id.span).arg("id", &id.text));
        }
    }
}

/// An id must be that of an award, of a clause that an award takes in, or of a section with awards.
pub(super) fn award_named(context: &mut Context<'_, '_>, id: &Id) {
    let known = is_section(context, id)
        || context
            .resolved
            .articles
            .iter()
            .any(|article| article.sentences.iter().any(|it| it.sentence.id.text == id.text));
    if !known {
        context.problem(Diagnostic::new(Code::MEETS_NOTHING).at(id.span).arg("id", &id.text));
    }
}

/// Whether an id is that of an article, or of a section with articles.
fn is_section(context: &Context<'_, '_>, id: &Id) -> bool {
    let inside =
        |article: &str| article.strip_prefix(&id.text).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    context.resolved.articles.iter().any(|article| inside(&article.id.text))
}
