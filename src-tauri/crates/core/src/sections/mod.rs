//! The four sections of a 典型经验 in a Word document from elsewhere, found by their headings.
//!
//! A heading is told by its style, by a typed or automatic number, or by standing alone; the four that stand in order
//! are taken, whatever else in the document reads like one of them.

mod candidates;
mod caption;
mod choose;
mod lines;
mod split;
mod typed_number;
#[cfg(test)]
mod tests;

pub use candidates::automatic as number_kind;
pub use caption::{Caption, caption};
pub use typed_number::{NumberKind, TypedNumber, typed_number};

use crate::edition::Edition;
use crate::form::Section;
use crate::ooxml::read::{Block, Role};
use candidates::candidates;
use choose::choose;
use lines::lines;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A document taken apart.
#[derive(Debug, Default)]
pub struct Sections<'a> {
    /// What stands before the first section.
    pub before: Vec<Cow<'a, Block>>,
    /// The sections that were found, without their headings.
    pub found: BTreeMap<Section, Found<'a>>,
}

/// A section that was found.
#[derive(Debug, Default)]
pub struct Found<'a> {
    /// Its heading as it stands.
    pub heading: String,
    /// What its heading is by its style.
    pub role: Role,
    /// The number its heading bears.
    pub number: Option<NumberKind>,
    /// What stands in it. Tables that only frame the text are taken away.
    pub blocks: Vec<Cow<'a, Block>>,
}

/// Takes a document apart at the headings of the four sections.
pub fn sections<'a>(blocks: &'a [Block], edition: &Edition) -> Sections<'a> {
    let lines = lines(blocks);
    let chosen = choose(&lines, candidates(&lines, edition));
    split::split(blocks, &lines, &chosen)
}
