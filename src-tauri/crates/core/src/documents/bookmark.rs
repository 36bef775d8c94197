//! The names of the bookmarks that references lead to.

use crate::form::rich_text::CaptionedKind;

/// Around 图N or 表N in a caption of the 典型经验.
pub(super) fn captioned(kind: CaptionedKind, number: usize) -> String {
    match kind {
        CaptionedKind::Figure => format!("_RefFigure{number:04}"),
        CaptionedKind::Table => format!("_RefTable{number:04}"),
    }
}

/// Around the heading of an item of the 证实性材料.
pub(super) fn evidence(number: usize) -> String {
    format!("{EVIDENCE}{number:04}")
}

/// The number of the item whose heading has this bookmark.
pub fn evidence_number(bookmark: &str) -> Option<usize> {
    bookmark.strip_prefix(EVIDENCE)?.parse().ok()
}

const EVIDENCE: &str = "_Evidence";
