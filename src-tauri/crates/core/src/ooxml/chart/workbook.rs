//! The workbook inside a chart: what Word opens for “编辑数据”.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::axis::code;
use super::model::{Chart, Series};

/// The workbook's bytes: categories in column A, one series a column, names in row 1.
///
/// # Errors
/// When a text is longer than a cell holds, or there are more series than columns.
pub(in crate::ooxml) fn workbook(chart: &Chart) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&fixed));
    let sheet = workbook.add_worksheet().set_name("Sheet1")?;
    for (row, category) in chart.categories.iter().enumerate() {
        sheet.write_string(row as u32 + 1, 0, category)?;
    }
    for (column, series) in chart.series.iter().enumerate() {
        write_series(sheet, column as u16 + 1, series, chart.categories.len())?;
    }
    let mut bytes = workbook.save_to_buffer()?;
    name_no_system(&mut bytes);
    Ok(bytes)
}

/// The upper byte of `version made by` in each entry of the zip's directory (APPNOTE 4.4.2) is that of the system
/// rust_xlsxwriter runs on, which offers no choice. 0 (DOS) makes the bytes the same on all, as those of the document.
fn name_no_system(zip: &mut [u8]) {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    let number = |zip: &[u8], at: usize, bytes: usize| {
        zip.get(at..at + bytes)
            .map_or(0, |bytes| bytes.iter().rev().fold(0, |n, byte| n << 8 | usize::from(*byte)))
    };
    // Without a comment the end record is the last 22 bytes.
    let Some(end) = zip.len().checked_sub(22).filter(|end| zip[*end..].starts_with(END)) else { return };
    let mut at = number(zip, end + 16, 4);
    while zip.get(at..).is_some_and(|rest| rest.starts_with(ENTRY)) {
        zip[at + 5] = 0;
        at += 46 + [28, 30, 32].map(|length| number(zip, at + length, 2)).iter().sum::<usize>();
    }
}

fn write_series(sheet: &mut Worksheet, column: u16, series: &Series, rows: usize) -> Result<(), XlsxError> {
    let format = Format::new().set_num_format(code(&series.number_format));
    sheet.write_string(0, column, &series.name)?;
    for (row, value) in series.values.iter().take(rows).enumerate() {
        if let Some(number) = value.and_then(|value| value.to_f64()) {
            sheet.write_number_with_format(row as u32 + 1, column, number, &format)?;
        }
    }
    Ok(())
}
