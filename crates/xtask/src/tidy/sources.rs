//! What must not stand in the code.

use super::{files, names, read};
use std::path::Path;

/// The most lines of a file of code.
const MOST_LINES: usize = 420;

/// Words of unfinished work. Each is written in two parts so that this file does not name itself.
const UNFINISHED: [(&str, &str); 4] = [("todo", "!("), ("unimplemented", "!("), ("dbg", "!("), ("FIX", "ME")];

pub(super) fn check(root: &Path, findings: &mut Vec<String>) {
    let policies: Vec<String> =
        names(&root.join("policies")).iter().flat_map(|name| words(root, name, findings)).collect();
    for name in names(&root.join("crates")) {
        for path in files(&root.join("crates").join(name).join("src"), ".rs") {
            let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            let text = read(&path, findings);
            let tests = shown.contains("/tests") || shown.ends_with("tests.rs");
            // The catalogue is a table of words, not code.
            if text.lines().count() > MOST_LINES && !tests && !shown.contains("/catalogue/") {
                findings.push(format!("{shown}: more than {MOST_LINES} lines"));
            }
            for (one, other) in UNFINISHED {
                if text.contains(&format!("{one}{other}")) {
                    findings.push(format!("{shown}: unfinished work"));
                }
            }
            for word in &policies {
                if text.contains(word.as_str()) {
                    findings.push(format!("{shown}: names one policy: {word}"));
                }
            }
        }
    }
}

/// What would betray that the code knows one policy: its name, its title, and every alias of its dictionary that is
/// longer than one word.
fn words(root: &Path, policy: &str, findings: &mut Vec<String>) -> Vec<String> {
    let folder = root.join("policies").join(policy);
    let mut words = vec![policy.to_owned()];
    let source = read(&folder.join("source.txt"), findings);
    words.extend(source.lines().next().map(str::to_owned).filter(|title| !title.is_empty()));
    for path in files(&folder, ".tiaoli") {
        let text = read(&path, findings);
        let aliases = text.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        words.extend(aliases.filter(|word| word.matches('_').count() >= 2).map(str::to_owned));
    }
    words.sort();
    words.dedup();
    words
}
