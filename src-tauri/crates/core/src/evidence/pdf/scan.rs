//! Pages that are nothing but a scan: its JPEG is given up untouched, black and white stays as fine as it is.

use super::draw::Renderer;
use super::weigh::PICTURE_PIXELS;
use crate::evidence::bitmap::{Bitmap, Kept, Samples, packed};
use crate::evidence::copying::in_memory;
use crate::evidence::{Kind, Orientation, Refusal, jpeg};
use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps,
    InterpreterCache, LumaData, Paint, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Name, Object, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Rect, Shape};

/// How far a scan's edges may lie from the page's, in parts of its sides.
const SLACK: f64 = 0.03;

/// The most lines on a page that is drawn, in points of their length: 30 million pixels. Memory grows with it.
const INK_LIMIT: f64 = 10_800_000.0;

/// What is on a page.
pub(super) struct Seen {
    /// The picture that the page is, if it is one.
    pub scan: Option<Kept>,
}

/// Looks at what a page would draw.
pub(super) fn look(page: &Page<'_>, renderer: &Renderer) -> Result<Seen, Refusal> {
    let (width, height) = page.render_dimensions();
    let paper = Rect::new(0.0, 0.0, width.into(), height.into());
    let cache = InterpreterCache::new();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, paper, &cache, page.xref(), renderer.settings.clone());
    let mut survey =
        PageSurvey { paper, scans: Vec::new(), pictures: 0, other: false, heavy: false, ink: 0.0 };
    interpret_page(page, &mut context, &mut survey);
    let scan = if survey.other || survey.pictures != 1 { None } else { survey.scans.pop() };
    if scan.is_none() && (survey.heavy || survey.ink > INK_LIMIT) {
        return Err(Refusal::TooHeavy(Kind::Pdf));
    }
    Ok(Seen { scan })
}

/// A device that draws nothing and notes what it was asked to.
struct PageSurvey {
    paper: Rect,
    scans: Vec<Kept>,
    pictures: usize,
    /// Whether there is something besides pictures, or one is drawn in an unusual way.
    other: bool,
    /// Whether there is a picture that is too large to be drawn.
    heavy: bool,
    /// The length of all outlines so far, in points.
    ink: f64,
}

impl PageSurvey {
    fn clip(&mut self, shape: Rect) {
        let seen = self.paper.intersect(shape);
        if !same(seen, self.paper) {
            self.other = true;
        }
    }

    /// Adds up how long an outline is, roughly: a segment is as long as the way to its end, and no longer than the
    /// page.
    fn measure(&mut self, path: &BezPath, transform: Affine) {
        let longest = self.paper.width().hypot(self.paper.height());
        let ends = path.elements().iter().filter_map(|element| element.end_point());
        let mut ends = ends.map(|end| transform * end);
        let Some(mut from) = ends.next() else { return };
        for end in ends {
            self.ink += from.distance(end).min(longest);
            from = end;
        }
    }

    fn picture(&self, image: &Image<'_, '_>, transform: Affine) -> Option<Kept> {
        let size = Rect::new(0.0, 0.0, image.width().into(), image.height().into());
        if !same(transform.transform_rect_bbox(size), self.paper) {
            return None;
        }
        let orientation = orientation(transform)?;
        match image {
            Image::Raster(raster) if is_jpeg(raster.stream()) => photograph(raster.stream(), orientation),
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
}

impl<'a> Device<'a> for PageSurvey {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.other = true;
        self.measure(path, props.transform);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.measure(&clip.path, Affine::IDENTITY);
        self.clip(clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.clip(*rect);
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.other |= opacity < 1.0 || mask.is_some() || !matches!(blend, BlendMode::Normal);
    }

    /// Text under a scan, as recognised by a program, is not seen.
    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, mode: &DrawMode) {
        self.other |= !matches!(mode, DrawMode::Invisible);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.pictures += 1;
        let pixels = u64::from(image.width()) * u64::from(image.height());
        self.heavy |= pixels > PICTURE_PIXELS;
        self.other |= props.soft_mask.is_some() || !matches!(props.blend_mode, BlendMode::Normal);
        if self.pictures == 1 && !self.other {
            self.scans.extend(self.picture(&image, props.transform));
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

fn same(one: Rect, other: Rect) -> bool {
    let (wide, high) = (other.width() * SLACK, other.height() * SLACK);
    (one.x0 - other.x0).abs() <= wide
        && (one.x1 - other.x1).abs() <= wide
        && (one.y0 - other.y0).abs() <= high
        && (one.y1 - other.y1).abs() <= high
}

/// How a picture lies on the page, unless askew. Both count from the top left.
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
fn is_jpeg(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let plain =
        ["SMask", "Mask", "Decode", "SMaskInData", "DecodeParms"].iter().all(|key| !dict.contains_key(key));
    stream.filters().as_slice() == [Filter::DctDecode] && plain && has_usual_colours(stream)
}

/// DeviceGray, DeviceRGB, or a profile; anything in four colours is drawn.
fn has_usual_colours(stream: &Stream<'_>) -> bool {
    match stream.dict().get::<Object<'_>>("ColorSpace") {
        Some(Object::Name(name)) => matches!(&*name, b"DeviceGray" | b"DeviceRGB"),
        Some(Object::Array(array)) => {
            let profile = array.iter::<Object<'_>>().nth(1).and_then(Object::into_stream);
            let is_profile = array.iter::<Name<'_>>().next().is_some_and(|name| &*name == b"ICCBased");
            let colours = profile.and_then(|profile| profile.dict().get::<u32>("N"));
            is_profile && matches!(colours, Some(1 | 3))
        }
        _ => false,
    }
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

fn photograph(stream: &Stream<'_>, orientation: Orientation) -> Option<Kept> {
    let bytes = in_memory(&stream.raw_data(), jpeg::copy_clean).ok()?;
    let picture = jpeg::read(&bytes).ok()?;
    Some(Kept { picture: crate::evidence::Picture { orientation, ..picture }, bytes })
}

fn black_and_white(grey: &[u8], width: u32, height: u32, orientation: Orientation) -> Option<Kept> {
    let is_complete = grey.len() as u64 == u64::from(width) * u64::from(height);
    if width == 0 || !is_complete || grey.iter().any(|value| !matches!(value, 0 | 255)) {
        return None;
    }
    let samples = Samples::Bilevel(packed(grey, width));
    Bitmap { width, height, samples }.keep(orientation).ok()
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
