//! The 典型经验 as plain texts.

use super::span::Span;
use crate::form::rich_text::{Block, Cell, Flow, HeadingLevel, plain};
use crate::form::{Experience, Path, RichText, Section};
use std::ops::Range;

/// A piece of a section that is read in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The section it stands in.
    pub section: Section,
    /// The index of the block of the section it stands in.
    pub block: usize,
    /// Which passage of the block it is, from 0.
    pub place: usize,
    /// What it is.
    pub kind: PassageKind,
    /// Its text, without cross references; a line break is a line feed.
    pub text: String,
}

/// What a [`Passage`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// A heading.
    Heading(HeadingLevel),
    /// A paragraph of the section itself.
    Paragraph,
    /// A paragraph in a list.
    ListItem,
    /// A paragraph in a table cell.
    Cell,
    /// The caption of a figure, chart or table.
    Caption,
}

impl Passage {
    /// The block it stands in, `experience.results.content[5]`.
    pub fn path(&self) -> Path {
        Path::block(self.section, self.block)
    }

    /// Some of its words, by their bytes.
    pub(super) fn span(&self, bytes: Range<usize>) -> Span {
        Span::of(self.place, &self.text, bytes)
    }

    /// Some of its words, a slice of its text.
    pub(super) fn span_of(&self, words: &str) -> Option<Span> {
        Span::slice(self.place, &self.text, words)
    }
}

/// Every passage from the first section to the last.
pub fn passages(experience: &Experience) -> Vec<Passage> {
    let mut found = Vec::new();
    for (section, text) in experience.sections() {
        section_passages(section, text, &mut found);
    }
    found
}

fn section_passages(section: Section, text: &RichText, found: &mut Vec<Passage>) {
    for (block, content) in text.blocks.iter().enumerate() {
        let mut places = 0..;
        let mut add = |kind, text| {
            let place = places.next().unwrap_or_default();
            found.push(Passage { section, block, place, kind, text });
        };
        match content {
            Block::Heading(heading) => add(PassageKind::Heading(heading.level), plain(&heading.content)),
            Block::Flow(flow) => flow_passages(flow, PassageKind::Paragraph, &mut add),
            Block::Figure(figure) => add(PassageKind::Caption, figure.caption.to_string()),
            Block::Chart(chart) => add(PassageKind::Caption, chart.caption.to_string()),
            Block::Table(table) => {
                add(PassageKind::Caption, table.caption.to_string());
                let cells = table.rows.iter().flatten();
                cells
                    .flat_map(|cell: &Cell| &cell.content)
                    .for_each(|flow| flow_passages(flow, PassageKind::Cell, &mut add));
            }
        }
    }
}

fn flow_passages(flow: &Flow, kind: PassageKind, add: &mut impl FnMut(PassageKind, String)) {
    match flow {
        Flow::Paragraph(content) => add(kind, plain(content)),
        Flow::List(list) => {
            let kind = if kind == PassageKind::Paragraph { PassageKind::ListItem } else { kind };
            list.items.iter().flatten().for_each(|flow| flow_passages(flow, kind, add));
        }
    }
}
