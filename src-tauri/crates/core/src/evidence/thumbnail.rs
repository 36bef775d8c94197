//! A page made small for the screen.

use super::plain::on_white;
use super::{Kind, MEMORY_LIMIT, Orientation, Picture, PictureFormat, Refusal, SIDE_LIMIT};
use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, Resizer};
use jpeg_encoder::{ColorType as JpegColors, Encoder};
use png::{ColorType, Decoder, Limits, Transformations};
use std::io::Cursor;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

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
    let whole = match picture.format {
        PictureFormat::Jpeg => jpeg(bytes, picture)?,
        PictureFormat::Png => png(bytes)?,
    };
    let small = upright(reduced(whole, longest.max(1)).ok_or(DAMAGED)?, picture.orientation);
    let mut jpeg = Vec::new();
    let (width, height) = (small.width as u16, small.height as u16);
    let encoded = Encoder::new(&mut jpeg, QUALITY).encode(&small.pixels, width, height, JpegColors::Rgb);
    encoded.map(|()| jpeg).map_err(|_| DAMAGED)
}

const DAMAGED: Refusal = Refusal::Damaged(Kind::Jpeg);

fn jpeg(bytes: &[u8], picture: &Picture) -> Result<Rgb, Refusal> {
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    let colours = if pixels > COLOUR_PIXELS { ColorSpace::Luma } else { ColorSpace::RGB };
    let options = DecoderOptions::default()
        .set_max_width(SIDE_LIMIT as usize)
        .set_max_height(SIDE_LIMIT as usize)
        .jpeg_set_out_colorspace(colours);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().map_err(|_| DAMAGED)?;
    let (width, height) = decoder.dimensions().ok_or(DAMAGED)?;
    let area = width * height;
    let pixels = if pixels.len() == area { grey_as_rgb(&pixels) } else { pixels };
    Ok(Rgb { width: width as u32, height: height as u32, pixels })
}

fn png(bytes: &[u8]) -> Result<Rgb, Refusal> {
    const DAMAGED: Refusal = Refusal::Damaged(Kind::Png);
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MEMORY_LIMIT as usize });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(|_| DAMAGED)?;
    let size = reader.output_buffer_size().filter(|size| *size as u64 <= MEMORY_LIMIT);
    let mut pixels = vec![0; size.ok_or(Refusal::TooHeavy(Kind::Png))?];
    let info = reader.next_frame(&mut pixels).map_err(|_| DAMAGED)?;
    pixels.truncate(info.buffer_size());
    let pixels = match info.color_type {
        ColorType::Rgb => pixels,
        ColorType::Rgba => on_white(&pixels),
        ColorType::GrayscaleAlpha => {
            let rgba: Vec<u8> =
                pixels.as_chunks::<2>().0.iter().flat_map(|[g, a]| [*g, *g, *g, *a]).collect();
            on_white(&rgba)
        }
        _ => grey_as_rgb(&pixels),
    };
    Ok(Rgb { width: info.width, height: info.height, pixels })
}

fn grey_as_rgb(grey: &[u8]) -> Vec<u8> {
    grey.iter().flat_map(|value| [*value; BANDS]).collect()
}

fn reduced(whole: Rgb, longest: u32) -> Option<Rgb> {
    let Rgb { width, height, pixels } = whole;
    let longer = width.max(height);
    if longer <= longest {
        return Some(Rgb { width, height, pixels });
    }
    let scaled = |side: u32| (u64::from(side) * u64::from(longest) / u64::from(longer)).max(1) as u32;
    let from = Image::from_vec_u8(width, height, pixels, PixelType::U8x3).ok()?;
    let mut to = Image::new(scaled(width), scaled(height), PixelType::U8x3);
    Resizer::new().resize(&from, &mut to, None).ok()?;
    Some(Rgb { width: to.width(), height: to.height(), pixels: to.into_vec() })
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
