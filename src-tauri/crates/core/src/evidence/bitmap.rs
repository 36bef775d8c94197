//! A page that was decoded or drawn, and how it is kept: black and white and drawings without loss, the rest as
//! JPEG.

use super::raster::{Channels, Raster};
use super::{NewPage, Orientation, Picture, PictureFormat, Refusal, SIDE_LIMIT};
use jpeg_encoder::{ColorType as JpegColors, Encoder as JpegEncoder};
use png::{BitDepth, ColorType, Compression, Encoder as PngEncoder};

/// The quality of a page that was drawn or converted, of 100: no difference is seen in print.
const QUALITY: u8 = 90;

/// How many of a hundred pixels of a drawing are neither black nor white at the most.
const DRAWING_GREYS: usize = 15;

/// How far the values of a blank page lie apart at the most, of 255.
pub(super) const PAPER: u8 = 16;

/// One black pixel in so many is a speck on blank paper, and no letter.
const SPECKS: u64 = 50_000;

/// The pixels of a page, rows from the top, without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Samples {
    /// One bit a pixel, rows padded to bytes, 1 is white.
    Bilevel(Vec<u8>),
    /// One byte a pixel.
    Grey(Vec<u8>),
    /// Red, green and blue.
    Rgb(Vec<u8>),
}

/// A page as pixels, stored as it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bitmap {
    pub width: u32,
    pub height: u32,
    pub samples: Samples,
}

/// A page's picture that was made here, with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    pub picture: Picture,
    pub bytes: Vec<u8>,
}

impl Bitmap {
    /// Whether nothing is to be seen: white paper with a speck of dust, or one colour all over.
    pub fn is_blank(&self) -> bool {
        match &self.samples {
            Samples::Bilevel(bits) => {
                self.black_pixels(bits) * SPECKS <= u64::from(self.width) * u64::from(self.height)
            }
            Samples::Grey(values) => is_even(values, 1),
            Samples::Rgb(values) => is_even(values, 3),
        }
    }

    fn black_pixels(&self, bits: &[u8]) -> u64 {
        let padding = (8 - self.width % 8) % 8;
        let black = |row: &[u8]| {
            let (last, whole) = row.split_last().map_or((0, row), |(last, whole)| (!last >> padding, whole));
            whole.iter().map(|byte| u64::from(byte.count_zeros())).sum::<u64>() + u64::from(last.count_ones())
        };
        bits.chunks(self.width.div_ceil(8).max(1) as usize).map(black).sum()
    }

    /// The bytes this page is kept as.
    pub fn keep(self, orientation: Orientation) -> Result<Kept, Refusal> {
        self.keep_with(orientation, None)
    }

    /// The bytes this page is kept as, with the ICC profile that says how its colours are meant.
    pub fn keep_with(self, orientation: Orientation, profile: Option<Vec<u8>>) -> Result<Kept, Refusal> {
        let Bitmap { width, height, .. } = self;
        if width == 0 || height == 0 || width > SIDE_LIMIT || height > SIDE_LIMIT {
            return Err(Refusal::TooManyPixels { width, height });
        }
        let plain = self.without_needless_colours();
        let (format, bytes) = plain.encode(profile).ok_or(Refusal::TooManyPixels { width, height })?;
        let size = bytes.len() as u64;
        Ok(Kept { picture: Picture { format, width, height, orientation, bytes: size }, bytes })
    }

    fn encode(&self, profile: Option<Vec<u8>>) -> Option<(PictureFormat, Vec<u8>)> {
        let Bitmap { width, height, samples } = self;
        // The colour space a profile is for stands at its byte 16 (ICC.1, 7.2).
        let of = |space: &[u8]| profile.as_deref().filter(|profile| profile.get(16..20) == Some(space));
        match samples {
            Samples::Bilevel(bits) => lossless(*width, *height, BitDepth::One, bits),
            Samples::Grey(grey) if is_drawing(grey) => lossless(*width, *height, BitDepth::Eight, grey),
            Samples::Grey(grey) => lossy(*width, *height, JpegColors::Luma, grey, of(b"GRAY")),
            Samples::Rgb(rgb) => lossy(*width, *height, JpegColors::Rgb, rgb, of(b"RGB ")),
        }
    }

    /// A colour page that has no colours becomes grey, a grey one of black and white becomes that.
    fn without_needless_colours(self) -> Bitmap {
        let Bitmap { width, height, samples } = self;
        let samples = match samples {
            Samples::Rgb(rgb) if is_grey(&rgb) => Samples::Grey(rgb.chunks_exact(3).map(|p| p[0]).collect()),
            other => other,
        };
        let samples = match samples {
            Samples::Grey(grey) if grey.iter().all(|value| matches!(value, 0 | 255)) => {
                Samples::Bilevel(packed(&grey, width))
            }
            other => other,
        };
        Bitmap { width, height, samples }
    }
}

impl Kept {
    /// The only page of a file, which is kept as this.
    pub fn alone(self) -> NewPage {
        NewPage { derived: Some(self.bytes), ..self.picture.alone() }
    }
}

