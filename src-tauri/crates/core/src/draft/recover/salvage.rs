//! A copy of a damaged file to work on: the file itself is never opened for writing.

use crate::draft::DraftError;
use crate::draft::file::{self, PART, folder};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How much is given up around a place of the disk that cannot be read.
const BLOCK: usize = 16 << 10;

/// The copy, gone with this.
pub(super) struct Salvage {
    folder: TempDir,
    /// How many bytes could not be read; they are zeros in the copy.
    pub unreadable: u64,
}

impl Salvage {
    /// Copies the file at `path` into the folder of `target`, and undoes what a crash left half-written.
    pub fn of(path: &Path, target: &Path) -> Result<Salvage, DraftError> {
        let mut place = tempfile::Builder::new();
        #[cfg(unix)]
        place.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let temporary = place.prefix(".").suffix(PART).tempdir_in(folder(target));
        let mut salvage =
            Salvage { folder: temporary.map_err(DraftError::io(target, "写入"))?, unreadable: 0 };
        salvage.unreadable = copy(path, &salvage.path(), target)?;
        let journal = journal(path);
        if journal.symlink_metadata().is_ok_and(|found| found.is_file()) {
            copy(&journal, &self::journal(&salvage.path()), target)?;
            file::roll_back(&salvage.path());
        }
        Ok(salvage)
    }

    /// The copy.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("draft")
    }
}

fn journal(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push("-journal");
    name.into()
}

/// Copies what can be read; gives how many bytes cannot.
fn copy(path: &Path, copy: &Path, target: &Path) -> Result<u64, DraftError> {
    let mut from = File::open(path).map_err(DraftError::io(path, "打开"))?;
    let size = from.metadata().map_err(DraftError::io(path, "打开"))?.len();
    let (mut block, mut done, mut unreadable) = (vec![0; BLOCK], 0, 0);
    let mut to = File::create_new(copy).map_err(DraftError::io(target, "写入"))?;
    while done < size {
        let wanted = BLOCK.min((size - done) as usize);
        let read = from.seek(SeekFrom::Start(done)).and_then(|_| read(&mut from, &mut block[..wanted]));
        if read.is_err() {
            block[..wanted].fill(0);
            unreadable += wanted as u64;
        }
        to.write_all(&block[..wanted]).map_err(DraftError::io(target, "写入"))?;
        done += wanted as u64;
    }
    Ok(unreadable)
}

fn read(from: &mut File, block: &mut [u8]) -> io::Result<()> {
    match from.read_exact(block) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(()),
        read => read,
    }
}
