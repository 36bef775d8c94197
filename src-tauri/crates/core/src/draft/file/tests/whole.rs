//! Drafts that a crash left with a journal, on their way to another place.

use crate::draft::fixtures::*;
use crate::draft::whole::{is_free, move_to, remove, settle};
use std::path::{Path, PathBuf};

fn journal(draft: &Path) -> PathBuf {
    format!("{}-journal", draft.display()).into()
}

/// A draft as a crash leaves it that comes when the journal of a change is on the disk and the change is not.
fn crashed(folder: &TempDir) -> PathBuf {
    let elsewhere = self::folder();
    let (path, target) = (new_in(&elsewhere).path().to_path_buf(), folder.path().join("甲.biaogan"));
    fs::copy(&path, &target).unwrap();
    let writer = Connection::open(&path).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    writer.execute("UPDATE state SET content = replace(content, '甲公司', '乙公司')", []).unwrap();
    writer.cache_flush().unwrap();
    fs::copy(journal(&path), journal(&target)).unwrap();
    target
}

#[test]
fn a_draft_that_is_moved_leaves_no_journal_for_the_next_one_there() {
    let folder = folder();
    let (place, target) = (crashed(&folder), folder.path().join("乙.biaogan"));
    move_to(&place, &target).unwrap();
    assert_eq!(names(&folder), ["乙.biaogan"]);
    assert_eq!(organization(&Draft::open(&target).unwrap()), "甲公司");
    let next = Content { organization: "丙公司".into(), ..content() };
    assert_eq!(Draft::create(&place, &next, AT).unwrap().content().unwrap(), next);
}

#[test]
fn no_draft_is_made_beside_the_journal_of_another() {
    for ending in ["-journal", "-wal"] {
        let folder = folder();
        let (place, sample) = (folder.path().join("甲.biaogan"), new_in(&folder));
        assert!(is_free(&place) && !is_free(sample.path()));
        let left = PathBuf::from(format!("{}{ending}", place.display()));
        fs::write(&left, "x").unwrap();
        assert!(!is_free(&place));
        for made in [Draft::create(&place, &content(), AT).map(drop), sample.copy_to(&place)] {
            assert!(matches!(&made, Err(DraftError::Exists(named)) if *named == left), "{made:?}");
        }
        assert!(!place.exists());
    }
}

#[test]
fn what_cannot_be_opened_is_moved_and_removed_with_what_lies_beside_it() {
    let folder = folder();
    let [place, target] = ["甲.biaogan", "乙.biaogan"].map(|name| folder.path().join(name));
    fs::write(&place, "no draft").unwrap();
    fs::write(folder.path().join("甲.biaogan-wal"), "its log").unwrap();
    assert!(!settle(&place));
    move_to(&place, &target).unwrap();
    assert_eq!(names(&folder), ["乙.biaogan", "乙.biaogan-wal"]);
    remove(&target).unwrap();
    assert!(names(&folder).is_empty());
}
