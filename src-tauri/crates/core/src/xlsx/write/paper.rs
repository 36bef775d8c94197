//! What all sheets of tables share: title, heads, protection, print.

use super::look::Look;
use super::text::{held, sheet_name};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// The row of the heads, below the title.
pub(super) const HEADS: u32 = 1;
const A4: u8 = 9;
/// Heights in points: of a line, of a row at least and at most (ECMA-376, 18.3.1.73).
const LINE: f64 = 15.0;
const ROW: f64 = 21.0;
const HIGHEST: f64 = 409.0;
/// What a list of a validation holds at most, in letters (the limit of Excel's dialog).
const LIST: usize = 255;

/// A new sheet named as the table, with its title and columns of these widths.
pub(super) fn sheet<'w>(
    workbook: &'w mut Workbook,
    title: &str,
    widths: &[f64],
    look: &Look,
) -> Result<&'w mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet().set_name(sheet_name(title))?;
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
    }
    sheet.write_string_with_format(0, 0, title, &look.title)?.set_row_height(0, 28)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(HEADS, HEADS)?;
    Ok(sheet)
}

/// Locks labels, without a password; rows may be added, sorted and made higher all the same.
pub(super) fn lock(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
}

/// A text in a cell, or an empty cell of this look.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match text.trim().is_empty() {
        true => sheet.write_blank(row, column, format)?,
        false => sheet.write_string_with_format(row, column, held(text), format)?,
    };
    Ok(())
}

/// Makes a row as high as its texts need below columns of these widths; no program does so on opening a file.
pub(super) fn heighten(sheet: &mut Worksheet, row: u32, texts: &[(&str, f64)]) -> Result<(), XlsxError> {
    let letters = |line: &str| line.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
    // A line breaks a little before its column is full.
    let lines = |(text, width): &(&str, f64)| -> f64 {
        text.lines().map(|line| (letters(line) / (width - 2.0)).ceil().max(1.0)).sum()
    };
    let lines = texts.iter().map(lines).fold(1.0, f64::max);
    sheet.set_row_height(row, (lines * LINE + 6.0).clamp(ROW, HIGHEST))?;
    Ok(())
}

/// A note below a table, over all its columns.
pub(super) fn note(
    sheet: &mut Worksheet,
    row: u32,
    columns: u16,
    note: &str,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, columns - 1, note, &look.note)?;
    sheet.set_row_height(row, 44)?;
    Ok(())
}

/// A list to choose from; what is not in it may be typed where `strict` does not forbid it.
pub(super) fn list(
    sheet: &mut Worksheet,
    (top, left, bottom, right): super::alerts::Block,
    options: &[String],
    others: Others,
) -> Result<(), XlsxError> {
    if options.is_empty() || !can_be_listed(options) {
        return Ok(());
    }
    let style = match others {
        Others::Allowed => DataValidationErrorStyle::Information,
        Others::Refused => DataValidationErrorStyle::Stop,
    };
    let rule = DataValidation::new().allow_list_strings(options)?.set_error_style(style);
    let rule = rule.set_error_title("请从列表里选")?.show_error_message(others == Others::Refused);
    sheet.add_data_validation(top, left, bottom, right, &rule)?;
    Ok(())
}

/// Whether a cell can hold the list: it is one text, with commas between.
fn can_be_listed(options: &[String]) -> bool {
    let letters: usize = options.iter().map(|option| option.encode_utf16().count() + 1).sum();
    letters <= LIST && !options.iter().any(|option| option.contains([',', '"']))
}

/// Whether something may be typed that a list does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    Allowed,
    Refused,
}
