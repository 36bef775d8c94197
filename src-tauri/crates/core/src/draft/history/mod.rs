//! The content of a draft as it is and as it was: the funnel of every change, undoing, looking back.

mod change;
pub(super) mod condense;
mod patch;
mod points;
mod record;
mod restore;
pub(super) mod revisions;
mod sessions;
mod signed;
#[cfg(test)]
mod tests;
mod thin;
mod undo;

pub(super) use record::record_marks;
pub use revisions::Revision;
pub use sessions::{History, Session};
pub use undo::{UndoStep, Undoable};
