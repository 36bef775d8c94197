//! A whole document.

use super::font::Fonts;
use super::list::{List, Numbering};
use super::paragraph::Paragraph;
use super::position::Spacing;
use super::style::Style;
use super::table::Block;
use crate::ooxml::extras::Extras;
use crate::ooxml::finish::finish;
use crate::ooxml::{Error, Parts, Properties};
use docx_rs::{Docx, Footer, Header, PageMargin};

/// A document of one section.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its pages.
    pub page: Page,
    /// The fonts of what no style gives others.
    pub fonts: Fonts,
    /// The size of what no style gives another, in half points.
    pub size: usize,
    /// The spacing of what no style gives another.
    pub spacing: Spacing,
    /// Named styles; `Normal` is one of them.
    pub styles: Vec<Style>,
    /// How lists look.
    pub lists: Vec<List>,
    /// The lists that paragraphs and styles are numbered with.
    pub numberings: Vec<Numbering>,
    /// At the top of each page.
    pub header: Option<Paragraph>,
    /// At the foot of each page.
    pub footer: Option<Paragraph>,
    /// Whether the first page is a cover: it has the header and no footer (17.10.6).
    pub is_covered: bool,
    /// From top to bottom.
    pub body: Vec<Block>,
}

/// The size of the pages and their margins (17.6.11, 17.6.13), in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Width of the paper.
    pub width: u32,
    /// Height of the paper.
    pub height: u32,
    /// Blank above the text.
    pub top: i32,
    /// Blank below the text.
    pub bottom: i32,
    /// Blank to the left of the text.
    pub left: i32,
    /// Blank to the right of the text.
    pub right: i32,
    /// From the upper edge to the header.
    pub header: i32,
    /// From the lower edge to the footer.
    pub footer: i32,
}

impl Document {
    /// Adds what stands next.
    pub fn add(&mut self, block: impl Into<Block>) {
        self.body.push(block.into());
    }

    /// The parts of the document, valid and with all that docx-rs lacks.
    ///
    /// # Errors
    /// When two bookmarks have the same name, or the workbook of a chart cannot be made.
    pub fn finish(self, properties: &Properties) -> Result<Parts, Error> {
        let mut extras = Extras::default();
        let docx = self.build(&mut extras);
        finish(docx, extras, properties)
    }

    fn build(self, extras: &mut Extras) -> Docx {
        let mut docx = Docx::new()
            .page_size(self.page.width, self.page.height)
            .page_margin(self.page.margin())
            .default_fonts(self.fonts.build())
            .default_size(self.size)
            .default_line_spacing(self.spacing.build());
        docx = self.styles.into_iter().fold(docx, |docx, style| docx.add_style(style.0));
        docx = self.lists.into_iter().fold(docx, |docx, list| docx.add_abstract_numbering(list.build()));
        docx = self.numberings.into_iter().fold(docx, |docx, one| docx.add_numbering(one.build()));
        if let Some(header) = self.header {
            let mut header = || Header::new().add_paragraph(header.clone().build(extras));
            if self.is_covered {
                docx = docx.first_header(header());
            }
            docx = docx.header(header());
        }
        if self.is_covered {
            docx = docx.title_pg();
        }
        if let Some(footer) = self.footer {
            docx = docx.footer(Footer::new().add_paragraph(footer.build(extras)));
        }
        self.body.into_iter().fold(docx, |docx, block| match block {
            Block::Paragraph(paragraph) => docx.add_paragraph(paragraph.build(extras)),
            Block::Table(table) => docx.add_table(table.build(extras)),
        })
    }
}

impl Page {
    fn margin(self) -> PageMargin {
        let Page { top, bottom, left, right, header, footer, .. } = self;
        PageMargin { top, bottom, left, right, header, footer, gutter: 0 }
    }
}
