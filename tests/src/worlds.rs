//! Many worlds at once: a second meaning of the nodes, in which everything is known.
//!
//! A world is an application with every gap filled in: consistent with what is known, and in no way special. A column holds
//! one plain value for each world and row; there are no intervals here and no unknowns.

use crate::generate::Random;
use tiaoli::Application;
use tiaoli::date::Date;
use tiaoli_eval::application::{Rows, Slot};
use tiaoli_eval::claim::cell::NO_FINDING;
use tiaoli_eval::claim::{Cell, Domain, Kept, Truth};
use tiaoli_eval::program::{
    Comparison, Count, FactId, FactKind, Fold, LevelId, MemberSet, Months, PaidId, Place, Program, Ranking, Rounding,
    Sign, Tied, Ty, Value,
};
use tiaoli_eval::rows::At;
use tiaoli_eval::table::Id;

/// A value of one world; `None` where a number does not fit.
pub type Plain = Option<Value>;

/// One value for each world and row.
pub type Column = Vec<Vec<Plain>>;

/// Worlds consistent with one application.
#[derive(Debug)]
pub struct Worlds<'a> {
    program: &'a Program,
    known: &'a Application,
    /// The worlds, each an application in which everything is known.
    pub worlds: Vec<Application>,
    undecided: Vec<i128>,
}

impl<'a> Worlds<'a> {
    /// So many worlds that `known` leaves open, at random.
    #[must_use]
    pub fn of(program: &'a Program, known: &'a Application, count: usize, random: &mut Random) -> Self {
        let worlds = (0..count).map(|_| fill(program, known, random)).collect();
        let undecided = (0..count).map(|_| number(random, Some(0), None)).collect();
        Self { program, known, worlds, undecided }
    }

    /// The row of a world that is row `row` of what is known.
    #[must_use]
    pub fn row(&self, world: usize, level: LevelId, row: usize) -> usize {
        let Some(parent) = self.program.levels.get(level).and_then(|it| it.parent) else { return row };
        let (known, own) = (&self.known.rows[level], &self.worlds[world].rows[level]);
        let above = known.parent_of(row);
        own.of(self.row(world, parent, above)).start + (row - known.of(above).start)
    }

    fn rows(&self, world: usize, level: LevelId) -> usize {
        self.worlds[world].rows[level].len() as usize
    }

    fn each(&self, level: LevelId, f: impl Fn(usize, usize) -> Plain) -> Column {
        (0..self.worlds.len()).map(|world| (0..self.rows(world, level)).map(|row| f(world, row)).collect()).collect()
    }
}

/// Whether what is known of a value allows it.
#[must_use]
pub fn allows(cell: Cell, value: Plain) -> bool {
    match (cell, value) {
        (Cell::TooLarge, _) | (_, None) => true,
        (Cell::Truth(truth), Some(Value::Truth(value))) => truth == Truth::Unknown || truth == Truth::of(value),
        (Cell::Number(range), Some(Value::Number(value))) => {
            range.low.is_none_or(|low| low <= value) && range.high.is_none_or(|high| value <= high)
        }
        (Cell::Key(key), Some(Value::Key(value))) => key.is_none_or(|key| key == value),
        (Cell::Member(set), Some(Value::Member(member))) => MemberSet::one(member).within(set),
        _ => false,
    }
}

fn fill(program: &Program, known: &Application, random: &mut Random) -> Application {
    let mut world = known.clone();
    // Which row of what is known each row of the world is; none for one that is added.
    let mut origins: Vec<Vec<Option<usize>>> = Vec::new();
    for (level, it) in program.levels.iter() {
        let (Some(parent), Place::List(_) | Place::Values(_)) = (it.parent, it.place) else {
            origins.push((0..known.rows[level].len() as usize).map(Some).collect());
            continue;
        };
        let rows = &known.rows[level];
        let (mut own, mut origin) = (Rows::empty(), Vec::new());
        for above in &origins[parent.index()] {
            let have: Vec<usize> = above.map_or(Vec::new(), |above| rows.of(above).collect());
            let complete = above.is_some_and(|above| rows.is_complete(above));
            let more = if complete { 0 } else { random.below(4) };
            own.push(u32::try_from(have.len() as u64 + more).unwrap_or(0), true, false);
            origin.extend(have.into_iter().map(Some));
            origin.extend((0..more).map(|_| None));
        }
        let facts: Vec<FactId> =
            program.facts.iter().filter(|(_, fact)| fact.level == level).map(|(id, _)| id).collect();
        for fact in facts {
            let slots = &known.facts[fact];
            let slot = |row: &Option<usize>| row.and_then(|row| slots.get(row)).copied().unwrap_or(Slot::Absent);
            world.facts[fact] = origin.iter().map(slot).collect();
        }
        world.rows[level] = own;
        origins.push(origin);
    }
    for (id, fact) in program.facts.iter() {
        for slot in &mut world.facts[id] {
            if matches!(slot, Slot::Absent | Slot::Impossible) {
                let value = match &fact.ty {
                    Ty::Truth => Value::Truth(random.chance(50)),
                    // Somebody known, or one of two others.
                    Ty::Key => {
                        let others = u64::try_from(known.keys.len()).unwrap_or(0) + 2;
                        Value::Key(u32::try_from(random.below(others)).unwrap_or(0))
                    }
                    Ty::Number { .. } => Value::Number(number(random, fact.least, fact.greatest)),
                    Ty::Date => Value::Number(i128::from(known.as_of.days()) - 1_000 + i128::from(random.below(2_000))),
                    Ty::Member(of) => {
                        let members = u64::try_from(program.enums[*of].members.len()).unwrap_or(1);
                        // An authority may find none of them.
                        if fact.kind == FactKind::Found && random.chance(20) {
                            Value::Member(NO_FINDING)
                        } else {
                            Value::Member(u8::try_from(random.below(members)).unwrap_or(0))
                        }
                    }
                };
                *slot = Slot::Known(value);
            }
        }
    }
    world
}

