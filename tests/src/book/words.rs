//! The table of the language's words: each with what it says in English and the page of the reference that tells of it.

use super::page::Sheet;
use std::collections::BTreeMap;
use tiaoli_syntax::{Keyword, keywords};

/// The page of the table.
pub const WORDS: &str = "reference/keywords.md";

/// What the table must be, and the words that no page of the reference tells of.
#[must_use]
pub fn words(sheets: &[Sheet]) -> (String, Vec<String>) {
    let pages = pages(sheets);
    let mut wrong = Vec::new();
    let mut made = String::from(
        "# 词表\n\n语言自己的词，不能用作名称（可以是名称的一部分：`限额`、`对外投资`）。由工具从语言的词表写成。\n\n| 词 | in English | 页 |\n|---|---|---|\n",
    );
    let mut table: Vec<&Keyword> = keywords().iter().collect();
    table.sort_by_key(|it| it.word);
    for Keyword { word, gloss } in table {
        let page = match pages.get(word) {
            Some(sheet) => format!("[{}]({})", sheet.title(), sheet.name.trim_start_matches("reference/")),
            None => {
                wrong.push(format!("no page of the reference tells of {word}"));
                String::new()
            }
        };
        made.push_str(&format!("| `{word}` | {gloss} | {page} |\n"));
    }
    let written = sheets.iter().find(|it| it.name == WORDS).map_or("", |it| it.text.as_str());
    if made != written {
        wrong.push(format!("{WORDS} is not the table of the words; TIAOLI_BLESS=1 writes it"));
    }
    (made, wrong)
}

/// The page that tells of each word: the first that has it in the first cell of a table or in a sketch of grammar.
fn pages(sheets: &[Sheet]) -> BTreeMap<&'static str, &Sheet> {
    let mut reference: Vec<&Sheet> =
        sheets.iter().filter(|it| it.name.starts_with("reference/") && it.name != WORDS).collect();
    // In the order of the book.
    let contents = sheets.iter().find(|it| it.name == "SUMMARY.md").map_or("", |it| it.text.as_str());
    reference.sort_by_key(|it| contents.find(it.name.as_str()));
    let told: Vec<(&Sheet, String)> = reference.into_iter().map(|sheet| (sheet, told(sheet))).collect();
    let page = |word: &'static str| Some((word, told.iter().find(|(_, text)| text.contains(word))?.0));
    keywords().iter().filter_map(|it| page(it.word)).collect()
}

/// The code in first cells of tables, and the sketches.
fn told(sheet: &Sheet) -> String {
    let mut text = String::new();
    let mut sketch = false;
    for line in sheet.text.lines() {
        if line.starts_with("```") {
            sketch = line == "```grammar";
        } else if sketch {
            text.push_str(line);
        } else if let Some(cell) = line.strip_prefix("| ").and_then(|row| row.split(" | ").next()) {
            text.extend(cell.split('`').skip(1).step_by(2));
        }
        text.push('\n');
    }
    text
}
