//! What a package takes of what it may take (字节预算), without making it.

use super::pictures::{Stored, stored};
use crate::documents::{Sources, Stage};
use crate::draft::{Draft, DraftError};
use crate::edition::Edition;
use crate::evidence::budget::LEGIBLE_DPI;
use crate::form::Content;
use serde::Serialize;

/// What is reckoned for all but the pictures: three documents without pictures have about 60,000 bytes, each chart 10,000.
const TEXT: u64 = 200_000;

/// The least a page is ever brought to, in bytes for 1000 pixels.
const LEAST: u64 = 40;

/// The room in a package and who takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Budget {
    /// About what the package would take with every picture as it is, in bytes.
    pub bytes: u64,
    /// About what it will take: scans are brought down where it would be too large, as far as that goes.
    pub expected_bytes: u64,
    /// What it may take.
    pub limit_bytes: u64,
    /// What takes the room, the largest first.
    pub items: Vec<ItemBytes>,
}

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

/// Reckons what the package of a draft whose content is `content` takes. Nothing is decoded: quick enough to show all the time.
pub fn budget(draft: &Draft, content: &Content, edition: &Edition) -> Result<Budget, DraftError> {
    let pages = draft.all_pages(content)?;
    // Neither stage nor day change the size of a picture.
    let sources = Sources { content, edition, pages: &pages, stage: Stage::Final, today: edition.deadline };
    let stored = stored(&sources);
    let bytes = TEXT + stored.iter().map(Stored::bytes).sum::<u64>();
    let least = TEXT + stored.iter().map(least).sum::<u64>();
    let limit_bytes = edition.package.limit_bytes;
    let expected_bytes = bytes.min(limit_bytes.max(least));
    let sizes = stored.iter().map(|picture| (picture.item.as_str(), picture.bytes()));
    Ok(Budget { bytes, expected_bytes, limit_bytes, items: by_item(sizes) })
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

/// A bound that no picture is brought below.
fn least(picture: &Stored) -> u64 {
    let pixels = u64::from(picture.page.width) * u64::from(picture.page.height);
    let dpi = u64::from(picture.dpi().max(LEGIBLE_DPI));
    let legible = pixels * u64::from(LEGIBLE_DPI).pow(2) / dpi.pow(2);
    picture.bytes().min(legible * LEAST / 1000 * picture.copies())
}
