//! Each operation on what is known so far is sound (it holds the result for every value that is still possible) and
//! inclusion-monotone (knowing more never widens it).

use proptest::prelude::*;
use tiaoli_eval::claim::cell::{self, Cell, Range, Truth};
use tiaoli_eval::claim::{calendar, quotient};
use tiaoli_eval::date::Date;
use tiaoli_eval::program::{Comparison, Count, MemberSet, Rounding, Sign};
use tiaoli_eval::workdays::{self, Calendar};

/// A number cell, a narrower one inside it, and a point inside both.
fn numbers() -> impl Strategy<Value = (Cell, Cell, i128)> {
    (any::<i16>(), 0u8..40, 0u8..40, 0u8..40, 0u8..40, any::<bool>(), any::<bool>()).prop_map(
        |(point, a, b, c, d, below, above)| {
            let point = i128::from(point);
            let (near, far) =
                ((i128::from(a.min(c)), i128::from(b.min(d))), (i128::from(a.max(c)), i128::from(b.max(d))));
            let range = |(low, high): (i128, i128), below: bool, above: bool| {
                Cell::Number(Range { low: (!below).then_some(point - low), high: (!above).then_some(point + high) })
            };
            (range(far, below, above), range(near, false, false), point)
        },
    )
}

fn truths() -> impl Strategy<Value = (Cell, Cell, bool)> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(value, wide, narrow)| {
        let known = Truth::of(value);
        let cell = |known_to_all: bool| Cell::Truth(if known_to_all { known } else { Truth::Unknown });
        (cell(wide && narrow), cell(narrow), value)
    })
}

/// A divisor above zero, with what is known of it.
fn divisors() -> impl Strategy<Value = (Cell, Cell, i128)> {
    numbers().prop_map(|(wide, narrow, point)| {
        let by = 1 - point.min(1);
        let moved = |cell: Cell| cell::add([(Sign::Plus, cell), (Sign::Plus, self::point(by))]);
        (moved(wide), moved(narrow), point + by)
    })
}

fn day(days: i128) -> Date {
    i32::try_from(days).ok().and_then(Date::from_days).unwrap_or(Date::EPOCH)
}

fn point(value: i128) -> Cell {
    Cell::Number(Range::point(value))
}

/// Whether everything that is possible in `inner` is possible in `outer`.
fn inside(inner: Cell, outer: Cell) -> bool {
    inner.hull(outer) == outer
}

