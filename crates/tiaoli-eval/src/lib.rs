//! the program as data, and what it means: claim, settle, trace. Knows no parser, no file, no clock

pub mod application;
pub mod claim;
pub mod date;
pub mod number;
pub mod outcome;
pub mod program;
pub mod selection;
pub mod table;
