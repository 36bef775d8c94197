//! PDF (ISO 32000), all pages.
//!
//! A page that is nothing but a scan gives up the scan; any other page is drawn.

mod draw;
mod fonts;
mod scan;
#[cfg(test)]
mod tests;
mod weigh;

use super::watch::Outbox;
use super::{Kind, NewPage, PAGE_LIMIT, Refusal, Warning};
use draw::Renderer;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use std::sync::Arc;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Pdf);

/// How near its end a file must say that it ends, in bytes.
const TAIL: usize = 4096;

/// Reads every page; one that is drawn is drawn for print.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    if !has_end(bytes) {
        return Err(DAMAGED);
    }
    weigh::check_file(bytes)?;
    let pdf = Pdf::new(Arc::clone(bytes)).map_err(refusal)?;
    let of = pdf.pages().len();
    if of == 0 {
        return Err(Refusal::NoPages(Kind::Pdf));
    }
    if of > PAGE_LIMIT {
        return Err(Refusal::TooManyPages);
    }
    weigh::check_objects(&pdf)?;
    let renderer = Renderer::new();
    for (number, page) in pdf.pages().iter().enumerate() {
        let kept = keep(&renderer, page, number)?;
        if kept.blank {
            outbox.warn(Warning::BlankPage(number))?;
        }
        outbox.page(NewPage { number, of, ..kept.page })?;
    }
    renderer.warnings().into_iter().try_for_each(|warning| outbox.warn(warning))
}

/// Whether the file ends as it should (ISO 32000-1, 7.5.5), up to what mail and scanners append. The library would
/// repair a file that was cut off, and leave out what is missing.
fn has_end(bytes: &[u8]) -> bool {
    let length = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let tail = &bytes[length.saturating_sub(TAIL)..length];
    memchr::memmem::find(tail, b"%%EOF").is_some() || memchr::memmem::find(tail, b"startxref").is_some()
}

struct KeptPage {
    page: NewPage,
    blank: bool,
}

fn keep(renderer: &Renderer, page: &Page<'_>, number: usize) -> Result<KeptPage, Refusal> {
    let seen = scan::look(page, renderer)?;
    let (kept, blank) = match seen.scan {
        Some(kept) => (kept, false),
        None => {
            let bitmap = renderer.draw(page)?;
            let blank = bitmap.is_blank();
            (bitmap.keep(Default::default())?, blank)
        }
    };
    if renderer.lost_picture() {
        return Err(DAMAGED);
    }
    let page = NewPage { derived: Some(kept.bytes), number, ..kept.picture.alone() };
    Ok(KeptPage { page, blank })
}

fn refusal(error: LoadPdfError) -> Refusal {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Locked,
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid => DAMAGED,
    }
}
