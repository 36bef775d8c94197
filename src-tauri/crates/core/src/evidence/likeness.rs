//! Whether two pictures look alike: what was made of a picture must still be that picture.
//!
//! A decoder that goes wrong says nothing. So the picture it was made from is decoded once more, by another one, and
//! both are looked at from afar.

use super::glance::glance;
use super::raster::{Channels, Raster};
use super::{MEMORY_LIMIT, PictureFormat};
use std::ops::Range;

/// Fields to a side, as many as show where a page is black and where it has a seal.
const FIELDS: usize = 24;

/// Red, green and blue.
const BANDS: usize = 3;

/// How far fields lie apart on average at the most, of 255: sharper or paler than before is no other picture.
const APART: u64 = 14;

/// How far a single field may be off, and how many of a hundred may be more.
const FAR: u8 = 56;
const MANY: usize = 4;

/// How much redder or less red a field may have become, of 255 and in parts of what it is, and how many fields may be
/// more: a seal covers a dozen, and most of what is under it stays white.
const REDDER: i16 = 12;
const PART: i16 = 3;
const FEW: usize = 4;

/// A picture seen from afar: red, green and blue of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness(Vec<u8>);

/// What a picture looks like from afar; None where it cannot be decoded.
pub fn likeness(format: PictureFormat, bytes: &[u8]) -> Option<Likeness> {
    glance(format, bytes, 4 * FIELDS, 4 * MEMORY_LIMIT).and_then(|raster| fields(&raster))
}

impl Likeness {
    /// Whether another picture looks the same.
    pub fn is_alike(&self, other: &Likeness) -> bool {
        let apart = || self.0.iter().zip(&other.0).map(|(one, other)| one.abs_diff(*other));
        let mean = apart().map(u64::from).sum::<u64>() / self.0.len() as u64;
        let far = apart().filter(|apart| *apart > FAR).count();
        let redness = |field: &[u8; BANDS]| i16::from(field[0]) - i16::from(field[1]);
        let fields = self.fields().iter().zip(other.fields());
        let is_other = |(one, other): &(i16, i16)| {
            let apart = (one - other).abs();
            apart > REDDER && apart * PART > one.abs().max(other.abs())
        };
        let redder = fields.map(|(one, other)| (redness(one), redness(other))).filter(is_other).count();
        mean <= APART && far * 100 <= MANY * self.0.len() && redder <= FEW
    }

    fn fields(&self) -> &[[u8; BANDS]] {
        self.0.as_chunks().0
    }
}

/// The mean colour of each field.
fn fields(raster: &Raster) -> Option<Likeness> {
    let (width, height) = (raster.width as usize, raster.height as usize);
    let samples = if raster.channels == Channels::Grey { 1 } else { 3 };
    if width == 0 || height == 0 || raster.pixels.len() != width * height * samples {
        return None;
    }
    let mean = |field: usize, band: usize| {
        let (columns, rows) = (part(field % FIELDS, width), part(field / FIELDS, height));
        let count = (columns.len() * rows.len()) as u64;
        let pixel = |y: usize, x: usize| u64::from(raster.pixels[(y * width + x) * samples + band]);
        let sum: u64 =
            rows.flat_map(|y| columns.clone().map(move |x| (y, x))).map(|(y, x)| pixel(y, x)).sum();
        (sum / count) as u8
    };
    let bands = |field: usize| (0..BANDS).map(move |band| (field, band.min(samples - 1)));
    Some(Likeness((0..FIELDS * FIELDS).flat_map(bands).map(|(field, band)| mean(field, band)).collect()))
}

