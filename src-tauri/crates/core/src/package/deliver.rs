//! From a draft to its package.

use super::{
    DocumentFile, Documents, Error, Existing, Exported, Order, Progress, ReportLine, WriteDocument, export,
};
use crate::date::Date;
use crate::documents::{self, Sources, Stage};
use crate::draft::Draft;
use crate::edition::Edition;
use crate::form::Content;
use crate::form::rich_text::Block;
use crate::ooxml::{self, MediaSource, Parts};
use std::collections::BTreeSet;
use std::io::{self, Write};
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
    let pages = draft.all_pages(content)?;
    let Request { edition, stage, today, folder, existing, report } = *request;
    let sources = Sources { content, edition, pages: &pages, stage, today };
    let documents = Documents {
        application: written(draft, sources, documents::application),
        experience: written(draft, sources, documents::experience),
        evidence: written(draft, sources, documents::evidence),
    };
    export(&Order { content, edition, stage, today, folder, existing, report }, documents, progress)
}

fn written<'a>(
    draft: &'a Draft,
    sources: Sources<'a>,
    made: fn(&Sources) -> Result<Parts, ooxml::Error>,
) -> WriteDocument<'a> {
    Box::new(move |file: &mut DocumentFile| {
        ooxml::write_package(&made(&sources)?, &Pictures(draft), file)?;
        Ok(())
    })
}

/// The pictures of a draft, for the documents.
struct Pictures<'a>(&'a Draft);

impl MediaSource for Pictures<'_> {
    fn copy_to(&self, source: &str, out: &mut dyn Write) -> io::Result<u64> {
        self.0.copy_picture(source, out)
    }
}

/// About how large the package of this content will be, in bytes: its files, and some room for the text.
pub fn estimated_bytes(content: &Content) -> u64 {
    const TEXT: u64 = 200_000;
    let files = content.evidence.iter().flat_map(|item| &item.files);
    let signed = content.signed_pages.pledge.iter().chain(&content.signed_pages.recommendation);
    let figures =
        content.experience.sections().flat_map(|(_, text)| &text.blocks).filter_map(|block| match block {
            Block::Figure(figure) => Some(&figure.attachment),
            _ => None,
        });
    let used: BTreeSet<&str> = files.chain(signed).chain(figures).map(|id| id.as_str()).collect();
    let attached = used.into_iter().filter_map(|id| content.attachments.get(id));
    // The stored size: without metadata it is a little less.
    TEXT + attached.map(|attachment| attachment.bytes).sum::<u64>()
}
