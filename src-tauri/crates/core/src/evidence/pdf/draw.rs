//! Drawing a page for print.

use super::fonts::Fonts;
use super::scale::Scale;
use super::sheet::Sheet;
use super::survey::Survey;
use crate::evidence::bitmap::{Bitmap, Samples};
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro::hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent, TransformExt,
    interpret_page,
};
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

/// What a page is drawn with, and what goes wrong meanwhile.
pub(super) struct Renderer {
    settings: InterpreterSettings,
    trouble: Arc<Trouble>,
}

/// What went wrong while a page was drawn.
#[derive(Default)]
pub(super) struct Trouble {
    /// A picture could not be decoded.
    pub picture: AtomicBool,
    /// A font could not be read.
    pub font: AtomicBool,
    /// An appearance could not be drawn.
    pub mark: AtomicBool,
    /// Something else, which later versions of the renderer tell.
    pub other: AtomicBool,
    /// Text needs a Chinese font that the system does not have.
    pub chinese: AtomicBool,
    /// The fonts that stood for those which the file does not carry.
    substitutes: Arc<Mutex<Vec<FontData>>>,
}

impl Renderer {
    /// For one page.
    pub fn new(fonts: &Arc<Fonts>) -> Renderer {
        let (fonts, trouble) = (Arc::clone(fonts), Arc::new(Trouble::default()));
        let (found, noted) = (Arc::clone(&trouble), Arc::clone(&trouble));
        let settings = InterpreterSettings {
            font_resolver: Arc::new(move |query| {
                let font = match query {
                    FontQuery::Standard(font) => Some(font.get_font_data()),
                    FontQuery::Fallback(query) => fonts.find(query, &found.chinese),
                };
                let is_text =
                    !matches!(query, FontQuery::Standard(StandardFont::Symbol | StandardFont::ZapfDingBats));
                if let (Some((data, _)), Ok(mut substitutes), true) =
                    (&font, found.substitutes.lock(), is_text)
                {
                    substitutes.push(Arc::clone(data));
                }
                font
            }),
            warning_sink: Arc::new(move |warning| {
                let trouble = match warning {
                    InterpreterWarning::ImageDecodeFailure => &noted.picture,
                    InterpreterWarning::UnsupportedFont => &noted.font,
                    InterpreterWarning::UnresolvedAnnotationAppearance => &noted.mark,
                    _ => &noted.other,
                };
                trouble.store(true, Relaxed);
            }),
            ..Default::default()
        };
        Renderer { settings, trouble }
    }

    /// What went wrong so far.
    pub fn trouble(&self) -> &Trouble {
        &self.trouble
    }

    /// Looks at what would be drawn.
    pub fn survey(&self, sheet: &Sheet<'_>) -> Survey {
        let (width, height) = sheet.page().render_dimensions();
        let paper = Rect::new(0.0, 0.0, width.into(), height.into());
        let mut survey = Survey::new(paper, Arc::clone(&self.trouble.substitutes));
        for (page, content) in sheet.parts() {
            let cache = InterpreterCache::new();
            let transform = page.initial_transform(true).to_kurbo();
            let mut context = Context::new(transform, paper, &cache, page.xref(), self.settings(content));
            interpret_page(page, &mut context, &mut survey);
        }
        survey
    }

    /// Draws a page as it is seen, turned as it says.
    pub fn draw(&self, sheet: &Sheet<'_>, scale: Scale) -> Bitmap {
        let (width, height) = scale.pixels(sheet.page().render_dimensions());
        let mut drawing = RenderContext::new(width, height);
        for (page, content) in sheet.parts() {
            // A cache of its own for every page: the library's caches only ever grow.
            let cache = RenderCache::new();
            let transform = Affine::scale(scale.dots_per_point()) * page.initial_transform(true).to_kurbo();
            render_into(
                page,
                &cache,
                &self.settings(content),
                &RenderSettings::default(),
                &mut drawing,
                transform,
            );
        }
        drawing.flush();
        let mut pixmap = Pixmap::new(width, height);
        let white = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..Default::default() };
        drawing.render_with(&mut pixmap, &mut Resources::default(), white);
        drop(drawing);
        bitmap(&pixmap)
    }

    fn settings(&self, content: RenderContent) -> InterpreterSettings {
        InterpreterSettings { render_content: content, ..self.settings.clone() }
    }
}

/// The pixels, which are opaque: what was drawn lies on white.
fn bitmap(pixmap: &Pixmap) -> Bitmap {
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let pixels = pixmap.data();
    let samples = if pixels.iter().all(|pixel| pixel.r == pixel.g && pixel.g == pixel.b) {
        Samples::Grey(pixels.iter().map(|pixel| pixel.r).collect())
    } else {
        Samples::Rgb(pixels.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect())
    };
    Bitmap { width, height, samples }
}
