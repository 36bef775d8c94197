//! Native charts: a DrawingML chart part (21.2) over an embedded workbook.

mod axis;
mod data;
mod model;
mod part;
mod sides;
mod text;
mod value;
mod workbook;

pub use model::{Chart, ChartKind, Series};

pub(super) use workbook::workbook;

#[cfg(test)]
mod tests;
