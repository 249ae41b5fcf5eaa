//! The domain of what is known so far: a column is a cell for each row. Exact values are the case where every cell is a point.

use super::cell::{self, Cell, Range, Truth};
use super::domain::{Domain, Kept};
use super::rank;
use super::{calendar, quotient};
use crate::application::{Application, Rows, Slot};
use crate::program::{
    Comparison, Count, FactId, Fold, LevelId, MemberSet, Months, Op, PaidId, Program, Ranking, Rounding, Sign, Ty,
    Value,
};
use crate::rows::At;
use crate::workdays;

/// What an application says, with some facts put in its place by a case split.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    program: &'a Program,
    application: &'a Application,
    supposed: &'a [Supposed],
}

/// A fact of one row, supposed to have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supposed {
    /// The fact.
    pub fact: FactId,
    /// The row of its level.
    pub row: usize,
    /// The value.
    pub value: Value,
}

impl<'a> Knowledge<'a> {
    /// What `application` says, and what is supposed beside it.
    #[must_use]
    pub fn new(program: &'a Program, application: &'a Application, supposed: &'a [Supposed]) -> Self {
        Self { program, application, supposed }
    }

    fn rows(&self, level: LevelId) -> usize {
        self.application.rows.get(level).map_or(0, |rows| rows.len() as usize)
    }

    fn same(&self, cell: Cell, level: LevelId) -> Vec<Cell> {
        vec![cell; self.rows(level)]
    }

    fn slot(&self, fact: FactId, row: usize) -> Slot {
        match self.supposed.iter().find(|supposed| supposed.fact == fact && supposed.row == row) {
            Some(supposed) => Slot::Known(supposed.value),
            None => self.application.facts.get(fact).and_then(|slots| slots.get(row)).copied().unwrap_or(Slot::Absent),
        }
    }

    fn parents(&self, level: LevelId) -> Option<&Rows> {
        self.application.rows.get(level)
    }
}

/// `f` of the cells of each row.
fn by_row(of: &[&Vec<Cell>], rows: usize, f: impl Fn(&mut dyn Iterator<Item = Cell>) -> Cell) -> Vec<Cell> {
    (0..rows).map(|row| f(&mut of.iter().map(|column| at(column, row)))).collect()
}

fn at(column: &[Cell], row: usize) -> Cell {
    column.get(row).copied().unwrap_or(Cell::TooLarge)
}

