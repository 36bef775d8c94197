//! Reading Word documents from outside: one tree for counting, for bringing in and for checking what others made.
//!
//! What is printed stands in the tree; what was deleted, hidden or is the code of a field does not. Controls, fields,
//! tracked changes and symbol fonts are read as what a person sees of them.

mod archive;
mod blocks;
mod chart;
mod document;
mod drawing;
mod error;
mod fields;
mod inline;
mod kind;
mod markup;
mod measured;
mod numbering;
mod overstrike;
mod package;
mod reader;
mod runs;
mod styles;
mod symbols;
mod table;
mod tree;
#[cfg(test)]
pub(crate) mod tests;

pub use archive::open_zip;
pub use chart::{DrawnChart, DrawnSeries};
pub use document::{WordDocument, read_document};
pub use error::ReadError;
pub use kind::FileKind;
pub use measured::{Letters, Measured, MeasuredBlock, MeasuredLine};
pub use numbering::{Number, NumberFormat};
pub use package::{Package, Room};
pub use styles::Role;
pub use tree::{Block, Cell, Look, Paragraph, Piece, Position, ReadPicture, Row, Table};
