//! Allocations: many applications in, one JSON out; and an earlier one read back, so that what it gave stays.

mod earlier;
mod many;
mod shares;

pub use earlier::{Before, earlier};
pub use many::{Applicants, applicants};
pub use shares::allocation;
