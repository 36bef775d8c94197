//! Drafts on a real disk: what is stored comes back, what is wrong is refused untouched.

mod history;
mod thin;
mod undo;

use super::*;
use crate::edition::Editions;
use crate::form::RichText;
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::fs;
use std::ops::ControlFlow;
use tempfile::TempDir;
use time::macros::datetime;

const AT: OffsetDateTime = datetime!(2026-05-08 09:30 +8);
const PHOTO: &[u8] = include_bytes!("../evidence/samples/photo.jpg");
const PICTURE: &[u8] = include_bytes!("../evidence/samples/picture.png");

fn content() -> Content {
    let mut content = Content::empty(Editions::built_in().latest());
    content.organization = "甲公司".into();
    content
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn new_in(folder: &TempDir) -> Draft {
    Draft::create(&folder.path().join("甲 公司.biaogan"), &content(), AT).unwrap()
}

fn bytes(name: &str, bytes: &[u8]) -> NewFile {
    NewFile { name: name.into(), id: None, source: Source::Bytes(bytes.into()) }
}

fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_draft_holds_its_content_and_leaves_nothing_else() {
    let folder = folder();
    let draft = new_in(&folder);
    assert_eq!(draft.content().unwrap(), content());
    let [revision] = &draft.revisions().unwrap()[..] else { panic!() };
    assert_eq!((revision.id, revision.operation), (1, Operation::Create));
    assert_eq!(revision.at, datetime!(2026-05-08 01:30 UTC));
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
    refused(&after("CREATE TRIGGER t AFTER UPDATE ON state BEGIN DELETE FROM revision; END"), "已损坏");
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
fn attached_files_get_ids_pages_and_facts() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let own = NewFile { id: Some("scan-7".into()), ..bytes("图.png", PICTURE) };
    let attached = draft.attach(&[bytes("证书.jpg", PHOTO), own, bytes("再来.jpg", PHOTO)], AT).unwrap();
    let ids: Vec<&str> = attached.iter().map(|file| file.id.as_str()).collect();
    assert_eq!(ids, ["a1", "scan-7", "a2"]);
    let stored = &draft.content().unwrap().attachments["a1"];
    assert_eq!(
        (&*stored.name, &*stored.media_type, stored.bytes),
        ("证书.jpg", "image/jpeg", PHOTO.len() as u64)
    );
    let page = &draft.pages("a2").unwrap()[0];
    assert_eq!((page.upright_size(), &page.source), ((18, 24), &format!("{}#0", stored.sha256.as_str())));
    let facts = draft.facts(&draft.content().unwrap(), "2026-05-08".parse().unwrap()).unwrap();
    assert_eq!((facts.files["a1"].pages[0].width, facts.files["scan-7"].pages.len()), (18, 1));
    assert_eq!(facts.organization_when_attached["a2"], "甲公司");
    let blobs: i64 = draft.connection.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
    assert_eq!(blobs, 2, "the same content is stored once");
}

#[test]
fn a_picture_comes_out_clean_and_as_large_as_foretold() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO), bytes("b", PICTURE)], AT).unwrap();
    for (id, original) in [("a1", PHOTO), ("a2", PICTURE)] {
        let page = &draft.pages(id).unwrap()[0];
        let (mut out, mut expected) = (Vec::new(), Vec::new());
        let written = draft.copy_picture(&page.source, &mut out).unwrap();
        crate::evidence::copy_clean(page.format, &mut &original[..], &mut expected).unwrap();
        assert_eq!(out, expected);
        assert_eq!(draft.picture_bytes(&page.source).unwrap(), written);
    }
    assert!(draft.copy_picture("nothing#0", &mut Vec::new()).is_err());
}

#[test]
fn files_are_attached_all_or_none() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let before = fs::read(draft.path()).unwrap();
    let wrong: [(Vec<NewFile>, &str); 5] = [
        (vec![bytes("好.jpg", PHOTO), bytes("坏.pdf", b"%PDF-1.4")], "坏.pdf：PDF 文件不完整"),
        (vec![bytes("好.jpg", PHOTO), NewFile::at(folder.path().join("没有.jpg"))], "没有.jpg：找不到文件"),
        (vec![bytes("好.jpg", PHOTO), NewFile::at(folder.path())], "是文件夹"),
        (vec![NewFile { id: Some("a/1".into()), ..bytes("好.jpg", PHOTO) }], "附件编号“a/1”不合要求"),
        (vec![NewFile { id: Some("k".into()), ..bytes("好.jpg", PHOTO) }; 2], "附件编号 k 已被占用"),
    ];
    for (files, expected) in wrong {
        let error = draft.attach(&files, AT).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(fs::read(draft.path()).unwrap(), before);
    }
}

#[test]
fn a_detached_id_is_not_given_again_and_detaching_can_be_undone() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    draft.detach("a1", AT).unwrap();
    assert!(matches!(draft.detach("a1", AT), Err(DraftError::NoAttachment(_))));
    assert_eq!(draft.attach(&[bytes("b", PHOTO)], AT).unwrap()[0].id, "a2");
    assert!(draft.content_at(2).unwrap().attachments.contains_key("a1"));
    assert_eq!(draft.revisions().unwrap().len(), 4);
}

#[test]
fn putting_content_keeps_the_attachments() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let attachments = draft.content().unwrap().attachments;
    draft.put(Content { organization: "乙公司".into(), ..content() }, AT).unwrap();
    let present = draft.content().unwrap();
    assert_eq!((present.organization.as_str(), present.attachments), ("乙公司", attachments));
    draft.put(draft.content().unwrap(), AT).unwrap();
    assert_eq!(draft.revisions().unwrap().len(), 3, "what changes nothing is no revision");
    assert!(matches!(draft.content_at(9), Err(DraftError::NoRevision(9))));
}

