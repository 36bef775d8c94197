//! The cells of a table on a rectangular grid.

use crate::form::rich_text::{Cell, CellKind, MAX_COLUMNS, Table};

/// A place of the grid.
#[derive(Clone, Copy)]
pub(super) enum Slot<'a> {
    /// Where a cell begins, over so many columns.
    Begin { cell: &'a Cell, columns: usize, goes_on: bool },
    /// Below a cell that goes on downwards.
    Below { columns: usize },
    /// To the right of a cell's first place.
    Covered,
    /// Nothing reaches here.
    Empty,
}

/// The cells on a rectangular grid. Spans are cut off where the table ends or another cell stands.
pub(super) fn grid(table: &Table) -> Vec<Vec<Slot<'_>>> {
    let mut grid: Vec<Vec<Slot>> = vec![Vec::new(); table.rows.len()];
    for (top, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while !is_free(&grid[top], column) {
                column += 1;
            }
            if column >= MAX_COLUMNS {
                break;
            }
            column += put(&mut grid[top..], column, cell);
        }
    }
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    grid.iter_mut().for_each(|row| row.resize(width, Slot::Empty));
    grid
}

fn is_free(row: &[Slot], column: usize) -> bool {
    matches!(row.get(column), None | Some(Slot::Empty))
}

/// Puts a cell that begins in the first of these rows. Gives the number of its columns.
fn put<'a>(rows: &mut [Vec<Slot<'a>>], column: usize, cell: &'a Cell) -> usize {
    let room = (column..MAX_COLUMNS).take_while(|&at| is_free(&rows[0], at)).count();
    let (columns, height) = (cell.colspan.min(room), cell.rowspan.min(rows.len()));
    for (offset, row) in rows[..height].iter_mut().enumerate() {
        let first = match offset {
            0 => Slot::Begin { cell, columns, goes_on: height > 1 },
            _ => Slot::Below { columns },
        };
        place(row, column, columns, first);
    }
    columns
}

fn place<'a>(row: &mut Vec<Slot<'a>>, column: usize, columns: usize, first: Slot<'a>) {
    if row.len() < column + columns {
        row.resize(column + columns, Slot::Empty);
    }
    row[column] = first;
    row[column + 1..column + columns].fill(Slot::Covered);
}

/// Whether only header cells stand in the row.
pub(super) fn is_header(row: &[Slot]) -> bool {
    row.iter().all(|slot| match slot {
        Slot::Begin { cell, .. } => cell.kind == CellKind::Header,
        Slot::Below { .. } | Slot::Covered => true,
        Slot::Empty => false,
    })
}
