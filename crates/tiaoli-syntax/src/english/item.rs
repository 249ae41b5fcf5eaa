//! Items.

use super::allocation::{allocation, queue_case};
use super::award::{award, part, scope};
use super::case::{case, setting};
use super::condition::condition;
use super::definition::{deeming, definition, exclusion, meaning};
use super::literal::ids;
use super::names::Names;
use super::reading::reading;
use super::rivalry::across;
use super::settlement::settlement;
use super::vocabulary::{entity, ladder};
use super::{list, words};
use crate::ast::{Article, Declaration, Item, Policy, Right, Sentence, SentenceKind, Target, Text};

/// One item: its heading, then its lines, each with its end.
pub(super) fn item(names: &Names, it: &Item) -> String {
    match it {
        Item::Policy(it) => policy(it),
        Item::Ladder(it) => ladder(it),
        Item::Parameter(it) => super::time::parameter(names, it),
        Item::Calendar(it) => super::time::calendar(it),
        Item::Entity(it) => entity(names, it),
        Item::Declaration(it) => declaration(it),
        Item::Target(it) => target(names, it),
        Item::Right(it) => right(names, it),
        Item::Article(it) => article(names, it),
        Item::Definition(it) => definition(names, it),
        Item::Procedure(it) => super::procedure::procedure(names, it),
        Item::Settlement(it) => settlement(names, it),
        Item::Allocation(it) => allocation(names, it),
        Item::Reading(it) => reading(names, it),
        Item::Setting(it) => setting(names, it),
        Item::Case(it) => case(names, it),
        Item::QueueCase(it) => queue_case(names, it),
    }
}

/// Where an item stands among the others.
pub(super) fn place(it: &Item) -> u8 {
    match it {
        Item::Policy(_) => 0,
        Item::Ladder(_) | Item::Entity(_) | Item::Parameter(_) | Item::Calendar(_) => 1,
        Item::Declaration(_) | Item::Target(_) | Item::Right(_) | Item::Article(_) | Item::Definition(_) => 2,
        Item::Settlement(_) => 3,
        Item::Allocation(_) | Item::Procedure(_) => 4,
        Item::Reading(_) => 5,
        Item::Setting(_) | Item::Case(_) | Item::QueueCase(_) => 6,
    }
}

fn policy(it: &Policy) -> String {
    let mut said = format!("Policy “{}”\n", it.title.text);
    if !it.also.is_empty() {
        let also = list(it.also.iter().map(|it| format!("“{}”", it.text)), "and");
        said.push_str(&format!("  Also called {also}.\n"));
    }
    if !it.bases.is_empty() {
        let bases = list(it.bases.iter().map(|it| format!("“{}”", it.text)), "and");
        said.push_str(&format!("  Based on {bases}.\n"));
    }
    for (included, ends) in [(true, "includes"), (false, "excludes")] {
        let group = it
            .bounds
            .iter()
            .filter(|(_, it, _)| *it == included)
            .map(|(word, _, _)| format!("“{}”", words::bound_zh(*word)));
        let group = list(group, "and");
        if !group.is_empty() {
            said.push_str(&format!("  In the document, {group} {ends} the figure itself.\n"));
        }
    }
    if it.first_day_counts {
        said.push_str("  The first day of a period counts.\n");
    }
    said
}

fn declaration(it: &Declaration) -> String {
    let mut said = "Clauses that award nothing\n".to_owned();
    for (heading, named, left_out) in &it.lines {
        let except = if left_out.is_empty() { String::new() } else { format!(", except {}", ids(left_out)) };
        said.push_str(&format!("  “{}”: {}{except}.\n", heading.text, ids(named)));
    }
    said
}

fn target(names: &Names, it: &Target) -> String {
    let by = it.year_fact.as_ref().map(|it| format!(" (the year asked about is {})", names.name(it)));
    let mut said = format!("Target {} by {}{}\n", it.id.text, it.year, by.unwrap_or_default());
    for one in &it.conditions {
        said.push_str(&format!("  {}.\n", super::sentence(&condition(names, one))));
    }
    said
}

fn right(names: &Names, it: &Right) -> String {
    let mut said = format!("Right {}\n", it.id.text);
    said.extend(it.sentences.iter().map(|it| sentence(names, it, 2)));
    said
}

fn article(names: &Names, it: &Article) -> String {
    let title = it.title.as_ref().map(|it| format!(" “{}”", it.text)).unwrap_or_default();
    let mut said = format!("Article {}{title}, for each {}\n", it.id.text, names.name(&it.per));
    said.extend(it.sentences.iter().map(|it| sentence(names, it, 2)));
    said
}

/// A sentence and the answers to its checks, so far in.
pub(super) fn sentence(names: &Names, it: &Sentence, indent: usize) -> String {
    let said = match &it.kind {
        SentenceKind::Scope(it) => scope(names, it),
        SentenceKind::Award(it) => award(names, it),
        SentenceKind::Part(it) => part(names, it),
        SentenceKind::Exclusion(it) => exclusion(names, it),
        SentenceKind::Meaning(it) => meaning(names, it),
        SentenceKind::Deeming(it) => deeming(names, it),
        SentenceKind::Across(it) => across(names, &it.kind).unwrap_or_default(),
    };
    format!("{:indent$}{}  {said}\n{}", "", it.id.text, answers(&it.answers, indent))
}

pub(super) fn answers(answers: &[Text], indent: usize) -> String {
    answers.iter().map(|it| format!("{:indent$}    Note: “{}”.\n", "", it.text)).collect()
}
