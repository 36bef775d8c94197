//! From a draft to its package.

use super::fit::{Pictures, fit};
use super::progress::Watch;
use super::{
    DocumentFile, Documents, Error, Existing, Exported, Order, Progress, ReportLine, WriteDocument, export,
};
use crate::date::Date;
use crate::documents::{self, Sources, Stage};
use crate::draft::Draft;
use crate::edition::Edition;
use crate::form::Content;
use crate::ooxml::{self, Parts};
use std::ops::ControlFlow;
use std::path::Path;

/// What is to be made of a draft.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The notice it answers.
    pub edition: &'a Edition,
    /// Whether it may be sent.
    pub stage: Stage,
    /// The day of the export.
    pub today: Date,
    /// Where the package goes.
    pub folder: &'a Path,
    /// What becomes of a package that is there already.
    pub existing: Existing,
    /// The check report, for the 报送说明.
    pub report: &'a [ReportLine],
}

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
    let Request { edition, stage, today, folder, existing, report } = *request;
    let pages = draft.all_pages(content)?;
    let sources = Sources { content, edition, pages: &pages, stage, today };
    let fitted = fit(draft, &sources, &mut Watch::new(progress))?;
    let sources = Sources { pages: &fitted.pages, ..sources };
    let documents = Documents {
        application: written(&fitted.pictures, sources, documents::application),
        experience: written(&fitted.pictures, sources, documents::experience),
        evidence: written(&fitted.pictures, sources, documents::evidence),
    };
    let reduced = &fitted.reductions;
    export(&Order { content, edition, stage, today, folder, existing, report, reduced }, documents, progress)
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
