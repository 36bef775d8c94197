//! WordprocessingML that knows no form.
//!
//! [`Document`] takes what a document is built of; [`Document::finish`] has `docx-rs` build the parts, makes them valid
//! and adds what that crate lacks; [`write_package`] zips them. The same input gives the same bytes. `docx-rs` is named
//! nowhere else. Clauses are those of ISO/IEC 29500-1:2016.

pub mod read;
pub mod xml;

mod build;
mod chart;
mod content_control;
mod error;
mod extras;
mod finish;
mod package;
mod picture;

pub use build::{
    Alignment, Block, Cell, Document, Fonts, Indent, Level, List, Merge, Numbering, Page, Paragraph, Reviser,
    Revision, Row, Run, Script, Spacing, Style, Suffix, Table, VerticalAlignment, field, field_begin,
    field_end,
};
pub use chart::{AxisSide, Chart, ChartKind, Joined, Series, ValueAxis};
pub use content_control::{CheckBox, DropDown, Tick};
pub use error::Error;
pub use finish::Properties;
pub use package::{Media, MediaSource, NoPictures, Part, Parts, write_package};
pub use picture::{Mirror, Picture, PictureFormat, Turn, upright};
pub use read::{ReadError, WordDocument, read_document};

#[cfg(test)]
mod tests;
