//! text to syntax tree and back: pest grammar, tree, formatter
//!
//! What this crate does not do: it resolves no name, reads no file, and lets nothing of pest out.

pub mod ast;
