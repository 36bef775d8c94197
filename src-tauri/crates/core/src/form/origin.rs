//! What last year's draft left in this year's (去年带来的内容), and what came in from documents (导入).

use super::map::Path;
use serde::Serialize;

/// A mark on a place of the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Origin {
    /// What it is confirmed by; 0 before it is stored.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub id: i64,
    /// Where it is now.
    pub path: Path,
    /// What rolling did there.
    pub kind: OriginKind,
    /// Which field of its row it is, such as `利润总额 2024年`; empty for a text.
    pub label: String,
    /// The value carried over, last year's value, or the words that need renewal.
    pub value: String,
    /// Why it needs renewal; empty where it does not.
    pub reason: String,
    /// The edition it comes from, such as `2025`; empty for what came in from a document.
    pub edition: String,
}

/// What rolling did at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// Last year's value was kept.
    Carried,
    /// Last year's value was taken away.
    Emptied,
    /// What is there is to be replaced by this year's.
    Renew,
    /// It came in from a document.
    Imported,
}

impl Origin {
    /// Whether a person has to look at it: last year's content stands there, and nobody has said that it still holds.
    pub fn is_open(&self) -> bool {
        self.kind != OriginKind::Emptied
    }

    /// Where in its part it stands, in the user's words: `第3行 利润总额 2024年`, `员工总数`, `第6段`.
    pub fn place(&self) -> String {
        let row = self.path.row_in_words().unwrap_or_default();
        let named = [row.as_str(), self.label.as_str()];
        named.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
