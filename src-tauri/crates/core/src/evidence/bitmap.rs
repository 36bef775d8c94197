//! A page that was decoded or drawn, and how it is kept: black and white and drawings without loss, the rest as
//! JPEG.

use super::{Orientation, Picture, PictureFormat, Refusal, SIDE_LIMIT};
use jpeg_encoder::{ColorType as JpegColors, Encoder as JpegEncoder};
use png::{BitDepth, ColorType, Compression, Encoder as PngEncoder};

/// The quality of a page that was drawn or converted, of 100: no difference is seen in print.
const QUALITY: u8 = 90;

/// How many of a hundred pixels of a drawing are neither black nor white at the most.
const DRAWING_GREYS: usize = 15;

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
    /// Whether nothing but white paper is to be seen.
    pub fn is_blank(&self) -> bool {
        let (Samples::Bilevel(values) | Samples::Grey(values) | Samples::Rgb(values)) = &self.samples;
        values.iter().all(|value| *value == 255)
    }

    /// The bytes this page is kept as.
    pub fn keep(self, orientation: Orientation) -> Result<Kept, Refusal> {
        let Bitmap { width, height, .. } = self;
        if width == 0 || height == 0 || width > SIDE_LIMIT || height > SIDE_LIMIT {
            return Err(Refusal::TooManyPixels { width, height });
        }
        let plain = self.without_needless_colours();
        let (format, bytes) = plain.encode().ok_or(Refusal::TooManyPixels { width, height })?;
        let size = bytes.len() as u64;
        Ok(Kept { picture: Picture { format, width, height, orientation, bytes: size }, bytes })
    }

    fn encode(&self) -> Option<(PictureFormat, Vec<u8>)> {
        let Bitmap { width, height, samples } = self;
        match samples {
            Samples::Bilevel(bits) => lossless(*width, *height, BitDepth::One, bits),
            Samples::Grey(grey) if is_drawing(grey) => lossless(*width, *height, BitDepth::Eight, grey),
            Samples::Grey(grey) => lossy(*width, *height, JpegColors::Luma, grey),
            Samples::Rgb(rgb) => lossy(*width, *height, JpegColors::Rgb, rgb),
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

fn lossy(width: u32, height: u32, colours: JpegColors, samples: &[u8]) -> Option<(PictureFormat, Vec<u8>)> {
    let mut bytes = Vec::new();
    let (width, height) = (width.try_into().ok()?, height.try_into().ok()?);
    JpegEncoder::new(&mut bytes, QUALITY).encode(samples, width, height, colours).ok()?;
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
    fn rows_are_padded_to_bytes() {
        assert_eq!(packed(&[255, 0, 255, 0, 0, 0], 3), [0b1010_0000, 0]);
    }
}
