//! The large values of backups: files named by the hash of their bytes, each kept once per draft.

use crate::draft::DraftError;
use crate::draft::file::sync_folder;
use crate::files;
use rusqlite::blob::Blob;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// How much is in memory at once.
const CHUNK: usize = 256 << 10;

/// The hash of a piece: its name, and what a backup holds in its stead.
pub(super) type Hash = [u8; 32];

/// The pieces of one draft's backups.
pub(super) struct Pieces {
    folder: PathBuf,
}

impl Pieces {
    /// Those in the folder of one draft's backups.
    pub fn of(backups: &Path) -> Pieces {
        Pieces { folder: backups.join("pieces") }
    }

    /// Keeps the bytes of `blob` and gives their hash. What is kept already is read again, and written again if it
    /// was damaged meanwhile.
    pub fn keep(&self, blob: &mut Blob) -> Result<Hash, DraftError> {
        let hash = hash(blob).map_err(self.failed("读取附件"))?;
        if self.holds(&hash) {
            return Ok(hash);
        }
        blob.seek(SeekFrom::Start(0)).map_err(self.failed("读取附件"))?;
        self.write(blob, &hash).map_err(self.failed("写入备份"))?;
        Ok(hash)
    }

    /// Copies a piece and sees that its bytes are those once kept.
    pub fn copy(&self, hash: &Hash, to: &mut dyn Write) -> Result<(), DraftError> {
        let damage = || DraftError::damage("备份里有附件的内容缺失或损坏");
        let mut file = File::open(self.path(hash)).map_err(|_| damage())?;
        let copied = copy_hashed(&mut file, to).map_err(self.failed("写入"))?;
        if copied == *hash { Ok(()) } else { Err(damage()) }
    }

    /// The size of a piece, in bytes.
    pub fn size(&self, hash: &Hash) -> Result<u64, DraftError> {
        let found = fs::metadata(self.path(hash));
        found.map(|found| found.len()).map_err(|_| DraftError::damage("备份里缺少附件的内容"))
    }

    /// Removes all but these, and what a crash left.
    pub fn remove_all_but(&self, kept: &BTreeSet<Hash>) {
        let names: BTreeSet<String> = kept.iter().map(hex::encode).collect();
        for path in super::entries(&self.folder) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !names.contains(&*name) {
                // What stays only takes room, and the next thinning tries again.
                let _ = fs::remove_file(&path);
            }
        }
    }

    fn holds(&self, expected: &Hash) -> bool {
        let found = File::open(self.path(expected)).and_then(|mut file| hash(&mut file));
        found.is_ok_and(|found| found == *expected)
    }

    fn write(&self, from: &mut dyn Read, expected: &Hash) -> io::Result<()> {
        files::make_folder(&self.folder)?;
        let mut place = tempfile::NamedTempFile::new_in(&self.folder)?;
        copy_hashed(from, &mut place)?;
        place.as_file().sync_all()?;
        if hash(&mut place.reopen()?)? != *expected {
            return Err(io::Error::other("写好后核对有误"));
        }
        files::persist(place, &self.path(expected))?;
        sync_folder(&self.folder);
        Ok(())
    }

    fn path(&self, hash: &Hash) -> PathBuf {
        self.folder.join(hex::encode(hash))
    }

    fn failed(&self, action: &'static str) -> impl FnOnce(io::Error) -> DraftError {
        DraftError::io(&self.folder, action)
    }
}

fn hash(from: &mut dyn Read) -> io::Result<Hash> {
    copy_hashed(from, &mut io::sink())
}

fn copy_hashed(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<Hash> {
    let (mut hash, mut chunk) = (Sha256::new(), vec![0; CHUNK]);
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return Ok(hash.finalize().into()),
            Ok(read) => {
                hash.update(&chunk[..read]);
                to.write_all(&chunk[..read])?;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
