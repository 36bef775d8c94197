//! Tables of the text: caption above, columns sized for what they hold.

use super::grid::{Slot, grid, is_header};
use super::list::Place;
use super::look::Look;
use super::writer::{PAGE, Writer};
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count, text_width};
use crate::documents::style::id;
use crate::documents::table::ruled;
use crate::documents::text::styled;
use crate::form::rich_text::{self, CaptionedKind, Cell, CellKind, Flow};
use crate::ooxml::{self, Alignment, Merge, Paragraph, Row, Table, VerticalAlignment};
use std::ops::Range;

/// Blank above and below a cell's text, in points.
const EDGES: f32 = 4.5;
/// Texts up to this many ems are centred, longer ones begin at the left.
const CENTRED: f32 = 12.0;

/// A cell before it is known on which page it stands.
struct Written {
    paragraphs: Vec<Paragraph>,
    columns: Range<usize>,
    merge: Option<Merge>,
}

impl<'a> Writer<'a> {
    /// A table with its caption above.
    pub fn table(&mut self, table: &'a rich_text::Table) {
        self.caption(CaptionedKind::Table, &table.caption);
        let grid = grid(table);
        let columns = grid.first().map_or(0, Vec::len);
        if columns == 0 {
            return;
        }
        let look = Look::of(self, &grid, columns);
        let heads = grid.iter().take_while(|row| is_header(row)).count();
        let heads = if heads == grid.len() { 0 } else { heads };
        let rows: Vec<(Vec<Written>, f32)> = grid.iter().map(|row| self.row(row, &look)).collect();
        // Less than a third of a page is not torn.
        let is_small = rows.iter().map(|(_, height)| height).sum::<f32>() < PAGE / 3.0;
        let kept = if is_small { grid.len() - 1 } else { heads };
        let rows = rows.into_iter().enumerate().map(|(index, (cells, height))| {
            let is_whole = height < PAGE / 2.0;
            self.pieces.push(match is_whole {
                true => Piece::Whole { before: 0.0, height, after: 0.0, keep_next: index < kept },
                false => Piece::Parted { height },
            });
            let row = Row::new(cells.into_iter().map(|cell| cell.built(&look, index < kept)).collect());
            let row = if index < heads { row.header() } else { row };
            if is_whole { row.cant_split() } else { row }
        });
        let rows: Vec<Row> = rows.collect();
        let alt = if table.caption.is_blank() { "表格".to_owned() } else { table.caption.to_string() };
        // The table is one block; the blank line below it is the last piece's.
        self.blocks.push(ruled(Table::new(&look.columns, rows)).alt(alt).into());
        self.add(
            styled(id::PICTURE).mark_size(12),
            Piece::Whole { before: 0.0, height: 6.0 * LINE_HEIGHT, after: 0.0, keep_next: false },
        );
    }

    /// The cells of a row, and its height in points.
    fn row(&mut self, slots: &[Slot<'a>], look: &Look) -> (Vec<Written>, f32) {
        let mut cells = Vec::new();
        let mut height = look.size() * LINE_HEIGHT + EDGES;
        for (column, slot) in slots.iter().enumerate() {
            let (content, columns, merge) = match *slot {
                Slot::Covered => continue,
                Slot::Begin { cell, columns, goes_on } => {
                    (Some(cell), columns, goes_on.then_some(Merge::Restart))
                }
                Slot::Below { columns } => (None, columns, Some(Merge::Continue)),
                Slot::Empty => (None, 1, None),
            };
            let columns = column..column + columns;
            let paragraphs = self.cell(content, look, columns.clone(), &mut height);
            cells.push(Written { paragraphs, columns, merge });
        }
        (cells, height)
    }

    /// The paragraphs of a cell; raises `height` to what they need.
    fn cell(
        &mut self,
        cell: Option<&Cell>,
        look: &Look,
        columns: Range<usize>,
        height: &mut f32,
    ) -> Vec<Paragraph> {
        let Some(cell) = cell else { return vec![styled(id::CELL)] };
        let mut paragraphs = Vec::new();
        let mut lines = 0;
        let room = look.room(columns);
        for flow in &cell.content {
            for (paragraph, text, indent) in self.cell_paragraphs(flow, cell.kind, room, look.size()) {
                lines += line_count(&text, look.size(), room - indent, 0.0);
                paragraphs.push(paragraph);
            }
        }
        if paragraphs.is_empty() {
            paragraphs.push(styled(id::CELL));
        }
        if cell.rowspan == 1 {
            *height = height.max(lines as f32 * look.size() * LINE_HEIGHT + EDGES);
        }
        paragraphs
    }

    /// Paragraphs, each with its text and how far it is indented, in points.
    fn cell_paragraphs(
        &mut self,
        flow: &Flow,
        kind: CellKind,
        room: f32,
        size: f32,
    ) -> Vec<(Paragraph, String, f32)> {
        match flow {
            Flow::List(list) => self
                .list_paragraphs(list, 0, Place::Cell)
                .into_iter()
                .map(|(paragraph, text, level)| (paragraph, text, Place::Cell.indent(level) as f32 / 20.0))
                .collect(),
            Flow::Paragraph(content) => {
                let (runs, text) = self.line(content);
                let wide = text_width(&text, size);
                let short = kind == CellKind::Header || (wide <= CENTRED * size && wide <= room);
                let alignment = if short { Alignment::Center } else { Alignment::Left };
                let runs =
                    runs.into_iter().map(|run| if kind == CellKind::Header { run.bold() } else { run });
                vec![(styled(id::CELL).align(alignment).runs(runs), text, 0.0)]
            }
        }
    }
}

impl Written {
    fn built(self, look: &Look, is_kept: bool) -> ooxml::Cell {
        let width = look.columns[self.columns.clone()].iter().sum();
        let mut cell = ooxml::Cell::new(width).align(VerticalAlignment::Center);
        if self.columns.len() > 1 {
            cell = cell.span(self.columns.len());
        }
        if let Some(merge) = self.merge {
            cell = cell.merge(merge);
        }
        if let Some(sides) = look.own_sides(&self.columns) {
            cell = cell.side_margins(sides);
        }
        let kept = |paragraph: Paragraph| if is_kept { paragraph.keep_next() } else { paragraph };
        self.paragraphs
            .into_iter()
            .map(kept)
            .map(|paragraph| look.sized(paragraph))
            .fold(cell, ooxml::Cell::block)
    }
}
