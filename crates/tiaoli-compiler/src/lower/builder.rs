//! Makes nodes: equal nodes are one node, constants are aligned to one scale, values are lifted to the level at hand.

use crate::resolve::Resolved;
use std::collections::BTreeMap;
use tiaoli_eval::number::{power_of_ten, rescale};
use tiaoli_eval::program::{
    Absence, ClauseId, Comparison, Count, DefinitionId, EnumId, FactId, Fold, LevelId, MemberSet, Months, Node, NodeId,
    Op, OptionId, PaidId, Ranking, Rounding, Sign, Ty, Unit, Value, When,
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

    // Leaves.

    pub(super) fn truth(&mut self, value: bool) -> NodeId {
        self.push(Op::Const(Value::Truth(value)), Vec::new(), Ty::Truth, self.at)
    }

    pub(super) fn number(&mut self, value: i128, scale: u8, unit: Unit) -> NodeId {
        self.push(Op::Const(Value::Number(value)), Vec::new(), Ty::Number { unit, scale }, self.at)
    }

    pub(super) fn date(&mut self, days: i32) -> NodeId {
        self.push(Op::Const(Value::Number(i128::from(days))), Vec::new(), Ty::Date, self.at)
    }

    pub(super) fn as_of(&mut self) -> NodeId {
        self.push(Op::AsOf, Vec::new(), Ty::Date, self.at)
    }

    pub(super) fn assume_in_force(&mut self) -> NodeId {
        self.push(Op::AssumeInForce, Vec::new(), Ty::Truth, self.at)
    }

    pub(super) fn undecided(&mut self) -> NodeId {
        self.push(Op::Undecided, Vec::new(), Ty::Number { unit: Unit::yuan(), scale: 2 }, self.at)
    }

    pub(super) fn member(&mut self, of: EnumId, member: u8) -> NodeId {
        self.push(Op::Const(Value::Member(member)), Vec::new(), Ty::Member(of), self.at)
    }

    /// A value under the name that the policy gives it.
    pub(super) fn named(&mut self, definition: DefinitionId, of: NodeId) -> NodeId {
        let (ty, level) = (self.ty(of), self.level(of));
        self.push(Op::Defined(definition), vec![of], ty, level)
    }

    /// 3.1 已拨付金额: what was paid before for the project.
    pub(super) fn paid_out(&mut self, ids: &[tiaoli_syntax::ast::Id]) -> NodeId {
        let mut ids: Vec<String> = ids.iter().map(|id| id.text.clone()).collect();
        ids.sort();
        ids.dedup();
        let known = self.paid.iter().find(|(_, known)| **known == ids).map(|(id, _)| id);
        let paid = known.unwrap_or_else(|| self.paid.push(ids));
        let project = self.resolved.dictionary.project();
        let node = self.push(Op::Paid(paid), Vec::new(), Ty::Number { unit: Unit::yuan(), scale: 2 }, project);
        self.lift(node)
    }

    /// The days from one date to another, none where they are the other way round.
    pub(super) fn days_between(&mut self, from: NodeId, until: NodeId) -> NodeId {
        let (until, from) = self.same_level(until, from);
        let level = self.level(until);
        let ty = Ty::Number { unit: Unit::base("日"), scale: 0 };
        let days = self.push(Op::Add(vec![Sign::Plus, Sign::Minus]), vec![until, from], ty, level);
        let outside = std::mem::replace(&mut self.at, level);
        let nothing = self.number(0, 0, Unit::base("日"));
        self.at = outside;
        self.greatest(vec![days, nothing])
    }

    /// A number divided by a stated one, rounded to so many yuan with two places.
    pub(super) fn divide_to_yuan(&mut self, of: NodeId, by: i128, rounding: Rounding) -> NodeId {
        let level = self.level(of);
        let outside = std::mem::replace(&mut self.at, level);
        let by = self.number(by, 0, Unit::none());
        self.at = outside;
        self.push(Op::Divide(rounding), vec![of, by], Ty::Number { unit: Unit::yuan(), scale: 2 }, level)
    }

    /// A fact or a defined name at the level at hand: lifted where it belongs to a level above; on its own level where it
    /// is a list.
    pub(super) fn fact(&mut self, fact: FactId) -> NodeId {
        match super::definition::value(self, fact) {
            Some(node) => self.lift(node),
            None => self.declared(fact),
        }
    }

    /// What the application says of a fact, whatever the policy deems.
    pub(super) fn declared(&mut self, fact: FactId) -> NodeId {
        let Some(it) = self.resolved.dictionary.facts.get(fact) else { return self.truth(false) };
        let (ty, level) = (it.ty.clone(), it.level);
        let leaf = self.push(Op::Fact(fact), Vec::new(), ty.clone(), level);
        let value = if it.absence == Absence::YearOfEvaluation {
            let given = self.push(Op::Given(fact), Vec::new(), Ty::Truth, level);
            let as_of = self.push(Op::AsOf, Vec::new(), Ty::Date, level);
            let year = self.push(Op::YearOf, vec![as_of], ty.clone(), level);
            self.push_about(Op::Choose, vec![given, leaf, year], ty, level, Some(fact))
        } else {
            leaf
        };
        if self.resolved.dictionary.parameters.contains_key(&fact) {
            let as_of = self.as_of();
            return self.parameter(fact, as_of);
        }
        self.lift(value)
    }

    /// A parameter on a date: the figure of the period that the date lies in, else what the application says.
    pub(super) fn parameter(&mut self, fact: FactId, date: NodeId) -> NodeId {
        let (Some(it), Some(periods)) =
            (self.resolved.dictionary.facts.get(fact), self.resolved.dictionary.parameters.get(&fact))
        else {
            return self.truth(false);
        };
        let (ty, level) = (it.ty.clone(), it.level);
        let (unit, scale) = match &ty {
            Ty::Number { unit, scale } => (unit.clone(), *scale),
            Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => (Unit::none(), 0),
        };
        let leaf = self.push(Op::Fact(fact), Vec::new(), ty.clone(), level);
        let leaf = self.lift(leaf);
        let mut args = Vec::new();
        for period in periods.iter().rev() {
            let from = self.date(period.from);
            let mut inside = vec![self.compare(Comparison::LessOrEqual, from, date)];
            if let Some(until) = period.until {
                let until = self.date(until);
                inside.push(self.compare(Comparison::LessOrEqual, date, until));
            }
            let guard = self.all(inside);
            args.extend([guard, self.number(period.value, scale, unit.clone())]);
        }
        args.push(leaf);
        let at = self.at;
        let value = self.push_about(Op::Choose, args, ty, at, Some(fact));
        // What an application says must not contradict the figure that the policy states for that day.
        let given = self.given(fact);
        let absent = self.not(given);
        let same = self.compare(Comparison::Equal, leaf, value);
        let agrees = self.any(vec![absent, same]);
        if !self.agreements.iter().any(|(known, _, _)| *known == value) {
            self.agreements.push((value, agrees, fact));
        }
        value
    }

    /// Whether a fact was given.
    pub(super) fn given(&mut self, fact: FactId) -> NodeId {
        let level = self.resolved.dictionary.facts.get(fact).map_or(self.at, |it| it.level);
        let node = self.push(Op::Given(fact), Vec::new(), Ty::Truth, level);
        self.lift(node)
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

    // Truth.

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

    // Numbers.

    pub(super) fn add(&mut self, terms: Vec<(Sign, NodeId)>) -> NodeId {
        let nodes = self.align(terms.iter().map(|(_, node)| *node).collect());
        let Some(first) = nodes.first().copied() else { return self.number(0, 2, Unit::yuan()) };
        let (ty, level) = (self.ty(first), self.level(first));
        self.push(Op::Add(terms.into_iter().map(|(sign, _)| sign).collect()), nodes, ty, level)
    }

    pub(super) fn multiply(&mut self, a: NodeId, b: NodeId) -> NodeId {
        let (unit_a, scale_a) = self.unit_scale(a);
        let (unit_b, scale_b) = self.unit_scale(b);
        let (a, b) = self.same_level(a, b);
        let ty = Ty::Number { unit: unit_a.times(&unit_b), scale: scale_a.saturating_add(scale_b) };
        let level = self.level(a);
        self.push(Op::Multiply, vec![a, b], ty, level)
    }

    /// `n ÷ d` with so many places.
    pub(super) fn divide(&mut self, rounding: Rounding, n: NodeId, d: NodeId, places: u8) -> NodeId {
        let (n, d) = self.same_level(n, d);
        let (over, under) = (self.unit_scale(n), self.unit_scale(d));
        let wanted = under.1.saturating_add(places);
        let (a, c) = if over.1 > wanted {
            let least = self.at_least_one(d);
            (n, self.at_scale(least, over.1.saturating_sub(places)))
        } else {
            (self.at_scale(n, wanted), d)
        };
        let level = self.level(a);
        let ty = Ty::Number { unit: over.0.over(&under.0), scale: places };
        let node = self.push(Op::Divide(rounding), vec![a, c], ty, level);
        self.must_be_above_zero(node, d);
        node
    }

    /// Input in which a divisor is not above zero is impossible for what rests on the quotient.
    pub(super) fn must_be_above_zero(&mut self, quotient: NodeId, divisor: NodeId) {
        let known = self.divisors.contains(&(quotient, divisor));
        if !self.is_above_zero(divisor) && !known {
            self.divisors.push((quotient, divisor));
        }
    }

    /// A divisor from the least value above zero upwards: what it is scaled by then bounds the quotient as it should.
    pub(super) fn at_least_one(&mut self, divisor: NodeId) -> NodeId {
        if self.is_above_zero(divisor) {
            return divisor;
        }
        let (unit, scale) = self.unit_scale(divisor);
        let one = self.number(1, scale, unit);
        self.greatest(vec![divisor, one])
    }

    /// The value of a constant.
    pub(super) fn constant_value(&self, node: NodeId) -> Option<i128> {
        match self.nodes.get(node).map(|it| &it.op) {
            Some(Op::Const(Value::Number(value))) => Some(*value),
            _ => None,
        }
    }

    /// Whether a number is a constant above zero.
    pub(super) fn is_above_zero(&self, node: NodeId) -> bool {
        self.constant_value(node).is_some_and(|value| value > 0)
    }

    /// Whether a number is above zero.
    pub(super) fn above_zero(&mut self, of: NodeId) -> NodeId {
        let (unit, scale) = self.unit_scale(of);
        let nothing = self.number(0, scale, unit);
        self.compare(Comparison::Less, nothing, of)
    }

    pub(super) fn least(&mut self, of: Vec<NodeId>) -> NodeId {
        self.extreme(Op::Least, of)
    }

    pub(super) fn greatest(&mut self, of: Vec<NodeId>) -> NodeId {
        self.extreme(Op::Greatest, of)
    }

    fn extreme(&mut self, op: Op, of: Vec<NodeId>) -> NodeId {
        let nodes = self.align(of);
        match nodes.as_slice() {
            [one] => *one,
            [] => self.number(0, 2, Unit::yuan()),
            [first, ..] => {
                let (ty, level) = (self.ty(*first), self.level(*first));
                self.push(op, nodes, ty, level)
            }
        }
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

    pub(super) fn year_of(&mut self, date: NodeId) -> NodeId {
        let level = self.level(date);
        self.push(Op::YearOf, vec![date], Ty::Number { unit: Unit::base("年"), scale: 0 }, level)
    }

    /// A number turned to the other side of zero; a constant stays one.
    pub(super) fn negative(&mut self, of: NodeId) -> NodeId {
        let (unit, scale) = self.unit_scale(of);
        match self.constant_value(of).and_then(i128::checked_neg) {
            Some(value) => self.number(value, scale, unit),
            None => self.add(vec![(Sign::Minus, of)]),
        }
    }

    /// A date so many days on.
    pub(super) fn shift_days(&mut self, date: NodeId, sign: Sign, days: NodeId) -> NodeId {
        let (date, days) = self.same_level(date, days);
        let level = self.level(date);
        self.push(Op::Add(vec![Sign::Plus, sign]), vec![date, days], Ty::Date, level)
    }

    /// A date so many months on.
    pub(super) fn shift_months(&mut self, date: NodeId, months: NodeId) -> NodeId {
        let (date, months) = self.same_level(date, months);
        let level = self.level(date);
        self.push(Op::ShiftMonths, vec![date, months], Ty::Date, level)
    }

    /// The spans of so many months between two dates, in `unit`.
    pub(super) fn between(&mut self, months: Months, how: Count, from: NodeId, to: NodeId, unit: Unit) -> NodeId {
        let (from, to) = self.same_level(from, to);
        let level = self.level(from);
        self.push(Op::Between(months, how), vec![from, to], Ty::Number { unit, scale: 0 }, level)
    }

    /// A list's values folded to the level at hand.
    pub(super) fn fold(&mut self, how: Fold, value: NodeId, keep: Option<NodeId>) -> NodeId {
        let below = self.level(value);
        let outside = std::mem::replace(&mut self.at, below);
        let keep = match keep {
            Some(keep) => keep,
            None => self.truth(true),
        };
        self.at = outside;
        let parent = self.resolved.dictionary.levels.get(below).and_then(|it| it.parent).unwrap_or(outside);
        let ty = match how {
            Fold::Any | Fold::All => Ty::Truth,
            Fold::Count | Fold::Distinct => Ty::Number { unit: Unit::none(), scale: 0 },
            Fold::Sum | Fold::Greatest | Fold::Least => self.ty(value),
        };
        let node = self.push_about(Op::Fold(how), vec![value, keep], ty, parent, self.about);
        self.lift(node)
    }

    /// Works at another level for a while.
    pub(super) fn at_level<T>(&mut self, level: LevelId, work: impl FnOnce(&mut Self) -> T) -> T {
        let outside = std::mem::replace(&mut self.at, level);
        let done = work(self);
        self.at = outside;
        done
    }

    /// The place of each row among the kept rows of its list.
    pub(super) fn rank(&mut self, how: Ranking, keep: NodeId, key: Option<NodeId>) -> NodeId {
        let level = self.level(keep);
        let args = std::iter::once(keep).chain(key).collect();
        self.push(Op::Rank(how), args, Ty::Number { unit: Unit::none(), scale: 0 }, level)
    }

    /// The greatest or least value of the kept rows, or another where there is none.
    pub(super) fn extreme_of(&mut self, how: Fold, value: NodeId, keep: Option<NodeId>, otherwise: NodeId) -> NodeId {
        let below = self.level(value);
        let parent = self.resolved.dictionary.levels.get(below).and_then(|it| it.parent).unwrap_or(self.at);
        let scale = self.unit_scale(value).1.max(self.unit_scale(otherwise).1);
        let keep = match keep {
            Some(keep) => keep,
            None => self.at_level(below, |it| it.truth(true)),
        };
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
    pub(super) fn distinct(&mut self, key: NodeId, keep: Option<NodeId>, unit: Unit) -> NodeId {
        let below = self.level(key);
        let parent = self.resolved.dictionary.levels.get(below).and_then(|it| it.parent).unwrap_or(self.at);
        let keep = match keep {
            Some(keep) => keep,
            None => self.at_level(below, |it| it.truth(true)),
        };
        let node = self.push(Op::Fold(Fold::Distinct), vec![key, keep], Ty::Number { unit, scale: 0 }, parent);
        self.lift(node)
    }

    /// A product that counts as `unit`: months times a sum for a month is a sum.
    pub(super) fn multiply_as(&mut self, a: NodeId, b: NodeId, unit: Unit) -> NodeId {
        let scale = self.unit_scale(a).1.saturating_add(self.unit_scale(b).1);
        let (a, b) = self.same_level(a, b);
        let level = self.level(a);
        self.push(Op::Multiply, vec![a, b], Ty::Number { unit, scale }, level)
    }

    /// How many rows are kept, in the unit that they count as.
    pub(super) fn count(&mut self, value: NodeId, keep: Option<NodeId>, unit: Unit) -> NodeId {
        let below = self.level(value);
        let outside = std::mem::replace(&mut self.at, below);
        let keep = match keep {
            Some(keep) => keep,
            None => self.truth(true),
        };
        self.at = outside;
        let parent = self.resolved.dictionary.levels.get(below).and_then(|it| it.parent).unwrap_or(outside);
        let ty = Ty::Number { unit, scale: 0 };
        let node = self.push_about(Op::Fold(Fold::Count), vec![value, keep], ty, parent, self.about);
        self.lift(node)
    }

    // Alignment.

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
