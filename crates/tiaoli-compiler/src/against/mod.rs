//! The rules against the document's text: figures, bound words, ceilings, powers and referrals, and conditions that a rule
//! asks for twice.
//!
//! Whatever encodes a clause is held against it: sentences of articles, definitions, exclusions, settlement, targets, steps
//! of procedures and lines of allocations. A 参数 encodes no clause: its figures come from outside.
//!
//! A rule may use the figures of its own clause, of the clauses whose conditions it takes over (限, 符合), and of the
//! rest of the document's own sentence. The text of both is read by one scanner, so a difference is a difference of
//! words. Sentences of other readings are not held against the text: they say what it could mean otherwise. A finding
//! is answered by 核对说明 “…” behind the sentence, and the reason is kept.

mod bounds;
mod compare;
mod figures;
mod numerals;
mod repeated;
mod words;

pub use bounds::Side;
pub(crate) use bounds::{before, behind};
pub use figures::{Figure, figures};

use crate::check::Checked;
use crate::resolve::{Article, Slotted};
use std::collections::BTreeSet;
use tiaoli_eval::program::{ClauseId, When};
use tiaoli_eval::table::Id;
use tiaoli_source::{Problems, Sources, Span};
use tiaoli_syntax::ast::{self, Condition, ConditionKind, SentenceKind};

/// A sentence of the rules, as the text checks see it.
struct Encoded<'a> {
    /// The clause that it encodes.
    clause: ClauseId,
    /// Where it stands.
    span: Span,
    /// 核对说明: whether its findings are answered.
    answered: bool,
    /// Clauses whose words it may use beside its own.
    takes_over: BTreeSet<ClauseId>,
    /// What it says of duty or power.
    award: Option<&'a ast::Award>,
    /// Whether a bare figure is a limit already: a budget, a number of places, a time by which something is done.
    limits: bool,
    /// Whether it stands here only because it uses the figures of a further clause: it is held against its first one.
    further: bool,
}

/// Holds every sentence of a checked package against the words of its clause. Everything found is a warning.
pub fn check(checked: &Checked<'_>, sources: &Sources, problems: &mut Problems) {
    let sentences = encoded(checked);
    let together = sentences_of_document(checked);
    for sentence in sentences.iter().filter(|it| !it.further) {
        compare::sentence(checked, sources, &together, sentence, problems);
    }
    compare::unused(checked, sources, &together, &sentences, problems);
    repeated::check(checked, sources, &sentences, problems);
}

/// Every sentence that stands unless another reading is asked for.
fn encoded<'a>(checked: &Checked<'a>) -> Vec<Encoded<'a>> {
    let base = |when: &When| when.all.is_empty();
    let mut found = Vec::new();
    for article in &checked.articles {
        for slotted in article.sentences.iter().filter(|it| base(&it.when)) {
            let sentence: &'a ast::Sentence = slotted.sentence;
            found.push(Encoded {
                clause: slotted.clause,
                span: sentence.span,
                answered: !sentence.answers.is_empty(),
                takes_over: takes_over(checked, article, slotted),
                award: match &sentence.kind {
                    SentenceKind::Award(award) => Some(award),
                    SentenceKind::Scope(_)
                    | SentenceKind::Part(_)
                    | SentenceKind::Exclusion(_)
                    | SentenceKind::Meaning(_)
                    | SentenceKind::Deeming(_)
                    | SentenceKind::Across(_) => None,
                },
                limits: false,
                further: false,
            });
        }
    }
    let plain = |clause: ClauseId, span: Span, answered: bool| Encoded {
        clause,
        span,
        answered,
        takes_over: BTreeSet::new(),
        award: None,
        limits: false,
        further: false,
    };
    for slotted in checked.settlement.iter().filter(|it| base(&it.when)) {
        found.push(plain(slotted.clause, slotted.sentence.span, !slotted.sentence.answers.is_empty()));
    }
    found.extend(checked.targets.iter().map(|(clause, target)| plain(*clause, target.span, false)));
    for (clause, step) in &checked.steps {
        found.push(Encoded { limits: true, ..plain(*clause, step.span, !step.answers.is_empty()) });
    }
    for allocation in &checked.allocations {
        let clauses: BTreeSet<ClauseId> = allocation
            .ids
            .iter()
            .flat_map(|id| checked.document.under(&id.text))
            .map(ClauseId::from_index)
            .filter(|clause| !checked.document.clauses.get(clause.index()).is_some_and(is_heading))
            .collect();
        for line in &allocation.lines {
            for (at, clause) in clauses.iter().enumerate() {
                let own = plain(*clause, line.span, !line.answers.is_empty());
                found.push(Encoded { takes_over: clauses.clone(), limits: true, further: at > 0, ..own });
            }
        }
    }
    found
}

/// The clauses of the 限 sentences that govern an award, and of what it takes over by 符合.
fn takes_over(
    checked: &Checked<'_>,
    article: &Article<'_>,
    slotted: &Slotted<'_, ast::Sentence>,
) -> BTreeSet<ClauseId> {
    let mut clauses = BTreeSet::new();
    for it in &article.sentences {
        if let SentenceKind::Scope(scope) = &it.sentence.kind
            && (scope.only_for.is_empty() || scope.only_for.iter().any(|id| id.text == slotted.sentence.id.text))
        {
            clauses.insert(it.clause);
        }
    }
    if let SentenceKind::Award(ast::Award { subject: Some(subject), .. }) = &slotted.sentence.kind {
        meets(checked, subject, &mut clauses);
    }
    clauses
}

fn meets(checked: &Checked<'_>, condition: &Condition, clauses: &mut BTreeSet<ClauseId>) {
    match &condition.kind {
        ConditionKind::All(of) | ConditionKind::Any(of) => of.iter().for_each(|it| meets(checked, it, clauses)),
        ConditionKind::Meets(id) => clauses.extend(checked.document.index_of(&id.text).map(ClauseId::from_index)),
        _ => {}
    }
}

/// For each clause, the clauses that stand in one sentence of the document with it, up to 。 or ；.
fn sentences_of_document(checked: &Checked<'_>) -> Vec<BTreeSet<ClauseId>> {
    let document = checked.document;
    let mut groups: Vec<BTreeSet<ClauseId>> = Vec::new();
    let mut goes_on = false;
    for (at, clause) in document.clauses.iter().enumerate() {
        let id = ClauseId::from_index(at);
        match groups.last_mut().filter(|_| goes_on) {
            Some(group) => {
                group.insert(id);
            }
            None => groups.push(BTreeSet::from([id])),
        }
        goes_on = !document.words(clause).ends_with(['。', '；']) && !is_heading(clause);
    }
    let of = |id: ClauseId| groups.iter().find(|group| group.contains(&id)).cloned().unwrap_or_default();
    (0..document.clauses.len()).map(|at| of(ClauseId::from_index(at))).collect()
}

fn is_heading(clause: &tiaoli_source::document::Clause) -> bool {
    clause.kind != tiaoli_source::document::ClauseKind::Text
}
