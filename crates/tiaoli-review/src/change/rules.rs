//! Which rules say something else.

use super::{Both, Fate, RuleChange};
use std::collections::BTreeMap;
use tiaoli_eval::program::{LimitPeriod, NodeId, Op, Program, Rule, Ty};

/// The rules that differ, in the order of the new document, then those that are gone.
pub(super) fn changes(both: &Both<'_>) -> Vec<RuleChange> {
    let (old, new) = (both.old.program, both.new.program);
    let mut before = Trees { program: old, known: BTreeMap::new() };
    let mut after = Trees { program: new, known: BTreeMap::new() };
    let of = |program: &Program, id: &str| program.rules.iter().find(|(_, it)| it.id == id).map(|(_, it)| it.clone());
    let mut changes = Vec::new();
    for (_, rule) in new.rules.iter() {
        let fate = match of(old, &rule.id) {
            None => Fate::Added,
            Some(was) if before.rule(&was) != after.rule(rule) => Fate::Changed,
            Some(_) => continue,
        };
        let example = if fate == Fate::Changed { both.example(&rule.id) } else { None };
        changes.push(RuleChange { id: rule.id.clone(), fate, example });
    }
    for (_, rule) in old.rules.iter().filter(|(_, rule)| of(new, &rule.id).is_none()) {
        changes.push(RuleChange { id: rule.id.clone(), fate: Fate::Removed, example: None });
    }
    changes
}

/// Nodes as trees over the aliases of facts, so that they can be compared between programs.
struct Trees<'a> {
    program: &'a Program,
    known: BTreeMap<NodeId, String>,
}

impl Trees<'_> {
    /// What a rule says: its conditions and forms under every reading, without the words around them.
    fn rule(&mut self, rule: &Rule) -> String {
        let mut said = String::new();
        for (when, gate) in &rule.gates {
            let (all, none) = (self.options(&when.all), self.options(&when.none));
            said.push_str(&format!("{all}-{none} {:?} {}\n", gate.kind, self.node(gate.node)));
        }
        for (when, form) in &rule.forms {
            let (all, none) = (self.options(&when.all), self.options(&when.none));
            let nodes = [form.sum, form.positive, form.ceiling.map(|(_, cap)| cap)];
            let nodes: Vec<String> =
                nodes.into_iter().map(|node| node.map_or(String::new(), |it| self.node(it))).collect();
            let limits: Vec<String> = form.limits.iter().map(|limit| self.limit(*limit)).collect();
            said.push_str(&format!(
                "{all}-{none} {:?} {} {:?} {nodes:?} {limits:?} {:?}\n",
                form.kind,
                form.power,
                form.decider.and_then(|fact| self.program.facts.get(fact)).map(|fact| &fact.name.alias),
                form.title
            ));
        }
        said
    }

    fn options(&self, options: &[tiaoli_eval::program::OptionId]) -> String {
        let name = |id: &tiaoli_eval::program::OptionId| {
            let option = self.program.options.get(*id)?;
            Some(format!("{}{}", self.program.readings.get(option.reading)?.id, option.id))
        };
        options.iter().filter_map(name).collect::<Vec<_>>().join("+")
    }

    fn limit(&mut self, limit: tiaoli_eval::program::LimitId) -> String {
        let Some(it) = self.program.limits.get(limit).cloned() else { return String::new() };
        let period = match it.period {
            LimitPeriod::Year(node) => self.node(node),
            other => format!("{other:?}"),
        };
        let whom = self.program.levels.get(it.whom).map(|level| level.name.alias.clone()).unwrap_or_default();
        format!("{whom} {period} {:?}", it.room)
    }

    fn node(&mut self, node: NodeId) -> String {
        if let Some(known) = self.known.get(&node) {
            return known.clone();
        }
        let Some(it) = self.program.nodes.get(node).cloned() else { return String::new() };
        let op = match &it.op {
            Op::Fact(fact) | Op::Given(fact) => {
                let alias = self.program.facts.get(*fact).map(|fact| fact.name.alias.as_str()).unwrap_or_default();
                let given = if matches!(it.op, Op::Given(_)) { "?" } else { "" };
                format!("{alias}{given}")
            }
            Op::In(set) => {
                let of = it.args.first().and_then(|arg| self.program.nodes.get(*arg)).map(|arg| &arg.ty);
                let members = match of {
                    Some(Ty::Member(of)) => self.program.enums.get(*of).map(|it| it.members.as_slice()),
                    _ => None,
                };
                let names: Vec<&str> = set
                    .members()
                    .filter_map(|at| members?.get(usize::from(at)))
                    .map(|member| member.alias.as_str())
                    .collect();
                format!("in {names:?}")
            }
            other => format!("{other:?}"),
        };
        let args: Vec<String> = it.args.iter().map(|arg| self.node(*arg)).collect();
        let said = if args.is_empty() { op } else { format!("{op}({})", args.join(", ")) };
        self.known.insert(node, said.clone());
        said
    }
}
