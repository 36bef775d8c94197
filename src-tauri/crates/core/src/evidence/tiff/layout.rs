//! How a page lies in a TIFF: its samples, and the strips or tiles they are cut into.

use super::directory::{Directory, Order, tag};
use super::refusals::{DAMAGED, HEAVY, RARE};
use crate::evidence::{BITMAP_LIMIT, DECODED_LIMIT, Refusal, SIDE_LIMIT, check_size};

/// The sides of a tile are multiples of this (TIFF 6.0, section 15).
const TILE: u64 = 16;

/// How the data of a strip or tile are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    None,
    PackBits,
    Lzw,
    Deflate,
    /// Huffman (2), T.4 (3) or T.6 (4).
    Fax(u64),
    Jpeg,
    OldJpeg,
}

/// What the samples are of (PhotometricInterpretation).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Photometric {
    WhiteIsZero,
    BlackIsZero,
    Rgb,
    Palette,
    Inks,
    Ycbcr,
    /// CIE L*a*b*; whether a* and b* count from 128 (ICC) and are not signed.
    Lab {
        from_middle: bool,
    },
}

/// A page's layout.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub width: u32,
    pub height: u32,
    pub order: Order,
    /// Bits of a sample.
    pub bits: u32,
    /// Samples of a pixel.
    pub samples: usize,
    /// Whether each sample has strips or tiles of its own (PlanarConfiguration 2).
    pub is_planar: bool,
    pub compression: Compression,
    pub photometric: Photometric,
    /// Whether samples are differences to those of the pixel before.
    pub is_predicted: bool,
    /// Whether bits fill their bytes from the lowest (FillOrder 2).
    pub is_turned: bool,
    /// Of YCbCr that is not in JPEG: pixels to a colour, across and down.
    pub subsampling: (u32, u32),
    /// Size of a strip or tile in pixels.
    pub chunk: (u32, u32),
    pub is_tiled: bool,
}

impl Layout {
    /// The layout of a page; refused where it makes no sense, is too large, or is of a kind that is not read.
    pub fn of(directory: &Directory) -> Result<Layout, Refusal> {
        let side =
            |tag| directory.number(tag).and_then(|side| u32::try_from(side).ok()).filter(|side| *side > 0);
        let (width, height) = (side(tag::WIDTH).ok_or(DAMAGED)?, side(tag::HEIGHT).ok_or(DAMAGED)?);
        check_size(width, height)?;
        let tile = directory.number(tag::TILE_OFFSETS).and(tile(directory)?);
        let rows = side(tag::ROWS_PER_STRIP).unwrap_or(height).clamp(1, height);
        let samples = directory.number(tag::SAMPLES).unwrap_or(1) as usize;
        let (compression, photometric) = (compression(directory)?, photometric(directory)?);
        let layout = Layout {
            width,
            height,
            order: directory.order,
            bits: bits(directory, photometric)?,
            samples,
            is_planar: samples > 1 && directory.number(tag::PLANAR) == Some(2),
            compression,
            photometric,
            is_predicted: is_predicted(directory, compression)?,
            is_turned: directory.number(tag::FILL_ORDER) == Some(2),
            subsampling: subsampling(directory, photometric, compression)?,
            chunk: tile.unwrap_or((width, rows)),
            is_tiled: tile.is_some(),
        };
        layout.check().map(|()| layout)
    }

    fn check(&self) -> Result<(), Refusal> {
        if !(1..=16).contains(&self.samples) {
            return Err(RARE);
        }
        // Differences of samples that share a byte, and colours of different sizes in planes, nobody writes.
        let shared = self.is_predicted && self.bits < 8;
        let uneven = self.subsampling != (1, 1) && (self.is_planar || self.bits != 8 || self.samples != 3);
        if shared
            || uneven
            || matches!(self.compression, Compression::Fax(_)) && self.bits * self.samples as u32 != 1
        {
            return Err(RARE);
        }
        self.weigh()
    }

