//! 我的申报: the drafts in the library folder and those opened lately elsewhere.

mod entry;
mod place;
mod recent;
mod trash;

pub use place::{copy, create, create_sample, free_place, import, rename, roll};
pub use recent::{forget, remember};
pub use trash::{empty, restore, throw};

use crate::desk::Desk;
use crate::view::{DraftEntry, Library};
use std::fs;
use std::path::{Path, PathBuf};

/// Whether a path is named like a draft.
pub fn is_draft(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case(biaogan::draft::EXTENSION))
}

/// The drafts, the latest changed first, and the trash.
pub fn list(desk: &Desk) -> Library {
    let folder = desk.settings().library;
    let inside = drafts_in(&folder);
    let outside: Vec<PathBuf> =
        recent::read(desk).into_iter().filter(|path| !inside.contains(path) && path.exists()).collect();
    let mut summaries = entry::Summaries::read(desk);
    let mut entries = |paths: &[PathBuf], outside: bool| {
        let mut entries: Vec<DraftEntry> =
            paths.iter().filter_map(|path| entry::entry(path, outside, desk, &mut summaries)).collect();
        entries.sort_by(|one, other| other.changed_at.cmp(&one.changed_at));
        entries
    };
    let mut drafts = entries(&inside, false);
    drafts.extend(entries(&outside, true));
    drafts.sort_by(|one, other| other.changed_at.cmp(&one.changed_at));
    let trash = entries(&drafts_in(&trash::folder(desk)), false);
    summaries.keep(desk);
    Library { folder, drafts, trash }
}

fn drafts_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else { return Vec::new() };
    found.flatten().map(|entry| entry.path()).filter(|path| is_draft(path) && path.is_file()).collect()
}
