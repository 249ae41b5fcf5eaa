//! What other tools rely on: facts and their types, members, and the ids of claims.

use tiaoli_eval::program::{Fact, FactKind, FormKind, Program, Rule, Ty};
use tiaoli_source::Value;

/// One difference that other tools may notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The alias of the fact or member, or the id of the claim.
    pub name: String,
    /// What became of it.
    pub what: Value,
    /// Whether an application that was read before is still read.
    pub integrators: Integrators,
}

/// What a difference means for other tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Integrators {
    /// What was sent before is refused or impossible now.
    Breaks,
    /// What was sent before is still read; there is more to send.
    More,
}

/// Facts, members and ids that differ.
pub(super) fn differences(old: &Program, new: &Program) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut put = |name: &str, zh: &str, en: &str, integrators: Integrators| {
        found.push(Difference { name: name.to_owned(), what: Value::said(zh, en), integrators });
    };
    for (_, fact) in new.facts.iter() {
        match old.facts.iter().find(|(_, it)| it.name.alias == fact.name.alias) {
            None => put(&fact.name.alias, "新增的事实", "a new fact", Integrators::More),
            Some((_, was)) => {
                if shape(was) != shape(fact) {
                    put(&fact.name.alias, "写法改变", "written otherwise", Integrators::Breaks);
                }
                if was.kind != fact.kind {
                    let (before, now) = (kind(was.kind), kind(fact.kind));
                    let zh = format!("来源由{}改为{}", before.0, now.0);
                    let en = format!("was {}, is {}", before.1, now.1);
                    put(&fact.name.alias, &zh, &en, Integrators::More);
                }
                for gone in members(old, was).iter().filter(|member| !members(new, fact).contains(member)) {
                    put(&format!("{}={gone}", fact.name.alias), "去掉的选项", "a member is gone", Integrators::Breaks);
                }
                for more in members(new, fact).iter().filter(|member| !members(old, was).contains(member)) {
                    put(&format!("{}={more}", fact.name.alias), "新增的选项", "a new member", Integrators::More);
                }
            }
        }
    }
    for (_, fact) in old.facts.iter() {
        if !new.facts.iter().any(|(_, it)| it.name.alias == fact.name.alias) {
            put(&fact.name.alias, "去掉的事实", "a fact is gone", Integrators::Breaks);
        }
    }
    for (_, rule) in new.rules.iter() {
        let Some((_, was)) = old.rules.iter().find(|(_, it)| it.id == rule.id) else { continue };
        let (before, after) = (outcome(was), outcome(rule));
        if before != after {
            let zh = format!("结果由 {before} 改为 {after}");
            let en = format!("the outcome was {before} and is {after}");
            put(&rule.id, &zh, &en, Integrators::Breaks);
        }
    }
    for (id, _) in &old.claimable {
        if new.claimable(id).is_none() {
            put(id, "不能再申请的条款", "can no longer be claimed", Integrators::Breaks);
        }
    }
    for (id, _) in &new.claimable {
        if old.claimable(id).is_none() {
            put(id, "可以申请的新条款", "can now be claimed", Integrators::More);
        }
    }
    found
}

/// The kind of outcome of a rule under the chosen readings, as a decision names it, and what it is counted in.
fn outcome(rule: &Rule) -> String {
    let Some((_, form)) = rule.forms.iter().find(|(when, _)| when.all.is_empty()) else { return String::new() };
    let kind = match form.kind {
        FormKind::Fixed | FormKind::Rate if form.power => "up_to",
        FormKind::Fixed => "fixed",
        FormKind::Rate => "rate",
        FormKind::Ceiling => "up_to",
        FormKind::Range => "range",
        FormKind::Referral => "referral",
        FormKind::CaseByCase => "case_by_case",
        FormKind::Entitlement | FormKind::Right => "entitlement",
        FormKind::Recovery => "recovery",
        FormKind::InKind => "in_kind",
    };
    let unit = form.unit.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
    let power = if form.power { " discretionary" } else { "" };
    format!("{kind}{unit}{power}")
}

/// Where a fact comes from, in the words of the language and in English.
fn kind(of: FactKind) -> (&'static str, &'static str) {
    match of {
        FactKind::Declared => ("申报", "declared"),
        FactKind::Recorded => ("登记", "on record"),
        FactKind::Found => ("认定", "a finding"),
        FactKind::Determined => ("核定", "a decided sum"),
        FactKind::Parameter => ("参数", "a parameter"),
    }
}

/// How a fact is written: where, as what, one or many.
fn shape(fact: &Fact) -> String {
    let unit = match &fact.ty {
        Ty::Number { unit, scale } => format!("{unit} {scale}"),
        _ => String::new(),
    };
    format!("{:?} {unit} {}", fact.written, fact.list.is_some())
}

fn members(program: &Program, fact: &Fact) -> Vec<String> {
    match &fact.ty {
        Ty::Member(of) => program
            .enums
            .get(*of)
            .map(|it| it.members.iter().map(|member| member.alias.clone()).collect())
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}
