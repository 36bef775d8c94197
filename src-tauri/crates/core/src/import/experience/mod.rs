//! 典型经验: the four sections with their headings, lists, tables, pictures, charts and references.

mod captions;
mod chart;
mod front;
mod inline;
mod items;
mod levels;
mod lists;
mod references;
mod table;

use super::pictures::Pictures;
use super::report::Report;
use crate::edition::Edition;
use crate::form::rich_text::RichText;
use crate::form::{Content, Experience, Section};
use crate::ooxml::read::WordDocument;
use crate::sections::{Found, sections};
pub(super) use inline::words;
pub(super) use references::resolve_items;

use front::{before, is_front};
use items::Items;
use std::borrow::Cow;
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

/// Puts sections into an experience.
pub(super) fn put(experience: &mut Experience, sections: BTreeMap<Section, RichText>) {
    sections.into_iter().for_each(|(section, text)| *experience.section_mut(section) = text);
}
