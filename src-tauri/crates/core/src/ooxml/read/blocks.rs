//! Paragraphs and tables of a story, from top to bottom.

use super::error::ReadError;
use super::markup::{alternative, is_joined, is_placeholder};
use super::numbering::Number;
use super::package::Target;
use super::reader::Reader;
use super::styles::value;
use super::tree::{Block, Paragraph};
use crate::ooxml::xml::Element;

/// No application has so many paragraphs, those in the cells of its tables among them.
const MOST_PARAGRAPHS: usize = 60_000;

impl Reader<'_> {
    /// The blocks below a body, a cell, a note or a text box.
    pub fn blocks(&mut self, parent: &Element) -> Vec<Block> {
        let mut read = Vec::new();
        let mut joined = None;
        self.add_blocks(parent, &mut joined, &mut read);
        read.extend(joined.map(Block::Paragraph));
        read
    }

    fn add_blocks(&mut self, parent: &Element, joined: &mut Option<Paragraph>, read: &mut Vec<Block>) {
        for child in parent.elements() {
            match child.name.as_str() {
                _ if self.refused.is_some() => return,
                "w:p" => {
                    let paragraph = self.paragraph(child, joined.take());
                    match is_joined(child) {
                        true => *joined = Some(paragraph),
                        false => read.push(Block::Paragraph(paragraph)),
                    }
                }
                "w:tbl" => {
                    read.extend(joined.take().map(Block::Paragraph));
                    let table = self.table(child);
                    read.push(Block::Table(table));
                }
                "w:sdt" if is_placeholder(child) => {}
                "w:sdt" | "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag" => {
                    self.add_blocks(child, joined, read);
                }
                "w:altChunk" => {
                    let target = self.leads.get(child.attribute("r:id").unwrap_or_default());
                    let target = match target {
                        Some(Target::Part(name) | Target::Outside(name)) => name.clone(),
                        None => String::new(),
                    };
                    read.push(Block::Foreign(target));
                }
                "mc:AlternateContent" => {
                    alternative(child).for_each(|content| self.add_blocks(content, joined, read));
                }
                _ => {}
            }
        }
    }

    /// A paragraph, going on with one whose mark was deleted.
    fn paragraph(&mut self, element: &Element, before: Option<Paragraph>) -> Paragraph {
        let properties = element.child("w:pPr");
        let style = properties.and_then(|properties| value(properties, "w:pStyle"));
        if before.is_none() {
            self.paragraph += 1;
        }
        if self.paragraph > MOST_PARAGRAPHS {
            self.refused.get_or_insert(ReadError::TooManyParagraphs(MOST_PARAGRAPHS));
        }
        self.hides_paragraph = style.and_then(|style| self.styles.switch(style, "w:vanish")) == Some(true);
        let mut paragraph = before.unwrap_or_default();
        paragraph.role = self.styles.role(properties);
        paragraph.number = self.number(properties, style);
        paragraph.is_list = style.is_some_and(|style| self.styles.is_list(style));
        self.inline(element, &mut paragraph);
        paragraph
    }

    fn number(&self, properties: Option<&Element>, style: Option<&str>) -> Option<Number> {
        let own = properties.and_then(|properties| properties.child("w:numPr"));
        let numbering = own.or_else(|| self.styles.numbering(style?))?;
        self.numbering.number(numbering)
    }
}
