//! The four sections of a 典型经验 in a Word document from elsewhere, found by their headings.
//!
//! A heading is told by its style, by a typed or automatic number, or by standing alone; the four that stand in order
//! are taken, whatever else in the document reads like one of them.

mod candidates;
mod caption;
mod choose;
mod contents;
mod found;
mod front;
mod lines;
mod split;
mod typed_number;
#[cfg(test)]
mod tests;

pub use candidates::automatic as number_kind;
pub use caption::{Caption, caption, captions_apart};
pub(crate) use contents::TypedContents;
pub use found::{Found, Sections};
pub(crate) use front::{author, is_no_title, is_of_form};
pub use typed_number::{NumberKind, TypedNumber, typed_number};

use crate::edition::Edition;
use crate::ooxml::read::Block;
use candidates::candidates;
use choose::choose;
use lines::lines;

/// Takes a document apart at the headings of the four sections.
pub fn sections<'a>(blocks: &'a [Block], edition: &Edition) -> Sections<'a> {
    let lines = lines(blocks);
    let chosen = choose(&lines, candidates(&lines, edition));
    split::split(blocks, &lines, &chosen)
}
