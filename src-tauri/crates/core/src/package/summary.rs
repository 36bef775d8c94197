//! 总览 of a draft: what the person who signs should see, and as a document.

use super::budget::budget;
use super::error::Error;
use super::placing::Existing;
use super::print_pages::write_alone;
use crate::date::Date;
use crate::documents::{self, Sources, Stage};
use crate::draft::Draft;
use crate::edition::Edition;
use crate::form::Content;
use crate::rules::Facts;
use crate::summary::Summary;
use std::path::Path;

/// What the document is called.
pub(super) const NAME: &str = "总览.docx";

/// Looks at a draft whose content is `content`, as the person who signs should.
///
/// # Errors
/// When the draft cannot be read.
pub fn summary(draft: &Draft, content: &Content, edition: &Edition, today: Date) -> Result<Summary, Error> {
    let package_bytes = Some(budget(draft, content, edition)?.expected_bytes);
    let facts = Facts { package_bytes, ..draft.facts(content, today)? };
    Ok(Summary::of(content, edition, &facts, &draft.when_signed(content)?))
}

/// Writes 总览 to `file`: beside it first, then renamed.
///
/// # Errors
/// When the draft cannot be read; [`Error::Exists`] where there is a file that was not to be replaced; when the file
/// cannot be written. What was there is then as it was.
pub fn write_summary(
    draft: &Draft,
    content: &Content,
    edition: &Edition,
    today: Date,
    file: &Path,
    existing: Existing,
) -> Result<(), Error> {
    let pages = draft.all_pages(content)?;
    let sources = Sources { content, edition, pages: &pages, stage: Stage::Final, today };
    let summary = summary(draft, content, edition, today)?;
    write_alone(|| documents::summary(&sources, &summary), file, existing)
}
