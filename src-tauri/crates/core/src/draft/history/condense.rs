//! Merging neighbouring revisions: the states that are kept stay exactly as they were.

use super::patch::{self, Patch};
use crate::draft::DraftError;
use crate::draft::tables::revision::{self, RevisionRow};
use crate::draft::tables::state;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeSet;

/// Drops revisions, each merged into the next that is kept; `dropped` are indices into `rows`, all revisions oldest
/// first. The last one must stay.
///
/// What was merged can no longer be undone or redone: such steps are gone, and what lies below them.
pub(in crate::draft) fn condense(
    connection: &Connection,
    mut rows: Vec<RevisionRow>,
    dropped: &BTreeSet<usize>,
) -> Result<(), DraftError> {
    let (Some(&oldest), Some(mut head)) = (dropped.first(), rows.len().checked_sub(1)) else {
        return Ok(());
    };
    let mut state = state::value(connection)?;
    let mut broken = BTreeSet::new();
    while head >= oldest {
        let first = (0..head).rev().take_while(|index| dropped.contains(index)).last().unwrap_or(head);
        if first < head {
            broken.extend(rows[first..=head].iter().map(|row| row.id));
            merge(connection, &mut rows[first..=head], &mut state, first == 0)?;
        } else {
            undo(&rows[head], &mut state)?;
        }
        let Some(next) = first.checked_sub(1) else { break };
        head = next;
    }
    let kept = rows.into_iter().enumerate().filter(|(index, _)| !dropped.contains(index));
    kept.map(|(_, row)| row).try_for_each(|row| cut(connection, row, &broken))
}

/// Merges revisions into the last of them and takes `state` from after it to before the first.
fn merge(
    connection: &Connection,
    rows: &mut [RevisionRow],
    state: &mut Value,
    from_the_beginning: bool,
) -> Result<(), DraftError> {
    let after = state.clone();
    rows.iter().rev().try_for_each(|row| undo(row, state))?;
    // Before the beginning there is nothing to go back to.
    let undo = if from_the_beginning { Patch::default() } else { patch::diff(&after, state) };
    let (began, changes) = (rows[0].began.clone(), rows.iter().map(|row| row.changes).sum());
    // What was turned over twice is as it was.
    let marks = match from_the_beginning {
        true => BTreeSet::new(),
        false => rows.iter().fold(BTreeSet::new(), |marks, row| &marks ^ &row.marks),
    };
    let Some((head, merged)) = rows.split_last_mut() else { return Ok(()) };
    merged.iter().try_for_each(|row| revision::remove(connection, row.id))?;
    (head.undo, head.began, head.changes, head.marks) = (undo.stored(), began, changes, marks);
    head.update(connection)
}

fn undo(row: &RevisionRow, state: &mut Value) -> Result<(), DraftError> {
    Patch::parse(&row.undo)?.apply(state)
}

/// Takes away what a revision says can be undone or redone if the way there is no longer the same.
fn cut(connection: &Connection, row: RevisionRow, broken: &BTreeSet<i64>) -> Result<(), DraftError> {
    let whole = |id: Option<i64>| id.filter(|id| !broken.contains(id));
    let (back, forth, below) = (whole(row.back), whole(row.forth), whole(row.below));
    if (back, forth, below) == (row.back, row.forth, row.below) {
        return Ok(());
    }
    RevisionRow { back, forth, below, ..row }.update(connection)
}

/// Shows the state after each revision, newest first, with its index.
pub(in crate::draft) fn each_state(
    connection: &Connection,
    rows: &[RevisionRow],
    mut look: impl FnMut(usize, &Value),
) -> Result<(), DraftError> {
    let mut state = state::value(connection)?;
    for (index, row) in rows.iter().enumerate().rev() {
        look(index, &state);
        undo(row, &mut state)?;
    }
    Ok(())
}
