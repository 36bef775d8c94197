//! A draft's file as a whole: with the journal that a crash may leave beside it. Left behind, SQLite would play it into
//! whatever draft lies there next.

use super::{beside, connection, journal};
use crate::files;
use std::path::Path;
use std::{fs, io};

/// Whether nothing lies at a place, nor beside it what SQLite would take for the journal of a draft there.
pub fn is_free(place: &Path) -> bool {
    place.symlink_metadata().is_err() && beside::left_at(place).is_none()
}

/// Has what a crash left half-written in a draft rolled back; tells whether nothing of it lies beside the file any
/// more. Nobody has the draft open.
pub fn settle(draft: &Path) -> bool {
    if beside::left_at(draft).is_some() {
        // What cannot be opened stays as it is.
        let _ = connection::open_unchecked(draft).and_then(|draft| journal::remove_stale(&draft));
    }
    beside::left_at(draft).is_none()
}

/// Moves a draft's file, which may replace another, after settling it. Where that is not possible, what lies beside it
/// goes along. Nobody has the draft open.
pub fn move_to(draft: &Path, target: &Path) -> io::Result<()> {
    let is_settled = settle(draft);
    files::rename(draft, target)?;
    if is_settled {
        return Ok(());
    }
    let moves = beside::places(draft).into_iter().zip(beside::places(target));
    let moved =
        moves.filter(|(from, _)| lies_there(from)).try_for_each(|(from, to)| files::rename(&from, &to));
    // Without its journal it would be damaged.
    moved.inspect_err(|_| drop(files::rename(target, draft)))
}

/// Removes a draft's file, with what lies beside it: there may be texts of the draft in it.
pub fn remove(draft: &Path) -> io::Result<()> {
    fs::remove_file(draft)?;
    beside::places(draft).iter().filter(|place| lies_there(place)).try_for_each(fs::remove_file)
}

fn lies_there(place: &Path) -> bool {
    place.symlink_metadata().is_ok()
}
