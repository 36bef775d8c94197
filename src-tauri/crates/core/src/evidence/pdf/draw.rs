//! Drawing a page for print.

use super::fonts::Fonts;
use super::scale::Scale;
use super::scan::Scan;
use super::sheet::Sheet;
use super::survey::Survey;
use super::taking::Taking;
use crate::evidence::bitmap::{Bitmap, Samples};
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro::hayro_interpret::{
    Context, Device, InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent, TransformExt,
    interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

/// What a thread keeps from one page of a file to the next: fonts and letters drawn before.
#[derive(Default)]
pub(super) struct Hand<'a> {
    cache: RenderCache<'a>,
    pages: usize,
}

/// After so many pages a hand begins anew: the library's caches only ever grow.
const PAGES: usize = 12;

impl<'a> Hand<'a> {
    fn cache(&mut self) -> &RenderCache<'a> {
        if self.pages == PAGES {
            *self = Hand::default();
        }
        self.pages += 1;
        &self.cache
    }
}

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
        self.look(sheet, paper, &mut survey);
        survey
    }

    /// The picture that a page is, if it is nothing else.
    pub fn scan(&self, sheet: &Sheet<'_>, survey: &Survey) -> Option<Scan> {
        let mut taking = Taking::of(survey.paper);
        if survey.is_picture_alone() {
            self.look(sheet, survey.paper, &mut taking);
        }
        taking.scan
    }

    /// Has a device see all that is drawn.
    fn look<D: for<'d> Device<'d>>(&self, sheet: &Sheet<'_>, paper: Rect, device: &mut D) {
        let original = sheet.original().map(|page| (page, RenderContent::PAGE));
        let copy = sheet.copy().map(|page| (page, RenderContent::all()));
        for (page, content) in original.into_iter().chain(copy) {
            let cache = InterpreterCache::new();
            let transform = page.initial_transform(true).to_kurbo();
            let mut context = Context::new(transform, paper, &cache, page.xref(), self.settings(content));
            interpret_page(page, &mut context, device);
        }
    }

    /// Draws a page as it is seen, turned as it says.
    pub fn draw<'a>(&self, hand: &mut Hand<'a>, sheet: &Sheet<'a>, scale: Scale) -> Bitmap {
        let (width, height) = scale.pixels(sheet.page().render_dimensions());
        let mut drawing = RenderContext::new(width, height);
        if let Some(page) = sheet.original() {
            self.add(page, RenderContent::PAGE, hand.cache(), scale, &mut drawing);
        }
        if let Some(page) = sheet.copy() {
            self.add(page, RenderContent::all(), &RenderCache::new(), scale, &mut drawing);
        }
        drawing.flush();
        let mut pixmap = Pixmap::new(width, height);
        let white = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..Default::default() };
        drawing.render_with(&mut pixmap, &mut Resources::default(), white);
        drop(drawing);
        bitmap(&pixmap)
    }

    fn add<'p>(
        &self,
        page: &'p Page<'p>,
        content: RenderContent,
        cache: &RenderCache<'p>,
        scale: Scale,
        drawing: &mut RenderContext,
    ) {
        let transform = Affine::scale(scale.dots_per_point()) * page.initial_transform(true).to_kurbo();
        render_into(page, cache, &self.settings(content), &RenderSettings::default(), drawing, transform);
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
