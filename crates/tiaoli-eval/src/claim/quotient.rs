//! Division of plain integers with a named rounding, on what is known so far.

use super::cell::{Cell, Range};
use crate::program::Rounding;

/// How many whole times `c` goes into `a`. What is not above zero in `c` is impossible input and left out; where nothing
/// is left, there is no result.
pub fn divide(rounding: Rounding, a: Cell, c: Cell) -> Cell {
    let (Cell::Number(a), Cell::Number(c)) = (a, c) else { return Cell::TooLarge };
    let divisors = (c.low.unwrap_or(1).max(1), c.high);
    if divisors.1.is_some_and(|high| high < divisors.0) {
        return Cell::TooLarge;
    }
    // Away from zero the least divisor counts most, toward zero the greatest.
    let low = a
        .low
        .and_then(|low| if low < 0 { part(rounding, low, Some(divisors.0)) } else { part(rounding, low, divisors.1) });
    let high = a.high.and_then(|high| {
        if high < 0 { part(rounding, high, divisors.1) } else { part(rounding, high, Some(divisors.0)) }
    });
    Cell::Number(Range { low, high })
}

/// `a ÷ c`; for an endless divisor what every great one gives.
fn part(rounding: Rounding, a: i128, c: Option<i128>) -> Option<i128> {
    match c {
        Some(c) => quotient(rounding, a, c),
        None => Some(if rounding == Rounding::Up { a.signum() } else { 0 }),
    }
}

/// `a ÷ c` for a divisor above zero, rounded alike on both sides of zero; `None` for any other divisor.
#[must_use]
pub fn quotient(rounding: Rounding, a: i128, c: i128) -> Option<i128> {
    if c <= 0 {
        return None;
    }
    let (whole, rest) = (a.checked_div(c)?, a.checked_rem(c)?.checked_abs()?);
    let away = match rounding {
        Rounding::Down => false,
        // Twice the rest would not always fit.
        Rounding::HalfUp => rest >= c - rest,
        Rounding::Up => rest > 0,
    };
    if away { whole.checked_add(a.signum()) } else { Some(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_goes_where_the_rounding_says() {
        let of = |a, c| [Rounding::Down, Rounding::HalfUp, Rounding::Up].map(|how| quotient(how, a, c));
        assert_eq!(of(7, 2), [Some(3), Some(4), Some(4)]);
        assert_eq!(of(-7, 2), [Some(-3), Some(-4), Some(-4)]);
        assert_eq!(of(7, 3), [Some(2), Some(2), Some(3)]);
        assert_eq!(of(6, 3), [Some(2); 3]);
        assert_eq!(of(1, 0), [None; 3]);
        assert_eq!(quotient(Rounding::HalfUp, i128::MAX, i128::MAX), Some(1));
        assert_eq!(quotient(Rounding::HalfUp, i128::MAX - 1, i128::MAX), Some(1));
    }

    #[test]
    fn a_divisor_that_is_never_above_zero_has_no_result() {
        let point = |value| Cell::Number(Range::point(value));
        assert_eq!(divide(Rounding::Down, point(1), point(0)), Cell::TooLarge);
        assert_eq!(divide(Rounding::Down, point(9), Cell::Number(Range { low: None, high: Some(3) })), {
            Cell::Number(Range { low: Some(3), high: Some(9) })
        });
    }
}
