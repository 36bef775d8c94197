//! A picture decoded for being made anew, eight bits a sample.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// What the samples of a pixel are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channels {
    Grey,
    Rgb,
    /// As JPEG codes them (JFIF): kept, to spare two conversions.
    Ycbcr,
}

impl Channels {
    /// How many samples a pixel has.
    pub fn count(self) -> usize {
        if self == Channels::Grey { 1 } else { 3 }
    }
}

/// A picture decoded: rows from the top, without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    pub width: u32,
    pub height: u32,
    pub channels: Channels,
    pub pixels: Vec<u8>,
    /// An ICC profile for these channels.
    pub profile: Option<Vec<u8>>,
}

impl Raster {
    /// Its red, green and blue; not for what is [`Channels::Ycbcr`].
    pub fn into_rgb(self) -> Vec<u8> {
        match self.channels {
            Channels::Grey => self.pixels.iter().flat_map(|value| [*value; 3]).collect(),
            Channels::Rgb | Channels::Ycbcr => self.pixels,
        }
    }
}

/// Samples of one band or three brought to another size.
pub(super) fn resized(
    pixels: &[u8],
    bands: usize,
    (width, height): (u32, u32),
    to: (u32, u32),
    filter: FilterType,
) -> Option<Vec<u8>> {
    let kind = if bands == 1 { PixelType::U8 } else { PixelType::U8x3 };
    let from = ImageRef::new(width, height, pixels, kind).ok()?;
    let mut made = Image::new(to.0, to.1, kind);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new().resize(&from, &mut made, &options).ok()?;
    Some(made.into_vec())
}

/// Red, green and blue of cyan, magenta, yellow and black on white paper.
pub(super) fn from_inks([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    let light = 255 - u16::from(black);
    [cyan, magenta, yellow].map(|ink| ((255 - u16::from(ink)) * light / 255) as u8)
}

/// A value under which white paper lies, as far as `cover` does not hide it.
pub(super) fn over_white(value: u8, cover: u8) -> u8 {
    let (value, cover) = (u32::from(value), u32::from(cover));
    ((value * cover + 255 * (255 - cover) + 127) / 255) as u8
}

/// Takes the last of `WITH` samples (not premultiplied) as the cover and lays the others on white.
pub(super) fn on_white<const WITH: usize, const WITHOUT: usize>(pixels: &[u8]) -> Vec<u8> {
    let mut opaque = Vec::with_capacity(pixels.len() / WITH * WITHOUT);
    for pixel in pixels.as_chunks::<WITH>().0 {
        opaque.extend(pixel[..WITHOUT].iter().map(|sample| over_white(*sample, pixel[WITHOUT])));
    }
    opaque
}