impl From<Raster> for Bitmap {
    fn from(raster: Raster) -> Bitmap {
        let Raster { width, height, channels, pixels, .. } = raster;
        let samples = match channels {
            Channels::Grey => Samples::Grey(pixels),
            Channels::Rgb | Channels::Ycbcr => Samples::Rgb(pixels),
        };
        Bitmap { width, height, samples }
    }
}

/// Whether all pixels, of so many samples each, are as good as one.
pub(super) fn is_even(values: &[u8], samples: usize) -> bool {
    (0..samples).all(|first| {
        let values = values.iter().skip(first).step_by(samples);
        let (lowest, highest) =
            values.fold((255, 0), |(low, high), value| (*value.min(&low), *value.max(&high)));
        highest.saturating_sub(lowest) <= PAPER
    })
}

/// Packs a grey page into one bit a pixel; brighter than the middle is white.
pub(super) fn packed(grey: &[u8], width: u32) -> Vec<u8> {
    let byte = |pixels: &[u8]| {
        pixels.iter().enumerate().fold(0, |byte, (at, value)| byte | (value >> 7) << (7 - at))
    };
    grey.chunks_exact(width as usize).flat_map(|row| row.chunks(8).map(byte)).collect()
}

fn is_grey(rgb: &[u8]) -> bool {
    rgb.chunks_exact(3).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2])
}

/// Whether nearly all of a page is black or white, like text that was drawn smoothly.
fn is_drawing(grey: &[u8]) -> bool {
    let between = grey.iter().filter(|value| !matches!(value, 0 | 255)).count();
    between * 100 <= grey.len() * DRAWING_GREYS
}

fn lossless(width: u32, height: u32, depth: BitDepth, samples: &[u8]) -> Option<(PictureFormat, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(depth);
    // A drawing is packed nearly as well in a tenth of the time.
    encoder.set_compression(if depth == BitDepth::One { Compression::Balanced } else { Compression::Fast });
    encoder.write_header().ok()?.write_image_data(samples).ok()?;
    Some((PictureFormat::Png, bytes))
}

fn lossy(
    width: u32,
    height: u32,
    colours: JpegColors,
    samples: &[u8],
    profile: Option<&[u8]>,
) -> Option<(PictureFormat, Vec<u8>)> {
    let mut bytes = Vec::new();
    let (width, height) = (width.try_into().ok()?, height.try_into().ok()?);
    let mut encoder = JpegEncoder::new(&mut bytes, QUALITY);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).ok()?;
    }
    encoder.encode(samples, width, height, colours).ok()?;
    Some((PictureFormat::Jpeg, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(samples: Samples, expected: PictureFormat) {
        let kept = Bitmap { width: 16, height: 4, samples }.keep(Orientation::default()).unwrap();
        assert_eq!((kept.picture.format, kept.picture.bytes), (expected, kept.bytes.len() as u64));
        let picture = crate::evidence::tests::read_all(&kept.bytes).unwrap().pages[0];
        assert_eq!(picture, kept.picture, "what is kept is what reading it again finds");
    }

    #[test]
    fn drawings_stay_without_loss_and_photographs_become_jpeg() {
        check(Samples::Bilevel(vec![0xF0; 8]), PictureFormat::Png);
        check(Samples::Rgb([[255; 3], [0; 3]].concat().repeat(32)), PictureFormat::Png);
        check(Samples::Grey([vec![255; 60], vec![100; 4]].concat()), PictureFormat::Png);
        check(Samples::Grey((0..64).map(|at| at * 3).collect()), PictureFormat::Jpeg);
        check(Samples::Rgb((0..192).collect()), PictureFormat::Jpeg);
    }

    #[test]
    fn a_page_without_more_than_specks_is_blank() {
        let blank = |samples, width| Bitmap { width, height: 500, samples }.is_blank();
        let mut bits = vec![0xFF; 500 * 13];
        assert!(blank(Samples::Bilevel(bits.clone()), 100), "white");
        bits.chunks_mut(13).for_each(|row| row[12] = 0xF0);
        assert!(blank(Samples::Bilevel(bits.clone()), 100), "whatever the padding is");
        bits[200] = 0xFE;
        assert!(blank(Samples::Bilevel(bits.clone()), 100), "a speck");
        bits[400] = 0xFE;
        assert!(!blank(Samples::Bilevel(bits), 100), "two of 50,000");
        let grey = |values: &[u8]| blank(Samples::Grey(values.repeat(50_000 / values.len())), 100);
        assert!(grey(&[255]) && grey(&[240, 247, 250, 255]));
        assert!(!grey(&[255, 255, 255, 238]));
        let colours = |pixels: &[u8]| blank(Samples::Rgb(pixels.repeat(25_000)), 100);
        assert!(colours(&[254, 0, 90, 250, 9, 90]) && !colours(&[254, 0, 90, 254, 0, 50]));
    }

    #[test]
    fn rows_are_padded_to_bytes() {
        assert_eq!(packed(&[255, 0, 255, 0, 0, 0], 3), [0b1010_0000, 0]);
    }
}
