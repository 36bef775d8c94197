//! What a page would draw: a device that draws nothing and notes what it was asked to.

use super::scan::{self, Place};
use hayro::hayro_interpret::font::{FontData, Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro::hayro_syntax::object::{ObjectIdentifier, Stream};
use hayro::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use std::sync::{Arc, Mutex};

/// The largest picture that is drawn as it is, in pixels: A4 at 600 dpi has 35 million.
const HEAVY: u64 = 36_000_000;

/// What part of a page a picture covers that counts as a scan.
const SCAN: f64 = 0.25;

/// What part of a page a picture covers without which there is nothing left of it.
const MOST: f64 = 0.5;

/// How far a clip may cut into a page that is given up whole, in parts of its sides.
const SLACK: f64 = 0.002;

/// What is on a page.
pub(super) struct Survey {
    pub paper: Rect,
    pictures: usize,
    /// Whether there is something besides pictures, or one is drawn in an unusual way.
    other: bool,
    /// The length of all outlines so far, in points.
    pub ink: f64,
    /// Dots to a point of the finest scan on it.
    pub finest: f64,
    /// The largest part of the page that a picture covers.
    pub largest: f64,
    /// JPEG pictures that are seen, and pictures that are too large to be drawn.
    pub jpegs: Vec<ObjectIdentifier>,
    pub heavy: Vec<ObjectIdentifier>,
    /// Whether text is seen whose characters are not known, in a font that the file does not carry.
    pub unknown_text: bool,
    /// Whether a character is seen that the font in place of the file's own does not have.
    pub missing_text: bool,
    substitutes: Arc<Mutex<Vec<FontData>>>,
}

impl Survey {
    /// Of a page that covers `paper`. `substitutes` are the fonts that stand for those which the file does not carry.
    pub fn new(paper: Rect, substitutes: Arc<Mutex<Vec<FontData>>>) -> Survey {
        Survey {
            paper,
            pictures: 0,
            other: false,
            ink: 0.0,
            finest: 0.0,
            largest: 0.0,
            jpegs: Vec::new(),
            heavy: Vec::new(),
            unknown_text: false,
            missing_text: false,
            substitutes,
        }
    }

    /// Whether there is one picture, and nothing else.
    pub fn is_picture_alone(&self) -> bool {
        !self.other && self.pictures == 1
    }

    /// Whether nothing is left of the page without a picture that is lost: it has no other, and that covers most of it.
    pub fn is_one_picture(&self) -> bool {
        self.pictures == 1 && self.largest >= MOST
    }

    /// Whether a clip leaves all of the page.
    fn clip(&mut self, path: &BezPath) {
        let [wide, high] = [self.paper.width() * SLACK, self.paper.height() * SLACK];
        self.other |= rectangle(path).is_none_or(|shape| {
            let seen = self.paper.intersect(shape);
            seen.width() < self.paper.width() - wide || seen.height() < self.paper.height() - high
        });
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

    fn note(&mut self, stream: &Stream<'_>, place: &Place) {
        let covered = place.area().intersect(self.paper).area() / self.paper.area();
        self.largest = self.largest.max(covered);
        if covered >= SCAN {
            self.finest = self.finest.max(place.density());
        }
        if place.pixels() > HEAVY {
            self.heavy.push(stream.obj_id());
        }
        if scan::is_jpeg(stream) {
            self.jpegs.push(stream.obj_id());
        }
    }

    /// A character without a meaning stands for whatever the other font has at its number.
    fn read(&mut self, glyph: &Glyph<'_>) {
        let Glyph::Outline(outline) = glyph else { return };
        let has_glyph = outline.glyph_id().to_u32() != 0;
        match outline.as_unicode() {
            None if outline.char_code() > u32::from(b' ') => self.unknown_text = true,
            Some(BfString::Char(character)) if !has_glyph => {
                self.missing_text |= !character.is_whitespace() && !character.is_control();
            }
            _ => {}
        }
    }

    /// Whether a run is written in a font of ours.
    fn is_substituted(&self, run: &GlyphRun<'_, '_>) -> bool {
        let Ok(substitutes) = self.substitutes.lock() else { return false };
        let Some(Glyph::Outline(outline)) = run.glyphs().first().map(|glyph| &**glyph) else { return false };
        if substitutes.is_empty() {
            return false;
        }
        // The standard fonts do not show their bytes.
        outline.font_data().is_none_or(|font| substitutes.iter().any(|ours| Arc::ptr_eq(ours, &font.data)))
    }
}

impl<'a> Device<'a> for Survey {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.other = true;
        self.measure(path, props.transform);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.measure(&clip.path, Affine::IDENTITY);
        self.clip(&clip.path);
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.clip(&rect.to_path(0.1));
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.other |= opacity < 1.0 || mask.is_some() || !matches!(blend, BlendMode::Normal);
    }

    /// Text under a scan, as recognised by a program, is not seen.
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        self.other = true;
        if self.is_substituted(run) {
            run.glyphs().iter().for_each(|glyph| self.read(glyph));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.pictures += 1;
        let place = Place { width: image.width(), height: image.height(), transform: props.transform };
        match &image {
            Image::Raster(raster) => self.note(raster.stream(), &place),
            Image::Stencil(stencil) => self.note(stencil.stream(), &place),
        }
        self.other |= props.soft_mask.is_some() || !matches!(props.blend_mode, BlendMode::Normal);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// The rectangle that a path is, if it is one.
fn rectangle(path: &BezPath) -> Option<Rect> {
    let area = path.bounding_box();
    let near = |one: f64, other: f64| (one - other).abs() < 1e-3;
    let corner = |point: &Point| {
        (near(point.x, area.x0) || near(point.x, area.x1))
            && (near(point.y, area.y0) || near(point.y, area.y1))
    };
    let straight =
        |element: &PathEl| matches!(element, PathEl::MoveTo(_) | PathEl::LineTo(_) | PathEl::ClosePath);
    let ends: Vec<Point> = path.elements().iter().filter_map(PathEl::end_point).collect();
    let around = (4..=5).contains(&ends.len()) && ends.iter().all(corner);
    // Opposite corners follow each other in a bow tie only.
    let sides = ends.windows(2).all(|side| near(side[0].x, side[1].x) || near(side[0].y, side[1].y));
    (around && sides && path.elements().iter().all(straight)).then_some(area)
}
