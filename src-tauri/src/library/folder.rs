//! The drafts of a folder.

use std::fs;
use std::path::{Path, PathBuf};

/// Whether a path is named like a draft.
pub fn is_draft(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case(biaogan::draft::EXTENSION))
}

/// The drafts that lie in a folder; none where it cannot be read.
pub fn drafts_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else { return Vec::new() };
    found.flatten().map(|entry| entry.path()).filter(|path| is_draft(path) && path.is_file()).collect()
}
