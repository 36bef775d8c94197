//! The SQLite file of a draft: its schema, how it is opened and written, and who may write it.

mod beside;
mod bounds;
mod connection;
mod database;
mod journal;
pub(super) mod known;
pub(super) mod lock;
mod most;
pub(super) mod open;
mod part;
mod pragmas;
mod presence;
mod reach;
pub(super) mod schema;
mod stale;
mod strange;
#[cfg(test)]
mod tests;
mod unlocked;
pub mod whole;
mod write;

pub(super) use connection::{copy_all, open_still, open_unchecked, roll_back};
pub(super) use part::{PART, folder, refuse_existing, sync_folder, write_beside};
