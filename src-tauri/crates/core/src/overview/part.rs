//! How far each part of the application is.

use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::{PartKey, Path, Root};
use crate::rules::{Finding, Tally};
use serde::Serialize;

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub enum PartState {
    /// Nothing is filled in.
    Empty,
    /// Something is still missing or to be confirmed.
    Partial,
    /// Something that was filled in is wrong.
    Errors,
    /// Nothing stands in the way of a final package.
    Complete,
}

/// A part with its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Part {
    /// Which.
    pub key: PartKey,
    /// Its title on the form.
    pub title: String,
    /// How far it is.
    pub state: PartState,
    /// What the checks find in it.
    pub tally: Tally,
}

pub(super) fn parts(content: &Content, edition: &Edition, findings: &[Finding]) -> Vec<Part> {
    let form = Content::empty(edition);
    let is_same = |place: Path| match (place.in_section(), place.root_key()) {
        (Some(section), _) => content.experience.section(section) == form.experience.section(section),
        // A file belongs to what names it, which may be the text.
        (None, Some(Root::Attachments)) => true,
        (None, root) => root.is_none_or(|root| content.has_same(root, &form)),
    };
    let part = |key: PartKey| part(key, edition, findings, key.places().into_iter().all(is_same));
    PartKey::ALL.into_iter().map(part).collect()
}

fn part(key: PartKey, edition: &Edition, findings: &[Finding], is_empty: bool) -> Part {
    let tally = Tally::of(findings.iter().filter(|finding| PartKey::of(&finding.path) == key));
    let state = match () {
        () if tally.wrong > 0 => PartState::Errors,
        () if is_empty => PartState::Empty,
        () if tally.blocking > 0 => PartState::Partial,
        () => PartState::Complete,
    };
    Part { key, title: key.title(edition).to_owned(), state, tally }
}
