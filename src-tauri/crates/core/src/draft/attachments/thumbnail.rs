//! Pages made small for the screen, kept once made. They never go into the package.

use super::picture::Key;
use crate::draft::tables::{blob, thumbnail};
use crate::draft::{Draft, DraftError};
use crate::evidence;

impl Draft {
    /// A page as a JPEG seen upright on white, its longer side `longest_side` pixels, or less where the page is
    /// smaller.
    ///
    /// `source` is that of [`Draft::pages`]. Kept in the draft unless it was opened for reading only; that is no
    /// revision.
    pub fn thumbnail(&self, source: &str, longest_side: u32) -> Result<Vec<u8>, DraftError> {
        let (key, picture) = self.picture(source)?;
        if let Some(jpeg) = self.kept(key, longest_side)? {
            return Ok(jpeg);
        }
        let read = self.picture_in_memory(source);
        let bytes =
            read.map_err(|_| DraftError::damage(&format!("图片 {source} 读不出来")).at(&self.path))?;
        let jpeg = evidence::thumbnail(&picture, &bytes, longest_side)
            .map_err(|refusal| DraftError::Refused { file: source.into(), refusal })?;
        if self.lock.is_some() {
            // On a full disk pages are still to be seen; the next time makes it again.
            let _ = self.keep(key, longest_side, &jpeg);
        }
        Ok(jpeg)
    }

    /// Likewise, if it was kept when it was made.
    pub fn kept_thumbnail(&self, source: &str, longest_side: u32) -> Result<Option<Vec<u8>>, DraftError> {
        self.kept(self.picture(source)?.0, longest_side)
    }

    fn kept(&self, key: Key, longest: u32) -> Result<Option<Vec<u8>>, DraftError> {
        let find = || {
            let Some(blob) = blob::find(&self.connection, key.sha256)? else { return Ok(None) };
            thumbnail::get(&self.connection, blob, key.number, longest)
        };
        find().map_err(|error: DraftError| error.at(&self.path))
    }

    fn keep(&self, key: Key, longest: u32, jpeg: &[u8]) -> Result<(), DraftError> {
        let blob = blob::row(&self.connection, key.sha256)?;
        thumbnail::set(&self.connection, blob, key.number, longest, jpeg)
    }
}
