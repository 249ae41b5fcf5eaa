//! the program as data, and what it means: claim, settle, trace. Knows no parser, no file, no clock

pub mod claim;
pub mod date;
pub mod number;
pub mod program;
pub mod table;
