//! A table as people see it: rows of cells that are seen, each with the columns it spans.

use super::words::normal;
use crate::ooxml::read::{Block, Cell, Row, Table};
use std::collections::HashSet;
use std::ops::Range;

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Its cells, those that continue the one above too.
    pub cells: Vec<Seen<'a>>,
    /// How many columns it takes.
    pub columns: usize,
}

/// A cell of a row.
#[derive(Debug, Clone)]
pub(super) struct Seen<'a> {
    pub cell: &'a Cell,
    /// Its text, or that of the cell above which it continues.
    pub text: String,
    /// Whether it continues the cell above.
    pub continues: bool,
    /// Whether it was taken.
    pub used: bool,
}

impl Seen<'_> {
    /// The columns it spans.
    pub fn columns(&self) -> Range<usize> {
        self.cell.column..self.cell.column + self.cell.columns
    }

    /// Its text as labels are compared.
    pub fn label(&self) -> String {
        normal(&self.text)
    }
}

impl<'a> Line<'a> {
    /// The cells over some columns, from left to right.
    pub fn over(&self, columns: &Range<usize>) -> Range<usize> {
        // They stand in the order of their columns.
        let first = self.cells.partition_point(|seen| seen.columns().end <= columns.start);
        let end = self.cells.partition_point(|seen| seen.columns().start < columns.end);
        first..end.max(first)
    }

    /// Takes what stands over some columns: one text, or none. Where a merge was undone it may stand in any of them;
    /// what differs from the first is left.
    pub fn take(&mut self, columns: &Range<usize>) -> String {
        let cells = self.over(columns);
        let mut text = String::new();
        for at in cells {
            let seen = &mut self.cells[at];
            if text.is_empty() && !seen.continues {
                text = seen.text.clone();
                seen.used = true;
            } else if seen.text == text {
                seen.used = true;
            }
        }
        text
    }

    /// Marks everything as taken.
    pub fn use_all(&mut self) {
        self.cells.iter_mut().for_each(|seen| seen.used = true);
    }

    /// What is not blank, each text once.
    pub fn texts(&self) -> Vec<String> {
        let texts = self.cells.iter().filter(|seen| !seen.continues).map(|seen| &seen.text);
        let mut seen = HashSet::new();
        texts.filter(|text| !text.trim().is_empty() && seen.insert(*text)).cloned().collect()
    }
}

/// The rows of a table.
pub(super) fn lines(table: &Table) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    for row in &table.rows {
        let line = line(row, lines.last());
        lines.push(line);
    }
    lines
}

fn line<'a>(row: &'a Row, above: Option<&Line<'a>>) -> Line<'a> {
    let seen = |cell: &'a Cell| {
        let continues = cell.rows == 0;
        let from = above.filter(|_| continues).and_then(|line| {
            let at = line.cells.binary_search_by_key(&cell.column, |seen| seen.cell.column).ok()?;
            Some(line.cells[at].text.clone())
        });
        Seen { cell, text: from.unwrap_or_else(|| cell.text()), continues, used: continues }
    };
    let cells: Vec<Seen> = row.cells.iter().map(seen).collect();
    let columns = cells.last().map_or(0, |seen| seen.columns().end);
    Line { cells, columns }
}

/// The tables inside the cells of a table.
pub(super) fn inner_tables(table: &Table) -> impl Iterator<Item = &Table> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.flat_map(|cell| &cell.blocks).filter_map(|block| match block {
        Block::Table(inner) => Some(inner),
        _ => None,
    })
}
