//! Whether a red seal (红色印章) is seen on a page.
//!
//! A seal is a ring of red ink of the size seals have, round or oval, with nothing red just around it: so a red
//! letterhead, red text, a red table or a desk below the paper are none. Its ring may be faint, worn, or covered in
//! part. A blue one is none either: official seals are red.

mod ink;
mod ring;
mod small;
#[cfg(test)]
pub(super) mod tests;

use super::glance::glance;
use super::{MEMORY_LIMIT, PictureFormat, jpeg};
use small::{SIDE, Small};

/// Whether a red seal is seen on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// A seal, or what looks like one.
    Seen,
    /// None, on a page that has colours.
    NotSeen,
    /// The page is grey, or black and white: nothing can be said.
    NotJudged,
}

/// Looks for a red seal on a page's picture.
pub fn seal(format: PictureFormat, bytes: &[u8]) -> Seal {
    // Most scans are grey: those need not be decoded.
    if format == PictureFormat::Jpeg && jpeg::components(bytes) == 1 {
        return Seal::NotJudged;
    }
    let page = glance(format, bytes, 2 * SIDE, MEMORY_LIMIT).and_then(|raster| Small::of(&raster));
    // Of a page that cannot be decoded nothing can be said.
    page.map_or(Seal::NotJudged, |page| judge(&page))
}

fn judge(page: &Small) -> Seal {
    if !ink::has_colours(page) {
        return Seal::NotJudged;
    }
    if ring::is_seen(&ink::red(page)) { Seal::Seen } else { Seal::NotSeen }
}
