//! The packages in folders.

use std::io;
use std::path::{Path, PathBuf};

/// Whether a file is a package, by its name.
pub fn is_package(path: &Path) -> bool {
    let is_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
    is_zip && !is_hidden
}

/// The packages among these files and in these folders and the folders in them, by name, each once.
///
/// # Errors
/// Where a folder cannot be read: which, and what the system says.
pub fn packages(paths: &[PathBuf]) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            gather(path, DEEPEST, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Folders in folders that are looked into: by city, by industry.
const DEEPEST: usize = 4;

fn gather(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let path = entry.path();
        if kind.is_dir() && depth > 0 && !is_of_the_system(&path) {
            gather(&path, depth - 1, found)?;
        } else if kind.is_file() && is_package(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// Whether a folder is none of the user's: a stick has some, with thrown away packages or closed to everyone.
fn is_of_the_system(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(['.', '$', '~']) || name == "System Volume Information" || name == "__MACOSX"
}
