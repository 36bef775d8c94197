//! Whether a red seal (红色印章) is seen on a page.
//!
//! A seal is a ring of red ink of the size seals have, round or oval, with nothing red just around it: so a red
//! letterhead, red text, a red table or a desk below the paper are none. Its ring may be faint, worn, or covered in
//! part. A blue one is none either: official seals are red.

mod ink;
mod ring;
#[cfg(test)]
mod tests;

use super::raster::{Channels, Raster};
use super::{MEMORY_LIMIT, PictureFormat, jpeg, png};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The longer side of a page as it is looked at, in pixels: seven to 5 mm of A4.
const SIDE: usize = 420;

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
    // The decoders are other people's code: of a page that cannot be decoded nothing can be said.
    let decoded = catch_unwind(AssertUnwindSafe(|| match format {
        PictureFormat::Jpeg => jpeg::glance(bytes, 2 * SIDE as u16),
        PictureFormat::Png => png::decode(bytes, MEMORY_LIMIT),
    }));
    decoded.ok().flatten().and_then(|raster| Small::of(&raster)).map_or(Seal::NotJudged, |page| judge(&page))
}

fn judge(page: &Small) -> Seal {
    if !ink::has_colours(page) {
        return Seal::NotJudged;
    }
    if ring::is_seen(&ink::red(page)) { Seal::Seen } else { Seal::NotSeen }
}

/// A page of few pixels.
struct Small {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Small {
    /// The mean colours of a picture's fields; None for one that is grey or has no pixels.
    fn of(raster: &Raster) -> Option<Small> {
        let (wide, high) = (raster.width as usize, raster.height as usize);
        if raster.channels == Channels::Grey || wide == 0 || high == 0 {
            return None;
        }
        let longer = wide.max(high);
        let side = |side: usize| (side * SIDE.min(longer) / longer).max(1);
        let (width, height) = (side(wide), side(high));
        let mut sums = vec![[0_u32; 4]; width * height];
        for (y, row) in raster.pixels.chunks_exact(wide * 3).enumerate() {
            let fields = &mut sums[y * height / high * width..][..width];
            for (x, pixel) in row.as_chunks::<3>().0.iter().enumerate() {
                let sum = &mut fields[x * width / wide];
                pixel.iter().zip(&mut sum[..3]).for_each(|(value, sum)| *sum += u32::from(*value));
                sum[3] += 1;
            }
        }
        let mean =
            |[red, green, blue, count]: [u32; 4]| [red, green, blue].map(|sum| (sum / count.max(1)) as u8);
        Some(Small { width, height, pixels: sums.into_iter().map(mean).collect() })
    }
}
