//! Rolling forward (由去年草稿生成): next year's application from last year's.
//!
//! Values stay under the year they belong to; what the new form does not print is left behind, the new year is empty.
//! What held for the old call only (dates, signatures, comparisons, confirmations) is emptied, evidence is kept and
//! told to be renewed. The report says all of it.

pub mod adopt;
mod application;
mod draft;
mod evidence;
mod form;
mod narrative;
mod report;
mod rolling;
mod rows;
mod tables;
mod times;
#[cfg(test)]
mod tests;

pub use application::{Rolled, roll};
pub use draft::{RollError, roll_draft};
pub use report::{Entry, Renewal, Report};
