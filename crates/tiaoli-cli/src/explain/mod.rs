//! One claim, step by step, down to the facts and the words of the document.

mod formula;
mod tree;
mod value;

use crate::render::wrap::{hang, paragraph};
use crate::statement::{Words, rows, standing};
use formula::Steps;
use tiaoli::claim::{Cell, Truth};
use tiaoli::outcome::{ClaimDecision, ProjectDecision, RowDecision};
use tiaoli::program::GateKind;
use tiaoli::trace::Trace;
use tiaoli::{Decision, row_name};

/// What is explained.
pub(crate) struct Explained<'a> {
    pub(crate) words: Words<'a>,
    pub(crate) decision: &'a Decision,
    pub(crate) project: &'a ProjectDecision,
    /// The position of the claim in its project.
    pub(crate) at: usize,
    pub(crate) claim: &'a ClaimDecision,
    /// The row that the trace is of, where the claim is one on a list.
    pub(crate) listed: Option<&'a RowDecision>,
    pub(crate) trace: &'a Trace,
}

impl Explained<'_> {
    /// For people.
    pub(crate) fn human(&self, width: usize) -> String {
        let words = &self.words;
        let (id, title) = (&self.claim.asked, words.article(&self.claim.asked));
        let heading = format!(
            "{}{id}{}{title}{}{}",
            words.say("条款 ", "clause "),
            words.say("“", " “"),
            words.say("”，项目 ", "”, project "),
            self.project.id
        );
        let mut text = paragraph(&heading, width);
        text.push_str(&hang(words.say("结果　", "outcome   "), &words.outcome(self.claim), width));
        let taken = standing(words, self.project, self.at, self.claim);
        if self.decision.total.is_ok() && !taken.is_empty() {
            text.push_str(&hang(words.say("取舍　", "standing  "), &taken, width));
        }
        text.push_str(&rows(words, self.project, self.claim, self.decision.total.is_ok(), width));
        if let Some(row) = self.listed {
            let lead = format!("\n{}{} ", words.say("第", "row "), row_name(row));
            text.push_str(&hang(&format!("{lead}{}", words.say("行　", " ")), &words.of_outcome(&row.outcome), width));
        } else if self.claim.rows.as_ref().is_some_and(|listed| listed.rows.len() > 1) {
            let help = words.say("看某一行怎样算出：加 --row 1", "to see how one row came about, add --row 1");
            text.push_str(&format!("\n{}", paragraph(help, width)));
        }
        self.conditions(width, &mut text);
        self.sum(width, &mut text);
        self.rests(width, &mut text);
        text
    }

    fn conditions(&self, width: usize, text: &mut String) {
        let steps = Steps { words: self.words, trace: self.trace };
        let mut last = None;
        for (kind, clause, step) in &self.trace.gates {
            let Some(step) = steps.step(*step) else { continue };
            if last != Some((*kind, *clause)) {
                let id = self.words.program.clauses.get(*clause).map_or("", |it| it.id.as_str());
                let (zh, en) = match kind {
                    GateKind::InForce => ("施行", "in force"),
                    GateKind::Event => ("事件日期", "date of the event"),
                    GateKind::Scope => ("适用范围", "scope"),
                    GateKind::Condition => ("条件", "condition"),
                };
                text.push_str(&format!("\n{} {id}\n", self.words.say(zh, en)));
                last = Some((*kind, *clause));
            }
            // That the policy is in force needs no proof where it is.
            if matches!(kind, GateKind::InForce | GateKind::Event) && step.value == Cell::Truth(Truth::True) {
                text.push_str(&format!("  ✓ {}\n", self.words.say("符合", "holds")));
                continue;
            }
            tree::tree(&steps, step, 0, width, text);
        }
    }

    fn sum(&self, width: usize, text: &mut String) {
        let steps = Steps { words: self.words, trace: self.trace };
        let parts =
            [(self.trace.sum, "金额", "sum"), (self.trace.positive, "须大于零的数", "figure that must be above zero")];
        for (step, zh, en) in parts {
            if let Some(step) = step.and_then(|at| steps.step(at)) {
                text.push_str(&format!("\n{}\n", self.words.say(zh, en)));
                tree::tree(&steps, step, 0, width, text);
            }
        }
    }

    /// The readings with their reasons, and the words of the document.
    fn rests(&self, width: usize, text: &mut String) {
        let (words, program) = (&self.words, self.words.program);
        if !self.claim.readings.is_empty() {
            text.push_str(&format!("\n{}\n", words.say("所依读法", "readings that this rests on")));
        }
        for reading in self.claim.readings.iter().filter_map(|id| Some((*id, program.readings.get(*id)?))) {
            let (id, it) = reading;
            let asked =
                self.decision.readings.iter().find(|(asked, _)| *asked == id).map(|(_, option)| option.as_str());
            let said = match asked
                .and_then(|asked| program.options.iter().find(|(_, known)| known.reading == id && known.id == asked))
            {
                Some((_, option)) => format!("{} → {} {}", it.question, option.id, option.words),
                None => format!(
                    "{} → {} {}{}{}",
                    it.question,
                    it.chosen,
                    it.words,
                    words.say("；因 ", "; because "),
                    it.reason
                ),
            };
            text.push_str(&hang(&format!("  {} ", it.id), &said, width));
        }
        let clauses = self
            .claim
            .rule
            .and_then(|rule| program.rules.get(rule))
            .map(|rule| rule.clauses.as_slice())
            .unwrap_or_default();
        if !clauses.is_empty() {
            text.push_str(&format!("\n{}\n", words.say("文件原文", "the words of the document")));
        }
        for clause in clauses.iter().filter_map(|id| program.clauses.get(*id)) {
            text.push_str(&hang(&format!("  {} ", clause.id), clause.text.trim(), width));
        }
    }
}
