//! An edition as a form (年度通知): every field of a year's call beside the same of the edition it is based on, typed
//! as text, checked as the loader does, and kept as an edition file that says only what differs.

mod codec;
mod editor;
mod field;
mod flat;
mod form;
mod read;
mod shelf;
#[cfg(test)]
mod tests;
mod words;
mod written;

pub use editor::{Choice, Column, ColumnKind, Editor};
pub use field::{Entry, Field, FieldFault, FieldValue, NoticeDraft, NoticeForm};
pub use form::Filled;
pub use shelf::Shelf;
pub use words::key_in_words;
