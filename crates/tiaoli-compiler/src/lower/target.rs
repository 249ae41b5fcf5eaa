//! Targets: figures that the document aims at.

use super::builder::Builder;
use super::{condition, rules};
use std::collections::BTreeSet;
use tiaoli_eval::program::{Target, TargetId};
use tiaoli_eval::table::Table;

/// The targets in document order.
pub(super) fn lower(builder: &mut Builder<'_, '_>) -> Table<TargetId, Target> {
    let resolved = builder.resolved;
    let target = |(clause, it): &(tiaoli_eval::program::ClauseId, &tiaoli_syntax::ast::Target)| {
        let met = it.conditions.iter().map(|it| condition::lower(builder, it)).collect();
        let met = builder.all(met);
        let asked = it.year_fact.as_ref().and_then(|name| resolved.dictionary.one(name)).map(|fact| builder.fact(fact));
        let readings = rules::about(builder, &BTreeSet::from([*clause]));
        Target { clause: *clause, year: it.year, asked, met, readings }
    };
    resolved.targets.iter().map(target).collect()
}
