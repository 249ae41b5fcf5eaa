//! Arithmetic, with the scales and units of what is computed.

use super::Builder;
use tiaoli_eval::program::{Comparison, Count, Months, NodeId, Op, Rounding, Sign, Ty, Unit, Value};

impl Builder<'_, '_> {
    /// The days from one date to another, none where they are the other way round.
    pub(in crate::lower) fn days_between(&mut self, from: NodeId, until: NodeId) -> NodeId {
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
    pub(in crate::lower) fn divide_to_yuan(&mut self, of: NodeId, by: i128, rounding: Rounding) -> NodeId {
        let level = self.level(of);
        let outside = std::mem::replace(&mut self.at, level);
        let by = self.number(by, 0, Unit::none());
        self.at = outside;
        self.push(Op::Divide(rounding), vec![of, by], Ty::Number { unit: Unit::yuan(), scale: 2 }, level)
    }

    pub(in crate::lower) fn add(&mut self, terms: Vec<(Sign, NodeId)>) -> NodeId {
        let nodes = self.align(terms.iter().map(|(_, node)| *node).collect());
        let Some(first) = nodes.first().copied() else { return self.number(0, 2, Unit::yuan()) };
        let (ty, level) = (self.ty(first), self.level(first));
        self.push(Op::Add(terms.into_iter().map(|(sign, _)| sign).collect()), nodes, ty, level)
    }

    pub(in crate::lower) fn multiply(&mut self, a: NodeId, b: NodeId) -> NodeId {
        let (unit_a, scale_a) = self.unit_scale(a);
        let (unit_b, scale_b) = self.unit_scale(b);
        let (a, b) = self.same_level(a, b);
        let ty = Ty::Number { unit: unit_a.times(&unit_b), scale: scale_a.saturating_add(scale_b) };
        let level = self.level(a);
        self.push(Op::Multiply, vec![a, b], ty, level)
    }

    /// `n ÷ d` with so many places.
    pub(in crate::lower) fn divide(&mut self, rounding: Rounding, n: NodeId, d: NodeId, places: u8) -> NodeId {
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
    pub(in crate::lower) fn must_be_above_zero(&mut self, quotient: NodeId, divisor: NodeId) {
        let known = self.divisors.contains(&(quotient, divisor));
        if !self.is_above_zero(divisor) && !known {
            self.divisors.push((quotient, divisor));
        }
    }

    /// A divisor from the least value above zero upwards: what it is scaled by then bounds the quotient as it should.
    pub(in crate::lower) fn at_least_one(&mut self, divisor: NodeId) -> NodeId {
        if self.is_above_zero(divisor) {
            return divisor;
        }
        let (unit, scale) = self.unit_scale(divisor);
        let one = self.number(1, scale, unit);
        self.greatest(vec![divisor, one])
    }

    /// The value of a constant.
    pub(in crate::lower) fn constant_value(&self, node: NodeId) -> Option<i128> {
        match self.nodes.get(node).map(|it| &it.op) {
            Some(Op::Const(Value::Number(value))) => Some(*value),
            _ => None,
        }
    }

    /// Whether a number is a constant above zero.
    pub(in crate::lower) fn is_above_zero(&self, node: NodeId) -> bool {
        self.constant_value(node).is_some_and(|value| value > 0)
    }

    /// Whether a number is above zero.
    pub(in crate::lower) fn above_zero(&mut self, of: NodeId) -> NodeId {
        let (unit, scale) = self.unit_scale(of);
        let nothing = self.number(0, scale, unit);
        self.compare(Comparison::Less, nothing, of)
    }

    pub(in crate::lower) fn least(&mut self, of: Vec<NodeId>) -> NodeId {
        self.extreme(Op::Least, of)
    }

    pub(in crate::lower) fn greatest(&mut self, of: Vec<NodeId>) -> NodeId {
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

    pub(in crate::lower) fn year_of(&mut self, date: NodeId) -> NodeId {
        let level = self.level(date);
        self.push(Op::YearOf, vec![date], Ty::Number { unit: Unit::base("年"), scale: 0 }, level)
    }

    /// A number turned to the other side of zero; a constant stays one.
    pub(in crate::lower) fn negative(&mut self, of: NodeId) -> NodeId {
        let (unit, scale) = self.unit_scale(of);
        match self.constant_value(of).and_then(i128::checked_neg) {
            Some(value) => self.number(value, scale, unit),
            None => self.add(vec![(Sign::Minus, of)]),
        }
    }

    /// A date so many days on.
    pub(in crate::lower) fn shift_days(&mut self, date: NodeId, sign: Sign, days: NodeId) -> NodeId {
        let (date, days) = self.same_level(date, days);
        let level = self.level(date);
        self.push(Op::Add(vec![Sign::Plus, sign]), vec![date, days], Ty::Date, level)
    }

    /// A date so many months on.
    pub(in crate::lower) fn shift_months(&mut self, date: NodeId, months: NodeId) -> NodeId {
        let (date, months) = self.same_level(date, months);
        let level = self.level(date);
        self.push(Op::ShiftMonths, vec![date, months], Ty::Date, level)
    }

    /// The day on which the last of so many working days after a date falls.
    pub(in crate::lower) fn working_day(&mut self, date: NodeId, count: NodeId) -> NodeId {
        let (date, count) = self.same_level(date, count);
        let level = self.level(date);
        self.push(Op::WorkingDay, vec![date, count], Ty::Date, level)
    }

    /// The spans of so many months between two dates, in `unit`.
    pub(in crate::lower) fn between(
        &mut self,
        months: Months,
        how: Count,
        from: NodeId,
        to: NodeId,
        unit: Unit,
    ) -> NodeId {
        let (from, to) = self.same_level(from, to);
        let level = self.level(from);
        self.push(Op::Between(months, how), vec![from, to], Ty::Number { unit, scale: 0 }, level)
    }

    /// A product that counts as `unit`: months times a sum for a month is a sum.
    pub(in crate::lower) fn multiply_as(&mut self, a: NodeId, b: NodeId, unit: Unit) -> NodeId {
        let scale = self.unit_scale(a).1.saturating_add(self.unit_scale(b).1);
        let (a, b) = self.same_level(a, b);
        let level = self.level(a);
        self.push(Op::Multiply, vec![a, b], Ty::Number { unit, scale }, level)
    }
}
