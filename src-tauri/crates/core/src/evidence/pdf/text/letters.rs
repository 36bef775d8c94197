//! A device that draws nothing and notes the letters and the straight lines of a page.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro::kurbo::{BezPath, PathEl, Point, Rect};

/// A page with more letters or lines is read as far as that: one of a notice has some thousand.
const MOST: usize = 30_000;

/// A shorter line parts nothing, in points.
const SHORTEST: f64 = 4.0;

/// How far a line that parts cells may be from straight, in points.
const STRAIGHT: f64 = 0.7;

/// A letter, or a few that are drawn as one.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// Where it stands on the line, in points from the left and from above.
    pub at: Point,
    /// The size of its font, in points.
    pub size: f64,
    pub text: String,
}

/// What is on a page.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub found: Vec<Letter>,
    /// How many are not known.
    pub unknown: usize,
    /// Upright lines, of no width.
    pub upright: Vec<Rect>,
    /// Level lines, of no height.
    pub level: Vec<Rect>,
}

impl Letters {
    fn line(&mut self, from: Point, to: Point) {
        let line = Rect::from_points(from, to);
        let all = self.upright.len() + self.level.len();
        match (line.width(), line.height()) {
            _ if all > MOST => {}
            (width, height) if width <= STRAIGHT && height >= SHORTEST => self.upright.push(line),
            (width, height) if height <= STRAIGHT && width >= SHORTEST => self.level.push(line),
            _ => {}
        }
    }
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            let at = transform * Point::ORIGIN;
            // Glyphs are a thousand units high.
            let size = at.distance(transform * Point::new(0.0, 1000.0));
            let text = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(text)) => text,
                None => String::new(),
            };
            let is_known = text.chars().any(|letter| !letter.is_control() && letter != '\u{fffd}');
            if !is_known {
                self.unknown += 1;
            } else if self.found.len() < MOST && size.is_finite() && size > 0.0 && at.is_finite() {
                self.found.push(Letter { at, size, text });
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
        for element in path.elements() {
            match element {
                PathEl::MoveTo(to) => {
                    (start, last) = (props.transform * *to, props.transform * *to);
                }
                PathEl::LineTo(to) => {
                    let to = props.transform * *to;
                    self.line(last, to);
                    last = to;
                }
                PathEl::ClosePath => self.line(last, start),
                curve => last = curve.end_point().map_or(last, |end| props.transform * end),
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_clip_rect(&mut self, _: &Rect) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
