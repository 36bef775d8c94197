//! The tables of a draft and of a backup, copied as they are but for the large values.
//!
//! Nothing here knows the schema but the names of the large values, so that a backup holds a draft of any version.

use crate::draft::DraftError;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, params_from_iter};
use sha2::{Digest, Sha256};

/// The columns whose values are [`super::pieces`]: table, column. Each table has `id` as its row id.
pub(super) const LARGE: [(&str, &str); 2] = [("blob", "bytes"), ("derived", "picture")];

/// What can be made again.
const LEFT_OUT: &[&str] = &["thumbnail"];

/// The tables that only backups have.
pub(super) const OWN: &[&str] = &["taken"];

/// Makes the tables of `from` in `to`, an empty database.
pub(super) fn copy_schema(from: &Connection, to: &Connection) -> Result<(), DraftError> {
    let version: i64 = from.pragma_query_value(None, "user_version", |row| row.get(0))?;
    to.pragma_update(None, "user_version", version)?;
    let select = "SELECT tbl_name, sql FROM sqlite_schema
                  WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                  ORDER BY type DESC, rowid";
    let mut statement = from.prepare(select)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, sql): (String, String) = (row.get(0)?, row.get(1)?);
        if !OWN.contains(&table.as_str()) {
            // One statement only: more than one is refused.
            to.execute(&sql, [])?;
        }
    }
    Ok(())
}

/// Copies all rows, with an empty value for each large one.
pub(super) fn copy_rows(from: &Connection, to: &Connection) -> Result<(), DraftError> {
    for table in tables(from)? {
        let names = columns(from, &table)?;
        let marks = vec!["?"; names.len()].join(", ");
        let listed: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        let insert = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(&table), listed.join(", "));
        let mut insert = to.prepare(&insert)?;
        each_row(from, &table, "x''", &mut |values| {
            let owned = values.iter().map(|value| Value::try_from(*value).map_err(rusqlite::Error::from));
            insert.execute(params_from_iter(owned.collect::<Result<Vec<_>, _>>()?))?;
            Ok(())
        })?;
    }
    Ok(())
}

/// A hash of all rows, of each large value only of its length: whether anything changed since the last backup.
pub(super) fn fingerprint(connection: &Connection) -> Result<String, DraftError> {
    let mut hash = Sha256::new();
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    hash.update(version.to_le_bytes());
    for table in tables(connection)? {
        hash.update(table.as_bytes());
        each_row(connection, &table, "length({})", &mut |values| {
            values.iter().for_each(|value| add(&mut hash, *value));
            Ok(())
        })?;
    }
    Ok(hex::encode(hash.finalize()))
}

fn add(hash: &mut Sha256, value: ValueRef) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => (1, &number.to_le_bytes()),
        ValueRef::Real(number) => (2, &number.to_le_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// Gives every row of a table in the order of its key; `large` is what is selected for a large value, `{}` its column.
fn each_row(
    connection: &Connection,
    table: &str,
    large: &str,
    take: &mut dyn FnMut(&[ValueRef]) -> Result<(), DraftError>,
) -> Result<(), DraftError> {
    let names = columns(connection, table)?;
    let selected = names.iter().map(|name| match LARGE.contains(&(table, name)) {
        true => large.replace("{}", &quoted(name)),
        false => quoted(name),
    });
    let select = format!("SELECT {} FROM {}", selected.collect::<Vec<_>>().join(", "), quoted(table));
    let mut statement = connection.prepare(&select)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let values = (0..names.len()).map(|column| row.get_ref(column)).collect::<Result<Vec<_>, _>>()?;
        take(&values)?;
    }
    Ok(())
}

/// The tables that are copied.
fn tables(connection: &Connection) -> Result<Vec<String>, DraftError> {
    let select = "SELECT name FROM sqlite_schema
                  WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";
    let mut statement = connection.prepare(select)?;
    let mut names = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    names.retain(|name| !LEFT_OUT.contains(&name.as_str()) && !OWN.contains(&name.as_str()));
    Ok(names)
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, DraftError> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
