//! What a domain supplies, and the one walk over the nodes.

use crate::program::{
    Comparison, Count, FactId, Fold, LevelId, MemberSet, Months, Node, NodeId, Op, PaidId, Program, Ranking, Rounding,
    Sign, Value,
};
use crate::table::{Id, Table};

/// A meaning of the operations: what is known so far, many worlds, columns, symbols.
///
/// A column holds one value for each row of a level. `level` says which level a new column is for.
pub trait Domain {
    /// The values of one node for all rows of its level.
    type Column;

    /// The same known value in every row.
    fn constant(&mut self, value: Value, level: LevelId) -> Self::Column;
    /// A fact, row by row.
    fn fact(&mut self, fact: FactId, level: LevelId) -> Self::Column;
    /// Whether a fact was given, row by row.
    fn given(&mut self, fact: FactId, level: LevelId) -> Self::Column;
    /// The date of evaluation.
    fn as_of(&mut self, level: LevelId) -> Self::Column;
    /// Whether to treat the policy as in force.
    fn assume_in_force(&mut self, level: LevelId) -> Self::Column;
    /// A sum that nobody has decided.
    fn undecided(&mut self, level: LevelId) -> Self::Column;
    /// What was paid before, row by row.
    fn paid(&mut self, of: PaidId, level: LevelId) -> Self::Column;
    /// Every one holds.
    fn all(&mut self, of: &[&Self::Column], level: LevelId) -> Self::Column;
    /// Some one holds.
    fn any(&mut self, of: &[&Self::Column], level: LevelId) -> Self::Column;
    /// It does not hold.
    fn not(&mut self, of: &Self::Column) -> Self::Column;
    /// Two numbers or dates compared.
    fn compare(&mut self, how: Comparison, a: &Self::Column, b: &Self::Column) -> Self::Column;
    /// Whether a member is one of a set.
    fn within(&mut self, of: &Self::Column, set: MemberSet) -> Self::Column;
    /// A sum.
    fn add(&mut self, signs: &[Sign], of: &[&Self::Column], level: LevelId) -> Self::Column;
    /// A product.
    fn multiply(&mut self, a: &Self::Column, b: &Self::Column) -> Self::Column;
    /// How many whole times the second goes into the first.
    fn divide(&mut self, rounding: Rounding, a: &Self::Column, c: &Self::Column) -> Self::Column;
    /// The least.
    fn least(&mut self, of: &[&Self::Column], level: LevelId) -> Self::Column;
    /// The greatest.
    fn greatest(&mut self, of: &[&Self::Column], level: LevelId) -> Self::Column;
    /// The value of the first guard that holds: `[guard, value, …, otherwise]`.
    fn choose(&mut self, of: &[&Self::Column], level: LevelId) -> Self::Column;
    /// The calendar year of a date.
    fn year_of(&mut self, date: &Self::Column) -> Self::Column;
    /// A date so many months on.
    fn shift_months(&mut self, date: &Self::Column, months: &Self::Column) -> Self::Column;
    /// The day on which the last of so many working days after a date falls.
    fn working_day(&mut self, date: &Self::Column, count: &Self::Column) -> Self::Column;
    /// How many spans of so many months lie between two dates.
    fn between(&mut self, months: Months, how: Count, from: &Self::Column, to: &Self::Column) -> Self::Column;
    /// A value of the parent level, for each row of `level`.
    fn spread(&mut self, of: &Self::Column, level: LevelId) -> Self::Column;
    /// One value for each row of the parent of `below`, from the rows of `below` that are kept.
    fn fold(&mut self, how: Fold, of: &Self::Column, keep: &Self::Column, below: LevelId, signed: bool)
    -> Self::Column;
    /// The greatest or least value of the rows of `below` that are kept, or `otherwise` where none is.
    fn extreme(&mut self, greatest: bool, of: Kept<'_, Self::Column>, otherwise: &Self::Column) -> Self::Column;
    /// The place of each row of `level` among the kept rows of its list; without a key by their order in the list.
    fn rank(&mut self, how: Ranking, keep: &Self::Column, key: Option<&Self::Column>, level: LevelId) -> Self::Column;
}

/// The rows of a list, with their values and which are kept.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'c, C> {
    /// The values.
    pub values: &'c C,
    /// Which rows are kept.
    pub keep: &'c C,
    /// The list.
    pub below: LevelId,
    /// Whether a value can be below zero.
    pub signed: bool,
}

