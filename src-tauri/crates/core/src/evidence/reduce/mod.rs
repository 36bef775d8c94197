//! Making one picture smaller: fewer pixels, coarser coding, never more than asked for.

mod bilevel;
mod colour;
mod raster;
#[cfg(test)]
mod tests;

pub use raster::Reduced;

use super::budget::Grade;
use super::jpeg::Wanted;
use super::watch::Busy;
use super::{Kind, PictureFormat, Refusal, jpeg, png};
use raster::EMU_PER_INCH;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A picture to be made smaller.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// How it is stored.
    pub format: PictureFormat,
    /// Its bytes, without metadata: what [`super::copy_clean`] writes.
    pub bytes: &'a [u8],
    /// The longer side as printed, in EMU (914,400 to the inch).
    pub printed: u64,
}

/// Makes a picture anew with no more than the pixels and the quality of `grade`, as it lies: not turned, not mirrored.
///
/// Black-and-white scans stay so, as PNG of one bit; all else becomes JPEG, on white where it was transparent. The
/// colour profile stays where it still holds. The same input gives the same bytes. It may come out larger than it
/// was.
///
/// # Errors
/// [`Refusal::Damaged`] where it cannot be decoded.
pub fn reduce(original: &Original, grade: Grade) -> Result<Reduced, Refusal> {
    let damaged = || match original.format {
        PictureFormat::Jpeg => Refusal::Damaged(Kind::Jpeg),
        PictureFormat::Png => Refusal::Damaged(Kind::Png),
    };
    let _busy = Busy::begin();
    // The decoders are other people's code: a panic there is a damaged file, no crash.
    let made = catch_unwind(AssertUnwindSafe(|| made(original, grade)));
    made.ok().flatten().ok_or_else(damaged)
}

/// About how much memory [`reduce`] takes for a picture, in bytes.
pub fn memory(format: PictureFormat, bytes: &[u8]) -> u64 {
    let (pixels, per_pixel) = match format {
        PictureFormat::Jpeg => jpeg::decoding_cost(bytes),
        PictureFormat::Png => png::decoding_cost(bytes),
    };
    pixels * per_pixel + bytes.len() as u64
}

/// Pixels to the inch of a side of so many pixels, printed so many EMU long.
pub fn dpi(pixels: u32, printed: u64) -> u32 {
    let dpi = u64::from(pixels) * EMU_PER_INCH / printed.max(1);
    dpi.try_into().unwrap_or(u32::MAX)
}

fn made(original: &Original, grade: Grade) -> Option<Reduced> {
    let raster = match original.format {
        PictureFormat::Jpeg => jpeg::decode(original.bytes, Wanted::AsCoded)?,
        PictureFormat::Png => png::decode(original.bytes, u64::MAX)?,
    };
    if original.format == PictureFormat::Png && bilevel::is_bilevel(&raster) {
        return bilevel::encode(raster, original.printed, grade);
    }
    colour::encode(raster, original.printed, grade)
}
