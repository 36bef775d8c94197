//! Tables of the text.

use super::inline::{inline, without_bold, words};
use super::lists::{follows, item, list};
use crate::form::rich_text::{Cell, CellKind, Flow, MAX_COLUMNS, Table};
use crate::import::report::Report;
use crate::ooxml::read::{self, Block, Paragraph, Piece};

/// A table of the text; what cannot stand in its cells is told.
pub(super) fn table(read: &read::Table, place: &str, report: &mut Report) -> Table {
    let heads = heads(read);
    let last = read.rows.len();
    let mut rows = Vec::with_capacity(last);
    for (index, row) in read.rows.iter().enumerate() {
        let seen = row.cells.iter().filter(|cell| cell.rows > 0);
        let cells = seen.map(|cell| {
            let kind = if index < heads
                || cell.column == 0 && is_bold(cell) && has_text(cell) && heads > 0 && is_side(read)
            {
                CellKind::Header
            } else {
                CellKind::Body
            };
            let content = flows(&cell.blocks, kind, place, report);
            Cell {
                kind,
                colspan: cell.columns.min(MAX_COLUMNS),
                rowspan: cell.rows.min(last - index),
                content,
            }
        });
        rows.push(cells.collect());
    }
    Table { id: "".into(), caption: "".into(), rows }
}

/// How many rows at the top are heads: those that repeat, else a first row that is all bold.
fn heads(table: &read::Table) -> usize {
    let repeated = table.rows.iter().take_while(|row| row.is_header).count();
    if repeated > 0 {
        return repeated;
    }
    let is_head = |row: &read::Row| row.cells.iter().all(is_bold) && row.cells.iter().any(has_text);
    usize::from(table.rows.len() > 1 && table.rows.first().is_some_and(is_head))
}

/// Whether the first column is all bold: heads at the side.
fn is_side(table: &read::Table) -> bool {
    let first = table.rows.iter().flat_map(|row| row.cells.first());
    first.filter(|cell| cell.rows > 0 && has_text(cell)).all(is_bold)
}

fn is_bold(cell: &read::Cell) -> bool {
    cell.paragraphs().all(|paragraph| paragraph.text().trim().is_empty() || paragraph.is_bold())
}

fn has_text(cell: &read::Cell) -> bool {
    !cell.text().trim().is_empty()
}

fn flows(blocks: &[Block], kind: CellKind, place: &str, report: &mut Report) -> Vec<Flow> {
    let mut flows = Vec::new();
    let mut items = Vec::new();
    for block in blocks {
        let paragraph = match block {
            Block::Paragraph(paragraph) => paragraph,
            Block::Table(_) => {
                let text = words(std::slice::from_ref(block));
                report.doubt(&text, place, "是表格里的表格，只留下了文字，请核对");
                flows.push(Flow::Paragraph(vec![crate::form::rich_text::Inline::Text(
                    text.replace('\n', " ").into(),
                    Default::default(),
                )]));
                continue;
            }
            Block::Foreign(_) => continue,
        };
        hanging(paragraph, place, report);
        if let Some(next) = item(paragraph, items.last(), place, report) {
            if !follows(&next, &items) {
                flows.push(Flow::List(list(std::mem::take(&mut items))));
            }
            items.push(next);
            continue;
        }
        if !items.is_empty() {
            flows.push(Flow::List(list(std::mem::take(&mut items))));
        }
        let content = inline(paragraph, place, report);
        if !content.is_empty() {
            flows.push(Flow::Paragraph(if kind == CellKind::Header {
                without_bold(content)
            } else {
                content
            }));
        }
    }
    if !items.is_empty() {
        flows.push(Flow::List(list(items)));
    }
    flows
}

/// What hangs in a cell and finds no place there. Pictures stand behind the table.
fn hanging(paragraph: &Paragraph, place: &str, report: &mut Report) {
    for piece in &paragraph.pieces {
        match piece {
            Piece::TextBox(blocks) => report.leave(&words(blocks), &format!("{place} 表格里的文本框")),
            Piece::Object(text) => report.leave(&format!("嵌入对象 {text}"), place),
            Piece::Chart(chart) => report.leave(&format!("图表 {}", chart.in_words()), place),
            _ => {}
        }
    }
}
