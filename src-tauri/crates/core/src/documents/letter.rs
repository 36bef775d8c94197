//! 初核意见.docx: what a recommending unit (推荐单位) has to say to an applicant.

use super::compose::Composer;
use super::sheet::Sheet;
use super::style::{id, size};
use super::text::line;
use super::title::document_title;
use crate::date::Date;
use crate::ooxml::{self, Alignment, Parts};

const TITLE: &str = "质量标杆申报材料初核意见";

/// 初核意见.docx of this day: whom it is to, then its paragraphs.
///
/// # Errors
/// When the document cannot be made.
pub fn letter<'a>(
    to: &str,
    paragraphs: impl Iterator<Item = &'a str>,
    today: Date,
) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(Sheet::FORM, size::FOUR);
    composer.add(document_title(TITLE, Sheet::FORM));
    composer.add(line(id::LIST, to));
    paragraphs.for_each(|paragraph| composer.add(line(id::BODY, paragraph)));
    composer.add(line(id::LIST, &today.chinese()).align(Alignment::Right));
    composer.finish_of(TITLE, "", today)
}
