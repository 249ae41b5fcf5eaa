//! An independent check of an explanation: each step is computed again from the values of the steps it rests on, in
//! unbounded integers, and nothing else is looked at but what the application says of its facts.

use num_bigint::BigInt;
use num_traits::Zero;
use tiaoli::date::Date;
use tiaoli::{Application, Program};
use tiaoli_eval::application::Slot;
use tiaoli_eval::claim::cell::NO_FINDING;
use tiaoli_eval::claim::{Cell, Truth};
use tiaoli_eval::program::{
    Comparison, Count, FactKind, Fold, MemberSet, Op, Ranking, Rounding, Sign, Tied, Ty, Value,
};
use tiaoli_eval::rows::At;
use tiaoli_eval::trace::{Step, Trace};

/// What a step may come to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    /// Whether it may hold, and whether it may fail.
    Truth(bool, bool),
    /// Its ends; `None` = open.
    Between(Option<BigInt>, Option<BigInt>),
    /// Its members.
    Among(u128),
    /// Who it is.
    Key(Option<u32>),
    Nothing,
}

use Known::{Among, Between, Nothing};

/// The first step whose value is not what its operands make of it.
///
/// # Errors
///
/// In words.
pub fn check(program: &Program, application: &Application, trace: &Trace) -> Result<(), String> {
    for (index, step) in trace.steps.iter().enumerate() {
        if step.args.iter().any(|arg| *arg >= index) {
            return Err(format!("step {index} rests on a later one"));
        }
        let args: Vec<Known> = step.args.iter().map(|arg| known(trace.steps[*arg].value)).collect();
        let found = known(step.value);
        let due = again(program, application, trace, step, &args);
        if due != found && found != Nothing {
            return Err(format!(
                "step {index} {:?} over {args:?}: the trace says {found:?}, its operands {due:?}",
                step.op
            ));
        }
    }
    Ok(())
}

fn known(cell: Cell) -> Known {
    match cell {
        Cell::Truth(truth) => Known::Truth(truth != Truth::False, truth != Truth::True),
        Cell::Number(range) => Between(range.low.map(BigInt::from), range.high.map(BigInt::from)),
        Cell::Member(set) => Among(set.0),
        Cell::Key(key) => Known::Key(key),
        Cell::TooLarge => Nothing,
    }
}

fn plain(value: Value) -> Known {
    match value {
        Value::Truth(value) => Known::Truth(value, !value),
        Value::Number(value) => Between(Some(value.into()), Some(value.into())),
        Value::Member(member) => Among(1 << member),
        Value::Key(key) => Known::Key(Some(key)),
    }
}

fn again(program: &Program, application: &Application, trace: &Trace, step: &Step, args: &[Known]) -> Known {
    let said = |truth: bool| Known::Truth(truth, !truth);
    match &step.op {
        Op::Const(value) => plain(*value),
        Op::Fact(fact) => match Trace::said(program, application, step) {
            Some(Slot::Known(value)) => plain(value),
            _ => range(program, &program.facts[*fact]),
        },
        Op::Given(_) => said(matches!(Trace::said(program, application, step), Some(Slot::Known(_)))),
        Op::AsOf => plain(Value::Number(application.as_of.days().into())),
        Op::AssumeInForce => said(application.assume_in_force),
        Op::Paid(of) => {
            let level = program.nodes[step.node].level;
            match application.paid_before(program, *of, At { level, row: step.row }) {
                Some([least, most]) => Between(Some(least.into()), Some(most.into())),
                None => Nothing,
            }
        }
        Op::Undecided | Op::Elsewhere(_) => Between(Some(BigInt::zero()), None),
        Op::All => all(args.iter()),
        Op::Any => not(&all(args.iter().map(not).collect::<Vec<_>>().iter())),
        Op::Not => not(&args[0]),
        Op::Compare(how) => compare(*how, &args[0], &args[1]),
        Op::In(set) => within(&args[0], *set),
        Op::Add(signs) => {
            args.iter().zip(signs).fold(plain(Value::Number(0)), |sum, (term, sign)| add(&sum, term, *sign))
        }
        Op::Multiply => multiply(&args[0], &args[1]),
        Op::Divide(rounding) => divide(*rounding, &args[0], &args[1]),
        Op::Least => args.iter().skip(1).fold(args[0].clone(), |a, b| extreme(&a, b, true)),
        Op::Greatest => args.iter().skip(1).fold(args[0].clone(), |a, b| extreme(&a, b, false)),
        Op::Choose => choose(trace, step, args),
        Op::YearOf => year(&args[0]),
        Op::ShiftMonths => by_ends(&args[0], &args[1], |date, months| shifted(date, &months)),
        Op::WorkingDay => working_day(program, &args[0], &args[1]),
        Op::Between(months, how) => {
            // A later start leaves less.
            let (from, to) = (ends(&args[0]), ends(&args[1]));
            let turned = Between(from.1, from.0);
            by_ends(&turned, &plain_ends(to), |from, to| spans((*months).into(), *how, from, to))
        }
        Op::Spread | Op::Defined(_) => args[0].clone(),
        Op::Fold(how) => fold(*how, step, args),
        Op::Rank(how) => place(*how, step, args),
    }
}

