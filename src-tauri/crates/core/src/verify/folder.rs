//! The packages in folders.

use super::names::{is_document, meant};
use super::opened::is_other_archive;
use super::surplus::is_archive;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Whether a file is a package, by its name.
pub fn is_package(path: &Path) -> bool {
    let is_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    is_zip && !is_hidden(path)
}

/// The packages among these files and in these folders and the folders in them, by name, each once. Archives of other
/// kinds and folders that nobody packed are among them: no applicant is passed over in silence.
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
const DEEPEST: usize = 8;

fn gather(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    let (mut files, mut has_package) = (Vec::new(), false);
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let path = entry.path();
        if kind.is_dir() && depth > 0 && !is_of_the_system(&path) {
            gather(&path, depth - 1, found)?;
        } else if kind.is_file() && is_package(&path) {
            has_package = true;
            found.push(path);
        } else if kind.is_file() && !is_hidden(&path) {
            files.push(path);
        }
    }
    // What lies beside a package was unpacked from it.
    if !has_package && is_unpacked(&files) && !folder.with_added_extension("zip").exists() {
        found.push(folder.to_owned());
    }
    found.extend(files.into_iter().filter(|file| is_other_package(file)));
    Ok(())
}

/// Whether the documents of an application are among files.
fn is_unpacked(files: &[PathBuf]) -> bool {
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let documents: BTreeSet<&str> =
        names.filter(|name| is_document(name)).filter_map(|name| Some(meant(name)?.0)).collect();
    documents.len() > 1
}

/// Whether a file is an archive, but no zip.
fn is_other_package(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Many a file of a program is compressed.
    is_archive(&name) || file.extension().is_none() && is_other_archive(file)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']))
}

/// Whether a folder is none of the user's: a stick has some, with thrown away packages or closed to everyone.
fn is_of_the_system(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(['.', '$', '~']) || name == "System Volume Information" || name == "__MACOSX"
}
