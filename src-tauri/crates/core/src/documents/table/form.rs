//! A table with what stands above and below it.

use super::fit::fitted;
use super::pages::{Room, count, keep_last, shrink};
use super::row::{FormRow, heights};
use super::{CELL_SIZE, EDGE_MARGIN, SIDE_MARGIN};
use crate::documents::layout::{LINE_HEIGHT, line_count};
use crate::documents::sheet::{Sheet, points};
use crate::documents::style::id;
use crate::documents::text::line;
use crate::ooxml::{Block, Row, Table};

/// A table of the form with what stands above and below it.
pub(in crate::documents) struct FormTable<'a> {
    /// What it is, for readers who cannot see it.
    pub alt: &'a str,
    /// How wide its columns should be, in twips; together as wide as the text.
    pub columns: &'a [usize],
    /// Columns, each time from one to before another, that need what the neediest of them needs.
    pub even: &'a [(usize, usize)],
    /// From the top.
    pub rows: Vec<FormRow>,
    /// Lines below it.
    pub notes: Vec<String>,
    /// The height of what stands above it on its page, in points.
    pub above: f32,
}

/// The blank above a note, in points, as its style has it.
const NOTE_BLANK: f32 = 3.0;

impl FormTable<'_> {
    /// The table and the notes, on pages of this kind.
    pub fn built(mut self, sheet: Sheet) -> Vec<Block> {
        // A notice may have none where another year's has one.
        self.notes.retain(|note| !note.trim().is_empty());
        debug_assert_eq!(
            self.columns.iter().sum::<usize>(),
            sheet.width(),
            "the columns fill the text's width"
        );
        let grid = fitted(self.columns, self.even, &self.rows);
        let room = Room { page: points(sheet.height()), above: self.above, below: self.below(sheet) };
        shrink(&mut self.rows, &grid, room);
        let heights = heights(&self.rows, &grid);
        if !self.notes.is_empty() {
            keep_last(&mut self.rows, &heights, room);
        }
        let half = room.page / 2.0;
        let rows = self.rows.into_iter().zip(heights).map(|(row, height)| row.built(&grid, height, half));
        let rows: Vec<Row> = rows.collect();
        let mut blocks = vec![ruled(Table::new(&grid.columns, rows)).alt(self.alt).into()];
        let last = self.notes.len().saturating_sub(1);
        let are_kept = room.below < half / 2.0;
        blocks.extend(self.notes.iter().enumerate().map(|(at, text)| {
            let note = line(id::NOTE, text).keep_lines();
            Block::from(if are_kept && at < last { note.keep_next() } else { note })
        }));
        blocks
    }

    /// How many pages it takes, those of what stands above it too.
    pub fn pages(mut self, sheet: Sheet) -> usize {
        self.notes.retain(|note| !note.trim().is_empty());
        let grid = fitted(self.columns, self.even, &self.rows);
        let room = Room { page: points(sheet.height()), above: self.above, below: self.below(sheet) };
        shrink(&mut self.rows, &grid, room);
        count(&self.rows, &heights(&self.rows, &grid), room)
    }

    /// The height of the notes.
    fn below(&self, sheet: Sheet) -> f32 {
        let lines = |text: &String| line_count(text, CELL_SIZE, points(sheet.width()), 0.0) as f32;
        self.notes.iter().map(|text| lines(text) * CELL_SIZE * LINE_HEIGHT + NOTE_BLANK).sum()
    }
}

/// Rules and cell margins of all tables.
pub(in crate::documents) fn ruled(table: Table) -> Table {
    table.ruled(4).cell_margins(EDGE_MARGIN, SIDE_MARGIN)
}
