//! A page made small for the screen.

use super::jpeg::{self, Wanted};
use super::raster::resized;
use super::watch::Busy;
use super::{Kind, MEMORY_LIMIT, Orientation, Picture, PictureFormat, Refusal, png};
use fast_image_resize::FilterType;
use jpeg_encoder::{ColorType as JpegColors, Encoder};

/// Good enough for the screen, of 100.
const QUALITY: u8 = 80;

/// From so many pixels on a JPEG is shown in grey, which takes a third of the memory.
const COLOUR_PIXELS: u64 = 60_000_000;

/// Red, green and blue.
const BANDS: usize = 3;

struct Rgb {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// A page's picture as a JPEG seen upright on white, its longer side `longest` pixels, or less where the picture is
/// smaller. `bytes` is what [`super::copy_clean`] wrote.
pub fn thumbnail(picture: &Picture, bytes: &[u8], longest: u32) -> Result<Vec<u8>, Refusal> {
    let _busy = Busy::begin();
    let whole = match picture.format {
        PictureFormat::Jpeg => jpeg::decode(bytes, wanted(picture)).ok_or(DAMAGED)?,
        PictureFormat::Png => png::decode(bytes, MEMORY_LIMIT).ok_or(Refusal::TooHeavy(Kind::Png))?,
    };
    let whole = Rgb { width: whole.width, height: whole.height, pixels: whole.into_rgb() };
    let small = upright(reduced(whole, longest.max(1)).ok_or(DAMAGED)?, picture.orientation);
    let mut jpeg = Vec::new();
    let (width, height) = (small.width as u16, small.height as u16);
    let encoded = Encoder::new(&mut jpeg, QUALITY).encode(&small.pixels, width, height, JpegColors::Rgb);
    encoded.map(|()| jpeg).map_err(|_| DAMAGED)
}

const DAMAGED: Refusal = Refusal::Damaged(Kind::Jpeg);

fn wanted(picture: &Picture) -> Wanted {
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    if pixels > COLOUR_PIXELS { Wanted::Brightness } else { Wanted::Colours }
}

fn reduced(whole: Rgb, longest: u32) -> Option<Rgb> {
    let Rgb { width, height, pixels } = whole;
    let longer = width.max(height);
    if longer <= longest {
        return Some(Rgb { width, height, pixels });
    }
    let scaled = |side: u32| (u64::from(side) * u64::from(longest) / u64::from(longer)).max(1) as u32;
    let to = (scaled(width), scaled(height));
    let pixels = resized(&pixels, BANDS, (width, height), to, FilterType::Lanczos3)?;
    Some(Rgb { width: to.0, height: to.1, pixels })
}

/// Mirrors first and then turns, as [`Orientation`] has it.
fn upright(rgb: Rgb, orientation: Orientation) -> Rgb {
    let mirrored = if orientation.mirrored { mirror(rgb) } else { rgb };
    (0..orientation.quarters % 4).fold(mirrored, |rgb, _| turn(&rgb))
}

fn mirror(rgb: Rgb) -> Rgb {
    let mut pixels = rgb.pixels;
    let row = rgb.width as usize;
    pixels.as_chunks_mut::<BANDS>().0.chunks_exact_mut(row).for_each(|row| row.reverse());
    Rgb { pixels, ..rgb }
}

/// A quarter turn clockwise.
fn turn(rgb: &Rgb) -> Rgb {
    let (width, height) = (rgb.width as usize, rgb.height as usize);
    let from = rgb.pixels.as_chunks::<BANDS>().0;
    let turned = (0..width).flat_map(|x| (0..height).rev().map(move |y| from[y * width + x]));
    Rgb { width: rgb.height, height: rgb.width, pixels: turned.flatten().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(mirrored: bool, quarters: u8, expected: [&str; 2]) {
        let pixels = [*b"aaa", *b"bbb", *b"ccc", *b"ddd"].concat();
        let seen = upright(Rgb { width: 2, height: 2, pixels }, Orientation { mirrored, quarters });
        let letters: Vec<u8> = seen.pixels.chunks(BANDS).map(|pixel| pixel[0]).collect();
        assert_eq!(letters, expected.concat().into_bytes());
    }

    #[test]
    fn a_page_is_mirrored_and_then_turned_clockwise() {
        check(false, 0, ["ab", "cd"]);
        check(true, 0, ["ba", "dc"]);
        check(false, 1, ["ca", "db"]);
        check(false, 3, ["bd", "ac"]);
        check(true, 1, ["db", "ca"]);
    }

    #[test]
    fn a_thumbnail_is_upright_and_of_its_size() {
        let photo = include_bytes!("samples/photo.jpg");
        let picture = crate::evidence::tests::read_all(photo).unwrap().pages[0];
        for (longest, expected) in [(12, (9, 12)), (100, (18, 24))] {
            let small = thumbnail(&picture, photo, longest).unwrap();
            let found = crate::evidence::tests::read_all(&small).unwrap().pages[0];
            assert_eq!((found.width, found.height), expected);
        }
    }
}
