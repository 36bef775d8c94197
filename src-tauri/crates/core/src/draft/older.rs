//! Reading a draft of any version of the program: last year's draft is of an older one as a rule.

use super::{Draft, DraftError, file, schema};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;
use tempfile::TempDir;

/// A draft that is read and stays as it is, with the copy it is read from if there had to be one.
#[derive(Debug)]
pub struct Readable {
    // Fields drop in this order: the copy is closed before it is removed.
    draft: Draft,
    _copy: Option<TempDir>,
}

impl Readable {
    /// Opens a draft for reading. One of an older version is copied into `folder` for as long as it is read, and the
    /// copy brought up to date: the draft itself keeps its version.
    pub fn open(path: &Path, folder: &Path) -> Result<Readable, DraftError> {
        match Draft::open_read_only(path) {
            Ok(draft) => Ok(Readable { draft, _copy: None }),
            Err(DraftError::Older(_)) => {
                let place = tempfile::Builder::new().prefix(".biaogan-").tempdir_in(folder);
                let place = place.map_err(DraftError::io(folder, "读取旧版本草稿"))?;
                let copy = place.path().join("copy.biaogan");
                copy_up_to_date(path, &copy).map_err(|error| error.at(path))?;
                Ok(Readable { draft: Draft::open_read_only(&copy)?, _copy: Some(place) })
            }
            Err(error) => Err(error),
        }
    }

    /// The draft, opened for reading only.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }
}

fn copy_up_to_date(older: &Path, place: &Path) -> Result<(), DraftError> {
    let older = file::open(older)?;
    let mut copy = Connection::open(place)?;
    let copied = Backup::new(&older, &mut copy)?.step(-1)?;
    match copied {
        StepResult::Done => schema::migrate(&mut copy),
        _ => Err(DraftError::InUse(Default::default())),
    }
}
