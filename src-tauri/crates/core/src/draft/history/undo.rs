//! Undoing (撤销) and redoing (重做), over everything that goes through the funnel and after a restart.
//!
//! Linear, as in any editor: a change after an undo ends what could be redone. Undoing is itself recorded, so the
//! history keeps every content there ever was.

use super::patch::{self, Patch};
use super::record::session;
use crate::draft::file::known::Known;
use crate::draft::file::open::Recent;
use crate::draft::tables::revision::RevisionRow;
use crate::draft::tables::stamp::{stamp, time};
use crate::draft::tables::{origin, state};
use crate::draft::{Draft, DraftError, Operation, origins};
use crate::form::Path;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction};
use serde_json::Value;
use std::borrow::Cow;

/// Something that can be undone or redone, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoStep {
    /// What was done at first.
    pub operation: Operation,
    /// Where: the deepest place that all of it lies in; in a section's text no deeper than its block.
    pub place: Path,
    /// When it was done at first.
    pub at: DateTime<Utc>,
}

/// What can be undone and redone next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undoable {
    /// What [`Draft::undo`] will take back.
    pub undo: Option<UndoStep>,
    /// What [`Draft::redo`] will do again.
    pub redo: Option<UndoStep>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl Draft {
    /// Takes back the last change that is not taken back yet, and tells which; its `place` is where the content
    /// changed now. Nothing if there is none: the making of the draft stays.
    pub fn undo(&mut self, at: DateTime<Utc>) -> Result<Option<UndoStep>, DraftError> {
        self.go(Direction::Undo, at)
    }

    /// Does again what was undone last, and tells what; nothing if there is none.
    pub fn redo(&mut self, at: DateTime<Utc>) -> Result<Option<UndoStep>, DraftError> {
        self.go(Direction::Redo, at)
    }

    /// What can be undone and redone next.
    pub fn undoable(&self) -> Result<Undoable, DraftError> {
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            let last = RevisionRow::last(&transaction)?;
            let content = match Known::present(&self.known, &transaction)? {
                Some(known) => Cow::Borrowed(&known.json),
                None => Cow::Owned(state::text(&transaction)?),
            };
            let step = |id: Option<i64>| id.map(|id| next(&transaction, id, &content)).transpose();
            Ok(Undoable { undo: step(last.back)?, redo: step(last.forth)? })
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }

    /// Ends the change that is growing: what is typed next, even at the same place, is undone by itself. For when
    /// the cursor leaves a field.
    pub fn break_step(&mut self) {
        self.recent.growing = None;
    }

    /// Takes what was done so far for the making of the draft, which cannot be undone.
    pub(in crate::draft) fn forget_steps(&mut self) -> Result<(), DraftError> {
        self.write(|transaction, recent| {
            let last = RevisionRow::last(transaction)?;
            RevisionRow { back: None, ..last }.update(transaction)?;
            Ok(((), Recent { growing: None, ..recent }))
        })
    }

    fn go(&mut self, direction: Direction, at: DateTime<Utc>) -> Result<Option<UndoStep>, DraftError> {
        self.reach()?;
        let known = self.known.take();
        let (step, known) = self.write(|transaction, recent| {
            let known = Known::now(transaction, known)?;
            let last = RevisionRow::last(transaction)?;
            let target = match direction {
                Direction::Undo => last.back,
                Direction::Redo => last.forth,
            };
            let Some(target) = target else { return Ok(((None, known), recent)) };
            let target = RevisionRow::get(transaction, target)?;
            let session = session(&last, at, recent)?;
            let (undo, changed, after) = walk(transaction, &target, known)?;
            origin::turn(transaction, &target.marks, at)?;
            let row = RevisionRow { session, undo: undo.stored(), ..row(&last, &target, direction, at) };
            row.insert(transaction)?;
            let step = UndoStep { place: place(transaction, &row, &undo, &changed)?, ..first(&target)? };
            Ok(((Some(step), after), Recent { session: Some(session), growing: None }))
        })?;
        self.known = Some(known);
        Ok(step)
    }
}

/// Goes the way of a revision from the present content, and gives the way back, what changed, and the content reached.
fn walk(
    transaction: &Transaction,
    target: &RevisionRow,
    present: Known,
) -> Result<(Patch, Value, Known), DraftError> {
    let mut after: Value = state::parsed(&present.json)?;
    Patch::parse(&target.undo)?.apply(&mut after)?;
    // What comes out must be content, or the draft could not be opened again. It is stored to the letter all the
    // same: the patches below apply to that.
    let after = Known::of(after.to_string(), present.version)?;
    let [before, changed] = patch::differing(&present.json, &after.json)?;
    state::write(transaction, &after.json, &changed)?;
    Ok((patch::diff(&changed, &before), changed, after))
}

/// The revision that records an undo or redo.
fn row(last: &RevisionRow, target: &RevisionRow, direction: Direction, at: DateTime<Utc>) -> RevisionRow {
    let id = last.id + 1;
    let (operation, back, forth, below) = match direction {
        Direction::Undo => (Operation::Undo, target.below, Some(id), last.forth),
        Direction::Redo => (Operation::Redo, Some(id), target.below, last.back),
    };
    let (of, of_at) = match target.of {
        Some(of) => (of, target.of_at.clone()),
        None => (target.operation, Some(target.at.clone())),
    };
    let (began, at) = (stamp(at), stamp(at));
    RevisionRow {
        id,
        began,
        at,
        operation,
        back,
        forth,
        below,
        of: Some(of),
        of_at,
        marks: target.marks.clone(),
        ..RevisionRow::default()
    }
}

/// What a revision did at first, at no place yet.
fn first(target: &RevisionRow) -> Result<UndoStep, DraftError> {
    let operation = target.of.unwrap_or(target.operation);
    let at = time(target.of_at.as_ref().unwrap_or(&target.at))?;
    Ok(UndoStep { operation, place: Path::default(), at })
}

fn next(connection: &Connection, id: i64, content: &str) -> Result<UndoStep, DraftError> {
    let target = RevisionRow::get(connection, id)?;
    let undo = Patch::parse(&target.undo)?;
    let place = place(connection, &target, &undo, &patch::touched(content, &undo)?)?;
    Ok(UndoStep { place, ..first(&target)? })
}

/// Where a revision changes the content, which its patch applies to, or what is said of it.
fn place(
    connection: &Connection,
    row: &RevisionRow,
    patch: &Patch,
    content: &Value,
) -> Result<Path, DraftError> {
    match row.marks.is_empty() {
        true => Ok(patch::place(patch, content)),
        false => origins::common_place(connection, &row.marks),
    }
}