impl Domain for Knowledge<'_> {
    type Column = Vec<Cell>;

    fn constant(&mut self, value: Value, level: LevelId) -> Vec<Cell> {
        self.same(Cell::of(value), level)
    }

    fn fact(&mut self, fact: FactId, level: LevelId) -> Vec<Cell> {
        let declared = self.program.declared(fact);
        let cell = |row| match self.slot(fact, row) {
            Slot::Known(value) => Cell::of(value),
            Slot::Absent | Slot::Impossible => declared,
        };
        (0..self.rows(level)).map(cell).collect()
    }

    fn given(&mut self, fact: FactId, level: LevelId) -> Vec<Cell> {
        let given = |row| matches!(self.slot(fact, row), Slot::Known(_));
        (0..self.rows(level)).map(|row| Cell::Truth(Truth::of(given(row)))).collect()
    }

    fn as_of(&mut self, level: LevelId) -> Vec<Cell> {
        self.same(Cell::Number(Range::point(i128::from(self.application.as_of.days()))), level)
    }

    fn assume_in_force(&mut self, level: LevelId) -> Vec<Cell> {
        self.same(Cell::Truth(Truth::of(self.application.assume_in_force)), level)
    }

    fn undecided(&mut self, level: LevelId) -> Vec<Cell> {
        self.same(Cell::Number(Range { low: Some(0), high: None }), level)
    }

    fn paid(&mut self, of: PaidId, level: LevelId) -> Vec<Cell> {
        let paid = |row: usize| self.application.paid_before(self.program, of, At { level, row });
        let range = |[least, most]: [i128; 2]| Cell::Number(Range { low: Some(least), high: Some(most) });
        (0..self.rows(level)).map(|row| paid(row).map_or(Cell::TooLarge, range)).collect()
    }

    fn all(&mut self, of: &[&Vec<Cell>], level: LevelId) -> Vec<Cell> {
        by_row(of, self.rows(level), |cells| cell::all(cells))
    }

    fn any(&mut self, of: &[&Vec<Cell>], level: LevelId) -> Vec<Cell> {
        by_row(of, self.rows(level), |cells| cell::any(cells))
    }

    fn not(&mut self, of: &Vec<Cell>) -> Vec<Cell> {
        of.iter().copied().map(cell::not).collect()
    }

    fn compare(&mut self, how: Comparison, a: &Vec<Cell>, b: &Vec<Cell>) -> Vec<Cell> {
        a.iter().zip(b).map(|(a, b)| cell::compare(how, *a, *b)).collect()
    }

    fn within(&mut self, of: &Vec<Cell>, set: MemberSet) -> Vec<Cell> {
        of.iter().map(|member| cell::within(*member, set)).collect()
    }

    fn add(&mut self, signs: &[Sign], of: &[&Vec<Cell>], level: LevelId) -> Vec<Cell> {
        by_row(of, self.rows(level), |cells| cell::add(signs.iter().copied().zip(cells)))
    }

    fn multiply(&mut self, a: &Vec<Cell>, b: &Vec<Cell>) -> Vec<Cell> {
        a.iter().zip(b).map(|(a, b)| cell::multiply(*a, *b)).collect()
    }

    fn divide(&mut self, rounding: Rounding, a: &Vec<Cell>, c: &Vec<Cell>) -> Vec<Cell> {
        a.iter().zip(c).map(|(a, c)| quotient::divide(rounding, *a, *c)).collect()
    }

    fn least(&mut self, of: &[&Vec<Cell>], level: LevelId) -> Vec<Cell> {
        by_row(of, self.rows(level), |cells| cell::least(cells))
    }

    fn greatest(&mut self, of: &[&Vec<Cell>], level: LevelId) -> Vec<Cell> {
        by_row(of, self.rows(level), |cells| cell::greatest(cells))
    }

    fn choose(&mut self, of: &[&Vec<Cell>], level: LevelId) -> Vec<Cell> {
        let Some((otherwise, arms)) = of.split_last() else { return self.same(Cell::TooLarge, level) };
        let row = |row| {
            let arms = arms.chunks_exact(2).filter_map(|arm| match arm {
                [guard, value] => Some((at(guard, row), at(value, row))),
                _ => None,
            });
            cell::choose(arms, at(otherwise, row))
        };
        (0..self.rows(level)).map(row).collect()
    }

    fn year_of(&mut self, date: &Vec<Cell>) -> Vec<Cell> {
        date.iter().copied().map(calendar::year_of).collect()
    }

    fn shift_months(&mut self, date: &Vec<Cell>, months: &Vec<Cell>) -> Vec<Cell> {
        date.iter().zip(months).map(|(date, months)| calendar::shift_months(*date, *months)).collect()
    }

    fn working_day(&mut self, date: &Vec<Cell>, count: &Vec<Cell>) -> Vec<Cell> {
        let calendar = &self.program.calendar;
        date.iter().zip(count).map(|(date, count)| workdays::working_day(calendar, *date, *count)).collect()
    }

    fn between(&mut self, months: Months, how: Count, from: &Vec<Cell>, to: &Vec<Cell>) -> Vec<Cell> {
        from.iter().zip(to).map(|(from, to)| calendar::between(months, how, *from, *to)).collect()
    }

    fn spread(&mut self, of: &Vec<Cell>, level: LevelId) -> Vec<Cell> {
        let rows = self.parents(level);
        let parent = |row| rows.map_or(0, |rows| rows.parent_of(row));
        (0..self.rows(level)).map(|row| at(of, parent(row))).collect()
    }

    fn fold(&mut self, how: Fold, of: &Vec<Cell>, keep: &Vec<Cell>, below: LevelId, signed: bool) -> Vec<Cell> {
        let Some(rows) = self.parents(below) else { return Vec::new() };
        let one = |parent: usize| {
            let range = rows.of(parent);
            let complete = rows.is_complete(parent);
            let keeps = range.clone().map(|row| at(keep, row));
            let kept = range.map(|row| (at(keep, row), at(of, row)));
            let further = (!complete).then_some(Cell::Truth(Truth::Unknown));
            match how {
                Fold::Sum => cell::sum(kept, complete, !signed),
                Fold::Count => cell::count(keeps, complete),
                Fold::Distinct => cell::distinct(kept, complete),
                Fold::Any => cell::any(kept.map(|(keep, value)| cell::all([keep, value])).chain(further)),
                Fold::All => cell::all(kept.map(|(keep, value)| cell::any([cell::not(keep), value])).chain(further)),
                // These need a value for no row; `extreme` has it.
                Fold::Greatest | Fold::Least => Cell::TooLarge,
            }
        };
        (0..rows.complete.len()).map(one).collect()
    }

    fn extreme(&mut self, greatest: bool, of: Kept<'_, Vec<Cell>>, otherwise: &Vec<Cell>) -> Vec<Cell> {
        let Some(rows) = self.parents(of.below) else { return Vec::new() };
        let one = |parent: usize| {
            let kept = rows.of(parent).map(|row| (at(of.keep, row), at(of.values, row)));
            rank::extreme(greatest, kept, rows.is_complete(parent), at(otherwise, parent), !of.signed)
        };
        (0..rows.complete.len()).map(one).collect()
    }

    fn rank(&mut self, how: Ranking, keep: &Vec<Cell>, key: Option<&Vec<Cell>>, level: LevelId) -> Vec<Cell> {
        let Some(rows) = self.parents(level) else { return Vec::new() };
        let same = Cell::Number(Range::point(0));
        let of = |parent: usize| {
            let cells: Vec<(Cell, Cell)> =
                rows.of(parent).map(|row| (at(keep, row), key.map_or(same, |key| at(key, row)))).collect();
            rank::rank(how, &cells, rows.is_complete(parent))
        };
        (0..rows.complete.len()).flat_map(of).collect()
    }
}

