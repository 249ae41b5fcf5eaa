//! Links between pages lead somewhere.

use super::page::Sheet;
use super::{folder, index};

/// Links of a page that lead nowhere.
#[must_use]
pub fn broken(sheet: &Sheet) -> Vec<String> {
    let mut found = Vec::new();
    for target in targets(&sheet.text) {
        if target.is_empty() || target.starts_with("https://") {
            continue;
        }
        let (path, anchor) = target.split_once('#').unwrap_or((target.as_str(), ""));
        let here = folder().join(&sheet.name);
        let path = if path.is_empty() { here } else { here.with_file_name("").join(path) };
        let Ok(text) = std::fs::read_to_string(&path) else {
            // A package is a folder.
            if !path.is_dir() {
                found.push(format!("{}: there is no {target}", sheet.name));
            }
            continue;
        };
        if !anchor.is_empty() && !text.lines().any(|line| anchor_of(line).is_some_and(|it| it == anchor)) {
            found.push(format!("{}: no heading {target}", sheet.name));
        }
    }
    found
}

/// What the links outside of code point to.
fn targets(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut targets = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        let outside: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
        targets.extend(outside.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())));
    }
    targets
}

/// The anchor of a heading, as mdBook makes it.
fn anchor_of(line: &str) -> Option<String> {
    let heading = line.strip_prefix('#')?.trim_start_matches('#').strip_prefix(' ')?;
    let kept = heading.trim().chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        _ if letter.is_alphanumeric() || letter == '_' || letter == '-' => Some(letter.to_ascii_lowercase()),
        _ => None,
    });
    Some(kept.collect())
}

/// Pages that the table of contents does not name, and names without a page.
#[must_use]
pub(super) fn unlisted(summary: &str, names: &[&str]) -> Vec<String> {
    let listed = targets(summary);
    let missing = names.iter().filter(|name| !listed.iter().any(|it| it == *name));
    let mut found: Vec<String> = missing.map(|name| format!("SUMMARY.md does not list {name}")).collect();
    for target in listed.iter().filter(|it| !it.is_empty() && !names.contains(&it.as_str())) {
        found.push(format!("SUMMARY.md lists {target}, which is not there"));
    }
    found.extend(index::twice(&listed).map(|it| format!("SUMMARY.md lists {it} twice")));
    found
}
