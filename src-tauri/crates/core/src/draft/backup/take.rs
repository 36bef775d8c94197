//! Taking a backup.

use super::pieces::{Hash, Pieces};
use super::{APPLICATION_ID, Backup, EXTENSION, Hold, Reason, canonical, identity, list, rows};
use crate::data_folder::Root;
use crate::date::stamp;
use crate::draft::tables::state;
use crate::draft::{Draft, DraftError, file};
use crate::files;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB, params};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What only a backup has.
const TAKEN: &str = "CREATE TABLE taken (
  at           TEXT NOT NULL, -- UTC, RFC 3339
  reason       TEXT NOT NULL,
  draft        TEXT NOT NULL, -- where it lay; of a portable program below its folder
  organization TEXT NOT NULL,
  edition      TEXT NOT NULL,
  bytes        INTEGER NOT NULL, -- of the draft
  fingerprint  TEXT NOT NULL
) STRICT";

/// What is read of a content of any version.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Headline {
    organization: Option<String>,
    edition: Option<String>,
}

/// Backs up a draft into `folder`, which is made if need be; `None` if nothing changed since its last backup.
///
/// What is written is read back and checked before it counts as a backup. A draft open for writing is marked with its
/// identity the first time, which is no revision. May take a second or two for a draft of 200 MB.
///
/// # Errors
/// [`DraftError`]; nothing half-written is left then.
pub fn back_up(
    draft: &Draft,
    folder: &Path,
    at: DateTime<Utc>,
    reason: Reason,
) -> Result<Option<Backup>, DraftError> {
    let run = || {
        let identity = identity::of(&draft.connection, &draft.path)?;
        if draft.lock.is_some() {
            // Where the draft's own disk is full or gone, its backup matters more.
            let _ = identity::keep(&draft.connection, &identity);
        }
        take(&draft.connection, &canonical(&draft.path), &folder.join(identity), at, reason)
    };
    run().map_err(|error| error.at(&draft.path))
}

fn take(
    draft: &Connection,
    place: &Path,
    folder: &Path,
    at: DateTime<Utc>,
    reason: Reason,
) -> Result<Option<Backup>, DraftError> {
    files::make_folder(folder).map_err(DraftError::io(folder, "建立备份文件夹"))?;
    let _hold = Hold::take(folder)?;
    // One reading transaction: no change elsewhere gets in between.
    let draft = draft.unchecked_transaction()?;
    let fingerprint = rows::fingerprint(&draft)?;
    if is_backed_up(folder, place, &fingerprint) {
        return Ok(None);
    }
    let file = free_place(folder, at, reason);
    let fill = |backup: &mut Connection| {
        rows::copy_schema(&draft, backup)?;
        backup.pragma_update(None, "application_id", APPLICATION_ID)?;
        backup.pragma_update(None, "foreign_keys", false)?;
        let filling = backup.unchecked_transaction()?;
        rows::copy_rows(&draft, &filling)?;
        keep_pieces(&draft, &filling, &Pieces::of(folder))?;
        filling.execute(TAKEN, [])?;
        note(&draft, &filling, &Root::around(folder).kept(place), at, reason, &fingerprint)?;
        Ok(filling.commit()?)
    };
    file::write_beside(&file, fill, check)?;
    list::read(&file).map(Some)
}

fn is_backed_up(folder: &Path, draft: &Path, fingerprint: &str) -> bool {
    let of_this = list::in_folder(folder).into_iter().find(|backup| backup.draft == draft);
    of_this.is_some_and(|newest| list::fingerprint(&newest.path).is_ok_and(|found| found == fingerprint))
}

fn keep_pieces(from: &Connection, to: &Connection, pieces: &Pieces) -> Result<(), DraftError> {
    for (table, column) in rows::LARGE {
        if !from.table_exists(None, table)? {
            continue;
        }
        let ids = from.prepare(&format!("SELECT id FROM {table} ORDER BY id"))?;
        let mut replace = to.prepare(&format!("UPDATE {table} SET {column} = ?1 WHERE id = ?2"))?;
        for id in { ids }.query_map([], |row| row.get::<_, i64>(0))? {
            let id = id?;
            let hash: Hash = pieces.keep(&mut from.blob_open(MAIN_DB, table, column, id, true)?)?;
            replace.execute(params![hash, id])?;
        }
    }
    Ok(())
}

fn note(
    from: &Connection,
    to: &Connection,
    draft: &Path,
    at: DateTime<Utc>,
    reason: Reason,
    fingerprint: &str,
) -> Result<(), DraftError> {
    let content = state::text(from).unwrap_or_default();
    let Headline { organization, edition } = serde_json::from_str(&content).unwrap_or_default();
    let pages: i64 = from.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let size: i64 = from.pragma_query_value(None, "page_size", |row| row.get(0))?;
    to.execute(
        "INSERT INTO taken VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            stamp(at),
            reason.key(),
            draft.to_string_lossy(),
            organization.unwrap_or_default(),
            edition.unwrap_or_default(),
            pages * size,
            fingerprint
        ],
    )?;
    Ok(())
}

/// Reads back what was written. The pieces were checked as they were kept.
fn check(part: &Path) -> Result<(), DraftError> {
    let connection = file::open_still(part)?;
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let broken: i64 =
        connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    match (verdict.as_str(), broken) {
        ("ok", 0) => Ok(()),
        _ => Err(DraftError::damage("备份写好后核对有误")),
    }
}

/// A name that tells time and reason, and is not taken.
fn free_place(folder: &Path, at: DateTime<Utc>, reason: Reason) -> PathBuf {
    let time = at.format("%Y%m%dT%H%M%SZ");
    let name = |number: u32| match number {
        0 => format!("{time}-{}.{EXTENSION}", reason.key()),
        number => format!("{time}-{}-{number}.{EXTENSION}", reason.key()),
    };
    let places = (0..).map(|number| folder.join(name(number)));
    places.into_iter().find(|place| !place.exists()).expect("numbers do not end")
}
