//! What last year's draft left in a rolled one (去年带来的内容), until it is changed or a person has confirmed it.
//!
//! A mark knows what stood at its place after rolling, and shows while that still stands there: editing takes it away,
//! undoing brings it back, and nothing is written for it. A line of the text is known by its words, wherever it moves.

mod confirm;
mod copies;
mod lines;
mod place;
mod step;
mod store;

pub(super) use copies::copy;
pub(super) use step::common_place;
pub(super) use store::{insert, take};

use crate::draft::file::known::Known;
use crate::draft::tables::origin::{self, OriginRow};
use crate::draft::tables::state;
use crate::draft::{Draft, DraftError};
use crate::form::{Origin, Path};
use place::{Place, broken};
use rusqlite::Connection;
use std::borrow::Cow;
use std::collections::HashMap;

impl Draft {
    /// The marks that show, in the order of the rolling's report: those not confirmed, at places that still hold what
    /// they held after rolling.
    pub fn origins(&self) -> Result<Vec<Origin>, DraftError> {
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            showing(&transaction, Known::present(&self.known, &transaction)?)
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }
}

/// The marks that show; `known` is the content where it need not be read.
fn showing(connection: &Connection, known: Option<&Known>) -> Result<Vec<Origin>, DraftError> {
    let mut marks = present(connection, known)?;
    marks.retain(|mark| mark.confirmed.is_none());
    Ok(marks.into_iter().map(|mark| mark.origin).collect())
}

/// A mark whose place still holds what it held after rolling.
struct Present {
    origin: Origin,
    confirmed: Option<String>,
}

/// Those marks, confirmed or not.
fn present(connection: &Connection, known: Option<&Known>) -> Result<Vec<Present>, DraftError> {
    let rows = origin::all(connection)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<Place> = rows.iter().map(|row| Place::read(&row.place)).collect::<Result<_, _>>()?;
    let content = match known {
        Some(known) => Cow::Borrowed(&known.content),
        None => Cow::Owned(state::read(connection)?),
    };
    let is_confirmed = |index: usize| rows[index].confirmed.is_some();
    let lines = lines::find(&content, &places, is_confirmed);
    let (mut roots, mut marks) = (HashMap::new(), Vec::new());
    for ((row, place), line) in rows.into_iter().zip(&places).zip(lines) {
        let path = match place {
            Place::At(anchor) => {
                let root = anchor.root();
                let json = roots.entry(root.root_key()).or_insert_with(|| content.json_around(&root));
                place::untouched(anchor, &row.held, json)?
            }
            Place::Line(_) => line,
        };
        if let Some(path) = path {
            marks.push(mark(row, path)?);
        }
    }
    Ok(marks)
}

fn mark(row: OriginRow, path: Path) -> Result<Present, DraftError> {
    let OriginRow { id, kind, label, value, reason, edition, confirmed, .. } = row;
    let kind = place::kind(&kind, &edition).ok_or_else(broken)?;
    Ok(Present { origin: Origin { id, path, kind, label, value, reason, edition }, confirmed })
}