fn range(program: &Program, fact: &tiaoli_eval::program::Fact) -> Known {
    match fact.ty {
        Ty::Truth => Known::Truth(true, true),
        Ty::Key => Known::Key(None),
        Ty::Number { .. } | Ty::Date => Between(fact.least.map(BigInt::from), fact.greatest.map(BigInt::from)),
        Ty::Member(of) => {
            let members = (1u128 << program.enums[of].members.len()) - 1;
            Among(if fact.kind == FactKind::Found { members | 1 << NO_FINDING } else { members })
        }
    }
}

fn truths(of: &Known) -> (bool, bool) {
    match of {
        Known::Truth(may, may_not) => (*may, *may_not),
        _ => (true, true),
    }
}

/// All may hold where each may; one that certainly fails decides.
fn all<'a>(of: impl Iterator<Item = &'a Known>) -> Known {
    let mut sum = (true, false);
    for it in of {
        let (may, may_not) = truths(it);
        sum = (sum.0 && may, sum.1 || may_not);
    }
    Known::Truth(sum.0, sum.1)
}

fn not(of: &Known) -> Known {
    let (may, may_not) = truths(of);
    Known::Truth(may_not, may)
}

fn ends(of: &Known) -> (Option<BigInt>, Option<BigInt>) {
    match of {
        Between(low, high) => (low.clone(), high.clone()),
        _ => (None, None),
    }
}

fn compare(how: Comparison, a: &Known, b: &Known) -> Known {
    if let (Known::Key(a), Known::Key(b)) = (a, b) {
        let (both, same) = (a.is_some() && b.is_some(), a == b);
        return Known::Truth(!both || same, !both || !same);
    }
    let ((al, ah), (bl, bh)) = (ends(a), ends(b));
    let below = |x: &Option<BigInt>, y: &Option<BigInt>, equal: bool| match (x, y) {
        // An open end reaches as far as is needed.
        (Some(x), Some(y)) => x < y || (equal && x == y),
        _ => true,
    };
    match how {
        Comparison::Less => Known::Truth(below(&al, &bh, false), below(&bl, &ah, true)),
        Comparison::LessOrEqual => Known::Truth(below(&al, &bh, true), below(&bl, &ah, false)),
        Comparison::Equal => {
            let point = |low: &Option<BigInt>, high: &Option<BigInt>| low.is_some() && low == high;
            let same = point(&al, &ah) && point(&bl, &bh) && al == bl;
            Known::Truth(below(&al, &bh, true) && below(&bl, &ah, true), !same)
        }
    }
}

fn within(of: &Known, set: MemberSet) -> Known {
    match of {
        Among(members) => Known::Truth(members & set.0 != 0, members & !set.0 != 0),
        _ => Nothing,
    }
}

fn add(sum: &Known, term: &Known, sign: Sign) -> Known {
    let ((a, b), (c, d)) = (ends(sum), ends(term));
    let both = |x: Option<BigInt>, y: Option<BigInt>, f: fn(BigInt, BigInt) -> BigInt| Some(f(x?, y?));
    match sign {
        Sign::Plus => Between(both(a, c, |x, y| x + y), both(b, d, |x, y| x + y)),
        Sign::Minus => Between(both(a, d, |x, y| x - y), both(b, c, |x, y| x - y)),
    }
}

