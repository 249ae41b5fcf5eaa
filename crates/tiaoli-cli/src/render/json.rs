//! Problems as JSON: both languages, byte offsets, and lines and columns from 1.

use super::severity_word;
use serde_json::{Map, Value, json};
use tiaoli::{Diagnostic, Lang, Problems, Sources, Span};

/// An array with an object for each problem, in the order of places.
pub(crate) fn problems(problems: &Problems, sources: &Sources) -> Value {
    problems.sorted().into_iter().map(|it| problem(it, sources)).collect()
}

/// Indented, with a final line feed.
pub(super) fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

fn problem(it: &Diagnostic, sources: &Sources) -> Value {
    let mut object = Map::new();
    object.insert("code".to_owned(), it.code.id().into());
    object.insert("name".to_owned(), it.code.name().into());
    object.insert("severity".to_owned(), severity_word(it.severity()).into());
    object.insert("message".to_owned(), both(|lang| Some(it.message(lang))));
    object.insert("help".to_owned(), both(|lang| it.help(lang).filter(|help| !help.is_empty())));
    if it.why(Lang::En).is_some() {
        object.insert("why".to_owned(), both(|lang| it.why(lang)));
    }
    object.insert("label".to_owned(), both(|lang| it.label(lang)));
    object.insert("span".to_owned(), it.span.map_or(Value::Null, |span| place(span, sources)));
    let notes = it.notes(Lang::Zh).into_iter().zip(it.notes(Lang::En));
    let also =
        notes.map(|((span, zh), (_, en))| json!({ "span": place(span, sources), "note": { "zh": zh, "en": en } }));
    object.insert("also".to_owned(), also.collect());
    object.insert("clause".to_owned(), it.clause.as_deref().map_or(Value::Null, Value::from));
    Value::Object(object)
}

fn both(words: impl Fn(Lang) -> Option<String>) -> Value {
    match (words(Lang::Zh), words(Lang::En)) {
        (Some(zh), Some(en)) => json!({ "zh": zh, "en": en }),
        _ => Value::Null,
    }
}

/// A range: file, byte offsets, and where it starts and ends as an editor shows it.
pub(crate) fn place(span: Span, sources: &Sources) -> Value {
    let (start, end) = (sources.place(span), sources.place_after(span));
    json!({
        "file": sources.name(span.file),
        "start": span.start,
        "end": span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    })
}
