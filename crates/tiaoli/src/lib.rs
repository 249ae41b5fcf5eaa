//! the crate that a Rust user adds: compile, evaluate, in one page of re-exports
