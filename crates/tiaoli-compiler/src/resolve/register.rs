//! The register of readings: which sentences stand under which readings.

use super::account::{clause_of, is_under};
use super::{Across, General, Resolved, Slotted};
use std::collections::BTreeMap;
use tiaoli_eval::program::{ClauseId, Effect, OptionId, Reading, ReadingId, ReadingOption, When};
use tiaoli_source::{Code, Diagnostic, Problems, Span};
use tiaoli_syntax::ast::{self, Choice, Item, Replacement, SentenceKind, SettlementKind};

/// A kind of sentence of one clause: what a replacement stands instead of.
type Slot = (ClauseId, u8);

/// Enters the register and sets under which readings each sentence stands.
pub(super) fn collect<'a>(items: &[&'a Item], resolved: &mut Resolved<'a>, problems: &mut Problems) {
    let mut replaced: BTreeMap<Slot, Vec<OptionId>> = BTreeMap::new();
    let mut instead: Vec<(OptionId, ClauseId, &'a Replacement, &'a ast::ReadingItem)> = Vec::new();
    for item in items {
        let Item::Reading(it) = item else { continue };
        if resolved.readings.iter().any(|(_, known)| known.id == it.id.text) {
            problems.push(Diagnostic::new(Code::READING_TWICE).at(it.id.span).arg("id", &it.id.text));
            continue;
        }
        let reading = enter(it, resolved, problems);
        for other in &it.others {
            let effect = match &other.choice {
                Choice::Instead(_) => Effect::Changes,
                Choice::Same(why) => Effect::Same(why.text.clone()),
                Choice::NotComputed(lacking) => Effect::Lacking(lacking.text.clone()),
                Choice::AsWritten => continue,
            };
            let words = other.words.text.clone();
            let option = resolved.options.push(ReadingOption { reading, id: other.id.text.clone(), words, effect });
            if let Choice::Instead(sentences) = &other.choice {
                for sentence in sentences {
                    let (id, tag) = slot(resolved, sentence);
                    if let Some(clause) = clause_of(id, resolved.document, problems) {
                        replaced.entry((clause, tag)).or_default().push(option);
                        instead.push((option, clause, sentence, it));
                    }
                }
            }
        }
    }
    for options in replaced.values_mut() {
        options.dedup();
    }
    stand(resolved, &replaced);
    for (option, clause, sentence, reading) in instead {
        insert(resolved, option, clause, sentence, reading, problems);
    }
    resolved.across = across(resolved);
    for ((clause, _), options) in &replaced {
        for (index, one) in options.iter().enumerate() {
            for other in options.iter().skip(index + 1) {
                let of = |option: &OptionId| resolved.options.get(*option).map(|it| it.reading);
                if of(one) != of(other) && !resolved.conflicts.contains(&(*one, *other, *clause)) {
                    resolved.conflicts.push((*one, *other, *clause));
                }
            }
        }
    }
}

/// The sentences on several awards, wherever they stand, each under its readings.
fn across<'a>(resolved: &Resolved<'a>) -> Vec<Across<'a>> {
    let mut found = Vec::new();
    for article in &resolved.articles {
        for it in &article.sentences {
            if let SentenceKind::Across(sentence) = &it.sentence.kind {
                let when = it.when.clone();
                found.push(Across { clause: it.clause, when, sentence, article: Some(article.id) });
            }
        }
    }
    for it in &resolved.settlement {
        let across = matches!(
            it.sentence.kind,
            SettlementKind::Stacking(_)
                | SettlementKind::Joint(_)
                | SettlementKind::Order(_)
                | SettlementKind::After(_)
                | SettlementKind::Fallback(_)
        );
        if across {
            found.push(Across { clause: it.clause, when: it.when.clone(), sentence: it.sentence, article: None });
        }
    }
    found
}

fn enter(it: &ast::ReadingItem, resolved: &mut Resolved<'_>, problems: &mut Problems) -> ReadingId {
    let reading = resolved.readings.push(Reading {
        id: it.id.text.clone(),
        question: it.question.text.clone(),
        chosen: it.chosen.id.text.clone(),
        words: it.chosen.words.text.clone(),
        reason: it.reason.text.clone(),
    });
    let mut seen: BTreeMap<&str, Span> = BTreeMap::from([(it.chosen.id.text.as_str(), it.chosen.id.span)]);
    for other in &it.others {
        if let Some(first) = seen.insert(&other.id.text, other.id.span) {
            problems.push(
                Diagnostic::new(Code::READING_TWICE)
                    .at(other.id.span)
                    .also(first)
                    .arg("id", format!("{} {}", it.id.text, other.id.text)),
            );
        }
    }
    let about = it.about.iter().filter_map(|id| clause_of(id, resolved.document, problems)).collect();
    resolved.about.insert(reading, about);
    reading
}

/// The clause and kind of a replacement. A condition of a clause outside every article is a condition of every award.
fn slot<'r>(resolved: &Resolved<'_>, sentence: &'r Replacement) -> (&'r ast::Id, u8) {
    match sentence {
        Replacement::Sentence(it) if !in_article(resolved, &it.id) => match it.kind {
            SentenceKind::Scope(_) => (&it.id, GENERAL),
            SentenceKind::Exclusion(_) => (&it.id, GENERAL_EXCLUSION),
            _ => (&it.id, tag(&it.kind)),
        },
        Replacement::Sentence(it) => (&it.id, tag(&it.kind)),
        Replacement::Settlement(it) => (&it.id, settlement_tag(&it.kind)),
    }
}

