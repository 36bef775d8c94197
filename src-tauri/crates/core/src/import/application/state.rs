//! What the reader of a 申报书 remembers between one row and the next.

use super::columns::Columns;
use super::sheet::Sheet;
use crate::ooxml::read::ReadPicture;
use std::ops::Range;

/// The table that rows belong to.
#[derive(Debug, Clone, Default)]
pub(super) enum Table {
    #[default]
    None,
    Market(Groups),
    Benefits(Columns),
    Texts(Sheet, Columns),
    Competitors(Columns),
    /// A table of so many columns that is not understood: its rows are told one by one.
    Unread(usize),
}

/// The products of a table with their columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    /// What the row of names holds.
    pub names: Vec<(Range<usize>, String)>,
    pub groups: Vec<Group>,
    pub block: Option<Measure>,
}

/// A product of a table.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The product's place in the content.
    pub product: usize,
    pub columns: Range<usize>,
    pub domestic: Option<Range<usize>>,
    pub international: Option<Range<usize>>,
}

/// What a block of rows measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Share,
    Satisfaction,
    Loyalty,
}

/// A picture in the 申报书.
#[derive(Debug)]
pub(super) struct Scan {
    pub picture: ReadPicture,
    /// The page it was found on.
    pub sheet: Option<Sheet>,
}
