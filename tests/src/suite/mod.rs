//! Behaviours as prose with examples: the sections of `tests/suite`, as `tests/README.md` describes them.

mod decision;
mod markdown;
mod section;

pub use markdown::{Block, Page, Section};
pub(crate) use section::said_of;
pub use section::{Finding, run};
