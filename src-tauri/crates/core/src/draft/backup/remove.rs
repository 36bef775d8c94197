//! Removing one backup, and what that frees.

use super::pieces::Pieces;
use super::{Backup, Hold, canonical, list, thin};
use crate::draft::{DraftError, file};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Removes a backup for good, with what only it needed.
pub fn remove(backup: &Path) -> Result<(), DraftError> {
    let folder = file::folder(backup);
    let _hold = Hold::take(folder)?;
    // No other file lies in the way of a wrong path.
    list::read(backup)?;
    fs::remove_file(backup).map_err(DraftError::io(backup, "删除"))?;
    thin::remove_left_over(folder);
    Ok(())
}

/// Removes the backups of a draft that is gone or about to go, with the files they had. One of another draft that was
/// copied from it in the file manager stays, while that copy lies in its place.
pub fn remove_all_of(folder: &Path, draft: &Path) -> Result<(), DraftError> {
    let place = canonical(draft);
    let is_of_copy =
        |backup: &Backup| canonical(&backup.draft) != place && list::is_of(backup, &backup.draft);
    list::backups(folder, draft)
        .iter()
        .filter(|backup| !is_of_copy(backup))
        .try_for_each(|backup| remove(&backup.path))
}

/// What removing each of these would free, in bytes: its own file and the pieces that none of the others needs. They
/// are all of a draft, or of all drafts.
pub fn own_bytes(backups: &[Backup]) -> Vec<u64> {
    let pieces = |backup: &Backup| list::open(&backup.path).and_then(|open| list::hashes(&open));
    // One that cannot be read counts without its pieces.
    let needed: Vec<_> = backups.iter().map(|backup| pieces(backup).unwrap_or_default()).collect();
    let mut users = BTreeMap::new();
    for (backup, hashes) in backups.iter().zip(&needed) {
        hashes.iter().for_each(|hash| *users.entry((backup.path.parent(), hash)).or_insert(0) += 1);
    }
    let own = |(backup, hashes): (&Backup, &std::collections::BTreeSet<super::pieces::Hash>)| {
        let folder = Pieces::of(file::folder(&backup.path));
        let alone = hashes.iter().filter(|hash| users[&(backup.path.parent(), *hash)] == 1);
        let file = fs::metadata(&backup.path).map_or(0, |found| found.len());
        file + alone.map(|hash| folder.size(hash).unwrap_or(0)).sum::<u64>()
    };
    backups.iter().zip(&needed).map(own).collect()
}
