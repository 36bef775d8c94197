//! `.xls` and `.et`.

use super::biff::{Formats, formats};
use super::date;
use super::limits::{self, Room, SHEETS};
use super::number::{Shown, number};
use super::refusal::DAMAGED;
use super::sheet::{Book, Cell, Kind, Sheet};
use calamine::{Data, Reader, SheetVisible, Xls};
use std::io::Cursor;

type Workbook = Xls<Cursor<Vec<u8>>>;

pub(super) fn read(bytes: Cursor<Vec<u8>>) -> Result<Book, String> {
    // Before its cells are read, room is made for all that lie between the first and the last of each sheet.
    let formats = formats(bytes.get_ref()).ok_or(DAMAGED)?;
    if formats.is_too_large() {
        return Err(limits::too_large(""));
    }
    let mut workbook = Workbook::new(bytes).map_err(|_| DAMAGED)?;
    let (mut book, mut room) = (Book::default(), Room::default());
    let listed = workbook.sheets_metadata().to_vec();
    for listed in listed.into_iter().take(SHEETS) {
        if listed.visible == SheetVisible::Visible {
            book.sheets.push(sheet(&mut workbook, &listed.name, &formats, &mut room)?);
        } else {
            book.hidden.push(listed.name);
        }
    }
    Ok(book)
}

fn sheet(workbook: &mut Workbook, name: &str, formats: &Formats, room: &mut Room) -> Result<Sheet, String> {
    let mut sheet = Sheet { name: name.into(), ..Sheet::default() };
    let cells = workbook.worksheet_range(name).map_err(|_| DAMAGED)?;
    let formulas = workbook.worksheet_formula(name).unwrap_or_default();
    let (top, left) = cells.start().unwrap_or_default();
    for (row, column, value) in cells.used_cells() {
        let at = (top + row as u32, left + column as u32);
        let is_formula = formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
        if let Some(cell) = cell(value, formats.of(name, at), is_formula) {
            sheet.put(at, cell, room)?;
        }
    }
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    merged.iter().try_for_each(|merged| sheet.spread(merged.start, merged.end, room))?;
    Ok(sheet)
}

fn cell(value: &Data, format: Option<(u16, &str)>, is_formula: bool) -> Option<Cell> {
    let (id, code) = format.map_or((None, ""), |(id, code)| (Some(u32::from(id)), code));
    let shown = |value: f64| {
        let cell = number(value, Shown::by(code, is_formula));
        // Without its format a share and its percentage cannot be told apart.
        let is_known = format.is_some() || value.abs() > 1.0 || value == 0.0;
        if is_known { cell } else { Cell { kind: Kind::Unformatted, ..cell } }
    };
    let cell = match value {
        Data::Empty => return None,
        Data::Int(value) => shown(*value as f64),
        Data::Float(value) => shown(*value),
        Data::String(text) => Cell::new(text.clone(), Kind::Text),
        Data::Bool(value) => Cell::new(if *value { "TRUE" } else { "FALSE" }, Kind::Text),
        Data::DateTime(value) => Cell::new(date::shown(value, code, id), Kind::Date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::new(text.clone(), Kind::Date),
        Data::Error(error) => Cell::new(error.to_string(), Kind::Broken),
    };
    (!cell.text.trim().is_empty()).then_some(cell)
}
