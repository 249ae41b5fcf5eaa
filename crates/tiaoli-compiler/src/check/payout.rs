//! How an award is paid: parts that make a whole, as many shares as parties, interest that can be computed.

use super::expression::single;
use super::settlement::quantum_fen;
use super::{Context, award};
use crate::resolve::figure;
use tiaoli_eval::number::rescale;
use tiaoli_eval::program::{Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{
    Award, GrantKind, Instalments, Interest, Modifier, ModifierKind, Name, PartPaid, Promoted, Quantity, SentenceKind,
    Split,
};

/// 100％ in millionths.
const WHOLE: i128 = 1_000_000;

/// What can be said of money that is granted, of what is granted in kind, and of what must be paid back.
pub(super) fn fits(context: &mut Context<'_, '_>, award: &Award, modifier: &Modifier) {
    let recovery = matches!(award.grant.kind, GrantKind::Recover(_));
    let of_recovery = matches!(modifier.kind, ModifierKind::Interest(_));
    if recovery && !of_recovery {
        context.problem(Diagnostic::new(Code::RECOVERY_MODIFIER).at(modifier.span));
    } else if of_recovery && !recovery {
        context.problem(Diagnostic::new(Code::INTEREST_OF_NOTHING).at(modifier.span));
    } else if award.grant.in_kind.is_some() {
        let shared = match &modifier.kind {
            ModifierKind::Cap { per, .. } => !per.is_empty(),
            ModifierKind::Instalments(_)
            | ModifierKind::Payees(_)
            | ModifierKind::Payers(_)
            | ModifierKind::Promoted(_)
            | ModifierKind::Count { .. } => true,
            _ => false,
        };
        if shared {
            context.problem(Diagnostic::new(Code::IN_KIND_SHARED).at(modifier.span));
        }
    }
}

/// Instalments make the whole: shares of 100％, or a ratio, or sums and what is left.
pub(super) fn instalments(context: &mut Context<'_, '_>, it: &Instalments, span: Span) {
    if let Some(count) = &it.count
        && figure(count).map(|it| it.value) != i128::try_from(it.parts.len()).ok()
    {
        context.problem(
            Diagnostic::new(Code::PLAN_ARITY)
                .at(count.span)
                .arg("count", format!("{}{}", count.digits, count.unit.as_ref().map_or("", |unit| &unit.first)))
                .arg("shares", it.parts.len()),
        );
    }
    let shares = it.shares();
    if shares.len() == it.parts.len() {
        whole(context, &shares, span);
        return;
    }
    let last = it.parts.last().is_some_and(|it| matches!(it.part, PartPaid::Rest));
    let rests = it.parts.iter().filter(|it| matches!(it.part, PartPaid::Rest)).count();
    if !shares.is_empty() || !last || rests != 1 {
        let at = it.parts.last().map_or(span, |it| it.span);
        context.problem(Diagnostic::new(Code::PLAN_WITHOUT_REST).at(at));
    }
}

/// Shares in per cent are 100％ together; a ratio is whole by itself.
fn whole(context: &mut Context<'_, '_>, shares: &[&Quantity], span: Span) {
    let per_cent = |share: &&&Quantity| share.unit.is_some();
    let stated = shares.iter().filter(per_cent).count();
    if stated == 0 {
        return;
    }
    let value = |share: &&Quantity| {
        let figure = figure(share).filter(|it| it.unit == Unit::none())?;
        rescale(figure.value, figure.scale, 6)
    };
    let Some(sum) = shares.iter().map(value).sum::<Option<i128>>().filter(|_| stated == shares.len()) else {
        context.problem(Diagnostic::new(Code::NOT_A_SHARE).at(span));
        return;
    };
    if sum != WHOLE {
        let per_cent = |value: i128| format!("{}％", tiaoli_eval::number::print(value, 4, 0));
        let code = if sum < WHOLE { Code::PLAN_NOT_WHOLE } else { Code::PLAN_OVER_WHOLE };
        let rest = per_cent((WHOLE - sum).abs());
        context.problem(Diagnostic::new(code).at(span).arg("sum", per_cent(sum)).arg("rest", rest));
    }
}

/// As many shares as parties, 100％ together.
pub(super) fn split(context: &mut Context<'_, '_>, it: &Split) {
    if it.shares.is_empty() && it.names.len() == 1 {
        return;
    }
    if it.shares.len() != it.names.len() {
        context.problem(
            Diagnostic::new(Code::SHARES_ARITY).at(it.span).arg("names", it.names.len()).arg("shares", it.shares.len()),
        );
        return;
    }
    whole(context, &it.shares.iter().collect::<Vec<_>>(), it.span);
}

/// Interest says the days of a year and its rounding, or cannot be computed.
pub(super) fn interest(context: &mut Context<'_, '_>, it: &Interest) {
    if let Some(Ty::Number { unit, .. }) = single(context, &it.rate)
        && unit != Unit::none()
    {
        context.problem(Diagnostic::new(Code::NOT_A_SHARE).at(it.rate.span));
    }
    for name in std::iter::once(&it.from).chain(&it.until) {
        day(context, name);
    }
    match &it.basis {
        None => context.problem(Diagnostic::new(Code::INTEREST_BASIS).at(it.span)),
        Some(days) => {
            let found = figure(days).filter(|it| it.unit == Unit::base("日") && it.scale == 0 && it.value > 0);
            if found.is_none() {
                context.problem(Diagnostic::new(Code::INTEREST_BASIS).at(days.span));
            }
        }
    }
    match &it.rounding {
        None => context.problem(Diagnostic::new(Code::INTEREST_ROUNDING).at(it.span)),
        Some((_, to)) => {
            if quantum_fen(&to.text).is_none() {
                context.problem(Diagnostic::new(Code::UNKNOWN_QUANTUM).at(to.span).arg("name", &to.text));
            }
        }
    }
}

fn day(context: &mut Context<'_, '_>, name: &Name) {
    let Some(fact) = context.fact(name) else { return };
    let it = context.resolved.dictionary.facts.get(fact);
    if it.is_none_or(|it| it.ty != Ty::Date || !context.in_reach(it.level)) {
        context.problem(Diagnostic::new(Code::NOT_A_DATE).at(name.span).arg("name", &name.text));
    }
}

/// 每 企业 已获较低档的: an enterprise, a project, or whoever the article is for.
pub(super) fn promoted(context: &mut Context<'_, '_>, it: &Promoted) {
    let Some(name) = &it.whom else { return };
    let dictionary = &context.resolved.dictionary;
    if dictionary.entity(&name.text).is_none_or(|level| !context.in_reach(level)) {
        award::unknown_entity(context, name);
    }
}

/// 应追回的 从应付中抵扣 needs something that could be recovered.
pub(super) fn set_off(context: &mut Context<'_, '_>) {
    let sentences = context.resolved.articles.iter().flat_map(|article| &article.sentences);
    let recovers = sentences.into_iter().any(|it| match &it.sentence.kind {
        SentenceKind::Award(award) => matches!(award.grant.kind, GrantKind::Recover(_)),
        _ => false,
    });
    let place = context
        .resolved
        .settlement
        .iter()
        .find(|it| matches!(it.sentence.kind, tiaoli_syntax::ast::SettlementKind::SetOff))
        .map(|it| it.sentence.span);
    if !recovers && let Some(place) = place {
        context.problem(Diagnostic::new(Code::NOTHING_TO_SET_OFF).at(place));
    }
}
