//! What lies beside a draft and SQLite would act on.
//!
//! A journal left by a crash is rolled back on the first reading. One from elsewhere can name a file to be removed
//! when that is done (a super-journal, <https://sqlite.org/fileformat2.html#the_rollback_journal>), ask for a file of
//! any size, or be a link whose target would be written to. Drafts never make such ones.

use crate::draft::DraftError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// At the beginning of a journal, and behind the name of a super-journal.
const MAGIC: [u8; 8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];

/// By so many bytes a draft may have been larger than what is left of it and of its journal.
const LARGER: u64 = 64 << 20;

/// Where something would lie that SQLite acts on with a draft at this place.
pub(super) fn places(draft: &Path) -> [PathBuf; 2] {
    ["-journal", "-wal"].map(|ending| named(draft, ending))
}

/// What lies there, if anything does: a draft that was there before left it.
pub(super) fn left_at(draft: &Path) -> Option<PathBuf> {
    places(draft).into_iter().find(|place| place.symlink_metadata().is_ok())
}

/// Refuses what no draft has beside it.
pub(super) fn check(draft: &Path) -> Result<(), DraftError> {
    // SQLite looks beside the file that a link leads to.
    let place = fs::canonicalize(draft).unwrap_or_else(|_| draft.into());
    let log = named(&place, "-wal");
    if lies_there(&log) {
        return Err(foreign(&log).at(draft));
    }
    let journal = named(&place, "-journal");
    match journal.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(found) if !found.is_file() => Err(foreign(&journal).at(draft)),
        // One that cannot be read SQLite cannot roll back either.
        Ok(_) if is_ours(&journal, &place).unwrap_or(true) => Ok(()),
        Ok(_) => Err(foreign(&journal).at(draft)),
    }
}

fn foreign(beside: &Path) -> DraftError {
    let name = beside.file_name().unwrap_or_default().to_string_lossy();
    DraftError::foreign(&format!("旁边的“{name}”不是草稿的，请先把它移到别处"))
}

fn lies_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| !found.is_file() || found.len() > 0)
}

fn is_ours(journal: &Path, draft: &Path) -> io::Result<bool> {
    let mut file = File::open(journal)?;
    let size = file.metadata()?.len();
    if size >= MAGIC.len() as u64 {
        let mut end = [0; MAGIC.len()];
        file.seek(SeekFrom::End(-(MAGIC.len() as i64)))?;
        file.read_exact(&mut end)?;
        if end == MAGIC {
            return Ok(false);
        }
    }
    let mut header = [0; 28];
    file.seek(SeekFrom::Start(0))?;
    if file.read_exact(&mut header).is_err() || header[..8] != MAGIC {
        return Ok(true);
    }
    let number = |at: usize| {
        u64::from(u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]))
    };
    let (pages, page_size) = (number(16), number(24));
    Ok(pages * page_size <= draft.metadata()?.len() + size + LARGER)
}

fn named(draft: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(draft);
    name.push(ending);
    name.into()
}
