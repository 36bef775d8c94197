//! Whether a line of 10 points can still be read.

use super::scans::{LINE, LINE_AT, SIZE};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use std::path::Path;
use std::process::Command;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// The brightness of a picture.
pub struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

/// How much of a line is left in a smaller picture.
pub struct Likeness {
    /// Correlation of the pixels with those of the original at the same size: 1 is the same.
    pub correlation: f64,
    /// Difference of ink and paper, in parts of the original's.
    pub contrast: f64,
}

impl Grey {
    pub fn decode(bytes: &[u8]) -> Grey {
        let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::Luma);
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
        let pixels = decoder.decode().expect("a JPEG");
        let (width, height) = decoder.dimensions().expect("a size");
        Grey { width, height, pixels }
    }

    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    fn resized(&self, width: usize, height: usize) -> Grey {
        let source = ImageRef::new(self.width as u32, self.height as u32, &self.pixels, PixelType::U8);
        let mut target = Image::new(width as u32, height as u32, PixelType::U8);
        Resizer::new().resize(&source.expect("pixels"), &mut target, None).expect("resized");
        Grey { width, height, pixels: target.into_vec() }
    }

    /// The part that shows the line.
    fn line(&self) -> Grey {
        let scaled = |at: usize| at * self.width / SIZE.0;
        let (left, top, width, height) = LINE_AT;
        let (left, top, width, height) = (scaled(left), scaled(top), scaled(width), scaled(height));
        let row = |y: usize| &self.pixels[y * self.width + left..][..width];
        Grey { width, height, pixels: (top..top + height).flat_map(row).copied().collect() }
    }
}

/// Compares the line in a reduced picture with the original brought to the same size.
pub fn likeness(original: &Grey, reduced: &Grey) -> Likeness {
    let before = original.resized(reduced.width, reduced.height).line();
    let after = reduced.line();
    let mean =
        |grey: &Grey| grey.pixels.iter().map(|p| f64::from(*p)).sum::<f64>() / grey.pixels.len() as f64;
    let (mean_before, mean_after) = (mean(&before), mean(&after));
    let (mut both, mut one, mut other) = (0.0, 0.0, 0.0);
    for (a, b) in before.pixels.iter().zip(&after.pixels) {
        let (a, b) = (f64::from(*a) - mean_before, f64::from(*b) - mean_after);
        (both, one, other) = (both + a * b, one + a * a, other + b * b);
    }
    Likeness { correlation: both / (one * other).sqrt(), contrast: (other / one).sqrt() }
}

/// The share of the line's words that tesseract reads, or nothing where it is not installed.
pub fn read_back(reduced: &Grey, folder: &Path) -> Option<f64> {
    let line = reduced.line();
    let line = line.resized(line.width * 3, line.height * 3);
    let path = folder.join("line.pgm");
    let head = format!("P5\n{} {}\n255\n", line.width, line.height);
    std::fs::write(&path, [head.as_bytes(), &line.pixels].concat()).expect("written");
    let output = Command::new("tesseract").arg(&path).args(["-", "--psm", "7"]).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let words: Vec<&str> = LINE.split(' ').collect();
    let read = words.iter().filter(|word| text.split_whitespace().any(|found| found == **word)).count();
    Some(read as f64 / words.len() as f64)
}
