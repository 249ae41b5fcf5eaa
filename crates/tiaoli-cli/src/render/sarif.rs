//! SARIF 2.1.0, as code scanning reads it: one run, the problems that occur as its rules, each occurrence a result.

use super::Printer;
use super::findings::{At, Findings, told};
use serde_json::{Value, json};
use tiaoli::{Code, Diagnostic, Lang, Severity, Span};

/// Where paths start from; whoever reads the log knows which folder that is.
const ROOT: &str = "SRCROOT";

/// The whole log.
pub(super) fn log(printer: &Printer<'_>, findings: &Findings) -> Value {
    let problems = findings.problems();
    let sorted = problems.sorted();
    let mut codes: Vec<Code> = sorted.iter().map(|it| it.code).collect();
    codes.sort();
    codes.dedup();
    let results: Vec<Value> = sorted
        .into_iter()
        .map(|it| {
            let index = codes.iter().position(|code| *code == it.code);
            result(printer, it, index)
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tiaoli",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code, printer.lang)).collect::<Vec<_>>(),
            }},
            "automationDetails": { "id": format!("tiaoli/{}/", findings.verb) },
            "invocations": [{ "executionSuccessful": true }],
            "originalUriBaseIds": { ROOT: { "description": { "text": "the folder that the run started in" } } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: Code, lang: Lang) -> Value {
    let (message, help) = code.template(lang);
    let mut rule = json!({
        "id": code.id(),
        "name": code.name(),
        "shortDescription": { "text": message },
        "defaultConfiguration": { "level": level(code.severity()) },
    });
    if let (Some(help), Some(rule)) = (help.filter(|it| !it.is_empty()), rule.as_object_mut()) {
        rule.insert("help".to_owned(), json!({ "text": help }));
    }
    rule
}

fn result(printer: &Printer<'_>, it: &Diagnostic, index: Option<usize>) -> Value {
    let both = |words: fn(&Diagnostic, Lang) -> Option<String>| match (words(it, Lang::Zh), words(it, Lang::En)) {
        (Some(zh), Some(en)) if !zh.is_empty() => json!({ "zh": zh, "en": en }),
        _ => Value::Null,
    };
    let place = |span: Span, words: Option<String>| {
        let mut place = json!({ "physicalLocation": physical(printer, span) });
        if let (Some(words), Some(place)) = (words.filter(|it| !it.is_empty()), place.as_object_mut()) {
            place.insert("message".to_owned(), json!({ "text": words }));
        }
        place
    };
    let also: Vec<Value> = it.notes(printer.lang).into_iter().map(|(span, words)| place(span, Some(words))).collect();
    json!({
        "ruleId": it.code.id(),
        "ruleIndex": index,
        "level": level(it.severity()),
        "message": { "text": told(it, printer.lang) },
        "locations": it.span.map(|span| place(span, it.label(printer.lang))).into_iter().collect::<Vec<_>>(),
        "relatedLocations": also,
        "properties": {
            "message": both(|it, lang| Some(it.message(lang))),
            "help": both(|it, lang| it.help(lang)),
            "clause": it.clause,
        },
    })
}

fn physical(printer: &Printer<'_>, span: Span) -> Value {
    let at = At::of(span, printer.sources);
    json!({
        "artifactLocation": { "uri": uri(&at.path), "uriBaseId": ROOT },
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A relative path as a relative reference of RFC 3986: what it does not allow is written in bytes.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_is_a_relative_reference() {
        assert_eq!(uri("policies/a b/3.1-%.tiaoli"), "policies/a%20b/3.1-%25.tiaoli");
        assert_eq!(uri("词.tiaoli"), "%E8%AF%8D.tiaoli");
    }
}
