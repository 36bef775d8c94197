//! Workbooks as others saved them.

mod biff;
mod compound;
mod date;
mod file;
mod limits;
mod markup;
mod number;
mod refusal;
mod sheet;
mod xls;
mod xlsx;

#[cfg(test)]
pub(super) use file::read_bytes;
pub(super) use file::read_file;
pub(super) use sheet::{Book, Cell, Kind, Line, Sheet};
