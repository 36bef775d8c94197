//! 典型经验: the four sections with their headings, lists, tables, pictures, charts and references.

mod captions;
mod chart;
mod inline;
mod items;
mod levels;
mod lists;
mod references;
mod table;

use super::pictures::Pictures;
use super::report::Report;
use super::words::{bare, normal, value};
use crate::edition::Edition;
use crate::form::rich_text::RichText;
use crate::form::{Content, Experience, Section};
use crate::ooxml::read::{Block, Piece, Role, WordDocument};
use crate::sections::{Found, sections};
pub(super) use inline::words;
pub(super) use references::resolve_items;

use items::Items;
use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;

/// A 典型经验 that was read.
#[derive(Debug)]
pub(super) struct Narrative {
    /// Its title.
    pub title: String,
    /// The sections that were found.
    pub sections: BTreeMap<Section, RichText>,
}

/// Reads a 典型经验. `content` has the tables that its charts may be drawn from.
pub(super) fn read(
    document: &WordDocument,
    edition: &Edition,
    content: &Content,
    pictures: &mut Pictures,
    report: &mut Report,
) -> Narrative {
    let mut parts = sections(&document.blocks, edition);
    let title = before(&parts.before, edition, &content.organization, report);
    let name = |section| edition.section(section).title.as_str();
    if parts.found.is_empty() {
        let blocks = document.blocks.iter().filter(|block| !is_front(block, &title)).map(Cow::Borrowed);
        let found = Found { blocks: blocks.collect(), ..Found::default() };
        if !found.blocks.is_empty() {
            report.doubt(
                &title,
                name(Section::Process),
                "没有找到四个部分的标题，全文放在了这里，请分到各部分",
            );
        }
        parts.found.insert(Section::Process, found);
    }
    for section in Section::ALL.into_iter().filter(|section| !parts.found.contains_key(section)) {
        report.doubt(name(section), "典型经验", "没有找到这一部分的标题，请核对前一部分");
    }
    let mut items = Items::new(edition, content, pictures, report);
    for (section, found) in &parts.found {
        items.section(*section, found);
    }
    Narrative { title, sections: items.finish() }
}

/// What stands before the sections: the title is taken, the 目录 passed over, the rest told.
fn before<B: Borrow<Block>>(
    blocks: &[B],
    edition: &Edition,
    organization: &str,
    report: &mut Report,
) -> String {
    let mut title = String::new();
    for block in blocks {
        let paragraph = match block.borrow() {
            Block::Paragraph(paragraph) => paragraph,
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| report.leave(&cell.text(), BEFORE));
                continue;
            }
            Block::Foreign(target) => {
                report.leave(&format!("插入的文件“{target}”，请在Word里合并后再导入"), BEFORE);
                continue;
            }
        };
        paragraph.pieces.iter().for_each(|piece| hanging(piece, report));
        let text = paragraph.text();
        let is_contents = paragraph.role == Role::Contents || is_contents_line(&text, edition);
        let is_known = text.trim().is_empty() || normal(&text) == normal(organization);
        if is_known || is_contents {
            continue;
        }
        if title.is_empty() && text.chars().count() <= 60 {
            title = value(&text);
        } else {
            report.leave(&text, BEFORE);
        }
    }
    title
}

const BEFORE: &str = "典型经验 正文之前";

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

/// 目录, or a line of a typed one: the name of a section, dots and a page number.
fn is_contents_line(text: &str, edition: &Edition) -> bool {
    let line = bare(text);
    let ends_in_page = text.trim_end().ends_with(|c: char| c.is_ascii_digit())
        && (text.contains("…") || text.contains("...") || text.contains("··"));
    let is_section = Section::ALL
        .iter()
        .any(|section| line.ends_with(&edition.section(*section).title) && line.chars().count() <= 8);
    line == bare(&edition.experience.contents) || ends_in_page || is_section
}

/// Whether a block of a text without sections is its title.
fn is_front(block: &Block, title: &str) -> bool {
    match block {
        Block::Paragraph(paragraph) => {
            paragraph.role == Role::Contents || !title.is_empty() && value(&paragraph.text()) == title
        }
        _ => false,
    }
}

/// Puts sections into an experience.
pub(super) fn put(experience: &mut Experience, sections: BTreeMap<Section, RichText>) {
    sections.into_iter().for_each(|(section, text)| *experience.section_mut(section) = text);
}
