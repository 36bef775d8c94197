//! The cells of the form's tables.

use super::{EDGE_MARGIN, NUMBER_MARGIN, SIDE_MARGIN};
use crate::documents::layout::{LINE_HEIGHT, line_count, text_width, widest_word};
use crate::documents::sheet::points;
use crate::documents::style::{id, size};
use crate::documents::text::{line, styled};
use crate::ooxml::{Alignment, Cell, Merge, Paragraph, VerticalAlignment};

/// A cell of a form's table.
pub(in crate::documents) struct FormCell {
    paragraphs: Vec<Paragraph>,
    /// The text, for measuring.
    text: String,
    /// A part of the text that stays on one line.
    unbroken: String,
    pub(super) span: usize,
    pub(super) merge: Option<Merge>,
    align: VerticalAlignment,
    /// Blank at its left and right, in twips.
    sides: usize,
    /// A text as wide as so many ems is not broken into shorter lines.
    least: f32,
}

impl FormCell {
    /// A cell of these paragraphs, whose text is `text`.
    pub fn of(paragraphs: Vec<Paragraph>, text: &str) -> FormCell {
        FormCell {
            paragraphs,
            text: text.to_owned(),
            unbroken: String::new(),
            span: 1,
            merge: None,
            align: VerticalAlignment::Center,
            sides: SIDE_MARGIN,
            least: 5.0,
        }
    }

    /// A label: centred.
    pub fn centred(text: &str) -> FormCell {
        FormCell::of(lines(text, Alignment::Center), text)
    }

    /// A number, or the head of a column of numbers: centred, with little blank at its sides.
    pub fn number(text: &str) -> FormCell {
        FormCell { sides: NUMBER_MARGIN, least: 3.0, ..FormCell::centred(text) }
    }

    /// A text: at the left.
    pub fn left(text: &str) -> FormCell {
        FormCell::of(lines(text, Alignment::Left), text)
    }

    /// Continues the cell above.
    pub fn continued() -> FormCell {
        FormCell::centred("").merged(Merge::Continue)
    }

    /// Over several columns.
    pub fn over(mut self, columns: usize) -> FormCell {
        self.span = columns;
        self
    }

    /// The first of cells merged downwards, or one that continues the cell above.
    pub fn merged(mut self, merge: Merge) -> FormCell {
        self.merge = Some(merge);
        self
    }

    /// Text at the top.
    pub fn at_top(mut self) -> FormCell {
        self.align = VerticalAlignment::Top;
        self
    }

    /// So wide that this part of its text stays on one line.
    pub fn unbroken(mut self, part: &str) -> FormCell {
        self.unbroken = part.to_owned();
        self
    }

    /// Its text's height with the blanks above and below it, in points.
    pub(super) fn height(&self, width: usize, half_points: usize) -> f32 {
        let size = half_points as f32 / 2.0;
        let lines = line_count(&self.text, size, points(width.saturating_sub(2 * self.sides)), 0.0);
        lines as f32 * size * LINE_HEIGHT + points(2 * EDGE_MARGIN)
    }

    /// The twips it needs for no word or number of it to be torn, and for no column of single characters.
    pub(super) fn least_width(&self, half_points: usize) -> usize {
        /// For fonts that are a little wider than they should be, and for the rule.
        const SPARE: f32 = 1.03;
        const RULE: usize = 12;
        let size = half_points as f32 / 2.0;
        let whole = self.text.split('\n').map(|line| text_width(line, size)).fold(0.0, f32::max);
        let width = widest_word(&self.text, size)
            .max(text_width(&self.unbroken, size))
            .max(whole.min(self.least * size));
        (width * SPARE * 20.0) as usize + 2 * self.sides + RULE
    }

    pub(super) fn built(self, width: usize, half_points: usize, is_kept: bool) -> Cell {
        let mut built = Cell::new(width).align(self.align);
        if self.span > 1 {
            built = built.span(self.span);
        }
        if let Some(merge) = self.merge {
            built = built.merge(merge);
        }
        if self.sides != SIDE_MARGIN {
            built = built.side_margins(self.sides);
        }
        let kept = |paragraph: Paragraph| if is_kept { paragraph.keep_next() } else { paragraph };
        let sized = |paragraph: Paragraph| match half_points {
            size::FIVE => paragraph,
            smaller => paragraph.size(smaller),
        };
        self.paragraphs.into_iter().map(kept).map(sized).fold(built, Cell::block)
    }
}

/// One paragraph a line, in the table's style.
fn lines(text: &str, alignment: Alignment) -> Vec<Paragraph> {
    text.split('\n').map(|text| line(id::CELL, text).align(alignment)).collect()
}

/// An empty paragraph in a cell's style.
pub(in crate::documents) fn cell_paragraph() -> Paragraph {
    styled(id::CELL)
}
