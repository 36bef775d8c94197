//! The marks of an earlier state, in the draft that is made of it.

use crate::draft::DraftError;
use crate::draft::tables::stamp::stamp;
use crate::draft::tables::{origin, revision};
use chrono::{DateTime, Utc};
use rusqlite::Connection;

/// Copies the marks as they were right after the revision `id`; `at` is the present time.
pub(in crate::draft) fn copy(
    from: &Connection,
    to: &Connection,
    id: i64,
    at: DateTime<Utc>,
) -> Result<(), DraftError> {
    let turned = revision::marks_since(from, id)?;
    for mut mark in origin::all(from)? {
        if turned.contains(&mark.id) {
            mark.confirmed = mark.confirmed.is_none().then(|| stamp(at));
        }
        origin::insert(to, &mark)?;
    }
    Ok(())
}
