//! Tables: the cells of a grid, from the editor's rows and from Word's.

use super::captions::Captions;
use super::expected::{children, flow};
use super::outline::{Cell, table};
use super::printed::Body;
use biaogan::ooxml::xml::Element;
use serde_json::Value;
use std::collections::HashSet;

/// The lines that a table of the editor asks for.
pub fn expected(node: &Value, captions: &Captions) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut cells = Vec::new();
    for (row, cells_of_row) in children(node).enumerate() {
        let mut column = 0;
        for cell in children(cells_of_row) {
            while taken.contains(&(row, column)) {
                column += 1;
            }
            let span = |name: &str| cell["attrs"][name].as_u64().expect("a span") as usize;
            let (columns, rows) = (span("colspan"), span("rowspan"));
            let places =
                (row..row + rows).flat_map(|row| (column..column + columns).map(move |column| (row, column)));
            places.for_each(|place| assert!(taken.insert(place), "cells overlap at {place:?}: {node}"));
            // The cells of a header row are bold by themselves.
            let all = if cell["type"] == "tableHeader" { "b" } else { "" };
            let lines = children(cell).flat_map(|inner| flow(inner, captions, 0, all)).collect();
            cells.push(Cell { row, column, columns, rows, lines });
        }
    }
    table(cells)
}

/// The lines of a written table.
pub fn printed(element: &Element, body: &mut Body) -> Vec<String> {
    let mut cells: Vec<Cell> = Vec::new();
    for (row, tr) in element.elements().filter(|child| child.name == "w:tr").enumerate() {
        let mut column = 0;
        for tc in tr.elements().filter(|child| child.name == "w:tc") {
            let property = |name| tc.child("w:tcPr").and_then(|properties| properties.child(name));
            let span = property("w:gridSpan").and_then(|span| span.attribute("w:val"));
            let columns = span.map_or(1, |span| span.parse().expect("a number"));
            let goes_on =
                property("w:vMerge").is_some_and(|merge| merge.attribute("w:val") != Some("restart"));
            let lines = body.lines(tc);
            if goes_on {
                lengthen(&mut cells, row, column, columns, &lines);
            } else {
                cells.push(Cell { row, column, columns, rows: 1, lines });
            }
            column += columns;
        }
    }
    table(cells)
}

/// The cell above goes on downwards; what continues it must be as wide, and empty.
fn lengthen(cells: &mut [Cell], row: usize, column: usize, columns: usize, lines: &[String]) {
    let above = cells.iter_mut().rev().find(|cell| cell.column == column && cell.row + cell.rows == row);
    let above = above.unwrap_or_else(|| panic!("nothing above {row},{column} goes on"));
    assert_eq!((above.columns, lines), (columns, &["p ".to_owned()][..]), "at {row},{column}");
    above.rows += 1;
}
