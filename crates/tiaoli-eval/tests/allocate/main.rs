//! Sharing a pool: its words one by one, its laws, and two other ways to compute the same.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that fails says so by a panic")]

mod common;
mod laws;
mod models;
mod words;
