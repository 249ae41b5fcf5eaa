//! Where a fact brings a figure to its bound: the last value before it, the first at it, the first beyond it.

use super::bounds::{Against, Bound};
use super::{Desk, World};
use crate::probe::{said_value, with};
use std::cmp::Ordering;
use tiaoli_compiler::cases::Given;
use tiaoli_eval::number::{MONEY_SCALE, rescale};
use tiaoli_eval::outcome::{ClaimDecision, Decision, Kind};
use tiaoli_eval::program::{Fact, FactId, FactKind, RuleId, Ty};
use tiaoli_source::Lang;

/// The greatest value that is tried, in the scale of the fact.
const MOST: i128 = 1_000_000_000_000_000;
/// Days around the date of evaluation in which dates are looked for.
const DAYS: i128 = 15_000;

/// On which side of a bound a figure is, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) side: Side,
    far: i128,
}

/// Sides of a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Below,
    At,
    Above,
}

impl Near {
    /// Whether one of the figures seen is on the same side and no further off.
    pub(super) fn is_seen(self, seen: &[Near]) -> bool {
        seen.iter().any(|it| it.side == self.side && it.far <= self.far)
    }
}

/// A case near a bound.
pub(super) struct Point {
    pub(super) near: Near,
    /// The fact that was moved.
    pub(super) fact: FactId,
    pub(super) given: Given,
    pub(super) decision: Decision,
}

/// Where a decided application is; `None` where a figure is not known.
pub(super) fn near(desk: &Desk<'_>, bound: &Bound, world: &World) -> Option<Near> {
    let figure = |node| {
        let cell = world.claims.values.get(node)?.last()?;
        let scale = match desk.program.nodes.get(node)?.ty {
            Ty::Number { scale, .. } => scale,
            _ => 0,
        };
        Some((cell.range().as_point()?, scale))
    };
    let (left, of_left) = figure(bound.left)?;
    let (right, of_right) = match bound.right {
        Against::Node(node) => figure(node)?,
        Against::Fen(fen) => (fen, MONEY_SCALE),
    };
    let scale = of_left.max(of_right);
    let far = rescale(left, of_left, scale)?.checked_sub(rescale(right, of_right, scale)?)?;
    let side = match far.cmp(&0) {
        Ordering::Less => Side::Below,
        Ordering::Equal => Side::At,
        Ordering::Greater => Side::Above,
    };
    Some(Near { side, far: far.checked_abs()? })
}

/// The points around a bound that one fact of `base` leads to, where passing it changes what comes out.
pub(super) fn points(desk: &Desk<'_>, rule: RuleId, bound: &Bound, base: &Given) -> Option<Vec<Point>> {
    let right = if let Against::Node(node) = bound.right { Some(node) } else { None };
    let facts = desk.program.facts_under([Some(bound.left), right].into_iter().flatten());
    facts.into_iter().find_map(|fact| {
        let it = desk.program.facts.get(fact)?;
        let moves = it.kind != FactKind::Determined && it.list.is_none();
        let moves = moves && matches!(it.ty, Ty::Number { .. } | Ty::Date);
        moves.then(|| Line { desk, rule, bound, base, fact, it }.points())?
    })
}

/// A base with one fact that moves.
struct Line<'a> {
    desk: &'a Desk<'a>,
    rule: RuleId,
    bound: &'a Bound,
    base: &'a Given,
    fact: FactId,
    it: &'a Fact,
}

impl Line<'_> {
    fn given(&self, value: i128) -> Option<Given> {
        let said = said_value(self.it, value)?;
        // nothing changes where the base says so already
        let changed = with(self.desk.program, self.base, self.fact, Some(said)).map(|(given, _)| given);
        Some(changed.unwrap_or_else(|| self.base.clone()))
    }

    fn at(&self, value: i128) -> Option<Point> {
        let given = self.given(value)?;
        let world = self.desk.world(&given)?;
        let near = near(self.desk, self.bound, &world)?;
        Some(Point { near, fact: self.fact, given, decision: world.decision })
    }

    fn side(&self, value: i128) -> Option<Side> {
        self.at(value).map(|point| point.near.side)
    }

    /// The range in which the fact is moved.
    fn range(&self) -> (i128, i128) {
        let (least, greatest) = match self.it.ty {
            Ty::Date => {
                let today = self.base.as_of.map_or(0, |date| i128::from(date.days()));
                (today - DAYS, today + DAYS)
            }
            _ => (0, MOST),
        };
        (self.it.least.unwrap_or(least), self.it.greatest.unwrap_or(greatest))
    }

    /// The points around the bound, if moving the fact passes it and the outcome tells.
    fn points(&self) -> Option<Vec<Point>> {
        let (low, top) = self.range();
        let start = self.side(low)?;
        // the first step up that is elsewhere, so that no figure is larger than it need be
        let mut high = low.checked_add(1)?;
        while self.side(high.min(top))? == start {
            if high >= top {
                return None;
            }
            high = low.checked_add((high - low).checked_mul(4)?)?;
        }
        let first = self.first(low, high.min(top), |side| side != start)?;
        let mut found = vec![self.at(first - 1)?, self.at(first)?];
        if found.last()?.near.side == Side::At {
            let mut high = first;
            let mut step = 1;
            // beyond it, where there is anything beyond
            while high < top && self.side(high) == Some(Side::At) {
                step *= 2;
                high = high.saturating_add(step).min(top);
            }
            if self.side(high).is_some_and(|side| side != Side::At) {
                let beyond = self.first(first, high, |side| side != Side::At)?;
                found.push(self.at(beyond)?);
            }
        }
        // a case of impossible input would show nothing of the bound
        if found.iter().any(|point| self.claims(point).any(|claim| claim.outcome.kind == Kind::InvalidInput)) {
            return None;
        }
        let outcomes: Vec<String> = found.iter().map(|point| self.outcome(point)).collect();
        outcomes.windows(2).any(|pair| matches!(pair, [a, b] if a != b)).then_some(found)
    }

    fn claims<'p>(&self, point: &'p Point) -> impl Iterator<Item = &'p ClaimDecision> + use<'p> {
        let rule = self.rule;
        point.decision.projects.iter().flat_map(|it| &it.claims).filter(move |claim| claim.rule == Some(rule))
    }

    /// What comes out of the rule.
    fn outcome(&self, point: &Point) -> String {
        let said = |claim| crate::cases::found(self.desk.program, claim).in_lang(Lang::Zh).to_owned();
        self.claims(point).map(said).collect()
    }

    /// The least value above `low` and up to `high` of which `is` holds, which holds of `high`.
    fn first(&self, mut low: i128, mut high: i128, is: impl Fn(Side) -> bool) -> Option<i128> {
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if is(self.side(middle)?) { high = middle } else { low = middle }
        }
        Some(high)
    }
}
