//! From a draft to its package.

use super::documents::{Documents, WriteDocument};
use super::exported::Exported;
use super::package::export;
use super::request::Request;
use crate::documents::{self, Sources};
use crate::draft::Draft;
use crate::form::Content;
use crate::ooxml::{self, Parts};
use crate::package::Error;
use crate::package::budget::{Pictures, fit};
use crate::package::progress::{DocumentFile, Progress, Watch};
use std::ops::ControlFlow;

/// Makes the package of a draft whose content is `content`. `progress` may cancel.
///
/// # Errors
/// [`Error`]; the folder is then as it was before.
pub fn export_draft(
    draft: &Draft,
    content: &Content,
    request: &Request,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Exported, Error> {
    let Request { edition, stage, today, .. } = *request;
    let pages = draft.all_pages(content)?;
    let sources = Sources { content, edition, pages: &pages, stage, today };
    let fitted = fit(draft, &sources, &mut Watch::new(progress))?;
    let sources = Sources { pages: &fitted.pages, ..sources };
    let documents = Documents {
        application: written(&fitted.pictures, sources, documents::application),
        experience: written(&fitted.pictures, sources, documents::experience),
        evidence: written(&fitted.pictures, sources, documents::evidence),
    };
    let number = draft.export_number(content)?;
    export(content, request, number, &fitted.reductions, documents, progress)
}

fn written<'a>(
    pictures: &'a Pictures,
    sources: Sources<'a>,
    made: fn(&Sources) -> Result<Parts, ooxml::Error>,
) -> WriteDocument<'a> {
    Box::new(move |file: &mut DocumentFile| {
        ooxml::write_package(&made(&sources)?, pictures, file)?;
        Ok(())
    })
}
