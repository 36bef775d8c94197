//! Drawing a page for print.

use super::fonts::Fonts;
use crate::evidence::bitmap::{Bitmap, Samples};
use crate::evidence::plain::on_white;
use crate::evidence::{Kind, Refusal, Warning};
use hayro::hayro_interpret::font::FontQuery;
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Dots per point (1/72 inch) at 200 dpi.
const DOTS_PER_POINT: f32 = 200.0 / 72.0;

/// The most pixels of a page that is drawn, about A2 at 200 dpi; a larger one is drawn more coarsely.
const DRAWN_PIXELS: f32 = 16_000_000.0;

/// The longest side that is drawn.
const DRAWN_SIDE: f32 = 16_000.0;

/// What all pages of a file are drawn with.
pub(super) struct Renderer {
    pub settings: InterpreterSettings,
    fonts: Arc<Fonts>,
    trouble: Arc<Trouble>,
}

/// What went wrong while pages were drawn.
#[derive(Default)]
struct Trouble {
    picture: AtomicBool,
    font: AtomicBool,
}

impl Renderer {
    pub fn new() -> Renderer {
        let (fonts, trouble) = (Arc::new(Fonts::default()), Arc::new(Trouble::default()));
        let (found, noted) = (Arc::clone(&fonts), Arc::clone(&trouble));
        let settings = InterpreterSettings {
            font_resolver: Arc::new(move |query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(query) => found.find(query),
            }),
            warning_sink: Arc::new(move |warning| match warning {
                InterpreterWarning::ImageDecodeFailure => noted.picture.store(true, Relaxed),
                InterpreterWarning::UnsupportedFont => noted.font.store(true, Relaxed),
                _ => {}
            }),
            ..Default::default()
        };
        Renderer { settings, fonts, trouble }
    }

    /// Draws a page as it is seen, turned as it says.
    pub fn draw(&self, page: &Page<'_>) -> Result<Bitmap, Refusal> {
        let (width, height) = page.render_dimensions();
        let scale = scale(width, height).ok_or(Refusal::Damaged(Kind::Pdf))?;
        let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        // A cache of its own for every page: the library's caches only ever grow.
        let cache = RenderCache::new();
        Ok(bitmap(render(page, &cache, &self.settings, &RenderSettings::default(), &size)))
    }

    /// Whether a picture on a page could not be decoded.
    pub fn lost_picture(&self) -> bool {
        self.trouble.picture.load(Relaxed)
    }

    /// What the user should look at in the file.
    pub fn warnings(&self) -> Vec<Warning> {
        let chinese = self.fonts.missing().then_some(Warning::NoChineseFont);
        let unknown = self.trouble.font.load(Relaxed).then_some(Warning::UnknownFont);
        chinese.into_iter().chain(unknown).collect()
    }
}

/// Pixels per point, less than [`DOTS_PER_POINT`] where the page is very large. None for a page without area.
fn scale(width: f32, height: f32) -> Option<f32> {
    let drawable = |side: f32| side.is_finite() && side > 0.0;
    if !drawable(width) || !drawable(height) {
        return None;
    }
    let by_area = (DRAWN_PIXELS / width / height).sqrt();
    let scale = DOTS_PER_POINT.min(by_area).min(DRAWN_SIDE / width.max(height));
    (width.min(height) * scale >= 1.0).then_some(scale)
}

fn bitmap(pixmap: Pixmap) -> Bitmap {
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let rgb = on_white(&pixmap.take_rgba8(ImageAlphaType::Alpha));
    Bitmap { width, height, samples: Samples::Rgb(rgb) }
}
