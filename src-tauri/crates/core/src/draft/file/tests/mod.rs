//! The file: made once, refused untouched when it is none, looked after while it is open.

mod beside;
mod places;
mod strange;
mod versions;
mod whole;

use super::{open_still, write_beside};
use crate::draft::fixtures::*;

#[test]
fn a_new_draft_holds_its_content_and_leaves_nothing_else() {
    let folder = folder();
    let draft = new_in(&folder);
    assert_eq!(draft.content().unwrap(), content());
    let [revision] = &draft.revisions().unwrap()[..] else { panic!() };
    assert_eq!((revision.id, revision.operation), (1, Operation::Create));
    assert_eq!(revision.at, AT);
    drop(draft);
    assert_eq!(names(&folder), ["甲 公司.biaogan"]);
}

#[test]
fn an_existing_file_is_never_written_over() {
    let folder = folder();
    let path = folder.path().join("x.biaogan");
    fs::write(&path, "mine").unwrap();
    assert!(matches!(Draft::create(&path, &content(), AT), Err(DraftError::Exists(_))));
    assert!(matches!(new_in(&folder).copy_to(&path), Err(DraftError::Exists(_))));
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let nowhere = folder.path().join("no/such/x.biaogan");
    assert!(matches!(Draft::create(&nowhere, &content(), AT), Err(DraftError::NoFolder(_))));
    assert_eq!(names(&folder), ["x.biaogan", "甲 公司.biaogan"]);
}

/// Writes `wrong` as a draft; both ways of opening refuse it with `expected` and leave it as it was.
fn refused(wrong: &[u8], expected: &str) {
    let folder = folder();
    let path = folder.path().join("wrong.biaogan");
    fs::write(&path, wrong).unwrap();
    for opened in [Draft::open(&path), Draft::open_read_only(&path)] {
        let error = opened.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(error.blame(), Blame::Input);
    }
    assert_eq!(fs::read(&path).unwrap(), wrong);
    assert_eq!(names(&folder), ["wrong.biaogan"]);
}

/// The bytes of a sound draft after some SQL of another program.
fn after(sql: &str) -> Vec<u8> {
    let folder = folder();
    let path = new_in(&folder).path().to_path_buf();
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(sql).unwrap();
    drop(connection);
    fs::read(path).unwrap()
}

#[test]
fn what_is_no_draft_is_refused_untouched() {
    refused(b"", "不是质量标杆申报草稿");
    refused(&[b'x'; 5000], "不是质量标杆申报草稿");
    refused(&after("PRAGMA application_id = 7"), "不是质量标杆申报草稿");
    refused(&after("PRAGMA user_version = 99"), "由更新版本的程序建立（格式 99）");
    refused(&after("PRAGMA user_version = 0"), "已损坏");
}

#[test]
fn a_damaged_draft_is_refused_untouched() {
    let sound = after("");
    refused(&sound[..sound.len() - 20_000], "已损坏");
    let mut scribbled = sound.clone();
    scribbled[16_384..16_984].fill(0xA5);
    refused(&scribbled, "已损坏");
    let folder = folder();
    let path = folder.path().join("x.biaogan");
    fs::write(&path, after("UPDATE state SET content = '{\"organisation\": 1}'")).unwrap();
    let error = Draft::open(&path).unwrap().content().unwrap_err();
    assert!(error.to_string().contains("已损坏"), "{error}");
}

#[test]
fn one_program_writes_and_others_read_and_copy() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let path = draft.path().to_path_buf();
    let refused = Draft::open(&path).unwrap_err();
    assert!(matches!(&refused, DraftError::InUse { by: Some(holder), .. } if holder.is_this()), "{refused}");
    assert!(refused.to_string().contains("已在本程序的另一个窗口中打开"), "{refused}");
    draft.change(Operation::Edit, AT, |content| content.organization = "乙公司".into()).unwrap();
    let mut reader = Draft::open_read_only(&path).unwrap();
    assert_eq!(reader.content().unwrap().organization, "乙公司");
    assert!(matches!(reader.put(content(), AT), Err(DraftError::ReadOnly(_))));
    let copy = folder.path().join("copy.biaogan");
    reader.copy_to(&copy).unwrap();
    assert_eq!(Draft::open(&copy).unwrap().content().unwrap(), draft.content().unwrap());
    drop(draft);
    Draft::open(&path).unwrap();
    assert_eq!(names(&folder), ["copy.biaogan", "甲 公司.biaogan"]);
}

#[test]
fn a_copy_may_be_taken_in_the_middle_of_a_change() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let path = draft.path().to_path_buf();
    let copy = folder.path().join("copy.biaogan");
    draft
        .transact(Operation::Edit, AT, |_, content| {
            content.organization = "乙公司".into();
            Draft::open_read_only(&path)?.copy_to(&copy)
        })
        .unwrap();
    assert_eq!(Draft::open_read_only(&copy).unwrap().content().unwrap(), content());
    assert_eq!(draft.content().unwrap().organization, "乙公司");
}

