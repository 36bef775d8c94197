//! A whole file: opened, and looked at for what its pages cannot tell.

use super::layers::Layers;
use super::marks::Form;
use super::weigh;
use crate::evidence::{Kind, PAGE_LIMIT, Refusal};
use hayro::hayro_syntax::object::{Array, Dict};
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use std::sync::Arc;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Pdf);

/// What all pages of a file have in common.
pub(super) struct Document<'a> {
    pub pdf: &'a Pdf,
    pub layers: Layers,
    pub form: Form<'a>,
}

/// Opens a file that can be read, as far as its pages are concerned.
pub(super) fn open(bytes: &Arc<Vec<u8>>) -> Result<Pdf, Refusal> {
    if !has_end(bytes) {
        return Err(DAMAGED);
    }
    weigh::check_file(bytes)?;
    let pdf = Pdf::new(Arc::clone(bytes)).map_err(refusal)?;
    match pdf.pages().len() {
        0 => return Err(Refusal::NoPages(Kind::Pdf)),
        pages if pages > PAGE_LIMIT => return Err(Refusal::TooManyPages),
        _ => {}
    }
    weigh::check_objects(&pdf)?;
    Ok(pdf)
}

impl<'a> Document<'a> {
    /// Looks at a file as a whole; refuses one whose pages only say to open it elsewhere.
    pub fn of(pdf: &'a Pdf) -> Result<Document<'a>, Refusal> {
        let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
        if catalog.contains_key("Collection") && has_files(&catalog) {
            return Err(Refusal::Portfolio);
        }
        if is_dynamic_form(&catalog) {
            return Err(Refusal::DynamicForm);
        }
        Ok(Document { pdf, layers: Layers::of(pdf, &catalog), form: Form::of(&catalog) })
    }
}

/// Whether the file ends as it should (ISO 32000-1, 7.5.5), and after it comes no more than mail and scanners append:
/// nothing that belongs to a PDF. The library would repair a file that was cut off, and leave out what is missing.
fn has_end(bytes: &[u8]) -> bool {
    let end = memchr::memmem::rfind(bytes, b"%%EOF").max(memchr::memmem::rfind(bytes, b"startxref"));
    let objects = memchr::memmem::rfind(bytes, b"endobj");
    end.is_some_and(|end| objects.is_none_or(|last| last < end))
}

/// Whether files are attached, which a portfolio consists of (7.11.6).
fn has_files(catalog: &Dict<'_>) -> bool {
    let names = catalog.get::<Dict<'_>>("Names");
    names.is_some_and(|names| names.contains_key("EmbeddedFiles")) || catalog.contains_key("AF")
}

/// Whether the pages are only drawn once Acrobat has laid them out (XFA, 12.7.8): till then they ask to wait.
fn is_dynamic_form(catalog: &Dict<'_>) -> bool {
    let Some(form) = catalog.get::<Dict<'_>>("AcroForm").filter(|form| form.contains_key("XFA")) else {
        return false;
    };
    let fields = form.get::<Array<'_>>("Fields");
    let has_none = fields.is_none_or(|fields| fields.raw_iter().next().is_none());
    has_none || catalog.get::<bool>("NeedsRendering").unwrap_or(false)
}

fn refusal(error: LoadPdfError) -> Refusal {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Locked,
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid => DAMAGED,
    }
}
