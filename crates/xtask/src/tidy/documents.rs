//! What the documents say of the house is true.

use super::{names, read};
use std::path::Path;

/// The most lines of `docs/architecture.md`.
const MOST_LINES: usize = 250;

pub(super) fn check(root: &Path, findings: &mut Vec<String>) {
    let text = read(&root.join("docs/architecture.md"), findings);
    if text.lines().count() > MOST_LINES {
        findings.push(format!("docs/architecture.md: more than {MOST_LINES} lines"));
    }
    let crates = names(&root.join("crates"));
    for name in &crates {
        if !text.contains(&format!("`{name}`")) {
            findings.push(format!("docs/architecture.md: nothing on the crate {name}"));
        }
        sentence(root, name, &text, findings);
    }
    // And no crate is named that is not there.
    for word in text.split('`').skip(1).step_by(2) {
        let named = word.strip_prefix("tiaoli-").is_some_and(|rest| rest.chars().all(|c| c.is_ascii_lowercase()));
        if named && !crates.iter().any(|name| name == word) {
            findings.push(format!("docs/architecture.md: there is no crate {word}"));
        }
        let path = word.strip_prefix("crates/").is_some()
            || word.strip_prefix("docs/").is_some()
            || word.strip_prefix("tests/").is_some();
        if path && !word.contains(['*', ' ', '<']) && !root.join(word).exists() {
            findings.push(format!("docs/architecture.md: there is no {word}"));
        }
    }
}

/// A crate's sentence is the same in its manifest, at the head of its code and in the map.
fn sentence(root: &Path, name: &str, map: &str, findings: &mut Vec<String>) {
    let folder = root.join("crates").join(name);
    let manifest = read(&folder.join("Cargo.toml"), findings);
    let said = manifest.lines().find_map(|line| line.strip_prefix("description = \"")?.strip_suffix('"'));
    let Some(said) = said else {
        findings.push(format!("{name}: no description"));
        return;
    };
    let head = ["src/lib.rs", "src/main.rs"].iter().map(|file| folder.join(file)).find(|path| path.exists());
    let text = head.map(|path| read(&path, findings)).unwrap_or_default();
    if text.lines().next() != Some(&format!("//! {said}")) {
        findings.push(format!("{name}: its code does not begin with its sentence, `{said}`"));
    }
    if !map.contains(said) {
        findings.push(format!("docs/architecture.md: does not say of {name}: `{said}`"));
    }
}
