//! 典型经验.docx (附件2).

mod caption;
mod chart;
mod columns;
mod contents;
mod figure;
mod grid;
mod inline;
mod list;
mod look;
mod numbering;
mod section;
mod table;
#[cfg(test)]
mod tests;
mod writer;

use super::compose::Composer;
use super::layout::first_pages;
use super::sheet::Sheet;
use super::style::size;
use super::title::document_title;
use super::{Printed, Role, Sources};
use crate::form::Section;
use crate::form::rich_text::Block;
use crate::ooxml::{self, Parts};
use writer::{PAGE, Writer};

pub(super) use inline::marked;
pub(super) use numbering::{HeadingNumbers, add_lists, list_item};

/// 典型经验.docx (附件2).
///
/// # Errors
/// When the document cannot be made.
pub fn document(sources: &Sources) -> Result<Parts, ooxml::Error> {
    let mut writer = Writer::new(sources);
    for section in Section::ALL {
        writer.section(section);
    }
    let pages = first_pages(&writer.pieces, PAGE);
    let headings = writer.headings(&pages);
    let mut composer = Composer::new(Sheet::EXPERIENCE, size::FOUR);
    let title = &sources.content.declaration.experience_name;
    composer.add(document_title(title, Sheet::EXPERIENCE));
    contents::add(&mut composer, &sources.edition.experience.contents, title, &headings);
    writer.blocks.into_iter().for_each(|block| composer.add(block));
    composer.with(|document| numbering::add(document, writer.ordered_lists));
    composer.finish(title, sources)
}

/// The pictures of the figures.
pub(super) fn pictures<'a>(sources: &Sources<'a>) -> Vec<Printed<'a>> {
    let figures = sources.content.experience.sections().flat_map(|(_, text)| &text.blocks);
    let of = |block: &Block| {
        let Block::Figure(figure) = block else { return None };
        let placed = figure::placed(sources, figure)?;
        let item = format!("插图：{}", placed.title);
        Some(placed.printed(Role::Figure, &item))
    };
    figures.filter_map(of).collect()
}
