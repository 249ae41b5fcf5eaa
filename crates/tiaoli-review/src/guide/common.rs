//! What holds for every award: settlement, deadlines, money that does not reach, and the steps of the procedure.

use super::{Block, Source};
use tiaoli_eval::program::{Procedure, Start, Step, StepKind, TimeUnit};
use tiaoli_source::document::number_len;
use tiaoli_syntax::ast::{self, Condition, SettlementKind};

impl Source<'_> {
    /// Conditions in 结算 that hold for a sentence: whether each must hold, or must not.
    pub(super) fn settlement_conditions(&self, sentence: &ast::Sentence) -> Vec<(bool, &Condition)> {
        let speaks = |only: &[ast::Id]| {
            only.is_empty()
                || only
                    .iter()
                    .any(|id| id.text == sentence.id.text || sentence.id.text.starts_with(&format!("{}.", id.text)))
        };
        let items = self.files.iter().flat_map(|file| &file.items);
        let sentences = items.filter_map(|item| match item {
            ast::Item::Settlement(it) => Some(&it.sentences),
            _ => None,
        });
        let conditions = sentences.flatten().filter_map(|it| match &it.kind {
            SettlementKind::Scope(scope) if speaks(&scope.only_for) => Some((true, &scope.condition)),
            SettlementKind::Exclusion(scope) if speaks(&scope.only_for) => Some((false, &scope.condition)),
            _ => None,
        });
        conditions.collect()
    }

    /// The document's own words on how awards come together, and on money that does not reach.
    pub(super) fn common(&self, blocks: &mut Vec<Block>) {
        let mut ids: Vec<&str> = Vec::new();
        let mut money: Vec<&str> = Vec::new();
        for item in self.files.iter().flat_map(|file| &file.items) {
            match item {
                ast::Item::Settlement(it) => ids.extend(it.sentences.iter().map(|it| it.id.text.as_str())),
                ast::Item::Definition(it) => ids.extend(it.sentences.iter().map(|it| it.id.text.as_str())),
                _ => {}
            }
        }
        for allocation in &self.program.allocations {
            let clauses = allocation.clauses.iter().filter_map(|it| self.program.clauses.get(*it));
            money.extend(clauses.map(|it| it.id.as_str()));
        }
        for (head, ids) in [("共同规定", ids), ("资金和名额", money)] {
            let quoted = self.quoted(&ids);
            if !quoted.is_empty() {
                blocks.push(Block::Heading(2, head.to_owned()));
                blocks.push(Block::Quote(quoted));
            }
        }
    }

    /// Clauses by id, each once, in the order of the document.
    fn quoted(&self, ids: &[&str]) -> Vec<(String, String)> {
        let document = &self.compiled.document;
        let named = document.clauses.iter().filter(|it| ids.contains(&it.id.as_str()));
        named.map(|it| (it.id.to_string(), one_line(document.words(it)))).collect()
    }

    /// The steps of each procedure: what, by when, by whom, with which papers.
    pub(super) fn procedures(&self, blocks: &mut Vec<Block>) {
        for procedure in &self.program.procedures {
            let title = procedure.title.as_deref().unwrap_or("办理程序");
            blocks.push(Block::Heading(2, format!("{} {title}", procedure.id)));
            let head = ["步骤", "期限", "由谁", "要求"].map(str::to_owned).to_vec();
            let rows = procedure.steps.iter().map(|step| {
                let mut asks: Vec<String> = Vec::new();
                asks.extend(step.to.iter().map(|it| format!("向{it}提出")));
                asks.extend((!step.submits.is_empty()).then(|| format!("提交{}", step.submits.join("、"))));
                asks.extend(step.must.iter().map(|it| format!("须{it}")));
                asks.extend(step.must_not.iter().map(|it| format!("不得{it}")));
                asks.extend(step.breach.iter().map(|it| format!("违反的，适用 {it}")));
                vec![kind(step), self.time_limit(procedure, step), step.by.join("、"), asks.join("；")]
            });
            blocks.push(Block::Table(head, rows.collect()));
        }
    }

    fn time_limit(&self, procedure: &Procedure, step: &Step) -> String {
        if let Some(((month, day), (last_month, last_day))) = step.season {
            return format!("每年{month}月{day}日至{last_month}月{last_day}日");
        }
        let from = match step.start {
            Some(Start::Fact(fact)) => self.program.facts.get(fact).map(|it| it.name.zh.as_str()),
            Some(Start::Step(at)) => procedure.steps.get(at).map(|it| it.name.zh.as_str()),
            None => None,
        };
        let (Some(from), Some(limit)) = (from, step.limit) else { return String::new() };
        let unit = match limit.unit {
            TimeUnit::Day => "日",
            TimeUnit::WorkingDay => "个工作日",
            TimeUnit::Month => "个月",
            TimeUnit::Year => "年",
        };
        let count = limit.count;
        if limit.lasting { format!("{from}起，为期{count}{unit}") } else { format!("{from}起{count}{unit}内") }
    }
}

/// The words of a clause on one line, without the number of its unit.
pub(super) fn one_line(words: &str) -> String {
    let words = words.get(number_len(words)..).unwrap_or(words);
    words.replace("\r\n", "\n").replace('\n', " ")
}

fn kind(step: &Step) -> String {
    let kind = match step.kind {
        StepKind::Step => "",
        StepKind::Duty => "义务：",
        StepKind::Correction => "更正：",
        StepKind::Review => "复核：",
    };
    format!("{kind}{}", step.name.zh)
}
