//! Pages that are nothing but a scan: its JPEG is given up untouched, black and white stays as fine as it is.

use super::unfold;
use crate::evidence::bitmap::{Bitmap, Kept, Samples, packed};
use crate::evidence::jpeg::{self, Found};
use crate::evidence::{Orientation, Picture};
use hayro::hayro_interpret::{Image, ImageData, LumaData, Paint};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Name, Object, Stream};
use hayro::kurbo::{Affine, Rect};

/// How far a scan's edges may lie within the page's, in parts of its sides.
const WITHIN: f64 = 0.03;

/// How far they may lie outside, where they are not seen.
const OUTSIDE: f64 = 0.006;

/// How far the sides of a pixel may differ, in parts of them.
const SQUARE: f64 = 0.02;

/// A scan as it is kept.
pub(super) struct Scan {
    pub kept: Kept,
    /// Whether nothing is to be seen on it.
    pub blank: bool,
}

/// Where a picture lies on a page.
pub(super) struct Place {
    pub width: u32,
    pub height: u32,
    /// From its pixels to points.
    pub transform: Affine,
}

impl Place {
    /// What it covers.
    pub fn area(&self) -> Rect {
        self.transform.transform_rect_bbox(Rect::new(0.0, 0.0, self.width.into(), self.height.into()))
    }

    /// How many pixels it has.
    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// Pixels to a point, across or down, whichever are more.
    pub fn density(&self) -> f64 {
        let (across, down) = self.sides();
        1.0 / across.min(down).max(1e-6)
    }

    /// How wide and high a pixel is, in points.
    fn sides(&self) -> (f64, f64) {
        let [a, b, c, d, _, _] = self.transform.as_coeffs();
        (a.hypot(b), c.hypot(d))
    }

    fn has_square_pixels(&self) -> bool {
        let (across, down) = self.sides();
        (across - down).abs() <= across.max(down) * SQUARE
    }

    fn is_all_of(&self, paper: Rect) -> bool {
        let area = self.area();
        let near = |from: f64, to: f64, side: f64| from >= -side * OUTSIDE && to <= side * WITHIN;
        let fits = |inset: f64, side: f64| near(inset, inset, side);
        fits(area.x0 - paper.x0, paper.width())
            && fits(paper.x1 - area.x1, paper.width())
            && fits(area.y0 - paper.y0, paper.height())
            && fits(paper.y1 - area.y1, paper.height())
    }

    /// How it lies on the page, unless askew. Both count from the top left.
    fn orientation(&self) -> Option<Orientation> {
        orientation(self.transform)
    }
}

/// The picture as it is kept, if the page is nothing else and shows it as it is.
pub(super) fn give_up(image: &Image<'_, '_>, place: &Place, paper: Rect) -> Option<Scan> {
    if !place.is_all_of(paper) || !place.has_square_pixels() {
        return None;
    }
    let orientation = place.orientation()?;
    match image {
        Image::Raster(raster) if is_plain_jpeg(raster.stream()) => photograph(raster.stream(), orientation),
        Image::Raster(raster) if is_bilevel(raster.stream()) => {
            let mut found = None;
            let take = |data, alpha: Option<LumaData>| {
                if let (ImageData::Luma(luma), None) = (data, alpha) {
                    found = black_and_white(&luma.data, luma.width, luma.height, orientation);
                }
            };
            raster.with_rgba(take, None);
            found
        }
        Image::Raster(_) => None,
        Image::Stencil(stencil) => {
            let mut found = None;
            let take = |luma: LumaData, paint: &Paint<'_>| {
                if is_black(paint) {
                    let paper: Vec<u8> = luma.data.iter().map(|ink| !ink).collect();
                    found = black_and_white(&paper, luma.width, luma.height, orientation);
                }
            };
            stencil.with_stencil(take, None);
            found
        }
    }
}

/// Whether a stream is a JPEG, packed once more or not.
pub(super) fn is_jpeg(stream: &Stream<'_>) -> bool {
    stream.filters().last() == Some(&Filter::DctDecode)
}

fn orientation(transform: Affine) -> Option<Orientation> {
    let [a, b, c, d, _, _] = transform.as_coeffs();
    let straight = b.abs() + c.abs() < (a.abs() + d.abs()) * 1e-3;
    let across = a.abs() + d.abs() < (b.abs() + c.abs()) * 1e-3;
    let (mirrored, quarters) = match (straight, across) {
        (true, _) => ((a < 0.0) != (d < 0.0), if d < 0.0 { 2 } else { 0 }),
        (_, true) => ((b < 0.0) == (c < 0.0), if c < 0.0 { 1 } else { 3 }),
        _ => return None,
    };
    Some(Orientation { mirrored, quarters })
}

