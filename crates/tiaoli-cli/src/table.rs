//! Tables whose columns line up although a Chinese character is two cells wide.

use crate::render::wrap::{cells, wrap};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

/// The narrowest a column gets.
const NARROWEST: usize = 8;
/// Cells between two columns.
const GAP: u16 = 2;
/// A line under the head and no other.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Draws a table of at most `width` cells. Columns named in `right` stand to the right.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>], right: &[usize], width: usize) -> String {
    let widths = widths(head, rows, width);
    let fold = |row: &[String]| -> Vec<String> {
        row.iter().zip(&widths).map(|(cell, width)| wrap(cell, *width).join("\n")).collect()
    };
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let mut table = comfy_table::Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(fold(&head));
    for row in rows {
        table.add_row(fold(row));
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((if index == 0 { 0 } else { GAP }, 0));
    }
    for index in right {
        if let Some(column) = table.column_mut(*index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// What each column gets: what it asks for, the widest giving way until all fit.
fn widths(head: &[&str], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let widest = |text: &str| text.lines().map(cells).max().unwrap_or(0);
    let mut widths: Vec<usize> = head.iter().map(|cell| widest(cell)).collect();
    for row in rows {
        for (asked, cell) in widths.iter_mut().zip(row) {
            *asked = widest(cell).max(*asked);
        }
    }
    let room = width.saturating_sub(widths.len().saturating_sub(1).saturating_mul(usize::from(GAP)));
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().max().filter(|widest| **widest > NARROWEST) {
            Some(widest) => *widest = widest.saturating_sub(1),
            None => break,
        }
    }
    widths
}