impl Program {
    /// What is known of a fact before anything is said.
    #[must_use]
    pub fn declared(&self, fact: FactId) -> Cell {
        self.facts.get(fact).map_or(Cell::TooLarge, |fact| {
            let members = match fact.ty {
                Ty::Member(id) => self.enums.get(id).map_or(0, |it| it.members.len()),
                Ty::Truth | Ty::Number { .. } | Ty::Date | Ty::Key => 0,
            };
            Cell::declared(fact, members)
        })
    }

    /// Whether a number node can be below zero, by the declared ranges of its facts alone.
    #[must_use]
    pub fn can_be_negative(&self, node: crate::program::NodeId) -> bool {
        let Some(it) = self.nodes.get(node) else { return true };
        let some = |args: &[crate::program::NodeId]| args.iter().any(|arg| self.can_be_negative(*arg));
        match &it.op {
            Op::Const(Value::Number(value)) => *value < 0,
            Op::Fact(fact) => self.facts.get(*fact).and_then(|fact| fact.least).is_none_or(|least| least < 0),
            Op::Add(signs) => signs.contains(&Sign::Minus) || some(&it.args),
            Op::Greatest => it.args.iter().all(|arg| self.can_be_negative(*arg)),
            Op::Multiply | Op::Least | Op::Spread | Op::Defined(_) => some(&it.args),
            Op::Choose => {
                let values = it.args.iter().skip(1).step_by(2).chain(it.args.last());
                values.copied().any(|arg| self.can_be_negative(arg))
            }
            // A count is never negative; the greatest and least of a list have a value of their own for no row.
            Op::Fold(Fold::Greatest | Fold::Least) => it.args.iter().step_by(2).any(|arg| self.can_be_negative(*arg)),
            Op::Fold(_) | Op::Divide(_) => it.args.first().is_none_or(|arg| self.can_be_negative(*arg)),
            // A date before the day numbered zero, a span that runs backwards.
            Op::ShiftMonths | Op::WorkingDay | Op::Between(..) => true,
            Op::Undecided | Op::Elsewhere(_) | Op::YearOf | Op::Rank(_) => false,
            Op::Const(_)
            | Op::Given(_)
            | Op::AsOf
            | Op::AssumeInForce
            | Op::Paid(_)
            | Op::All
            | Op::Any
            | Op::Not
            | Op::Compare(_)
            | Op::In(_) => false,
        }
    }
}
