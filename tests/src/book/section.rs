//! One section of a page: its package by the suite's runner, then the blocks that only the book has.

use super::console::{self, Console};
use super::page::Sheet;
use super::phrases;
use crate::policy::root;
use crate::suite::{Block, Finding, Section, run};
use tiaoli::{Format, parse};

/// The blocks that the suite's runner knows.
const OF_THE_SUITE: [&str; 6] = ["text", "tiaoli", "problems", "application", "decision", "cases"];

/// Runs a section of a page that is no walk.
#[must_use]
pub fn check(sheet: &Sheet, section: &Section) -> Vec<Finding> {
    let (suite, book): (Vec<Block>, Vec<Block>) =
        section.blocks.iter().cloned().partition(|block| OF_THE_SUITE.contains(&block.kind()));
    let mut findings = Vec::new();
    if suite.iter().any(|block| !block.shared) {
        findings.extend(run(&Section { blocks: suite.clone(), ..section.clone() }));
    }
    let mut console = console::reading(lang(sheet));
    for block in book.iter().filter(|block| !block.shared) {
        hold(block, of_the_book(sheet, block, &mut console), &mut findings);
    }
    findings.extend(phrases::check(sheet, section, &suite));
    findings
}

/// The language of a page, as an argument.
pub(super) fn lang(sheet: &Sheet) -> &'static str {
    if sheet.is_english() { "en" } else { "zh" }
}

fn of_the_book(sheet: &Sheet, block: &Block, console: &mut Console<'_>) -> Result<(), (String, Option<String>)> {
    match block.kind() {
        "console" => console.hold(&block.text, exit(block)).map_err(|(why, text)| (why, Some(text))),
        "excerpt" => excerpt(sheet, block).map_err(|why| (why, None)),
        _ => plain(block).map_err(|why| (why, None)),
    }
}

/// The blocks that are only read.
pub(super) fn plain(block: &Block) -> Result<(), String> {
    let format = match block.kind() {
        "json" => Format::Json,
        "yaml" => Format::Yaml,
        "toml" => Format::Toml,
        "grammar" => return Ok(()),
        _ => return Err(format!("no such block: {}", block.info.join(" "))),
    };
    parse(block.text.as_bytes(), format).map(|_| ()).map_err(|refused| format!("cannot be read: {refused:?}"))
}

/// The exit code that a console says, 0 where it says none.
pub(super) fn exit(block: &Block) -> i32 {
    block.info.get(1).and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// A piece of a file stands in it word for word.
fn excerpt(sheet: &Sheet, block: &Block) -> Result<(), String> {
    let base = match sheet.structure() {
        Some((_, slug)) => root().join("examples/structures").join(slug),
        None => root(),
    };
    let files = match block.info.get(1) {
        Some(name) => vec![base.join(name)],
        None => {
            let entries = std::fs::read_dir(&base).map_err(|it| format!("{}: {it}", base.display()))?;
            let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
            paths.filter(|path| path.extension().is_some_and(|it| it == "tiaoli")).collect()
        }
    };
    let mut read = String::new();
    for path in files {
        let text = std::fs::read_to_string(&path).map_err(|it| format!("{}: {it}", path.display()))?;
        if stands_in(&block.text, &text) {
            return Ok(());
        }
        read.push_str(&format!("{}\n", path.display()));
    }
    Err(format!("does not stand word for word in\n{read}{}", block.text))
}

/// Whether each run of lines stands in a text, whatever the blanks: `tiaoli fmt` lays files out; a line `…` parts runs.
pub(super) fn stands_in(piece: &str, text: &str) -> bool {
    let text = solid(text);
    !piece.trim().is_empty() && format!("\n{piece}").split("\n…").all(|part| text.contains(&solid(part)))
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Notes what did not hold.
pub(super) fn hold(block: &Block, held: Result<(), (String, Option<String>)>, findings: &mut Vec<Finding>) {
    if let Err((why, text)) = held {
        let block_at = text.map(|text| (block.first, block.last, text));
        findings.push(Finding { why: format!("line {}: {why}", block.first), block: block_at });
    }
}
