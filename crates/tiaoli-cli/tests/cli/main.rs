//! The command line as people and tools meet it.

mod common;
mod hostile;
mod package;
mod pictures;
mod verbs;
mod wrong;
