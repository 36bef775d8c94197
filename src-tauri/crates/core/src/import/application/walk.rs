//! Walking through a 申报书 from top to bottom.

use super::form::Form;
use super::state::Scan;
use crate::ooxml::read::{Block, Paragraph, Piece};

impl Form<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    self.hanging(paragraph);
                    self.paragraph(&paragraph.text());
                }
                Block::Table(table) => self.table(table),
                Block::Foreign(target) => {
                    self.report.leave(&format!("插入的文件“{target}”，请在Word里合并后再导入"), "申报书");
                }
            }
        }
    }

    /// What hangs in a paragraph: scans, text boxes, notes.
    pub(super) fn hanging(&mut self, paragraph: &Paragraph) {
        for piece in &paragraph.pieces {
            match piece {
                Piece::Picture(picture) => {
                    let scan = Scan { picture: picture.clone(), sheet: self.sheet };
                    self.scans.push(scan);
                }
                Piece::TextBox(blocks) => self.apart(blocks, "文本框"),
                Piece::Note(blocks) => self.apart(blocks, "脚注"),
                Piece::Equation(text) | Piece::Object(text) => self.leave(text),
                Piece::Chart(chart) => self.leave(&chart.in_words()),
                _ => {}
            }
        }
    }

    /// What stands apart from the text: cells of a form may be drawn as boxes, anything else is left.
    fn apart(&mut self, blocks: &[Block], place: &str) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    self.hanging(paragraph);
                    let text = paragraph.text();
                    if !self.known.is_fixed(&text) && !self.labelled_line(&text) {
                        let place = format!("{} {place}", self.place());
                        self.report.leave(&text, &place);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Foreign(_) => {}
            }
        }
    }
}
