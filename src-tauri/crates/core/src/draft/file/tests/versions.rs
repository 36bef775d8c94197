//! Drafts that other versions of the program wrote.

use crate::draft::backup;
use crate::draft::fixtures::*;
use crate::form::OriginKind;

/// Stored by the version whose schema had two steps: new, attach, put.
const FIXTURE_2: &[u8] = include_bytes!("../../../../../../../tests/fixtures/drafts/2.biaogan");

/// Stored by the version whose schema had four steps: rolled from a draft of 2025, attach, one edit.
const FIXTURE_4: &[u8] = include_bytes!("../../../../../../../tests/fixtures/drafts/4.biaogan");

/// Stored by the version whose schema had five steps: that of four with a final package made on 2026-05-08.
const FIXTURE_5: &[u8] = include_bytes!("../../../../../../../tests/fixtures/drafts/5.biaogan");

#[test]
fn a_draft_of_the_fifth_version_has_the_package_of_which_the_day_only_is_known() {
    let folder = folder();
    let path = folder.path().join("5.biaogan");
    fs::write(&path, FIXTURE_5).unwrap();
    let check = |draft: &Draft| {
        let [export] = &draft.exports().unwrap()[..] else { panic!() };
        let told = (export.number, export.day.to_string(), export.is_known);
        assert_eq!(told, (1, "2026-05-08".to_owned(), false));
        assert_eq!(draft.exported_content(1).unwrap(), None);
        assert_eq!(draft.export_number(&draft.content().unwrap()).unwrap(), 2);
    };
    check(&Draft::open_read_only(&path).unwrap());
    let mut draft = Draft::open_backed_up(&path, &folder.path().join("backups"), AT).unwrap();
    check(&draft);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Edit);
    let content = draft.content().unwrap();
    let day = "2026-05-12".parse().unwrap();
    assert_eq!(draft.record_export(&content, day).unwrap(), 2);
    assert_eq!(draft.exported_content(2).unwrap(), Some(content));
}

#[test]
fn a_draft_of_the_first_version_opens_with_its_attachments() {
    let folder = folder();
    let path = folder.path().join("1.biaogan");
    fs::write(&path, FIXTURE_2).unwrap();
    let older = "DROP TABLE derived; DROP TABLE thumbnail; PRAGMA user_version = 1";
    Connection::open(&path).unwrap().execute_batch(older).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(Draft::open_read_only(&path).unwrap().pages("a1").unwrap().len(), 1);
    assert!(matches!(Draft::open(&path), Err(DraftError::Older(_))));
    assert_eq!(fs::read(&path).unwrap(), before, "reading and refusing leave it as it was");
    let backups = tempfile::tempdir().unwrap();
    let mut draft = Draft::open_backed_up(&path, backups.path(), AT).unwrap();
    draft.attach(&[bytes("b", SCAN)], AT).unwrap();
    for id in ["a1", "a2"] {
        let source = draft.pages(id).unwrap().remove(0).source;
        assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    }
    let [backup] = &backup::backups(backups.path(), &path)[..] else { panic!() };
    assert_eq!(backup.reason, backup::Reason::Migration);
    let restored = folder.path().join("restored.biaogan");
    backup::restore(&backup.path, &restored).unwrap();
    assert!(matches!(Draft::open(&restored), Err(DraftError::Older(_))), "it is as it was before");
}

#[test]
fn a_draft_of_the_second_version_opens_and_its_changes_are_undone() {
    let folder = folder();
    let path = folder.path().join("2.biaogan");
    fs::write(&path, FIXTURE_2).unwrap();
    assert!(matches!(Draft::open(&path), Err(DraftError::Older(_))));
    let mut draft = Draft::open_backed_up(&path, &folder.path().join("backups"), AT).unwrap();
    let content = draft.content().unwrap();
    assert_eq!(content.organization, "虚远轴承有限公司");
    assert_eq!(content.declaration.experience_name, "基于数据的装配质量管理");
    assert_eq!(content.experience.process.blocks.len(), 2);
    let source = draft.pages("a1").unwrap().remove(0).source;
    assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Put);
    assert!(draft.content().unwrap().declaration.experience_name.is_blank());
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Attach);
    assert_eq!((draft.content().unwrap().attachments.len(), draft.undo(AT).unwrap()), (0, None));
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert_eq!(draft.content().unwrap(), content);
}

#[test]
fn a_draft_of_the_fourth_version_opens_with_its_marks_and_its_change_is_undone() {
    let folder = folder();
    let path = folder.path().join("4.biaogan");
    fs::write(&path, FIXTURE_4).unwrap();
    let mut draft = Draft::open_backed_up(&path, &folder.path().join("backups"), AT).unwrap();
    let content = draft.content().unwrap();
    assert_eq!((&*content.edition, content.organization.as_str()), ("2026", "虚远轴承有限公司"));
    assert_eq!(content.declaration.experience_name, "基于数据的装配质量管理");
    assert_eq!(&*content.attachments["a1"].name, "证书.jpg");
    let source = draft.pages("a1").unwrap().remove(0).source;
    assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    let marks = |draft: &Draft| -> Vec<(OriginKind, String, String)> {
        let marks = draft.origins().unwrap().into_iter();
        marks.map(|mark| (mark.kind, mark.path.to_string(), mark.value)).collect()
    };
    let expected = [
        (OriginKind::Carried, "organization".to_owned(), "虚远轴承有限公司".to_owned()),
        (OriginKind::Emptied, "benefits[0].rank".to_owned(), "3".to_owned()),
    ];
    assert_eq!(marks(&draft), expected);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Edit);
    assert!(draft.content().unwrap().declaration.experience_name.is_blank());
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Attach);
    assert_eq!((draft.content().unwrap().attachments.len(), draft.undo(AT).unwrap()), (0, None));
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert_eq!(draft.content().unwrap(), content);
    assert_eq!(marks(&draft), expected);
}
