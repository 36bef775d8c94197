//! Black-and-white scans (黑白扫描件): PNG of one bit.

use super::raster::Reduced;
use crate::evidence::PictureFormat;
use crate::evidence::budget::Grade;
use crate::evidence::raster::{Channels, Raster};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

/// The last resolution at which a page keeps all its pixels; it is packed more tightly at the most.
const PACKED_ONLY: u32 = 200;

/// Without grey, a letter takes twice the resolution to be as legible.
const FINER: u32 = 2;

/// What is darker becomes black: over the middle, so that hairlines survive being made smaller.
const THRESHOLD: u8 = 160;

/// Whether there is nothing but black and white.
pub(super) fn is_bilevel(raster: &Raster) -> bool {
    raster.channels == Channels::Grey && raster.pixels.iter().all(|sample| matches!(sample, 0 | 255))
}

pub(super) fn encode(raster: Raster, printed: u64, grade: Grade) -> Option<Reduced> {
    let raster = match grade.dpi {
        PACKED_ONLY.. => raster,
        dpi => raster.at_most(dpi * FINER, printed)?,
    };
    let (width, height) = (raster.width, raster.height);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    encoder.set_compression(Compression::High);
    // Filters look at whole bytes: eight pixels, which only hides what repeats.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&packed(&raster)).ok()?;
    writer.finish().ok()?;
    Some(Reduced { format: PictureFormat::Png, width, height, bytes })
}

/// Eight pixels a byte, the leftmost in the highest bit; every row begins a byte (7.2).
fn packed(raster: &Raster) -> Vec<u8> {
    let bit = |(place, sample): (usize, &u8)| u8::from(*sample >= THRESHOLD) << (7 - place);
    let byte = |pixels: &[u8]| pixels.iter().enumerate().map(bit).fold(0, |byte, bit| byte | bit);
    let rows = raster.pixels.chunks(raster.width.max(1) as usize);
    rows.flat_map(|row| row.chunks(8).map(byte)).collect()
}
