//! Cells as Excel, WPS and LibreOffice save them; files that are no workbooks.

use super::{Book, Kind, check, content, read_bytes, sheet};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn read(fill: impl FnOnce(&mut Worksheet)) -> Book {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    read_bytes(workbook.save_to_buffer().expect("a workbook")).expect("a workbook")
}

fn cell(book: &Book, row: u32, column: u32) -> (&str, Kind) {
    let cell = &book.sheets[0].rows[&row][&column];
    (&cell.text, cell.kind)
}

#[test]
fn cells_read_as_they_are_shown() {
    let format = |code: &str| Format::new().set_num_format(code);
    let day = ExcelDateTime::from_ymd(2023, 3, 5).expect("a day");
    let book = read(|sheet| {
        sheet.write_number_with_format(0, 0, 0.9912, &format("0.00%")).unwrap();
        sheet.write_number_with_format(0, 1, 98.5, &format("#,##0.00")).unwrap();
        sheet.write_string(0, 2, "98.50").unwrap();
        sheet.write_datetime_with_format(0, 3, &day, &format("yyyy\"年\"")).unwrap();
        sheet.write_datetime_with_format(0, 4, &day, &Format::new().set_num_format_index(27)).unwrap();
        sheet.write_datetime_with_format(0, 5, &day, &Format::new().set_num_format_index(57)).unwrap();
        sheet.write_datetime_with_format(0, 6, &day, &Format::new().set_num_format_index(31)).unwrap();
        let result = rust_xlsxwriter::Formula::new("=1/3").set_result("0.333333333333333");
        sheet.write_formula_with_format(0, 7, result, &format("0.0%")).unwrap();
    });
    assert_eq!(cell(&book, 0, 0), ("99.12%", Kind::Percent));
    assert_eq!(cell(&book, 0, 1), ("98.50", Kind::Number));
    assert_eq!(cell(&book, 0, 2), ("98.50", Kind::Text));
    assert_eq!(cell(&book, 0, 3), ("2023年", Kind::Date));
    assert_eq!(cell(&book, 0, 4), ("2023年3月", Kind::Date));
    assert_eq!(cell(&book, 0, 5), ("2023年3月", Kind::Date));
    assert_eq!(cell(&book, 0, 6), ("2023年3月5日", Kind::Date));
    assert_eq!(cell(&book, 0, 7), ("33.3%", Kind::Percent));
}

#[test]
fn a_merged_label_stands_in_all_its_cells() {
    let book = read(|sheet| {
        sheet.merge_range(0, 0, 1, 1, "甲", &Format::new()).unwrap();
        sheet.write_string(1, 2, "乙").unwrap();
    });
    assert!(book.sheets[0].rows[&0][&1].continues && book.sheets[0].rows[&1][&0].continues);
}

#[test]
fn a_hidden_sheet_is_passed_over() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("表").unwrap().write_string(0, 0, "甲").unwrap();
    workbook.add_worksheet().set_name("旧表").unwrap().set_hidden(true);
    let book = read_bytes(workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!((book.sheets.len(), &book.hidden[..]), (1, &["旧表".to_owned()][..]));
}

#[test]
fn what_is_no_workbook_is_refused_in_one_line() {
    let check = |bytes: Vec<u8>, expected: &str| {
        let said = read_bytes(bytes).unwrap_err();
        assert!(said.contains(expected) && said.lines().count() == 1, "{said}");
    };
    check(b"%PDF-1.7".to_vec(), "不是Excel或WPS的工作簿");
    check(Vec::new(), "不是Excel或WPS的工作簿");
    check(b"PK\x03\x04 cut off".to_vec(), "不是完好的工作簿");
    check(vec![0; (20 << 20) + 1], "超过 20 MB");
    check(zipped("content.xml", b"", "mimetype"), "另存为 .xlsx");
    check(zipped("xl/workbook.xml", &vec![b' '; 65 << 20], "a"), "太大");
    let far = |row, column| {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_string(row, column, "甲").unwrap();
        workbook.save_to_buffer().unwrap()
    };
    check(far(1_048_575, 16_383), "超过 5000 行或 200 列");
    check(far(5_000, 0), "超过 5000 行或 200 列");
}

fn zipped(name: &str, bytes: &[u8], other: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [(name, bytes), (other, &[][..])] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_year_typed_as_a_date_is_the_year_of_its_column() {
    let mut sheet = sheet("表", &[&["项目", "单位", "2023年", "2024年"], &["利润总额", "万元", "1"]]);
    sheet.rows.get_mut(&0).unwrap().get_mut(&2).unwrap().kind = Kind::Date;
    let before = content().benefits.iter().find(|row| row.key == "total_profit").unwrap().clone();
    let before = before.values.text("2023".parse().unwrap()).to_owned();
    check(sheet, &[("经济和质量效益统计表 利润总额 2023年", &before, "1")]);
}
