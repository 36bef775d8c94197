//! Tables of the text: caption above, columns sized for what they hold.

use super::writer::Writer;
use crate::documents::compose::styled;
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count, text_width};
use crate::documents::style::{id, page};
use crate::documents::table::{CELL_SIZE, ruled};
use crate::form::rich_text::{self, CaptionedKind, Cell, CellKind, Flow, MAX_COLUMNS};
use docx_rs::{AlignmentType, Paragraph, Table, TableCell, TableRow, VAlignType, VMergeType, WidthType};

/// Blank left and right of a cell's text, in points.
const SIDES: f32 = 8.5;
/// Blank above and below a cell's text, in points.
const EDGES: f32 = 4.5;
/// No column is narrower than this many points, as long as all fit.
const NARROWEST: f32 = 24.0;
/// Texts up to this many ems are centred, longer ones begin at the left.
const CENTRED: f32 = 12.0;

/// A place of the grid.
#[derive(Clone, Copy)]
enum Slot<'a> {
    /// Where a cell begins, over so many columns.
    Begin { cell: &'a Cell, columns: usize, goes_on: bool },
    /// Below a cell that goes on downwards.
    Below { columns: usize },
    /// To the right of a cell's first place.
    Covered,
    /// Nothing reaches here.
    Empty,
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
        let widths = self.widths(&grid, columns);
        let heads = grid.iter().take_while(|row| is_header(row)).count();
        let heads = if heads == grid.len() { 0 } else { heads };
        let mut rows = Vec::with_capacity(grid.len());
        for (index, row) in grid.iter().enumerate() {
            rows.push(self.row(row, &widths, index < heads));
        }
        let twips: Vec<usize> = widths.iter().map(|width| (width * 20.0) as usize).collect();
        let (rows, heights): (Vec<TableRow>, Vec<f32>) = rows.into_iter().unzip();
        for (index, height) in heights.iter().enumerate() {
            self.pieces.push(Piece::Whole { height: *height, keep_next: index < heads });
        }
        // The table is one item; the blank line below it is the last piece's.
        self.items.push(ruled(Table::new(rows), &twips).into());
        self.add(styled(id::PICTURE).size(12), Piece::Whole { height: 6.0 * LINE_HEIGHT, keep_next: false });
    }

    fn row(&mut self, slots: &[Slot<'a>], widths: &[f32], repeats: bool) -> (TableRow, f32) {
        let mut cells = Vec::new();
        let mut height = CELL_SIZE * LINE_HEIGHT + EDGES;
        let mut marked = !repeats;
        for (column, slot) in slots.iter().enumerate() {
            let (content, columns, merge) = match *slot {
                Slot::Covered => continue,
                Slot::Begin { cell, columns, goes_on } => {
                    (Some(cell), columns, goes_on.then_some(VMergeType::Restart))
                }
                Slot::Below { columns } => (None, columns, Some(VMergeType::Continue)),
                Slot::Empty => (None, 1, None),
            };
            let width: f32 = widths[column..column + columns].iter().sum();
            let mut paragraphs = self.cell(content, width, &mut height);
            if !marked {
                marked = true;
                paragraphs[0] =
                    std::mem::take(&mut paragraphs[0]).add_structured_data_tag(self.extras.header_row());
            }
            cells.push(built(paragraphs, width, columns, merge, repeats));
        }
        let row = TableRow::new(cells);
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
                let alignment = if short { AlignmentType::Center } else { AlignmentType::Left };
                let runs =
                    runs.into_iter().map(|run| if kind == CellKind::Header { run.bold() } else { run });
                vec![(runs.fold(styled(id::CELL).align(alignment), Paragraph::add_run), text)]
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

fn is_header(row: &[Slot]) -> bool {
    row.iter().all(|slot| match slot {
        Slot::Begin { cell, .. } => cell.kind == CellKind::Header,
        Slot::Below { .. } | Slot::Covered => true,
        Slot::Empty => false,
    })
}

fn built(
    paragraphs: Vec<Paragraph>,
    width: f32,
    columns: usize,
    merge: Option<VMergeType>,
    repeats: bool,
) -> TableCell {
    let mut cell =
        TableCell::new().width((width * 20.0) as usize, WidthType::Dxa).vertical_align(VAlignType::Center);
    if columns > 1 {
        cell = cell.grid_span(columns);
    }
    if let Some(merge) = merge {
        cell = cell.vertical_merge(merge);
    }
    let kept = |paragraph: Paragraph| if repeats { paragraph.keep_next(true) } else { paragraph };
    paragraphs.into_iter().map(kept).fold(cell, TableCell::add_paragraph)
}

/// Columns that want no more than an equal share get what they want; the others share the rest.
fn share_out(wanted: &[f32], total: f32) -> Vec<f32> {
    let sum: f32 = wanted.iter().sum();
    if sum <= total {
        return wanted.iter().map(|width| width * total / sum).collect();
    }
    let mut widths = vec![0.0; wanted.len()];
    let mut open: Vec<usize> = (0..wanted.len()).collect();
    let mut left = total;
    loop {
        let fair = left / open.len() as f32;
        let (modest, greedy): (Vec<usize>, Vec<usize>) =
            open.iter().partition(|&&column| wanted[column] <= fair);
        if modest.is_empty() || greedy.is_empty() {
            break;
        }
        for column in modest {
            widths[column] = wanted[column];
            left -= wanted[column];
        }
        open = greedy;
    }
    // Those that want more get more, but not in full proportion: a long text wraps well.
    let weight = |column: usize| wanted[column].sqrt();
    let weights: f32 = open.iter().map(|&column| weight(column)).sum();
    for &column in &open {
        widths[column] = left * weight(column) / weights;
    }
    widths
}

/// The cells on a rectangular grid. Spans are cut off where the table ends or another cell stands.
fn grid(table: &rich_text::Table) -> Vec<Vec<Slot<'_>>> {
    let height = table.rows.len();
    let mut grid: Vec<Vec<Slot>> = vec![Vec::new(); height];
    for (top, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while matches!(
                grid[top].get(column),
                Some(Slot::Below { .. } | Slot::Covered | Slot::Begin { .. })
            ) {
                column += 1;
            }
            if column >= MAX_COLUMNS {
                break;
            }
            let free = |at: usize| matches!(grid[top].get(at), None | Some(Slot::Empty));
            let room = (column..MAX_COLUMNS).take_while(|&at| free(at)).count();
            let columns = cell.colspan.min(room);
            let rows = cell.rowspan.min(height - top);
            for (offset, row) in grid[top..top + rows].iter_mut().enumerate() {
                let first = match offset {
                    0 => Slot::Begin { cell, columns, goes_on: rows > 1 },
                    _ => Slot::Below { columns },
                };
                place(row, column, columns, first);
            }
            column += columns;
        }
    }
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    grid.iter_mut().for_each(|row| row.resize(width, Slot::Empty));
    grid
}

fn place<'a>(row: &mut Vec<Slot<'a>>, column: usize, columns: usize, first: Slot<'a>) {
    if row.len() < column + columns {
        row.resize(column + columns, Slot::Empty);
    }
    row[column] = first;
    row[column + 1..column + columns].fill(Slot::Covered);
}
