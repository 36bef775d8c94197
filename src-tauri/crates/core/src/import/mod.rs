//! What the desk already has comes in (导入): 申报书, 典型经验 and 证实性材料 as Word files, alone or zipped, made by
//! this program or typed by hand into the official form.
//!
//! Nothing is dropped silently: a [`Report`] lists what was placed where, what was understood with doubt, and every
//! text and picture that found no place. What comes in is marked until a person has confirmed it.

mod application;
mod draft;
mod error;
mod experience;
mod form;
mod grid;
mod kind;
mod marks;
mod materials;
mod merge;
mod pictures;
mod reading;
mod report;
mod rolled;
mod section;
mod source;
#[cfg(test)]
mod tests;
mod ticks;
mod upright;
mod words;

pub use draft::{import_into, import_new};
pub use error::ImportError;
pub(crate) use kind::{Kind, kind};
pub use reading::{Imported, read_files};
pub use report::{Doubt, Filled, Report, Unplaced};
pub use rolled::import_rolled;
pub use source::may_be_imported;
