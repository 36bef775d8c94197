//! One draft (草稿), one SQLite file.
//!
//! Every change goes through one funnel, [`Draft::change`] and its kin, in one transaction that also records how to
//! undo it. The bytes of attached files are kept once per content and thrown away only by [`Draft::purge`], so that an
//! undone removal finds them. One program at a time writes; reading and copying go on beside it.

mod answers;
mod attachments;
pub mod backup;
mod copies;
mod error;
mod exports;
mod facts;
mod file;
#[cfg(test)]
mod fixtures;
mod history;
mod holder;
mod operation;
mod origins;
mod recover;
mod sample;
mod seals;
mod tables;

pub use attachments::{Accepted, AttachTarget, Attached, NewFile, Progress, SignedPage, Source, read_files};
pub use error::{Blame, DraftError};
pub use file::lock::is_in_use;
pub use file::open::Draft;
pub use file::whole;
pub use history::{History, Revision, Session, UndoStep, Undoable};
pub use holder::Holder;
pub use operation::Operation;
pub use recover::{Recovered, recover};
pub use tables::export::FinalExport;
pub use tables::point::Point;

/// The file extension of a draft.
pub const EXTENSION: &str = "biaogan";
