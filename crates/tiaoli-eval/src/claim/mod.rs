//! Claim, the first step: the facts of an application to the outcome of each rule.
//!
//! [`run`] walks the nodes over a [`Domain`]; [`Knowledge`] is what is known so far. `assemble` turns the
//! columns of one rule and row into an [`Outcome`](crate::outcome::Outcome); `blame` and `needs` read off the
//! stored values why a condition failed and what is still missing. [`decide`] adds the case split that makes
//! bounds exact for a few discrete unknowns.

mod assemble;
mod blame;
pub mod calendar;
pub mod cell;
mod decide;
mod domain;
mod knowledge;
mod needs;
pub mod quotient;
pub mod rank;
mod rows;
mod split;

pub use assemble::Claim;
pub use cell::{Cell, Range, Truth};
pub use decide::{Claims, decide};
pub use domain::{Domain, Kept, Live, Values, run};
pub use knowledge::{Knowledge, Supposed};
