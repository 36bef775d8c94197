//! What takes room in a package.

use serde::Serialize;

/// What takes room in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct ItemBytes {
    /// Its title, such as `2. 顾客满意度调查报告`.
    pub title: String,
    /// How many pictures it has.
    pub pictures: usize,
    /// What they take, in bytes.
    pub bytes: u64,
}

/// Adds up what the pictures of each item take; the largest first.
pub(super) fn by_item<'a>(pictures: impl Iterator<Item = (&'a str, u64)>) -> Vec<ItemBytes> {
    let mut items: Vec<ItemBytes> = Vec::new();
    for (title, bytes) in pictures {
        match items.iter_mut().find(|item| item.title == title) {
            Some(item) => {
                item.pictures += 1;
                item.bytes += bytes;
            }
            None => items.push(ItemBytes { title: title.to_owned(), pictures: 1, bytes }),
        }
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.bytes));
    items
}
