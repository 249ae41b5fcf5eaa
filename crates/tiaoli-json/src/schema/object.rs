//! The schema of one sort of object.

use serde_json::{Map, Value, json};

/// An object that takes no key but its own.
#[derive(Default)]
pub(super) struct Object {
    properties: Map<String, Value>,
    /// The keys that must stand.
    pub(super) required: &'static [&'static str],
    /// For each further name of a fact: the names that it cannot stand beside.
    rivals: Map<String, Value>,
}

impl Object {
    /// An object in which these keys must stand.
    pub(super) fn requiring(required: &'static [&'static str]) -> Self {
        Self { required, ..Self::default() }
    }

    /// Adds keys of the shape, before those of the dictionary.
    pub(super) fn own(&mut self, keys: Value) {
        if let Value::Object(mut keys) = keys {
            keys.append(&mut self.properties);
            self.properties = keys;
        }
    }

    /// Adds the names of one fact, of which one can stand.
    pub(super) fn one_of(&mut self, names: &[&str], definition: &str) {
        for (index, name) in names.iter().enumerate() {
            self.properties.insert((*name).to_owned(), json!({ "$ref": format!("#/$defs/{definition}") }));
            let earlier: Map<String, Value> =
                names.iter().take(index).map(|name| ((*name).to_owned(), Value::Bool(false))).collect();
            if !earlier.is_empty() {
                self.rivals.insert((*name).to_owned(), json!({ "properties": earlier }));
            }
        }
    }

    pub(super) fn into_map(self) -> Map<String, Value> {
        let mut map = Map::new();
        map.insert("type".to_owned(), "object".into());
        map.insert("properties".to_owned(), Value::Object(self.properties));
        if !self.required.is_empty() {
            map.insert("required".to_owned(), self.required.iter().copied().collect());
        }
        if !self.rivals.is_empty() {
            map.insert("dependentSchemas".to_owned(), Value::Object(self.rivals));
        }
        map.insert("additionalProperties".to_owned(), false.into());
        map
    }
}

/// The same, or null: unknown.
pub(super) fn nullable(mut map: Map<String, Value>) -> Map<String, Value> {
    if let Some(kind) = map.get_mut("type") {
        *kind = json!([kind.take(), "null"]);
    }
    map
}
