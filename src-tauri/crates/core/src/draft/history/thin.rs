//! Old history thins out (精简修改记录).

use super::condense;
use crate::draft::file::open::Recent;
use crate::draft::tables::point;
use crate::draft::tables::revision::RevisionRow;
use crate::draft::tables::stamp::time;
use crate::draft::{Draft, DraftError};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Within this time every change is kept.
const KEPT_DAYS: TimeDelta = TimeDelta::days(7);

/// So many changes are kept however old they are. The tests do with fewer.
const KEPT_CHANGES: usize = if cfg!(test) { 20 } else { 2_000 };

impl Draft {
    /// Merges old changes, and gives how many are gone. Every change of the last seven days stays, and the last two
    /// thousand; of older ones the state each session ended with, and those with a name.
    ///
    /// Undoing reaches no farther back than what stays. For when a draft is closed, or at leisure.
    pub fn thin(&mut self, at: DateTime<Utc>) -> Result<usize, DraftError> {
        self.write(|transaction, recent| {
            let rows = RevisionRow::all(transaction)?;
            let named = point::all(transaction)?.into_iter().map(|point| point.revision).collect();
            let dropped = dropped(&rows, &named, at)?;
            condense::condense(transaction, rows, &dropped)?;
            Ok((dropped.len(), Recent { growing: None, ..recent }))
        })
    }
}

fn dropped(
    rows: &[RevisionRow],
    named: &BTreeSet<i64>,
    at: DateTime<Utc>,
) -> Result<BTreeSet<usize>, DraftError> {
    let mut dropped = BTreeSet::new();
    let old = rows.len().saturating_sub(KEPT_CHANGES);
    // The first is the state it all began with.
    for index in 1..old {
        let (row, next) = (&rows[index], &rows[index + 1]);
        if at - time(&row.at)? <= KEPT_DAYS {
            break;
        }
        if row.session == next.session && !named.contains(&row.id) {
            dropped.insert(index);
        }
    }
    Ok(dropped)
}
