//! What can be proved.

use crate::form::map::{Anchor, Root};
use crate::form::{EvidenceCategory, Path, Proven};
use crate::text::quoted;
use serde::Serialize;
use serde_json::Value;

/// A claim of the text or a row of the tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Provable {
    /// What is kept with an item once it is confirmed.
    pub proven: Proven,
    /// Where it stands.
    pub path: Path,
    /// The same in the user's words.
    pub place: String,
    /// What it is: 荣誉, 专利, 标准, 先进性, 数据.
    pub kind: &'static str,
    /// What an item that proves it is likely to say.
    #[serde(skip)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub sentence: String,
    /// The categories of evidence that prove it; of a row that the notice asks no proof for, none.
    #[serde(skip)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub proved_by: Vec<EvidenceCategory>,
    /// Whether anything is filled in there.
    #[serde(skip)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub is_filled: bool,
}

impl Provable {
    /// Whether it is said in the text.
    pub fn is_claim(&self) -> bool {
        self.path.root_key() == Some(Root::Experience)
    }

    /// What it is called: a row by its name, a claim by its words in quotation marks.
    pub fn in_words(&self) -> String {
        let words = &self.proven.words;
        if self.is_claim() { quoted(words) } else { words.to_string() }
    }
}

/// What was confirmed, if it is still there: a claim by its words, a row wherever it was moved to. `tables` are those
/// of the content.
pub(super) fn find(all: &[Provable], proven: &Proven, tables: &Value) -> Option<usize> {
    let claim = |one: &Provable| one.is_claim() && one.proven == *proven;
    if let Some(index) = all.iter().position(claim) {
        return Some(index);
    }
    let (path, _) = proven.place.find(tables)?;
    all.iter().position(|one| !one.is_claim() && one.path == path)
}

/// What is kept of a place with these words.
pub(super) fn proven(path: &Path, words: &str, content: &Value) -> Proven {
    Proven { place: Anchor::of(path, content), words: words.into() }
}