    /// Refuses a page that takes too much, or too much to be made. No side is over the limit, and a pixel has 32 bytes
    /// at the most: none of these products wraps.
    pub fn weigh(&self) -> Result<(), Refusal> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let page = if self.is_bilevel() { pixels / 8 } else { pixels * self.kept_samples() as u64 };
        let samples = u64::from(self.chunk.0) * u64::from(self.chunk.1) * self.chunk_samples() as u64;
        // A strip is unfolded, and made bytes, a sample each, before it comes into the page.
        let chunk = match self.subsampling {
            (1, 1) if self.bits == 8 || self.is_bilevel() => samples * u64::from(self.bits) / 8,
            (1, 1) => samples * u64::from(self.bits) / 8 + samples,
            (across, down) => samples / 3 * u64::from(across * down + 2) / u64::from(across * down) + samples,
        };
        // A colour of a palette is three bytes where it was one.
        let coloured = if self.photometric == Photometric::Palette { 3 * pixels } else { 0 };
        let is_light = page <= BITMAP_LIMIT && page + coloured.max(chunk) <= DECODED_LIMIT;
        if is_light { Ok(()) } else { Err(HEAVY) }
    }

    /// The same page in one piece.
    pub fn uncut(&self) -> Layout {
        Layout { chunk: (self.width, self.height), is_tiled: false, is_planar: false, ..self.clone() }
    }

    /// Whether a pixel is a bit that is black or white.
    pub fn is_bilevel(&self) -> bool {
        let grey = matches!(self.photometric, Photometric::BlackIsZero | Photometric::WhiteIsZero);
        self.bits == 1 && self.samples == 1 && grey
    }

    /// How many samples of a pixel say something: its colours and what covers them.
    pub fn kept_samples(&self) -> usize {
        self.samples.min(self.photometric.colours() + 1)
    }

    /// How many samples of a pixel a strip or tile holds.
    pub fn chunk_samples(&self) -> usize {
        if self.is_planar { 1 } else { self.samples }
    }

    /// Bytes of a row of a strip or tile, unfolded.
    pub fn stride(&self) -> usize {
        (self.chunk.0 as usize * self.chunk_samples() * self.bits as usize).div_ceil(8)
    }
}

impl Photometric {
    /// How many samples its colours take.
    pub fn colours(self) -> usize {
        match self {
            Photometric::WhiteIsZero | Photometric::BlackIsZero | Photometric::Palette => 1,
            Photometric::Rgb | Photometric::Ycbcr | Photometric::Lab { .. } => 3,
            Photometric::Inks => 4,
        }
    }
}

/// The size of a tile; absent where the page has strips.
fn tile(directory: &Directory) -> Result<Option<(u32, u32)>, Refusal> {
    let side = |tag| directory.number(tag).filter(|side| *side > 0);
    let Some((wide, high)) = side(tag::TILE_WIDTH).zip(side(tag::TILE_HEIGHT)) else { return Ok(None) };
    let is_sound = |side: u64| side <= u64::from(SIDE_LIMIT) && side.is_multiple_of(TILE);
    if is_sound(wide) && is_sound(high) { Ok(Some((wide as u32, high as u32))) } else { Err(RARE) }
}

fn compression(directory: &Directory) -> Result<Compression, Refusal> {
    Ok(match directory.number(tag::COMPRESSION).unwrap_or(1) {
        1 => Compression::None,
        kind @ 2..=4 => Compression::Fax(kind),
        5 => Compression::Lzw,
        6 => Compression::OldJpeg,
        7 => Compression::Jpeg,
        8 | 32_946 => Compression::Deflate,
        32_773 => Compression::PackBits,
        _ => return Err(RARE),
    })
}

fn photometric(directory: &Directory) -> Result<Photometric, Refusal> {
    let Some(value) = directory.number(tag::PHOTOMETRIC) else {
        // Some fax servers leave it out; then it is as on paper.
        return Ok(Photometric::WhiteIsZero);
    };
    Ok(match value {
        0 => Photometric::WhiteIsZero,
        1 => Photometric::BlackIsZero,
        2 => Photometric::Rgb,
        3 => Photometric::Palette,
        5 => Photometric::Inks,
        6 => Photometric::Ycbcr,
        8 => Photometric::Lab { from_middle: false },
        9 => Photometric::Lab { from_middle: true },
        _ => return Err(RARE),
    })
}

