//! Trees from YAML.
//!
//! Stricter than YAML where leniency could change what an application says: only `true` and `false` are truth values,
//! numbers have no underscores and no leading zeros, merge keys and unknown tags are refused. Anchors may be
//! used; what they expand to has a fixed limit.

use super::visit::{Seed, Stopped};
use super::{Format, MAX_DEPTH, Node};
use crate::problem::Problem;
use crate::refused::{Place, Refused};
use serde::de::DeserializeSeed;
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use std::cell::RefCell;

pub(super) fn parse(text: &str) -> Result<Node, Refused> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: 2 * MAX_DEPTH },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 100_000 },
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    };
    let stopped = RefCell::new(None);
    serde_saphyr::with_deserializer_from_str_with_options(text, options, |from| {
        Seed::new(&stopped, None).deserialize(from)
    })
    .map_err(|wrong| refused(&wrong, stopped.take()))
}

fn refused(wrong: &serde_saphyr::Error, stopped: Option<Stopped>) -> Refused {
    use serde_saphyr::Error;
    let problem = match (wrong.without_snippet(), stopped) {
        (_, Some(Stopped::Twice(key))) => Problem::KeyTwice(key),
        (Error::DuplicateMappingKey { key: Some(key), .. }, _) => Problem::KeyTwice(key.clone()),
        (_, Some(Stopped::TooDeep)) | (Error::Budget { breach: BudgetBreach::Depth { .. }, .. }, _) => Problem::TooDeep,
        (Error::MultipleDocuments { .. }, _) => {
            Problem::Syntax(Format::Yaml, "several documents in one file".to_owned())
        }
        (Error::MergeKeyNotAllowed { .. }, _) => {
            Problem::Syntax(Format::Yaml, "merge keys `<<` are not read".to_owned())
        }
        (wrong, None) => {
            let words = wrong.to_string();
            // The parser below has a limit of its own for `[` and `{`, which it may reach while it looks ahead.
            if words.starts_with("recursion limit") {
                Problem::TooDeep
            } else {
                Problem::Syntax(Format::Yaml, without_place(&words).to_owned())
            }
        }
    };
    problem.in_text(wrong.location().map(|at| Place { line: at.line(), column: at.column() }))
}

/// The reader's own words, without the place that it puts behind them.
fn without_place(words: &str) -> &str {
    words.rsplit_once(" at line ").map_or(words, |(words, _)| words)
}
