//! A guide as one page: no script, nothing fetched; its boxes can be ticked and it prints.

use crate::page::escape;
use std::fmt::Write;
use tiaoli::guide::{Block, Item};

const STYLE: &str = include_str!("style.css");

/// The whole page.
pub(super) fn write(blocks: &[Block]) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Heading(1, words) => Some(escape(words)),
        _ => None,
    });
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        title.unwrap_or_default()
    );
    for block in blocks {
        match block {
            Block::Heading(depth, words) => put(&mut page, format_args!("<h{depth}>{}</h{depth}>", escape(words))),
            Block::Text(None, words) => put(&mut page, format_args!("<p>{}</p>", escape(words))),
            Block::Text(Some(head), words) => {
                put(&mut page, format_args!("<p><strong>{}</strong> {}</p>", escape(head), escape(words)));
            }
            Block::Quote(clauses) => {
                page.push_str("<blockquote>\n");
                for (id, words) in clauses {
                    put(&mut page, format_args!("<p><span class=\"id\">{}</span> {}</p>", escape(id), escape(words)));
                }
                page.push_str("</blockquote>\n");
            }
            Block::Checks(items) => list(&mut page, "ul class=\"checks\"", items, true),
            Block::Steps(items) => list(&mut page, "ol", items, false),
            Block::Table(head, rows) => {
                let cells = |tag: &str, row: &[String]| -> String {
                    row.iter().map(|cell| format!("<{tag}>{}</{tag}>", escape(cell))).collect()
                };
                put(&mut page, format_args!("<table>\n<thead><tr>{}</tr></thead>\n<tbody>", cells("th", head)));
                for row in rows {
                    put(&mut page, format_args!("<tr>{}</tr>", cells("td", row)));
                }
                page.push_str("</tbody>\n</table>\n");
            }
        }
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// A list; where its lines can be ticked, each has a box.
fn list(page: &mut String, tag: &str, items: &[Item], ticked: bool) {
    put(page, format_args!("<{tag}>"));
    for item in items {
        let words = escape(&item.text);
        let words = if ticked { format!("<label><input type=\"checkbox\"> {words}</label>") } else { words };
        if item.under.is_empty() {
            put(page, format_args!("<li>{words}</li>"));
        } else {
            put(page, format_args!("<li>{words}"));
            list(page, "ul", &item.under, false);
            page.push_str("</li>\n");
        }
    }
    let name = tag.split(' ').next().unwrap_or(tag);
    put(page, format_args!("</{name}>"));
}

/// Writing to a string cannot fail.
fn put(page: &mut String, words: std::fmt::Arguments<'_>) {
    let _written = writeln!(page, "{words}");
}