/// Which of so many pixels in a line a field covers: where there are fewer pixels than fields, one counts for several.
fn part(field: usize, pixels: usize) -> Range<usize> {
    let begin = field * pixels / FIELDS;
    begin..((field + 1) * pixels / FIELDS).max(begin + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::budget::Grade;
    use crate::evidence::reduce::{Original, reduce};
    use crate::evidence::seal::tests::{Page, STAMP, Stamp, letter};

    /// A page with lines of text, a seal of this colour, and what is below `cut` grey.
    fn page(seal: [u8; 3], cut: usize) -> Likeness {
        let (width, height) = (300, 400);
        let mut pixels = vec![255; width * height * 3];
        for (at, pixel) in pixels.as_chunks_mut::<3>().0.iter_mut().enumerate() {
            let (x, y) = (at % width, at / width);
            let on_seal = x.abs_diff(200).pow(2) + y.abs_diff(300).pow(2) < 50 * 50;
            *pixel = match () {
                () if y >= cut => [128; 3],
                () if on_seal => seal,
                () if y % 20 < 6 && x % 7 < 3 => [20; 3],
                () => [255; 3],
            };
        }
        fields(&Raster { width: 300, height: 400, channels: Channels::Rgb, pixels, profile: None }).unwrap()
    }

    #[test]
    fn a_page_is_like_itself_and_unlike_one_that_lost_something() {
        let whole = page([210, 30, 30], 400);
        assert!(whole.is_alike(&whole) && whole.is_alike(&page([220, 60, 50], 400)));
        for other in
            [page([30, 210, 30], 400), page([255; 3], 400), page([210, 30, 30], 350), page([210, 30, 30], 0)]
        {
            assert!(!whole.is_alike(&other));
        }
    }

    #[test]
    fn a_seal_that_is_lost_is_noticed_and_one_that_is_coded_anew_is_not() {
        let see = |page: &Page| fields(&page.raster()).unwrap();
        let bare = see(&letter());
        for strength in [0.7, 0.75, 0.85] {
            let sealed = letter().sealed(Stamp { strength, ..STAMP });
            assert!(!see(&sealed).is_alike(&bare) && !bare.is_alike(&see(&sealed)), "{strength}");
            for grade in [Grade { dpi: 120, quality: 30 }, Grade { dpi: 150, quality: 60 }] {
                assert!(see(&sealed).is_alike(&reduced(&sealed.raster(), grade)), "{strength} {grade:?}");
            }
        }
        assert!(!see(&letter().sealed(STAMP).grey()).is_alike(&see(&letter().sealed(STAMP))));
    }

    /// A page of A4 coded as JPEG and made smaller, as it is seen then.
    fn reduced(page: &Raster, grade: Grade) -> Likeness {
        const A4: u64 = 297 * 36_000;
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
        let (width, height) = (page.width as u16, page.height as u16);
        encoder.encode(&page.pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
        let original = Original { format: PictureFormat::Jpeg, bytes: &bytes, printed: A4 };
        likeness(PictureFormat::Jpeg, &reduce(&original, grade).unwrap().bytes).unwrap()
    }

    #[test]
    fn a_narrow_picture_is_like_itself_in_another_size() {
        let strip = |width: u32, height: u32| {
            let pixels = (0..width * height).map(|at| ((at / width) * 200 / height) as u8).collect();
            fields(&Raster { width, height, channels: Channels::Grey, pixels, profile: None }).unwrap()
        };
        for (width, height) in [(15, 225), (7, 105), (1, 15), (40, 600)] {
            assert!(strip(20, 300).is_alike(&strip(width, height)), "{width} × {height}");
        }
        assert!(!strip(20, 300).is_alike(&strip(300, 1)));
    }

    #[test]
    fn it_is_seen_in_every_format_and_none_in_what_is_no_picture() {
        let grey = likeness(PictureFormat::Jpeg, include_bytes!("samples/photo.jpg")).unwrap();
        assert!(grey.is_alike(&likeness(PictureFormat::Png, include_bytes!("samples/picture.png")).unwrap()));
        assert_eq!(likeness(PictureFormat::Jpeg, b"\xFF\xD8\xFF"), None);
        assert_eq!(likeness(PictureFormat::Png, b"no"), None);
    }
}
