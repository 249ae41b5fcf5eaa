//! What a file says before anything is known of a policy: a tree.
//!
//! JSON, YAML and TOML make the same tree. Numbers keep their text, keys their order; a key that stands twice in an
//! object is refused. A date without quotes (YAML, TOML) is the text that it is written with; YAML's `no` and `yes`
//! are texts, since only `true` and `false` are truth values.

mod json;
mod toml;
mod visit;
mod yaml;

use crate::problem::Problem;
use crate::refused::{Place, Refused};

/// The most bytes that are read.
pub const MAX_BYTES: usize = 64 << 20;
/// The most lists and objects that stand within each other.
pub const MAX_DEPTH: usize = 64;

/// A value as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Nothing.
    Null,
    /// true or false
    Bool(bool),
    /// A number: its text.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object: its entries as listed.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// The tree as JSON on one line, with numbers as they were written.
    ///
    /// ```
    /// use tiaoli_json::{Format, parse};
    ///
    /// let text = r#"{"as_of":"2024-06-30","projects":[{"project_id":"甲","facts":{"x":1.50,"y":null}}]}"#;
    /// assert_eq!(parse(text.as_bytes(), Format::Json)?.json(), text);
    /// # Ok::<(), tiaoli_json::Refused>(())
    /// ```
    #[must_use]
    pub fn json(&self) -> String {
        let text = |it: &str| serde_json::Value::from(it).to_string();
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(truth) => truth.to_string(),
            Self::Number(number) => number.clone(),
            Self::Text(it) => text(it),
            Self::List(items) => format!("[{}]", items.iter().map(Self::json).collect::<Vec<_>>().join(",")),
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Self)| format!("{}:{}", text(key), value.json());
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(","))
            }
        }
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Node {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<u32> for Node {
    /// A whole number: a year.
    fn from(number: u32) -> Self {
        Self::Number(number.to_string())
    }
}

impl<T: Into<Node>> From<Vec<T>> for Node {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Into<Node>> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// Formats of an application; all of one shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON
    Json,
    /// YAML
    Yaml,
    /// TOML
    Toml,
}

impl Format {
    /// Its name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
        }
    }

    /// The format that a file's ending stands for (`json`, `yaml`, `yml`, `toml`).
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            "toml" => Some(Self::Toml),
            _ => None,
        }
    }
}

/// Reads the bytes of a file.
///
/// # Errors
///
/// [`Refused`] with the place in the text where it is not UTF-8, empty, too large, nested too deeply, not of its
/// format, or has a key twice in one object.
pub fn parse(bytes: &[u8], format: Format) -> Result<Node, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::TooLarge.in_text(None));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(wrong) => {
            let before = bytes.get(..wrong.valid_up_to()).unwrap_or_default();
            let before = String::from_utf8_lossy(before);
            return Err(Problem::NotUtf8.in_text(Some(place(&before, before.len()))));
        }
    };
    if text.trim().is_empty() {
        return Err(Problem::Empty.in_text(None));
    }
    match format {
        Format::Json => json::parse(text),
        Format::Yaml => yaml::parse(text),
        Format::Toml => toml::parse(text),
    }
}

/// The place of a byte offset.
fn place(text: &str, offset: usize) -> Place {
    let before = (0..=offset.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Place { line: count(before.matches('\n').count() + 1), column: count(line.chars().count() + 1) }
}
