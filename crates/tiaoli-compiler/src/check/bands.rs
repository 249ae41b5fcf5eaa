//! Bands: no gap, no overlap.

use super::Context;
use super::expression::type_of;
use crate::resolve::{Resolved, figure};
use tiaoli_eval::date::Date;
use tiaoli_eval::number::{power_of_ten, print, rescale};
use tiaoli_eval::program::{Ty, Unit};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{Band, Bound, BoundWord, Expression, ExpressionKind};

/// The ends of a band at six decimal places, each with whether the figure itself is inside; `None` = open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BandEnds {
    pub(crate) low: Option<(i128, bool)>,
    pub(crate) high: Option<(i128, bool)>,
}

/// Decimal places of the ends.
pub(crate) const BAND_SCALE: u8 = 6;

/// The ends of a band as the words and the document's own bounds say, money and other figures at six places, dates as day
/// numbers; `None` where one is unusable.
pub(crate) fn band_ends(resolved: &Resolved<'_>, band: &Band) -> Option<BandEnds> {
    let end = |it: &Option<Bound>| match it {
        None => Some(None),
        Some(bound) => Some(Some((end_value(&bound.value)?, inside(resolved, bound.word, bound.edge)))),
    };
    Some(BandEnds { low: end(&band.low)?, high: end(&band.high)? })
}

fn end_value(value: &Expression) -> Option<i128> {
    match &value.kind {
        ExpressionKind::Quantity(quantity) => {
            let figure = figure(quantity)?;
            rescale(figure.value, figure.scale, BAND_SCALE)
        }
        ExpressionKind::Date(date) => Date::new(date.year, date.month, date.day).map(|it| i128::from(it.days())),
        _ => None,
    }
}

/// Whether a bound includes its figure: as said in place, else as the document says of the word, else as the law does.
pub(crate) fn inside(resolved: &Resolved<'_>, word: BoundWord, edge: Option<bool>) -> bool {
    edge.or_else(|| resolved.bounds.get(&word).copied()).unwrap_or(includes(word))
}

/// 其他: whatever the other bands leave.
pub(crate) fn is_rest(band: &Band) -> bool {
    band.low.is_none() && band.high.is_none()
}

/// Whether a word includes its figure, as article 1259 of the Civil Code and plain meaning have it.
pub(crate) fn includes(word: BoundWord) -> bool {
    match word {
        BoundWord::AndAbove
        | BoundWord::OrAbove
        | BoundWord::AndBelow
        | BoundWord::Within
        | BoundWord::Reaches
        | BoundWord::NotBelow
        | BoundWord::NotLess
        | BoundWord::NotOver
        | BoundWord::Full
        | BoundWord::Equals
        | BoundWord::First
        | BoundWord::NotBefore
        | BoundWord::NotAfter => true,
        BoundWord::Over
        | BoundWord::Breaks
        | BoundWord::Above
        | BoundWord::Below
        | BoundWord::Less
        | BoundWord::Under
        | BoundWord::Before
        | BoundWord::After => false,
    }
}

/// Checks units, and that no value falls through or falls twice, in whatever order the bands stand. What the award
/// itself says is not ruled counts as ruled on.
pub(super) fn check(context: &mut Context<'_, '_>, of: &Ty, bands: &[Band]) {
    let holes = std::mem::take(&mut context.unruled);
    let mut pieces: Vec<(&Band, Piece)> = Vec::new();
    for band in bands.iter().chain(&holes).filter(|band| !is_rest(band)) {
        for bound in [&band.low, &band.high].into_iter().flatten() {
            if !end_fits(context, of, bound) {
                return;
            }
        }
        let Some(ends) = band_ends(context.resolved, band) else { return };
        let piece = Piece::of(ends, step(of));
        if piece.is_empty() {
            context.problem(Diagnostic::new(Code::BAND_EMPTY).at(band.span));
            return;
        }
        pieces.push((band, piece));
    }
    let rest = bands.iter().any(is_rest);
    pieces.sort_by_key(|(_, piece)| piece.low);
    for pair in pieces.windows(2) {
        let [(last, before), (band, after)] = pair else { continue };
        let (code, value) = match (before.high, after.low) {
            (Some(high), Some(low)) if high == low => continue,
            (Some(high), Some(low)) if high < low && rest => continue,
            (Some(high), Some(low)) if high < low => (Code::BANDS_GAP, high.inside(Some(low))),
            (_, Some(low)) => (Code::BANDS_OVERLAP, low.inside(before.high)),
            (Some(high), None) => (Code::BANDS_OVERLAP, high.before(after.high)),
            (None, None) => (Code::BANDS_OVERLAP, 0),
        };
        let shown = figure_in(value, of);
        context.problem(Diagnostic::new(code).at(band.span).also(last.span).arg("value", shown));
    }
}

