//! JUnit XML, as CI servers read it: a suite for each group of checks, a test case for each check.

use super::Printer;
use super::findings::{At, Check, Findings, title, told};
use std::fmt::Write;

/// The whole document.
pub(super) fn document(printer: &Printer<'_>, findings: &Findings) -> String {
    let mut groups: Vec<(&str, Vec<&Check>)> = Vec::new();
    for check in &findings.checks {
        match groups.iter_mut().find(|(name, _)| *name == check.group) {
            Some((_, checks)) => checks.push(check),
            None => groups.push((&check.group, vec![check])),
        }
    }
    let all: Vec<&Check> = findings.checks.iter().collect();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tiaoli {}\" {}>\n",
        findings.verb,
        counts(&all)
    );
    for (name, checks) in groups {
        let suite = format!("{} {name}", findings.verb);
        let suite = if name == findings.verb { name.to_owned() } else { suite };
        put(&mut text, format_args!("  <testsuite name=\"{}\" {}>\n", xml(&suite), counts(&checks)));
        checks.into_iter().for_each(|check| case(&mut text, printer, &suite, check));
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}

fn counts(checks: &[&Check]) -> String {
    let failed = checks.iter().filter(|check| check.failed).count();
    format!("tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"0\" time=\"0\"", checks.len())
}

fn case(text: &mut String, printer: &Printer<'_>, suite: &str, check: &Check) {
    let place = check.place.map(|span| At::of(span, printer.sources));
    let place = place.map(|at| format!(" file=\"{}\" line=\"{}\"", xml(&at.path), at.line)).unwrap_or_default();
    put(
        text,
        format_args!("    <testcase name=\"{}\" classname=\"{}\"{place} time=\"0\"", xml(&check.name), xml(suite)),
    );
    if check.found.is_empty() {
        text.push_str("/>\n");
        return;
    }
    text.push_str(">\n");
    let said: Vec<String> = check.found.iter().map(|it| one(printer, it)).collect();
    let said = xml(&said.join("\n"));
    match check.found.first().filter(|_| check.failed) {
        // a case has one failure, whatever was found
        Some(first) => put(
            text,
            format_args!(
                "      <failure type=\"{}\" message=\"{}\">{said}</failure>\n",
                xml(&title(first)),
                xml(&first.message(printer.lang)),
            ),
        ),
        None => put(text, format_args!("      <system-out>{said}</system-out>\n")),
    }
    text.push_str("    </testcase>\n");
}

/// A problem with its place.
fn one(printer: &Printer<'_>, it: &tiaoli::Diagnostic) -> String {
    let place = it.span.map(|span| At::of(span, printer.sources));
    let place = place.map(|at| format!("{}:{}:{}: ", at.path, at.line, at.column)).unwrap_or_default();
    format!("{place}{}: {}", title(it), told(it, printer.lang))
}

/// Text that stays text, between marks and in an attribute; what XML 1.0 cannot hold is left out.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// Writing to a text cannot fail.
fn put(text: &mut String, words: std::fmt::Arguments<'_>) {
    let _cannot_fail = text.write_fmt(words);
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn text_stays_text_and_what_xml_cannot_hold_goes() {
        assert_eq!(xml("<a b=\"1\">&\n\u{1b}[0m"), "&lt;a b=&quot;1&quot;&gt;&amp;&#10;[0m");
    }
}
