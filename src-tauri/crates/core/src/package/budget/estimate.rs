//! What a package takes of what it may take (字节预算), without making it.

use super::pictures::{PackedPicture, packed_pictures};
use crate::documents::{Sources, Stage};
use crate::draft::{Draft, DraftError};
use crate::edition::Edition;
use crate::evidence::budget::LEGIBLE_DPI;
use crate::form::Content;
use crate::package::item_bytes::{ItemBytes, by_item};
use serde::Serialize;

/// The estimate for all but the pictures: three documents without pictures have about 60,000 bytes, each chart 10,000.
const TEXT: u64 = 200_000;

/// The least a page is ever reduced to, in bytes for 1000 pixels.
const LEAST: u64 = 40;

/// The room in a package and who takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Budget {
    /// About what the package would take with every picture as it is, in bytes.
    pub bytes: u64,
    /// About what it will take: scans are downscaled where it would be too large, as far as that goes.
    pub expected_bytes: u64,
    /// What it may take.
    pub limit_bytes: u64,
    /// What takes the room, the largest first.
    pub items: Vec<ItemBytes>,
}

/// Estimates what the package of a draft whose content is `content` takes. Nothing is decoded: quick enough to show
/// all the time.
pub fn budget(draft: &Draft, content: &Content, edition: &Edition) -> Result<Budget, DraftError> {
    let pages = draft.all_pages(content)?;
    // Neither stage nor day change the size of a picture.
    let sources =
        Sources { content, edition, pages: &pages, stage: Stage::Final, today: edition.first_day() };
    let stored = packed_pictures(&sources);
    let bytes = TEXT + stored.iter().map(PackedPicture::bytes).sum::<u64>();
    let least = TEXT + stored.iter().map(least).sum::<u64>();
    let limit_bytes = edition.package.limit_bytes;
    let expected_bytes = bytes.min(limit_bytes.max(least));
    let sizes = stored.iter().map(|picture| (picture.item.as_str(), picture.bytes()));
    Ok(Budget { bytes, expected_bytes, limit_bytes, items: by_item(sizes) })
}

/// A bound that no picture is reduced below.
fn least(picture: &PackedPicture) -> u64 {
    let pixels = u64::from(picture.page.width) * u64::from(picture.page.height);
    let dpi = u64::from(picture.dpi().max(LEGIBLE_DPI));
    let legible = pixels * u64::from(LEGIBLE_DPI).pow(2) / dpi.pow(2);
    picture.bytes().min(legible * LEAST / 1000 * picture.copies())
}
