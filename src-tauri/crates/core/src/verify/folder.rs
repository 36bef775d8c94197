//! The packages in a folder.

use std::io;
use std::path::{Path, PathBuf};

/// Whether a file is a package, by its name.
pub fn is_package(path: &Path) -> bool {
    let is_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
    is_zip && !is_hidden
}

/// The packages in a folder and in the folders in it, by name.
///
/// # Errors
/// Where a folder cannot be read.
pub fn packages(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    gather(folder, DEEPEST, &mut found)?;
    found.sort();
    Ok(found)
}

/// Folders in folders that are looked into: by city, by industry.
const DEEPEST: usize = 4;

fn gather(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let path = entry.path();
        if kind.is_dir() && depth > 0 {
            gather(&path, depth - 1, found)?;
        } else if kind.is_file() && is_package(&path) {
            found.push(path);
        }
    }
    Ok(())
}
