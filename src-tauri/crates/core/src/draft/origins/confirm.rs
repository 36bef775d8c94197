//! Confirming last year's content (确认沿用): a step like any other, which can be undone.

use super::showing;
use crate::draft::history::record_marks;
use crate::draft::tables::origin;
use crate::draft::{Draft, DraftError, Operation};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

impl Draft {
    /// Confirms these of the open marks, by id, as one step: they show no more. Tells how many there were.
    ///
    /// `at` is the present time.
    pub fn confirm(&mut self, ids: &[i64], at: DateTime<Utc>) -> Result<usize, DraftError> {
        self.write(|transaction, recent| {
            let mut marks = showing(transaction, None)?;
            marks.retain(|mark| mark.is_open() && ids.contains(&mark.id));
            let ids: BTreeSet<i64> = marks.iter().map(|mark| mark.id).collect();
            if ids.is_empty() {
                return Ok((0, recent));
            }
            origin::turn(transaction, &ids, at)?;
            let operation = if ids.len() == 1 { Operation::Confirm } else { Operation::ConfirmAll };
            let (count, recent) = (ids.len(), record_marks(transaction, operation, ids, at, recent)?);
            Ok((count, recent))
        })
    }
}
