//! A page brought to another size: what has pixels that are not square gets square ones.

use super::bitmap::{Bitmap, Samples};
use super::density::Density;
use super::raster::{Raster, resized};
use super::{BITMAP_LIMIT, Kind, NewPage, Picture, Refusal};
use fast_image_resize::FilterType;

/// The page that a picture is, made anew where its pixels are not square.
pub(super) fn squared(
    kind: Kind,
    picture: Picture,
    density: Option<Density>,
    decode: impl FnOnce() -> Option<Raster>,
) -> Result<NewPage, Refusal> {
    const MOST: u64 = BITMAP_LIMIT / 3;
    let Picture { width, height, orientation, .. } = picture;
    let Some(size) = density.and_then(|density| density.squared(width, height, MOST)) else {
        return Ok(picture.alone());
    };
    if u64::from(width) * u64::from(height) > MOST {
        return Err(Refusal::TooHeavy(kind));
    }
    let decoded = decode().ok_or(Refusal::Damaged(kind))?;
    let profile = decoded.profile.clone();
    Ok(Bitmap::from(decoded).stretched(size).keep_with(orientation, profile)?.alone())
}

impl Bitmap {
    /// The same page with so many pixels across and down. Black and white stays so.
    pub fn stretched(self, (width, height): (u32, u32)) -> Bitmap {
        let resized = match &self.samples {
            Samples::Bilevel(bits) => {
                Some(Samples::Bilevel(repeated(bits, (self.width, self.height), (width, height))))
            }
            Samples::Grey(grey) => self.resized(grey, 1, (width, height)).map(Samples::Grey),
            Samples::Rgb(rgb) => self.resized(rgb, 3, (width, height)).map(Samples::Rgb),
        };
        match resized {
            Some(samples) => Bitmap { width, height, samples },
            None => self,
        }
    }

    fn resized(&self, values: &[u8], bands: usize, to: (u32, u32)) -> Option<Vec<u8>> {
        resized(values, bands, (self.width, self.height), to, FilterType::CatmullRom)
    }
}

/// Rows and columns of bits, each as often as it takes.
fn repeated(bits: &[u8], from: (u32, u32), to: (u32, u32)) -> Vec<u8> {
    let place =
        |at: u32, from: u32, to: u32| (u64::from(at) * u64::from(from) / u64::from(to.max(1))) as usize;
    let stride = from.0.div_ceil(8) as usize;
    let columns: Vec<usize> = (0..to.0).map(|x| place(x, from.0, to.0)).collect();
    let row = |y: u32| {
        let row = &bits[place(y, from.1, to.1) * stride..][..stride];
        if from.0 == to.0 { row.to_vec() } else { picked(row, &columns) }
    };
    (0..to.1).flat_map(row).collect()
}

fn picked(row: &[u8], columns: &[usize]) -> Vec<u8> {
    let bit = |(at, column): (usize, &usize)| (row[column / 8] >> (7 - column % 8) & 1) << (7 - at);
    columns.chunks(8).map(|eight| eight.iter().enumerate().map(bit).fold(0, |byte, bit| byte | bit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(samples: Samples, to: (u32, u32), expected: Samples) {
        let stretched = Bitmap { width: 4, height: 2, samples }.stretched(to);
        assert_eq!((stretched.width, stretched.height, stretched.samples), (to.0, to.1, expected));
    }

    #[test]
    fn black_and_white_is_repeated() {
        let page = || Samples::Bilevel(vec![0b1010_0000, 0b0110_0000]);
        check(page(), (4, 4), Samples::Bilevel(vec![0b1010_0000, 0b1010_0000, 0b0110_0000, 0b0110_0000]));
        check(page(), (8, 2), Samples::Bilevel(vec![0b1100_1100, 0b0011_1100]));
        check(page(), (9, 2), Samples::Bilevel(vec![0b1110_0110, 0, 0b0001_1110, 0]));
    }

    #[test]
    fn grey_and_colours_keep_their_values() {
        check(Samples::Grey(vec![90; 8]), (4, 4), Samples::Grey(vec![90; 16]));
        check(Samples::Rgb([9, 8, 7].repeat(8)), (8, 2), Samples::Rgb([9, 8, 7].repeat(16)));
    }
}
