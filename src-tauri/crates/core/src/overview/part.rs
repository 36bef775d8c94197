//! How far each part of the application is.

use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::{PartKey, Path, Root};
use crate::rules::{Finding, Severity};
use serde::Serialize;
use serde_json::Value;

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
    /// How many errors it has.
    pub errors: usize,
    /// How many open confirmations.
    pub confirmations: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many hints.
    pub hints: usize,
}

pub(super) fn parts(content: &Content, edition: &Edition, findings: &[Finding]) -> Vec<Part> {
    let filled = serde_json::to_value(content).expect("content is plain data");
    let form = serde_json::to_value(Content::empty(edition)).expect("content is plain data");
    let part = |key: PartKey| {
        // A file belongs to what names it, which may be the text.
        let own = key.places().into_iter().filter(|place| place.root_key() != Some(Root::Attachments));
        let mut own = own.map(|place| place.pointer());
        let is_empty = own.all(|place| filled.pointer(&place) == form.pointer(&place));
        part(key, edition, findings, is_empty, &filled)
    };
    PartKey::ALL.into_iter().map(part).collect()
}

fn part(key: PartKey, edition: &Edition, findings: &[Finding], is_empty: bool, filled: &Value) -> Part {
    let own = || findings.iter().filter(|finding| PartKey::of(&finding.path) == key);
    let count = |severity| own().filter(|finding| finding.severity == severity).count();
    let wrong = own().any(|finding| finding.severity == Severity::Error && is_filled(filled, &finding.path));
    let (errors, confirmations) = (count(Severity::Error), count(Severity::Confirmation));
    let state = match () {
        () if is_empty => PartState::Empty,
        () if wrong => PartState::Errors,
        () if errors + confirmations > 0 => PartState::Partial,
        () => PartState::Complete,
    };
    let (warnings, hints) = (count(Severity::Warning), count(Severity::Hint));
    Part { key, title: key.title(edition).to_owned(), state, errors, confirmations, warnings, hints }
}

/// Whether something stands at a place: an error there is a mistake, not an omission.
fn is_filled(content: &Value, path: &Path) -> bool {
    content.pointer(&path.pointer()).is_some_and(holds)
}

fn holds(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => list.iter().any(holds),
        Value::Object(map) => map.values().any(holds),
        Value::Bool(_) | Value::Number(_) => true,
    }
}
