//! Drafts opened lately that lie outside the library folder.

use crate::desk::Desk;
use crate::settings::write_json;
use std::fs;
use std::path::{Path, PathBuf};

const FILE: &str = "recent.json";

/// How many are remembered.
const REMEMBERED: usize = 20;

/// The drafts opened lately, the latest first.
pub fn read(desk: &Desk) -> Vec<PathBuf> {
    let kept = fs::read(desk.data(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let kept: Vec<PathBuf> = kept.unwrap_or_default();
    kept.iter().map(|path| desk.root.found(path)).collect()
}

/// Remembers a draft that was opened. It is listed no more where this fails.
pub fn remember(desk: &Desk, path: &Path) {
    let others = read(desk).into_iter().filter(|other| other != path);
    let list: Vec<PathBuf> = std::iter::once(path.to_owned()).chain(others).take(REMEMBERED).collect();
    keep(desk, &list);
}

/// Follows a draft that got another name.
pub fn rename(desk: &Desk, path: &Path, to: &Path) {
    let renamed = |other: PathBuf| if other == path { to.to_owned() } else { other };
    let list: Vec<PathBuf> = read(desk).into_iter().map(renamed).collect();
    keep(desk, &list);
}

/// Takes a draft off the list; the file stays.
pub fn forget(desk: &Desk, path: &Path) {
    let list: Vec<PathBuf> = read(desk).into_iter().filter(|other| other != path).collect();
    keep(desk, &list);
}

fn keep(desk: &Desk, list: &[PathBuf]) {
    let kept: Vec<PathBuf> = list.iter().map(|path| desk.root.kept(path)).collect();
    let _ = write_json(&desk.data(FILE), &kept);
}
