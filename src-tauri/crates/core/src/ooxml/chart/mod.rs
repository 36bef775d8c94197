//! Native charts: a DrawingML chart part (21.2) over an embedded workbook.

mod axis;
mod data;
mod look;
mod model;
mod part;
mod sides;
mod text;
mod value;
mod workbook;

pub use model::{AxisSide, Chart, ChartKind, Joined, Series, ValueAxis};

pub(super) use workbook::workbook;

#[cfg(test)]
mod tests;
