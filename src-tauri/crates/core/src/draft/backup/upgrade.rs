//! Bringing a draft of an older program up to date, which is backed up first.

use super::{Reason, back_up};
use crate::draft::file::schema;
use crate::draft::{Draft, DraftError};
use chrono::{DateTime, Utc};
use std::path::Path;

impl Draft {
    /// Like [`Draft::open`], and brings a draft of an older program up to date, after backing it up into `backups`.
    pub fn open_backed_up(path: &Path, backups: &Path, at: DateTime<Utc>) -> Result<Draft, DraftError> {
        let mut draft = Draft::open_any(path)?;
        if draft.is_older()? {
            back_up(&draft, backups, at, Reason::Migration)?;
            schema::migrate(&mut draft.connection).map_err(|error| error.at(path))?;
        }
        Ok(draft)
    }
}
