//! 字数 of a Word document from outside, section by section, as [`crate::form::rich_text::SectionCount`] counts the
//! form's own 典型经验.

use crate::edition::Edition;
use crate::form::Section;
use crate::form::rich_text::SectionCount;
use crate::ooxml::read::{Block, Paragraph, Piece, Role, WordDocument};
use crate::sections::{caption, sections};
use crate::text::{Count, count};
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// The 字数 of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentCount {
    /// The sections that were found, by their level-1 headings.
    pub sections: BTreeMap<Section, SectionCount>,
    /// Everything from the first line to the last, headings and 目录 too.
    pub whole: SectionCount,
    /// What stands in text boxes, and is in none of these.
    pub text_boxes: Count,
    /// What stands in footnotes and endnotes, and is in none of these.
    pub notes: Count,
    /// Parts of other documents that Word shows in this one and that were not read.
    pub foreign: usize,
    /// What of the document could not be read as it should, in the user's words.
    pub remarks: Vec<String>,
}

/// Counts a document. A section goes from its heading, known by its style or by its text with or without a typed
/// number, to the next one's; the heading itself is not counted.
pub fn count_document(document: &WordDocument, edition: &Edition) -> DocumentCount {
    let found = sections(&document.blocks, edition).found;
    let sections =
        found.into_iter().map(|(section, found)| (section, counted(&found.blocks).whole)).collect();
    DocumentCount { sections, remarks: document.remarks.clone(), ..counted(&document.blocks) }
}

fn counted<B: Borrow<Block>>(blocks: &[B]) -> DocumentCount {
    let mut counts = DocumentCount::default();
    blocks.iter().for_each(|block| counts.add(block.borrow(), Place::Text));
    counts
}

/// Where a paragraph stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Table,
}

impl DocumentCount {
    fn add(&mut self, block: &Block, place: Place) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, place),
            Block::Table(table) => {
                let blocks = table.seen_cells().flat_map(|cell| &cell.blocks);
                blocks.for_each(|block| self.add(block, Place::Table));
            }
            Block::Foreign(_) => self.foreign += 1,
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, place: Place) {
        let counted = count(&paragraph.text());
        self.whole.all += counted;
        let is_caption = paragraph.role == Role::Caption || caption(paragraph).is_some();
        if place == Place::Text && !is_caption {
            self.whole.prose += counted;
        }
        for piece in &paragraph.pieces {
            match piece {
                Piece::TextBox(blocks) => self.text_boxes += apart(blocks),
                Piece::Note(blocks) => self.notes += apart(blocks),
                _ => {}
            }
        }
    }
}

/// Everything in a text box or a note, boxes in it too.
fn apart(blocks: &[Block]) -> Count {
    let counted = counted(blocks);
    counted.whole.all + counted.text_boxes + counted.notes
}

#[cfg(test)]
mod tests;
