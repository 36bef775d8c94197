//! The tables of the database, one a file: all SQL that reads or writes a draft's rows.
//!
//! A change is for the funnel to make; nothing here opens a transaction.

pub(super) mod answer;
pub(super) mod attached;
pub(super) mod blob;
pub(super) mod derived;
pub(super) mod export;
pub(super) mod meta;
pub(super) mod origin;
pub(super) mod page;
pub(super) mod point;
pub(super) mod revision;
pub(super) mod stamp;
pub(super) mod state;
pub(super) mod thumbnail;
