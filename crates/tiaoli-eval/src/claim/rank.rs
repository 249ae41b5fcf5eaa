//! The place of each row of a list, and its greatest and least value, on what is known so far.

use super::cell::{Cell, Range, Truth};
use crate::program::{Ranking, Tied};
use std::collections::BTreeMap;

/// One end of what is known of a key, in the order in which rows come: the least comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Below,
    At(i128),
    Above,
}

/// A row of the list: whether it is kept, and between which ends its key lies.
struct Row {
    keep: Truth,
    first: End,
    last: End,
}

/// The place of each row among the kept ones, from one. `rows` are (keep, key) in the order of the list.
pub fn rank(how: Ranking, rows: &[(Cell, Cell)], complete: bool) -> Vec<Cell> {
    let known: Option<Vec<Row>> = rows.iter().map(|(keep, key)| row(how, *keep, *key)).collect();
    let Some(known) = known else { return rows.iter().map(|_| Cell::TooLarge).collect() };
    // The certain ones by their last possible key, the possible ones by their first.
    let mut certain: Vec<End> = known.iter().filter(|it| it.keep == Truth::True).map(|it| it.last).collect();
    let mut possible: Vec<End> = known.iter().filter(|it| it.keep != Truth::False).map(|it| it.first).collect();
    certain.sort_unstable();
    possible.sort_unstable();
    let below = |ends: &[End], than: End| ends.partition_point(|end| *end < than);
    let (mut equal_certain, mut equal_possible): (BTreeMap<End, usize>, BTreeMap<End, usize>) = Default::default();
    let mut places = Vec::with_capacity(known.len());
    for it in &known {
        // Strictly before in every case; strictly before in some case, without the row itself.
        let mut low = below(&certain, it.first);
        let own = usize::from(it.keep != Truth::False && it.first < it.last);
        let mut high = below(&possible, it.last).saturating_sub(own);
        match how.ties {
            Tied::First => {}
            Tied::Listed => {
                // An equal one that is listed earlier comes before. An open end is equal to nothing for certain.
                low += equal_certain.get(&it.first).filter(|_| matches!(it.first, End::At(_))).copied().unwrap_or(0);
                high += equal_possible.get(&it.last).copied().unwrap_or(0);
            }
            Tied::Last => {
                let equal = |ends: &[End], of: End| ends.partition_point(|end| *end <= of) - below(ends, of);
                let itself = |end: End, of: End, counts: bool| usize::from(counts && end == of);
                if matches!(it.first, End::At(_)) {
                    low += equal(&certain, it.first) - itself(it.last, it.first, it.keep == Truth::True);
                }
                high += equal(&possible, it.last) - itself(it.first, it.last, it.keep != Truth::False);
            }
        }
        if it.keep == Truth::True {
            *equal_certain.entry(it.last).or_default() += 1;
        }
        if it.keep != Truth::False {
            *equal_possible.entry(it.first).or_default() += 1;
        }
        let place = |before: usize| i128::try_from(before).unwrap_or(i128::MAX).saturating_add(1);
        places.push(Cell::Number(Range { low: Some(place(low)), high: complete.then_some(place(high)) }));
    }
    places
}

/// `None` where a value does not fit.
fn row(how: Ranking, keep: Cell, key: Cell) -> Option<Row> {
    let Cell::Number(range) = key else { return None };
    if keep == Cell::TooLarge {
        return None;
    }
    let turn = |value: i128| if how.descending { value.saturating_neg() } else { value };
    let low = range.low.map_or(End::Below, |low| End::At(turn(low)));
    let high = range.high.map_or(End::Above, |high| End::At(turn(high)));
    // Turned round, what is open upwards is open downwards.
    let (first, last) = match (how.descending, low, high) {
        (false, low, high) => (low, high),
        (true, low, high) => {
            (if high == End::Above { End::Below } else { high }, if low == End::Below { End::Above } else { low })
        }
    };
    Some(Row { keep: keep.truth(), first, last })
}

/// The greatest value of the kept rows, or the least; `otherwise` where none is kept. `rows` are (keep, value).
pub fn extreme(
    greatest: bool,
    rows: impl IntoIterator<Item = (Cell, Cell)>,
    complete: bool,
    otherwise: Cell,
    value_is_never_negative: bool,
) -> Cell {
    let Cell::Number(otherwise) = otherwise else { return Cell::TooLarge };
    let mut certain: Option<Range> = None;
    let mut possible: Option<Range> = None;
    let outer = |a: Range, b: Range| {
        let low = a.low.zip(b.low).map(|(a, b)| if greatest { a.max(b) } else { a.min(b) });
        let high = a.high.zip(b.high).map(|(a, b)| if greatest { a.max(b) } else { a.min(b) });
        // Of the greatest, one known low end is enough; of the least, one known high end.
        Range {
            low: if greatest { low.or(a.low).or(b.low) } else { low },
            high: if greatest { high } else { high.or(a.high).or(b.high) },
        }
    };
    for (keep, value) in rows {
        let (Cell::Number(value), false) = (value, keep == Cell::TooLarge) else { return Cell::TooLarge };
        match keep.truth() {
            Truth::False => {}
            Truth::True => certain = Some(certain.map_or(value, |so_far| outer(so_far, value))),
            Truth::Unknown => possible = Some(possible.map_or(value, |so_far| so_far.hull(value))),
        }
    }
    if !complete {
        let further = Range { low: value_is_never_negative.then_some(0), high: None };
        possible = Some(possible.map_or(further, |so_far| so_far.hull(further)));
    }
    Cell::Number(match (certain, possible) {
        (Some(certain), None) => certain,
        // What may be kept can only lift the greatest, or lower the least.
        (Some(certain), Some(possible)) if greatest => {
            let high = certain.high.zip(possible.high).map(|(a, b)| a.max(b));
            Range { low: certain.low, high }
        }
        (Some(certain), Some(possible)) => {
            let low = certain.low.zip(possible.low).map(|(a, b)| a.min(b));
            Range { low, high: certain.high }
        }
        (None, Some(possible)) => possible.hull(otherwise),
        (None, None) => otherwise,
    })
}
