//! Rich text (典型经验 sections): a closed tree, read from and written to the editor's ProseMirror JSON.
//!
//! Numbers of headings, figures, tables and items of the evidence are given on printing and are not part of the tree.

mod count;
mod edit;
mod json;
mod lines;
mod numbering;
mod read;
mod schema;
#[cfg(test)]
pub(crate) mod tests;
mod tree;
#[cfg(feature = "typescript")]
mod typescript;
mod typed_items;
mod walk;
mod write;

pub use count::SectionCount;
pub use edit::Replacement;
pub use lines::{Line, LineKind};
pub use numbering::{Numbered, Numbers};
pub(super) use read::FAULT_MARK;
pub use read::{MAX_COLUMNS, MAX_LIST_DEPTH};
pub use tree::*;
pub use typed_items::typed_item;
pub use walk::{Captioned, CaptionedKind, plain};
