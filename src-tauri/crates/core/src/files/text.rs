//! Small texts, written whole or not at all.

use super::renaming::{persist, persist_new};
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes a text, never over another file.
pub fn write_new(file: &Path, text: &str) -> io::Result<()> {
    persist_new(beside(file, text)?, file).map(drop)
}

/// Writes a text, in the place of what was there.
pub fn write_over(file: &Path, text: &str) -> io::Result<()> {
    persist(beside(file, text)?, file).map(drop)
}

/// A file of this text in the same folder, so that renaming is atomic.
fn beside(file: &Path, text: &str) -> io::Result<NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_text_is_written_over_another_only_where_that_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("反馈包.txt");
        write_new(&file, "甲").unwrap();
        assert_eq!(write_new(&file, "乙").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&file).unwrap(), "甲");
        write_over(&file, "乙").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "乙");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
