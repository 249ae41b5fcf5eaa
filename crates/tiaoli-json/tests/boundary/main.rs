//! The boundary from outside: texts in, applications, decisions and schemas out.

mod asking;
mod common;
mod deciding;
mod formats;
mod laws;
mod reading;
mod schemas;
mod values;
