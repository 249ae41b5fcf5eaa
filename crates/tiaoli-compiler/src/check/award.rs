//! Awards: as many figures as subjects, sums that are money, limits with a scope that exists.

use super::expression::{money, money_unit, number, quantity_type, share, single};
use super::{Context, condition, payout, zip_length, zips};
use crate::resolve::{Article, Slotted, figure};
use tiaoli_eval::program::{FactKind, Place, Ty, Unit, Written};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{
    self, Award, Condition, ConditionKind, ExpressionKind, GrantKind, Modifier, ModifierKind, Part, Per, PerKind,
    Sentence, SentenceKind,
};

/// 每 X of an article: whose rows its rules are decided for.
pub(super) fn per(context: &mut Context<'_, '_>, name: &ast::Name) {
    match context.resolved.dictionary.entity(&name.text) {
        Some(level) => {
            let place = context.resolved.dictionary.levels.get(level).map(|it| it.place);
            if !matches!(place, Some(Place::Applicant | Place::Project | Place::List(_))) {
                context.problem(Diagnostic::new(Code::RULE_PER_WHAT).at(name.span).arg("name", &name.text));
            }
            // Where only some rows are looked at, or none, the list is used all the same.
            if let Some(Place::List(fact)) = place {
                context.used.insert(fact);
            }
        }
        None => unknown_entity(context, name),
    }
}

pub(super) fn unknown_entity(context: &mut Context<'_, '_>, name: &ast::Name) {
    let names = Value::list(context.resolved.dictionary.entity_names());
    context.problem(Diagnostic::new(Code::UNKNOWN_ENTITY).at(name.span).arg("name", &name.text).arg("names", names));
}

/// 适用于: the id must be that of an award of the article.
pub(super) fn names_award(context: &mut Context<'_, '_>, article: &Article<'_>, id: &ast::Id) {
    let known = article
        .sentences
        .iter()
        .any(|it| it.sentence.id.text == id.text && matches!(it.sentence.kind, SentenceKind::Award(_)));
    if !known {
        context.problem(Diagnostic::new(Code::MEETS_NOTHING).at(id.span).arg("id", &id.text));
    }
}

/// One clause grants one thing under one reading.
pub(super) fn twice(context: &mut Context<'_, '_>, article: &Article<'_>) {
    let awards: Vec<&Slotted<'_, Sentence>> =
        article.sentences.iter().filter(|it| matches!(it.sentence.kind, SentenceKind::Award(_))).collect();
    for (index, one) in awards.iter().enumerate() {
        if let Some(first) = awards.iter().take(index).find(|it| it.clause == one.clause && it.when == one.when) {
            context.clause.clone_from(&one.sentence.id.text);
            context.problem(
                Diagnostic::new(Code::AWARD_TWICE)
                    .at(one.sentence.span)
                    .also(first.sentence.span)
                    .arg("id", &one.sentence.id.text),
            );
        }
    }
    let grants = article
        .sentences
        .iter()
        .any(|it| matches!(it.sentence.kind, SentenceKind::Scope(_) | SentenceKind::Part(_) | SentenceKind::Award(_)));
    if awards.is_empty() && context.resolved.whole && (grants || article.sentences.is_empty()) && !article.definitions {
        context.clause.clear();
        context.problem(Diagnostic::new(Code::ARTICLE_WITHOUT_AWARD).at(article.id.span).arg("id", &article.id.text));
    }
}

/// One award sentence.
pub(super) fn check(context: &mut Context<'_, '_>, award: &Award) {
    if let Some(subject) = &award.subject {
        let holes = award.modifiers.iter().filter_map(|it| match &it.kind {
            ModifierKind::Unruled(holes) => Some(holes),
            _ => None,
        });
        context.unruled = holes.flatten().cloned().collect();
        condition::check_all(context, subject);
        context.unruled.clear();
    }
    super::heads::each(context, award);
    let figures = grant(context, award);
    arity(context, award, figures);
    mode(context, award);
    for modifier in &award.modifiers {
        modify(context, award, modifier);
    }
}

/// The grant; how many figures stand after 分别.
fn grant(context: &mut Context<'_, '_>, award: &Award) -> usize {
    match &award.grant.kind {
        GrantKind::Sums(sums) | GrantKind::Ceilings(sums) => {
            for sum in sums {
                granted(context, award, sum);
            }
            sums.len()
        }
        GrantKind::Rates(base, rates) => {
            money(context, base);
            for rate in rates {
                share(context, rate);
            }
            rates.len()
        }
        GrantKind::PerUnit(base, rates) => {
            let base = single(context, base);
            for rate in rates {
                if let (Some(Ty::Number { unit, .. }), Some(Ty::Number { unit: per, .. })) =
                    (&base, quantity_type(context, rate))
                {
                    money_unit(context, &unit.times(&per), rate.span);
                }
            }
            rates.len()
        }
        GrantKind::Heads(of, heads) => {
            super::heads::heads(context, award, of.as_ref(), heads);
            1
        }
        GrantKind::Recover(sum) => {
            money(context, sum);
            1
        }
        GrantKind::Unrated(base) => {
            money(context, base);
            1
        }
        GrantKind::Document(_) | GrantKind::CaseByCase | GrantKind::Unquantified(_) | GrantKind::Right(_) => 1,
    }
}

