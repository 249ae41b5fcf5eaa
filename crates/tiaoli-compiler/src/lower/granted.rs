//! Conditions of receiving are none of giving back: 限, 不予支持, 应在 and 施行 say who may be paid, and do not stand in the
//! way of 追回 unless 适用于 names it. In an article of nothing but recoveries they can mean only those.

use super::rules::{award_clauses, awards};
use crate::resolve::Article;
use tiaoli_eval::program::{ClauseId, Gate, When};
use tiaoli_syntax::ast::{Award, GrantKind, Id};

/// Under which readings a clause grants something rather than asks it back.
pub(super) struct Granted {
    grants: Vec<When>,
    /// Whether the article of the clause grants nothing at all.
    none_beside: bool,
}

/// What a clause does.
pub(super) fn of(article: &Article<'_>, clause: ClauseId) -> Granted {
    let recovers = |award: &Award| matches!(award.grant.kind, GrantKind::Recover(_));
    let all_grant = awards(article, clause).all(|(_, award)| !recovers(award));
    let grants = awards(article, clause).filter(|(_, award)| !recovers(award)).map(|(it, _)| it.when.clone());
    let mut beside = award_clauses(article).into_iter().flat_map(|it| awards(article, it));
    Granted {
        grants: if all_grant { vec![When::default()] } else { grants.collect() },
        none_beside: beside.all(|(_, award)| recovers(award)),
    }
}

impl Granted {
    /// Gates of every award, where the clause is one.
    pub(super) fn under(&self, gates: &[(When, Gate)]) -> Vec<(When, Gate)> {
        let of = |own: &When| gates.iter().filter_map(|(when, gate)| Some((when.and(own)?, gate.clone()))).collect();
        self.grants.iter().flat_map(|own| -> Vec<_> { of(own) }).collect()
    }

    /// Under which readings a condition governs the clause: one of the settlement, or one of its own article.
    pub(super) fn governed(&self, only_for: &[Id], of_article: bool, when: &When) -> Vec<When> {
        if !only_for.is_empty() || (of_article && self.none_beside) {
            return vec![when.clone()];
        }
        self.grants.iter().filter_map(|own| when.and(own)).collect()
    }
}
