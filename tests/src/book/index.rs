//! The table of contents and the map of structures are made of the pages that are there.

use super::links;
use super::page::Sheet;
use crate::policy::root;
use std::collections::BTreeSet;

/// The heading of the structures in the table of contents.
const PART: &str = "# 四十一种结构\n";
/// How many structures there are.
const STRUCTURES: usize = 41;

/// What the table of contents must be, and what is wrong with it.
#[must_use]
pub fn summary(written: &str, sheets: &[Sheet]) -> (String, Vec<String>) {
    let Some((before, rest)) = written.split_once(PART) else {
        return (written.to_owned(), vec![format!("SUMMARY.md has no part {PART}")]);
    };
    let after = rest.find("\n# ").map_or("", |at| &rest[at..]);
    let mut part = String::from("\n- [四十一种结构](structures/README.md)\n");
    for (number, title) in titles(sheets) {
        let page = sheets.iter().find(|it| it.structure().is_some_and(|(own, _)| own == number));
        let target = page.map_or("", |it| it.name.as_str());
        let title = page.map_or(title, |it| without_number(it.title()));
        part.push_str(&format!("  - [{number} {title}]({target})\n"));
    }
    let made = format!("{before}{PART}{part}{after}");
    let names: Vec<&str> = sheets.iter().map(|it| it.name.as_str()).filter(|it| *it != "SUMMARY.md").collect();
    let mut wrong = links::unlisted(&made, &names);
    if made != written {
        wrong.push("SUMMARY.md does not list the structures as they are; TIAOLI_BLESS=1 writes it".to_owned());
    }
    (made, wrong)
}

/// What the map of structures must be, and what is wrong with it.
#[must_use]
pub fn map(sheets: &[Sheet]) -> (String, Vec<String>) {
    let Some(map) = sheets.iter().find(|it| it.name == "structures/README.md") else {
        return (String::new(), vec!["there is no map of structures".to_owned()]);
    };
    let mut wrong = without_page(sheets);
    let mut seen = BTreeSet::new();
    let mut made = String::new();
    for line in map.text.lines() {
        match row(line) {
            Some((number, cells)) => {
                seen.insert(number);
                made.push_str(&written(number, &cells, sheets, &mut wrong));
            }
            None => made.push_str(&format!("{line}\n")),
        }
    }
    if seen != (1..=STRUCTURES).collect() {
        wrong.push(format!("the map has the structures {seen:?}"));
    }
    if made != map.text {
        wrong.push("the map does not name the pages as they are; TIAOLI_BLESS=1 writes it".to_owned());
    }
    (made, wrong)
}

/// A row of the map with the links to its page and its package.
fn written(number: usize, cells: &[&str], sheets: &[Sheet], wrong: &mut Vec<String>) -> String {
    let (title, constructs) = (cells.get(1).unwrap_or(&""), cells.get(4).unwrap_or(&""));
    let pages: Vec<&str> =
        sheets.iter().filter_map(Sheet::structure).filter(|(own, _)| *own == number).map(|(_, slug)| slug).collect();
    if pages.len() > 1 {
        wrong.push(format!("structure {number} has the pages {pages:?}"));
    }
    let (page, example) = match pages.first() {
        Some(slug) => {
            let package = root().join("examples/structures").join(slug);
            if !package.join("tiaoli.toml").exists() && !holds_packages(&package) {
                wrong.push(format!("structures/{slug}.md has no package examples/structures/{slug}"));
            }
            (format!(" [{slug}]({slug}.md) "), format!(" `examples/structures/{slug}` "))
        }
        None => (" ".to_owned(), " ".to_owned()),
    };
    format!("| {number} | {title} |{page}|{example}| {constructs} |\n")
}

/// A folder of packages: editions, or policies that speak of each other.
fn holds_packages(folder: &std::path::Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.filter_map(Result::ok).any(|entry| entry.path().join("tiaoli.toml").exists())
}

/// Packages of structures that no page is about.
fn without_page(sheets: &[Sheet]) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(root().join("examples/structures")) else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut wrong: Vec<String> = names
        .filter(|name| !sheets.iter().filter_map(Sheet::structure).any(|(_, slug)| slug == name))
        .map(|name| format!("examples/structures/{name} has no page structures/{name}.md"))
        .collect();
    wrong.sort();
    wrong
}

/// Number and name of each structure.
fn titles(sheets: &[Sheet]) -> Vec<(usize, &str)> {
    let map = sheets.iter().find(|it| it.name == "structures/README.md");
    let rows = map.into_iter().flat_map(|it| it.text.lines()).filter_map(row);
    rows.map(|(number, cells)| (number, cells.get(1).copied().unwrap_or_default())).collect()
}

fn row(line: &str) -> Option<(usize, Vec<&str>)> {
    let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    Some((cells.first()?.parse().ok()?, cells))
}

/// A page's title says its number too.
fn without_number(title: &str) -> &str {
    title.trim_start_matches(|c: char| c.is_ascii_digit() || "、.．· 　".contains(c))
}

/// What stands more than once.
pub(super) fn twice(listed: &[String]) -> impl Iterator<Item = &String> {
    let mut seen = BTreeSet::new();
    listed.iter().filter(move |it| !it.is_empty() && !seen.insert(it.as_str()))
}
