//! What a document shows, as a tree.

use super::chart::DrawnChart;
use super::numbering::Number;
use super::styles::Role;
use std::sync::Arc;

/// A paragraph, a table, or what is neither.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A part of another document that Word shows here (17.17.2.1); its target.
    Foreign(String),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// What its style says it is.
    pub role: Role,
    /// Its automatic number or bullet.
    pub number: Option<Number>,
    /// What stands in it, in order.
    pub pieces: Vec<Piece>,
    /// Whether a SEQ field numbers it (17.16.5.56).
    pub is_sequence: bool,
    /// Whether its style is that of lists: without a number it goes on with the item before.
    pub is_list: bool,
}

/// What stands in a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Text.
    Text(String, Look),
    /// A line break.
    Break(Look),
    /// A reference to a bookmark, with the text it shows.
    Reference {
        /// The name of the bookmark.
        bookmark: String,
        /// The text it shows.
        text: String,
        /// How it looks.
        look: Look,
    },
    /// A bookmark begins here.
    Bookmark(String),
    /// A picture.
    Picture(ReadPicture),
    /// A native chart; the same one may be drawn in many places.
    Chart(Arc<DrawnChart>),
    /// A text box with what stands in it.
    TextBox(Vec<Block>),
    /// A footnote or an endnote with what stands in it.
    Note(Vec<Block>),
    /// An equation, as far as letters show it.
    Equation(String),
    /// Something that cannot be shown: an embedded object, a diagram; its texts.
    Object(String),
}

/// A picture in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadPicture {
    /// Its part; none where it lies outside the document.
    pub part: Option<String>,
    /// Clockwise quarter turns that the document gives it.
    pub quarters: u8,
    /// Whether the document mirrors it.
    pub mirrored: bool,
    /// The text for readers who cannot see it.
    pub alt: String,
    /// Its width on the page in EMU, 0 where it is not told.
    pub width_emu: u64,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// 加粗, given to the text itself and not by the style of its paragraph.
    pub bold: bool,
    /// 斜体.
    pub italic: bool,
    /// 下划线.
    pub underline: bool,
    /// 下标 or 上标.
    pub position: Option<Position>,
}

/// 下标 or 上标.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// 下标.
    Subscript,
    /// 上标.
    Superscript,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Whether it repeats on every page.
    pub is_header: bool,
    /// Its cells, those that continue the one above among them.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// The first of its columns, from 0.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans; 0 where it continues the cell above, and is not seen.
    pub rows: usize,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

impl Paragraph {
    /// What it prints in the line of text: without its automatic number, text boxes, notes and equations. A line
    /// break is a line feed.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(words, _) | Piece::Reference { text: words, .. } => text.push_str(words),
                Piece::Break(_) => text.push('\n'),
                _ => {}
            }
        }
        text
    }

    /// Whether all its letters are bold by their own look.
    pub fn is_bold(&self) -> bool {
        let mut letters = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(words, look) if !words.trim().is_empty() => Some(look.bold),
            _ => None,
        });
        letters.next().is_some_and(|first| first && letters.all(|bold| bold))
    }
}

impl Table {
    /// The cells that are seen, from top to bottom: what continues the cell above is none of them.
    pub fn seen_cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.rows > 0)
    }
}

impl Cell {
    /// The text of its paragraphs, line by line, those of tables in it left out.
    pub fn text(&self) -> String {
        let lines = self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text()),
            _ => None,
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Its paragraphs, those of tables in it left out.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })
    }
}