/// Only factors that are not negative have an open end in a policy.
fn multiply(a: &Known, b: &Known) -> Known {
    let ((al, ah), (bl, bh)) = (ends(a), ends(b));
    let (Some(al), Some(bl)) = (al, bl) else { return Nothing };
    let zero = BigInt::zero();
    match (&ah, &bh) {
        (Some(ah), Some(bh)) => {
            let mut products = [&al * &bl, &al * bh, ah * &bl, ah * bh];
            products.sort();
            Between(products.first().cloned(), products.last().cloned())
        }
        _ if al >= zero && bl >= zero => {
            let nothing = ah.as_ref().is_some_and(Zero::is_zero) || bh.as_ref().is_some_and(Zero::is_zero);
            Between(Some(&al * &bl), nothing.then_some(zero))
        }
        _ => Nothing,
    }
}

fn extreme(a: &Known, b: &Known, least: bool) -> Known {
    let ((al, ah), (bl, bh)) = (ends(a), ends(b));
    let inner = |x: Option<BigInt>, y: Option<BigInt>| match (x, y) {
        (Some(x), Some(y)) => Some(if least { x.min(y) } else { x.max(y) }),
        (None, one) | (one, None) => one,
    };
    let outer = |x: Option<BigInt>, y: Option<BigInt>| Some(if least { x?.min(y?) } else { x?.max(y?) });
    if least { Between(outer(al, bl), inner(ah, bh)) } else { Between(inner(al, bl), outer(ah, bh)) }
}

fn hull(a: Known, b: Known) -> Known {
    match (a, b) {
        (Known::Truth(a, b), Known::Truth(c, d)) => Known::Truth(a || c, b || d),
        (Among(a), Among(b)) => Among(a | b),
        (Known::Key(a), Known::Key(b)) => Known::Key(if a == b { a } else { None }),
        (Between(a, b), Between(c, d)) => {
            let both = |x: Option<BigInt>, y: Option<BigInt>, f: fn(BigInt, BigInt) -> BigInt| Some(f(x?, y?));
            Between(both(a, c, BigInt::min), both(b, d, BigInt::max))
        }
        _ => Nothing,
    }
}

/// The trace holds a guard, its value where the guard may hold, and the last value where no guard certainly does.
fn choose(trace: &Trace, step: &Step, args: &[Known]) -> Known {
    let mut sum: Option<Known> = None;
    let mut join = |value: &Known| sum = Some(sum.take().map_or(value.clone(), |so_far| hull(so_far, value.clone())));
    let mut at = 0;
    while at + 1 < step.args.len() {
        assert!(matches!(trace.steps[step.args[at]].ty, Ty::Truth), "a guard is a truth");
        match truths(&args[at]) {
            (false, _) => at += 1,
            (true, may_not) => {
                join(&args[at + 1]);
                at += 2;
                if !may_not {
                    return sum.unwrap_or(Nothing);
                }
            }
        }
    }
    if let Some(last) = args.get(at) {
        join(last);
    }
    sum.unwrap_or(Nothing)
}

fn plain_ends((low, high): (Option<BigInt>, Option<BigInt>)) -> Known {
    Between(low, high)
}

/// Low end with low end, high end with high end.
fn by_ends(a: &Known, b: &Known, f: impl Fn(BigInt, BigInt) -> Option<BigInt>) -> Known {
    let ((al, ah), (bl, bh)) = (ends(a), ends(b));
    Between(al.zip(bl).and_then(|(a, b)| f(a, b)), ah.zip(bh).and_then(|(a, b)| f(a, b)))
}

fn day(days: &BigInt) -> Option<Date> {
    Date::from_days(i32::try_from(days.clone()).ok()?)
}

