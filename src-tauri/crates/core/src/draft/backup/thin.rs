//! Fewer backups the older they are.

use super::pieces::Pieces;
use super::{Backup, Hold, entries, list};
use crate::draft::file;
use chrono::{DateTime, Datelike, FixedOffset, TimeDelta};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Thins the backups in `folder`: all of the last 24 hours stay, then the last of each day for 30 days, of each week
/// for half a year, and of each month. The newest of a draft always stays. Days are those of `at`'s time zone.
///
/// Gives the files removed. What cannot be read or removed stays; the next time tries again.
pub fn thin(folder: &Path, at: DateTime<FixedOffset>) -> Vec<PathBuf> {
    entries(folder).iter().filter(|path| path.is_dir()).flat_map(|draft| thin_one(draft, at)).collect()
}

fn thin_one(folder: &Path, at: DateTime<FixedOffset>) -> Vec<PathBuf> {
    let Ok(_hold) = Hold::take(folder) else { return Vec::new() };
    let mut removed = superfluous(&list::in_folder(folder), at);
    removed.retain(|path| fs::remove_file(path).is_ok());
    remove_left_over(folder);
    removed
}

/// Those that are to go, of backups that are sorted newest first.
pub(super) fn superfluous(backups: &[Backup], at: DateTime<FixedOffset>) -> Vec<PathBuf> {
    let (mut drafts, mut periods) = (BTreeSet::new(), BTreeSet::new());
    let mut superfluous = Vec::new();
    for backup in backups {
        let is_newest = drafts.insert(&backup.draft);
        let is_first = match period(backup.at.with_timezone(&at.timezone()), at) {
            Some(period) => periods.insert((&backup.draft, period)),
            None => true,
        };
        if !is_newest && !is_first {
            superfluous.push(backup.path.clone());
        }
    }
    superfluous
}

/// The span of time of which one backup stays: its kind, year and number. None where all stay.
fn period(taken: DateTime<FixedOffset>, at: DateTime<FixedOffset>) -> Option<(u8, i32, u32)> {
    match at - taken {
        age if age < TimeDelta::days(1) => None,
        age if age < TimeDelta::days(30) => Some((0, taken.year(), taken.ordinal())),
        age if age < TimeDelta::days(183) => {
            let week = taken.iso_week();
            Some((1, week.year(), week.week()))
        }
        _ => Some((2, taken.year(), taken.month())),
    }
}

/// Removes the pieces no backup needs and what a crash left half-written.
pub(super) fn remove_left_over(folder: &Path) {
    for path in entries(folder) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.contains(file::PART) {
            let _ = fs::remove_file(&path);
        }
    }
    let needed = list::files(folder).iter().map(|path| list::hashes(&list::open(path)?)).collect();
    // A backup that cannot be read may need any of them.
    let Ok::<Vec<_>, super::DraftError>(needed) = needed else { return };
    Pieces::of(folder).remove_all_but(&needed.into_iter().flatten().collect());
}
