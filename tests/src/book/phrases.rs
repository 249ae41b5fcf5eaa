//! Tables of phrases: what a document says, and how it is written. Each row is a package whose document says just that.

use super::page::Sheet;
use crate::suite::{Block, Finding, Section, said_of};

/// What stands around a phrase and its code.
struct Frame {
    name: &'static str,
    rules: (&'static str, &'static str),
    document: (&'static str, &'static str),
}

/// How the code of a table's rows is made into rules, and its phrase into a document; named by the mark above it.
const FRAMES: [Frame; 5] = [
    Frame { name: "条款", rules: ("条款 1.1 每 项目 {\n", "\n}\n"), document: ("", "") },
    Frame {
        name: "条件",
        rules: ("条款 1.1 每 项目 {\n1.1.a 对 ", " 的，给予100元奖励。\n}\n"),
        document: ("", "，给予100元奖励"),
    },
    Frame {
        name: "限额",
        rules: ("条款 1.1 每 项目 {\n1.1.a 按 实际投入的30％ 给予补助", "。\n}\n"),
        document: ("按实际投入的30％给予补助，", ""),
    },
    Frame { name: "结算", rules: ("结算 {\n", "\n}\n"), document: ("", "") },
    Frame { name: "全文", rules: ("", "\n"), document: ("", "") },
];
/// Frames whose code is whole sentences, which begin with the id of a clause.
const SENTENCES: [&str; 2] = ["条款", "结算"];
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
        let Some(frame) = FRAMES.iter().find(|it| it.name == frame) else {
            findings.push(Finding { why: format!("there is no frame {frame}"), block: None });
            continue;
        };
        let Some((phrase, code)) = cells(row) else {
            findings.push(Finding { why: format!("no phrase and code: {row}"), block: None });
            continue;
        };
        let numbered = code.starts_with("1.1.a ");
        let id = if SENTENCES.contains(&frame.name) && !numbered { "1.1.a " } else { "" };
        let mut package: Vec<Block> =
            blocks.iter().filter(|it| it.kind() == "text" || it.kind() == "tiaoli").cloned().collect();
        for block in &mut package {
            block.text = block.text.replace(PHRASE, &format!("{}{phrase}{}", frame.document.0, frame.document.1));
        }
        package.push(Block::new("tiaoli 句子.tiaoli", &format!("{}{id}{code}{}", frame.rules.0, frame.rules.1)));
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
