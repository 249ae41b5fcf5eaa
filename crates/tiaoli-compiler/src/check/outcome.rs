//! What one award reads of another: which one is meant, and that it is money.

use super::{Context, rivalry};
use crate::resolve::Resolved;
use tiaoli_eval::program::{ClauseId, Ty, Unit};
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::{GrantKind, Id, SentenceKind};

/// 条款 3.1 的数额: one award, of money.
pub(super) fn amount(context: &mut Context<'_, '_>, id: &Id) -> Option<Ty> {
    if !here(context, id) {
        return None;
    }
    let awards = awards_named(context.resolved, &id.text);
    match awards.as_slice() {
        [] => {
            context.problem(Diagnostic::new(Code::MEETS_NOTHING).at(id.span).arg("id", &id.text));
            return None;
        }
        [one] if !is_money(context.resolved, *one) => {
            context.problem(Diagnostic::new(Code::AMOUNT_NOT_MONEY).at(id.span).arg("id", &id.text));
            return None;
        }
        [_] => {}
        several => {
            context.problem(
                Diagnostic::new(Code::AMOUNT_OF_WHICH).at(id.span).arg("id", &id.text).arg("count", several.len()),
            );
            return None;
        }
    }
    Some(Ty::Number { unit: Unit::yuan(), scale: 2 })
}

/// 3.1 不予
pub(super) fn refused(context: &mut Context<'_, '_>, ids: &[Id]) {
    for id in ids {
        if here(context, id) {
            rivalry::award_named(context, id);
        }
    }
}

fn here(context: &mut Context<'_, '_>, id: &Id) -> bool {
    if !context.reads_awards {
        context.problem(Diagnostic::new(Code::AMOUNT_NOT_HERE).at(id.span).arg("id", &id.text));
    }
    context.reads_awards
}

/// The clauses of awards that an id names: its own, or those of a section.
pub(crate) fn awards_named(resolved: &Resolved<'_>, id: &str) -> Vec<ClauseId> {
    let mut found = Vec::new();
    for it in resolved.articles.iter().flat_map(|article| &article.sentences) {
        let own = it.sentence.id.text.as_str();
        let named = own == id || own.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
        if named && matches!(it.sentence.kind, SentenceKind::Award(_)) && !found.contains(&it.clause) {
            found.push(it.clause);
        }
    }
    found
}

fn is_money(resolved: &Resolved<'_>, clause: ClauseId) -> bool {
    let sentences = resolved.articles.iter().flat_map(|article| &article.sentences);
    sentences.filter(|it| it.clause == clause).all(|it| match &it.sentence.kind {
        SentenceKind::Award(award) => {
            award.grant.in_kind.is_none() && !matches!(award.grant.kind, GrantKind::Right(_) | GrantKind::Recover(_))
        }
        _ => true,
    })
}
