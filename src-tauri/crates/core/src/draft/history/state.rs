//! The present content in the database.

use super::revision::{Stored, stamp};
use crate::draft::DraftError;
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde_json::Value;

/// Stores the first content and the revision that made it.
pub(in crate::draft) fn insert(
    connection: &mut Connection,
    content: &Content,
    at: DateTime<Utc>,
) -> Result<(), DraftError> {
    let transaction = connection.transaction()?;
    transaction.execute("INSERT INTO state (id, content) VALUES (1, ?1)", [json(content).to_string()])?;
    Stored { began: stamp(at), at: stamp(at), ..Stored::default() }.insert(&transaction)?;
    let created = params!["created", stamp(at)];
    transaction.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", created)?;
    Ok(transaction.commit()?)
}

/// The content as stored.
pub(in crate::draft) fn read(connection: &Connection) -> Result<Content, DraftError> {
    let stored: String =
        connection.query_row("SELECT content FROM state WHERE id = 1", [], |row| row.get(0))?;
    Ok(Content::from_stored_json(&stored)?)
}

/// The content as a JSON value, to the letter as stored: what the history's patches apply to.
pub(in crate::draft) fn value(connection: &Connection) -> Result<Value, DraftError> {
    let stored: String =
        connection.query_row("SELECT content FROM state WHERE id = 1", [], |row| row.get(0))?;
    serde_json::from_str(&stored).map_err(|error| DraftError::damage(&format!("内容读不出来：{error}")))
}

/// Replaces the content.
pub(in crate::draft) fn write(connection: &Connection, content: &Value) -> Result<(), DraftError> {
    connection.execute("UPDATE state SET content = ?1 WHERE id = 1", [content.to_string()])?;
    Ok(())
}

/// The content as a JSON value.
pub(in crate::draft) fn json(content: &Content) -> Value {
    serde_json::to_value(content).expect("content is plain data with text keys")
}
