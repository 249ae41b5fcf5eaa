//! What was received before: whose, under which clauses, in which year.

use super::Context;
use super::expression::Typed;
use crate::resolve::{APPLICANT, History, Resolved};
use tiaoli_eval::program::{LevelId, Place, Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{Id, Name, SentenceKind, Whose};

/// The list of payments that is meant, as seen from a row of `at`.
pub(crate) fn of_whom(resolved: &Resolved<'_>, at: LevelId, whose: Whose) -> Option<History> {
    let dictionary = &resolved.dictionary;
    let of = match whose {
        Whose::Applicant => dictionary.level(APPLICANT)?,
        Whose::Project => dictionary.project(),
        Whose::Row => at,
    };
    let somebody = whose != Whose::Row || matches!(dictionary.levels.get(of)?.place, Place::List(_));
    dictionary.history.iter().find(|it| it.of == of).copied().filter(|_| somebody)
}

pub(super) fn check(
    context: &mut Context<'_, '_>,
    whose: Whose,
    ids: &[Id],
    year: Option<&Name>,
    span: Span,
) -> Option<Typed> {
    for id in ids {
        let inside = |text: &str| text == id.text || text.strip_prefix(&id.text).is_some_and(|it| it.starts_with('.'));
        let known = context
            .resolved
            .articles
            .iter()
            .flat_map(|article| &article.sentences)
            .any(|it| matches!(it.sentence.kind, SentenceKind::Award(_)) && inside(&it.sentence.id.text));
        if !known {
            context.problem(Diagnostic::new(Code::MEETS_NOTHING).at(id.span).arg("id", &id.text));
        }
    }
    if let Some(name) = year {
        super::settlement::year(context, name);
    }
    let found = of_whom(context.resolved, context.at, whose).filter(|it| context.in_reach(it.of));
    let Some(history) = found else {
        context.problem(Diagnostic::new(Code::RECEIVED_BY_WHOM).at(span));
        return None;
    };
    Some(Typed { ty: Ty::Number { unit: Unit::yuan(), scale: 2 }, list: Some(history.level) })
}
