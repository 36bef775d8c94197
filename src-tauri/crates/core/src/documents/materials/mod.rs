//! 证实性材料.docx: the cover line, the list, then item by item heading, facts and pages.

mod body;
mod contents;
mod item;
#[cfg(test)]
mod tests;

use super::compose::Composer;
use super::scan::Placed;
use super::sheet::Sheet;
use super::style::size;
use super::title::document_title;
use super::{Printed, Role, Sources};
use crate::ooxml::{self, Parts};
use item::{Item, items};

/// 证实性材料.docx.
///
/// # Errors
/// When the document cannot be made.
pub fn document(sources: &Sources) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(Sheet::SCANS, size::SMALL_FOUR);
    let labels = &sources.edition.evidence;
    composer.add(document_title(&sources.content.organization, Sheet::SCANS));
    composer.add(document_title(&labels.title, Sheet::SCANS));
    let items = items(sources);
    contents::add(&mut composer, sources, &items);
    for item in &items {
        body::add(&mut composer, sources, item);
    }
    composer.finish(&labels.title, sources)
}

/// The page on which each item begins.
pub(super) fn first_pages(sources: &Sources) -> Vec<usize> {
    contents::first_pages_of(sources, &items(sources))
}

/// The pages of all items.
pub(super) fn pictures<'a>(sources: &Sources<'a>) -> Vec<Printed<'a>> {
    let of = |item: &Item<'a>| {
        let heading = item.heading();
        let printed = |scan: Placed<'a>| scan.printed(Role::Evidence, &heading);
        body::placed(sources, item).into_iter().map(printed).collect::<Vec<_>>()
    };
    items(sources).iter().flat_map(of).collect()
}
