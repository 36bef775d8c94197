//! The number formats in a `.xls` or `.et` ([MS-XLS]), which calamine does not give, and how far its cells reach.

use super::compound::{stream, u16_at, u32_at};
use super::limits;
use std::collections::HashMap;

/// The formats of the cells that hold numbers, by sheet and place.
#[derive(Debug, Default)]
pub(super) struct Formats {
    sheets: HashMap<String, HashMap<(u32, u32), u16>>,
    /// The format of each style, and the codes of those that are the file's own.
    styles: Vec<u16>,
    codes: HashMap<u16, String>,
    /// How far the cells of the present sheet reach, and of all sheets.
    end: (u32, u32),
    farthest: (u32, u32),
    /// The cells between the first and the last of each sheet so far, filled or not.
    area: u64,
    /// A sheet that claims more.
    claims: bool,
}

/// Cells of all sheets, filled or not.
const AREA: u64 = 2_000_000;

// The records that are looked at ([MS-XLS] 2.3).
const FORMULA: u16 = 0x0006;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00BD;
const XF: u16 = 0x00E0;
const RICH_STRING: u16 = 0x00D6;
const LABEL_SST: u16 = 0x00FD;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERROR: u16 = 0x0205;
const RK: u16 = 0x027E;
const FORMAT: u16 = 0x041E;
const BOF: u16 = 0x0809;

/// The formats of a file; `None` where it is not as it should be.
pub(super) fn formats(file: &[u8]) -> Option<Formats> {
    let workbook = stream(file, &["Workbook", "Book"])?;
    let mut formats = Formats::default();
    let (mut sheets, mut sheet) = (HashMap::new(), String::new());
    let mut at = 0;
    while let (Some(kind), Some(length)) = (u16_at(&workbook, at), u16_at(&workbook, at + 2)) {
        // One that was cut off is read by nobody.
        let Some(record) = workbook.get(at + 4..at + 4 + usize::from(length)) else { break };
        match kind {
            BOUND_SHEET => drop(sheets.insert(u32_at(record, 0)? as usize, name(record)?)),
            BOF => {
                // A chart inside a sheet begins likewise, and ends no sheet.
                if sheets.contains_key(&at) {
                    formats.end_sheet();
                }
                sheet = sheets.get(&at).cloned().unwrap_or_default();
            }
            DIMENSIONS => formats.claims |= claimed(record) > AREA,
            XF => formats.styles.push(u16_at(record, 2)?),
            FORMAT => drop(formats.codes.insert(u16_at(record, 0)?, code(record)?)),
            FORMULA | NUMBER | RK | LABEL | LABEL_SST | RICH_STRING | BOOL_ERROR => {
                formats.cell(&sheet, (u16_at(record, 0)?, u16_at(record, 2)?), u16_at(record, 4)?);
            }
            MUL_RK => formats.row(&sheet, record)?,
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    formats.end_sheet();
    Some(formats)
}

/// The cells that a sheet says it has: its rows times its columns ([MS-XLS] 2.4.90; of older files in two bytes each).
fn claimed(record: &[u8]) -> u64 {
    let sides = match record.len() {
        10 => u16_at(record, 2).map(u32::from).zip(u16_at(record, 6)),
        _ => u32_at(record, 4).zip(u16_at(record, 10)),
    };
    sides.map_or(0, |(rows, columns)| u64::from(rows) * u64::from(columns))
}

impl Formats {
    /// The format of a cell: its number and its code.
    pub fn of(&self, sheet: &str, at: (u32, u32)) -> Option<(u16, &str)> {
        let style = self.sheets.get(sheet)?.get(&at)?;
        let format = *self.styles.get(usize::from(*style))?;
        Some((format, self.codes.get(&format).map_or_else(|| built_in(format), String::as_str)))
    }

    /// Whether there are more cells than are read.
    pub fn is_too_large(&self) -> bool {
        let (row, column) = self.farthest;
        row >= limits::ROWS || column >= limits::COLUMNS || self.area > AREA || self.claims
    }

    fn end_sheet(&mut self) {
        let (row, column) = std::mem::take(&mut self.end);
        self.farthest = (self.farthest.0.max(row), self.farthest.1.max(column));
        self.area += u64::from(row + 1) * u64::from(column + 1);
    }

    fn cell(&mut self, sheet: &str, (row, column): (u16, u16), style: u16) {
        let at = (row.into(), column.into());
        self.end = (self.end.0.max(at.0), self.end.1.max(at.1));
        self.sheets.entry(sheet.to_owned()).or_default().insert(at, style);
    }

    /// Neighbours with numbers: the row, the first column, then a style and a number each, the last column.
    fn row(&mut self, sheet: &str, record: &[u8]) -> Option<()> {
        let (row, first) = (u16_at(record, 0)?, u16_at(record, 2)?);
        for (at, cell) in record.get(4..record.len().saturating_sub(2))?.chunks_exact(6).enumerate() {
            self.cell(sheet, (row, first.saturating_add(at as u16)), u16_at(cell, 0)?);
        }
        Some(())
    }
}

/// The codes of the formats that files need not bring along ([MS-XLS] 2.4.126).
fn built_in(format: u16) -> &'static str {
    match format {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        _ => "",
    }
}

/// The name in a BoundSheet8: how many letters, whether they are of two bytes each, the letters.
fn name(record: &[u8]) -> Option<String> {
    letters(usize::from(*record.get(6)?), record.get(7..)?)
}

fn code(record: &[u8]) -> Option<String> {
    letters(usize::from(u16_at(record, 2)?), record.get(4..)?)
}

fn letters(count: usize, text: &[u8]) -> Option<String> {
    let is_wide = text.first()? & 1 == 1;
    let bytes = text.get(1..1 + if is_wide { 2 * count } else { count })?;
    let units: Vec<u16> = match is_wide {
        true => bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect(),
        false => bytes.iter().map(|byte| u16::from(*byte)).collect(),
    };
    Some(String::from_utf16_lossy(&units))
}
