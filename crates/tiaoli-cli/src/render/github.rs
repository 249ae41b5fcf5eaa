//! Annotations of GitHub: workflow commands that its runner reads off the log and shows beside the lines of a change.

use super::Printer;
use super::findings::{At, Findings, told};
use tiaoli::{Diagnostic, Severity};

/// A command a finding: `::error file=…,line=…,col=…,title=…::message`.
pub(super) fn annotations(printer: &Printer<'_>, findings: &Findings) -> String {
    findings.problems().sorted().into_iter().map(|it| annotation(printer, it)).collect()
}

fn annotation(printer: &Printer<'_>, it: &Diagnostic) -> String {
    let word = match it.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let mut properties = Vec::new();
    if let Some(span) = it.span {
        let at = At::of(span, printer.sources);
        properties.push(("file", at.path));
        properties.push(("line", at.line.to_string()));
        properties.push(("endLine", at.end_line.to_string()));
        // columns of a range over several lines are not taken
        if at.line == at.end_line {
            properties.push(("col", at.column.to_string()));
            properties.push(("endColumn", at.end_column.to_string()));
        }
    }
    properties.push(("title", format!("{} {}", it.code.id(), it.code.name())));
    let properties: Vec<String> =
        properties.into_iter().map(|(key, value)| format!("{key}={}", property(&value))).collect();
    format!("::{word} {}::{}\n", properties.join(","), data(&told(it, printer.lang)))
}

/// What stands behind `::`: no line ends, and `%` marks what was escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property is [`data`] without the marks that part it from the next.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runners_marks_are_escaped() {
        assert_eq!(data("增长30%：\r\n见, 第3条: ok"), "增长30%25：%0D%0A见, 第3条: ok");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("%0A"), "%250A", "what looks escaped stays what it is");
    }
}
