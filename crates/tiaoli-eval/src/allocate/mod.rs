//! Allocate, the third step: a budget or a number of places among everyone who applied.
//!
//! It sees settled sums and the keys of an order, never other facts. What the policy must say (次序 or 方式, 同序, 末位,
//! 尾差, 未定) is in [`Terms`](crate::program::Terms). [`allot`] is a function of the pool and a set of entrants: the
//! order in which they are listed does not matter, the identity of an entrant closes every order. All of it is exact,
//! to the fen; a product that does not fit refuses the pool and is never rounded.
//!
//! A pool is shared in *stages*: what there is at first, then each increment from its day on. A stage continues from
//! where the one before it stopped. `scan` goes down a queue, `fill` shares by weight, `round` says who gets the last
//! fen, `least` how large a pool would have been enough. [`enter`] makes entrants of decided applications.

mod enter;
mod fill;
mod least;
mod order;
mod pool;
mod round;
mod scan;
mod share;
mod stage;
mod state;

pub use enter::{Earlier, Entry, EntryShare, Queue, Queues, allocate, enter};
pub use pool::{
    Allotment, Entrant, EntrantId, Identity, Need, Pool, Room, RoomId, Share, Standing, Unshared, Used, Word,
};

use crate::table::Table;

/// Shares a pool among its entrants.
///
/// # Errors
///
/// [`Unshared`] where a sum that is open upwards would have to be set aside, or figures are too large.
pub fn allot(pool: &Pool, entrants: &Table<EntrantId, Entrant>) -> Result<Allotment, Unshared> {
    let state = stage::run(pool, entrants, None)?;
    let mut allotment = state.finish();
    least::put(pool, entrants, &mut allotment)?;
    Ok(allotment)
}
