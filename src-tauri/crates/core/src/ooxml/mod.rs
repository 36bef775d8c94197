//! WordprocessingML that knows no form.
//!
//! `docx-rs` builds the parts; [`finish`] makes them valid and adds what that crate lacks; [`write_package`] zips them.
//! The same input gives the same bytes. Clauses are those of ISO/IEC 29500-1:2016.

pub mod xml;

mod chart;
mod content_control;
mod error;
mod extras;
mod field;
mod finish;
mod fixed_parts;
mod hint;
mod identity;
mod namespaces;
mod numbering;
mod order;
mod package;
mod picture;
mod read;
mod relationships;
mod styles;
mod tidy;

pub use chart::{Chart, ChartKind, Series};
pub use content_control::{CheckBox, DropDown, Tick};
pub use error::Error;
pub use extras::Extras;
pub use field::{field, field_begin, field_end};
pub use finish::finish;
pub use fixed_parts::Properties;
pub use package::{Media, MediaSource, Part, Parts, write_package};
pub use picture::{Mirror, Picture, PictureFormat, Turn, upright};
pub use read::{ReadError, WordDocument, read_document};

#[cfg(test)]
mod tests;
