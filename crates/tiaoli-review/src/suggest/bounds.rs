//! The thresholds and caps of a rule: two figures of its program of which one must not pass the other.

use std::collections::BTreeSet;
use tiaoli_eval::date::Date;
use tiaoli_eval::number::{MONEY_SCALE, print, truncate};
use tiaoli_eval::program::{Gate, GateKind, LimitRoom, NodeId, Op, Program, Ty, Value};
use tiaoli_eval::selection::Active;

/// Two figures that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bound {
    /// The figure that moves.
    pub(super) left: NodeId,
    /// What it is held against.
    pub(super) right: Against,
    /// Whether it is a condition of every rule: that the policy is in force.
    pub(super) of_policy: bool,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Against {
    /// Another figure of the program.
    Node(NodeId),
    /// A limit that claims share, in fen.
    Fen(i128),
}

/// The bounds of a rule, in the order of its program.
pub(super) fn of(program: &Program, active: &Active) -> Vec<Bound> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let own = |gate: &&Gate| matches!(gate.kind, GateKind::Scope | GateKind::Condition);
    let gates = active.gates.iter();
    let of_policy = gates.clone().filter(|gate| !own(gate)).map(|gate| (gate.node, true));
    let mut open: Vec<(NodeId, bool)> = of_policy.collect();
    open.extend(gates.filter(own).map(|gate| gate.node).chain(active.form.sum).map(|node| (node, false)));
    while let Some((id, of_policy)) = open.pop() {
        let Some(node) = program.nodes.get(id).filter(|_| seen.insert(id)) else { continue };
        let figure =
            |id: &NodeId| program.nodes.get(*id).is_some_and(|it| matches!(it.ty, Ty::Number { .. } | Ty::Date));
        if let (Op::Compare(_) | Op::Least | Op::Greatest, [first, rest @ ..]) = (&node.op, node.args.as_slice()) {
            for other in rest.iter().filter(|other| figure(first) && figure(other)) {
                // the one that is written in the rule stands still
                let still = |id: &NodeId| program.nodes.get(*id).is_some_and(|it| matches!(it.op, Op::Const(_)));
                let (left, right) = if still(first) { (*other, *first) } else { (*first, *other) };
                found.insert(Bound { left, right: Against::Node(right), of_policy });
            }
        }
        open.extend(node.args.iter().map(|arg| (*arg, of_policy)));
    }
    let sum = active.form.sum;
    let limits = active.form.limits.iter().filter_map(|limit| program.limits.get(*limit));
    for (sum, room) in limits.filter_map(|limit| sum.map(|sum| (sum, limit.room))) {
        if let LimitRoom::Money(fen) = room {
            found.insert(Bound { left: sum, right: Against::Fen(fen), of_policy: false });
        }
    }
    found.into_iter().collect()
}

impl Against {
    /// The figure as the rule writes it, or the name of the fact.
    pub(super) fn words(self, program: &Program) -> Option<String> {
        let (value, ty) = match self {
            Self::Fen(fen) => return Some(yuan(fen, MONEY_SCALE)),
            Self::Node(node) => {
                let node = program.nodes.get(node)?;
                match node.op {
                    Op::Const(Value::Number(value)) => (value, &node.ty),
                    Op::Fact(fact) => return program.facts.get(fact).map(|it| it.name.zh.clone()),
                    Op::AsOf => return Some("评定日期".to_owned()),
                    Op::Spread => return Self::Node(*node.args.first()?).words(program),
                    _ => return None,
                }
            }
        };
        match ty {
            Ty::Number { unit, scale } if unit.to_string() == "元" => Some(yuan(value, *scale)),
            Ty::Number { unit, scale } if unit.to_string().is_empty() => {
                Some(format!("{}％", print(value, scale.checked_sub(2)?, 0)))
            }
            Ty::Number { unit, scale } => Some(format!("{}{unit}", print(value, *scale, 0))),
            Ty::Date => {
                let (year, month, day) = Date::from_days(i32::try_from(value).ok()?)?.parts();
                Some(format!("{year}年{month}月{day}日"))
            }
            _ => None,
        }
    }
}

/// 500万元 where it comes out even, else yuan.
fn yuan(value: i128, scale: u8) -> String {
    let whole = truncate(value, scale, 0).unwrap_or_default();
    let even = whole % 10_000 == 0 && whole != 0 && tiaoli_eval::number::rescale(whole, 0, scale) == Some(value);
    if even { format!("{}万元", whole / 10_000) } else { format!("{}元", print(value, scale, 0)) }
}
