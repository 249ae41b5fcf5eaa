//! Definitions and deemings: derived names enter the dictionary after every fact; their types are found by `check`.

use super::{Resolved, Slotted};
use tiaoli_eval::program::{Absence, ClauseId, Fact, FactId, FactKind, Name, Ty, When, Written};
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic, Problems};
use tiaoli_syntax::ast::{self, SentenceKind};

/// A name that the policy defines.
#[derive(Clone, Debug)]
pub struct Defined<'a> {
    /// Its place in the dictionary, behind every fact.
    pub fact: FactId,
    /// 每 X of its block.
    pub per: Option<&'a ast::Name>,
    /// What it means, under which readings: exactly one applies at a time.
    pub meanings: Vec<Slotted<'a, ast::Meaning>>,
}

/// A sentence that deems a fact.
#[derive(Debug)]
pub struct Deemed<'a> {
    /// The fact or definition.
    pub fact: FactId,
    /// The sentence, and under which readings it stands.
    pub deeming: Slotted<'a, ast::Deeming>,
}

/// Enters every definition, then every deeming.
pub(super) fn collect(resolved: &mut Resolved<'_>, problems: &mut Problems) {
    resolved.dictionary.inputs = resolved.dictionary.facts.len();
    let mut meanings = Vec::new();
    let mut deemings = Vec::new();
    for article in &resolved.articles {
        for Slotted { clause, when, sentence } in &article.sentences {
            let (clause, when, sentence) = (*clause, when.clone(), *sentence);
            match &sentence.kind {
                SentenceKind::Meaning(it) => {
                    meanings.push((article.per.filter(|_| article.definitions), Slotted { clause, when, sentence: it }))
                }
                SentenceKind::Deeming(it) => deemings.push(Slotted { clause, when, sentence: it }),
                SentenceKind::Scope(_)
                | SentenceKind::Award(_)
                | SentenceKind::Part(_)
                | SentenceKind::Exclusion(_)
                | SentenceKind::Across(_)
                    if article.definitions =>
                {
                    problems.push(Diagnostic::new(Code::NOT_A_DEFINITION).at(sentence.span).clause(&sentence.id.text));
                }
                SentenceKind::Scope(_)
                | SentenceKind::Award(_)
                | SentenceKind::Part(_)
                | SentenceKind::Exclusion(_)
                | SentenceKind::Across(_) => {}
            }
        }
    }
    // The base meanings first, so that a reading finds what it replaces.
    meanings.sort_by_key(|(_, it)| !it.when.all.is_empty());
    for (per, meaning) in meanings {
        enter(resolved, per, meaning, problems);
    }
    for deeming in deemings {
        deem(resolved, deeming, problems);
    }
}

fn enter<'a>(
    resolved: &mut Resolved<'a>,
    per: Option<&'a ast::Name>,
    meaning: Slotted<'a, ast::Meaning>,
    problems: &mut Problems,
) {
    let name = &meaning.sentence.name;
    let dictionary = &mut resolved.dictionary;
    let known = dictionary.definitions.iter_mut().find(|it| {
        it.meanings.first().is_some_and(|first| first.sentence.name.text == name.text)
            && !it.meanings.iter().any(|other| other.when == meaning.when)
    });
    if let Some(known) = known {
        known.meanings.push(meaning);
        return;
    }
    if let Some(first) = dictionary.declared_at(&name.text, &meaning.sentence.alias.text) {
        problems.push(Diagnostic::new(Code::NAME_TWICE).at(name.span).also(first).arg("name", &name.text));
        return;
    }
    let own = Name {
        zh: name.text.clone(),
        alias: meaning.sentence.alias.text.clone(),
        also: meaning.sentence.also.iter().map(|other| other.text.clone()).collect(),
        in_full: None,
    };
    let fact = FactId::from_index(dictionary.facts.len());
    for text in std::iter::once(&own.zh).chain(&own.also) {
        dictionary.names.entry(text.clone()).or_default().push(fact);
    }
    let level = dictionary.project();
    dictionary.facts.push(Fact {
        name: own,
        level,
        kind: FactKind::Declared,
        ty: Ty::Truth,
        least: None,
        greatest: None,
        list: None,
        absence: Absence::Unknown,
        written: Written::Boolean,
    });
    dictionary.places.push(name.span);
    dictionary.definitions.push(Defined { fact, per, meanings: vec![meaning] });
}

fn deem<'a>(resolved: &mut Resolved<'a>, deeming: Slotted<'a, ast::Deeming>, problems: &mut Problems) {
    let name = deeming.sentence.of.as_ref().unwrap_or(&deeming.sentence.deemed);
    let is_truth = |fact: FactId| resolved.dictionary.facts.get(fact).is_some_and(|it| it.ty == Ty::Truth);
    match resolved.dictionary.one(name).filter(|fact| deeming.sentence.of.is_some() || is_truth(*fact)) {
        Some(fact) => resolved.dictionary.deemings.push(Deemed { fact, deeming }),
        None => problems.push(Diagnostic::new(Code::CANNOT_BE_DEEMED).at(name.span).arg("name", &name.text)),
    }
}

/// The clause and the readings of a sentence without what it says.
impl<S> Slotted<'_, S> {
    /// Whether it stands where `asked` (sorted) are asked for.
    pub(crate) fn applies(&self, asked: &[tiaoli_eval::program::OptionId]) -> bool {
        self.when.applies(asked)
    }

    /// Under which readings it stands, and which clause it encodes.
    pub(crate) fn place(&self) -> (ClauseId, &When) {
        (self.clause, &self.when)
    }
}
