//! A document as plain lines: what a reader of the printed page would tell of it.

use serde_json::Value;
use std::fmt::Write;
use std::ops::Range;

/// A piece of a line and its marks: `b`, `i`, `u`, `_`, `^`, in this order.
pub type Piece = (String, String);

/// The line of these pieces. Neighbours with the same marks are one; breaks and tabs are shown.
pub fn line(pieces: &[Piece]) -> String {
    let mut line = String::new();
    let mut last = String::new();
    for (text, marks) in pieces.iter().filter(|(text, _)| !text.is_empty()) {
        if *marks != last {
            write!(line, "[{marks}]").expect("a string");
            last.clone_from(marks);
        }
        line += &text.replace('\n', "⏎").replace('\t', "⇥");
    }
    line
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    pub row: usize,
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    pub lines: Vec<String>,
}

/// The lines of a table, its cells from left to right and from top to bottom.
pub fn table(mut cells: Vec<Cell>) -> Vec<String> {
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let lines = cells.into_iter().flat_map(|cell| {
        let head = format!("cell {},{} of {}×{}", cell.row, cell.column, cell.columns, cell.rows);
        std::iter::once(head).chain(cell.lines.into_iter().map(|line| format!("  {line}")))
    });
    lines.collect()
}

/// Fails with the first difference, what stands around it, and the documents.
pub fn assert_same(wanted: &[String], found: &[String], seeds: &Range<usize>, sections: &[Value]) {
    let Some(at) = (0..wanted.len().max(found.len())).find(|&at| wanted.get(at) != found.get(at)) else {
        return;
    };
    let around =
        |lines: &[String]| lines[at.saturating_sub(4).min(lines.len())..(at + 3).min(lines.len())].join("\n");
    let documents: Vec<String> = sections.iter().map(Value::to_string).collect();
    panic!(
        "sessions {seeds:?}, line {at}\nthe editor has\n{}\nthe document has\n{}\n{}",
        around(wanted),
        around(found),
        documents.join("\n")
    );
}
