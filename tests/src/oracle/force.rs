//! Whether the policy reaches a claim in time.

use super::input::{Application, Project};
use super::value::{Said, Value};

/// Whether the policy is in force for a project.
pub(crate) enum Force {
    Yes,
    /// Known not to be, for the reason that this word says.
    No(&'static str),
    /// Nobody knows the date of issue.
    Unknown,
}

/// The document cites a notice of 2019.
const EARLIEST: &str = "2019-01-01";

/// Tests the date of evaluation first, then the date of the event.
pub(crate) fn force(application: &Application, project: &Project) -> Force {
    let start = application.issued.as_deref().unwrap_or(EARLIEST).max(EARLIEST);
    if application.as_of.as_str() < start {
        return Force::No("not_in_force");
    }
    if let Some(Said::Known(Value::Date(event))) = project.facts.get("event_date")
        && event.as_str() < start
    {
        return Force::No("before_issue");
    }
    if application.issued.is_some() || application.assume_in_force { Force::Yes } else { Force::Unknown }
}
