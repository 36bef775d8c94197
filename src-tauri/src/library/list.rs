//! What lies in the library, and what was opened lately elsewhere.

use super::folder::drafts_in;
use super::{entry, recent, trash};
use crate::desk::Desk;
use crate::view::{DraftEntry, Library};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long drafts elsewhere may take to answer.
const SOON: Duration = Duration::from_millis(500);

/// The drafts, the latest changed first, and the trash.
pub fn list(desk: &Desk) -> Library {
    let folder = desk.settings().library;
    let inside = drafts_in(&folder);
    let elsewhere: Vec<PathBuf> =
        recent::read(desk).into_iter().filter(|path| !inside.contains(path)).collect();
    let outside = answering(&elsewhere);
    let in_trash = drafts_in(&trash::folder(desk));
    let mut looks = looked_at(desk, &[&inside[..], &outside, &in_trash].concat());
    let listed = [&inside[..], &elsewhere, &in_trash].concat();
    entry::Summaries::keep(desk, &listed, looks.values().flatten());
    let mut entries = |paths: &[PathBuf]| -> Vec<DraftEntry> {
        paths.iter().filter_map(|path| looks.remove(path)?).map(|look| look.entry).collect()
    };
    let mut drafts = entries(&inside);
    drafts.extend(entries(&outside).into_iter().map(|entry| DraftEntry { outside: true, ..entry }));
    let mut trash = entries(&in_trash);
    for list in [&mut drafts, &mut trash] {
        list.sort_by(|one, other| other.changed_at.cmp(&one.changed_at));
    }
    Library { folder, drafts, trash }
}

/// What the list shows of these drafts. One that does not answer is shown as that, so that the others can be opened.
fn looked_at(desk: &Desk, paths: &[PathBuf]) -> BTreeMap<PathBuf, Option<entry::Look>> {
    let look = entry::Looking::new(desk);
    let mut looks = desk.reading.all(paths, move |path| look.at(path));
    for path in paths {
        looks.entry(path.clone()).or_insert_with(|| Some(entry::Look::unanswered(path)));
    }
    looks
}

/// Those of the paths whose file answers soon: a share that is away answers when the network has given up.
fn answering(paths: &[PathBuf]) -> Vec<PathBuf> {
    let (tell, told) = mpsc::channel();
    for path in paths.iter().cloned() {
        let tell = tell.clone();
        thread::spawn(move || tell.send((path.exists(), path)));
    }
    drop(tell);
    let until = Instant::now() + SOON;
    let next = || told.recv_timeout(until.saturating_duration_since(Instant::now())).ok();
    std::iter::from_fn(next).filter(|(exists, _)| *exists).map(|(_, path)| path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn drafts_elsewhere_are_listed_where_they_answer() {
        let folder = tempfile::tempdir().unwrap();
        let [there, gone] = ["甲.biaogan", "乙.biaogan"].map(|name| folder.path().join(name));
        fs::write(&there, "").unwrap();
        assert_eq!(answering(&[gone, there.clone()]), [there]);
        assert_eq!(answering(&[]), Vec::<PathBuf>::new());
    }
}
