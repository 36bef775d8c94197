//! The workbook for the finance department: a sheet that says what to do, then one a table as printed.

mod alerts;
mod file;
mod guide;
mod look;
mod market;
mod paper;
mod rows;
mod text;

#[cfg(test)]
pub(super) use file::workbook;
pub use file::write_workbook;
pub(super) use guide::GUIDE;
pub(super) use market::SURVEY;
pub(super) use text::{TOO_LONG, unnamed};
