//! What every compiled program keeps, and the evaluator relies on.
//!
//! The evaluator takes no value on trust: it has no panic, whatever a node's arguments are. What it does rely on is the
//! shape: ids that name something, arguments that stand earlier, levels that lead upwards, and a depth that a walk over
//! the nodes can bear.

use crate::ids;
use crate::unreadable::{Reason, Unreadable};
use tiaoli_eval::program::{LevelId, Node, NodeId, Op, Place, Program, Ty};
use tiaoli_eval::table::Table;

/// The most nodes that stand on each other. The first policy has some thirty.
pub const MAX_DEPTH: u16 = 400;
/// The most levels.
pub const MAX_LEVELS: usize = 64;
/// The most members of an enumeration.
const MAX_MEMBERS: usize = 127;
/// The most decimal places of a number that fits.
const MAX_SCALE: u8 = 38;

pub(crate) fn check(program: &Program) -> Result<(), Unreadable> {
    ids::check(program)?;
    levels(program)?;
    nodes(program)?;
    if program.enums.iter().any(|(_, it)| it.members.len() > MAX_MEMBERS) {
        return broken("枚举的成员太多", "an enumeration has too many members");
    }
    if !program.claimable.is_sorted_by(|(one, _), (other, _)| one < other) {
        return broken("可申请的条款未按编号排列", "what can be claimed is not sorted");
    }
    tiaoli_eval::selection::select(program, &[])
        .map(|_| ())
        .or_else(|_| broken("有规则没有给付", "a rule grants nothing at all"))
}

fn broken(zh: &'static str, en: &'static str) -> Result<(), Unreadable> {
    Err(Unreadable::of(Reason::Unsound(zh, en)))
}

fn levels(program: &Program) -> Result<(), Unreadable> {
    if program.levels.len() > MAX_LEVELS {
        return broken("层级太多", "there are too many levels");
    }
    for place in [Place::Application, Place::Applicant, Place::Project] {
        if program.levels.iter().filter(|(_, level)| level.place == place).count() != 1 {
            return broken("层级不全", "a level is missing or stands twice");
        }
    }
    for (id, level) in program.levels.iter() {
        let right = match (level.place, level.parent) {
            (Place::Application, parent) => parent.is_none(),
            (_, Some(parent)) => parent < id,
            (_, None) => false,
        };
        if !right {
            return broken("层级次序有误", "the levels are not in order");
        }
    }
    Ok(())
}

fn nodes(program: &Program) -> Result<(), Unreadable> {
    let mut depths: Table<NodeId, u16> = Table::new();
    for (id, node) in program.nodes.iter() {
        let mut depth = 0;
        for arg in &node.args {
            if *arg >= id {
                return broken("节点次序有误", "the nodes are not in order");
            }
            if !leads(program, node, *arg) {
                return broken("节点的层级有误", "a node reads a row of another level");
            }
            depth = depth.max(depths.get(*arg).map_or(0, |below| below.saturating_add(1)));
        }
        if depth > MAX_DEPTH {
            return broken("节点嵌套太深", "the nodes stand too deep");
        }
        if matches!(node.ty, Ty::Number { scale, .. } if scale > MAX_SCALE) {
            return broken("数的小数位太多", "a number has too many places");
        }
        depths.push(depth);
    }
    Ok(())
}

/// Whether a node may read this argument: one of its own level, or across one level for the two operations that do so.
fn leads(program: &Program, node: &Node, arg: NodeId) -> bool {
    let parent = |level: LevelId| program.levels.get(level).and_then(|it| it.parent);
    let Some(below) = program.nodes.get(arg).map(|it| it.level) else { return false };
    match node.op {
        Op::Spread => parent(node.level) == Some(below),
        Op::Fold(_) => parent(below) == Some(node.level),
        _ => below == node.level,
    }
}

/// How many rows each kind of id can name.
pub(crate) fn counts(program: &Program) -> [(&'static str, usize); 14] {
    [
        ("LevelId", program.levels.len()),
        ("EnumId", program.enums.len()),
        ("FactId", program.facts.len()),
        ("DefinitionId", program.definitions.len()),
        ("NodeId", program.nodes.len()),
        ("RuleId", program.rules.len()),
        ("LimitId", program.limits.len()),
        ("PaidId", program.paid.len()),
        ("TargetId", program.targets.len()),
        ("ClauseId", program.clauses.len()),
        ("ReadingId", program.readings.len()),
        ("OptionId", program.options.len()),
        ("ReferralId", program.referrals.len()),
        ("CompanionId", program.companions.len()),
    ]
}
