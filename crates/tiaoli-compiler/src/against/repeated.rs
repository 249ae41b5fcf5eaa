//! A condition that one rule asks for twice: the second may stand where another was meant.

use super::{Encoded, compare};
use crate::check::Checked;
use crate::resolve::Article;
use tiaoli_source::{Code, Diagnostic, Problems, Sources, Span};
use tiaoli_syntax::ast::{self, Condition, ConditionKind, ModifierKind, SentenceKind};

/// Looks at every award with the 限 sentences that govern it, and at every list under 或.
pub(super) fn check(checked: &Checked<'_>, sources: &Sources, sentences: &[Encoded<'_>], problems: &mut Problems) {
    let mut found = Problems::new();
    look(checked, sources, &mut found);
    let answered = |span: Span| {
        let mut around = sentences.iter().filter(|it| it.answered && it.span.file == span.file);
        around.any(|it| it.span.start <= span.start && span.end <= it.span.end)
    };
    found.retain(|it| !it.span.is_some_and(answered));
    problems.extend(found);
}

/// Whether anything is asked for twice in the sentence at `place`.
pub(super) fn any(checked: &Checked<'_>, sources: &Sources, place: Span) -> bool {
    let mut found = Problems::new();
    look(checked, sources, &mut found);
    let inside = |span: Span| span.file == place.file && place.start <= span.start && span.end <= place.end;
    found.sorted().into_iter().any(|it| it.span.is_some_and(inside))
}

fn look(checked: &Checked<'_>, sources: &Sources, problems: &mut Problems) {
    for article in &checked.articles {
        let base = || article.sentences.iter().filter(|it| it.when.all.is_empty());
        for slotted in base() {
            let SentenceKind::Award(award) = &slotted.sentence.kind else { continue };
            let mut asked: Vec<&Condition> = Vec::new();
            for scope in governing(article, slotted.sentence) {
                together(&scope.condition, &mut asked);
            }
            award.subject.iter().for_each(|it| together(it, &mut asked));
            twice(checked, sources, &asked, &slotted.sentence.id.text, problems);
            let excepted = award.modifiers.iter().filter_map(|it| match &it.kind {
                ModifierKind::Except(condition) => Some(condition.as_ref()),
                _ => None,
            });
            for condition in award.subject.iter().chain(excepted) {
                alternatives(checked, sources, condition, &slotted.sentence.id.text, problems);
            }
        }
        for slotted in base() {
            if let SentenceKind::Scope(scope) | SentenceKind::Exclusion(scope) = &slotted.sentence.kind {
                alternatives(checked, sources, &scope.condition, &slotted.sentence.id.text, problems);
            }
        }
    }
}

/// The 限 sentences that govern an award.
fn governing<'a>(article: &Article<'a>, award: &ast::Sentence) -> Vec<&'a ast::Scope> {
    let base = article.sentences.iter().filter(|it| it.when.all.is_empty());
    base.filter_map(|it| match &it.sentence.kind {
        SentenceKind::Scope(scope)
            if scope.only_for.is_empty() || scope.only_for.iter().any(|id| id.text == award.id.text) =>
        {
            Some(scope)
        }
        _ => None,
    })
    .collect()
}

/// What 且 joins, in order.
fn together<'c>(condition: &'c Condition, found: &mut Vec<&'c Condition>) {
    match &condition.kind {
        ConditionKind::All(of) => of.iter().for_each(|it| together(it, found)),
        _ => found.push(condition),
    }
}

/// Each list under 或, however deep.
fn alternatives(checked: &Checked<'_>, sources: &Sources, condition: &Condition, id: &str, problems: &mut Problems) {
    match &condition.kind {
        ConditionKind::Any(of) => {
            twice(checked, sources, &of.iter().collect::<Vec<_>>(), id, problems);
            of.iter().for_each(|it| alternatives(checked, sources, it, id, problems));
        }
        ConditionKind::All(of) => of.iter().for_each(|it| alternatives(checked, sources, it, id, problems)),
        ConditionKind::Not(of) => alternatives(checked, sources, of, id, problems),
        _ => {}
    }
}

/// Conditions with the same words.
fn twice(checked: &Checked<'_>, sources: &Sources, asked: &[&Condition], id: &str, problems: &mut Problems) {
    let words = |it: &Condition| -> String {
        let text = compare::code(sources.slice(it.span).unwrap_or_default());
        text.chars().filter(|c| !c.is_whitespace()).collect()
    };
    let mut seen: Vec<(String, Span)> = Vec::new();
    for condition in asked {
        // 超过50万元 不超过200万元 is two conditions in one place
        if seen.iter().any(|(_, place)| *place == condition.span) {
            continue;
        }
        let said = words(condition);
        match seen.iter().find(|(known, _)| *known == said) {
            Some((_, first)) => {
                let problem = Diagnostic::new(Code::CONDITION_TWICE).at(condition.span).also(*first);
                let known = checked.document.clause(id).is_some();
                let problem = problem.arg("words", said);
                problems.push(if known { problem.clause(id) } else { problem });
            }
            None => seen.push((said, condition.span)),
        }
    }
}
