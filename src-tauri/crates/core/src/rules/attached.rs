//! The attached files, as rules of several parts look at them.

use super::context::Context;
use super::facts::{FileFacts, PageFacts};
use crate::form::Text;

/// The shorter side of a page that can be read, in pixels.
pub(super) const READABLE: u32 = 1000;

/// Whether the draft holds a file of this id: the content lists it, or facts of it are handed in.
pub(super) fn is_attached(context: &Context, id: &str) -> bool {
    context.facts.files.contains_key(id) || context.content.attachments.contains_key(id)
}

/// The coarsest page of a file that is too coarse, with its number from 1.
pub(super) fn coarse_page(file: &FileFacts) -> Option<(usize, u32)> {
    let short = |page: &PageFacts| page.width.min(page.height);
    let pages = file.pages.iter().enumerate().map(|(index, page)| (index + 1, short(page)));
    pages.filter(|(_, short)| (1..READABLE).contains(short)).min_by_key(|(_, short)| *short)
}

/// Whether no red seal is seen on any of these files, which should have one between them.
pub(super) fn is_without_seal(context: &Context, files: &[Text]) -> bool {
    !files.is_empty() && files.iter().all(|file| context.facts.without_seal.contains(file.as_str()))
}
