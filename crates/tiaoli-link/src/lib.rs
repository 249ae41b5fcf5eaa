//! a policy ready to be asked, by types or by JSON bytes: what every binding links
//!
//! ```text
//! compiled file --Policy::load--> Policy
//! Policy::call(verb, request bytes) --> Answer: a status and JSON bytes
//! ```
//!
//! Every binding (C, Java, Python, JavaScript, HTTP) is [`Policy::load`] and [`Policy::call`] in another language, so all
//! of them give the same bytes. Rust has types beside: [`Policy::decide`] takes and gives data.
//!
//! ```
//! # let file = std::fs::read("../../tests/compiled/1/park.tlc").unwrap();
//! use tiaoli_link::{Asked, Policy};
//!
//! let policy = Policy::load(&file)?;
//! let application = br#"{"as_of": "2024-06-30", "projects": [{"project_id": "P1"}]}"#;
//! let decision = policy.evaluate(application, &Asked::default())?;
//! assert!(decision.starts_with(r#"{"policy":{"name":"park""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A [`Policy`] is `Send + Sync` and never changes: load it once, share it between threads. No clock, no file, no
//! environment and no network is looked at; no input makes it panic.

mod answer;
mod draft;
mod error;
mod policy;
mod request;

pub use answer::{Answer, Status};
pub use draft::{Draft, Given};
pub use error::Error;
pub use policy::{Asked, Policy};
pub use request::VERBS;

pub use tiaoli_compiled::Unreadable;
pub use tiaoli_eval::application::Application;
pub use tiaoli_eval::outcome::Decision;
pub use tiaoli_eval::program::Program;
pub use tiaoli_json::{Explanation, NotThere, Question, Refused};
