//! The reader of a story: where it stands and what it may look up.

use super::chart::DrawnChart;
use super::error::ReadError;
use super::fields::Fields;
use super::numbering::Numbering;
use super::package::Target;
use super::styles::Styles;
use super::tree::Block;
use crate::ooxml::xml::Element;
use std::collections::HashMap;
use std::sync::Arc;

/// The reader of one story: where it stands and what it may look up.
pub(super) struct Reader<'a> {
    pub styles: Styles<'a>,
    pub numbering: Numbering<'a>,
    /// Where the story leads, by relationship id.
    pub leads: HashMap<String, Target>,
    /// Its charts, by relationship id.
    pub charts: HashMap<String, Arc<DrawnChart>>,
    /// The texts of its diagrams, by relationship id.
    pub diagrams: HashMap<String, String>,
    /// Footnotes and endnotes by kind and id, those that were not read yet.
    pub notes: HashMap<(&'static str, String), &'a Element>,
    pub fields: Fields,
    /// How many paragraphs were begun.
    pub paragraph: usize,
    /// How many rows of tables.
    pub rows: usize,
    /// Whether the style of the present paragraph hides its text.
    pub hides_paragraph: bool,
    /// Fields without an end.
    pub endless: usize,
    /// What made reading stop.
    pub refused: Option<ReadError>,
}

impl Reader<'_> {
    /// The blocks of a story: a body, a note, a text box, a header.
    pub fn story(&mut self, root: &Element) -> Vec<Block> {
        self.fields = Fields::of(root);
        self.endless += self.fields.endless();
        self.blocks(root)
    }

    /// Reads what stands apart from the line it hangs in; the fields of the line do not reach into it.
    pub fn apart<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let (fields, hides) = (std::mem::take(&mut self.fields), self.hides_paragraph);
        let outcome = read(self);
        (self.fields, self.hides_paragraph) = (fields, hides);
        outcome
    }
}
