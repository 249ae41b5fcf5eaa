//! the crate that a Rust user adds: compile, evaluate, in one page of re-exports
//!
//! ```text
//! Package --compile--> Program --select--> Selection
//! bytes   --Node, read--> Application
//! (Program, Selection, Application) --decide--> Decision --decision--> JSON
//! ```

pub use tiaoli_compiler::{Compiled, File, Manifest, Package, compile};
pub use tiaoli_eval::application::Application;
pub use tiaoli_eval::decide;
pub use tiaoli_eval::outcome::Decision;
pub use tiaoli_eval::program::Program;
pub use tiaoli_eval::selection::{Selection, select};
pub use tiaoli_json::{Format, Layout, Node, Reader, Refused, decision as decision_json, parse, print, read, refusal, schema};
pub use tiaoli_review::cases;
pub use tiaoli_source::{Diagnostic, Lang, Problems, Severity, Sources};
