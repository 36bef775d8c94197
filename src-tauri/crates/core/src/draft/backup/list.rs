//! Which backups there are.

use super::pieces::{Hash, Pieces};
use super::{APPLICATION_ID, Backup, EXTENSION, Reason, canonical, entries, identity, rows};
use crate::data_folder::Root;
use crate::date::moment;
use crate::draft::{DraftError, file};
use rusqlite::{Connection, Row};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The backups in `folder` of the draft at `draft`, newest first.
///
/// They are found by the draft's identity: another draft may have lain in its place before. Only where the file does
/// not say who it is, being damaged or gone, they are found by where it lay.
pub fn backups(folder: &Path, draft: &Path) -> Vec<Backup> {
    match identity_of_file(draft) {
        Some(identity) => in_folder(&folder.join(identity)),
        None => of_place(folder, &canonical(draft)),
    }
}

/// Whether the file at `draft` is the draft that was backed up, or a copy of it that was made by the file manager.
pub(super) fn is_of(backup: &Backup, draft: &Path) -> bool {
    let own = file::folder(&backup.path).file_name();
    identity_of_file(draft).is_some_and(|identity| own.is_some_and(|own| own == identity.as_str()))
}

fn of_place(folder: &Path, place: &Path) -> Vec<Backup> {
    let mut found = all_backups(folder);
    found.retain(|backup| backup.draft == place);
    found
}

/// The backups in `folder` of all drafts, those too whose file is gone, newest first.
///
/// A backup that cannot be read is passed over.
pub fn all_backups(folder: &Path) -> Vec<Backup> {
    let mut found: Vec<Backup> = entries(folder).iter().flat_map(|draft| in_folder(draft)).collect();
    found.sort_by(newest_first);
    found
}

/// The backups of one draft in its folder, newest first.
pub(super) fn in_folder(folder: &Path) -> Vec<Backup> {
    let mut found: Vec<Backup> = files(folder).iter().filter_map(|path| read(path).ok()).collect();
    found.sort_by(newest_first);
    found
}

/// The files of backups in the folder of one draft.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = entries(folder);
    files.retain(|path| path.extension().is_some_and(|extension| extension == EXTENSION));
    files
}

/// What a backup says of itself.
pub(super) fn read(path: &Path) -> Result<Backup, DraftError> {
    let root = Root::around(path.parent().unwrap_or(path));
    let run = || {
        let select = "SELECT at, reason, draft, organization, edition, bytes FROM taken";
        open(path)?.query_row(select, [], |row| Ok(backup(path, row, &root)))?
    };
    run().map_err(|error: DraftError| error.at(path))
}

/// What the draft's rows were like.
pub(super) fn fingerprint(path: &Path) -> Result<String, DraftError> {
    let connection = open(path)?;
    let found: String = connection.query_row("SELECT fingerprint FROM taken", [], |row| row.get(0))?;
    let (pieces, wanted) = (Pieces::of(path.parent().unwrap_or(path)), hashes(&connection)?);
    wanted.iter().try_for_each(|hash| pieces.size(hash).map(drop))?;
    Ok(found)
}

/// The pieces a backup needs.
pub(super) fn hashes(connection: &Connection) -> Result<BTreeSet<Hash>, DraftError> {
    let mut found = BTreeSet::new();
    for (table, column) in rows::LARGE {
        if connection.table_exists(None, table)? {
            let mut statement = connection.prepare(&format!("SELECT {column} FROM {table}"))?;
            for hash in statement.query_map([], |row| row.get(0))? {
                found.insert(hash?);
            }
        }
    }
    Ok(found)
}

/// Opens a backup.
pub(super) fn open(path: &Path) -> Result<Connection, DraftError> {
    let connection = file::open_still(path)?;
    let found: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if found == APPLICATION_ID { Ok(connection) } else { Err(DraftError::NotADraft(path.into())) }
}

fn backup(path: &Path, row: &Row, root: &Root) -> Result<Backup, DraftError> {
    let (at, reason, draft): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let broken = || DraftError::damage("备份的说明读不出来");
    Ok(Backup {
        path: path.into(),
        draft: root.found(draft.as_ref()),
        organization: row.get(3)?,
        edition: row.get(4)?,
        at: moment(&at).ok_or_else(broken)?,
        reason: Reason::from_key(&reason).ok_or_else(broken)?,
        bytes: row.get::<_, i64>(5)? as u64,
    })
}

fn identity_of_file(draft: &Path) -> Option<String> {
    let connection = file::open_unchecked(draft).ok()?;
    identity::of(&connection, draft).ok()
}

fn newest_first(one: &Backup, other: &Backup) -> std::cmp::Ordering {
    (other.at, &other.path).cmp(&(one.at, &one.path))
}
