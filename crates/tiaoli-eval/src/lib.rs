//! the program as data, and what it means: claim, settle, allocate, trace. Knows no parser, no file, no clock

pub mod allocate;
pub mod application;
pub mod claim;
pub mod date;
pub mod number;
pub mod outcome;
pub mod procedure;
pub mod program;
mod reshape;
pub mod rows;
pub mod selection;
pub mod settle;
pub mod table;
pub mod trace;
mod whose;
pub mod workdays;

use application::Application;
use outcome::Decision;
use program::Program;
use selection::Selection;

/// Decides an application: claim, then settle.
#[must_use]
pub fn decide(program: &Program, selection: &Selection, application: &Application) -> Decision {
    let claims = claim::decide(program, selection, application);
    settle::settle(program, selection, application, claims)
}
