//! The paragraphs of a document, wherever they stand.

use crate::ooxml::read::{Block, Paragraph, Piece, Table};

/// A paragraph in its place.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub paragraph: &'a Paragraph,
    /// The table it stands in, by the index of its block; none in the text itself.
    pub table: Option<usize>,
    /// How many columns that table has.
    pub columns: usize,
    pub text: String,
    /// How many bytes of it are bold from its beginning.
    pub bold: usize,
}

/// The paragraphs from top to bottom, those in the cells of tables too.
pub(super) fn lines(blocks: &[Block]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Paragraph(paragraph) => lines.push(line(paragraph, None, 0)),
            Block::Table(table) => in_table(table, index, columns(table), &mut lines),
            Block::Foreign(_) => {}
        }
    }
    lines
}

fn in_table<'a>(table: &'a Table, index: usize, columns: usize, lines: &mut Vec<Line<'a>>) {
    for block in table.seen_cells().flat_map(|cell| &cell.blocks) {
        match block {
            Block::Paragraph(paragraph) => lines.push(line(paragraph, Some(index), columns)),
            Block::Table(inner) => in_table(inner, index, columns, lines),
            Block::Foreign(_) => {}
        }
    }
}

fn line(paragraph: &Paragraph, table: Option<usize>, columns: usize) -> Line<'_> {
    Line { paragraph, table, columns, text: paragraph.text(), bold: bold(paragraph) }
}

fn bold(paragraph: &Paragraph) -> usize {
    let mut bold = 0;
    for piece in &paragraph.pieces {
        match piece {
            Piece::Text(text, look) if look.bold => bold += text.len(),
            Piece::Text(..) | Piece::Reference { .. } | Piece::Break(_) => break,
            _ => {}
        }
    }
    bold
}

fn columns(table: &Table) -> usize {
    table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
}
