//! the crate that a Rust user adds: compile, evaluate, in one page of re-exports
//!
//! ```text
//! Package --compile--> Program --select--> Selection
//! bytes   --Node, read--> Application
//! (Program, Selection, Application) --decide--> Decision --decision--> JSON
//! ```

mod pack;

pub use pack::contents;
/// Compiled files: a program as bytes, and back.
pub use tiaoli_compiled as compiled;
/// A golden case as written.
pub use tiaoli_compiler::cases::Case;
/// Drafting faults of a document, from its text alone.
pub use tiaoli_compiler::draft::{Drafted, draft};
pub use tiaoli_compiler::{Compiled, File, Manifest, Package, compile};
pub use tiaoli_eval::application::Application;
pub use tiaoli_eval::decide;
pub use tiaoli_eval::outcome::Decision;
pub use tiaoli_eval::program::Program;
pub use tiaoli_eval::selection::{Selection, select};
pub use tiaoli_json::{
    Explanation, Format, Layout, Node, NotThere, Question, Reader, Refused, Sought, decision as decision_json, explain,
    inspect, parse, print, read, refusal, row_name, schema,
};
pub use tiaoli_review::{cases, change, cover, guide, mutate, readiness, suggest};
pub use tiaoli_source::{
    Code, Diagnostic, FileId, Lang, Place, Problems, Severity, Sources, Span, Value, document, suggest,
};

/// The one layout of a file of rules, and what stands where in it.
pub use tiaoli_syntax::{Part, Passage, format, outline};
/// The tree of a file of rules, and the whole policy in plain English.
pub use tiaoli_syntax::{ast, english, parse as parse_rules};

/// Claims, before they are settled: what a trace is read from.
pub use tiaoli_eval::claim;
/// Allocate: budgets and quotas among many applications.
pub mod allocate {
    pub use tiaoli_eval::allocate::*;
    pub use tiaoli_eval::program::{Measure, Store};
    pub use tiaoli_json::{Applicants, Before, allocation as json, applicants, earlier};
}
/// Calendar dates.
pub use tiaoli_eval::date;
/// Sums as they are printed.
pub use tiaoli_eval::number;
/// Outcomes and decisions as data.
pub use tiaoli_eval::outcome;
/// When the steps of a procedure are due.
pub use tiaoli_eval::procedure;
/// The program as data: rules, facts, clauses, readings.
pub use tiaoli_eval::program;
/// Which readings hold, and why some cannot hold together.
pub use tiaoli_eval::selection;
/// Tables and their ids.
pub use tiaoli_eval::table;
/// Every step of a claim, as data.
pub use tiaoli_eval::trace;
