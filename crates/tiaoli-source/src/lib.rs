//! where text is, the clauses of the published document, and how a problem is said
//!
//! Three things that every later stage stands on, in reading order:
//!
//! - [`Span`] and [`Sources`]: a place in a text, and the texts themselves;
//! - [`Diagnostic`], [`Problems`] and the catalogue of every [`Code`]: a problem as plain data, its words in Chinese
//!   and in English kept in one place;
//! - [`document`]: the published document, cut into clauses, and the lock that notices when it changes.
//!
//! What this crate does not do: it knows no language, no parser, no terminal and no file system. It never opens a file;
//! whoever calls it hands over the text.

mod catalogue;
mod diagnostic;
pub mod document;
mod span;

pub use catalogue::Code;
pub use diagnostic::{Diagnostic, Incomplete, Lang, Note, Problems, Severity, Value, suggest};
pub use span::{FileId, Place, Sources, Span};
