//! The command line as people and tools meet it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on fails"
)]

mod allocate;
mod ci;
mod common;
mod compiled;
mod draft;
mod formats;
mod hostile;
mod layout;
mod package;
mod packages;
mod pictures;
mod render;
mod verbs;
mod wrong;
