//! Sheets of cells with the texts that a person sees in them.

use super::limits::{self, Room};
use std::collections::BTreeMap;

/// A sheet that is seen.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::xlsx) struct Sheet {
    pub name: String,
    /// Its rows by their numbers, from 0, each with its cells by their columns.
    pub rows: BTreeMap<u32, Line>,
}

/// The cells of a row that hold something.
pub(in crate::xlsx) type Line = BTreeMap<u32, Cell>;

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::xlsx) struct Cell {
    /// What a person sees, a number without separators.
    pub text: String,
    pub kind: Kind,
    /// Whether it only continues a cell that it was merged with.
    pub continues: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::xlsx) enum Kind {
    Text,
    Number,
    /// A number shown as a percentage; the text ends in `%`.
    Percent,
    /// A number that may be shown as a percentage: the file does not tell how.
    Unformatted,
    /// A number that its format shows divided, such as by 10,000.
    Scaled,
    Date,
    /// A formula without a result, or an error of the sheet.
    Broken,
}

/// What was read of a workbook.
#[derive(Debug, Default)]
pub(in crate::xlsx) struct Book {
    pub sheets: Vec<Sheet>,
    /// The names of sheets that are hidden, which are passed over.
    pub hidden: Vec<String>,
}

impl Cell {
    pub(super) fn new(text: impl Into<String>, kind: Kind) -> Cell {
        Cell { text: text.into(), kind, continues: false }
    }
}

impl Sheet {
    pub(super) fn put(
        &mut self,
        (row, column): (u32, u32),
        cell: Cell,
        room: &mut Room,
    ) -> Result<(), String> {
        if row >= limits::ROWS || column >= limits::COLUMNS {
            return Err(limits::too_large(&self.name));
        }
        room.take(&cell.text)?;
        self.rows.entry(row).or_default().insert(column, cell);
        Ok(())
    }

    /// Shows the text of a merged cell in all that it covers.
    pub(super) fn spread(
        &mut self,
        (top, left): (u32, u32),
        (bottom, right): (u32, u32),
        room: &mut Room,
    ) -> Result<(), String> {
        let Some(cell) = self.rows.get(&top).and_then(|line| line.get(&left)).cloned() else { return Ok(()) };
        let covered = Cell { continues: true, ..cell };
        for (row, line) in self.rows.range_mut(top..=bottom.max(top)) {
            for column in left..=right.clamp(left, limits::COLUMNS) {
                if (*row, column) != (top, left) {
                    room.take(&covered.text)?;
                    line.insert(column, covered.clone());
                }
            }
        }
        Ok(())
    }
}
