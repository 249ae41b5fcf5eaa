//! What a change costs: the same applications decided under both sides.

use super::Side;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::outcome::Amount;
use tiaoli_eval::program::Program;
use tiaoli_eval::selection::{Selection, select};
use tiaoli_json::{Node, Reader};

/// Applications decided one by one under two sides.
pub struct Population<'a> {
    old: (&'a Program, Selection, Reader<'a>),
    new: (&'a Program, Selection, Reader<'a>),
    money: Money,
}

/// The sums over a population, in fen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Money {
    /// Applications that both sides decide.
    pub decided: usize,
    /// Applications that either side refuses.
    pub refused: usize,
    /// Those that get more than before, and by how much.
    pub winners: Moved,
    /// Those that get less than before, and by how much.
    pub losers: Moved,
    /// What the old side pays, guaranteed and at most; at most counts only closed sums.
    pub before: (i128, i128),
    /// What the new side pays.
    pub after: (i128, i128),
    /// Applications whose greatest sum is open upwards under either side.
    pub open: usize,
}

/// How many, and how much together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many applications.
    pub count: usize,
    /// The difference of their guaranteed payments, in fen; not negative.
    pub fen: i128,
}

impl<'a> Population<'a> {
    /// A population to be decided under both sides; `None` where a side has no reading of its own.
    #[must_use]
    pub fn new(old: Side<'a>, new: Side<'a>) -> Option<Self> {
        let side = |side: Side<'a>| Some((side.program, select(side.program, &[]).ok()?, Reader::new(side.program)));
        Some(Self { old: side(old)?, new: side(new)?, money: Money::default() })
    }

    /// Decides one application.
    pub fn add(&mut self, application: &Node) {
        let (Some(before), Some(after)) = (payment(&self.old, application), payment(&self.new, application)) else {
            self.money.refused = self.money.refused.saturating_add(1);
            return;
        };
        let money = &mut self.money;
        money.decided = money.decided.saturating_add(1);
        money.before.0 = money.before.0.saturating_add(before.0);
        money.after.0 = money.after.0.saturating_add(after.0);
        match (before.1, after.1) {
            (Some(one), Some(other)) => {
                money.before.1 = money.before.1.saturating_add(one);
                money.after.1 = money.after.1.saturating_add(other);
            }
            _ => money.open = money.open.saturating_add(1),
        }
        let difference = after.0.saturating_sub(before.0);
        let moved = if difference > 0 { &mut money.winners } else { &mut money.losers };
        if difference != 0 {
            moved.count = moved.count.saturating_add(1);
            moved.fen = moved.fen.saturating_add(difference.saturating_abs());
        }
    }

    /// The sums so far.
    #[must_use]
    pub fn money(self) -> Money {
        self.money
    }
}

/// What an application is paid, in fen: guaranteed, and at most where that is closed.
fn payment(
    (program, selection, reader): &(&Program, Selection, Reader<'_>),
    node: &Node,
) -> Option<(i128, Option<i128>)> {
    let application = reader.read(node).ok()?;
    let total = tiaoli_eval::decide(program, selection, &application).total.ok()?;
    let fen = |amount: Amount| (amount.scale == MONEY_SCALE).then_some(amount.value);
    Some((fen(total.payment.guaranteed?)?, total.payment.maximum.and_then(fen)))
}
