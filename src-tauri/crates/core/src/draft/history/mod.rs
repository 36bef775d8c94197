//! The content of a draft as it is and as it was: the funnel of every change, undoing, looking back.

pub(super) mod change;
pub(super) mod condense;
mod patch;
pub(super) mod points;
pub(super) mod record;
pub(super) mod revision;
mod sessions;
pub(super) mod state;
#[cfg(test)]
mod tests;
mod thin;
mod undo;

pub use points::Point;
pub use revision::Revision;
pub use sessions::{History, Session};
pub use undo::{Undoable, UndoStep};
