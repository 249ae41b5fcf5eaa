//! syntax tree to program: resolve, check, lower; and the checks of rules against the document
//!
//! ```text
//! Parsed -> Resolved -> Checked -> Program
//! ```
//!
//! One function and one stated invariant a stage; a stage with errors still returns its tree.

pub mod check;
pub mod lower;
pub mod resolve;

use tiaoli_source::{FileId, Problems};
use tiaoli_syntax::ast;

/// The files of a package, parsed.
///
/// Invariant: broken items are left out and reported; the others stand as written.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The files in the order of their names.
    pub files: Vec<ast::File>,
}