fn number(random: &mut Random, least: Option<i128>, greatest: Option<i128>) -> i128 {
    let scale = random.pick(&[1i128, 100, 100_000_000, 1_000_000_000_000]);
    let value = least.unwrap_or(0) + i128::from(random.below(1_000)) * scale;
    greatest.map_or(value, |greatest| value.min(greatest))
}

fn truth(value: Plain) -> Option<bool> {
    match value {
        Some(Value::Truth(value)) => Some(value),
        _ => None,
    }
}

fn amount(value: Plain) -> Option<i128> {
    match value {
        Some(Value::Number(value)) => Some(value),
        _ => None,
    }
}

fn date_of(value: Plain) -> Option<Date> {
    Date::from_days(i32::try_from(amount(value)?).ok()?)
}

fn map(of: &Column, f: impl Fn(Plain) -> Plain) -> Column {
    of.iter().map(|world| world.iter().map(|value| f(*value)).collect()).collect()
}

fn zip(a: &Column, b: &Column, f: impl Fn(Plain, Plain) -> Plain) -> Column {
    a.iter().zip(b).map(|(a, b)| a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect()).collect()
}

impl Domain for Worlds<'_> {
    type Column = Column;

    fn constant(&mut self, value: Value, level: LevelId) -> Column {
        self.each(level, |_, _| Some(value))
    }

    fn fact(&mut self, fact: FactId, level: LevelId) -> Column {
        self.each(level, |world, row| match self.worlds[world].facts[fact][row] {
            Slot::Known(value) => Some(value),
            Slot::Absent | Slot::Impossible => None,
        })
    }

    /// What was given is a matter of the application, not of the world.
    fn given(&mut self, fact: FactId, level: LevelId) -> Column {
        let list = matches!(self.program.levels[level].place, Place::List(_) | Place::Values(_));
        self.each(level, |_, row| {
            let slot = if list { None } else { self.known.facts[fact].get(row) };
            Some(Value::Truth(matches!(slot, Some(Slot::Known(_)))))
        })
    }

    fn as_of(&mut self, level: LevelId) -> Column {
        self.each(level, |_, _| Some(Value::Number(i128::from(self.known.as_of.days()))))
    }

    fn assume_in_force(&mut self, level: LevelId) -> Column {
        self.each(level, |_, _| Some(Value::Truth(self.known.assume_in_force)))
    }

    fn paid(&mut self, of: PaidId, level: LevelId) -> Column {
        let (program, known) = (self.program, self.known);
        // Of payments of which it is not known whose they were, none was his: one of the worlds that there may be.
        let paid = |row: usize| known.paid_before(program, of, At { level, row });
        self.each(level, |_, row| paid(row).map(|[least, _]| Value::Number(least)))
    }

    fn undecided(&mut self, level: LevelId) -> Column {
        self.each(level, |world, _| Some(Value::Number(self.undecided[world])))
    }

    fn all(&mut self, of: &[&Column], level: LevelId) -> Column {
        self.each(level, |world, row| {
            let values: Vec<Option<bool>> = of.iter().map(|column| truth(column[world][row])).collect();
            let known = values.iter().copied().collect::<Option<Vec<bool>>>().map(|all| all.into_iter().all(|it| it));
            values.contains(&Some(false)).then_some(false).or(known).map(Value::Truth)
        })
    }

    fn any(&mut self, of: &[&Column], level: LevelId) -> Column {
        self.each(level, |world, row| {
            let values: Vec<Option<bool>> = of.iter().map(|column| truth(column[world][row])).collect();
            let known = values.iter().copied().collect::<Option<Vec<bool>>>().map(|all| all.into_iter().any(|it| it));
            values.contains(&Some(true)).then_some(true).or(known).map(Value::Truth)
        })
    }

    fn not(&mut self, of: &Column) -> Column {
        map(of, |value| truth(value).map(|value| Value::Truth(!value)))
    }

    fn compare(&mut self, how: Comparison, a: &Column, b: &Column) -> Column {
        zip(a, b, |a, b| {
            if let (Some(Value::Key(a)), Some(Value::Key(b))) = (a, b) {
                return Some(Value::Truth(a == b));
            }
            let (a, b) = (amount(a)?, amount(b)?);
            Some(Value::Truth(match how {
                Comparison::Less => a < b,
                Comparison::LessOrEqual => a <= b,
                Comparison::Equal => a == b,
            }))
        })
    }

    fn within(&mut self, of: &Column, set: MemberSet) -> Column {
        map(of, |value| match value {
            Some(Value::Member(member)) => Some(Value::Truth(set.members().any(|it| it == member))),
            _ => None,
        })
    }

    fn add(&mut self, signs: &[Sign], of: &[&Column], level: LevelId) -> Column {
        self.each(level, |world, row| {
            let mut sum = 0i128;
            for (sign, column) in signs.iter().zip(of) {
                let term = amount(column[world][row])?;
                sum = if *sign == Sign::Plus { sum.checked_add(term)? } else { sum.checked_sub(term)? };
            }
            Some(Value::Number(sum))
        })
    }

    fn multiply(&mut self, a: &Column, b: &Column) -> Column {
        zip(a, b, |a, b| amount(a)?.checked_mul(amount(b)?).map(Value::Number))
    }

    fn divide(&mut self, rounding: Rounding, a: &Column, c: &Column) -> Column {
        zip(a, c, |a, c| {
            let (a, c) = (amount(a)?, amount(c).filter(|c| *c > 0)?);
            let (down, up) = (a.div_euclid(c), a.div_euclid(c) + i128::from(a.rem_euclid(c) > 0));
            let (toward, away) = if a < 0 { (up, down) } else { (down, up) };
            let half = a.rem_euclid(c).checked_mul(2)?;
            Some(Value::Number(match rounding {
                Rounding::Down => toward,
                Rounding::Up => away,
                Rounding::HalfUp if half == c => away,
                Rounding::HalfUp => {
                    if half > c {
                        up
                    } else {
                        down
                    }
                }
            }))
        })
    }

    fn least(&mut self, of: &[&Column], level: LevelId) -> Column {
        self.each(level, |world, row| {
            of.iter()
                .map(|column| amount(column[world][row]))
                .collect::<Option<Vec<_>>>()?
                .into_iter()
                .min()
                .map(Value::Number)
        })
    }

    fn greatest(&mut self, of: &[&Column], level: LevelId) -> Column {
        self.each(level, |world, row| {
            of.iter()
                .map(|column| amount(column[world][row]))
                .collect::<Option<Vec<_>>>()?
                .into_iter()
                .max()
                .map(Value::Number)
        })
    }

    fn choose(&mut self, of: &[&Column], level: LevelId) -> Column {
        self.each(level, |world, row| {
            let at = |index: usize| of[index][world][row];
            for guard in (0..of.len() - 1).step_by(2) {
                if truth(at(guard))? {
                    return at(guard + 1);
                }
            }
            at(of.len() - 1)
        })
    }

    fn year_of(&mut self, date: &Column) -> Column {
        map(date, |days| Some(Value::Number(i128::from(date_of(days)?.year()))))
    }

    fn shift_months(&mut self, date: &Column, months: &Column) -> Column {
        zip(date, months, |date, months| {
            let (year, month, day) = date_of(date)?.parts();
            let at = i128::from(year) * 12 + i128::from(month) - 1 + amount(months)?;
            let (year, month) = (u32::try_from(at.div_euclid(12)).ok()?, u32::try_from(at.rem_euclid(12)).ok()? + 1);
            // The last day of the month is the greatest that there is.
            let there = (1..=day).rev().find_map(|day| Date::new(year, month, day))?;
            Some(Value::Number(there.days().into()))
        })
    }

    /// Day by day; where the calendar does not reach nobody knows.
    fn working_day(&mut self, date: &Column, count: &Column) -> Column {
        let calendar = &self.program.calendar;
        zip(date, count, |date, count| {
            let (mut day, count) = (date_of(date)?, amount(count)?);
            for _ in 0..count.abs() {
                loop {
                    day = Date::from_days(day.days() + if count < 0 { -1 } else { 1 })?;
                    if calendar.is_worked(day)? {
                        break;
                    }
                }
            }
            Some(Value::Number(day.days().into()))
        })
    }

    /// Spans are laid end to end from the first date until they pass the second.
    fn between(&mut self, months: Months, how: Count, from: &Column, to: &Column) -> Column {
        zip(from, to, |from, to| {
            let (from, to) = (date_of(from)?, date_of(to)?);
            let after = |spans: i128| from.plus_months(spans * i128::from(months));
            let mut full = 0;
            while after(full + 1)? <= to {
                full += 1;
            }
            while after(full)? > to {
                full -= 1;
            }
            let begun = if after(full)? < to { full + 1 } else { full };
            Some(Value::Number(match how {
                Count::Full => full,
                Count::Begun => begun,
                Count::Ordinal if to < from => full + 1,
                Count::Ordinal => begun.max(1),
            }))
        })
    }

    fn spread(&mut self, of: &Column, level: LevelId) -> Column {
        self.each(level, |world, row| of[world][self.worlds[world].rows[level].parent_of(row)])
    }

    fn fold(&mut self, how: Fold, of: &Column, keep: &Column, below: LevelId, _signed: bool) -> Column {
        let one = |world: usize, above: usize| {
            let rows = self.worlds[world].rows[below].of(above);
            let kept = rows.map(|row| Some((truth(keep[world][row])?, of[world][row]))).collect::<Option<Vec<_>>>()?;
            let values: Vec<Plain> = kept.into_iter().filter(|(keep, _)| *keep).map(|(_, value)| value).collect();
            Some(match how {
                Fold::Count => Value::Number(i128::try_from(values.len()).ok()?),
                Fold::Sum => {
                    let sum = values.into_iter().try_fold(0i128, |sum, value| sum.checked_add(amount(value)?))?;
                    Value::Number(sum)
                }
                Fold::Distinct => {
                    let keys =
                        values.into_iter().map(|key| if let Some(Value::Key(key)) = key { Some(key) } else { None });
                    let keys = keys.collect::<Option<std::collections::BTreeSet<u32>>>()?;
                    Value::Number(i128::try_from(keys.len()).ok()?)
                }
                Fold::Greatest | Fold::Least => return None,
                Fold::Any => Value::Truth(values.into_iter().map(truth).collect::<Option<Vec<_>>>()?.contains(&true)),
                Fold::All => Value::Truth(!values.into_iter().map(truth).collect::<Option<Vec<_>>>()?.contains(&false)),
            })
        };
        (0..self.worlds.len())
            .map(|world| (0..self.worlds[world].rows[below].complete.len()).map(|above| one(world, above)).collect())
            .collect()
    }

    fn extreme(&mut self, greatest: bool, of: Kept<'_, Column>, otherwise: &Column) -> Column {
        let one = |world: usize, above: usize| {
            let rows = self.worlds[world].rows[of.below].of(above);
            let kept = rows.map(|row| Some((truth(of.keep[world][row])?, of.values[world][row])));
            let kept = kept.collect::<Option<Vec<_>>>()?;
            let values = kept.into_iter().filter(|(keep, _)| *keep).map(|(_, value)| amount(value));
            let values = values.collect::<Option<Vec<i128>>>()?;
            let found = if greatest { values.into_iter().max() } else { values.into_iter().min() };
            found.map(Value::Number).or(otherwise[world][above])
        };
        (0..self.worlds.len())
            .map(|world| (0..self.worlds[world].rows[of.below].complete.len()).map(|above| one(world, above)).collect())
            .collect()
    }

    /// One more than the rows that stand before, counted one by one.
    fn rank(&mut self, how: Ranking, keep: &Column, key: Option<&Column>, level: LevelId) -> Column {
        self.each(level, |world, row| {
            let rows = &self.worlds[world].rows[level];
            let of = |row: usize| key.map_or(Some(0), |key| amount(key[world][row]));
            let mut place = 1;
            for other in rows.of(rows.parent_of(row)).filter(|other| *other != row) {
                if !truth(keep[world][other])? {
                    continue;
                }
                let (own, other_key) = (of(row)?, of(other)?);
                let ahead = if how.descending { other_key > own } else { other_key < own };
                let tied = other_key == own
                    && match how.ties {
                        Tied::Listed => other < row,
                        Tied::First => false,
                        Tied::Last => true,
                    };
                place += i128::from(ahead || tied);
            }
            Some(Value::Number(place))
        })
    }
}
