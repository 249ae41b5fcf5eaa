//! Makes nodes: equal nodes are one node, constants are aligned to one scale, values are lifted to the level at hand.

mod leaf;
mod list;
mod number;

use crate::resolve::Resolved;
use std::collections::BTreeMap;
use tiaoli_eval::number::{power_of_ten, rescale};
use tiaoli_eval::program::{
    ClauseId, Comparison, FactId, LevelId, MemberSet, Node, NodeId, Op, OptionId, PaidId, Referral, ReferralId, Ty,
    Unit, Value, When,
};
use tiaoli_eval::table::Table;
use tiaoli_source::Span;

/// The nodes so far.
pub(super) struct Builder<'b, 'a> {
    pub(super) resolved: &'b Resolved<'a>,
    pub(super) nodes: Table<NodeId, Node>,
    /// Where each node was first written.
    pub(super) spans: Table<NodeId, Span>,
    /// The level whose row is spoken of.
    pub(super) at: LevelId,
    /// Where the words at hand stand.
    pub(super) span: Span,
    /// The readings asked for while a sentence is lowered: definitions have the meaning that they have under these.
    pub(super) asked: Vec<OptionId>,
    pub(super) defined: super::definition::Known,
    /// 3.1 已拨付金额: the ids of each, resolved once every rule is known.
    pub(super) paid: Table<PaidId, Vec<String>>,
    /// Where a sum is left to another policy.
    pub(super) referrals: Table<ReferralId, Referral>,
    /// For each award that is read by others, what it comes to under each combination of readings.
    pub(super) results: BTreeMap<ClauseId, Vec<(When, NodeId)>>,
    /// What those awards come to under the readings at hand.
    pub(super) reading: BTreeMap<ClauseId, NodeId>,
    /// The fact that the fold being made stands for.
    pub(super) about: Option<FactId>,
    known: BTreeMap<Node, NodeId>,
    /// 最长不超过24个月, while the sum that counts by months is made.
    pub(super) longest: Option<(Unit, NodeId)>,
    /// Quotients whose divisor must be above zero, and the divisor.
    pub(super) divisors: Vec<(NodeId, NodeId)>,
    /// Values that a fact must not contradict, whether it does not, and the fact.
    pub(super) agreements: Vec<(NodeId, NodeId, FactId)>,
}

impl<'b, 'a> Builder<'b, 'a> {
    pub(super) fn new(resolved: &'b Resolved<'a>) -> Self {
        let at = resolved.dictionary.project();
        Self {
            resolved,
            nodes: Table::new(),
            spans: Table::new(),
            at,
            span: Span::default(),
            asked: Vec::new(),
            defined: super::definition::Known::default(),
            paid: Table::new(),
            referrals: Table::new(),
            results: BTreeMap::new(),
            reading: BTreeMap::new(),
            about: None,
            known: BTreeMap::new(),
            longest: None,
            divisors: Vec::new(),
            agreements: Vec::new(),
        }
    }

    fn push(&mut self, op: Op, args: Vec<NodeId>, ty: Ty, level: LevelId) -> NodeId {
        self.push_about(op, args, ty, level, None)
    }

    fn push_about(&mut self, op: Op, args: Vec<NodeId>, ty: Ty, level: LevelId, about: Option<FactId>) -> NodeId {
        let node = Node { op, args, ty, level, about };
        if let Some(id) = self.known.get(&node) {
            return *id;
        }
        let id = self.nodes.push(node.clone());
        self.spans.push(self.span);
        self.known.insert(node, id);
        id
    }

    pub(super) fn ty(&self, node: NodeId) -> Ty {
        self.nodes.get(node).map_or(Ty::Truth, |it| it.ty.clone())
    }

    fn unit_scale(&self, node: NodeId) -> (Unit, u8) {
        match self.ty(node) {
            Ty::Number { unit, scale } => (unit, scale),
            Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => (Unit::none(), 0),
        }
    }

    pub(super) fn level(&self, node: NodeId) -> LevelId {
        self.nodes.get(node).map_or(self.at, |it| it.level)
    }

    /// A value of a level above, spread to the level at hand.
    pub(super) fn lift(&mut self, node: NodeId) -> NodeId {
        let levels = &self.resolved.dictionary.levels;
        let from = self.level(node);
        let mut path = Vec::new();
        let mut here = self.at;
        while here != from {
            path.push(here);
            match levels.get(here).and_then(|it| it.parent) {
                Some(parent) => here = parent,
                // Not above: a list's own level, left as it is for a fold.
                None => return node,
            }
        }
        let ty = self.ty(node);
        path.into_iter().rev().fold(node, |node, level| self.push(Op::Spread, vec![node], ty.clone(), level))
    }

    pub(super) fn all(&mut self, of: Vec<NodeId>) -> NodeId {
        match of.as_slice() {
            [one] => *one,
            [] => self.truth(true),
            [first, ..] => {
                let level = self.level(*first);
                self.push(Op::All, of, Ty::Truth, level)
            }
        }
    }

