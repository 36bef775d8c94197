//! Pictures that wait to be stored: a file of no name beside the draft, where there must be room for them anyway.

use crate::draft::DraftError;
use crate::draft::file::folder;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Pages' pictures one after the other. The file is made with the first of them and gone with this.
#[derive(Debug)]
pub(in crate::draft) struct Spool {
    draft: PathBuf,
    file: Option<File>,
    /// Number and size in bytes of each page in the file.
    pages: Vec<(usize, usize)>,
}

impl Spool {
    /// An empty one in the folder of a draft.
    pub fn beside(draft: &Path) -> Spool {
        Spool { draft: draft.into(), file: None, pages: Vec::new() }
    }

    /// Adds the picture of a page.
    pub fn add(&mut self, number: usize, picture: &[u8]) -> Result<(), DraftError> {
        let written = self.open().and_then(|file| file.write_all(picture));
        written.map_err(DraftError::io(&self.draft, "转换附件"))?;
        self.pages.push((number, picture.len()));
        Ok(())
    }

    /// Gives back all pictures with their pages' numbers, one in memory at a time.
    pub fn each(
        &mut self,
        mut take: impl FnMut(usize, &[u8]) -> Result<(), DraftError>,
    ) -> Result<(), DraftError> {
        let Some(file) = &mut self.file else { return Ok(()) };
        let failed = |error| DraftError::io(&self.draft, "转换附件")(error);
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        for (number, size) in &self.pages {
            let mut picture = vec![0; *size];
            file.read_exact(&mut picture).map_err(failed)?;
            take(*number, &picture)?;
        }
        Ok(())
    }

    fn open(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            file => Ok(file.insert(tempfile::tempfile_in(folder(&self.draft))?)),
        }
    }
}
