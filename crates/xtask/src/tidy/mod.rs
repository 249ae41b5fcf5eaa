//! What must be absent, and what the documents say of the house.

mod dependencies;
mod documents;
mod sources;

use std::path::{Path, PathBuf};

/// Every finding, one line each.
pub(crate) fn run() -> Vec<String> {
    let root = root();
    let mut findings = Vec::new();
    dependencies::check(&root, &mut findings);
    documents::check(&root, &mut findings);
    sources::check(&root, &mut findings);
    findings
}

/// The root of the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The text of a file, or a finding.
fn read(path: &Path, findings: &mut Vec<String>) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| {
        findings.push(format!("{}: cannot be read: {error}", path.display()));
        String::new()
    })
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Every file below a folder whose name ends so, sorted.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
    found
}
