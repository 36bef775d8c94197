//! The table `state`: the present content, in one row.

use crate::draft::DraftError;
use crate::form::{Content, bounds};
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Stores the first content.
pub(in crate::draft) fn insert(connection: &Connection, content: &Content) -> Result<(), DraftError> {
    let insert = "INSERT INTO state (id, content) VALUES (1, ?1)";
    let json = json(content);
    bounds::check_json(&json).map_err(DraftError::Misfit)?;
    connection.execute(insert, [json])?;
    Ok(())
}

/// Replaces the content, of which `changed` is what was not stored before. Refused is what is more than a draft may
/// hold: it could not be opened again.
pub(in crate::draft) fn write(
    connection: &Connection,
    json: &str,
    changed: &Value,
) -> Result<(), DraftError> {
    bounds::check_change(json, changed).map_err(DraftError::Misfit)?;
    connection.prepare_cached("UPDATE state SET content = ?1 WHERE id = 1")?.execute([json])?;
    Ok(())
}

/// The content as stored.
pub(in crate::draft) fn read(connection: &Connection) -> Result<Content, DraftError> {
    Ok(Content::from_stored_json(&text(connection)?)?)
}

/// The content as a JSON value, to the letter as stored: what the history's patches apply to.
pub(in crate::draft) fn value(connection: &Connection) -> Result<Value, DraftError> {
    parsed(&text(connection)?)
}

/// Stored JSON, or a part of it, read.
pub(in crate::draft) fn parsed<T: DeserializeOwned>(json: &str) -> Result<T, DraftError> {
    serde_json::from_str(json).map_err(|error| DraftError::damage(&format!("内容读不出来：{error}")))
}

/// The content as stored, whatever it is.
pub(in crate::draft) fn text(connection: &Connection) -> Result<String, DraftError> {
    Ok(connection.query_row("SELECT content FROM state WHERE id = 1", [], |row| row.get(0))?)
}

/// The content as it is stored.
pub(in crate::draft) fn json(content: &Content) -> String {
    serde_json::to_string(content).expect("content is plain data with text keys")
}
