//! syntax tree to program: resolve, check, lower; and the checks of rules against the document
//!
//! ```text
//! Parsed -> Resolved -> Checked -> Program
//! ```
//!
//! One function and one stated invariant a stage; a stage with errors still returns its tree, so that every problem of
//! a package is reported at once. [`compile`] runs them all.

pub mod against;
pub mod cases;
pub mod check;
mod choices;
mod companions;
pub mod draft;
mod link;
pub mod lower;
mod package;
pub mod resolve;
pub mod rework;

use tiaoli_source::{FileId, Problems};
use tiaoli_syntax::ast;

pub use package::{Compiled, File, Manifest, Package, compile};

/// The files of a package, parsed.
///
/// Invariant: broken items are left out and reported; the others stand as written.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The files in the order of their names.
    pub files: Vec<ast::File>,
    /// Whether nothing was left out: where something was, what seems to be missing may stand in it, and is not reported.
    pub whole: bool,
}

/// Parses the files of a package.
pub fn parse(files: &[(FileId, &str)], problems: &mut Problems) -> Parsed {
    let mut found = Problems::new();
    let files = files.iter().map(|(file, text)| tiaoli_syntax::parse(*file, text, &mut found)).collect();
    let whole = !found.has_errors();
    problems.extend(found);
    Parsed { files, whole }
}
