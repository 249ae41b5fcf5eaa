//! For the desk: in which order to check, who decides what, which readings hold and why.

use super::words::full;
use super::{Block, Item, Source};
use tiaoli_eval::program::{Effect, FactId, FactKind, FormKind, GateKind, RuleId};
use tiaoli_eval::selection::Active;
use tiaoli_syntax::ast::Award;

impl Source<'_> {
    /// The checks of one award in the order of blame, then the sum, then who decides.
    pub(super) fn checking(
        &self,
        rule: RuleId,
        active: &Active,
        award: &Award,
        checks: &[Item],
        blocks: &mut Vec<Block>,
    ) {
        let mut steps: Vec<Item> = Vec::new();
        for gate in &active.gates {
            let words = match gate.kind {
                GateKind::InForce => "政策已经施行，并在有效期内",
                GateKind::Event => "事件不早于施行之日",
                // the others are the conditions of the award, in its words
                GateKind::Scope | GateKind::Condition => continue,
            };
            let clause = self.program.clauses.get(gate.clause).map_or("", |it| it.id.as_str());
            let facts: Vec<FactId> = self.program.facts_under([gate.node]).into_iter().collect();
            let step = Item { text: format!("{words}（{clause}）"), under: self.looked_at(&facts) };
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        for check in checks {
            let facts: Vec<FactId> = active.cone.iter().copied().filter(|fact| self.speaks_of(check, *fact)).collect();
            let mut under = check.under.clone();
            under.extend(self.looked_at(&facts));
            steps.push(Item { text: check.text.clone(), under });
        }
        steps.push(Item::line(format!("数额：{}", self.words.at(award.grant.span))));
        if !active.form.limits.is_empty() {
            steps.push(Item::line("限额：查本年度和历年已拨付的，余额不足的给余额"));
        }
        steps.push(Item::line("与其他各条的关系：见共同规定"));
        blocks.push(Block::Text(
            Some("审核次序".to_owned()),
            "前一步不符合的，不予，写明是哪一步；缺事实的，待定，写明缺什么：".to_owned(),
        ));
        blocks.push(Block::Steps(steps));
        let decided = self.decided(active);
        if !decided.is_empty() {
            blocks.push(Block::Text(Some("由谁定".to_owned()), decided.join("；")));
        }
        let readings = self.program.rules.get(rule).map(|it| it.readings.as_slice()).unwrap_or_default();
        let ids: Vec<&str> =
            readings.iter().filter_map(|it| self.program.readings.get(*it)).map(|it| it.id.as_str()).collect();
        if !ids.is_empty() {
            blocks.push(Block::Text(Some("依据读法".to_owned()), format!("{}（见文末）", ids.join("、"))));
        }
    }

    /// `看：实际投入（申报材料）`
    fn looked_at(&self, facts: &[FactId]) -> Vec<Item> {
        let facts = facts.iter().filter_map(|fact| self.program.facts.get(*fact));
        let named: Vec<String> = facts.map(|it| format!("{}（{}）", full(&it.name), source_of(it.kind))).collect();
        if named.is_empty() { Vec::new() } else { vec![Item::line(format!("看：{}", named.join("、")))] }
    }

    /// Whether a line, or what stands under it, names a fact.
    fn speaks_of(&self, check: &Item, fact: FactId) -> bool {
        let Some(name) = self.program.facts.get(fact).map(|it| &it.name) else { return false };
        let names = [full(name), name.zh.as_str()].into_iter().chain(name.also.iter().map(String::as_str));
        let longer = |word: &str| {
            let others = self.program.facts.iter().filter(|(other, _)| *other != fact);
            others
                .map(|(_, it)| it.name.zh.as_str())
                .any(|it| it.len() > word.len() && it.contains(word) && check.text.contains(it))
        };
        names.into_iter().any(|word| check.text.contains(word) && !longer(word))
            || check.under.iter().any(|it| self.speaks_of(it, fact))
    }

    /// Findings, sums and powers, and who has them.
    fn decided(&self, active: &Active) -> Vec<String> {
        let facts = || active.cone.iter().copied().chain(active.form.decider);
        let of = |kind: FactKind| -> Vec<&str> {
            let mut names: Vec<&str> = Vec::new();
            for it in facts().filter_map(|fact| self.program.facts.get(fact)).filter(|it| it.kind == kind) {
                let name = full(&it.name);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        let mut said = Vec::new();
        for (kind, what) in [(FactKind::Found, "认定"), (FactKind::Determined, "核定")] {
            let names = of(kind);
            if !names.is_empty() {
                said.push(format!("{what}：{}", names.join("、")));
            }
        }
        if active.form.power {
            said.push("给不给由主管部门决定（可）".to_owned());
        }
        if let Some(title) = active.form.title.as_deref().filter(|_| active.form.kind == FormKind::Referral) {
            said.push(format!("按“{title}”确定"));
        }
        said
    }

    /// The register of readings, as it holds.
    pub(super) fn desk(&self, blocks: &mut Vec<Block>) {
        if self.program.readings.is_empty() {
            return;
        }
        blocks.push(Block::Heading(2, "读法".to_owned()));
        blocks.push(Block::Text(
            None,
            "文件有不止一种读法的，按下列读法办理；不同意的，提出来改登记簿，不要逐件另定。".to_owned(),
        ));
        let head = ["编号", "问题", "采用", "理由", "另解"].map(str::to_owned).to_vec();
        let rows = self.program.readings.iter().map(|(id, it)| {
            let others = self.program.options.iter().filter(|(_, option)| option.reading == id);
            let others: Vec<String> = others
                .map(|(_, option)| match &option.effect {
                    Effect::Changes => format!("{} {}", option.id, option.words),
                    Effect::Same(_) => format!("{} {}（结果相同）", option.id, option.words),
                    Effect::Lacking(_) => format!("{} {}（无法计算）", option.id, option.words),
                })
                .collect();
            vec![
                it.id.clone(),
                it.question.clone(),
                format!("{} {}", it.chosen, it.words),
                it.reason.clone(),
                others.join("；"),
            ]
        });
        blocks.push(Block::Table(head, rows.collect()));
    }
}

fn source_of(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Declared => "申报材料",
        FactKind::Recorded => "登记记录",
        FactKind::Found => "认定",
        FactKind::Determined => "核定",
        FactKind::Parameter => "公布的数",
    }
}
