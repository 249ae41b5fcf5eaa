//! Comparison of a partial expectation with a whole decision.

use serde_json::Value;

/// The path of the first field of `expected` that `actual` lacks or has otherwise, with both values; `None` where all of `expected` is there.
///
/// Objects are compared key by key and `actual` may have more keys. Lists must have the same length. Everything else must be equal.
#[must_use]
pub fn differs(expected: &Value, actual: &Value) -> Option<String> {
    below("", expected, actual)
}

fn below(path: &str, expected: &Value, actual: &Value) -> Option<String> {
    match (expected, actual) {
        (Value::Object(wanted), Value::Object(given)) => wanted.iter().find_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match given.get(key) {
                Some(found) => below(&path, value, found),
                None => Some(format!("{path}: expected {value}, which is missing")),
            }
        }),
        (Value::Array(wanted), Value::Array(given)) if wanted.len() == given.len() => wanted
            .iter()
            .zip(given)
            .enumerate()
            .find_map(|(at, (value, found))| below(&format!("{path}[{at}]"), value, found)),
        _ if expected == actual => None,
        _ => Some(format!("{path}: expected {expected}, found {actual}")),
    }
}