/// Whether a stream is a JPEG whose colours need no interpretation by the PDF.
fn is_plain_jpeg(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let plain =
        ["SMask", "Mask", "Decode", "SMaskInData", "DecodeParms"].iter().all(|key| !dict.contains_key(key));
    is_jpeg(stream) && plain && has_usual_colours(stream)
}

/// DeviceGray, DeviceRGB, or the profile of screens; anything else is drawn.
fn has_usual_colours(stream: &Stream<'_>) -> bool {
    match stream.dict().get::<Object<'_>>("ColorSpace") {
        Some(Object::Name(name)) => matches!(&*name, b"DeviceGray" | b"DeviceRGB"),
        Some(Object::Array(array)) => {
            let is_profile = array.iter::<Name<'_>>().next().is_some_and(|name| &*name == b"ICCBased");
            let profile = array.iter::<Object<'_>>().nth(1).and_then(Object::into_stream);
            is_profile && profile.is_some_and(|profile| changes_nothing(&profile))
        }
        _ => false,
    }
}

/// Whether a profile is that of screens (sRGB), or none that can be read: then its alternate holds.
fn changes_nothing(profile: &Stream<'_>) -> bool {
    /// How far into a profile its name stands.
    const HEAD: usize = 2048;
    /// "acsp" at byte 36 tells a profile (ICC.1, 7.2).
    const SIGNATURE: std::ops::Range<usize> = 36..40;
    let colours = profile.dict().get::<u32>("N");
    let Ok(data) = profile.decoded_data() else { return false };
    let is_one = data.get(SIGNATURE) == Some(b"acsp");
    let is_srgb = || memchr::memmem::find(&data[..data.len().min(HEAD)], b"sRGB").is_some();
    matches!(colours, Some(1 | 3)) && (!is_one || colours == Some(3) && is_srgb())
}

fn is_bilevel(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let masked = dict.contains_key("SMask") || dict.contains_key("Mask");
    let filters = stream.filters();
    let fax = matches!(filters.last(), Some(Filter::CcittFaxDecode | Filter::Jbig2Decode));
    !masked && (fax || dict.get::<u32>("BitsPerComponent") == Some(1))
}

fn is_black(paint: &Paint<'_>) -> bool {
    matches!(paint, Paint::Color(colour) if colour.to_rgba().to_rgba8() == [0, 0, 0, 255])
}

fn photograph(stream: &Stream<'_>, orientation: Orientation) -> Option<Scan> {
    let Found { picture, is_uniform: blank, clean: bytes } = jpeg::read(&unfold::picture(stream)?).ok()?;
    Some(Scan { kept: Kept { picture: Picture { orientation, ..picture }, bytes }, blank })
}

fn black_and_white(grey: &[u8], width: u32, height: u32, orientation: Orientation) -> Option<Scan> {
    let is_complete = grey.len() as u64 == u64::from(width) * u64::from(height);
    if width == 0 || !is_complete || grey.iter().any(|value| !matches!(value, 0 | 255)) {
        return None;
    }
    let samples = Samples::Bilevel(packed(grey, width));
    let bitmap = Bitmap { width, height, samples };
    let blank = bitmap.is_blank();
    Some(Scan { kept: bitmap.keep(orientation).ok()?, blank })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(transform: [f64; 4], expected: Option<(bool, u8)>) {
        let [a, b, c, d] = transform;
        let found = orientation(Affine::new([a, b, c, d, 0.0, 0.0]));
        assert_eq!(found.map(|found| (found.mirrored, found.quarters)), expected, "{transform:?}");
    }

    #[test]
    fn all_eight_ways_to_lie_on_a_page_are_told() {
        check([1.0, 0.0, 0.0, 1.0], Some((false, 0)));
        check([0.0, 1.0, -1.0, 0.0], Some((false, 1)));
        check([-1.0, 0.0, 0.0, -1.0], Some((false, 2)));
        check([0.0, -1.0, 1.0, 0.0], Some((false, 3)));
        check([-1.0, 0.0, 0.0, 1.0], Some((true, 0)));
        check([0.0, -1.0, -1.0, 0.0], Some((true, 1)));
        check([1.0, 0.0, 0.0, -1.0], Some((true, 2)));
        check([0.0, 1.0, 1.0, 0.0], Some((true, 3)));
        check([1.0, 0.1, -0.1, 1.0], None);
    }
}
