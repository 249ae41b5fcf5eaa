//! A refused application as JSON.

use crate::refused::{Refused, Words};
use serde_json::{Map, Value, json};

/// The JSON of a refused application: no totals, and why. `line` and `column` stand only where the text itself is
/// broken, `help` only where there is one.
#[must_use]
pub fn refusal(refused: &Refused) -> Value {
    let mut object = Map::new();
    object.insert("error".to_owned(), "invalid_input".into());
    object.insert("code".to_owned(), refused.code.word().into());
    object.insert("path".to_owned(), refused.path.as_str().into());
    if let Some(place) = refused.place {
        object.insert("line".to_owned(), place.line.into());
        object.insert("column".to_owned(), place.column.into());
    }
    object.insert("message".to_owned(), words(&refused.message));
    if let Some(help) = &refused.help {
        object.insert("help".to_owned(), words(help));
    }
    Value::Object(object)
}

fn words(words: &Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}
