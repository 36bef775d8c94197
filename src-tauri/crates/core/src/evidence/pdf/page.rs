//! One page: given up or drawn, and what is to be told of it.

use super::document::Document;
use super::draw::{Hand, Renderer, Trouble};
use super::fonts::{self, Fonts};
use super::marks::{self, Marks};
use super::scale::{Scale, Shape, shape};
use super::scan::Scan;
use super::sheet::Sheet;
use super::substitute::Pictures;
use super::survey::Survey;
use crate::evidence::bitmap::Kept;
use crate::evidence::{Kind, Refusal, Thing, Warning};
use hayro::hayro_syntax::page::Page;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex, PoisonError};

/// The most lines on a page that is drawn, in points of their length: 30 million pixels. Memory grows with it.
const INK_LIMIT: f64 = 10_800_000.0;

/// A page of more pixels, drawn, is drawn while no other such one is.
const LARGE: u32 = 6_000_000;

/// What draws the pages of a file.
pub(super) struct Press<'a> {
    document: Document<'a>,
    fonts: Arc<Fonts>,
    pictures: Pictures,
    large: Mutex<()>,
}

/// A page as it is kept.
pub(super) struct KeptPage {
    pub kept: Kept,
    pub warnings: Vec<Warning>,
}

impl<'a> Press<'a> {
    /// For the pages of a file.
    pub fn of(document: Document<'a>) -> Press<'a> {
        Press { document, fonts: Arc::default(), pictures: Pictures::default(), large: Mutex::new(()) }
    }

    /// A page, numbered from 0.
    pub fn page(&self, hand: &mut Hand<'a>, number: usize) -> Result<KeptPage, Refusal> {
        let page: &'a Page<'a> = &self.document.pdf.pages()[number];
        let shape = shape(page.render_dimensions());
        if shape == Shape::Strip {
            return Err(Refusal::Strip(number));
        }
        let marks = marks::on(page, &self.document.form, &self.document.layers);
        let renderer = Renderer::new(&self.fonts);
        let sheet = Sheet::of(&self.document, page, &marks, &Default::default())?;
        let mut survey = renderer.survey(&sheet);
        let Scan { kept, blank } = match renderer.scan(&sheet, &survey) {
            Some(scan) => {
                // Whoever gave it up has read it whole.
                survey.jpegs.clear();
                scan
            }
            None => self.draw(hand, &renderer, sheet, &marks, &survey)?,
        };
        let seen =
            Seen { number, page, marks: &marks, survey: &survey, trouble: renderer.trouble(), shape, blank };
        let warnings = self.warnings(&seen)?;
        Ok(KeptPage { kept, warnings })
    }

    fn draw(
        &self,
        hand: &mut Hand<'a>,
        renderer: &Renderer,
        sheet: Sheet<'a>,
        marks: &Marks,
        survey: &Survey,
    ) -> Result<Scan, Refusal> {
        if survey.ink > INK_LIMIT {
            return Err(Refusal::TooHeavy(Kind::Pdf));
        }
        let page = sheet.page();
        let unit = page.raw().get::<f64>("UserUnit").filter(|unit| unit.is_finite() && *unit > 0.0);
        let scale = Scale::of(page.render_dimensions(), unit.unwrap_or(1.0), survey.finest)?;
        let (width, height) = scale.pixels(page.render_dimensions());
        let is_large = u32::from(width) * u32::from(height) > LARGE || !survey.heavy.is_empty();
        let _turn = is_large.then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let substitutes = self.pictures.put_right(page.xref(), survey)?;
        let bitmap = if substitutes.is_empty() {
            renderer.draw(hand, &sheet, scale)
        } else {
            renderer.draw(hand, &Sheet::of(&self.document, page, marks, &substitutes)?, scale)
        };
        let blank = bitmap.is_blank();
        Ok(Scan { kept: bitmap.keep(Default::default())?, blank })
    }

    /// What is to be told of a page.
    fn warnings(&self, seen: &Seen<'_>) -> Result<Vec<Warning>, Refusal> {
        let Seen { number, marks, survey, trouble, .. } = *seen;
        let lost_picture = trouble.picture.load(Relaxed);
        if lost_picture && survey.is_one_picture() {
            return Err(Refusal::Damaged(Kind::Pdf));
        }
        let unknown = survey.unknown_text && fonts::has_unmapped(seen.page.resources());
        let told = [
            (trouble.chinese.load(Relaxed), Warning::NoChineseFont),
            (trouble.font.load(Relaxed), Warning::UnknownFont(number)),
            (unknown, Warning::UnknownText(number)),
            (survey.missing_text && !unknown, Warning::MissingText(number)),
            (lost_picture, Warning::LostPicture(number)),
            (self.pictures.is_any_damaged(seen.page.xref(), survey), Warning::DamagedPicture(number)),
            (trouble.mark.load(Relaxed), Warning::LostMark(number, Thing::Mark)),
            (trouble.other.load(Relaxed), Warning::Incomplete(number)),
            (seen.shape == Shape::Long, Warning::LongPage(number)),
            (seen.blank, Warning::BlankPage(number)),
        ];
        let lost = marks.lost.iter().map(|thing| Warning::LostMark(number, *thing));
        let told = told.into_iter().filter_map(|(is_so, warning)| is_so.then_some(warning));
        Ok(lost.chain(told).collect())
    }
}

/// A page that was looked at and kept.
struct Seen<'s> {
    number: usize,
    page: &'s Page<'s>,
    marks: &'s Marks,
    survey: &'s Survey,
    trouble: &'s Trouble,
    shape: Shape,
    blank: bool,
}
