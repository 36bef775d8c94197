//! Named styles of paragraphs (17.7.4.17).

use super::font::Fonts;
use super::position::{Alignment, Indent, Spacing};
use docx_rs::{IndentLevel, NumberingId, ParagraphProperty, StyleType, Tab, TabLeaderType, TabValueType};

/// A style. Word offers it among the main ones.
#[derive(Debug, Clone)]
pub struct Style(pub(super) docx_rs::Style);

impl Style {
    /// A style whose `name` is the one Word shows; its own names (17.7.4.9) are English.
    pub fn new(id: &str, name: &str) -> Self {
        Style(docx_rs::Style::new(id, StyleType::Paragraph).name(name))
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.0.style_id
    }

    /// Like the style with this id where nothing else is said.
    pub fn based_on(self, id: &str) -> Self {
        Style(self.0.based_on(id))
    }

    /// Followed by paragraphs of the style with this id.
    pub fn next(self, id: &str) -> Self {
        Style(self.0.next(id))
    }

    /// In these fonts.
    pub fn fonts(self, fonts: Fonts) -> Self {
        Style(self.0.fonts(fonts.build()))
    }

    /// So many half points high.
    pub fn size(self, half_points: usize) -> Self {
        Style(self.0.size(half_points))
    }

    /// Bold.
    pub fn bold(self) -> Self {
        Style(self.0.bold())
    }

    /// Between the margins.
    pub fn align(self, alignment: Alignment) -> Self {
        Style(self.0.align(alignment.build()))
    }

    /// Away from the margins.
    pub fn indent(self, indent: Indent) -> Self {
        Style(self.0.indent(indent.left, indent.special(), indent.right, None))
    }

    /// Away from other paragraphs, and its lines from each other.
    pub fn spacing(self, spacing: Spacing) -> Self {
        Style(self.0.line_spacing(spacing.build()))
    }

    /// Its lines not moved onto the grid of the page (17.3.1.32).
    pub fn off_grid(self) -> Self {
        Style(self.0.snap_to_grid(false))
    }

    /// A heading of this level, from 0.
    pub fn outline_level(self, level: usize) -> Self {
        Style(self.0.outline_lvl(level))
    }

    /// On the same page as the next paragraph (17.3.1.15).
    pub fn keep_next(self) -> Self {
        self.with(|paragraph| paragraph.keep_next(true))
    }

    /// Not parted by the end of a page (17.3.1.14).
    pub fn keep_lines(self) -> Self {
        self.with(|paragraph| paragraph.keep_lines(true))
    }

    /// With a tab so many twips from the left margin, dots leading to the text that ends there (17.3.1.37).
    pub fn dotted_tab(self, twips: usize) -> Self {
        let tab = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(twips);
        self.with(|paragraph| paragraph.add_tab(tab))
    }

    /// Numbered as a level, from 0, of the numbering with this id.
    pub fn numbering(self, id: usize, level: usize) -> Self {
        self.with(|paragraph| paragraph.numbering(NumberingId::new(id), IndentLevel::new(level)))
    }

    fn with(mut self, change: impl FnOnce(ParagraphProperty) -> ParagraphProperty) -> Self {
        self.0.paragraph_property = change(self.0.paragraph_property);
        self
    }
}