/// All samples must have as many bits, and be unsigned; a* and b* are signed by themselves.
fn bits(directory: &Directory, photometric: Photometric) -> Result<u32, Refusal> {
    let listed = directory.numbers(tag::BITS);
    let bits = listed.first().copied().unwrap_or(1);
    let signed = directory.numbers(tag::SAMPLE_FORMAT).iter().any(|format| !matches!(format, 1 | 4));
    let is_lab = matches!(photometric, Photometric::Lab { .. });
    if !matches!(bits, 1 | 2 | 4 | 8 | 16) || listed.iter().any(|other| *other != bits) || signed && !is_lab {
        return Err(RARE);
    }
    Ok(bits as u32)
}

fn is_predicted(directory: &Directory, compression: Compression) -> Result<bool, Refusal> {
    if !matches!(compression, Compression::Lzw | Compression::Deflate) {
        return Ok(false);
    }
    match directory.number(tag::PREDICTOR).unwrap_or(1) {
        1 => Ok(false),
        2 => Ok(true),
        _ => Err(RARE),
    }
}

/// Pixels to a colour; a JPEG sees to that itself.
fn subsampling(
    directory: &Directory,
    colours: Photometric,
    folded: Compression,
) -> Result<(u32, u32), Refusal> {
    if colours != Photometric::Ycbcr || matches!(folded, Compression::Jpeg | Compression::OldJpeg) {
        return Ok((1, 1));
    }
    match directory.numbers(tag::SUBSAMPLING)[..] {
        [] => Ok((2, 2)),
        [across @ (1 | 2 | 4), down @ (1 | 2 | 4)] => Ok((across as u32, down as u32)),
        _ => Err(DAMAGED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of A4 in colour at 600 dpi in one strip.
    const PAGE: Layout = Layout {
        width: 4_961,
        height: 7_016,
        order: Order::Little,
        bits: 8,
        samples: 3,
        is_planar: false,
        compression: Compression::Lzw,
        photometric: Photometric::Rgb,
        is_predicted: false,
        is_turned: false,
        subsampling: (1, 1),
        chunk: (4_961, 7_016),
        is_tiled: false,
    };

    #[test]
    fn a_page_is_weighed_with_what_it_takes_to_make_it() {
        let high = |rows| Layout { chunk: (PAGE.width, rows), ..PAGE };
        let grey = |width, height, bits, photometric| Layout {
            width,
            height,
            bits,
            photometric,
            samples: 1,
            chunk: (width, height),
            ..PAGE
        };
        let light = [
            PAGE,
            Layout { compression: Compression::Jpeg, photometric: Photometric::Ycbcr, ..PAGE },
            Layout { subsampling: (2, 2), photometric: Photometric::Ycbcr, ..PAGE },
            Layout { bits: 16, ..high(64) },
            Layout { is_planar: true, bits: 16, ..high(64) },
            // A0 at 300 dpi from a fax; A3 at 600 dpi in grey and in a palette's colours.
            grey(9_933, 14_043, 1, Photometric::WhiteIsZero),
            grey(7_016, 9_921, 8, Photometric::BlackIsZero),
            grey(7_016, 9_921, 4, Photometric::Palette),
        ];
        light.iter().for_each(|page| assert_eq!(page.weigh(), Ok(()), "{page:?}"));
        let heavy = [
            Layout { bits: 16, ..PAGE },
            Layout { height: 7_500, chunk: (4_961, 16), ..PAGE },
            grey(10_000, 10_000, 8, Photometric::Palette),
            grey(10_000, 11_001, 8, Photometric::BlackIsZero),
        ];
        heavy.iter().for_each(|page| assert_eq!(page.weigh(), Err(HEAVY), "{page:?}"));
    }
}
