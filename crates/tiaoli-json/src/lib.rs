//! the one JSON boundary: application in, decision out; knows no parser
//!
//! The steps, each one function over data:
//!
//! - [`parse`] makes a [`Node`] of JSON, YAML or TOML, or says where the text is broken;
//! - [`read`] makes an [`Application`](tiaoli_eval::application::Application) of it under a program's dictionary;
//! - [`decision`] makes the JSON of a decision, [`refusal`] that of a refused application;
//! - [`inspect`](fn@inspect) says what a program is made of, and when the steps of its procedures are due;
//! - [`explain`] finds one claim of a decision with every step that led to it;
//! - [`schema`] makes the JSON Schema of a program's applications.
//!
//! What is wrong with the shape refuses the whole application and is [`Refused`], as data with words in Chinese and
//! English. A value that is not of its fact's type is no such thing: it is a
//! [slot](tiaoli_eval::application::Slot::Impossible) of the claims that use it.
//!
//! This crate opens no file, knows no policy, and holds no name of any dictionary: the only keys it knows are those
//! of the shape itself, in [`keys`].

mod allocation;
mod application;
mod decision;
mod explanation;
mod inspect;
pub mod keys;
mod near;
mod node;
mod problem;
mod refused;
mod schema;

pub use allocation::{Applicants, Before, allocation, applicants, earlier};
pub use application::{Reader, read};
pub use decision::{Layout, decision, print, refusal};
pub use explanation::{Explanation, NotThere, Question, Sought, explain, row_name};
pub use inspect::inspect;
pub use node::{Format, MAX_BYTES, MAX_DEPTH, Node, parse};
pub use refused::{Code, Place, Refused, Words};
pub use schema::schema;
