//! Tables whose columns line up although a Chinese character is two cells wide.

use crate::render::wrap::{cells, wrap};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

/// The narrowest a column gets.
const NARROWEST: usize = 8;
/// Cells between two columns.
const GAP: u16 = 2;
/// A line under the head and no other.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// A column: what stands over it, and how it gives way.
#[derive(Clone, Copy)]
pub(crate) struct Column<'t> {
    /// Its head.
    pub(crate) head: &'t str,
    /// Where room is short, columns get it in these proportions.
    pub(crate) share: usize,
    /// Whether it stands to the right, as figures do.
    pub(crate) right: bool,
}

impl<'t> Column<'t> {
    /// A column of words.
    pub(crate) fn words(head: &'t str, share: usize) -> Self {
        Self { head, share, right: false }
    }

    /// A column of figures.
    pub(crate) fn figures(head: &'t str, share: usize) -> Self {
        Self { head, share, right: true }
    }
}

/// Draws a table of at most `width` cells.
pub(crate) fn table(columns: &[Column<'_>], rows: &[Vec<String>], width: usize) -> String {
    let widths = widths(columns, rows, width);
    let fold = |row: &[String]| -> Vec<String> {
        row.iter().zip(&widths).map(|(cell, width)| wrap(cell, *width).join("\n")).collect()
    };
    let head: Vec<String> = columns.iter().map(|column| column.head.to_owned()).collect();
    let mut table = comfy_table::Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(fold(&head));
    for row in rows {
        table.add_row(fold(row));
    }
    for (index, (drawn, column)) in table.column_iter_mut().zip(columns).enumerate() {
        drawn.set_padding((if index == 0 { 0 } else { GAP }, 0));
        if column.right {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// What each column gets: what it asks for, those most above their share giving way until all fit.
fn widths(columns: &[Column<'_>], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let widest = |text: &str| text.lines().map(cells).max().unwrap_or(0);
    let mut widths: Vec<usize> = columns.iter().map(|column| widest(column.head)).collect();
    for row in rows {
        for (asked, cell) in widths.iter_mut().zip(row) {
            *asked = widest(cell).max(*asked);
        }
    }
    let room = width.saturating_sub(columns.len().saturating_sub(1).saturating_mul(usize::from(GAP)));
    while widths.iter().sum::<usize>() > room {
        let given = widths.iter_mut().zip(columns).filter(|(width, _)| **width > NARROWEST);
        match given.max_by_key(|(width, column)| width.saturating_mul(1000) / column.share.max(1)) {
            Some((widest, _)) => *widest = widest.saturating_sub(1),
            None => break,
        }
    }
    widths
}
