//! What is gone is gone: the bytes of a mark are looked for in everything that is left or sent.

use crate::draft::backup;
use crate::draft::fixtures::*;
use std::path::Path;

/// In a text that was replaced, in a file that was removed, in what a camera noted, behind the end of a PDF.
const MARKS: [&str; 4] =
    ["MARK-OF-THE-TEXT", "MARK-OF-A-REMOVED-FILE", "MARK-OF-THE-CAMERA", "MARK-OF-THE-PDF"];

/// A photograph with a comment in it.
fn commented(mark: &str) -> Vec<u8> {
    let length = (mark.len() as u16 + 2).to_be_bytes();
    [&PHOTO[..2], &[0xFF, 0xFE], &length, mark.as_bytes(), &PHOTO[2..]].concat()
}

/// A draft with all marks, of which only the last two are in files that are still attached.
fn marked(folder: &TempDir) -> Draft {
    let mut draft = new_in(folder);
    type_in(&mut draft, 0.0, MARKS[0]);
    type_in(&mut draft, 99.0, "甲公司");
    let pdf = [SCAN, b"\n%", MARKS[3].as_bytes(), b"\n"].concat();
    let files = [commented(MARKS[1]), commented(MARKS[2]), pdf];
    let files: Vec<_> = files.iter().map(|file| bytes("x", file)).collect();
    draft.attach(&files, AT).unwrap();
    draft.detach("a1", AT).unwrap();
    draft
}

/// Which of the marks lie in a file, or in the files of a folder.
fn found(place: &Path) -> Vec<&'static str> {
    if place.is_dir() {
        let mut all: Vec<_> =
            fs::read_dir(place).unwrap().flat_map(|entry| found(&entry.unwrap().path())).collect();
        all.sort();
        all.dedup();
        return all;
    }
    let bytes = fs::read(place).unwrap();
    let lies_in = |mark: &str| bytes.windows(mark.len()).any(|window| window == mark.as_bytes());
    let mut all: Vec<_> = MARKS.into_iter().filter(|mark| lies_in(mark)).collect();
    all.sort();
    all
}

#[test]
fn a_draft_for_others_has_what_is_printed_and_nothing_else() {
    let folder = folder();
    let draft = marked(&folder);
    let [plain, target] = ["plain.biaogan", "others.biaogan"].map(|name| folder.path().join(name));
    draft.copy_to(&plain).unwrap();
    assert_eq!(found(&plain).len(), MARKS.len(), "the marks can be found");
    draft.copy_for_others(&target, AT).unwrap();
    assert_eq!(found(&target), Vec::<&str>::new());
    assert!(matches!(draft.copy_for_others(&target, AT), Err(DraftError::Exists(_))));

    let mut handed = Draft::open(&target).unwrap();
    assert_eq!(handed.content().unwrap(), draft.content().unwrap());
    assert_eq!(handed.revisions().unwrap().len(), 1);
    let picture = |draft: &Draft, id: &str| {
        let (page, mut picture) = (draft.pages(id).unwrap().remove(0), Vec::new());
        let bytes = draft.copy_picture(&page.source, &mut picture).unwrap();
        assert_eq!(bytes, draft.picture_bytes(&page.source).unwrap());
        (page.width, page.height, picture)
    };
    for id in ["a2", "a3"] {
        assert!(picture(&handed, id) == picture(&draft, id), "{id}");
    }
    // It is worked with as any other: attached to, backed up, restored, copied.
    handed.attach(&[bytes("y", PICTURE)], AT).unwrap();
    let backup =
        backup::back_up(&handed, &folder.path().join("b"), AT, backup::Reason::Asked).unwrap().unwrap();
    let restored = folder.path().join("restored.biaogan");
    backup::restore(&backup.path, &restored).unwrap();
    let again = folder.path().join("again.biaogan");
    Draft::open(&restored).unwrap().restore_to(1, &again, AT).unwrap();
    assert!(picture(&Draft::open(&again).unwrap(), "a2") == picture(&draft, "a2"));
}

#[test]
fn a_picture_that_was_handed_on_is_not_printed_once_its_bytes_changed() {
    let folder = folder();
    let target = folder.path().join("others.biaogan");
    marked(&folder).copy_for_others(&target, AT).unwrap();
    let handed = Draft::open(&target).unwrap();
    let source = handed.pages("a2").unwrap().remove(0).source;
    assert!(handed.copy_picture(&source, &mut Vec::new()).is_ok());
    let select = "SELECT id, picture FROM derived ORDER BY id LIMIT 1";
    let stored = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?));
    let (id, mut picture): (i64, Vec<u8>) = handed.connection.query_row(select, [], stored).unwrap();
    // In the picture itself, before its end and the hash behind that.
    let place = picture.len() - 32 - 12;
    picture[place] ^= 1;
    let update = "UPDATE derived SET picture = ?2 WHERE id = ?1";
    handed.connection.execute(update, rusqlite::params![id, picture]).unwrap();
    assert!(handed.copy_picture(&source, &mut Vec::new()).is_err());
}

#[test]
fn what_was_purged_is_in_no_file_once_its_backups_are_removed() {
    let folder = folder();
    let mut draft = marked(&folder);
    let (backups, removed) = (folder.path().join("backups"), MARKS[1]);
    backup::back_up(&draft, &backups, AT, backup::Reason::Asked).unwrap();
    assert!(found(draft.path()).contains(&removed) && found(&backups).contains(&removed));
    draft.purge().unwrap();
    assert!(!found(draft.path()).contains(&removed) && found(&backups).contains(&removed));
    let path = draft.path().to_path_buf();
    backup::remove_all_of(&backups, &path).unwrap();
    backup::back_up(&draft, &backups, AT, backup::Reason::Asked).unwrap();
    drop(draft);
    assert!(!found(folder.path()).contains(&removed));
    assert_eq!(backup::backups(&backups, &path).len(), 1);
}

#[test]
fn the_backups_of_a_draft_that_goes_are_removed_and_those_of_its_copy_stay() {
    let folder = folder();
    let (draft, backups) = (marked(&folder), folder.path().join("backups"));
    let path = draft.path().to_path_buf();
    backup::back_up(&draft, &backups, AT, backup::Reason::Asked).unwrap();
    drop(draft);
    let copy = folder.path().join("copy.biaogan");
    fs::copy(&path, &copy).unwrap();
    let mut copied = Draft::open(&copy).unwrap();
    type_in(&mut copied, 200.0, "乙公司");
    backup::back_up(&copied, &backups, AT, backup::Reason::Asked).unwrap();
    backup::remove_all_of(&backups, &path).unwrap();
    let left = backup::all_backups(&backups);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].organization, "乙公司");
}
