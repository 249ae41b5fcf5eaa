//! What is still missing: the facts in the live cone of what is not decided.

use super::blame::Run;
use super::cell::Truth;
use crate::program::{FactId, LevelId, NodeId, Op, Place};
use std::collections::BTreeSet;

/// A fact that is missing, and the row of its level.
pub(super) type Missing = (FactId, usize);

/// What a value still depends on.
#[derive(Clone, Debug, Default)]
pub(super) struct Lack {
    /// Absent facts.
    pub(super) facts: BTreeSet<Missing>,
    /// Years that the calendar of working days does not have.
    pub(super) calendar: bool,
}

/// What the value of `node` still depends on, added to `missing`. Nothing for a point.
pub(super) fn needs(run: Run<'_>, node: NodeId, row: usize, missing: &mut Lack) {
    walk(run, node, row, &mut BTreeSet::new(), missing);
}

fn walk(run: Run<'_>, node: NodeId, row: usize, seen: &mut BTreeSet<(NodeId, usize)>, missing: &mut Lack) {
    let Some(it) = run.program.nodes.get(node) else { return };
    if run.cell(node, row).is_point() || !seen.insert((node, row)) {
        return;
    }
    match &it.op {
        Op::Fact(fact) => {
            missing.facts.insert((*fact, row));
        }
        Op::Choose => {
            let Some((otherwise, arms)) = it.args.split_last() else { return };
            for arm in arms.chunks_exact(2) {
                let [guard, value] = arm else { continue };
                match run.cell(*guard, row).truth() {
                    Truth::False => {}
                    Truth::Unknown => {
                        walk(run, *guard, row, seen, missing);
                        walk(run, *value, row, seen, missing);
                    }
                    Truth::True => return walk(run, *value, row, seen, missing),
                }
            }
            walk(run, *otherwise, row, seen, missing);
        }
        Op::Spread => {
            let parent = run.application.rows.get(it.level).map_or(0, |rows| rows.parent_of(row));
            it.args.iter().for_each(|arg| walk(run, *arg, parent, seen, missing));
        }
        Op::WorkingDay => {
            missing.calendar |= it.args.iter().all(|arg| run.cell(*arg, row).is_point());
            it.args.iter().for_each(|arg| walk(run, *arg, row, seen, missing));
        }
        Op::Fold(_) => fold(run, &it.args, row, seen, missing),
        Op::Rank(_) => rank(run, &it.args, it.level, row, seen, missing),
        _ => it.args.iter().for_each(|arg| walk(run, *arg, row, seen, missing)),
    }
}

fn fold(run: Run<'_>, args: &[NodeId], row: usize, seen: &mut BTreeSet<(NodeId, usize)>, missing: &mut Lack) {
    let ([value, keep] | [value, keep, _]) = args else { return };
    // Where no row is certain to be kept, the value for no row may count.
    if let [_, _, otherwise] = args {
        walk(run, *otherwise, row, seen, missing);
    }
    let Some(level) = run.program.nodes.get(*value).map(|it| it.level) else { return };
    let Some(rows) = run.application.rows.get(level) else { return };
    if !rows.is_complete(row) {
        if let Some(Place::Values(fact) | Place::List(fact)) = run.program.levels.get(level).map(|it| it.place) {
            missing.facts.insert((fact, usize::MAX));
        }
        // What further rows would be held against matters too.
        for outside in spread_under(run, [*value, *keep]) {
            walk(run, outside, row, seen, missing);
        }
    }
    for below in rows.of(row) {
        if run.cell(*keep, below).truth() != Truth::False {
            walk(run, *keep, below, seen, missing);
            walk(run, *value, below, seen, missing);
        }
    }
}

/// The place of a row rests on every row of its list.
fn rank(
    run: Run<'_>,
    args: &[NodeId],
    level: LevelId,
    row: usize,
    seen: &mut BTreeSet<(NodeId, usize)>,
    missing: &mut Lack,
) {
    let Some(rows) = run.application.rows.get(level) else { return };
    let parent = rows.parent_of(row);
    if !rows.is_complete(parent)
        && let Some(Place::Values(fact) | Place::List(fact)) = run.program.levels.get(level).map(|it| it.place)
    {
        missing.facts.insert((fact, usize::MAX));
    }
    for other in rows.of(parent) {
        let kept = args.first().is_none_or(|keep| run.cell(*keep, other).truth() != Truth::False);
        if kept {
            args.iter().for_each(|arg| walk(run, *arg, other, seen, missing));
        }
    }
}

/// The nodes of the level above that a list's rows use.
fn spread_under(run: Run<'_>, nodes: [NodeId; 2]) -> BTreeSet<NodeId> {
    let mut outside = BTreeSet::new();
    let mut known = BTreeSet::from(nodes);
    let mut open = Vec::from(nodes);
    while let Some(node) = open.pop() {
        let Some(it) = run.program.nodes.get(node) else { continue };
        if it.op == Op::Spread {
            outside.extend(&it.args);
        } else {
            open.extend(it.args.iter().filter(|arg| known.insert(**arg)));
        }
    }
    outside
}
