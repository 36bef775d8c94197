//! `.xlsx`, cell by cell: a sheet that says it is as large as the paper allows costs nothing.

use super::date;
use super::limits::{Room, SHEETS};
use super::number::{Shown, number};
use super::refusal::DAMAGED;
use super::sheet::{Book, Cell, Kind, Sheet};
use calamine::{DataRef, Reader, SheetVisible, Style, Xlsx};
use std::io::Cursor;

type Workbook = Xlsx<Cursor<Vec<u8>>>;

pub(super) fn read(bytes: Cursor<Vec<u8>>) -> Result<Book, String> {
    let mut workbook = Workbook::new(bytes).map_err(|_| DAMAGED)?;
    let (mut book, mut room) = (Book::default(), Room::default());
    let listed = workbook.sheets_metadata().to_vec();
    for listed in listed.into_iter().take(SHEETS) {
        if listed.visible == SheetVisible::Visible {
            book.sheets.push(sheet(&mut workbook, &listed.name, &mut room)?);
        } else {
            book.hidden.push(listed.name);
        }
    }
    Ok(book)
}

fn sheet(workbook: &mut Workbook, name: &str, room: &mut Room) -> Result<Sheet, String> {
    let mut sheet = Sheet { name: name.into(), ..Sheet::default() };
    let formulas = formulas(workbook, name)?;
    // A sheet that holds a chart has no cells.
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else { return Ok(sheet) };
    while let Some((found, style)) = cells.next_cell_with_style_id().map_err(|_| DAMAGED)? {
        let at = found.get_position();
        let is_formula = formulas.binary_search(&at).is_ok();
        if let Some(cell) = cell(found.get_value(), cells.styles().get(style), is_formula) {
            sheet.put(at, cell, room)?;
        }
    }
    drop(cells);
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    merged.iter().try_for_each(|merged| sheet.spread(merged.start, merged.end, room))?;
    Ok(sheet)
}

/// Where formulas stand, in order.
fn formulas(workbook: &mut Workbook, name: &str) -> Result<Vec<(u32, u32)>, String> {
    let mut places = Vec::new();
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else { return Ok(places) };
    // Not written out: a shared formula may claim any number, and room for all before it would be made.
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| DAMAGED)? {
        if cell.formula.is_some() {
            places.push(cell.pos);
        }
    }
    places.sort_unstable();
    Ok(places)
}

fn cell(value: &DataRef, style: Option<&Style>, is_formula: bool) -> Option<Cell> {
    let format = style.and_then(|style| style.number_format.as_ref());
    let code = format.map_or("", |format| &format.format_code);
    let id = format.and_then(|format| format.format_id);
    let shown = Shown::by(code, is_formula);
    let cell = match value {
        DataRef::Empty if is_formula => Cell::new("", Kind::Broken),
        DataRef::Empty => return None,
        DataRef::Int(value) => number(*value as f64, shown),
        DataRef::Float(value) => number(*value, shown),
        DataRef::String(text) => Cell::new(text.clone(), Kind::Text),
        DataRef::SharedString(text) => Cell::new(*text, Kind::Text),
        DataRef::Bool(value) => Cell::new(if *value { "TRUE" } else { "FALSE" }, Kind::Text),
        DataRef::DateTime(value) => Cell::new(date::shown(value, code, id), Kind::Date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::new(text.clone(), Kind::Date),
        DataRef::Error(error) => Cell::new(error.to_string(), Kind::Broken),
    };
    (!cell.text.trim().is_empty() || cell.kind == Kind::Broken).then_some(cell)
}