/// Day by day. Of days that the calendar does not know all may be worked, or none; an end that none would never reach is open.
fn working_day(program: &Program, date: &Known, count: &Known) -> Known {
    let reached = |date: BigInt, count: BigInt, all: bool| {
        let (mut day, mut left) = (day(&date)?, i128::try_from(count).ok()?);
        let step = if left < 0 { -1 } else { 1 };
        let mut unknown = 0;
        while left != 0 {
            day = Date::from_days(day.days() + step)?;
            unknown = if program.calendar.is_worked(day).is_some() { 0 } else { unknown + 1 };
            if program.calendar.is_worked(day).unwrap_or(all) {
                left -= i128::from(step);
            }
            // Longer than any gap between years that a policy states.
            if unknown > 20_000 {
                return None;
            }
        }
        Some(BigInt::from(day.days()))
    };
    let ((al, ah), (bl, bh)) = (ends(date), ends(count));
    let back = |count: &BigInt| *count < BigInt::zero();
    let low = al.zip(bl).and_then(|(date, count)| reached(date, count.clone(), !back(&count)));
    let high = ah.zip(bh).and_then(|(date, count)| reached(date, count.clone(), back(&count)));
    Between(low, high)
}

fn shifted(date: BigInt, months: &BigInt) -> Option<BigInt> {
    Some(day(&date)?.plus_months(i128::try_from(months.clone()).ok()?)?.days().into())
}

/// The spans between two dates, found by laying them end to end.
fn spans(length: i128, how: Count, from: BigInt, to: BigInt) -> Option<BigInt> {
    let (first, last) = (day(&from)?, day(&to)?);
    let step = if last < first { -1 } else { 1 };
    let mut n = 0i128;
    let short = |n: i128| Some((first.plus_months(n * length)?.days() - last.days()) * step < 0);
    while short(n)? {
        n += i128::from(step);
    }
    // The day n spans on is the first one at or beyond the second date.
    let exact = first.plus_months(n * length)? == last;
    let (full, begun) = match (exact, step) {
        (true, _) => (n, n),
        (false, 1) => (n - 1, n),
        (false, _) => (n, n + 1),
    };
    Some(BigInt::from(match how {
        Count::Full => full,
        Count::Begun => begun,
        Count::Ordinal if last < first => full + 1,
        Count::Ordinal => begun.max(1),
    }))
}

/// In a policy what is divided is not below zero where its end is open, and a divisor is above zero.
fn divide(rounding: Rounding, a: &Known, c: &Known) -> Known {
    let ((al, ah), (cl, ch)) = (ends(a), ends(c));
    let one = BigInt::from(1);
    let cl = cl.unwrap_or_else(|| one.clone()).max(one);
    if ch.as_ref().is_some_and(|ch| *ch < cl) {
        return Nothing;
    }
    let part = |a: &BigInt, c: &Option<BigInt>| match c {
        Some(c) => {
            let (size, sign) = (a.magnitude().clone(), if a < &BigInt::zero() { -1 } else { 1 });
            let twice = BigInt::from(size) * 2;
            let n: BigInt = match rounding {
                Rounding::Down => &twice / (c * 2),
                Rounding::HalfUp => (&twice + c) / (c * 2),
                Rounding::Up => (&twice + c * 2 - 2) / (c * 2),
            };
            n * sign
        }
        None if rounding == Rounding::Up => BigInt::from(i8::from(*a > BigInt::zero()) - i8::from(*a < BigInt::zero())),
        None => BigInt::zero(),
    };
    let ends = |a: Option<BigInt>| a.map(|a| (part(&a, &Some(cl.clone())), part(&a, &ch)));
    let (low, high) = (ends(al), ends(ah));
    Between(low.map(|(a, b)| a.min(b)), high.map(|(a, b)| a.max(b)))
}

fn year(days: &Known) -> Known {
    let (low, high) = ends(days);
    let of = |days: Option<BigInt>| {
        let date = tiaoli::date::Date::from_days(i32::try_from(days?).ok()?)?;
        Some(BigInt::from(date.year()))
    };
    Between(of(low), of(high))
}

