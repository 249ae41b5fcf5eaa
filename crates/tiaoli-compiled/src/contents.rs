//! What a compiled file holds.

use serde::{Deserialize, Serialize};
use tiaoli_eval::program::Program;

/// Everything that is in a compiled file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// The version of the language that the policy is written in.
    pub language: String,
    /// The texts that it was compiled from, in the order in which they were read.
    pub sources: Vec<Source>,
    /// The program: policy, edition, dictionary, rules, every reading, the words of every clause.
    pub program: Program,
}

/// A text that a program was compiled from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its file name, without folders.
    pub name: String,
    /// Its SHA-256: `sha256:…`.
    pub digest: String,
}

impl Source {
    /// The text `text` under the name `name`.
    ///
    /// ```
    /// let source = tiaoli_compiled::Source::of("source.txt", "");
    /// assert_eq!(source.digest, "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    /// ```
    #[must_use]
    pub fn of(name: &str, text: &str) -> Self {
        use sha2::{Digest, Sha256};
        let hex: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { name: name.to_owned(), digest: format!("sha256:{hex}") }
    }
}
