//! States that the user gave a name (命名的时间点). They are kept when the history thins out.

use crate::draft::tables::point::{self, Point};
use crate::draft::tables::revision::RevisionRow;
use crate::draft::{Draft, DraftError};
use chrono::{DateTime, Utc};

impl Draft {
    /// Gives the present state a name. That is no change: there is nothing to undo.
    pub fn name_point(&mut self, name: &str, at: DateTime<Utc>) -> Result<Point, DraftError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(DraftError::NamelessPoint);
        }
        self.break_step();
        self.write(|transaction, recent| {
            let revision = RevisionRow::last(transaction)?.id;
            Ok((point::insert(transaction, revision, name, at)?, recent))
        })
    }

    /// Takes a name away; the state may then go when the history thins out.
    pub fn remove_point(&mut self, id: i64) -> Result<(), DraftError> {
        self.write(|transaction, recent| match point::remove(transaction, id)? {
            true => Ok(((), recent)),
            false => Err(DraftError::NoPoint(id)),
        })
    }
}