/// Exactly one list of the subject stands in step with the figures.
fn arity(context: &mut Context<'_, '_>, award: &Award, figures: usize) {
    let conjuncts: Vec<&Condition> = award.subject.iter().flat_map(conjuncts).collect();
    for it in &conjuncts {
        nested(context, it);
    }
    let lists: Vec<&Condition> = conjuncts.into_iter().filter(|it| zip_length(it) > 1).collect();
    let must: Vec<&&Condition> = lists.iter().filter(|it| !matches!(it.kind, ConditionKind::Has(..))).collect();
    if figures <= 1 {
        if let Some(list) = must.first() {
            context.problem(Diagnostic::new(Code::LIST_WITHOUT_RESPECTIVELY).at(list.span));
        }
        return;
    }
    let chosen = if must.len() == 1 {
        must.first().map(|it| **it)
    } else if must.is_empty() && lists.len() == 1 {
        lists.first().copied()
    } else {
        None
    };
    match chosen {
        Some(list) if zip_length(list) == figures => {}
        Some(list) => context.problem(
            Diagnostic::new(Code::ARITY)
                .at(award.grant.span)
                .also(list.span)
                .arg("figures", figures)
                .arg("subjects", zip_length(list)),
        ),
        None => {
            context.problem(Diagnostic::new(Code::RESPECTIVELY_TO_WHAT).at(award.grant.span).arg("figures", figures))
        }
    }
}

/// Rates by band say whether each holds for the whole or for its own part; the parts are those of what is banded.
fn mode(context: &mut Context<'_, '_>, award: &Award) {
    let (Some(subject), GrantKind::Rates(base, _) | GrantKind::PerUnit(base, _)) = (&award.subject, &award.grant.kind)
    else {
        return;
    };
    let rates = matches!(award.grant.kind, GrantKind::Rates(..));
    let Some(ConditionKind::Bands(of, _)) = zips(subject).first().map(|it| &it.kind) else { return };
    let said = |mode: &ModifierKind| {
        award.modifiers.iter().any(|it| std::mem::discriminant(&it.kind) == std::mem::discriminant(mode))
    };
    if rates && !said(&ModifierKind::Whole) && !said(&ModifierKind::Marginal) {
        context.problem(Diagnostic::new(Code::BANDS_WITHOUT_MODE).at(award.grant.span));
    }
    let same = match (&of.kind, &base.kind) {
        (ExpressionKind::Name(of), ExpressionKind::Name(base)) => of.text == base.text,
        _ => false,
    };
    if said(&ModifierKind::Marginal) && !same {
        context.problem(Diagnostic::new(Code::PARTS_OF_SOMETHING_ELSE).at(base.span).also(of.span));
    }
}

/// A list in step with figures cannot stand inside 或, 非 or brackets.
fn nested(context: &mut Context<'_, '_>, condition: &Condition) {
    match &condition.kind {
        ConditionKind::All(of) | ConditionKind::Any(of) => of.iter().for_each(|it| buried(context, it)),
        ConditionKind::Not(of) => buried(context, of),
        _ => {}
    }
}

fn buried(context: &mut Context<'_, '_>, condition: &Condition) {
    if zip_length(condition) > 1 && !matches!(condition.kind, ConditionKind::Has(..)) {
        context.problem(Diagnostic::new(Code::LIST_WITHOUT_RESPECTIVELY).at(condition.span));
    }
    nested(context, condition);
}

/// What is granted: money, or so much of something else.
fn granted(context: &mut Context<'_, '_>, award: &Award, sum: &ast::Expression) {
    if award.grant.in_kind.is_some() {
        let _ = single(context, sum);
    } else {
        money(context, sum);
    }
}

