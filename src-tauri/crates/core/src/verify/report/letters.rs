//! The letters as Word documents in a folder of their own, one to each applicant.

use super::letter::letter;
use super::{ReportError, unwritable};
use crate::date::Date;
use crate::documents;
use crate::files;
use crate::ooxml::{NoPictures, write_package};
use crate::text::file_name;
use crate::verify::verdict::Verdict;
use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Letters in the making.
pub struct Letters {
    folder: PathBuf,
    /// Where they wait, beside their place.
    place: TempDir,
    names: HashSet<String>,
    today: Date,
}

/// Where the letters lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LettersWritten {
    /// Their folder.
    pub folder: PathBuf,
    /// How many there are.
    pub count: usize,
}

impl Letters {
    /// Letters of this day that are to lie in a new folder in `folder`.
    ///
    /// # Errors
    /// Where nothing can be written into it.
    pub fn begin(folder: &Path, today: Date) -> Result<Letters, ReportError> {
        let place = tempfile::Builder::new().prefix(".biaogan-").tempdir_in(folder);
        let place = place.map_err(|source| unwritable(folder, source))?;
        Ok(Letters { folder: folder.into(), place, names: HashSet::new(), today })
    }

    /// Adds the letter about a package; about one without findings there is none.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn add(&mut self, verdict: &Verdict) -> Result<(), ReportError> {
        let Some(letter) = letter(verdict) else { return Ok(()) };
        let name = self.free_name(&file_name(verdict.name().trim_end_matches(".zip")));
        let path = self.place.path().join(name);
        let mut lines = letter.lines();
        let to = lines.next().unwrap_or_default();
        let made = documents::letter(to, lines, self.today).map_err(io::Error::other);
        let written = made.and_then(|parts| {
            write_package(&parts, &NoPictures, File::create_new(&path)?).map_err(io::Error::other)
        });
        written.map(drop).map_err(|source| unwritable(&self.folder, source))
    }

    /// Puts them in their place; none where there are no letters.
    ///
    /// # Errors
    /// Where they cannot be put there.
    pub fn finish(self) -> Result<Option<LettersWritten>, ReportError> {
        if self.names.is_empty() {
            return Ok(None);
        }
        let name = format!("初核意见{}", self.today);
        let numbered = |number: usize| match number {
            1 => self.folder.join(&name),
            number => self.folder.join(format!("{name}（{number}）")),
        };
        let free = (1..).map(numbered).find(|folder| folder.symlink_metadata().is_err());
        let folder = free.expect("numbers do not end");
        files::rename(self.place.path(), &folder).map_err(|source| unwritable(&folder, source))?;
        Ok(Some(LettersWritten { folder, count: self.names.len() }))
    }

    /// A name that no other letter has: an applicant may have sent two packages.
    fn free_name(&mut self, name: &str) -> String {
        let numbered = |number: usize| match number {
            1 => format!("{name}-初核意见.docx"),
            number => format!("{name}-初核意见（{number}）.docx"),
        };
        let free = (1..).map(numbered).find(|name| self.names.insert(name.to_lowercase()));
        free.expect("numbers do not end")
    }
}
