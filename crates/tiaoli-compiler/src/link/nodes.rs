//! New nodes behind those of the joint program.

use crate::lower::SourceMap;
use tiaoli_eval::number::{MONEY_SCALE, power_of_ten};
use tiaoli_eval::program::{Comparison, Fold, LevelId, Node, NodeId, Op, Program, Rounding, Sign, Ty, Unit, Value};
use tiaoli_source::Span;

/// Makes nodes that stand for words at one place.
pub(super) struct Nodes<'n> {
    pub(super) joint: &'n mut Program,
    pub(super) map: &'n mut SourceMap,
    pub(super) span: Span,
}

impl Nodes<'_> {
    pub(super) fn push(&mut self, node: Node) -> NodeId {
        self.map.push(self.span);
        self.joint.nodes.push(node)
    }

    fn make(&mut self, op: Op, args: Vec<NodeId>, ty: Ty, level: LevelId) -> NodeId {
        self.push(Node { op, args, ty, level, about: None })
    }

    pub(super) fn level(&self, node: NodeId) -> Option<LevelId> {
        self.joint.nodes.get(node).map(|it| it.level)
    }

    pub(super) fn scale(&self, node: NodeId) -> u8 {
        match self.joint.nodes.get(node).map(|it| &it.ty) {
            Some(Ty::Number { scale, .. }) => *scale,
            _ => MONEY_SCALE,
        }
    }

    fn yuan(scale: u8) -> Ty {
        Ty::Number { unit: Unit::yuan(), scale }
    }

    fn number(&mut self, value: i128, ty: Ty, level: LevelId) -> NodeId {
        self.make(Op::Const(Value::Number(value)), Vec::new(), ty, level)
    }

    pub(super) fn nothing(&mut self, scale: u8, level: LevelId) -> NodeId {
        self.number(0, Self::yuan(scale), level)
    }

    pub(super) fn all(&mut self, of: Vec<NodeId>, level: LevelId) -> NodeId {
        match of.as_slice() {
            [one] => *one,
            [] => self.make(Op::Const(Value::Truth(true)), Vec::new(), Ty::Truth, level),
            _ => self.make(Op::All, of, Ty::Truth, level),
        }
    }

    pub(super) fn any(&mut self, of: Vec<NodeId>, level: LevelId) -> NodeId {
        match of.as_slice() {
            [one] => *one,
            _ => self.make(Op::Any, of, Ty::Truth, level),
        }
    }

    /// A sum with so many decimal places. A finer one is cut; a leaf for a companion's sums is as fine as they are.
    pub(super) fn at_scale(&mut self, node: NodeId, scale: u8, level: LevelId) -> NodeId {
        let own = self.scale(node);
        let factor = |places: u8| power_of_ten(places).unwrap_or(1);
        if own < scale {
            let one = Ty::Number { unit: Unit::none(), scale: scale - own };
            let one = self.number(factor(scale - own), one, level);
            return self.make(Op::Multiply, vec![node, one], Self::yuan(scale), level);
        }
        if own > scale {
            let by = self.number(factor(own - scale), Ty::Number { unit: Unit::none(), scale: 0 }, level);
            return self.make(Op::Divide(Rounding::Down), vec![node, by], Self::yuan(scale), level);
        }
        node
    }

    /// `sum` where `granted` holds, else nothing.
    pub(super) fn if_granted(&mut self, granted: NodeId, sum: NodeId, level: LevelId) -> NodeId {
        let scale = self.scale(sum);
        let nothing = self.nothing(scale, level);
        self.make(Op::Choose, vec![granted, sum, nothing], Self::yuan(scale), level)
    }

    /// Sums of one scale added, or the least or greatest of them.
    pub(super) fn combine(&mut self, how: Combine, of: Vec<NodeId>, level: LevelId) -> Option<NodeId> {
        let scale = of.iter().map(|node| self.scale(*node)).max()?;
        let of: Vec<NodeId> = of.into_iter().map(|node| self.at_scale(node, scale, level)).collect();
        if let [one] = of.as_slice() {
            return Some(*one);
        }
        let op = match how {
            Combine::Sum => Op::Add(vec![Sign::Plus; of.len()]),
            Combine::Greatest => Op::Greatest,
            Combine::Least => Op::Least,
        };
        Some(self.make(op, of, Self::yuan(scale), level))
    }

    pub(super) fn undecided(&mut self, level: LevelId) -> NodeId {
        self.make(Op::Undecided, Vec::new(), Self::yuan(MONEY_SCALE), level)
    }

    /// Whether a sum comes to nothing.
    pub(super) fn is_nothing(&mut self, sum: NodeId, level: LevelId) -> NodeId {
        let scale = self.scale(sum);
        let nothing = self.nothing(scale, level);
        self.make(Op::Compare(Comparison::LessOrEqual), vec![sum, nothing], Ty::Truth, level)
    }

    /// A sum on another level: spread to the rows below, or added up over them; `None` where neither stands above.
    pub(super) fn bring(&mut self, node: NodeId, to: LevelId) -> Option<NodeId> {
        let from = self.level(node)?;
        let ty = self.joint.nodes.get(node)?.ty.clone();
        if self.joint.is_above(from, to) {
            let mut path = Vec::new();
            let mut here = to;
            while here != from {
                path.push(here);
                here = self.joint.levels.get(here)?.parent?;
            }
            return Some(
                path.into_iter().rev().fold(node, |node, level| self.make(Op::Spread, vec![node], ty.clone(), level)),
            );
        }
        if !self.joint.is_above(to, from) {
            return None;
        }
        let (mut node, mut here) = (node, from);
        while here != to {
            let parent = self.joint.levels.get(here)?.parent?;
            let keep = self.all(Vec::new(), here);
            node = self.make(Op::Fold(Fold::Sum), vec![node, keep], ty.clone(), parent);
            here = parent;
        }
        Some(node)
    }
}

/// How sums come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Combine {
    Sum,
    Greatest,
    Least,
}
