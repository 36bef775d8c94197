//! The columns of a table and the size of its text.

use super::cell::FormCell;

/// Columns in twips, and the size of the text in half points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::documents) struct Grid {
    pub columns: Vec<usize>,
    pub half_points: usize,
}

impl Grid {
    /// Twips of so many columns from this one on.
    pub fn width(&self, column: usize, span: usize) -> usize {
        self.columns[column..column + span].iter().sum()
    }

    /// The height of a cell that begins in this column, in points.
    pub(super) fn height(&self, column: usize, cell: &FormCell) -> f32 {
        cell.height(self.width(column, cell.span), self.half_points)
    }
}
