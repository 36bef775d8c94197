//! Making one picture smaller: fewer pixels, coarser coding, never more than asked for.

mod bilevel;
mod colour;
mod decode;
#[cfg(test)]
mod tests;

use super::budget::Grade;
use super::{Kind, PictureFormat, Refusal, jpeg, png};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// EMU in an inch (ECMA-376-1, 20.1.2.1).
const EMU_PER_INCH: u64 = 914_400;

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

/// A picture that was made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduced {
    /// How it is stored.
    pub format: PictureFormat,
    /// Width in pixels, before turning.
    pub width: u32,
    /// Height in pixels, before turning.
    pub height: u32,
    /// Its bytes, without metadata.
    pub bytes: Vec<u8>,
}

/// Makes a picture anew with no more than the pixels and the quality of `grade`, as it lies: not turned, not mirrored.
///
/// Black-and-white scans stay so, as PNG of one bit; all else becomes JPEG, on white where it was transparent. The colour
/// profile stays where it still holds. The same input gives the same bytes. It may come out larger than it was.
///
/// # Errors
/// [`Refusal::Damaged`] where it cannot be decoded.
pub fn reduce(original: &Original, grade: Grade) -> Result<Reduced, Refusal> {
    let damaged = || match original.format {
        PictureFormat::Jpeg => Refusal::Damaged(Kind::Jpeg),
        PictureFormat::Png => Refusal::Damaged(Kind::Png),
    };
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
        PictureFormat::Jpeg => decode::jpeg(original.bytes)?,
        PictureFormat::Png => decode::png(original.bytes)?,
    };
    if original.format == PictureFormat::Png && bilevel::is_bilevel(&raster) {
        return bilevel::encode(raster, original.printed, grade);
    }
    colour::encode(raster, original.printed, grade)
}

/// What the samples of a pixel are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Samples {
    Grey,
    Rgb,
    /// As JPEG codes them (JFIF): kept, to spare two conversions.
    Ycbcr,
}

/// A picture decoded, eight bits a sample.
struct Raster {
    width: u32,
    height: u32,
    samples: Samples,
    pixels: Vec<u8>,
    /// An ICC profile for these samples.
    profile: Option<Vec<u8>>,
}

impl Raster {
    /// Itself, or smaller so that its longer side has `dpi` where it is printed so many EMU long.
    fn at_most(self, dpi: u32, printed: u64) -> Option<Raster> {
        let longer = u64::from(self.width.max(self.height));
        // Rounded up: what is legible at the least is so to the last pixel.
        let wanted = (u64::from(dpi) * printed).div_ceil(EMU_PER_INCH).max(1);
        if wanted >= longer {
            return Some(self);
        }
        let side =
            |side: u32| (u64::from(side) * wanted + longer / 2).checked_div(longer).unwrap_or(1).max(1);
        let (width, height) = (side(self.width) as u32, side(self.height) as u32);
        self.resized(width, height)
    }

    fn resized(self, width: u32, height: u32) -> Option<Raster> {
        let kind = if self.samples == Samples::Grey { PixelType::U8 } else { PixelType::U8x3 };
        let source = ImageRef::new(self.width, self.height, &self.pixels, kind).ok()?;
        let mut target = Image::new(width, height, kind);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&source, &mut target, &options).ok()?;
        Some(Raster { width, height, pixels: target.into_vec(), ..self })
    }
}