    pub(super) fn any(&mut self, of: Vec<NodeId>) -> NodeId {
        match of.as_slice() {
            [one] => *one,
            [] => self.truth(false),
            [first, ..] => {
                let level = self.level(*first);
                self.push(Op::Any, of, Ty::Truth, level)
            }
        }
    }

    pub(super) fn not(&mut self, of: NodeId) -> NodeId {
        let level = self.level(of);
        self.push(Op::Not, vec![of], Ty::Truth, level)
    }

    pub(super) fn compare(&mut self, how: Comparison, a: NodeId, b: NodeId) -> NodeId {
        let (a, b) = self.align_two(a, b);
        let level = self.level(a);
        self.push(Op::Compare(how), vec![a, b], Ty::Truth, level)
    }

    pub(super) fn within(&mut self, of: NodeId, set: MemberSet) -> NodeId {
        let level = self.level(of);
        self.push(Op::In(set), vec![of], Ty::Truth, level)
    }

    /// The same truth, named after a fact in refusals.
    pub(super) fn choose_about(&mut self, arms: Vec<NodeId>, about: FactId) -> NodeId {
        let ty = arms.last().map_or(Ty::Truth, |last| self.ty(*last));
        let level = arms.first().map_or(self.at, |first| self.level(*first));
        self.push_about(Op::Choose, arms, ty, level, Some(about))
    }

    /// All of these, named after a fact in refusals.
    pub(super) fn all_about(&mut self, of: Vec<NodeId>, about: FactId) -> NodeId {
        let level = of.first().map_or(self.at, |first| self.level(*first));
        self.push_about(Op::All, of, Ty::Truth, level, Some(about))
    }

    /// The value of the first guard that holds; the values are aligned to one scale.
    pub(super) fn choose(&mut self, arms: Vec<(NodeId, NodeId)>, otherwise: NodeId) -> NodeId {
        if arms.is_empty() {
            return otherwise;
        }
        let values: Vec<NodeId> = arms.iter().map(|(_, value)| *value).chain([otherwise]).collect();
        let mut values = self.align(values);
        let last = values.pop().unwrap_or(otherwise);
        let ty = self.ty(last);
        let level = arms.first().map_or(self.at, |(guard, _)| self.level(*guard));
        let args = arms
            .iter()
            .map(|(guard, _)| *guard)
            .zip(values)
            .flat_map(|(guard, value)| [guard, value])
            .chain([last])
            .collect();
        self.push(Op::Choose, args, ty, level)
    }

    /// Works at another level for a while.
    pub(super) fn at_level<T>(&mut self, level: LevelId, work: impl FnOnce(&mut Self) -> T) -> T {
        let outside = std::mem::replace(&mut self.at, level);
        let done = work(self);
        self.at = outside;
        done
    }

    fn align_two(&mut self, a: NodeId, b: NodeId) -> (NodeId, NodeId) {
        match self.align(vec![a, b]).as_slice() {
            [a, b] => (*a, *b),
            _ => (a, b),
        }
    }

    pub(super) fn same_level(&mut self, a: NodeId, b: NodeId) -> (NodeId, NodeId) {
        let (low, high) = (self.level(a), self.level(b));
        if low == high {
            return (a, b);
        }
        let at = self.at;
        self.at = low.max(high);
        let lifted = (self.lift(a), self.lift(b));
        self.at = at;
        lifted
    }

    /// Brings numbers to the largest scale among them and all to one level.
    fn align(&mut self, nodes: Vec<NodeId>) -> Vec<NodeId> {
        let scale = nodes.iter().map(|node| self.unit_scale(*node).1).max().unwrap_or(0);
        let deepest = nodes.iter().map(|node| self.level(*node)).max().unwrap_or(self.at);
        let at = std::mem::replace(&mut self.at, deepest);
        let aligned = nodes
            .into_iter()
            .map(|node| {
                let node = self.lift(node);
                self.at_scale(node, scale)
            })
            .collect();
        self.at = at;
        aligned
    }

    fn at_scale(&mut self, node: NodeId, scale: u8) -> NodeId {
        let (unit, own) = self.unit_scale(node);
        if own >= scale || !matches!(self.ty(node), Ty::Number { .. }) {
            return node;
        }
        if let Some(Node { op: Op::Const(Value::Number(value)), level, .. }) = self.nodes.get(node).cloned()
            && let Some(value) = rescale(value, own, scale)
        {
            return self.push(Op::Const(Value::Number(value)), Vec::new(), Ty::Number { unit, scale }, level);
        }
        let level = self.level(node);
        let factor = power_of_ten(scale - own).unwrap_or(1);
        let one = self.push(
            Op::Const(Value::Number(factor)),
            Vec::new(),
            Ty::Number { unit: Unit::none(), scale: scale - own },
            level,
        );
        self.push(Op::Multiply, vec![node, one], Ty::Number { unit, scale }, level)
    }

    /// The clause of an id; ids were checked before.
    pub(super) fn clause(&self, id: &str) -> ClauseId {
        use tiaoli_eval::table::Id;
        ClauseId::from_index(self.resolved.document.index_of(id).unwrap_or(0))
    }
}