/// Keep and key of each row: those that stand before the own one, for certain and perhaps.
fn place(how: Ranking, step: &Step, args: &[Known]) -> Known {
    let width = if keyless(args) { 1 } else { 2 };
    let rows: Vec<((bool, bool), Known)> = args
        .chunks_exact(width)
        .map(|row| (truths(&row[0]), row.get(1).cloned().unwrap_or_else(|| plain(Value::Number(0)))))
        .collect();
    let own = step.own.unwrap_or(0);
    let (mut low, mut high) = (1, 1);
    for (index, (keep, key)) in rows.iter().enumerate().filter(|(index, _)| *index != own) {
        let (ahead, behind) = if how.descending { (&rows[own].1, key) } else { (key, &rows[own].1) };
        let or_equal = match how.ties {
            Tied::Listed => index < own,
            Tied::First => false,
            Tied::Last => true,
        };
        let before = compare(if or_equal { Comparison::LessOrEqual } else { Comparison::Less }, ahead, behind);
        let (may, may_not) = truths(&before);
        low += usize::from(!keep.1 && !may_not);
        high += usize::from(keep.0 && may);
    }
    Between(Some(low.into()), step.complete.then(|| high.into()))
}

fn keyless(args: &[Known]) -> bool {
    args.iter().all(|arg| matches!(arg, Known::Truth(..)))
}

/// Value and keep of each row; a list that is not complete may hold more.
fn fold(how: Fold, step: &Step, args: &[Known]) -> Known {
    let rows: Vec<(&Known, (bool, bool))> = args.chunks_exact(2).map(|row| (&row[0], truths(&row[1]))).collect();
    let more = !step.complete;
    match how {
        Fold::Count => {
            let low = rows.iter().filter(|(_, (_, may_not))| !may_not).count();
            let high = rows.iter().filter(|(_, (may, _))| *may).count();
            Between(Some(low.into()), (!more).then(|| high.into()))
        }
        Fold::Distinct => {
            let of = |value: &Known| if let Known::Key(key) = value { *key } else { None };
            let mut certain: Vec<u32> =
                rows.iter().filter(|(_, (_, may_not))| !may_not).filter_map(|row| of(row.0)).collect();
            let some = rows.iter().any(|(_, (_, may_not))| !may_not);
            let may: Vec<_> = rows.iter().filter(|(_, (may, _))| *may).map(|row| of(row.0)).collect();
            let mut possible: Vec<u32> = may.iter().filter_map(|key| *key).collect();
            for keys in [&mut certain, &mut possible] {
                keys.sort_unstable();
                keys.dedup();
            }
            let unknown = may.iter().filter(|key| key.is_none()).count();
            let low = certain.len().max(usize::from(some));
            Between(Some(low.into()), (!more).then(|| (possible.len() + unknown).into()))
        }
        Fold::Greatest | Fold::Least => {
            let least = how == Fold::Least;
            let otherwise = args.last().cloned().unwrap_or(Nothing);
            let further = more.then(|| Between(Some(BigInt::zero()), None));
            let kept = rows.iter().filter(|(_, (_, may_not))| !may_not).map(|row| row.0.clone());
            let certain = kept.reduce(|a, b| extreme(&a, &b, least));
            let perhaps = rows.iter().filter(|(_, (may, may_not))| *may && *may_not).map(|row| row.0.clone());
            // Each row that may be kept either counts or does not.
            perhaps.chain(further).fold(certain.clone().unwrap_or(otherwise), |sum, value| {
                let with = if certain.is_some() { extreme(&sum, &value, least) } else { value };
                hull(sum, with)
            })
        }
        Fold::Sum => {
            let nothing = plain(Value::Number(0));
            let mut sum = nothing.clone();
            for (value, keep) in rows {
                let term = match keep {
                    (true, false) => value.clone(),
                    (false, _) => nothing.clone(),
                    (true, true) => hull(value.clone(), nothing.clone()),
                };
                sum = add(&sum, &term, Sign::Plus);
            }
            match sum {
                Between(low, _) if more => Between(low, None),
                sum => sum,
            }
        }
        Fold::Any | Fold::All => {
            let each = rows.into_iter().map(|(value, keep)| {
                let keep = Known::Truth(keep.0, keep.1);
                if how == Fold::Any {
                    all([&keep, value].into_iter())
                } else {
                    not(&all([&keep, &not(value)].into_iter()))
                }
            });
            let mut each: Vec<Known> = each.collect();
            if more {
                each.push(Known::Truth(true, true));
            }
            if how == Fold::All { all(each.iter()) } else { not(&all(each.iter().map(not).collect::<Vec<_>>().iter())) }
        }
    }
}
