//! One line a problem: `file:line:col: error[T0301]: message`, for editors and grep.

use super::{Printer, severity_word};
use tiaoli::Problems;

pub(super) fn problems(printer: &Printer<'_>, problems: &Problems) -> String {
    let mut text = String::new();
    for problem in problems.sorted() {
        if let Some(span) = problem.span {
            text.push_str(&format!("{}:{}: ", printer.sources.name(span.file), printer.sources.place(span)));
        }
        let message = problem.message(printer.lang).replace('\n', " ");
        text.push_str(&format!("{}[{}]: {message}\n", severity_word(problem.severity()), problem.code));
    }
    text
}
