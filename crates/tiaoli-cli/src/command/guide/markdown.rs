//! A guide as Markdown.

use std::fmt::Write;
use tiaoli::guide::{Block, Item};

/// The whole guide; blocks are parted by an empty line.
pub(super) fn write(blocks: &[Block]) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        match block {
            Block::Heading(depth, words) => {
                let _written = writeln!(text, "{} {}", "#".repeat(usize::from(*depth)), escape(words));
            }
            Block::Text(None, words) => {
                let _written = writeln!(text, "{}", escape(words));
            }
            Block::Text(Some(head), words) => {
                let _written = writeln!(text, "**{}** {}", escape(head), escape(words));
            }
            Block::Quote(clauses) => {
                for (nth, (id, words)) in clauses.iter().enumerate() {
                    let gap = if nth > 0 { ">\n" } else { "" };
                    let _written = writeln!(text, "{gap}> {id} {}", escape(words));
                }
            }
            Block::Checks(items) => list(&mut text, items, "- [ ] ", 0),
            Block::Steps(items) => {
                for (nth, item) in items.iter().enumerate() {
                    let _written = writeln!(text, "{}. {}", nth + 1, escape(&item.text));
                    list(&mut text, &item.under, "- ", 1);
                }
            }
            Block::Table(head, rows) => {
                let line = |cells: &[String]| {
                    cells.iter().fold("|".to_owned(), |line, cell| format!("{line} {} |", escape(cell)))
                };
                let _written = writeln!(text, "{}\n|{}", line(head), "---|".repeat(head.len()));
                for row in rows {
                    let _written = writeln!(text, "{}", line(row));
                }
            }
        }
    }
    text
}

fn list(text: &mut String, items: &[Item], mark: &str, depth: usize) {
    for item in items {
        let _written = writeln!(text, "{}{mark}{}", "   ".repeat(depth), escape(&item.text));
        list(text, &item.under, "- ", depth + 1);
    }
}

/// Words that Markdown does not take for marks.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape, write};
    use tiaoli::guide::Block;

    #[test]
    fn words_stay_words() {
        assert_eq!(escape("杭政函[2019]114号 <b>|*"), "杭政函\\[2019\\]114号 \\<b\\>\\|\\*");
    }

    #[test]
    fn a_table_has_a_line_for_each_row() {
        let table = Block::Table(vec!["甲".to_owned(), "乙".to_owned()], vec![vec!["1".to_owned(), "2|3".to_owned()]]);
        assert_eq!(write(&[table]), "| 甲 | 乙 |\n|---|---|\n| 1 | 2\\|3 |\n");
    }
}
