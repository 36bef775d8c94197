//! The place of a mark as it is stored: where it is to be found again, and what it held.

use crate::draft::DraftError;
use crate::form::OriginKind;
use crate::form::map::{Anchor, Path};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The kinds of marks, as they are stored.
const KINDS: [(OriginKind, &str); 3] =
    [(OriginKind::Carried, "carried"), (OriginKind::Emptied, "emptied"), (OriginKind::Renew, "renew")];

/// How a kind is stored. What came in from a document is carried over from no edition.
pub(super) fn stored(kind: OriginKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("carried", |(_, key)| key)
}

/// The kind that is stored so, of this edition.
pub(super) fn kind(key: &str, edition: &str) -> Option<OriginKind> {
    match (KINDS.iter().find(|(_, known)| *known == key)?.0, edition) {
        (OriginKind::Carried, "") => Some(OriginKind::Imported),
        (kind, _) => Some(kind),
    }
}

/// A place as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Place {
    /// A field, or an item of the evidence.
    At(Anchor),
    /// A line of the 典型经验, or a sentence of it.
    Line(LinePlace),
}

/// Words of the text, wherever they stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct LinePlace {
    /// The words.
    pub line: String,
    /// Which of several that are alike, from 0.
    pub nth: usize,
}

impl Place {
    pub fn read(stored: &str) -> Result<Place, DraftError> {
        serde_json::from_str(stored).map_err(|_| broken())
    }
}

/// Where a field is now, unless it was changed or is gone.
pub(super) fn untouched(anchor: &Anchor, held: &str, content: &Value) -> Result<Option<Path>, DraftError> {
    let held: Value = serde_json::from_str(held).map_err(|_| broken())?;
    let Some((path, present)) = anchor.find(content) else { return Ok(None) };
    let is_untouched = match (&held, present) {
        (Value::Object(held), Value::Object(present)) => {
            held.iter().all(|(key, value)| present.get(key) == Some(value))
        }
        (held, present) => present == held || is_blank(present) && is_blank(held),
    };
    Ok(is_untouched.then_some(path))
}

/// Whether nothing is filled in: `null`, `""` and what holds nothing else mean the same.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(fields) => fields.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

pub(super) fn broken() -> DraftError {
    DraftError::damage("去年数据的标记读不出来")
}
