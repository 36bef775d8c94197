//! What a document is built of, in the words of WordprocessingML (ISO/IEC 29500-1, 17): a thin layer over docx-rs.

mod document;
mod field;
mod font;
mod list;
mod paragraph;
mod position;
mod revision;
mod run;
mod style;
mod table;

pub use document::{Document, Page};
pub use field::{field, field_begin, field_end};
pub use font::Fonts;
pub use list::{Level, List, Numbering, Suffix};
pub use paragraph::Paragraph;
pub use position::{Alignment, Indent, Spacing};
pub use revision::{Reviser, Revision};
pub use run::{Run, Script};
pub use style::Style;
pub use table::{Block, Cell, Merge, Row, Table, VerticalAlignment};
