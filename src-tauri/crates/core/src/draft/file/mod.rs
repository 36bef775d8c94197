//! The SQLite file of a draft: its schema, how it is opened and written, and who may write it.

mod connection;
pub(super) mod journal;
pub(super) mod lock;
mod part;
pub(super) mod presence;
pub(super) mod schema;
#[cfg(test)]
mod tests;

pub(super) use connection::{open, open_still, open_unchecked};
pub(super) use part::{PART, Part, folder, refuse_existing, sync_folder, write_beside};
