//! What an open draft knows of its content without reading it.

use crate::draft::DraftError;
use crate::draft::tables::state;
use crate::form::Content;
use rusqlite::{Connection, Transaction};

/// The content that was saved last, so that nobody need read it again.
#[derive(Debug)]
pub(in crate::draft) struct Known {
    /// SQLite's `data_version`, which changes when anybody else writes.
    pub version: i64,
    pub content: Content,
    /// To the letter as stored.
    pub json: String,
    /// As it would be stored now, if another version of the program wrote it otherwise.
    pub differs: Option<String>,
}

impl Known {
    /// What was known if nobody else has written since, or else what is stored.
    pub fn now(transaction: &Transaction, known: Option<Known>) -> Result<Known, DraftError> {
        let version = data_version(transaction)?;
        if let Some(known) = known.filter(|known| known.version == version) {
            return Ok(known);
        }
        Known::of(state::text(transaction)?, version)
    }

    /// What is known of a content as it is stored; what is not content is refused.
    pub fn of(json: String, version: i64) -> Result<Known, DraftError> {
        let content = Content::from_stored_json(&json)?;
        let differs = Some(state::json(&content)).filter(|now| *now != json);
        Ok(Known { version, content, json, differs })
    }

    /// What was known, if nobody else has written since.
    pub fn present<'a>(
        known: &'a Option<Known>,
        connection: &Connection,
    ) -> Result<Option<&'a Known>, DraftError> {
        let Some(known) = known else { return Ok(None) };
        Ok((known.version == data_version(connection)?).then_some(known))
    }
}

fn data_version(connection: &Connection) -> Result<i64, DraftError> {
    let mut statement = connection.prepare_cached("PRAGMA data_version")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
