//! The edition files at hand, for a form that is based on one of them.

use crate::edition::editions::{bases, built_in_files, found};
use crate::edition::file::EditionFile;
use crate::edition::{Edition, EditionError};
use std::path::Path;

/// The edition files at hand.
#[derive(Debug, Default)]
pub struct Shelf {
    installed: Vec<EditionFile>,
}

impl Shelf {
    /// Those built in, and those of a folder that need not exist.
    pub fn read(folder: &Path) -> Shelf {
        Shelf { installed: found(folder).sources }
    }

    /// The file of this id: the installed one before the one built in.
    pub(super) fn file(&self, id: &str) -> Option<&EditionFile> {
        let is_it = |file: &&EditionFile| file.id() == id;
        self.installed.iter().find(is_it).or_else(|| built_in_files().find(is_it))
    }

    /// What an edition of this id can be based on, as it is installed: on any other, and on the built-in one of its id.
    pub(super) fn bases(&self, id: &str) -> Vec<&EditionFile> {
        bases(self.installed.iter().filter(|file| file.id() != id))
    }

    /// The edition of this id as one of id `of` is based on it.
    pub(super) fn base(&self, id: &str, of: &str) -> Result<Edition, EditionError> {
        let bases = self.bases(of);
        let missing = || EditionError {
            file: Path::new("年度通知").into(),
            key: "based_on".into(),
            reason: format!("没有编号为 {id} 的通知，请先安装它"),
        };
        let file = bases.iter().find(|file| file.id() == id).ok_or_else(missing)?;
        Edition::installed(file, &bases).map(|(edition, _)| edition)
    }

    /// What an edition of this year and id is best based on: the latest notice of an earlier year, else the built-in
    /// one of its own.
    pub fn best_base(&self, year: u16, id: &str) -> Option<Edition> {
        let editions = self.bases(id).into_iter().map(|file| self.base(file.id(), id));
        let notices: Vec<Edition> = editions.flatten().filter(|edition| !edition.derived).collect();
        let earlier = notices.iter().filter(|edition| edition.year < year).max_by_key(|edition| edition.year);
        earlier.or_else(|| notices.iter().find(|edition| edition.year == year)).cloned()
    }
}