/// Whether an end is a figure of the unit of what is banded, or a date where that is one.
fn end_fits(context: &mut Context<'_, '_>, of: &Ty, bound: &Bound) -> bool {
    let at = bound.value.span;
    match (&bound.value.kind, of) {
        (ExpressionKind::Quantity(quantity), Ty::Number { unit, .. }) => match figure(quantity) {
            None => context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(at)),
            Some(found) if found.unit != *unit => {
                let (left, right) = (super::expression::shown(unit), super::expression::shown(&found.unit));
                context.problem(Diagnostic::new(Code::UNITS_DIFFER).at(at).arg("left", left).arg("right", right));
            }
            Some(_) => return true,
        },
        (ExpressionKind::Date(date), Ty::Date) => {
            if Date::new(date.year, date.month, date.day).is_some() {
                return true;
            }
            context.problem(Diagnostic::new(Code::NO_SUCH_DATE).at(at));
        }
        _ => context.problem(Diagnostic::new(Code::NOT_COMPARABLE).at(at)),
    }
    false
}

/// What bands leave out of every value that the measure can have, in words.
pub(super) fn left_out(context: &mut Context<'_, '_>, of: &Expression, bands: &[Band]) -> Option<Value> {
    let ty = type_of(context, of)?.ty;
    if bands.iter().any(is_rest) {
        return None;
    }
    let least = match (&of.kind, &ty) {
        (ExpressionKind::Name(name), Ty::Number { scale, .. }) => {
            let fact = context.resolved.dictionary.one(name)?;
            let it = context.resolved.dictionary.facts.get(fact)?;
            it.least.and_then(|least| rescale(least, *scale, BAND_SCALE))
        }
        _ => None,
    };
    let mut pieces = Vec::new();
    for band in bands {
        pieces.push(Piece::of(band_ends(context.resolved, band)?, step(&ty)));
    }
    pieces.sort_by_key(|piece| piece.low);
    let (first, last) = (pieces.first()?, pieces.last()?);
    if let Some(low) = first.low
        && least.is_none_or(|least| Cut { at: least, after: false } < low)
    {
        let at = figure_in(low.at, &ty);
        return Some(Value::said(format!("低于{at}"), format!("less than {at}")));
    }
    let high = last.high?;
    let at = figure_in(high.at, &ty);
    Some(Value::said(format!("{at}或更高"), format!("{at} or more")))
}

/// The distance between two neighbouring values of a measure, at the scale of the ends; `None` where there is none
/// between any two values.
fn step(of: &Ty) -> Option<i128> {
    match of {
        // A share may be the ratio of two counts, and then has any number of places.
        Ty::Number { unit, scale } if *scale <= BAND_SCALE && *unit != Unit::none() => power_of_ten(BAND_SCALE - scale),
        Ty::Date => Some(1),
        _ => None,
    }
}

fn figure_in(value: i128, of: &Ty) -> String {
    let Ty::Number { unit, .. } = of else {
        let date = i32::try_from(value).ok().and_then(Date::from_days);
        return date.map_or(String::new(), |it| it.to_string());
    };
    if *unit == Unit::none() {
        let percent = value.checked_mul(100).unwrap_or(value);
        return format!("{}％", print(percent, BAND_SCALE, 0));
    }
    format!("{}{unit}", print(value, BAND_SCALE, 0))
}

/// A place between two values: before the value at it, or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    at: i128,
    after: bool,
}

impl Cut {
    /// On a grid every cut lies before a value of the grid.
    fn on(self, step: Option<i128>) -> Self {
        let Some(step) = step.filter(|step| *step > 0) else { return self };
        let down = self.at.div_euclid(step).saturating_mul(step);
        let exact = down == self.at;
        let at = if self.after || !exact { down.saturating_add(step) } else { down };
        Self { at, after: false }
    }

    /// A value just behind the cut, before `end`.
    fn inside(self, end: Option<Cut>) -> i128 {
        match (self.after, end) {
            (false, _) => self.at,
            (true, Some(end)) => self.at.saturating_add((end.at.saturating_sub(self.at) / 2).max(1)),
            (true, None) => self.at.saturating_add(1),
        }
    }

    /// A value just before this cut and before `end`.
    fn before(self, end: Option<Cut>) -> i128 {
        let cut = end.map_or(self, |end| end.min(self));
        if cut.after { cut.at } else { cut.at.saturating_sub(1) }
    }
}

/// The values of a band, from one cut to another.
#[derive(Clone, Copy, Debug)]
struct Piece {
    low: Option<Cut>,
    high: Option<Cut>,
}

impl Piece {
    fn of(ends: BandEnds, step: Option<i128>) -> Self {
        Self {
            low: ends.low.map(|(at, inside)| Cut { at, after: !inside }.on(step)),
            high: ends.high.map(|(at, inside)| Cut { at, after: inside }.on(step)),
        }
    }

    fn is_empty(&self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low >= high)
    }
}
