//! Tables (17.4.37) of columns with a fixed width, between the margins.

use super::paragraph::Paragraph;
use crate::ooxml::extras::{Extra, Extras};
use docx_rs::{
    BorderType, HeightRule, TableAlignmentType, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellBorder, TableCellBorderPosition, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    VMergeType, WidthType,
};

/// A table, centred.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<usize>,
    rows: Vec<Row>,
    rule: Option<usize>,
    margins: Option<TableCellMargins>,
    alt: Option<String>,
}

impl Table {
    /// A table without rules, its columns so many twips wide.
    pub fn new(columns: &[usize], rows: Vec<Row>) -> Self {
        Table { columns: columns.to_vec(), rows, rule: None, margins: None, alt: None }
    }

    /// With rules around and between all cells, in eighths of a point (17.4.38).
    pub fn ruled(mut self, eighths: usize) -> Self {
        self.rule = Some(eighths);
        self
    }

    /// With blanks inside each cell (17.4.42), in twips: above and below its content, and at its sides.
    pub fn cell_margins(mut self, edges: usize, sides: usize) -> Self {
        self.margins = Some(TableCellMargins::new().margin(edges, sides, edges, sides));
        self
    }

    /// What it is, for readers who cannot see it (17.4.47).
    pub fn alt(mut self, alt: impl Into<String>) -> Self {
        self.alt = Some(alt.into());
        self
    }

    pub(super) fn build(mut self, extras: &mut Extras) -> docx_rs::Table {
        let width = self.columns.iter().sum();
        let first = self.rows.first_mut().and_then(|row| row.cells.first_mut());
        if let (Some(cell), Some(alt)) = (first, self.alt) {
            cell.cell =
                std::mem::take(&mut cell.cell).add_structured_data_tag(extras.add(Extra::TableAlt(alt)));
        }
        let rows = self.rows.into_iter().map(|row| row.build(extras)).collect();
        let mut table = docx_rs::Table::without_borders(rows)
            .set_grid(self.columns)
            .width(width, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .align(TableAlignmentType::Center);
        if let Some(margins) = self.margins {
            table = table.margins(margins);
        }
        match self.rule {
            Some(eighths) => table.set_borders(rules(eighths)),
            None => table,
        }
    }
}

fn rules(eighths: usize) -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let rule = |position| TableBorder::new(position).size(eighths);
    let all = [Top, Bottom, Left, Right, InsideH, InsideV].into_iter().map(rule);
    all.fold(TableBorders::with_empty(), TableBorders::set)
}

/// A row (17.4.78).
#[derive(Debug, Clone)]
pub struct Row {
    cells: Vec<Cell>,
    row: TableRow,
    is_header: bool,
}

impl Row {
    /// A row as high as its cells need.
    pub fn new(cells: Vec<Cell>) -> Self {
        Row { cells, row: TableRow::new(Vec::new()), is_header: false }
    }

    /// About so many twips high; higher where its cells need more.
    pub fn height(self, twips: usize) -> Self {
        self.with(|row| row.row_height(twips as f32))
    }

    /// At least so many twips high.
    pub fn least_height(self, twips: usize) -> Self {
        self.with(|row| row.row_height(twips as f32).height_rule(HeightRule::AtLeast))
    }

    /// Not parted by the end of a page (17.4.6).
    pub fn cant_split(self) -> Self {
        self.with(TableRow::cant_split)
    }

    /// Repeated at the top of each page (17.4.49). Word heeds it from the first row on only.
    pub fn header(mut self) -> Self {
        self.is_header = true;
        self
    }

    fn with(mut self, change: impl FnOnce(TableRow) -> TableRow) -> Self {
        self.row = change(self.row);
        self
    }

    fn build(self, extras: &mut Extras) -> TableRow {
        let mut cells: Vec<TableCell> = self.cells.into_iter().map(|cell| cell.build(extras)).collect();
        if let Some(first) = cells.first_mut().filter(|_| self.is_header) {
            *first = std::mem::take(first).add_structured_data_tag(extras.add(Extra::HeaderRow));
        }
        TableRow { property: self.row.property, ..TableRow::new(cells) }
    }
}

/// What stands one below the other, in the document or in a cell (17.2.2).
#[derive(Debug, Clone)]
pub enum Block {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Table>),
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Block {
        Block::Paragraph(Box::new(paragraph))
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Block {
        Block::Table(Box::new(table))
    }
}

/// A cell (17.4.65).
#[derive(Debug, Clone)]
pub struct Cell {
    cell: TableCell,
    content: Vec<Block>,
}

/// Where the content of a cell stands (17.4.83).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerticalAlignment {
    /// At the top.
    Top,
    /// In the middle.
    Center,
    /// At the bottom.
    Bottom,
}

/// The parts of a cell that reaches over several rows (17.4.84).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    /// The first row's.
    Restart,
    /// The part of the cell above.
    Continue,
}

impl Cell {
    /// An empty cell so many twips wide.
    pub fn new(width: usize) -> Self {
        Cell { cell: TableCell::new().width(width, WidthType::Dxa), content: Vec::new() }
    }

    /// Over so many columns (17.4.17).
    pub fn span(self, columns: usize) -> Self {
        self.with(|cell| cell.grid_span(columns))
    }

    /// Part of a cell over several rows.
    pub fn merge(self, merge: Merge) -> Self {
        let merge = match merge {
            Merge::Restart => VMergeType::Restart,
            Merge::Continue => VMergeType::Continue,
        };
        self.with(|cell| cell.vertical_merge(merge))
    }

    /// Its content in this place.
    pub fn align(self, alignment: VerticalAlignment) -> Self {
        let alignment = match alignment {
            VerticalAlignment::Top => VAlignType::Top,
            VerticalAlignment::Center => VAlignType::Center,
            VerticalAlignment::Bottom => VAlignType::Bottom,
        };
        self.with(|cell| cell.vertical_align(alignment))
    }

    /// With so many twips of blank at both its sides (17.4.68).
    pub fn side_margins(self, twips: usize) -> Self {
        self.with(|mut cell| {
            let sides = cell.property.margin_left(twips, WidthType::Dxa).margin_right(twips, WidthType::Dxa);
            cell.property = sides;
            cell
        })
    }

    /// With a rule at its foot and none elsewhere, in eighths of a point.
    pub fn underlined(self, eighths: usize) -> Self {
        let rule = TableCellBorder::new(TableCellBorderPosition::Bottom);
        let rule = rule.border_type(BorderType::Single).size(eighths);
        self.with(|cell| cell.clear_all_border().set_border(rule))
    }

    /// Adds a paragraph or a table.
    pub fn block(mut self, block: impl Into<Block>) -> Self {
        self.content.push(block.into());
        self
    }

    fn with(mut self, change: impl FnOnce(TableCell) -> TableCell) -> Self {
        self.cell = change(self.cell);
        self
    }

    fn build(self, extras: &mut Extras) -> TableCell {
        self.content.into_iter().fold(self.cell, |cell, block| match block {
            Block::Paragraph(paragraph) => cell.add_paragraph(paragraph.build(extras)),
            Block::Table(table) => cell.add_table(table.build(extras)),
        })
    }
}
