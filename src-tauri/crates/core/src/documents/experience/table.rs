//! Tables of the text: caption above, columns sized for what they hold.

use super::columns::share_out;
use super::grid::{Slot, grid, is_header};
use super::writer::Writer;
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count, text_width};
use crate::documents::style::{id, page};
use crate::documents::table::{CELL_SIZE, ruled};
use crate::documents::text::styled;
use crate::form::rich_text::{self, CaptionedKind, Cell, CellKind, Flow};
use crate::ooxml::{self, Alignment, Merge, Paragraph, Row, Table, VerticalAlignment};

/// Blank left and right of a cell's text, in points.
const SIDES: f32 = 8.5;
/// Blank above and below a cell's text, in points.
const EDGES: f32 = 4.5;
/// No column is narrower than this many points, as long as all fit.
const NARROWEST: f32 = 24.0;
/// Texts up to this many ems are centred, longer ones begin at the left.
const CENTRED: f32 = 12.0;

impl<'a> Writer<'a> {
    /// A table with its caption above.
    pub fn table(&mut self, table: &'a rich_text::Table) {
        self.caption(CaptionedKind::Table, &table.caption);
        let grid = grid(table);
        let columns = grid.first().map_or(0, Vec::len);
        if columns == 0 {
            return;
        }
        let widths = self.widths(&grid, columns);
        let heads = grid.iter().take_while(|row| is_header(row)).count();
        let heads = if heads == grid.len() { 0 } else { heads };
        let mut rows = Vec::with_capacity(grid.len());
        for (index, row) in grid.iter().enumerate() {
            rows.push(self.row(row, &widths, index < heads));
        }
        let twips: Vec<usize> = widths.iter().map(|width| (width * 20.0) as usize).collect();
        let (rows, heights): (Vec<Row>, Vec<f32>) = rows.into_iter().unzip();
        for (index, height) in heights.iter().enumerate() {
            self.pieces.push(Piece::Whole { height: *height, keep_next: index < heads });
        }
        // The table is one block; the blank line below it is the last piece's.
        let alt = if table.caption.is_blank() { "表格".to_owned() } else { table.caption.to_string() };
        self.blocks.push(ruled(Table::new(&twips, rows)).alt(alt).into());
        self.add(
            styled(id::PICTURE).mark_size(12),
            Piece::Whole { height: 6.0 * LINE_HEIGHT, keep_next: false },
        );
    }

    fn row(&mut self, slots: &[Slot<'a>], widths: &[f32], repeats: bool) -> (Row, f32) {
        let mut cells = Vec::new();
        let mut height = CELL_SIZE * LINE_HEIGHT + EDGES;
        for (column, slot) in slots.iter().enumerate() {
            let (content, columns, merge) = match *slot {
                Slot::Covered => continue,
                Slot::Begin { cell, columns, goes_on } => {
                    (Some(cell), columns, goes_on.then_some(Merge::Restart))
                }
                Slot::Below { columns } => (None, columns, Some(Merge::Continue)),
                Slot::Empty => (None, 1, None),
            };
            let width: f32 = widths[column..column + columns].iter().sum();
            let paragraphs = self.cell(content, width, &mut height);
            cells.push(built(paragraphs, width, columns, merge, repeats));
        }
        let row = Row::new(cells);
        let row = if repeats { row.header() } else { row };
        let row = if height < page::TEXT_HEIGHT as f32 / 20.0 { row.cant_split() } else { row };
        (row, height)
    }

    /// The paragraphs of a cell; raises `height` to what they need.
    fn cell(&mut self, cell: Option<&Cell>, width: f32, height: &mut f32) -> Vec<Paragraph> {
        let Some(cell) = cell else { return vec![styled(id::CELL)] };
        let mut paragraphs = Vec::new();
        let mut lines = 0;
        for flow in &cell.content {
            for (paragraph, text) in self.cell_paragraphs(flow, cell.kind, width) {
                lines += line_count(&text, CELL_SIZE, width - SIDES, 0.0);
                paragraphs.push(paragraph);
            }
        }
        if paragraphs.is_empty() {
            paragraphs.push(styled(id::CELL));
        }
        if cell.rowspan == 1 {
            *height = height.max(lines as f32 * CELL_SIZE * LINE_HEIGHT + EDGES);
        }
        paragraphs
    }

    fn cell_paragraphs(&mut self, flow: &Flow, kind: CellKind, width: f32) -> Vec<(Paragraph, String)> {
        match flow {
            Flow::List(list) => self
                .list_paragraphs(list, 0, id::CELL)
                .into_iter()
                .map(|(paragraph, text, _)| (paragraph, text))
                .collect(),
            Flow::Paragraph(content) => {
                let (runs, text) = self.line(content);
                let wide = text_width(&text, CELL_SIZE);
                let short =
                    kind == CellKind::Header || (wide <= CENTRED * CELL_SIZE && wide <= width - SIDES);
                let alignment = if short { Alignment::Center } else { Alignment::Left };
                let runs =
                    runs.into_iter().map(|run| if kind == CellKind::Header { run.bold() } else { run });
                vec![(styled(id::CELL).align(alignment).runs(runs), text)]
            }
        }
    }

    /// Widths in points: what a column holds on one line where that fits, the rest shared out.
    fn widths(&self, grid: &[Vec<Slot>], columns: usize) -> Vec<f32> {
        let mut wanted = vec![NARROWEST; columns];
        for row in grid {
            for (column, slot) in row.iter().enumerate() {
                if let Slot::Begin { cell, columns: 1, .. } = slot {
                    wanted[column] = wanted[column].max(self.natural_width(&cell.content) + SIDES + 1.0);
                }
            }
        }
        share_out(&wanted, page::TEXT_WIDTH as f32 / 20.0)
    }

    fn natural_width(&self, content: &[Flow]) -> f32 {
        let wide = |flow: &Flow| match flow {
            Flow::Paragraph(content) => {
                let (_, text) = self.line(content);
                text.split('\n').map(|line| text_width(line, CELL_SIZE)).fold(0.0, f32::max)
            }
            Flow::List(_) => 20.0 * CELL_SIZE,
        };
        content.iter().map(wide).fold(0.0, f32::max)
    }
}

fn built(
    paragraphs: Vec<Paragraph>,
    width: f32,
    columns: usize,
    merge: Option<Merge>,
    repeats: bool,
) -> ooxml::Cell {
    let mut cell = ooxml::Cell::new((width * 20.0) as usize).align(VerticalAlignment::Center);
    if columns > 1 {
        cell = cell.span(columns);
    }
    if let Some(merge) = merge {
        cell = cell.merge(merge);
    }
    let kept = |paragraph: Paragraph| if repeats { paragraph.keep_next() } else { paragraph };
    paragraphs.into_iter().map(kept).fold(cell, ooxml::Cell::block)
}
