//! The rows of the form's tables.

use super::cell::FormCell;
use super::grid::Grid;
use crate::documents::sheet::points;
use crate::ooxml::{Merge, Row};

/// A row of a form's table.
pub(in crate::documents) struct FormRow {
    pub(super) cells: Vec<FormCell>,
    pub(super) repeats: bool,
    /// On the same page as the next row, or what stands below the table.
    pub(super) is_kept: bool,
    /// Twips.
    pub(super) least_height: usize,
}

impl FormRow {
    /// A row of the body.
    pub fn of(cells: Vec<FormCell>) -> FormRow {
        FormRow { cells, repeats: false, is_kept: false, least_height: 454 }
    }

    /// A header row, repeated on every page.
    pub fn header(cells: Vec<FormCell>) -> FormRow {
        FormRow { repeats: true, ..FormRow::of(cells) }
    }

    /// At least so many twips high.
    pub fn at_least(mut self, twips: usize) -> FormRow {
        self.least_height = twips;
        self
    }

    /// On the same page as the next.
    pub fn kept(mut self) -> FormRow {
        self.is_kept = true;
        self
    }

    /// Its cells, each with the column it begins in.
    pub(super) fn placed(&self) -> impl Iterator<Item = (usize, &FormCell)> {
        self.cells.iter().scan(0, |next, cell| {
            let column = *next;
            *next += cell.span;
            Some((column, cell))
        })
    }

    /// `cant_split_below`: a row of so many points or more may go on on the next page.
    pub(super) fn built(self, grid: &Grid, height: f32, cant_split_below: f32) -> Row {
        let is_kept = self.repeats || self.is_kept;
        let mut column = 0;
        let mut cells = Vec::with_capacity(self.cells.len());
        for cell in self.cells {
            let width = grid.width(column, cell.span);
            column += cell.span;
            cells.push(cell.built(width, grid.half_points, is_kept));
        }
        let row = Row::new(cells).least_height(self.least_height);
        let row = if self.repeats { row.header() } else { row };
        if height < cant_split_below { row.cant_split() } else { row }
    }
}

/// The heights of the rows in points. A cell merged downwards stretches the last of its rows only.
pub(in crate::documents) fn heights(rows: &[FormRow], grid: &Grid) -> Vec<f32> {
    let mut heights: Vec<f32> = rows.iter().map(|row| points(row.least_height)).collect();
    for (height, row) in heights.iter_mut().zip(rows) {
        let own = row.placed().filter(|(_, cell)| cell.merge.is_none());
        *height = own.fold(*height, |height, (column, cell)| height.max(grid.height(column, cell)));
    }
    for (first, row) in rows.iter().enumerate() {
        for (column, cell) in row.placed().filter(|(_, cell)| cell.merge == Some(Merge::Restart)) {
            let last = first + rows[first + 1..].iter().take_while(|row| continues(row, column)).count();
            let has: f32 = heights[first..=last].iter().sum();
            heights[last] += (grid.height(column, cell) - has).max(0.0);
        }
    }
    heights
}

fn continues(row: &FormRow, column: usize) -> bool {
    row.placed().any(|(at, cell)| at == column && cell.merge == Some(Merge::Continue))
}
