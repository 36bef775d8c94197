//! The tables of the 申报书 as a workbook for the finance department (填报表), and back.
//!
//! [`write_workbook`] makes it; [`fill`] takes what was filled in over, by labels and years and never by positions,
//! so that rows may be added, moved and sorted, and sheets renamed. [`foresee`] tells what would change.

mod error;
mod fill;
mod names;
mod read;
mod report;
mod write;
#[cfg(test)]
mod tests;

pub use error::XlsxError;
pub use fill::{fill, foresee};
pub(crate) use names::split_unit;
pub use report::{FillReport, Filled, Kept, Unread};
pub use write::write_workbook;
