//! What fills a placeholder.

use super::Lang;

/// What stands for a placeholder of a message: words of the user, which are the same in every language, or words of ours.
///
/// Anything that can be shown turns into one by `into`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The same in both languages: a name, a figure, an id.
    Same(String),
    /// Said in each language in its own way.
    Said {
        /// The words in Chinese.
        zh: String,
        /// The words in English.
        en: String,
    },
}

impl Value {
    /// Words that differ by language.
    pub fn said(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Value::Said { zh: zh.into(), en: en.into() }
    }

    /// Words of the user one after another, each in quotes: `「甲」、「乙」`, or `` `甲`, `乙` `` in English.
    pub fn list<T: std::fmt::Display>(items: impl IntoIterator<Item = T>) -> Self {
        let (mut zh, mut en) = (String::new(), String::new());
        for item in items {
            if !zh.is_empty() {
                zh.push('、');
                en.push_str(", ");
            }
            zh.push_str(&format!("「{item}」"));
            en.push_str(&format!("`{item}`"));
        }
        Value::Said { zh, en }
    }

    /// The words in `lang`.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match (self, lang) {
            (Value::Same(words), _) => words,
            (Value::Said { zh, .. }, Lang::Zh) => zh,
            (Value::Said { en, .. }, Lang::En) => en,
        }
    }
}

impl<T: std::fmt::Display> From<T> for Value {
    fn from(words: T) -> Self {
        Value::Same(words.to_string())
    }
}
