//! The items and files of the 证实性材料, with their places.

use crate::form::{Evidence, EvidenceCategory, Path};
use crate::rules::Context;

/// A file of an item.
pub(super) struct ItemFile<'a> {
    /// The index of the item.
    pub item: usize,
    /// The index of the file in it.
    pub file: usize,
    /// The file's id.
    pub id: &'a str,
}

impl ItemFile<'_> {
    pub fn path(&self) -> Path {
        item(self.item).key("files").index(self.file)
    }
}

/// The path of an item.
pub(super) fn item(index: usize) -> Path {
    Path::root("evidence").index(index)
}

/// The title of an item as messages name it, or which it is.
pub(super) fn title(context: &Context, index: usize) -> String {
    match context.content.evidence.get(index).map(|item| item.title.trim()) {
        Some(title) if !title.is_empty() => format!("“{title}”"),
        _ => format!("第{}件证实性材料", index + 1),
    }
}

/// The items of a category with their indices.
pub(super) fn items_of<'a>(
    context: &Context<'a>,
    category: EvidenceCategory,
) -> impl Iterator<Item = (usize, &'a Evidence)> + use<'a> {
    context.content.evidence.iter().enumerate().filter(move |(_, item)| item.category == category)
}

/// Whether there is an item of this category.
pub(super) fn has(context: &Context, category: EvidenceCategory) -> bool {
    items_of(context, category).next().is_some()
}

/// Every file of every item.
pub(super) fn each_file<'a>(context: &Context<'a>) -> impl Iterator<Item = ItemFile<'a>> + use<'a> {
    context.content.evidence.iter().enumerate().flat_map(|(item, evidence)| {
        evidence.files.iter().enumerate().map(move |(file, id)| ItemFile { item, file, id })
    })
}
