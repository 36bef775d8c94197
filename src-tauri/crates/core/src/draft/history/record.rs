//! Recording a change with the way back from it.

use super::patch::{self, Patch};
use crate::draft::file::open::Recent;
use crate::draft::tables::revision::{self, RevisionRow};
use crate::draft::tables::stamp::{stamp, time};
use crate::draft::{DraftError, Operation};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeSet;

/// A longer pause ends a session.
pub(in crate::draft) const SESSION_PAUSE: TimeDelta = TimeDelta::minutes(30);

/// What is typed at one place without a longer pause is one change …
const TYPING_PAUSE: TimeDelta = TimeDelta::seconds(2);

/// … but no more than this.
const TYPING_LIMIT: TimeDelta = TimeDelta::seconds(30);

/// A change of the content; both states as far as they differ.
pub(in crate::draft) struct Change {
    pub operation: Operation,
    pub at: DateTime<Utc>,
    pub before: Value,
    pub after: Value,
    /// From `after` to `before`.
    pub undo: Patch,
}

/// Records the change: in the revision that grows if it goes on with that one, or else in a new one.
pub(in crate::draft) fn record(
    connection: &Connection,
    change: Change,
    recent: Recent,
) -> Result<Recent, DraftError> {
    let last = RevisionRow::last(connection)?;
    if goes_on(&last, &change, recent)? {
        return grow(connection, last, change, recent);
    }
    let row = RevisionRow { undo: change.undo.stored(), ..next(&last, change.operation, change.at, recent)? };
    row.insert(connection)?;
    let growing = (change.operation == Operation::Edit).then_some(row.id);
    Ok(Recent { session: Some(row.session), growing })
}

/// Records that marks of last year's content were confirmed; the content is as before.
pub(in crate::draft) fn record_marks(
    connection: &Connection,
    operation: Operation,
    marks: BTreeSet<i64>,
    at: DateTime<Utc>,
    recent: Recent,
) -> Result<Recent, DraftError> {
    let row = RevisionRow { marks, ..next(&RevisionRow::last(connection)?, operation, at, recent)? };
    row.insert(connection)?;
    Ok(Recent { session: Some(row.session), growing: None })
}

/// A revision behind the last one, which changes nothing yet.
fn next(
    last: &RevisionRow,
    operation: Operation,
    at: DateTime<Utc>,
    recent: Recent,
) -> Result<RevisionRow, DraftError> {
    let (id, session) = (last.id + 1, session(last, at, recent)?);
    let (began, below) = (stamp(at), last.back);
    let at = began.clone();
    Ok(RevisionRow { id, session, began, at, operation, back: Some(id), below, ..RevisionRow::default() })
}

/// The session that a change belongs to.
pub(in crate::draft) fn session(
    last: &RevisionRow,
    at: DateTime<Utc>,
    recent: Recent,
) -> Result<i64, DraftError> {
    match recent.session {
        Some(session) if at - time(&last.at)? <= SESSION_PAUSE => Ok(session),
        _ => Ok(last.session + 1),
    }
}

fn goes_on(last: &RevisionRow, change: &Change, recent: Recent) -> Result<bool, DraftError> {
    if change.operation != Operation::Edit || recent.growing != Some(last.id) {
        return Ok(false);
    }
    let (pause, all) = (change.at - time(&last.at)?, change.at - time(&last.began)?);
    if pause < TimeDelta::zero() || pause > TYPING_PAUSE || all > TYPING_LIMIT {
        return Ok(false);
    }
    let leaf = patch::leaf(&change.undo, &change.after);
    Ok(leaf.is_some() && leaf == patch::leaf(&Patch::parse(&last.undo)?, &change.before))
}

/// Makes the last revision lead from the content now to the one before it.
fn grow(
    connection: &Connection,
    last: RevisionRow,
    change: Change,
    recent: Recent,
) -> Result<Recent, DraftError> {
    let mut before = change.before;
    Patch::parse(&last.undo)?.apply(&mut before)?;
    let undo = patch::diff(&change.after, &before);
    if undo.is_empty() {
        // Typed and taken away again: nothing was done, but what had been undone stays gone, as in any editor.
        revision::remove(connection, last.id)?;
        RevisionRow { forth: None, ..RevisionRow::last(connection)? }.update(connection)?;
        return Ok(Recent { growing: None, ..recent });
    }
    RevisionRow { undo: undo.stored(), at: stamp(change.at), ..last }.update(connection)?;
    Ok(recent)
}
