//! The list and all findings as a workbook: one sheet to sort and filter by package, one by finding.

use super::line::Line;
use crate::verify::verdict::Verdict;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Makes the workbook.
///
/// # Errors
/// Where there are more findings than a sheet has rows.
pub(super) fn workbook(verdicts: &[Verdict]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    list(workbook.add_worksheet().set_name("清单")?, verdicts)?;
    findings(workbook.add_worksheet().set_name("问题")?, verdicts)?;
    workbook.save_to_buffer()
}

fn list(sheet: &mut Worksheet, verdicts: &[Verdict]) -> Result<(), XlsxError> {
    let columns = [
        ("申报组织", 32.0),
        ("申报方向", 18.0),
        ("错误", 8.0),
        ("警告", 8.0),
        ("大小（MB）", 11.0),
        ("文件", 40.0),
    ];
    head(sheet, &columns, verdicts.len())?;
    for (row, verdict) in (1..).zip(verdicts) {
        let Line { applicant, file, direction, errors, warnings, megabytes } = Line::of(verdict);
        sheet.write_string(row, 0, applicant)?.write_string(row, 1, direction)?;
        sheet.write_number(row, 2, errors as f64)?.write_number(row, 3, warnings as f64)?;
        sheet.write_number(row, 4, megabytes)?.write_string(row, 5, file)?;
    }
    Ok(())
}

fn findings(sheet: &mut Worksheet, verdicts: &[Verdict]) -> Result<(), XlsxError> {
    let columns = [
        ("申报组织", 28.0),
        ("程度", 8.0),
        ("位置", 36.0),
        ("问题和处理", 70.0),
        ("依据", 18.0),
        ("编号", 8.0),
    ];
    let rows = verdicts.iter().flat_map(|verdict| verdict.findings.iter().map(move |told| (verdict, told)));
    head(sheet, &columns, rows.clone().count())?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, (verdict, told)) in (1..).zip(rows) {
        let values =
            [verdict.name(), told.severity.label(), &told.place, &told.message, &told.clause, told.rule];
        for (column, value) in (0..).zip(values) {
            // A cell holds 32,767 characters.
            let value: String = value.chars().take(2_000).collect();
            sheet.write_string_with_format(row, column, value, &wrapped)?;
        }
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, columns: &[(&str, f64)], rows: usize) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0xEEF1F5));
    for (column, (name, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, *name, &bold)?.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, rows as u32, columns.len() as u16 - 1)?;
    Ok(())
}
