//! One award: to whom, under which conditions, how much, what to hand in, and what stands beside it.

use super::words::full;
use super::{Block, Item, Reader, Source};
use tiaoli_eval::program::{FactId, FactKind, FormKind, Manner, RuleId};
use tiaoli_eval::selection::Active;
use tiaoli_syntax::ast::{self, AttributeKind, Award, ModifierKind, SentenceKind};

impl Source<'_> {
    /// One award of an article.
    pub(super) fn award(
        &self,
        article: &ast::Article,
        sentence: &ast::Sentence,
        several: bool,
        reader: Reader,
        blocks: &mut Vec<Block>,
    ) {
        if several {
            blocks.push(Block::Heading(3, sentence.id.text.clone()));
        }
        self.granted(&article.sentences, sentence, Some(&article.per.text), reader, blocks);
    }

    /// What one sentence grants, with the other sentences that stand beside it.
    pub(super) fn granted(
        &self,
        beside: &[ast::Sentence],
        sentence: &ast::Sentence,
        per: Option<&str>,
        reader: Reader,
        blocks: &mut Vec<Block>,
    ) {
        let SentenceKind::Award(award) = &sentence.kind else { return };
        let Some((rule, active)) = self.rule(&sentence.id.text) else { return };
        let mut put = |head: &str, text: String| {
            if !text.is_empty() {
                blocks.push(Block::Text(Some(head.to_owned()), text));
            }
        };
        let (whom, what) = match active.form.kind {
            FormKind::Recovery => ("对谁", "追回什么"),
            FormKind::Right => ("给谁", "享受什么"),
            _ => ("给谁", "给什么"),
        };
        put(whom, self.to_whom(active, per));
        put(what, self.how_much(beside, sentence, award, active));
        let checks = self.conditions(beside, sentence, award);
        if !checks.is_empty() {
            put("条件", if checks.len() > 1 { "同时符合：" } else { "须符合：" }.to_owned());
            blocks.push(Block::Checks(checks.clone()));
        }
        self.materials(rule, blocks);
        let together = self.together(rule, active);
        if !together.is_empty() {
            blocks.push(Block::Text(Some("限额和不能同享的".to_owned()), together.join("；")));
        }
        if reader == Reader::Desk {
            self.checking(rule, active, award, &checks, blocks);
        }
    }

    /// The rule that a clause belongs to: the one whose grant it states, else one that covers it.
    pub(super) fn rule(&self, clause: &str) -> Option<(RuleId, &Active)> {
        let id = |at: tiaoli_eval::program::ClauseId| self.program.clauses.get(at).map(|it| it.id.as_str());
        let granting = self.selection.rules.iter().find(|(_, active)| id(active.form.clause) == Some(clause));
        granting.or_else(|| {
            let covers = |rule: RuleId| {
                self.program.rules.get(rule).is_some_and(|it| it.clauses.iter().any(|at| id(*at) == Some(clause)))
            };
            self.selection.rules.iter().find(|(rule, _)| covers(*rule))
        })
    }

    fn to_whom(&self, active: &Active, per: Option<&str>) -> String {
        let level = self.program.levels.get(active.level);
        let owner = level.and_then(|it| it.parent).and_then(|it| self.program.levels.get(it));
        let each = per.map_or_else(|| self.words.level(active.level), str::to_owned);
        match owner.filter(|it| it.parent.is_some()) {
            Some(owner) => format!("{}的每个{each}", owner.name.zh),
            None => format!("每个{each}"),
        }
    }

    /// The grant with what limits it, in the words of the rule: a ceiling says that it is one.
    fn how_much(&self, beside: &[ast::Sentence], sentence: &ast::Sentence, award: &Award, active: &Active) -> String {
        // what is left out is a condition and no part of the sum
        let modifiers = award
            .modifiers
            .iter()
            .filter(|it| !matches!(it.kind, ModifierKind::Except(_) | ModifierKind::Shown { .. }));
        let each = award.each.as_ref().map_or_else(String::new, |it| match it.text.starts_with('每') {
            true => it.text.clone(),
            false => format!("每{}", it.text),
        });
        let monthly = if award.monthly { "每月" } else { "" };
        let mut parts = vec![format!("{each}{monthly}{}", self.words.at(award.grant.span))];
        parts.extend(modifiers.map(|it| self.words.at(it.span)));
        let mut text = parts.iter().map(|it| it.trim_start_matches('，')).collect::<Vec<_>>().join("，");
        let after = beside.iter().skip_while(|it| it.span != sentence.span).skip(1);
        for part in after.take_while(|it| !matches!(it.kind, SentenceKind::Award(_))) {
            if let SentenceKind::Part(_) = part.kind {
                let words = self.words.at(part.span);
                text.push_str(&format!(
                    "；{}",
                    words.strip_prefix(part.id.text.as_str()).unwrap_or(&words).trim_end_matches('。')
                ));
            }
        }
        let form = &active.form;
        if form.power {
            text.push_str("（可以给，也可以不给，由主管部门决定）");
        }
        match form.kind {
            FormKind::Ceiling => text.push_str("（这是上限，实际数额由主管部门核定）"),
            FormKind::Range => text.push_str("（在幅度以内由主管部门核定）"),
            FormKind::Referral => text.push_str("（数额按该文件确定）"),
            FormKind::Entitlement => text.push_str("（数额未定）"),
            _ => {}
        }
        text
    }

    /// 限, 对 … 的, exclusions: everything that must hold, as lines.
    fn conditions(&self, beside: &[ast::Sentence], sentence: &ast::Sentence, award: &Award) -> Vec<Item> {
        let mut checks = Vec::new();
        let governs = |only: &[ast::Id]| only.is_empty() || only.iter().any(|id| id.text == sentence.id.text);
        for other in beside {
            match &other.kind {
                SentenceKind::Scope(scope) if governs(&scope.only_for) => {
                    checks.extend(self.words.checks(&scope.condition));
                }
                SentenceKind::Exclusion(scope) if governs(&scope.only_for) => {
                    checks.push(self.not(&scope.condition));
                }
                _ => {}
            }
        }
        checks.extend(award.subject.iter().flat_map(|it| self.words.checks(it)));
        for modifier in &award.modifiers {
            if let ModifierKind::Except(condition) = &modifier.kind {
                checks.push(self.not(condition));
            }
        }
        for scope in self.settlement_conditions(sentence) {
            match scope {
                (true, condition) => checks.extend(self.words.checks(condition)),
                (false, condition) => checks.push(self.not(condition)),
            }
        }
        checks
    }

    fn not(&self, condition: &ast::Condition) -> Item {
        let under = self.words.checks(condition);
        match under.as_slice() {
            [one] if one.under.is_empty() => Item::line(format!("不属于：{}", one.text)),
            [one] => Item { text: "不属于下列情形：".to_owned(), under: one.under.clone() },
            _ => Item { text: "不属于下列情形：".to_owned(), under },
        }
    }

    /// What the applicant writes, what the office looks up, what it finds.
    fn materials(&self, rule: RuleId, blocks: &mut Vec<Block>) {
        let Some(ready) = self.readiness.rules.iter().find(|it| it.rule == rule) else { return };
        let of = |kind: FactKind| -> &[FactId] {
            ready.facts.iter().find(|(it, _)| *it == kind).map_or(&[], |(_, facts)| facts.as_slice())
        };
        let declared = of(FactKind::Declared);
        if !declared.is_empty() {
            blocks.push(Block::Text(Some("申报时填写".to_owned()), "并附能够证明的材料：".to_owned()));
            let rows = declared.iter().filter_map(|fact| {
                let it = self.program.facts.get(*fact)?;
                Some(vec![full(&it.name).to_owned(), self.words.to_write(it), self.said_of(&it.name.alias)])
            });
            let head = ["填什么", "怎样填", "说明"].map(str::to_owned).to_vec();
            blocks.push(Block::Table(head, rows.collect()));
        }
        for (kind, head) in [
            (FactKind::Recorded, "部门核查，不用提交"),
            (FactKind::Found, "由主管部门认定"),
            (FactKind::Determined, "由主管部门核定"),
        ] {
            let names: Vec<&str> =
                of(kind).iter().filter_map(|fact| self.program.facts.get(*fact)).map(|it| full(&it.name)).collect();
            if !names.is_empty() {
                blocks.push(Block::Text(Some(head.to_owned()), names.join("、")));
            }
        }
    }

    /// What the vocabulary says of a fact after its type: 不超过 实际投入.
    fn said_of(&self, alias: &str) -> String {
        let entities = self.files.iter().flat_map(|file| &file.items).filter_map(|item| match item {
            ast::Item::Entity(entity) => Some(entity),
            _ => None,
        });
        let Some(fact) = entities.flat_map(|it| &it.facts).find(|it| it.alias.text == alias) else {
            return String::new();
        };
        let said = fact.attributes.iter().filter_map(|it| match it.kind {
            AttributeKind::Constraint(_) | AttributeKind::AtMost(_) => Some(self.words.at(it.span)),
            AttributeKind::Ratio(..) => Some(format!("即{}", self.words.at(it.span).trim_start_matches('=').trim())),
            AttributeKind::Optional => Some("没有的可以不填".to_owned()),
            AttributeKind::DefaultYearOfEvaluation => Some("不填的按评定当年".to_owned()),
            AttributeKind::InFull(_) | AttributeKind::Also(_) => None,
        });
        said.collect::<Vec<_>>().join("；")
    }

    /// Shared limits, rivals, what may be had beside it.
    fn together(&self, rule: RuleId, active: &Active) -> Vec<String> {
        if active.form.kind == FormKind::Right {
            return Vec::new();
        }
        // a limit of the grant itself stands in its words
        let limits = active.form.limits.iter().filter_map(|it| self.program.limits.get(*it));
        let limits = limits.filter(|it| it.clause != active.form.clause);
        let mut said: Vec<String> = limits.map(|it| self.words.limit(it)).collect();
        let id = |rule: &RuleId| self.program.rules.get(*rule).map(|it| it.id.clone());
        let all = self.program.rules.len();
        for rivalry in &self.selection.rivalries {
            let mut rivals: Vec<RuleId> =
                rivalry.groups.iter().filter(|group| group.contains(&rule)).flatten().copied().collect();
            rivals.sort_unstable();
            rivals.dedup();
            rivals.retain(|it| *it != rule);
            if rivals.is_empty() {
                continue;
            }
            let who = if rivals.len() + 1 == all {
                "其他各条".to_owned()
            } else {
                rivals.iter().filter_map(id).collect::<Vec<_>>().join("、")
            };
            let how = match rivalry.sentence.manner {
                Manner::Best | Manner::Highest | Manner::HighestBeforeLimits => "从高，不重复",
                Manner::First => "先得一项的，不再给其他",
                Manner::Choice(_) => "由申请人选择一项",
            };
            said.push(format!("与{who}：{how}"));
        }
        said
    }
}
