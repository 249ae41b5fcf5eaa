//! Lists: folds, ranks, counts.

use super::Builder;
use tiaoli_eval::program::{Fold, LevelId, Node, NodeId, Op, Ranking, Ty, Unit};

impl Builder<'_, '_> {
    /// A list's values folded to the level at hand.
    pub(in crate::lower) fn fold(&mut self, how: Fold, value: NodeId, keep: Option<NodeId>) -> NodeId {
        let below = self.level(value);
        let keep = self.kept(below, keep);
        let parent = self.above(below);
        let ty = match how {
            Fold::Any | Fold::All => Ty::Truth,
            Fold::Count | Fold::Distinct => Ty::Number { unit: Unit::none(), scale: 0 },
            Fold::Sum | Fold::Greatest | Fold::Least => self.ty(value),
        };
        let node = self.push_about(Op::Fold(how), vec![value, keep], ty, parent, self.about);
        self.lift(node)
    }

    /// The place of each row among the kept rows of its list.
    pub(in crate::lower) fn rank(&mut self, how: Ranking, keep: NodeId, key: Option<NodeId>) -> NodeId {
        let level = self.level(keep);
        let args = std::iter::once(keep).chain(key).collect();
        self.push(Op::Rank(how), args, Ty::Number { unit: Unit::none(), scale: 0 }, level)
    }

    /// The greatest or least value of the kept rows, or another where there is none.
    pub(in crate::lower) fn extreme_of(
        &mut self,
        how: Fold,
        value: NodeId,
        keep: Option<NodeId>,
        otherwise: NodeId,
    ) -> NodeId {
        let below = self.level(value);
        let parent = self.above(below);
        let scale = self.unit_scale(value).1.max(self.unit_scale(otherwise).1);
        let keep = self.kept(below, keep);
        let value = self.at_scale(value, scale);
        let otherwise = self.constant_at(otherwise, parent);
        let otherwise = self.at_scale(otherwise, scale);
        let ty = self.ty(value);
        let node = self.push(Op::Fold(how), vec![value, keep, otherwise], ty, parent);
        self.lift(node)
    }

    /// The same constant on another level.
    fn constant_at(&mut self, node: NodeId, level: LevelId) -> NodeId {
        match self.nodes.get(node).cloned() {
            Some(Node { op: op @ Op::Const(_), ty, .. }) => self.push(op, Vec::new(), ty, level),
            _ => node,
        }
    }

    /// How many different 标识 the kept rows have.
    pub(in crate::lower) fn distinct(&mut self, key: NodeId, keep: Option<NodeId>, unit: Unit) -> NodeId {
        let below = self.level(key);
        let parent = self.above(below);
        let keep = self.kept(below, keep);
        let node = self.push(Op::Fold(Fold::Distinct), vec![key, keep], Ty::Number { unit, scale: 0 }, parent);
        self.lift(node)
    }

    /// How many rows are kept, in the unit that they count as.
    pub(in crate::lower) fn count(&mut self, value: NodeId, keep: Option<NodeId>, unit: Unit) -> NodeId {
        let below = self.level(value);
        let keep = self.kept(below, keep);
        let parent = self.above(below);
        let ty = Ty::Number { unit, scale: 0 };
        let node = self.push_about(Op::Fold(Fold::Count), vec![value, keep], ty, parent, self.about);
        self.lift(node)
    }
    /// Which rows of a list are kept: all, where nothing is said.
    fn kept(&mut self, below: LevelId, keep: Option<NodeId>) -> NodeId {
        keep.unwrap_or_else(|| self.at_level(below, |it| it.truth(true)))
    }

    /// The level that a list's rows belong to.
    fn above(&self, below: LevelId) -> LevelId {
        self.resolved.dictionary.levels.get(below).and_then(|it| it.parent).unwrap_or(self.at)
    }
}
