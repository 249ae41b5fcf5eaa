//! The applications of golden cases, as another tool would send them.

use tiaoli::{Case, cases};

/// Every application that the golden cases of a package give, as JSON, in the order of the file; of an allocation those of
/// all its applicants.
#[must_use]
pub fn applications(cases: &[Case]) -> Vec<String> {
    let mut found = Vec::new();
    for case in cases {
        match &case.queue {
            Some(queue) => found.extend(queue.candidates.iter().map(|it| cases::node(&it.given).json())),
            None => found.push(cases::node(&case.given).json()),
        }
    }
    found
}
