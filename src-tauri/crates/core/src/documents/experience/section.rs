//! The sections of the text, block by block.

use super::writer::Writer;
use crate::form::Section;
use crate::form::rich_text::{Block, Flow};
use crate::ooxml::{Paragraph, Run};

impl<'a> Writer<'a> {
    /// A section with its heading.
    pub fn section(&mut self, section: Section) {
        let title = self.sources.edition.section(section).title.clone();
        let paragraph = Paragraph::new();
        let paragraph = if self.is_empty() { paragraph.page_break_before() } else { paragraph };
        self.heading(0, paragraph, vec![Run::new().text(&title)], &title);
        let content = self.sources.content;
        content.experience.section(section).blocks.iter().for_each(|block| self.block(block));
    }

    /// The next block of a section.
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => {
                let (runs, text) = self.line(&heading.content);
                self.heading(heading.level.number() - 1, Paragraph::new(), runs, &text);
            }
            Block::Flow(Flow::Paragraph(content)) => {
                let (runs, text) = self.line(content);
                self.paragraph(runs, &text);
            }
            Block::Flow(Flow::List(list)) => self.list(list, 0),
            Block::Figure(figure) => self.figure(figure),
            Block::Chart(chart) => self.chart(chart),
            Block::Table(table) => self.table(table),
        }
    }
}
