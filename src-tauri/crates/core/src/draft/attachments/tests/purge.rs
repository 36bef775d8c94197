//! Files that are thrown away: what stays is as it was.

use crate::draft::Undoable;
use crate::draft::fixtures::*;

/// A picture that nothing makes smaller than its 60 KB.
fn noise() -> Vec<u8> {
    let mut state = 1u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as u8
    };
    let pixels: Vec<u8> = (0..60_000).map(|_| next()).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 200, 100);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels)).unwrap();
    bytes
}

#[test]
fn purging_throws_away_what_only_the_history_has_and_the_steps_with_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let noise = noise();
    draft.attach(&[bytes("a", &noise)], AT).unwrap();
    draft.thumbnail(&draft.pages("a1").unwrap()[0].source, 8).unwrap();
    edits(&mut draft, 2, AT);
    draft.detach("a1", AT).unwrap();
    draft.attach(&[bytes("b", PHOTO)], AT).unwrap();
    edits(&mut draft, 3, AT);
    let before = states(&draft);
    assert!(draft.unreferenced().unwrap() > noise.len() as u64);
    let size = fs::metadata(draft.path()).unwrap().len();
    let freed = draft.purge().unwrap();
    assert!(freed > 40_000, "{freed} of {size}");
    assert_eq!(fs::metadata(draft.path()).unwrap().len(), size - freed);
    assert_eq!((draft.unreferenced().unwrap(), draft.purge().unwrap()), (0, 0));
    assert_kept(&draft, &before);
    let ids: Vec<i64> = draft.revisions().unwrap().iter().map(|revision| revision.id).collect();
    assert_eq!(ids, [1, 5, 6, 7]);
    let path = draft.path().to_path_buf();
    drop(draft);
    let mut draft = Draft::open(&path).unwrap();
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Edit);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Attach);
    assert_eq!(draft.undo(AT).unwrap(), None, "to undo the detaching would need the file");
    draft.redo(AT).unwrap();
    assert!(draft.copy_picture(&draft.pages("a2").unwrap()[0].source, &mut Vec::new()).unwrap() > 0);
    assert_eq!(draft.attach(&[bytes("c", PICTURE)], AT).unwrap()[0].id, "a3");
}

#[test]
fn a_named_point_keeps_its_files_from_purging() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let point = draft.name_point("有附件", AT).unwrap();
    draft.detach("a1", AT).unwrap();
    assert_eq!((draft.unreferenced().unwrap(), draft.purge().unwrap()), (0, 0));
    assert!(draft.undoable().unwrap().undo.is_some());
    draft.remove_point(point.id).unwrap();
    assert_eq!(draft.unreferenced().unwrap(), PHOTO.len() as u64);
    draft.purge().unwrap();
    assert_eq!(draft.undoable().unwrap(), Undoable::default());
}

#[test]
fn a_draft_that_began_with_a_file_can_be_purged_of_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let target = folder.path().join("b.biaogan");
    draft.restore_to(2, &target, AT).unwrap();
    let mut draft = Draft::open(&target).unwrap();
    draft.detach("a1", AT).unwrap();
    edits(&mut draft, 2, AT);
    let before = states(&draft);
    draft.purge().unwrap();
    assert_kept(&draft, &before);
    assert_eq!(states(&draft).len(), 3);
    let first = "SELECT undo FROM revision ORDER BY id LIMIT 1";
    let undo: String = draft.connection.query_row(first, [], |row| row.get(0)).unwrap();
    assert_eq!(undo, "[]", "before the first state there is none that still names the file");
    while draft.undo(AT).unwrap().is_some() {}
    assert_eq!(Some(&draft.content().unwrap()), before.get(&2));
}
