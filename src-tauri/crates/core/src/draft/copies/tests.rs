//! Drafts made of another.

use crate::draft::backup;
use crate::draft::fixtures::*;
use crate::edition::Editions;
use std::path::Path;

#[test]
fn an_earlier_state_becomes_a_draft_of_its_own() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO), bytes("b", SCAN)], AT).unwrap();
    draft.detach("a1", AT).unwrap();
    draft.attach(&[bytes("c", PICTURE)], AT).unwrap();
    draft.put(Content { organization: "乙公司".into(), ..draft.content().unwrap() }, AT).unwrap();
    let before = fs::read(draft.path()).unwrap();
    let target = folder.path().join("旧.biaogan");
    draft.restore_to(2, &target, AT + TimeDelta::days(1)).unwrap();
    assert_eq!(fs::read(draft.path()).unwrap(), before);
    assert_eq!(
        names(&folder),
        [".甲 公司.biaogan.holder", ".甲 公司.biaogan.lock", "旧.biaogan", "甲 公司.biaogan"]
    );
    let mut restored = Draft::open(&target).unwrap();
    assert_eq!(restored.content().unwrap(), draft.content_at(2).unwrap());
    for id in ["a1", "a2"] {
        let source = restored.pages(id).unwrap().remove(0).source;
        assert!(restored.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    }
    assert_eq!(restored.attach(&[bytes("d", PICTURE)], AT).unwrap()[0].id, "a4", "a3 was given later");
    assert!(matches!(draft.restore_to(2, &target, AT), Err(DraftError::Exists(_))));
    let other = folder.path().join("x.biaogan");
    assert!(matches!(draft.restore_to(9, &other, AT), Err(DraftError::NoRevision(9))));
    draft.connection.execute("UPDATE blob SET bytes = zeroblob(size)", []).unwrap();
    assert!(draft.restore_to(2, &other, AT).unwrap_err().to_string().contains("已损坏"));
    drop((draft, restored));
    assert_eq!(names(&folder), ["旧.biaogan", "甲 公司.biaogan"]);
}

#[test]
fn what_cannot_be_saved_becomes_a_draft_elsewhere_with_all_that_can_be_read() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("照片", PHOTO)], AT).unwrap();
    let backups = folder.path().join("backups");
    let typed = || Content { organization: "写了一半".into(), ..draft.content().unwrap() };
    let rescued = |name: &str, backups: &Path| {
        let target = folder.path().join(name);
        let lost = draft.rescue_to(&target, &typed(), backups, AT).unwrap();
        let copy = Draft::open(&target).unwrap();
        (
            lost,
            organization(&copy),
            copy.content().unwrap().attachments.len(),
            copy.revisions().unwrap().len(),
        )
    };
    let typed_into = "写了一半".to_owned();
    // The file can still be read: with history and files.
    assert_eq!(rescued("a.biaogan", &backups), (vec![], typed_into.clone(), 1, 3));
    assert_eq!(organization(&draft), "甲公司", "the draft itself stays as it is");
    assert!(matches!(
        draft.rescue_to(&folder.path().join("a.biaogan"), &typed(), &backups, AT),
        Err(DraftError::Exists(_))
    ));
    backup::back_up(&draft, &backups, AT, backup::Reason::Asked).unwrap();

    // It cannot: the newest backup has the files.
    let content = typed();
    let path = draft.path().to_path_buf();
    let unreadable =
        Draft { connection: Connection::open("").unwrap(), ..Draft::open_read_only(&path).unwrap() };
    let of = |name: &str, backups: &Path| {
        let target = folder.path().join(name);
        let lost = unreadable.rescue_to(&target, &content, backups, AT).unwrap();
        let copy = Draft::open(&target).unwrap();
        (lost, organization(&copy), copy.content().unwrap().attachments.len())
    };
    assert_eq!(of("b.biaogan", &backups), (vec![], typed_into.clone(), 1));
    // Nor is there a backup: what was typed comes all the same.
    assert_eq!(of("c.biaogan", &folder.path().join("none")), (vec!["照片".into()], typed_into, 0));
}

#[test]
fn the_making_of_the_sample_cannot_be_undone() {
    let folder = folder();
    let path = folder.path().join("示例.biaogan");
    let mut draft = Draft::create_sample(&path, &Editions::built_in(), AT).unwrap();
    let whole = draft.content().unwrap();
    assert_eq!(draft.undo(AT).unwrap(), None);
    assert_eq!(draft.changed_at().unwrap(), AT);
    draft
        .change(Operation::Edit, AT + TimeDelta::hours(1), |content| content.organization = "乙".into())
        .unwrap();
    assert_eq!(draft.changed_at().unwrap(), AT + TimeDelta::hours(1));
    assert!(draft.undo(AT).unwrap().is_some());
    assert_eq!(draft.undo(AT).unwrap(), None);
    assert_eq!(draft.content().unwrap(), whole);
}

#[test]
fn a_damaged_draft_is_rescued_by_its_backup_or_else_bare() {
    let check = |with_backup: bool, expected: Vec<String>| {
        let folder = folder();
        let mut draft = new_in(&folder);
        draft.attach(&[bytes("照片", PHOTO)], AT).unwrap();
        let backups = folder.path().join("backups");
        if with_backup {
            backup::back_up(&draft, &backups, AT, backup::Reason::Asked).unwrap();
        }
        let typed = Content { organization: "写了一半".into(), ..draft.content().unwrap() };
        // Copying page by page does not notice it.
        draft.connection.execute_batch("DROP TABLE state").unwrap();
        let target = folder.path().join("副本.biaogan");
        assert_eq!(draft.rescue_to(&target, &typed, &backups, AT).unwrap(), expected);
        assert_eq!(organization(&Draft::open(&target).unwrap()), "写了一半");
    };
    check(true, vec![]);
    check(false, vec!["照片".into()]);
}
