//! judges a policy and its changes: golden cases, coverage, mutation, changes
//!
//! What this crate does not do: it opens no file and computes no award; it asks the evaluator, through the same JSON
//! boundary as every other tool, and compares.

pub mod cases;
pub mod change;
pub mod cover;
pub mod guide;
pub mod mutate;
pub mod probe;
pub mod readiness;
pub mod suggest;
