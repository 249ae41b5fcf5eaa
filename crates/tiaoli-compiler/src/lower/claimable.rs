//! What can be named in `claims`: every rule by each of its names, and everything that awards nothing.

use super::builder::Builder;
use super::rules::{names, scope_names, text};
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::program::{Claimable, ClauseId, Rule, RuleId, Target, TargetId};
use tiaoli_eval::table::Table;

/// Every id, sorted. Sets the canonical id of each rule.
pub(super) fn ids(
    builder: &Builder<'_, '_>,
    rules: &mut Table<RuleId, Rule>,
    targets: &Table<TargetId, Target>,
) -> Vec<(String, Claimable)> {
    let resolved = builder.resolved;
    let document = resolved.document;
    let mut ids: BTreeMap<String, Claimable> = BTreeMap::new();
    // Clauses and sections that award nothing come first; what follows goes before them.
    for clause in &document.clauses {
        ids.insert(clause.id.to_string(), Claimable::Nothing);
    }
    for (id, _) in &resolved.declared {
        ids.insert(id.clone(), Claimable::Nothing);
    }
    for (target, it) in targets.iter() {
        ids.insert(text(builder, it.clause), Claimable::Targets(vec![target]));
    }
    for section in sections(builder, targets.iter().map(|(_, it)| it.clause)) {
        let inside =
            targets.iter().filter(|(_, it)| is_inside(&text(builder, it.clause), &section)).map(|(id, _)| id).collect();
        ids.insert(section, Claimable::Targets(inside));
    }
    for article in &resolved.articles {
        let own: Vec<RuleId> =
            rules.iter().filter(|(_, rule)| is_inside(&rule.id, &article.id.text)).map(|(id, _)| id).collect();
        let alone = own.len() == 1;
        for rule in &own {
            let Some(it) = rules.get_mut(*rule) else { continue };
            let names = names(builder, article, it, alone);
            if let Some(canonical) = names.first() {
                it.id.clone_from(canonical);
            }
            for name in names {
                ids.insert(name, Claimable::Rule(*rule));
            }
        }
        for (scope, only) in scope_names(article) {
            let governed: Vec<RuleId> =
                own.iter().copied().filter(|rule| rules.get(*rule).is_some_and(|it| only.contains(&it.id))).collect();
            if let [one] = governed.as_slice()
                && ids.get(&scope) == Some(&Claimable::Nothing)
            {
                ids.insert(scope, Claimable::Rule(*one));
            }
        }
    }
    several(builder, rules, &mut ids);
    ids.into_iter().collect()
}

/// Sections of several rules can be named in a refusal, with the ids to ask for instead.
fn several(builder: &Builder<'_, '_>, rules: &Table<RuleId, Rule>, ids: &mut BTreeMap<String, Claimable>) {
    let sections = sections(builder, rules.iter().flat_map(|(_, rule)| rule.clauses.first().copied()));
    for section in sections {
        let inside: Vec<RuleId> = rules
            .iter()
            .filter(|(_, rule)| rule.clauses.iter().any(|clause| is_inside(&text(builder, *clause), &section)))
            .map(|(id, _)| id)
            .collect();
        ids.entry(section).or_insert(Claimable::Several(inside));
    }
}

/// The numbered units around clauses, inner ones too.
fn sections(builder: &Builder<'_, '_>, clauses: impl Iterator<Item = ClauseId>) -> BTreeSet<String> {
    let mut sections = BTreeSet::new();
    for clause in clauses {
        let id = text(builder, clause);
        let mut unit = id.as_str();
        while let Some((outer, _)) = unit.rsplit_once('.') {
            if outer.contains('.') {
                sections.insert(outer.to_owned());
            }
            unit = outer;
        }
    }
    sections
}

fn is_inside(id: &str, unit: &str) -> bool {
    id.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
