//! The form's tables: a grid of columns, cells that span and merge, header rows that repeat.

use super::layout::{LINE_HEIGHT, line_count};
use super::style::{id, page, size};
use super::text::{line, styled};
use crate::ooxml::{Alignment, Cell, Merge, Paragraph, Row, Table, VerticalAlignment};

/// Blank at the left and right of a cell, in twips.
const SIDE_MARGIN: usize = 85;
/// Blank above and below a cell's text, in twips.
const EDGE_MARGIN: usize = 45;
/// Text size in table cells, in points.
pub(super) const CELL_SIZE: f32 = size::FIVE as f32 / 2.0;

/// A cell of a form's table.
pub(super) struct FormCell {
    paragraphs: Vec<Paragraph>,
    /// The text, for measuring.
    text: String,
    span: usize,
    merge: Option<Merge>,
    align: VerticalAlignment,
}

impl FormCell {
    /// A cell of these paragraphs, whose text is `text`.
    pub fn of(paragraphs: Vec<Paragraph>, text: &str) -> FormCell {
        FormCell { paragraphs, text: text.to_owned(), span: 1, merge: None, align: VerticalAlignment::Center }
    }

    /// A label or a number: centred.
    pub fn centred(text: &str) -> FormCell {
        FormCell::of(lines(text, Alignment::Center), text)
    }

    /// A text: at the left.
    pub fn left(text: &str) -> FormCell {
        FormCell::of(lines(text, Alignment::Left), text)
    }

    /// Continues the cell above.
    pub fn continued() -> FormCell {
        FormCell::centred("").merged(Merge::Continue)
    }

    /// Over several columns.
    pub fn over(mut self, columns: usize) -> FormCell {
        self.span = columns;
        self
    }

    /// The first of cells merged downwards, or one that continues the cell above.
    pub fn merged(mut self, merge: Merge) -> FormCell {
        self.merge = Some(merge);
        self
    }

    /// Text at the top.
    pub fn at_top(mut self) -> FormCell {
        self.align = VerticalAlignment::Top;
        self
    }

    fn height(&self, width: usize) -> f32 {
        let column = points(width.saturating_sub(2 * SIDE_MARGIN));
        line_count(&self.text, CELL_SIZE, column, 0.0) as f32 * CELL_SIZE * LINE_HEIGHT
    }

    fn built(self, width: usize, keeps_next: bool) -> Cell {
        let mut built = Cell::new(width).align(self.align);
        if self.span > 1 {
            built = built.span(self.span);
        }
        if let Some(merge) = self.merge {
            built = built.merge(merge);
        }
        let kept = |paragraph: Paragraph| if keeps_next { paragraph.keep_next() } else { paragraph };
        self.paragraphs.into_iter().map(kept).fold(built, Cell::block)
    }
}

/// One paragraph a line, in the table's style.
fn lines(text: &str, alignment: Alignment) -> Vec<Paragraph> {
    text.split('\n').map(|text| line(id::CELL, text).align(alignment)).collect()
}

fn points(twips: usize) -> f32 {
    twips as f32 / 20.0
}

/// A row of a form's table.
pub(super) struct FormRow {
    cells: Vec<FormCell>,
    repeats: bool,
    /// Twips.
    least_height: usize,
}

impl FormRow {
    /// A row of the body.
    pub fn of(cells: Vec<FormCell>) -> FormRow {
        FormRow { cells, repeats: false, least_height: 454 }
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

    /// The row's height in points, on these columns.
    pub fn height(&self, columns: &[usize]) -> f32 {
        let mut column = 0;
        let mut height = points(self.least_height);
        for cell in &self.cells {
            let width = columns[column..column + cell.span].iter().sum();
            height = height.max(cell.height(width) + points(2 * EDGE_MARGIN));
            column += cell.span;
        }
        height
    }

    fn built(self, columns: &[usize]) -> Row {
        let fits_a_page = self.height(columns) < points(page::TEXT_HEIGHT);
        let mut column = 0;
        let mut cells = Vec::with_capacity(self.cells.len());
        for cell in self.cells {
            let width = columns[column..column + cell.span].iter().sum();
            column += cell.span;
            cells.push(cell.built(width, self.repeats));
        }
        let row = Row::new(cells).least_height(self.least_height);
        let row = if self.repeats { row.header() } else { row };
        if fits_a_page { row.cant_split() } else { row }
    }
}

/// A table whose columns are so many twips wide; together they fill the width of the text.
pub(super) fn form_table(columns: &[usize], rows: Vec<FormRow>) -> Table {
    debug_assert_eq!(columns.iter().sum::<usize>(), page::TEXT_WIDTH, "the columns fill the text's width");
    ruled(Table::new(columns, rows.into_iter().map(|row| row.built(columns)).collect()))
}

/// Rules and cell margins of all tables.
pub(super) fn ruled(table: Table) -> Table {
    table.ruled(4).cell_margins(EDGE_MARGIN, SIDE_MARGIN)
}

/// An empty paragraph in a cell's style.
pub(super) fn cell_paragraph() -> Paragraph {
    styled(id::CELL)
}
