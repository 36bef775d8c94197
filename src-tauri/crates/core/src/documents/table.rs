//! The form's tables: a grid of columns, cells that span and merge, header rows that repeat.

use super::compose::{line, styled};
use super::layout::{LINE_HEIGHT, line_count};
use super::style::{id, page, size};
use crate::ooxml::Extras;
use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Table, TableAlignmentType, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

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
    merge: Option<VMergeType>,
    align: VAlignType,
}

impl FormCell {
    /// A cell of these paragraphs, whose text is `text`.
    pub fn of(paragraphs: Vec<Paragraph>, text: &str) -> FormCell {
        FormCell { paragraphs, text: text.to_owned(), span: 1, merge: None, align: VAlignType::Center }
    }

    /// A label or a number: centred.
    pub fn centred(text: &str) -> FormCell {
        FormCell::of(lines(text, AlignmentType::Center), text)
    }

    /// A text: at the left.
    pub fn left(text: &str) -> FormCell {
        FormCell::of(lines(text, AlignmentType::Left), text)
    }

    /// Continues the cell above.
    pub fn continued() -> FormCell {
        FormCell::centred("").merged(VMergeType::Continue)
    }

    /// Over several columns.
    pub fn over(mut self, columns: usize) -> FormCell {
        self.span = columns;
        self
    }

    /// The first of cells merged downwards, or one that continues the cell above.
    pub fn merged(mut self, merge: VMergeType) -> FormCell {
        self.merge = Some(merge);
        self
    }

    /// Text at the top.
    pub fn at_top(mut self) -> FormCell {
        self.align = VAlignType::Top;
        self
    }

    fn height(&self, width: usize) -> f32 {
        let column = points(width.saturating_sub(2 * SIDE_MARGIN));
        line_count(&self.text, CELL_SIZE, column, 0.0) as f32 * CELL_SIZE * LINE_HEIGHT
    }
}

/// One paragraph a line, in the table's style.
fn lines(text: &str, alignment: AlignmentType) -> Vec<Paragraph> {
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
}

/// A table whose columns are so many twips wide; together they fill the width of the text.
pub(super) fn form_table(columns: &[usize], rows: Vec<FormRow>, extras: &mut Extras) -> Table {
    debug_assert_eq!(columns.iter().sum::<usize>(), page::TEXT_WIDTH, "the columns fill the text's width");
    let rows = rows.into_iter().map(|row| built_row(columns, row, extras)).collect();
    ruled(Table::new(rows), columns)
}

/// Borders, fixed layout and cell margins of all tables.
pub(super) fn ruled(table: Table, columns: &[usize]) -> Table {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let rule = |position| TableBorder::new(position).size(4);
    let borders = [Top, Bottom, Left, Right, InsideH, InsideV].into_iter().map(rule);
    table
        .set_grid(columns.to_vec())
        .width(columns.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
        .margins(TableCellMargins::new().margin(EDGE_MARGIN, SIDE_MARGIN, EDGE_MARGIN, SIDE_MARGIN))
        .set_borders(borders.fold(TableBorders::with_empty(), TableBorders::set))
}

fn built_row(columns: &[usize], row: FormRow, extras: &mut Extras) -> TableRow {
    let fits_a_page = row.height(columns) < points(page::TEXT_HEIGHT);
    let (repeats, least_height) = (row.repeats, row.least_height);
    let mut column = 0;
    let mut cells = Vec::with_capacity(row.cells.len());
    for (index, cell) in row.cells.into_iter().enumerate() {
        let width = columns[column..column + cell.span].iter().sum();
        column += cell.span;
        let mark = (repeats && index == 0).then(|| extras.header_row());
        cells.push(built_cell(cell, width, repeats, mark));
    }
    let row = TableRow::new(cells).row_height(least_height as f32).height_rule(HeightRule::AtLeast);
    if fits_a_page { row.cant_split() } else { row }
}

fn built_cell(
    cell: FormCell,
    width: usize,
    keeps_next: bool,
    mark: Option<docx_rs::StructuredDataTag>,
) -> TableCell {
    let mut built = TableCell::new().width(width, WidthType::Dxa).vertical_align(cell.align);
    if cell.span > 1 {
        built = built.grid_span(cell.span);
    }
    if let Some(merge) = cell.merge {
        built = built.vertical_merge(merge);
    }
    let mut mark = mark;
    for mut paragraph in cell.paragraphs {
        if let Some(mark) = mark.take() {
            paragraph = paragraph.add_structured_data_tag(mark);
        }
        if keeps_next {
            paragraph = paragraph.keep_next(true);
        }
        built = built.add_paragraph(paragraph);
    }
    built
}

/// An empty paragraph in a cell's style.
pub(super) fn cell_paragraph() -> Paragraph {
    styled(id::CELL)
}
