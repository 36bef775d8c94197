//! The form's tables: a grid of columns, cells that span and merge, header rows that repeat, notes below.

mod cell;
mod fit;
mod form;
mod grid;
mod labels;
mod pages;
mod remarks;
mod row;
#[cfg(test)]
mod tests;

pub(super) use cell::{FormCell, cell_paragraph};
pub(super) use fit::{SMALLEST, fitted, shared_out};
pub(super) use form::{FormTable, ruled};
pub(super) use labels::label_first;
pub(super) use remarks::Remarks;
pub(super) use row::{FormRow, heights};

use super::style::size;

/// Text size in table cells, in points.
pub(super) const CELL_SIZE: f32 = size::FIVE as f32 / 2.0;
/// Blank at the left and right of a cell, in twips.
pub(super) const SIDE_MARGIN: usize = 85;
/// The same of a cell that holds a number: its column has no room to lose.
pub(super) const NUMBER_MARGIN: usize = 28;
/// Blank above and below a cell's text, in twips.
const EDGE_MARGIN: usize = 45;
