//! One value of the rows of a list, as far as they are known.

use super::{Cell, Range, Truth, add};
use crate::program::Sign;
use std::collections::BTreeSet;

/// What a list adds up to. `rows` are (keep, value); an incomplete list may hold any number of further rows.
pub fn sum(rows: impl IntoIterator<Item = (Cell, Cell)>, complete: bool, value_is_never_negative: bool) -> Cell {
    let zero = Cell::Number(Range::point(0));
    let total = add(rows.into_iter().map(|(keep, value)| {
        let value = match keep.truth() {
            _ if keep.broken() => Cell::TooLarge,
            Truth::True => value,
            Truth::False => zero,
            Truth::Unknown => value.hull(zero),
        };
        (Sign::Plus, value)
    }));
    match total {
        Cell::Number(range) if !complete => {
            Cell::Number(Range { low: if value_is_never_negative { range.low } else { None }, high: None })
        }
        other => other,
    }
}

/// How many rows are kept.
pub fn count(keeps: impl IntoIterator<Item = Cell>, complete: bool) -> Cell {
    let (mut low, mut high) = (0i128, 0i128);
    for keep in keeps {
        match keep.truth() {
            _ if keep.broken() => return Cell::TooLarge,
            Truth::True => {
                low += 1;
                high += 1;
            }
            Truth::Unknown => high += 1,
            Truth::False => {}
        }
    }
    Cell::Number(Range { low: Some(low), high: complete.then_some(high) })
}

/// How many different 标识 the kept rows have. `rows` are (keep, key). Each unknown one may be one of the others.
pub fn distinct(rows: impl IntoIterator<Item = (Cell, Cell)>, complete: bool) -> Cell {
    let (mut certain, mut possible) = (BTreeSet::new(), BTreeSet::new());
    let (mut kept, mut unknown) = (false, 0i128);
    for (keep, key) in rows {
        let Cell::Key(key) = key else { return Cell::TooLarge };
        let truth = match keep.truth() {
            _ if keep.broken() => return Cell::TooLarge,
            Truth::False => continue,
            truth => truth,
        };
        kept |= truth == Truth::True;
        match key {
            Some(key) => {
                possible.insert(key);
                if truth == Truth::True {
                    certain.insert(key);
                }
            }
            None => unknown += 1,
        }
    }
    let count = |of: &BTreeSet<u32>| i128::try_from(of.len()).unwrap_or(i128::MAX);
    let low = count(&certain).max(i128::from(kept));
    let high = count(&possible).saturating_add(unknown);
    Cell::Number(Range { low: Some(low), high: complete.then_some(high) })
}