fn in_article(resolved: &Resolved<'_>, id: &ast::Id) -> bool {
    resolved.articles.iter().any(|article| is_under(&id.text, &article.id.text))
}

/// The kind of a condition of every award.
const GENERAL: u8 = 10;
/// The kind of a sentence that says who gets nothing at all.
const GENERAL_EXCLUSION: u8 = 18;

fn tag(kind: &SentenceKind) -> u8 {
    match kind {
        SentenceKind::Scope(_) => 0,
        SentenceKind::Award(_) => 1,
        SentenceKind::Part(_) => 2,
        SentenceKind::Meaning(_) => 3,
        SentenceKind::Deeming(_) => 4,
        SentenceKind::Exclusion(_) => 5,
        SentenceKind::Across(it) => settlement_tag(&it.kind),
    }
}

fn settlement_tag(kind: &SettlementKind) -> u8 {
    match kind {
        SettlementKind::Scope(_) => GENERAL,
        SettlementKind::Exclusion(_) => GENERAL_EXCLUSION,
        SettlementKind::Funds(_) => 11,
        SettlementKind::Exclusive(_) => 12,
        SettlementKind::Earlier { .. } => 13,
        SettlementKind::RightsApart => 14,
        SettlementKind::Payment { .. } => 15,
        SettlementKind::InForce { .. } => 16,
        SettlementKind::Ceiling { .. } => 17,
        SettlementKind::Stacking(_) => 18,
        SettlementKind::Joint(_) => 19,
        SettlementKind::Order(_) => 20,
        SettlementKind::After(_) => 21,
        SettlementKind::Fallback(_) => 22,
        SettlementKind::SetOff => 23,
    }
}

/// Base sentences stand where none of the options that replace them is asked for.
fn stand(resolved: &mut Resolved<'_>, replaced: &BTreeMap<Slot, Vec<OptionId>>) {
    let none = |clause: ClauseId, tag: u8| When {
        all: Vec::new(),
        none: replaced.get(&(clause, tag)).cloned().unwrap_or_default(),
    };
    for article in &mut resolved.articles {
        for slotted in &mut article.sentences {
            slotted.when = none(slotted.clause, tag(&slotted.sentence.kind));
        }
    }
    for slotted in &mut resolved.settlement {
        slotted.when = none(slotted.clause, settlement_tag(&slotted.sentence.kind));
        if let SettlementKind::Scope(scope) | SettlementKind::Exclusion(scope) = &slotted.sentence.kind {
            let excludes = matches!(slotted.sentence.kind, SettlementKind::Exclusion(_));
            resolved.general.push((slotted.clause, slotted.when.clone(), General { scope, excludes }));
        }
    }
}

/// Puts a replacement behind the sentences of its kind. A condition or a limit may be new; an award may not.
fn insert<'a>(
    resolved: &mut Resolved<'a>,
    option: OptionId,
    clause: ClauseId,
    sentence: &'a Replacement,
    reading: &ast::ReadingItem,
    problems: &mut Problems,
) {
    let when = When { all: vec![option], none: Vec::new() };
    let (id, kind) = slot(resolved, sentence);
    let placed = match sentence {
        Replacement::Sentence(ast::Sentence {
            kind: SentenceKind::Scope(scope) | SentenceKind::Exclusion(scope),
            ..
        })
        | Replacement::Settlement(ast::SettlementSentence {
            kind: SettlementKind::Scope(scope) | SettlementKind::Exclusion(scope),
            ..
        }) if kind == GENERAL || kind == GENERAL_EXCLUSION => {
            resolved.general.push((clause, when, General { scope, excludes: kind == GENERAL_EXCLUSION }));
            true
        }
        Replacement::Sentence(ast::Sentence { kind: SentenceKind::Across(sentence), .. })
            if !in_article(resolved, &sentence.id) =>
        {
            resolved.settlement.push(Slotted { clause, when, sentence });
            true
        }
        Replacement::Settlement(sentence) => {
            let last = resolved.settlement.iter().rposition(|it| settlement_tag(&it.sentence.kind) == kind);
            if let Some(last) = last {
                resolved.settlement.insert(last + 1, Slotted { clause, when, sentence });
            }
            last.is_some()
        }
        Replacement::Sentence(sentence) => {
            match resolved.articles.iter_mut().find(|article| is_under(&id.text, &article.id.text)) {
                Some(article) => {
                    let last =
                        article.sentences.iter().rposition(|it| it.clause == clause && tag(&it.sentence.kind) == kind);
                    let at = last.map(|last| last + 1).or((kind != 1).then_some(article.sentences.len()));
                    if let Some(at) = at {
                        article.sentences.insert(at, Slotted { clause, when, sentence });
                    }
                    at.is_some()
                }
                None => false,
            }
        }
    };
    if !placed && resolved.whole {
        problems.push(
            Diagnostic::new(Code::NOTHING_REPLACED).at(id.span).arg("id", &id.text).arg("reading", &reading.id.text),
        );
    }
}