/// The columns of a run; nodes that were not live have none.
#[derive(Clone, Debug)]
pub struct Values<C>(Table<NodeId, Option<C>>);

impl<C> Values<C> {
    /// The column of a node, or `None` where the node was not live in this run.
    #[must_use]
    pub fn get(&self, node: NodeId) -> Option<&C> {
        self.0.get(node)?.as_ref()
    }
}

/// Computes every live node once, arguments first. This is the only place that says which operation is which.
pub fn run<D: Domain>(program: &Program, live: &Live, domain: &mut D) -> Values<D::Column> {
    let mut values = Values(program.nodes.ids().map(|_| None).collect());
    for (id, node) in program.nodes.iter() {
        if live.contains(id) {
            let column = step(program, node, &values, domain);
            if let (Some(slot), Some(column)) = (values.0.get_mut(id), column) {
                *slot = Some(column);
            }
        }
    }
    values
}

/// One node; `None` only where an argument is missing, which the order of nodes rules out.
fn step<D: Domain>(program: &Program, node: &Node, values: &Values<D::Column>, domain: &mut D) -> Option<D::Column> {
    let args: Vec<&D::Column> = node.args.iter().map(|arg| values.get(*arg)).collect::<Option<_>>()?;
    let (level, first, second) = (node.level, args.first().copied(), args.get(1).copied());
    Some(match &node.op {
        Op::Const(value) => domain.constant(*value, level),
        Op::Fact(fact) => domain.fact(*fact, level),
        Op::Given(fact) => domain.given(*fact, level),
        Op::AsOf => domain.as_of(level),
        Op::AssumeInForce => domain.assume_in_force(level),
        Op::Undecided | Op::Elsewhere(_) => domain.undecided(level),
        Op::Paid(of) => domain.paid(*of, level),
        Op::All => domain.all(&args, level),
        Op::Any => domain.any(&args, level),
        Op::Not => domain.not(first?),
        Op::Compare(how) => domain.compare(*how, first?, second?),
        Op::In(set) => domain.within(first?, *set),
        Op::Add(signs) => domain.add(signs, &args, level),
        Op::Multiply => domain.multiply(first?, second?),
        Op::Divide(rounding) => domain.divide(*rounding, first?, second?),
        Op::Least => domain.least(&args, level),
        Op::Greatest => domain.greatest(&args, level),
        Op::Choose => domain.choose(&args, level),
        Op::YearOf => domain.year_of(first?),
        Op::ShiftMonths => domain.shift_months(first?, second?),
        Op::WorkingDay => domain.working_day(first?, second?),
        Op::Between(months, how) => domain.between(*months, *how, first?, second?),
        // A choice without cases passes its value on.
        Op::Defined(_) => domain.choose(&args, level),
        Op::Spread => domain.spread(first?, level),
        Op::Rank(how) => domain.rank(*how, first?, second, level),
        Op::Fold(how) => {
            let value = node.args.first()?;
            let below = program.nodes.get(*value)?.level;
            if let Fold::Greatest | Fold::Least = how {
                let signed = program.can_be_negative(*value);
                let of = Kept { values: first?, keep: second?, below, signed };
                return Some(domain.extreme(*how == Fold::Greatest, of, args.get(2).copied()?));
            }
            domain.fold(*how, first?, second?, below, program.can_be_negative(*value))
        }
    })
}

/// Which nodes a run computes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live(Vec<bool>);

impl Live {
    /// The nodes that `roots` rest on, roots included.
    #[must_use]
    pub fn under(program: &Program, roots: impl IntoIterator<Item = NodeId>) -> Self {
        let mut live = vec![false; program.nodes.len()];
        for root in roots {
            if let Some(slot) = live.get_mut(root.index()) {
                *slot = true;
            }
        }
        for (id, node) in program.nodes.iter().rev() {
            if live.get(id.index()).copied().unwrap_or(false) {
                for arg in &node.args {
                    if let Some(slot) = live.get_mut(arg.index()) {
                        *slot = true;
                    }
                }
            }
        }
        Self(live)
    }

    /// Whether a node is live.
    #[must_use]
    pub fn contains(&self, node: NodeId) -> bool {
        self.0.get(node.index()).copied().unwrap_or(false)
    }

    /// The live nodes in order.
    pub fn iter(&self) -> impl Iterator<Item = NodeId> {
        self.0.iter().enumerate().filter(|(_, live)| **live).map(|(index, _)| NodeId::from_index(index))
    }
}
