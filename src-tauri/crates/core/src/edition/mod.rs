//! A year's notice (通知) as data: years, labels, texts, lists, limits, recipients, deadline.
//!
//! Nothing of a notice stands in code. Next year's is a new file, which may give only what differs (`based_on`).

mod addresses;
mod based_on;
mod contents;
mod editions;
mod error;
mod expand;
mod fields;
mod install;
mod interpret;
mod file;
mod labels;
mod load;
mod plain;
mod preliminary;
mod terms;
mod valid;
mod year;

pub use addresses::AddressChange;
pub use contents::Edition;
pub use editions::{Editions, Installed};
pub use error::EditionError;
pub use expand::template;
pub use fields::{
    Choice, Column, ColumnKind, Editor, Entry, Field, FieldFault, FieldValue, Filled, NoticeDraft,
    NoticeForm, Shelf, key_in_words,
};
pub use install::{IfPresent, InstallError, NewNotice};
pub use labels::*;
pub use terms::{Better, CriterionTable, Direction, EvidenceCategory, Section, Track};
pub use year::Year;
