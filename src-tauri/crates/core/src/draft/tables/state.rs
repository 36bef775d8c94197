//! The table `state`: the present content, in one row.

use crate::draft::DraftError;
use crate::form::{Content, bounds};
use rusqlite::{Connection, params};
use serde_json::Value;

/// Stores the first content.
pub(in crate::draft) fn insert(connection: &Connection, content: &Content) -> Result<(), DraftError> {
    let insert = "INSERT INTO state (id, content) VALUES (1, ?1)";
    connection.execute(insert, params![stored(&json(content))?])?;
    Ok(())
}

/// Replaces the content.
pub(in crate::draft) fn write(connection: &Connection, content: &Value) -> Result<(), DraftError> {
    connection.execute("UPDATE state SET content = ?1 WHERE id = 1", [stored(content)?])?;
    Ok(())
}

/// As it is stored, unless it is more than a draft may hold: it could not be opened again.
fn stored(content: &Value) -> Result<String, DraftError> {
    bounds::check_value(content).map_err(DraftError::Misfit)?;
    let stored = content.to_string();
    bounds::check_length(stored.len()).map_err(DraftError::Misfit)?;
    Ok(stored)
}

/// The content as stored.
pub(in crate::draft) fn read(connection: &Connection) -> Result<Content, DraftError> {
    Ok(Content::from_stored_json(&text(connection)?)?)
}

/// The content as a JSON value, to the letter as stored: what the history's patches apply to.
pub(in crate::draft) fn value(connection: &Connection) -> Result<Value, DraftError> {
    let unreadable = |error| DraftError::damage(&format!("内容读不出来：{error}"));
    serde_json::from_str(&text(connection)?).map_err(unreadable)
}

/// The content as stored, whatever it is.
pub(in crate::draft) fn text(connection: &Connection) -> Result<String, DraftError> {
    Ok(connection.query_row("SELECT content FROM state WHERE id = 1", [], |row| row.get(0))?)
}

/// The content as a JSON value.
pub(in crate::draft) fn json(content: &Content) -> Value {
    serde_json::to_value(content).expect("content is plain data with text keys")
}
