//! A limit on how many problems one document may report.

use crate::{Code, Diagnostic, Problems, Severity, Span};

/// How many errors of one document are shown. A file that is not the document it is taken for has thousands.
const MOST: usize = 100;

/// How many warnings are shown; those beyond are dropped without a word.
const MOST_WARNINGS: usize = 20;

/// Problems of one document, up to the limit.
pub(super) struct Few<'p> {
    problems: &'p mut Problems,
    left: usize,
    warnings_left: usize,
}

impl<'p> Few<'p> {
    pub(super) fn new(problems: &'p mut Problems) -> Self {
        Few { problems, left: MOST, warnings_left: MOST_WARNINGS }
    }

    /// Whether no more errors will be shown, so that none need be looked for.
    pub(super) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Adds a problem; the last error within the limit is followed by the news that there are more.
    pub(super) fn push(&mut self, problem: Diagnostic) {
        let left = match problem.severity() {
            Severity::Error => &mut self.left,
            Severity::Warning | Severity::Advice => &mut self.warnings_left,
        };
        if *left == 0 {
            return;
        }
        *left -= 1;
        let last = self.left == 0 && problem.severity() == Severity::Error;
        let place = problem.span.map(|span| Span { end: span.start, ..span });
        self.problems.push(problem);
        if last {
            let more = Diagnostic::new(Code::TOO_MANY_PROBLEMS).arg("most", MOST);
            self.problems.push(match place {
                Some(place) => more.at(place),
                None => more,
            });
        }
    }
}
