//! Workbooks there and back.

mod cells;
mod hostile;
mod labels;
mod lacking;
mod untouched;

use super::fill::filled;
use super::read::{Book, Cell, Kind, Sheet, read_bytes};
use super::write::workbook;
use super::{FillReport, Unread};
use crate::date::Date;
use crate::edition::{Edition, Editions};
use crate::form::Content;

fn edition() -> Edition {
    Editions::built_in().get("2026").expect("built in").clone()
}

/// The rules' correct application.
fn content() -> Content {
    serde_json::from_str(include_str!("../../rules/fixture.json")).expect("the fixture")
}

fn written(content: &Content) -> Book {
    let today = Date::new(2026, 5, 8).expect("a day");
    read_bytes(workbook(content, &edition(), today).expect("a workbook")).expect("our own")
}

/// A sheet of texts; figures in it are texts too.
fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let cell = |text: &str| Cell { text: text.into(), kind: Kind::Text, continues: false };
    let line = |row: &[&str]| {
        let cells = row.iter().enumerate().filter(|(_, text)| !text.is_empty());
        cells.map(|(column, text)| (column as u32, cell(text))).collect()
    };
    let rows = rows.iter().enumerate().map(|(at, row)| (at as u32, line(row))).collect();
    Sheet { name: name.into(), rows }
}

/// Fills the correct application from a sheet.
fn fill(sheet: Sheet) -> (Content, FillReport) {
    filled(&content(), &edition(), &Book { sheets: vec![sheet], hidden: Vec::new() })
}

/// The changes of a sheet, each as place, before and after; nothing of it is left unread.
fn check(sheet: Sheet, expected: &[(&str, &str, &str)]) {
    let (_, report) = fill(sheet);
    assert_eq!(report.unread, [], "{report}");
    let changes: Vec<(&str, &str, &str)> = report
        .changes
        .iter()
        .map(|change| (change.place.as_str(), change.before.as_str(), change.after.as_str()))
        .collect();
    assert_eq!(changes, expected);
}

/// A sheet of which nothing is taken over but what is told.
fn check_unread(sheet: Sheet, cell: &str, reason: &str) {
    let (after, report) = fill(sheet);
    assert_eq!(after, content(), "{report}");
    let found = |unread: &Unread| unread.cell == cell && unread.reason.contains(reason);
    assert!(report.unread.iter().any(found), "{report}");
}
