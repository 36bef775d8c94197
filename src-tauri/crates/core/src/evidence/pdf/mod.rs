//! PDF (ISO 32000), all pages.
//!
//! A page that is nothing but a scan gives up the scan; any other page is drawn, with the seals and marks that lie on
//! it. What cannot be shown is told. Several pages are drawn at a time.

mod document;
mod draw;
mod fonts;
mod graft;
mod layers;
mod marks;
mod names;
mod page;
mod scale;
mod scan;
mod sheet;
mod substitute;
mod survey;
mod taking;
#[cfg(test)]
mod tests;
pub(super) mod text;
mod unfold;
mod weigh;
mod write;

use super::hands::share;
use super::watch::Outbox;
use super::{Kind, NewPage, Refusal};
use document::Document;
use draw::Hand;
use page::Press;
use std::sync::Arc;

/// Reads every page; one that is drawn is drawn for print.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let pdf = document::open(bytes)?;
    let press = Press::of(Document::of(&pdf)?);
    let of = pdf.pages().len();
    share(Kind::Pdf, of, &Hand::default, &|hand, number| press.page(hand, number), &mut |number, kept| {
        kept.warnings.into_iter().try_for_each(|warning| outbox.warn(warning))?;
        outbox.page(NewPage { derived: Some(kept.kept.bytes), number, of, ..kept.kept.picture.alone() })
    })
}
