//! The marks of last year's content (去年带来的内容) among the rows of a damaged draft.

use super::cells::{Cell, Column, columns};
use crate::draft::tables::origin::OriginRow;

/// Whether a row is one of the table `origin`, as its beginning says.
pub(super) fn is_mark(cell: &Cell) -> bool {
    let kinds: [&[u8]; 3] = [b"carried", b"emptied", b"renew"];
    matches!(cell.beginning()[..], [Column::Other, Column::Text(_), Column::Text(kind), Column::Text(_), ..] if kinds.contains(&kind))
}

/// The mark in the bytes of such a row, if it is whole; the columns stand in the order the schema grew in.
pub(super) fn mark(id: i64, row: &[u8]) -> Option<OriginRow> {
    let columns = columns(row);
    let text = |place: usize| match columns.get(place) {
        Some(Column::Text(text)) => String::from_utf8(text.to_vec()).ok(),
        _ => None,
    };
    Some(OriginRow {
        id,
        place: text(1)?,
        kind: text(2)?,
        held: text(3)?,
        value: text(4)?,
        edition: text(5)?,
        confirmed: text(6),
        label: text(7).unwrap_or_default(),
        reason: text(8).unwrap_or_default(),
    })
}