fn modify(context: &mut Context<'_, '_>, award: &Award, modifier: &Modifier) {
    payout::fits(context, award, modifier);
    match &modifier.kind {
        ModifierKind::Instalments(it) => payout::instalments(context, it, modifier.span),
        ModifierKind::Payees(it) | ModifierKind::Payers(it) => payout::split(context, it),
        ModifierKind::Interest(it) => payout::interest(context, it),
        ModifierKind::Promoted(it) => payout::promoted(context, it),
        ModifierKind::Cap { per, sum } => {
            granted(context, award, sum);
            limit(context, per);
            if per.iter().any(|it| matches!(it.kind, PerKind::Year(_))) || !per.is_empty() {
                constant(context, sum);
            }
        }
        ModifierKind::Count { per, quantity } => {
            limit(context, per);
            if figure(quantity).is_none_or(|it| it.scale != 0 || it.unit == Unit::yuan()) {
                context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(quantity.span));
            }
            super::rows::count(context, quantity);
        }
        ModifierKind::Longest(most) if award.monthly => super::heads::longest(context, most),
        ModifierKind::Longest(most) => super::time::longest(context, award, most),
        ModifierKind::Prorated { by, rounded } => {
            super::rounding::prorated(context, by, rounded.as_ref(), modifier.span)
        }
        ModifierKind::CountedBy(_) => {}
        ModifierKind::SumIn(name) => decider(context, name),
        ModifierKind::Shown { .. } => {
            let single = matches!(&award.grant.kind, GrantKind::Sums(sums) if sums.len() == 1);
            if !single && !matches!(award.grant.kind, GrantKind::Unrated(_)) {
                context.problem(Diagnostic::new(Code::NOTHING_TO_SHOW).at(modifier.span));
            }
        }
        ModifierKind::Stacked => {
            let lists: Vec<&Condition> =
                award.subject.iter().flat_map(conjuncts).filter(|it| zip_length(it) > 1).collect();
            if !lists.iter().all(|it| matches!(it.kind, ConditionKind::Has(..))) || lists.is_empty() {
                context.problem(Diagnostic::new(Code::NOTHING_TO_STACK).at(modifier.span));
            }
        }
        ModifierKind::Unruled(_) => {
            if !by_band(award) {
                context.problem(Diagnostic::new(Code::NO_BANDS).at(modifier.span));
            }
        }
        ModifierKind::Except(it) => {
            condition::check(context, it);
            super::no_zip(context, it);
        }
        ModifierKind::Whole | ModifierKind::Marginal => {
            if !by_band(award) || !matches!(award.grant.kind, GrantKind::Rates(..) | GrantKind::PerUnit(..)) {
                context.problem(Diagnostic::new(Code::NO_BANDS).at(modifier.span));
            }
        }
    }
}

/// The conditions that stand side by side.
fn conjuncts(condition: &Condition) -> Vec<&Condition> {
    match &condition.kind {
        ConditionKind::All(all) => all.iter().collect(),
        _ => vec![condition],
    }
}

/// Whether bands stand in step with the figures.
fn by_band(award: &Award) -> bool {
    award.subject.iter().flat_map(conjuncts).any(|it| matches!(it.kind, ConditionKind::Bands(..)) && zip_length(it) > 1)
}

/// A limit that claims share is a stated figure.
pub(super) fn constant(context: &mut Context<'_, '_>, sum: &ast::Expression) {
    if !matches!(sum.kind, ExpressionKind::Quantity(_)) {
        context.problem(Diagnostic::new(Code::LIMIT_NOT_A_FIGURE).at(sum.span));
    }
}

/// Whom and when a limit counts for.
pub(super) fn limit(context: &mut Context<'_, '_>, per: &[Per]) {
    for it in per {
        match &it.kind {
            PerKind::Entity(name) => match context.resolved.dictionary.entity(&name.text) {
                None => unknown_entity(context, name),
                Some(level) if context.in_reach(level) => {}
                Some(_) => {
                    context.problem(Diagnostic::new(Code::LIMIT_OF_WHOM).at(name.span).arg("name", &name.text));
                }
            },
            PerKind::Year(Some(name)) => super::settlement::year(context, name),
            PerKind::Year(None) => context.use_default_year(),
            PerKind::Ever => {}
        }
    }
}

/// 数额见 X: a sum that an authority decides.
pub(super) fn decider(context: &mut Context<'_, '_>, name: &ast::Name) {
    let Some(fact) = context.fact(name) else { return };
    let it = context.resolved.dictionary.facts.get(fact);
    if it
        .is_none_or(|it| it.kind != FactKind::Determined || it.written != Written::Money || !context.in_reach(it.level))
    {
        context.problem(Diagnostic::new(Code::NOT_A_DECIDER).at(name.span).arg("name", &name.text));
    }
}

/// 其中 …: a limit of the award before it.
pub(super) fn part(context: &mut Context<'_, '_>, article: &Article<'_>, slotted: &Slotted<'_, Sentence>, part: &Part) {
    if let Some(it) = &part.condition {
        condition::check(context, it);
        super::no_zip(context, it);
    }
    if number(context, &part.cap).is_some() {
        money(context, &part.cap);
    }
    limit(context, &part.per);
    if !part.per.is_empty() {
        constant(context, &part.cap);
    }
    let first = article.sentences.iter().find(|it| matches!(it.sentence.kind, SentenceKind::Award(_)));
    if context.resolved.whole
        && first.is_none_or(|first| {
            first.sentence.span > slotted.sentence.span
                && first.sentence.span.file == slotted.sentence.span.file
                && slotted.when.all.is_empty()
        })
    {
        context.problem(Diagnostic::new(Code::PART_OF_NOTHING).at(slotted.sentence.span));
    }
}
