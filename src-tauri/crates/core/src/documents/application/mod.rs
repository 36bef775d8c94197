//! 申报书.docx (附件1).

mod benefits;
mod competitors;
mod cover;
mod declaration;
mod instructions;
mod market;
mod page;
mod pledge;
mod recommendation;
mod rows;
mod signed;
#[cfg(test)]
mod tests;
mod tick_boxes;

use super::compose::Composer;
use super::scan::Placed;
use super::sheet::Sheet;
use super::style::size;
use super::{Printed, Role, Sources};
use crate::form::Text;
use crate::ooxml::{self, Parts};

/// 申报书.docx (附件1).
///
/// # Errors
/// When the document cannot be made.
pub fn document(sources: &Sources) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(Sheet::FORM, size::SMALL_FOUR);
    let (content, labels) = (sources.content, &sources.edition.application);
    cover::add(&mut composer, sources);
    instructions::add(&mut composer, labels);
    if !signed::add(&mut composer, sources, &content.signed_pages.pledge, &labels.pledge.title) {
        pledge::add(&mut composer, sources);
    }
    if !signed::add(
        &mut composer,
        sources,
        &content.signed_pages.recommendation,
        &labels.recommendation.title,
    ) {
        recommendation::add(&mut composer, sources);
    }
    declaration::add(&mut composer, sources);
    market::add(&mut composer, sources);
    benefits::add(&mut composer, sources);
    rows::add(&mut composer, sources, &labels.social, &content.social);
    rows::add(&mut composer, sources, &labels.brand, &content.brand);
    competitors::add(&mut composer, sources);
    composer.finish(&labels.title, sources)
}

/// The 承诺书 and the 推荐表 alone, to print, sign and seal.
///
/// # Errors
/// When the document cannot be made.
pub fn pages_to_sign(sources: &Sources) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(Sheet::FORM, size::SMALL_FOUR);
    pledge::add(&mut composer, sources);
    recommendation::add(&mut composer, sources);
    composer.finish(&sources.edition.application.pledge.title, sources)
}

/// The scans of the signed pages.
pub(super) fn pictures<'a>(sources: &Sources<'a>) -> Vec<Printed<'a>> {
    let (scans, labels) = (&sources.content.signed_pages, &sources.edition.application);
    let pages =
        [(&scans.pledge, &labels.pledge.title), (&scans.recommendation, &labels.recommendation.title)];
    let of = |(files, title): (&Vec<Text>, &String)| {
        let printed = |scan: Placed<'a>| scan.printed(Role::SignedPage, title);
        signed::placed(sources, files, title).into_iter().map(printed).collect::<Vec<_>>()
    };
    pages.into_iter().flat_map(of).collect()
}
