//! A page that tells one story in one folder: files are written, commands run, in the order of the page.

use super::console;
use super::page::Sheet;
use super::section::{exit, hold, lang, plain, stands_in};
use crate::suite::{Block, Finding};
use std::path::Path;

/// Follows a page in an empty folder.
#[must_use]
pub fn walk(sheet: &Sheet, folder: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut console = console::writing(folder, lang(sheet));
    for block in sheet.page.blocks() {
        let held = match block.kind() {
            "console" => console.hold(&block.text, exit(block)).map_err(|(why, text)| (why, Some(text))),
            "excerpt" => excerpt(block, &console.folder).map_err(|why| (why, None)),
            "text" | "tiaoli" | "json" | "yaml" | "toml" if block.info.len() > 1 => {
                write(block, &console.folder).map_err(|why| (why, None))
            }
            _ => plain(block).map_err(|why| (why, None)),
        };
        hold(block, held, &mut findings);
    }
    findings
}

/// The file of a block's name becomes its text, or ends with it.
fn write(block: &Block, folder: &Path) -> Result<(), String> {
    let path = folder.join(block.name_or(""));
    let before = match block.info.get(2).map(String::as_str) {
        Some("+") => std::fs::read_to_string(&path).map_err(|it| format!("{}: {it}", path.display()))?,
        Some(word) => return Err(format!("what is `{word}`?")),
        None => String::new(),
    };
    std::fs::write(&path, format!("{before}{}", block.text)).map_err(|it| format!("{}: {it}", path.display()))
}

/// A piece of a file that is there.
fn excerpt(block: &Block, folder: &Path) -> Result<(), String> {
    let path = folder.join(block.name_or(""));
    let text = std::fs::read_to_string(&path).map_err(|it| format!("{}: {it}", path.display()))?;
    if stands_in(&block.text, &text) { Ok(()) } else { Err(format!("{} is\n{text}", path.display())) }
}
