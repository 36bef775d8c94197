//! The sections, written from top to bottom while their pages are estimated.

use super::numbering::HeadingNumbers;
use crate::documents::Sources;
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count};
use crate::documents::sheet::Sheet;
use crate::documents::style::{HEADINGS, HeadingLook, id, size};
use crate::documents::text::styled;
use crate::form::rich_text::Numbers;
use crate::ooxml::{Block, Paragraph, Run};

/// The body of the 典型经验 in the making.
pub(super) struct Writer<'a> {
    pub sources: &'a Sources<'a>,
    /// What cross references print.
    pub numbers: Numbers<'a>,
    /// Paragraphs and tables so far.
    pub blocks: Vec<Block>,
    /// Their sizes, for the page numbers of the contents.
    pub pieces: Vec<Piece>,
    /// How many numbered lists there are so far.
    pub ordered_lists: usize,
    /// Figures and tables so far.
    pub figures: usize,
    pub tables: usize,
    marks: Vec<Mark>,
    heading_numbers: HeadingNumbers,
}

/// A heading as first written down.
struct Mark {
    heading: Heading,
    piece: usize,
}

/// A heading for the table of contents.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// From 0.
    pub level: usize,
    /// With the number that Word will give it.
    pub text: String,
    pub bookmark: String,
    /// Counted from the first page of the body.
    pub page: usize,
}

/// Text size of the body, in points.
pub(super) const BODY: f32 = size::FOUR as f32 / 2.0;
/// Width of the text, in points.
pub(super) const COLUMN: f32 = Sheet::EXPERIENCE.width() as f32 / 20.0;
/// Height of the text, in points.
pub(super) const PAGE: f32 = Sheet::EXPERIENCE.height() as f32 / 20.0;

impl<'a> Writer<'a> {
    pub fn new(sources: &'a Sources<'a>) -> Self {
        Writer {
            sources,
            numbers: Numbers::of(&sources.content.experience, &sources.content.evidence),
            blocks: Vec::new(),
            pieces: Vec::new(),
            ordered_lists: 0,
            figures: 0,
            tables: 0,
            marks: Vec::new(),
            heading_numbers: HeadingNumbers::default(),
        }
    }

    /// Whether nothing is written yet.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// A heading of this level, from 0.
    pub fn heading(&mut self, level: usize, paragraph: Paragraph, runs: Vec<Run>, text: &str) {
        let number = self.heading_numbers.before_next(level);
        let bookmark = self.next_bookmark();
        let paragraph = paragraph.style(id::HEADINGS[level]).bookmark(&bookmark, runs);
        let heading = Heading { level, text: format!("{number}{text}"), bookmark, page: 0 };
        self.marks.push(Mark { piece: self.pieces.len(), heading });
        let HeadingLook { half_points, before, after, .. } = HEADINGS[level];
        let points = half_points as f32 / 2.0;
        let lines = line_count(&format!("{number}{text}"), points, COLUMN, 0.0);
        let (before, after) = (before as f32 / 20.0, after as f32 / 20.0);
        let height = lines as f32 * points * LINE_HEIGHT;
        self.add(paragraph, Piece::Whole { before, height, after, keep_next: true });
    }

    /// What stands next, and its size.
    pub fn add(&mut self, block: impl Into<Block>, piece: Piece) {
        self.blocks.push(block.into());
        self.pieces.push(piece);
    }

    /// A body paragraph of runs that print `text`.
    pub fn paragraph(&mut self, runs: Vec<Run>, text: &str) {
        let paragraph = styled(id::BODY).runs(runs);
        let count = line_count(text, BODY, COLUMN, 2.0 * BODY);
        self.add(paragraph, Piece::Lines { count, height: BODY * LINE_HEIGHT });
    }

    /// The headings with the pages on which their pieces begin.
    pub fn headings(&self, pages: &[usize]) -> Vec<Heading> {
        let paged = |mark: &Mark| Heading { page: pages[mark.piece], ..mark.heading.clone() };
        self.marks.iter().map(paged).collect()
    }

    /// The name of a heading's bookmark, counted through headings and captions.
    fn next_bookmark(&self) -> String {
        format!("_Toc{:08}", self.marks.len() + self.figures + self.tables + 1)
    }
}
