//! The colours of TIFF, brought to black and white, grey or RGB.

use super::directory::{Directory, tag};
use super::layout::{Compression, Layout, Photometric};
use super::refusals::{DAMAGED, RARE};
use crate::evidence::Refusal;
use crate::evidence::bitmap::Samples;
use crate::evidence::raster::{from_inks, over_white};

/// A page of bits.
pub(super) fn bilevel(layout: &Layout, mut bits: Vec<u8>) -> Samples {
    if layout.photometric == Photometric::WhiteIsZero {
        bits.iter_mut().for_each(|byte| *byte = !*byte);
    }
    Samples::Bilevel(bits)
}

/// A page of bytes, [`Layout::kept_samples`] to a pixel.
pub(super) fn colours(directory: &Directory, layout: &Layout, values: Vec<u8>) -> Result<Samples, Refusal> {
    let kept = layout.kept_samples();
    if kept < layout.photometric.colours() {
        return Err(RARE);
    }
    let cover = Cover::of(directory, layout);
    let full = layout.bits.min(8);
    if full < 8 && !matches!(layout.photometric, Photometric::Palette) && layout.photometric.colours() > 1 {
        return Err(RARE);
    }
    let scale = (255 / ((1_u16 << full) - 1)) as u8;
    let over = |pixel: &[u8]| [0, 1, 2].map(|at| cover.over(pixel[at], pixel));
    Ok(match layout.photometric {
        Photometric::BlackIsZero => {
            Samples::Grey(each(values, kept, |pixel| [cover.over(pixel[0] * scale, pixel)]))
        }
        Photometric::WhiteIsZero => Samples::Grey(each(values, kept, |pixel| [255 - pixel[0] * scale])),
        Photometric::Palette => {
            let map = palette(directory, layout.bits)?;
            Samples::Rgb(values.chunks_exact(kept).flat_map(|pixel| map[usize::from(pixel[0])]).collect())
        }
        Photometric::Rgb => Samples::Rgb(each(values, kept, over)),
        // A JPEG gives red, green and blue.
        Photometric::Ycbcr if matches!(layout.compression, Compression::Jpeg | Compression::OldJpeg) => {
            Samples::Rgb(each(values, kept, over))
        }
        Photometric::Ycbcr => {
            Samples::Rgb(each(values, kept, |pixel| from_ycbcr([pixel[0], pixel[1], pixel[2]])))
        }
        Photometric::Inks => {
            Samples::Rgb(each(values, kept, |pixel| from_inks([pixel[0], pixel[1], pixel[2], pixel[3]])))
        }
        Photometric::Lab { from_middle } => {
            Samples::Rgb(each(values, kept, |pixel| from_lab([pixel[0], pixel[1], pixel[2]], from_middle)))
        }
    })
}

/// What becomes of every pixel, which has no more samples than before, in the same memory: a page may take a third of
/// all there is.
fn each<const N: usize>(mut values: Vec<u8>, kept: usize, convert: impl Fn(&[u8]) -> [u8; N]) -> Vec<u8> {
    let pixels = values.len() / kept;
    for pixel in 0..pixels {
        let colour = convert(&values[pixel * kept..][..kept]);
        values[pixel * N..][..N].copy_from_slice(&colour);
    }
    values.truncate(pixels * N);
    values
}

/// What covers a pixel, and whether the colours are multiplied by it already (ExtraSamples).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cover {
    Full,
    Multiplied,
    Separate,
}

impl Cover {
    fn of(directory: &Directory, layout: &Layout) -> Cover {
        let colours = layout.photometric.colours();
        if layout.samples <= colours
            || !matches!(layout.photometric, Photometric::Rgb | Photometric::BlackIsZero)
        {
            return Cover::Full;
        }
        match directory.number(tag::EXTRA_SAMPLES) {
            Some(1) => Cover::Multiplied,
            // Corel writes 999; who writes none means the same.
            Some(2 | 999) | None => Cover::Separate,
            _ => Cover::Full,
        }
    }

    /// A colour of a pixel on white paper; what covers it is the pixel's last sample.
    fn over(self, value: u8, pixel: &[u8]) -> u8 {
        let cover = *pixel.last().unwrap_or(&255);
        match self {
            Cover::Full => value,
            Cover::Multiplied => value.saturating_add(255 - cover),
            Cover::Separate => over_white(value, cover),
        }
    }
}

