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
    workbook.save_to_buffer()
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
