//! Tables: where cells stand is told by their spans, never by the grid that the file claims.

use super::error::ReadError;
use super::markup::is_placeholder;
use super::reader::Reader;
use super::styles::{switch, value};
use super::tree::{Cell, Row, Table};
use crate::ooxml::xml::Element;
use std::collections::HashMap;

/// The tables of no application have so many rows together.
const MOST_ROWS: usize = 5_000;
/// Nor of so many columns; Word's tables have 63 at most, other programs' may have more.
const MOST_COLUMNS: usize = 1_000;
/// Columns of a cell, as many as a table of Word's.
const MOST_SPANNED: usize = 63;

/// A cell with what its merge says.
struct Placed {
    cell: Cell,
    continues: bool,
}

impl Reader<'_> {
    pub(super) fn table(&mut self, element: &Element) -> Table {
        let mut rows = Vec::new();
        self.rows(element, &mut rows);
        merged(rows)
    }

    fn rows(&mut self, parent: &Element, rows: &mut Vec<(bool, Vec<Placed>)>) {
        for child in parent.elements() {
            match child.name.as_str() {
                _ if self.rows >= MOST_ROWS => {
                    self.refused.get_or_insert(ReadError::TooManyRows(MOST_ROWS));
                    return;
                }
                "w:tr" => {
                    self.rows += 1;
                    rows.extend(self.row(child));
                }
                "w:sdt" | "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml" => self.rows(child, rows),
                _ => {}
            }
        }
    }

    /// A row; none where it was deleted.
    fn row(&mut self, element: &Element) -> Option<(bool, Vec<Placed>)> {
        let properties = element.child("w:trPr");
        let is_deleted = properties.is_some_and(|properties| properties.child("w:del").is_some());
        if is_deleted {
            return None;
        }
        let is_header = properties.and_then(|properties| switch(properties, "w:tblHeader")) == Some(true);
        let before = properties.and_then(|properties| value(properties, "w:gridBefore"));
        let mut column = before.and_then(|count| count.parse().ok()).unwrap_or(0).min(MOST_SPANNED);
        let mut cells = Vec::new();
        self.cells(element, false, &mut column, &mut cells);
        Some((is_header, cells))
    }

    fn cells(&mut self, parent: &Element, is_empty: bool, column: &mut usize, cells: &mut Vec<Placed>) {
        for child in parent.elements() {
            match child.name.as_str() {
                _ if *column >= MOST_COLUMNS => {
                    self.refused.get_or_insert(ReadError::TooManyColumns(MOST_COLUMNS));
                    return;
                }
                "w:tc" => self.cell(child, is_empty, column, cells),
                "w:sdt" => self.cells(child, is_empty || is_placeholder(child), column, cells),
                "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml" => {
                    self.cells(child, is_empty, column, cells);
                }
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &Element, is_empty: bool, column: &mut usize, cells: &mut Vec<Placed>) {
        let properties = element.child("w:tcPr");
        let span = properties.and_then(|properties| value(properties, "w:gridSpan"));
        let columns = span.and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, MOST_SPANNED);
        let blocks = if is_empty { Vec::new() } else { self.blocks(element) };
        let merge = |name: &str| {
            let merge = properties.and_then(|properties| properties.child(name));
            merge.map(|merge| merge.attribute("w:val") != Some("restart"))
        };
        // Merged to the left as old files do (17.4.22): one cell with that one.
        if let (Some(true), Some(left)) = (merge("w:hMerge"), cells.last_mut()) {
            left.cell.columns += columns;
        } else {
            let cell = Cell { column: *column, columns, rows: 1, blocks };
            cells.push(Placed { cell, continues: merge("w:vMerge") == Some(true) });
        }
        *column += columns;
    }
}

/// Counts how many rows each cell spans.
fn merged(rows: Vec<(bool, Vec<Placed>)>) -> Table {
    let mut table = Table::default();
    // By column, where the cell begins that the row above shows there.
    let mut above: HashMap<usize, (usize, usize)> = HashMap::new();
    for (is_header, cells) in rows {
        let mut row = Row { is_header, cells: Vec::with_capacity(cells.len()) };
        let mut here = HashMap::with_capacity(cells.len());
        for Placed { mut cell, continues } in cells {
            let begun = above.get(&cell.column).copied().filter(|_| continues);
            here.insert(cell.column, begun.unwrap_or((table.rows.len(), row.cells.len())));
            if let Some((row, index)) = begun {
                table.rows[row].cells[index].rows += 1;
                cell.rows = 0;
            }
            row.cells.push(cell);
        }
        table.rows.push(row);
        above = here;
    }
    table
}
