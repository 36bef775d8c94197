//! What the workbook colours by itself: cells that hold no number, a wrong year, a percentage over 100.

use super::look::Look;
use crate::edition::Year;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ConditionalFormatFormula, Worksheet, XlsxError};

/// A block of cells: first row and column, last row and column.
pub(super) type Block = (u32, u16, u32, u16);

/// Colours what is no number. `/` and `—` say that there is none, with or without a reason behind.
pub(super) fn numbers(sheet: &mut Worksheet, block: Block, look: &Look) -> Result<(), XlsxError> {
    let cell = row_col_to_cell(block.0, block.1);
    let number = bare(&cell);
    let mark = format!("ISNUMBER(FIND(LEFT(TRIM({cell}),1),\"/／—－\"))");
    // What reads as a day is no number, though the sheet takes it for one.
    let day = format!(
        "ISNUMBER(FIND(\"-\",{cell},2)),ISNUMBER(FIND(\"/\",{cell},2)),ISNUMBER(FIND(\"月\",{cell}))"
    );
    let wrong = format!("=AND(LEN(TRIM({cell}))>0,NOT({mark}),OR(ISERROR(VALUE({number})),{day}))");
    add(sheet, block, &wrong, &look.no_number)
}

/// Colours what is over 100, where the cell `unit` of the first row says %, or always.
pub(super) fn percentages(
    sheet: &mut Worksheet,
    block: Block,
    unit: Option<u16>,
    look: &Look,
) -> Result<(), XlsxError> {
    let cell = row_col_to_cell(block.0, block.1);
    let over = format!("IF(ISERROR(VALUE({0})),FALSE,VALUE({0})>100)", bare(&cell));
    let is_percent = unit.map(|column| {
        let unit = format!("${}", row_col_to_cell(block.0, column));
        format!("OR(TRIM({unit})=\"%\",TRIM({unit})=\"％\"),")
    });
    let wrong = format!("=AND({}{over})", is_percent.unwrap_or_default());
    add(sheet, block, &wrong, &look.over)
}

/// Colours a label that does not name this year.
pub(super) fn year(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    year: Year,
    look: &Look,
) -> Result<(), XlsxError> {
    let wrong = format!("=ISERROR(FIND(\"{year}\",{}))", row_col_to_cell(row, column));
    add(sheet, (row, column, row, column), &wrong, &look.other_year)
}

/// A cell's text without separators and a percent sign.
fn bare(cell: &str) -> String {
    let marks = [",", "，", "%", "％", " "];
    marks.iter().fold(cell.to_owned(), |text, mark| format!("SUBSTITUTE({text},\"{mark}\",\"\")"))
}

fn add(
    sheet: &mut Worksheet,
    (top, left, bottom, right): Block,
    rule: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
    sheet.add_conditional_format(top, left, bottom, right, &rule)?;
    Ok(())
}