/// Paragraphs, headings, lists and tables, in the editor's JSON.
fn rich_text() -> impl Strategy<Value = RichText> {
    let marked = |text: String| json!({ "type": "text", "text": text, "marks": [{ "type": "bold" }] });
    let paragraph = move |text: String| match text.is_empty() {
        true => json!({ "type": "paragraph" }),
        false => json!({ "type": "paragraph", "content": [marked(text), { "type": "hardBreak" }] }),
    };
    let wrapped = move |kind: u8, text: String| -> Value {
        let inner = paragraph(text.clone());
        match kind {
            0 => inner,
            1 => json!({ "type": "heading", "attrs": { "level": 3 }, "content": inner["content"] }),
            2 => json!({ "type": "bulletList", "content": [{ "type": "listItem", "content": [inner] }] }),
            3 => {
                json!({ "type": "figure", "attrs": { "id": text, "attachment": "a1", "caption": text, "width": 80 } })
            }
            _ => json!({ "type": "table", "attrs": { "id": "t", "caption": text }, "content": [
                { "type": "tableRow", "content": [{ "type": "tableCell", "content": [inner] }] }] }),
        }
    };
    let block = (0u8..5, "[a-z甲乙丙\"\\\\~/]{0,6}").prop_map(move |(kind, text)| wrapped(kind, text));
    prop::collection::vec(block, 0..6)
        .prop_map(|blocks| serde_json::from_value(json!({ "type": "doc", "content": blocks })).unwrap())
}

/// Contents that differ in texts, rows and rich text.
fn contents() -> impl Strategy<Value = Content> {
    let texts = prop::collection::vec(".{0,20}", 3);
    (texts, 0usize..10, prop::collection::vec(rich_text(), 2)).prop_map(|(texts, rows, sections)| {
        let mut content = content();
        content.benefits.truncate(rows);
        content.organization = texts[0].as_str().into();
        content.declaration.experience_name = texts[1].as_str().into();
        if let Some(row) = content.benefits.first_mut() {
            row.rank = texts[2].as_str().into();
        }
        let [overview, process] = <[_; 2]>::try_from(sections).unwrap();
        content.experience.overview = overview;
        content.experience.process = process;
        content
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_content_ever_held_comes_back_the_same(history in prop::collection::vec(contents(), 1..4)) {
        let folder = folder();
        let mut draft = new_in(&folder);
        let path = draft.path().to_path_buf();
        let mut expected = vec![(1, content())];
        for content in history {
            draft.put(content.clone(), AT).unwrap();
            let last = draft.revisions().unwrap().last().unwrap().id;
            expected.push((last, content));
        }
        drop(draft);
        let draft = Draft::open(&path).unwrap();
        prop_assert_eq!(&draft.content().unwrap(), &expected.last().unwrap().1);
        for (id, content) in expected {
            prop_assert_eq!(draft.content_at(id).unwrap(), content);
        }
    }
}

const SCAN: &[u8] = include_bytes!("../evidence/samples/scan.pdf");
const PAGES: &[u8] = include_bytes!("../evidence/samples/pages.tif");

#[test]
fn pages_that_are_no_pictures_are_kept_as_pictures() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let attached = draft.attach(&[bytes("扫描.pdf", SCAN), bytes("传真.tif", PAGES)], AT).unwrap();
    assert_eq!((attached[0].media_type, attached[0].pages), ("application/pdf", 2));
    for page in draft.pages("a1").unwrap().iter().chain(&draft.pages("a2").unwrap()) {
        let mut picture = Vec::new();
        let written = draft.copy_picture(&page.source, &mut picture).unwrap();
        assert_eq!(draft.picture_bytes(&page.source).unwrap(), written);
        let again = crate::evidence::read(&picture.into(), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((again.pages[0].format, again.pages[0].bytes), (page.format, written));
    }
    let original: Vec<u8> = draft
        .connection
        .query_row("SELECT bytes FROM blob ORDER BY id LIMIT 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(original, SCAN, "what was attached stays as it was");
}

#[test]
fn attaching_tells_of_every_page_and_may_be_given_up() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let before = fs::read(draft.path()).unwrap();
    let mut told = Vec::new();
    let error = draft.attach_with(&[bytes("a", PHOTO), bytes("b", SCAN)], AT, &mut |progress| {
        told.push((progress.file, progress.page, progress.of));
        if told.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(error.unwrap_err().to_string().contains("已取消"));
    assert_eq!(told, [(0, 0, 1), (1, 0, 2)]);
    assert_eq!(fs::read(draft.path()).unwrap(), before);
}

#[test]
fn a_thumbnail_is_made_once_and_is_no_revision() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let source = draft.pages("a1").unwrap().remove(0).source;
    let first = draft.thumbnail(&source, 12).unwrap();
    draft.connection.execute("UPDATE thumbnail SET jpeg = x'00'", []).unwrap();
    assert_eq!(draft.thumbnail(&source, 12).unwrap(), [0], "the kept one is given");
    assert_eq!(draft.revisions().unwrap().len(), 2);
    let reader = Draft::open_read_only(draft.path()).unwrap();
    assert_ne!(reader.thumbnail(&source, 10).unwrap(), first);
    assert!(draft.thumbnail("nothing#0", 12).is_err());
}

#[test]
fn a_draft_of_the_first_version_opens_with_its_attachments() {
    let folder = folder();
    let path = folder.path().join("1.biaogan");
    fs::write(&path, undo::FIXTURE).unwrap();
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
