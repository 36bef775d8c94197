//! A document to look at on the screen (预览): as it will be, its pictures named instead of held.

use super::error::{DocumentError, Error};
use crate::date::Date;
use crate::documents::{self, Sources, Stage};
use crate::draft::Draft;
use crate::edition::Edition;
use crate::evidence::{Orientation, Page, PictureFormat};
use crate::form::Content;
use crate::ooxml::{MediaSource, NoPictures, write_package};
use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};

/// One of the three documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// 申报书.
    Application,
    /// 典型经验.
    Experience,
    /// 证实性材料.
    Evidence,
    /// 总览, to be looked at before the signature; never sent.
    Summary,
}

/// Makes a document of a draft whose content is `content`, as .docx, to be looked at and not to be sent: in the place
/// of each picture stands its `source` ([`Page`]), for whoever shows it to ask for as it is seen. A hundred scans need
/// not be read for the first page.
pub fn preview(
    draft: &Draft,
    content: &Content,
    edition: &Edition,
    today: Date,
    document: Document,
) -> Result<Vec<u8>, Error> {
    let mut pages = draft.all_pages(content)?;
    pages.values_mut().flatten().for_each(small);
    let sources = Sources { content, edition, pages: &pages, stage: Stage::Final, today };
    let (name, made) = match document {
        Document::Application => (&edition.package.application_file, documents::application(&sources)),
        Document::Experience => (&edition.package.experience_file, documents::experience(&sources)),
        Document::Evidence => (&edition.package.evidence_file, documents::evidence(&sources)),
        Document::Summary => {
            let summary = super::summary::summary(draft, content, edition, today)?;
            (&super::summary::NAME.to_owned(), documents::summary(&sources, &summary))
        }
    };
    let write = || -> Result<Vec<u8>, DocumentError> {
        Ok(write_package(&made?, &Named, Cursor::new(Vec::new()))?.into_inner())
    };
    write().map_err(|source| Error::Document { name: name.clone(), source })
}

/// The 申报书 of an edition with nothing filled in, to look at before the edition is installed.
pub fn preview_empty(edition: &Edition, today: Date) -> Result<Vec<u8>, Error> {
    let (content, pages) = (Content::empty(edition), BTreeMap::new());
    let sources = Sources { content: &content, edition, pages: &pages, stage: Stage::Final, today };
    let write = || -> Result<Vec<u8>, DocumentError> {
        let made = documents::application(&sources)?;
        Ok(write_package(&made, &NoPictures, Cursor::new(Vec::new()))?.into_inner())
    };
    write().map_err(|source| Error::Document { name: edition.package.application_file.clone(), source })
}

/// Describes a page as [`Draft::thumbnail`] shows it: a JPEG, upright. It is printed as large as before.
fn small(page: &mut Page) {
    (page.width, page.height) = page.upright_size();
    page.orientation = Orientation::default();
    page.format = PictureFormat::Jpeg;
}

/// Pictures by their names.
struct Named;

impl MediaSource for Named {
    fn copy_to(&self, source: &str, out: &mut dyn Write) -> io::Result<u64> {
        out.write_all(source.as_bytes())?;
        Ok(source.len() as u64)
    }
}