#[test]
#[cfg(unix)] // Windows lets nobody rename a draft that is open.
fn while_the_file_is_away_nothing_is_lost_and_when_it_is_back_saving_goes_on() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let (path, away) = (draft.path().to_path_buf(), folder.path().join("away"));
    let edit = |draft: &mut Draft, name: &str| {
        draft.change(Operation::Edit, AT, |content| content.organization = name.into())
    };
    edit(&mut draft, "乙公司").unwrap();
    fs::rename(&path, &away).unwrap();
    for _ in 0..2 {
        let gone = edit(&mut draft, "丙公司").unwrap_err();
        assert!(gone.to_string().contains("草稿文件不见了"), "{gone}");
        assert!(matches!(draft.attach(&[bytes("a", PHOTO)], AT), Err(DraftError::Gone(_))));
    }
    fs::rename(&away, &path).unwrap();
    edit(&mut draft, "丁公司").unwrap();
    // As from a stick that was put in again: another file to the system, the same draft to us.
    fs::copy(&path, &away).unwrap();
    fs::rename(&away, &path).unwrap();
    edit(&mut draft, "戊公司").unwrap();
    assert_eq!(Draft::open_read_only(&path).unwrap().content().unwrap().organization, "戊公司");
    drop(draft);
    assert_eq!(names(&folder), ["甲 公司.biaogan"]);
}

#[test]
#[cfg(unix)] // Windows lets nobody rename a draft that is open.
fn another_file_in_the_place_of_an_open_draft_is_left_alone() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let path = draft.path().to_path_buf();
    fs::copy(&path, folder.path().join("elsewhere")).unwrap();
    draft.put(Content { organization: "乙公司".into(), ..content() }, AT).unwrap();
    fs::rename(folder.path().join("elsewhere"), &path).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(draft.put(content(), AT), Err(DraftError::Replaced(_))), "an earlier state");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(&path).unwrap();
    fs::write(&path, [b'x'; 500]).unwrap();
    assert!(matches!(draft.put(content(), AT), Err(DraftError::Replaced(_))), "no draft at all");
    assert_eq!(fs::read(&path).unwrap(), [b'x'; 500]);
}

#[test]
fn a_journal_with_nothing_to_roll_back_goes_when_the_draft_is_opened() {
    let folder = folder();
    let path = new_in(&folder).path().to_path_buf();
    let journal = folder.path().join("甲 公司.biaogan-journal");
    fs::write(&journal, [0; 512]).unwrap();
    let draft = Draft::open(&path).unwrap();
    assert!(!journal.exists());
    assert_eq!(draft.content().unwrap(), content());
}

#[test]
#[cfg(unix)] // On Windows an open file that is removed keeps its name until it is closed, under wine at least.
fn a_lock_that_another_program_took_over_is_not_removed() {
    let folder = folder();
    let draft = new_in(&folder);
    let path = draft.path().to_path_buf();
    fs::remove_file(folder.path().join(".甲 公司.biaogan.lock")).unwrap();
    let other = Draft::open(&path).unwrap();
    drop(draft);
    assert!(matches!(Draft::open(&path), Err(DraftError::InUse { .. })));
    drop(other);
    assert_eq!(names(&folder), ["甲 公司.biaogan"]);
}

#[test]
fn a_file_that_is_not_as_it_was_written_is_not_put_in_its_place() {
    let folder = folder();
    let path = folder.path().join("x.biaogan");
    let write = |connection: &mut Connection| Ok(connection.execute_batch("CREATE TABLE t (n INTEGER)")?);
    let refused = write_beside(&path, write, |_| Err(DraftError::damage("核对有误")));
    assert!(matches!(refused, Err(DraftError::Damaged { path: named, .. }) if named == path));
    assert!(names(&folder).is_empty());
    let look = |part: &std::path::Path| match open_still(part)?.table_exists(None, "t")? {
        true => Ok(()),
        false => Err(DraftError::damage("核对有误")),
    };
    write_beside(&path, write, look).unwrap();
    assert_eq!(names(&folder), ["x.biaogan"]);
}

#[test]
fn what_is_saved_waits_for_the_disk_and_for_the_name_of_the_journal() {
    let folder = folder();
    let draft = new_in(&folder);
    let synchronous = |draft: &Draft| -> i64 {
        draft.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap()
    };
    // 3: EXTRA, <https://sqlite.org/pragma.html#pragma_synchronous>.
    assert_eq!(synchronous(&draft), 3);
    assert_eq!(synchronous(&reopened(draft)), 3);
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_nowhere_is_no_free_place() {
    let folder = folder();
    let link = folder.path().join("link.biaogan");
    std::os::unix::fs::symlink("nowhere", &link).unwrap();
    assert!(matches!(Draft::create(&link, &content(), AT), Err(DraftError::Exists(_))));
    assert!(matches!(new_in(&folder).copy_to(&link), Err(DraftError::Exists(_))));
}
