//! What stands before the sections: the title, the 目录, and what has no place.

use super::inline::words;
use crate::edition::Edition;
use crate::form::Section;
use crate::import::report::Report;
use crate::import::words::{bare, normal, value};
use crate::ooxml::read::{Block, Paragraph, Piece, Role};
use crate::sections::{TypedContents, author, is_no_title, is_of_form};
use std::borrow::Borrow;

/// What stands before the sections: the title is taken, 目录 and the words of the notice passed over, the rest told.
pub(super) fn before<B: Borrow<Block>>(
    blocks: &[B],
    edition: &Edition,
    organization: &str,
    report: &mut Report,
) -> String {
    let contents = TypedContents::of(edition);
    let mut front = Front { edition, organization, contents, report, title: String::new() };
    for block in blocks {
        match block.borrow() {
            Block::Paragraph(paragraph) => front.paragraph(paragraph),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| front.report.leave(&cell.text(), BEFORE));
            }
            Block::Foreign(target) => {
                front.report.leave(&format!("插入的文件“{target}”，请在Word里合并后再导入"), BEFORE);
            }
        }
    }
    front.title
}

const BEFORE: &str = "典型经验 正文之前";
/// Longer lines are no title.
const LONGEST: usize = 60;

struct Front<'a> {
    edition: &'a Edition,
    organization: &'a str,
    contents: TypedContents<'a>,
    report: &'a mut Report,
    title: String,
}

impl Front<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        paragraph.pieces.iter().for_each(|piece| hanging(piece, self.report));
        let text = paragraph.text();
        let is_of_contents = self.contents.takes(&text) || is_contents_line(&text, self.edition);
        if paragraph.role == Role::Contents || is_of_contents || self.is_known(&text) {
            return;
        }
        if let Some(title) = titled(&text) {
            let before = std::mem::replace(&mut self.title, value(title));
            if normal(&before) != normal(&self.title) {
                self.report.leave(&before, BEFORE);
            }
        } else if self.title.is_empty() && text.chars().count() <= LONGEST && !is_no_title(&text) {
            self.title = value(&text);
        } else {
            self.report.leave(&text, BEFORE);
        }
    }

    /// Whether a line says nothing that the draft does not know.
    fn is_known(&self, text: &str) -> bool {
        let is_own = |name: &str| name.is_empty() || normal(name) == normal(self.organization);
        is_own(text.trim()) || is_of_form(text) || author(text).is_some_and(is_own)
    }
}

/// The title behind its label: 经验名称：….
fn titled(text: &str) -> Option<&str> {
    let (label, title) = text.split_once(['：', ':'])?;
    let is_label = matches!(normal(label).as_str(), "经验名称" | "典型经验名称" | "标题" | "题目");
    (is_label && !title.trim().is_empty()).then_some(title)
}

/// What hangs in a paragraph before the sections has no place.
fn hanging(piece: &Piece, report: &mut Report) {
    match piece {
        Piece::Picture(_) => report.leave("一张图片", BEFORE),
        Piece::TextBox(inner) | Piece::Note(inner) => report.leave(&words(inner), BEFORE),
        Piece::Equation(text) | Piece::Object(text) => report.leave(text, BEFORE),
        Piece::Chart(chart) => report.leave(&chart.in_words(), BEFORE),
        _ => {}
    }
}

/// A line of a typed 目录 wherever it stands: the name of a section, or dots and a page number.
fn is_contents_line(text: &str, edition: &Edition) -> bool {
    let line = bare(text);
    let ends_in_page = text.trim_end().ends_with(|c: char| c.is_ascii_digit())
        && (text.contains("…") || text.contains("...") || text.contains("··"));
    let is_section = Section::ALL
        .iter()
        .any(|section| line.ends_with(&edition.section(*section).title) && line.chars().count() <= 8);
    ends_in_page || is_section
}

/// Whether a block of a text without sections is its title, or stands above it.
pub(super) fn is_front(block: &Block, title: &str) -> bool {
    let Block::Paragraph(paragraph) = block else { return false };
    let text = paragraph.text();
    let is_title = !title.is_empty() && value(titled(&text).unwrap_or(&text)) == title;
    paragraph.role == Role::Contents || is_title
}
