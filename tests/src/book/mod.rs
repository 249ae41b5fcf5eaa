//! The book: its pages read as tests. `docs/book/README.md` says how its blocks are marked.

mod console;
mod index;
mod links;
mod page;
mod phrases;
mod section;
mod verbs;
mod walk;
mod words;

pub use console::{PROCESS, tiaoli};
pub use index::{map, summary};
pub use links::broken;
pub use page::{Sheet, sheets};
pub use section::check;
pub use verbs::untold;
pub use walk::walk;
pub use words::{WORDS, words};

use std::path::PathBuf;

/// Where the pages are.
#[must_use]
pub fn folder() -> PathBuf {
    crate::policy::root().join("docs/book/src")
}
