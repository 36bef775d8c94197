//! 证实性材料.docx: the cover line, the list, then item by item heading, facts and pages.

mod contents;
mod item;

use super::compose::{Composer, line};
use super::scan::Placed;
use super::style::{id, size};
use super::{Printed, Role, Sources};
use crate::form::Evidence;
use crate::ooxml::{self, Parts};

pub(super) fn document(sources: &Sources) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(size::SMALL_FOUR);
    let labels = &sources.edition.evidence;
    composer.add(line(id::TITLE, &sources.content.organization));
    composer.add(line(id::TITLE, &labels.title));
    let items = items(sources);
    contents::add(&mut composer, sources, &items);
    for item in &items {
        item::add(&mut composer, sources, item);
    }
    composer.finish(&labels.title, sources)
}

/// The pages of all items.
pub(super) fn pictures<'a>(sources: &Sources<'a>) -> Vec<Printed<'a>> {
    let of = |item: &Item<'a>| {
        let heading = item.heading();
        let printed = |scan: Placed<'a>| scan.printed(Role::Evidence, &heading);
        item::placed(sources, item).into_iter().map(printed).collect::<Vec<_>>()
    };
    items(sources).iter().flat_map(of).collect()
}

fn items<'a>(sources: &Sources<'a>) -> Vec<Item<'a>> {
    sources.content.evidence.iter().enumerate().map(Item::of).collect()
}

/// An item of the 证实性材料 with its number.
struct Item<'a> {
    number: usize,
    evidence: &'a Evidence,
}

impl<'a> Item<'a> {
    fn of((index, evidence): (usize, &'a Evidence)) -> Item<'a> {
        Item { number: index + 1, evidence }
    }

    /// The bookmark around its heading.
    fn bookmark(&self) -> String {
        format!("_Evidence{:04}", self.number)
    }

    fn heading(&self) -> String {
        format!("{}. {}", self.number, self.evidence.title)
    }
}
