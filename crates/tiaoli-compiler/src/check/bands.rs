//! Bands: no gap, no overlap, in rising order.

use super::Context;
use crate::resolve::{Resolved, figure};
use tiaoli_eval::number::{print, rescale};
use tiaoli_eval::program::Unit;
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::{Band, BoundWord, Quantity};

/// The ends of a band at six decimal places, each with whether the figure itself is inside; `None` = open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BandEnds {
    pub(crate) low: Option<(i128, bool)>,
    pub(crate) high: Option<(i128, bool)>,
}

/// Decimal places of the ends.
pub(crate) const BAND_SCALE: u8 = 6;

/// The ends of a band as the words and the document's own bounds say; `None` where a figure is unusable.
pub(crate) fn band_ends(resolved: &Resolved<'_>, band: &Band) -> Option<BandEnds> {
    let end = |it: &Option<(BoundWord, Quantity)>| match it {
        None => Some(None),
        Some((word, quantity)) => {
            let figure = figure(quantity)?;
            let inside = resolved.bounds.get(word).copied().unwrap_or(includes(*word));
            Some(Some((rescale(figure.value, figure.scale, BAND_SCALE)?, inside)))
        }
    };
    Some(BandEnds { low: end(&band.low)?, high: end(&band.high)? })
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

/// Checks units and that each band begins where the one before ends, so that no value falls through or falls twice.
pub(super) fn check(context: &mut Context<'_, '_>, unit: &Unit, bands: &[Band]) {
    let mut before: Option<(&Band, BandEnds)> = None;
    for band in bands {
        for (_, quantity) in [&band.low, &band.high].into_iter().flatten() {
            match figure(quantity) {
                None => context.problem(Diagnostic::new(Code::FIGURE_TOO_FINE).at(quantity.span)),
                Some(found) if found.unit != *unit => {
                    let (left, right) = (super::expression::shown(unit), super::expression::shown(&found.unit));
                    context.problem(
                        Diagnostic::new(Code::UNITS_DIFFER).at(quantity.span).arg("left", left).arg("right", right),
                    );
                }
                Some(_) => {}
            }
        }
        let Some(ends) = band_ends(context.resolved, band) else { return };
        if let Some((last, last_ends)) = before {
            match (last_ends.high, ends.low) {
                (Some((high, high_in)), Some((low, low_in))) if high == low && high_in != low_in => {}
                (Some((high, high_in)), Some((low, low_in))) => {
                    let twice = high > low || (high == low && high_in && low_in);
                    let value = if high >= low { low } else { high };
                    let code = if twice { Code::BANDS_OVERLAP } else { Code::BANDS_GAP };
                    let shown = format!("{}{unit}", print(value, BAND_SCALE, 0));
                    context.problem(Diagnostic::new(code).at(band.span).also(last.span).arg("value", shown));
                }
                _ => context
                    .problem(Diagnostic::new(Code::BANDS_OVERLAP).at(band.span).also(last.span).arg("value", "…")),
            }
        }
        before = Some((band, ends));
    }
}
