//! The items of the 证实性材料.

use crate::documents::{Sources, bookmark};
use crate::form::Evidence;

/// All, in their order.
pub(super) fn items<'a>(sources: &Sources<'a>) -> Vec<Item<'a>> {
    sources.content.evidence.iter().enumerate().map(Item::of).collect()
}

/// An item of the 证实性材料 with its number.
pub(super) struct Item<'a> {
    pub number: usize,
    pub evidence: &'a Evidence,
}

impl<'a> Item<'a> {
    fn of((index, evidence): (usize, &'a Evidence)) -> Item<'a> {
        Item { number: index + 1, evidence }
    }

    /// The bookmark around its heading.
    pub fn bookmark(&self) -> String {
        bookmark::evidence(self.number)
    }

    pub fn heading(&self) -> String {
        format!("{}. {}", self.number, self.evidence.title)
    }
}