fn palette(directory: &Directory, bits: u32) -> Result<Vec<[u8; 3]>, Refusal> {
    let (map, size) = (directory.numbers(tag::COLOR_MAP), 1_usize << bits);
    if bits > 8 {
        return Err(RARE);
    }
    if map.len() < 3 * size {
        return Err(DAMAGED);
    }
    // Some programs write 8 bits where the standard wants 16.
    let shift = if map.iter().all(|value| *value < 256) { 0 } else { 8 };
    Ok((0..size).map(|index| [0, 1, 2].map(|band| (map[band * size + index] >> shift) as u8)).collect())
}

/// ITU-R BT.601 over the full range, as JFIF has it.
fn from_ycbcr([luma, blue, red]: [u8; 3]) -> [u8; 3] {
    let (luma, blue, red) = (i32::from(luma) << 16, i32::from(blue) - 128, i32::from(red) - 128);
    let mixed = [luma + 91_881 * red, luma - 22_554 * blue - 46_802 * red, luma + 116_130 * blue];
    mixed.map(|value| ((value + (1 << 15)) >> 16).clamp(0, 255) as u8)
}

/// CIE 1976 L*a*b* under D50 (section 23) to sRGB.
fn from_lab([level, a, b]: [u8; 3], from_middle: bool) -> [u8; 3] {
    let signed = |value: u8| if from_middle { f32::from(value) - 128.0 } else { f32::from(value as i8) };
    let y = (f32::from(level) * 100.0 / 255.0 + 16.0) / 116.0;
    let back = |t: f32| if t > 6.0 / 29.0 { t.powi(3) } else { (t - 4.0 / 29.0) * 108.0 / 841.0 };
    let [x, y, z] = [back(y + signed(a) / 500.0) * 0.9642, back(y), back(y - signed(b) / 200.0) * 0.8249];
    // From D50 to the linear colours of sRGB (ICC.1, sRGB profile, inverted).
    let linear = [
        3.1339 * x - 1.6169 * y - 0.4906 * z,
        -0.9788 * x + 1.9161 * y + 0.0335 * z,
        0.0719 * x - 0.2290 * y + 1.4052 * z,
    ];
    linear.map(|value| {
        let value = value.clamp(0.0, 1.0);
        let shown = if value <= 0.003_130_8 { 12.92 * value } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 };
        (shown * 255.0).round() as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lab_is_seen_as_meant() {
        assert_eq!([[255, 0, 0], [0, 0, 0]].map(|lab| from_lab(lab, false)), [[255, 255, 255], [0, 0, 0]]);
        let near = |lab: [u8; 3], expected: [u8; 3]| {
            let found = from_lab(lab, true);
            assert!(found.iter().zip(expected).all(|(one, other)| one.abs_diff(other) <= 12), "{found:?}");
        };
        // The three colours of sRGB, under D50: L* 54.29 a* 80.81 b* 69.89, and so on.
        near([138, 209, 198], [255, 0, 0]);
        near([224, 49, 209], [0, 255, 0]);
        near([75, 196, 16], [0, 0, 255]);
        near([137, 128, 128], [128, 128, 128]);
    }

    #[test]
    fn pixels_move_together_where_they_have_fewer_samples() {
        let values = vec![1, 2, 3, 4, 5, 6, 7, 8];
        assert_eq!(each(values.clone(), 4, |pixel| [pixel[0], pixel[1], pixel[3]]), [1, 2, 4, 5, 6, 8]);
        assert_eq!(each(values, 2, |pixel| [pixel[1] * 10]), [20, 40, 60, 80]);
    }

    #[test]
    fn what_covers_a_pixel_lies_on_white() {
        assert_eq!(Cover::Separate.over(100, &[100, 0]), 255);
        assert_eq!(Cover::Separate.over(0, &[0, 51]), 204);
        assert_eq!(Cover::Multiplied.over(20, &[20, 51]), 224);
        assert_eq!(Cover::Multiplied.over(200, &[200, 100]), 255, "more than it can be");
        assert_eq!(Cover::Full.over(7, &[7, 0]), 7);
    }
}
