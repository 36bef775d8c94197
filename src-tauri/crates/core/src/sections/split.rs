//! A document taken apart at its chosen headings.

use super::candidates::Candidate;
use super::choose::Chosen;
use super::found::{Found, Sections};
use super::lines::Line;
use crate::form::Section;
use crate::ooxml::read::{Block, Paragraph, Piece};
use std::borrow::Cow;

pub(super) fn split<'a>(blocks: &'a [Block], lines: &[Line<'a>], chosen: &Chosen) -> Sections<'a> {
    let mut splitting = Splitting { lines, chosen, sections: Sections::default(), present: None };
    for (index, block) in blocks.iter().enumerate() {
        let is_frame = chosen.iter().any(|heading| lines[heading.line].table == Some(index));
        splitting.block(block, is_frame);
    }
    splitting.sections
}

struct Splitting<'a, 's> {
    lines: &'s [Line<'a>],
    chosen: &'s Chosen,
    sections: Sections<'a>,
    present: Option<Section>,
}

impl<'a> Splitting<'a, '_> {
    /// A block of the text; a table that frames sections is taken away from around them.
    fn block(&mut self, block: &'a Block, is_frame: bool) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(block, paragraph),
            Block::Table(table) if is_frame => {
                for inner in table.seen_cells().flat_map(|cell| &cell.blocks) {
                    let holds = matches!(inner, Block::Table(_)) && self.holds_heading(inner);
                    self.block(inner, holds);
                }
            }
            _ => self.put(Cow::Borrowed(block)),
        }
    }

    fn paragraph(&mut self, block: &'a Block, paragraph: &'a Paragraph) {
        let is_here = |heading: &&Candidate| std::ptr::eq(self.lines[heading.line].paragraph, paragraph);
        let headings: Vec<Candidate> = self.chosen.iter().filter(is_here).copied().collect();
        if headings.is_empty() {
            return self.put(Cow::Borrowed(block));
        }
        let text = paragraph.text();
        let mut at = 0;
        for heading in headings {
            self.put_part(paragraph, at, heading.begin);
            let heading_text = text[heading.begin..heading.end].trim().to_owned();
            let number = heading.number;
            let found = Found { heading: heading_text, role: paragraph.role, number, blocks: Vec::new() };
            self.sections.found.insert(heading.section, found);
            self.present = Some(heading.section);
            at = heading.end;
        }
        self.put_part(paragraph, at, text.len());
    }

    /// What of a paragraph stands between two bytes of its text.
    fn put_part(&mut self, paragraph: &Paragraph, from: usize, to: usize) {
        let pieces = part(&paragraph.pieces, from, to);
        let shows = |piece: &Piece| match piece {
            Piece::Text(text, _) => !text.trim().is_empty(),
            Piece::Break(_) | Piece::Bookmark(_) => false,
            _ => true,
        };
        if pieces.iter().any(shows) {
            let rest = Paragraph { pieces, ..Paragraph::default() };
            self.put(Cow::Owned(Block::Paragraph(rest)));
        }
    }

    fn put(&mut self, block: Cow<'a, Block>) {
        match self.present.and_then(|section| self.sections.found.get_mut(&section)) {
            Some(found) => found.blocks.push(block),
            None => self.sections.before.push(block),
        }
    }

    fn holds_heading(&self, block: &Block) -> bool {
        let lines = super::lines::lines(std::slice::from_ref(block));
        let is_chosen = |paragraph: &Paragraph| {
            self.chosen.iter().any(|heading| std::ptr::eq(self.lines[heading.line].paragraph, paragraph))
        };
        lines.iter().any(|line| is_chosen(line.paragraph))
    }
}

/// The pieces between two bytes of the text they print; line breaks at the edges are none of it.
pub(super) fn part(pieces: &[Piece], from: usize, to: usize) -> Vec<Piece> {
    let (mut at, mut kept) = (0, Vec::new());
    for piece in pieces {
        let length = match piece {
            Piece::Text(text, _) | Piece::Reference { text, .. } => text.len(),
            Piece::Break(_) => 1,
            _ => 0,
        };
        let (begin, end) = (at.max(from), (at + length).min(to));
        match piece {
            Piece::Text(text, look) if begin < end => {
                kept.push(Piece::Text(text[begin - at..end - at].to_owned(), *look));
            }
            Piece::Text(..) => {}
            _ if length == 0 && (from..=to).contains(&at) => kept.push(piece.clone()),
            _ if begin < end => kept.push(piece.clone()),
            _ => {}
        }
        at += length;
    }
    let breaks = kept.iter().take_while(|piece| matches!(piece, Piece::Break(_))).count();
    kept.drain(..breaks);
    while matches!(kept.last(), Some(Piece::Break(_))) {
        kept.pop();
    }
    kept
}