/// Checks one operation: the exact result lies in the narrow one, and the narrow one in the wide one.
fn law(exact: Cell, narrow: Cell, wide: Cell) -> Result<(), TestCaseError> {
    prop_assert!(inside(exact, narrow), "{exact:?} is not in {narrow:?}");
    prop_assert!(inside(narrow, wide), "{narrow:?} is not in {wide:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn all_any_not((a, x, p) in truths(), (b, y, q) in truths()) {
        let of = |value: bool| Cell::Truth(Truth::of(value));
        law(of(p && q), cell::all([x, y]), cell::all([a, b]))?;
        law(of(p || q), cell::any([x, y]), cell::any([a, b]))?;
        law(of(!p), cell::not(x), cell::not(a))?;
    }

    #[test]
    fn comparisons((a, x, p) in numbers(), (b, y, q) in numbers()) {
        let of = |value: bool| Cell::Truth(Truth::of(value));
        law(of(p < q), cell::compare(Comparison::Less, x, y), cell::compare(Comparison::Less, a, b))?;
        law(of(p <= q), cell::compare(Comparison::LessOrEqual, x, y), cell::compare(Comparison::LessOrEqual, a, b))?;
        law(of(p == q), cell::compare(Comparison::Equal, x, y), cell::compare(Comparison::Equal, a, b))?;
    }

    #[test]
    fn membership(members in 1u128..256, more in 0u128..256, set in 0u128..256, pick in 0usize..8) {
        let narrow = MemberSet(members);
        let wide = MemberSet(members | more);
        let value: Vec<u8> = narrow.members().collect();
        let value = value[pick % value.len()];
        let exact = Cell::Truth(Truth::of(set >> value & 1 == 1));
        law(exact, cell::within(Cell::Member(narrow), MemberSet(set)), cell::within(Cell::Member(wide), MemberSet(set)))?;
    }

    #[test]
    fn sums_and_products((a, x, p) in numbers(), (b, y, q) in numbers()) {
        let signed = |a, b, sign| cell::add([(Sign::Plus, a), (sign, b)]);
        law(point(p + q), signed(x, y, Sign::Plus), signed(a, b, Sign::Plus))?;
        law(point(p - q), signed(x, y, Sign::Minus), signed(a, b, Sign::Minus))?;
        law(point(p * q), cell::multiply(x, y), cell::multiply(a, b))?;
    }

    #[test]
    fn extremes((a, x, p) in numbers(), (b, y, q) in numbers()) {
        law(point(p.min(q)), cell::least([x, y]), cell::least([a, b]))?;
        law(point(p.max(q)), cell::greatest([x, y]), cell::greatest([a, b]))?;
    }

    #[test]
    fn choices((g, h, r) in truths(), (a, x, p) in numbers(), (b, y, q) in numbers()) {
        law(point(if r { p } else { q }), cell::choose([(h, x)], y), cell::choose([(g, a)], b))?;
    }

    #[test]
    fn years((a, x, p) in numbers()) {
        law(point(i128::from(day(p).year())), calendar::year_of(x), calendar::year_of(a))?;
    }

    #[test]
    fn quotients((a, x, p) in numbers(), (c, z, q) in divisors(), how in 0usize..3) {
        let how = [Rounding::Down, Rounding::HalfUp, Rounding::Up][how];
        let exact = point(quotient::quotient(how, p, q).unwrap());
        law(exact, quotient::divide(how, x, z), quotient::divide(how, a, c))?;
    }

    /// No end of a result is farther than some pair of possible values takes it.
    #[test]
    fn quotients_are_as_tight_as_can_be(a in -40i128..40, more in 0i128..12, c in 1i128..12, wider in 0i128..12, how in 0usize..3) {
        let how = [Rounding::Down, Rounding::HalfUp, Rounding::Up][how];
        let cell = |low, high| Cell::Number(Range { low: Some(low), high: Some(high) });
        let all = || (a..=a + more).flat_map(|a| (c..=c + wider).map(move |c| quotient::quotient(how, a, c).unwrap()));
        let hull = cell(all().min().unwrap(), all().max().unwrap());
        prop_assert_eq!(quotient::divide(how, cell(a, a + more), cell(c, c + wider)), hull);
    }

    /// A calendar of two years: the law holds within it, at its ends and beyond.
    #[test]
    fn working_days_moved(from in 19_600i128..21_000, wide in 0i128..40, q in -60i128..60, more in 0i128..9, off in prop::collection::vec(19_723i32..20_453, 0..20)) {
        let mut calendar = Calendar::default();
        for year in [2024, 2025] {
            calendar.set(Date::new(year, 1, 1).unwrap(), false);
        }
        off.iter().for_each(|day| calendar.set(Date::from_days(*day).unwrap(), day % 3 == 0));
        let range = |low, high| Cell::Number(Range { low: Some(low), high: Some(high) });
        let narrow = workdays::working_day(&calendar, point(from), point(q));
        if let Some(reached) = calendar.after(day(from), q).filter(|it| it.is_certain()) {
            prop_assert_eq!(narrow, point(i128::from(reached.nearest.days())));
        }
        let wider = workdays::working_day(&calendar, range(from - wide, from + wide), range(q - more, q + more));
        prop_assert_eq!(wider.hull(narrow), wider);
        // What is nearest cannot be passed, whatever the years beyond are like.
        let mut whole = calendar.clone();
        for year in 2022..2029 {
            if Date::new(year, 1, 1).is_some_and(|day| calendar.is_worked(day).is_none()) {
                whole.set(Date::new(year, 3, 3).unwrap(), q % 2 == 0);
            }
        }
        if let Some(reached) = whole.after(day(from), q).filter(|it| it.is_certain()) {
            prop_assert_eq!(narrow.hull(point(i128::from(reached.nearest.days()))), narrow);
        }
    }

    #[test]
    fn months_moved((a, x, p) in numbers(), q in -1_200i128..1_200) {
        let months = |wide: i128| Cell::Number(Range { low: Some(q - wide), high: Some(q + wide) });
        let exact = point(i128::from(day(p).plus_months(q).unwrap().days()));
        law(exact, calendar::shift_months(x, point(q)), calendar::shift_months(a, months(3)))?;
        law(exact, calendar::shift_months(x, months(2)), calendar::shift_months(a, months(7)))?;
    }

    #[test]
    fn spans((a, x, p) in numbers(), (b, y, q) in numbers(), months in 1u8..25, how in 0usize..3) {
        let how = [Count::Full, Count::Begun, Count::Ordinal][how];
        let n = calendar::spans(months, how, day(p), day(q)).unwrap();
        law(point(n), calendar::between(months, how, x, y), calendar::between(months, how, a, b))?;
        // The number says what it promises.
        let after = |n: i128| day(p).plus_months(n * i128::from(months)).unwrap();
        match how {
            Count::Full => prop_assert!(after(n) <= day(q) && day(q) < after(n + 1)),
            Count::Begun => prop_assert!(after(n - 1) < day(q) && day(q) <= after(n)),
            Count::Ordinal if p == q => prop_assert_eq!(n, 1),
            Count::Ordinal if p < q => prop_assert!(n > 0 && after(n - 1) < day(q) && day(q) <= after(n)),
            Count::Ordinal => prop_assert!(n <= 0 && after(n - 1) <= day(q) && day(q) < after(n)),
        }
    }

    #[test]
    fn folds(rows in prop::collection::vec((truths(), numbers()), 0..5), complete in any::<bool>()) {
        let sum: i128 = rows.iter().filter(|((_, _, keep), _)| *keep).map(|(_, (_, _, value))| value).sum();
        let count = i128::try_from(rows.iter().filter(|((_, _, keep), _)| *keep).count()).unwrap();
        let narrow: Vec<(Cell, Cell)> = rows.iter().map(|((_, keep, _), (_, value, _))| (*keep, *value)).collect();
        let wide: Vec<(Cell, Cell)> = rows.iter().map(|((keep, _, _), (value, _, _))| (*keep, *value)).collect();
        law(point(sum), cell::sum(narrow.clone(), true, false), cell::sum(wide.clone(), complete, false))?;
        let keeps = |rows: &[(Cell, Cell)]| rows.iter().map(|(keep, _)| *keep).collect::<Vec<_>>();
        law(point(count), cell::count(keeps(&narrow), true), cell::count(keeps(&wide), complete))?;
    }
}

#[test]
fn what_does_not_fit_is_said_and_never_wraps() {
    let huge = point(i128::MAX);
    assert_eq!(cell::add([(Sign::Plus, huge), (Sign::Plus, point(1))]), Cell::TooLarge);
    assert_eq!(cell::multiply(huge, point(2)), Cell::TooLarge);
    assert_eq!(cell::all([Cell::TooLarge, Cell::Truth(Truth::False)]), Cell::Truth(Truth::False));
    assert_eq!(cell::all([Cell::TooLarge, Cell::Truth(Truth::True)]), Cell::TooLarge);
}
