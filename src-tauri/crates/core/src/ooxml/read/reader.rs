//! The reader of a story: where it stands and what it may look up.

use super::chart::DrawnChart;
use super::error::ReadError;
use super::fields::Fields;
use super::numbering::Numbering;
use super::package::Target;
use super::styles::Styles;
use crate::ooxml::xml::Element;
use std::collections::HashMap;

/// The reader of one story: where it stands and what it may look up.
pub(super) struct Reader<'a> {
    pub styles: Styles<'a>,
    pub numbering: Numbering<'a>,
    /// Where the story leads, by relationship id.
    pub leads: HashMap<String, Target>,
    /// Its charts, by relationship id.
    pub charts: HashMap<String, DrawnChart>,
    /// The texts of its diagrams, by relationship id.
    pub diagrams: HashMap<String, String>,
    /// Footnotes and endnotes by kind and id.
    pub notes: HashMap<(&'a str, &'a str), &'a Element>,
    pub fields: Fields,
    /// How many paragraphs were begun.
    pub paragraph: usize,
    /// Whether the style of the present paragraph hides its text.
    pub hides_paragraph: bool,
    /// What made reading stop.
    pub refused: Option<ReadError>,
}

impl Reader<'_> {
    /// Reads what stands apart from the line it hangs in; the fields of the line do not reach into it.
    pub fn apart<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let (fields, hides) = (std::mem::take(&mut self.fields), self.hides_paragraph);
        let outcome = read(self);
        (self.fields, self.hides_paragraph) = (fields, hides);
        outcome
    }
}
