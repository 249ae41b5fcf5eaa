//! Tables of phrases: what a document says, and how it is written. Each row is a package whose document says just that.

use super::page::Sheet;
use crate::suite::{Block, Finding, Section, said_of};

/// How the code of a table's rows is made into rules; named by the mark above it.
const FRAMES: [(&str, &str, &str); 4] = [
    ("条款", "条款 1.1 每 项目 {\n", "\n}\n"),
    ("条件", "条款 1.1 每 项目 {\n1.1.a 对 ", " 的，给予100元奖励。\n}\n"),
    ("结算", "结算 {\n", "\n}\n"),
    ("全文", "", "\n"),
];
/// The lines of a table above its rows.
const HEAD: usize = 2;
/// A row uses few of the words that the page has for all of them.
const UNUSED: [&str; 1] = ["fact-unused"];
/// Where the phrase goes in the page's document and cuts.
const PHRASE: &str = "〔文件〕";

/// Every row under a mark `<!-- phrases: 条款 -->` of the section.
pub(super) fn check(sheet: &Sheet, section: &Section, blocks: &[Block]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut frame = None;
    for row in sheet.page.lines_of(section) {
        if let Some(mark) = row.strip_prefix("<!-- phrases: ").and_then(|rest| rest.strip_suffix(" -->")) {
            frame = Some((mark, 0));
            continue;
        }
        let Some((name, rows)) = &mut frame else { continue };
        if !row.starts_with('|') {
            // A table ends with the first line that is none of its rows; blank lines may stand before it.
            if *rows > 0 {
                frame = None;
            }
            continue;
        }
        *rows += 1;
        if *rows <= HEAD {
            continue;
        }
        let frame = *name;
        let Some((_, before, after)) = FRAMES.iter().find(|(name, ..)| *name == frame) else {
            findings.push(Finding { why: format!("there is no frame {frame}"), block: None });
            continue;
        };
        let Some((phrase, code)) = cells(row) else {
            findings.push(Finding { why: format!("no phrase and code: {row}"), block: None });
            continue;
        };
        let code = if frame == "条件" || frame == "全文" || code.starts_with(|c: char| c.is_ascii_digit()) {
            code
        } else {
            format!("1.1.a {code}")
        };
        let mut package: Vec<Block> =
            blocks.iter().filter(|it| it.kind() == "text" || it.kind() == "tiaoli").cloned().collect();
        for block in &mut package {
            block.text = block.text.replace(PHRASE, &phrase);
        }
        package.push(Block::new("tiaoli 句子.tiaoli", &format!("{before}{code}{after}")));
        let said = said_of(&Section { blocks: package, ..section.clone() }, &UNUSED);
        if !said.is_empty() {
            findings.push(Finding { why: format!("{row}\n{said}"), block: None });
        }
    }
    findings
}

/// The document's words, and the code of the second cell.
fn cells(row: &str) -> Option<(String, String)> {
    let mut cells = row.trim().trim_matches('|').split('|');
    let phrase = cells.next()?.trim().to_owned();
    let codes: Vec<&str> = cells.next()?.split('`').skip(1).step_by(2).collect();
    if phrase.is_empty() || codes.is_empty() { None } else { Some((phrase, codes.join("\n"))) }
}
