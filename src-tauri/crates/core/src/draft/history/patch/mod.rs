//! The way from one content to another, as the history keeps it.
//!
//! JSON Patch (RFC 6902) without `move`, `copy` and `test`, and with one operation more: `splice` replaces a part of
//! a text, so that a key typed into a long paragraph does not store the paragraph.

mod apply;
mod diff;
mod locate;
mod sparse;

pub(super) use diff::diff;
pub(super) use locate::{leaf, parts, place};
pub(super) use sparse::{differing, touched};

use crate::draft::DraftError;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Operations to do one after the other.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Patch(pub Vec<Op>);

/// One operation. `path` is a JSON Pointer (RFC 6901).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub(super) enum Op {
    /// Puts in a key, or an element before the one at this index.
    Add { path: String, value: Value },
    /// Takes out a key or an element.
    Remove { path: String },
    /// Puts a value in the place of another.
    Replace { path: String, value: Value },
    /// Takes `cut` bytes of UTF-8 out of a text from the byte `at` on, and puts `text` there.
    Splice { path: String, at: usize, cut: usize, text: String },
}

impl Op {
    fn path(&self) -> &str {
        match self {
            Op::Add { path, .. }
            | Op::Remove { path }
            | Op::Replace { path, .. }
            | Op::Splice { path, .. } => path,
        }
    }
}

impl Patch {
    /// Reads a stored patch.
    pub fn parse(stored: &str) -> Result<Patch, DraftError> {
        serde_json::from_str(stored).map_err(|_| broken())
    }

    /// The patch as it is stored.
    pub fn stored(&self) -> String {
        serde_json::to_string(self).expect("a patch is plain data")
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn broken() -> DraftError {
    DraftError::damage("修改记录读不出来")
}

#[cfg(test)]
mod tests;
