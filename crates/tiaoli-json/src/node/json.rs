//! Trees from JSON.

use super::visit::{Seed, Stopped};
use super::{Format, Node, place};
use crate::problem::Problem;
use crate::refused::Refused;
use serde::de::DeserializeSeed;
use std::cell::RefCell;

/// The key under which `serde_json` hands over the text of a number, with its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

pub(super) fn parse(text: &str) -> Result<Node, Refused> {
    let stopped = RefCell::new(None);
    let mut from = serde_json::Deserializer::from_str(text);
    let node = Seed::new(&stopped, Some(NUMBER)).deserialize(&mut from).and_then(|node| from.end().map(|()| node));
    node.map_err(|wrong| {
        let problem = match stopped.take() {
            Some(Stopped::Twice(key)) => Problem::KeyTwice(key),
            Some(Stopped::TooDeep) => Problem::TooDeep,
            None => Problem::Syntax(Format::Json, said(&wrong)),
        };
        // The column is in bytes, from 1; where a line has just ended it is 0.
        let before: usize = text.split_inclusive('\n').take(wrong.line().saturating_sub(1)).map(str::len).sum();
        problem.in_text(Some(place(text, before + wrong.column().saturating_sub(1))))
    })
}

/// The reader's own words, without the place that it puts behind them.
fn said(wrong: &serde_json::Error) -> String {
    let words = wrong.to_string();
    let place = format!(" at line {} column {}", wrong.line(), wrong.column());
    words.strip_suffix(&place).unwrap_or(&words).to_owned()
}
