//! What a decision rests on: rights beside the money, readings, assumptions, the words of the document.

use super::{Words, part};
use crate::render::wrap::hang;
use std::collections::{BTreeMap, BTreeSet};
use tiaoli::Decision;
use tiaoli::outcome::{Amount, ClaimDecision, Kind};
use tiaoli::program::{ClauseId, ReadingId};

/// Rights that are not money.
pub(super) fn rights(words: &Words<'_>, decision: &Decision, width: usize) -> String {
    let mut text = String::new();
    for (project, claim) in &decision.rights {
        let Some(project) = decision.projects.get(*project) else { continue };
        let Some(claim) = project.claims.get(*claim) else { continue };
        let lead = format!("  {} {} ", project.id, claim.asked);
        let named =
            claim.outcome.title.as_deref().map_or_else(|| words.article(&claim.asked), |title| format!("“{title}”"));
        text.push_str(&hang(&lead, &named, width));
    }
    under(words.say("权利（与资金并行）", "rights (beside the money)"), text)
}

/// The questions that the claims rest on, and what was taken for each.
pub(super) fn readings(words: &Words<'_>, decision: &Decision, width: usize) -> String {
    let asked: BTreeMap<ReadingId, &str> =
        decision.readings.iter().map(|(id, option)| (*id, option.as_str())).collect();
    let rested = decision.projects.iter().flat_map(|it| &it.claims).flat_map(|claim| claim.readings.iter().copied());
    let all: BTreeSet<ReadingId> = rested.chain(asked.keys().copied()).collect();
    let mut text = String::new();
    for id in all {
        let Some(reading) = words.program.readings.get(id) else { continue };
        let (option, said) = match asked.get(&id) {
            Some(option) => {
                let known = words.program.options.iter().find(|(_, it)| it.reading == id && it.id == *option);
                (*option, known.map_or("", |(_, it)| it.words.as_str()))
            }
            None => (reading.chosen.as_str(), reading.words.as_str()),
        };
        let mark = if asked.contains_key(&id) { words.say("（另择）", " (asked for)") } else { "" };
        text.push_str(&hang(
            &format!("  {} {option}{mark} ", reading.id),
            &format!("{} → {said}", reading.question),
            width,
        ));
    }
    under(words.say("所依读法", "readings that this rests on"), text)
}

/// What was not said and so taken for granted.
pub(super) fn assumed(words: &Words<'_>, decision: &Decision, width: usize) -> String {
    let mut text = String::new();
    for key in &decision.assumed {
        let said = match key.as_str() {
            "prior_awards" => words.say(
                "以前没有得过资金（申请未写 prior_awards）",
                "no earlier payments (the application does not give prior_awards)",
            ),
            other => other,
        };
        text.push_str(&hang("  ", said, width));
    }
    under(words.say("申请未说明，视为", "taken for granted"), text)
}

/// The words of the document for each claim that gives something.
pub(super) fn document(words: &Words<'_>, decision: &Decision, width: usize) -> String {
    let mut clauses: BTreeSet<ClauseId> = BTreeSet::new();
    for project in &decision.projects {
        for (at, claim) in project.claims.iter().enumerate() {
            let sums = [
                (&project.chosen.guaranteed, project.payable.guaranteed),
                (&project.chosen.maximum, project.payable.maximum),
            ];
            let taken = sums.iter().any(|(by, sum)| by.contains(&at) && sum.is_none_or(|sum: Amount| sum.value != 0));
            if taken || is_right(claim) {
                let rule = claim.rule.and_then(|rule| words.program.rules.get(rule));
                clauses.extend(rule.into_iter().flat_map(|rule| rule.clauses.iter().copied()));
            }
        }
    }
    let mut text = String::new();
    for clause in clauses.into_iter().filter_map(|id| words.program.clauses.get(id)) {
        text.push_str(&hang(&format!("  {} ", clause.id), clause.text.trim(), width));
    }
    under(words.say("文件原文", "the words of the document"), text)
}

fn is_right(claim: &ClaimDecision) -> bool {
    claim.outcome.kind == Kind::Entitlement && !claim.outcome.monetary
}

fn under(title: &str, text: String) -> String {
    if text.is_empty() { text } else { format!("{}{text}", part(title)) }
}
