//! Drafts damaged in every way there is time for.

use super::*;
use crate::draft::{EXTENSION, Operation};
use crate::form::{Origin, OriginKind};
use chrono::{DateTime, NaiveDate, Utc};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const AT: DateTime<Utc> =
    NaiveDate::from_ymd_opt(2026, 5, 8).unwrap().and_hms_opt(1, 30, 0).unwrap().and_utc();
const PAGE: usize = 16_384;
const HISTORY: &str = "修改记录没有恢复，不能再撤销到以前的状态";

/// A sound draft, to be damaged.
struct Original {
    folder: TempDir,
    content: Content,
    sound: Vec<u8>,
}

impl Original {
    /// The sample, whose content takes many pages.
    fn new() -> Original {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("甲").with_extension(EXTENSION);
        let mut draft = Draft::create_sample(&path, &Editions::built_in(), AT).unwrap();
        draft.change(Operation::Edit, AT, |content| content.organization = "甲公司".into()).unwrap();
        let content = draft.content().unwrap();
        drop(draft);
        Original { content, sound: fs::read(&path).unwrap(), folder }
    }

    fn damage(&self, damage: impl Fn(&mut Vec<u8>)) -> PathBuf {
        let mut bytes = self.sound.clone();
        damage(&mut bytes);
        let path = self.folder.path().join("坏").with_extension(EXTENSION);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Recovers a damaged file, which stays as it is.
    fn recover(&self, damaged: &Path) -> (Content, Vec<String>) {
        let target = self.folder.path().join("新").with_extension(EXTENSION);
        let before = fs::read(damaged).unwrap();
        let Recovered { lost } = recover(damaged, &target, AT).unwrap();
        assert_eq!(fs::read(damaged).unwrap(), before);
        let draft = Draft::open(&target).unwrap();
        let content = draft.content().unwrap();
        for id in content.attachments.keys() {
            assert!(!draft.pages(id).unwrap().is_empty());
        }
        drop(draft);
        fs::remove_file(target).unwrap();
        assert_eq!(fs::read_dir(self.folder.path()).unwrap().count(), 2, "nothing else is left");
        (content, lost)
    }

    /// Where a text lies in the file.
    fn find(&self, text: &[u8]) -> usize {
        self.sound.windows(text.len()).position(|window| window == text).expect("it is there")
    }
}

#[test]
fn of_a_sound_draft_everything_comes_back() {
    let original = Original::new();
    assert_eq!(original.recover(&original.damage(|_| {})), (original.content.clone(), vec![HISTORY.into()]));
}

#[test]
fn without_its_header_and_schema_everything_comes_back() {
    let original = Original::new();
    let damaged = original.damage(|bytes| bytes[..PAGE].fill(0xA5));
    assert_eq!(original.recover(&damaged), (original.content.clone(), vec![HISTORY.into()]));
}

#[test]
fn an_attachment_that_changed_is_named_and_the_others_come_back() {
    let original = Original::new();
    let last = original.content.attachments.values().last().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/sample/files");
    let bytes = fs::read(folder.join(&*last.name)).unwrap();
    let place = original.find(&bytes[bytes.len() / 2..][..40]);
    let damaged = original.damage(|bytes| bytes[place] ^= 1);
    let (content, lost) = original.recover(&damaged);
    assert_eq!(content.attachments.len(), original.content.attachments.len() - 1);
    assert!(lost[0].contains(&*last.name) && lost[0].contains("已损坏"), "{lost:?}");
}

/// A picture with a comment, which may change and the picture is read as before.
fn commented() -> Vec<u8> {
    let photo: &[u8] = include_bytes!("../../evidence/samples/photo.jpg");
    [&photo[..2], &[0xFF, 0xFE, 0, 14], b"first-remark", &photo[2..]].concat()
}

#[test]
fn a_file_whose_bytes_changed_is_not_taken_though_it_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).with_extension(EXTENSION);
    let mut draft = Draft::create(&at("甲"), &Content::empty(Editions::built_in().latest()), AT).unwrap();
    let file = |bytes| NewFile { name: "证书.jpg".into(), id: None, source: Source::Bytes(bytes) };
    draft.attach(&[file(commented())], AT).unwrap();
    drop(draft);
    let mut bytes = fs::read(at("甲")).unwrap();
    let place = bytes.windows(12).position(|window| window == b"first-remark").unwrap();
    bytes[place..place + 5].copy_from_slice(b"other");
    fs::write(at("坏"), bytes).unwrap();
    let Recovered { lost } = recover(&at("坏"), &at("新"), AT).unwrap();
    assert_eq!(lost[0], "附件“证书.jpg”（编号 a1）的内容已损坏，请重新添加");
    assert!(Draft::open(&at("新")).unwrap().content().unwrap().attachments.is_empty());
}

#[test]
fn the_files_of_a_copy_for_others_are_told_as_left_out() {
    let original = Original::new();
    let at = |name: &str| original.folder.path().join(name).with_extension(EXTENSION);
    Draft::open(&at("甲")).unwrap().copy_for_others(&at("副本"), AT).unwrap();
    let Recovered { lost } = recover(&at("副本"), &at("新"), AT).unwrap();
    assert_eq!(lost.len(), original.content.attachments.len() + 1);
    assert!(lost[0].contains("在这份给他人的副本里只有各页的图片"), "{lost:?}");
}

#[test]
fn the_marks_of_last_year_come_back_open_or_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).with_extension(EXTENSION);
    let mut content = Content::empty(Editions::built_in().latest());
    content.organization = "甲公司".into();
    content.declaration.employees = "1286".into();
    let mark = |path: &str, value: &str| {
        let (label, reason, edition) = (String::new(), String::new(), "2025".into());
        Origin {
            id: 0,
            path: path.into(),
            kind: OriginKind::Carried,
            label,
            value: value.into(),
            reason,
            edition,
        }
    };
    let marks = [mark("organization", "甲公司"), mark("declaration.employees", "1286")];
    Draft::create(&at("旧"), &content, AT).unwrap().roll_to(&at("甲"), &content, &marks, AT).unwrap();
    let mut draft = Draft::open(&at("甲")).unwrap();
    let first = draft.origins().unwrap()[0].id;
    draft.confirm(&[first], AT).unwrap();
    let open = draft.origins().unwrap();
    assert_eq!(open.len(), 1);
    drop(draft);
    let mut bytes = fs::read(at("甲")).unwrap();
    bytes[..PAGE].fill(0xA5);
    fs::write(at("坏"), bytes).unwrap();
    recover(&at("坏"), &at("新"), AT).unwrap();
    assert_eq!(Draft::open(&at("新")).unwrap().origins().unwrap(), open);
}

#[test]
fn what_a_crash_left_half_written_is_rolled_back_first() {
    let original = Original::new();
    let path = original.folder.path().join("甲").with_extension(EXTENSION);
    let writer = rusqlite::Connection::open(&path).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    writer.execute("UPDATE state SET content = replace(content, '甲公司', '乙公司')", []).unwrap();
    writer.cache_flush().unwrap();
    let journal = |path: &Path| PathBuf::from(format!("{}-journal", path.display()));
    let (crashed, elsewhere) = (fs::read(&path).unwrap(), tempfile::tempdir().unwrap());
    assert_ne!(crashed, original.sound, "the change is in the file");
    let at = |name: &str| elsewhere.path().join(name).with_extension(EXTENSION);
    fs::write(at("坏"), crashed).unwrap();
    fs::copy(journal(&path), journal(&at("坏"))).unwrap();
    let Recovered { lost } = recover(&at("坏"), &at("新"), AT).unwrap();
    assert_eq!(lost, [HISTORY]);
    assert_eq!(Draft::open(&at("新")).unwrap().content().unwrap(), original.content);
    writer.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn a_content_that_breaks_off_comes_back_up_to_there_with_the_texts_behind() {
    let original = Original::new();
    let json = original.content.to_json();
    assert!(json.len() > 3 * PAGE, "the content takes some pages");
    let leaf = original.find(b"{\"edition\":");
    let next = leaf - leaf % PAGE;
    // Whatever lies behind the first piece of the content is not to be found by its chain any more.
    let damaged = original.damage(|bytes| {
        bytes[next + PAGE - 4..next + PAGE].fill(0xFF);
    });
    let (content, lost) = original.recover(&damaged);
    assert_eq!(content.organization, "甲公司");
    assert!(lost.iter().any(|line| line.contains("内容只读出一部分")), "{lost:?}");
    let json = |section: &crate::form::RichText| serde_json::to_string(section).unwrap();
    let (process, results) = (json(&content.experience.process), json(&original.content.experience.results));
    let sentence = results.split('"').find(|text| text.chars().count() > 30).unwrap();
    assert!(process.contains(sentence), "{sentence}");
}

#[test]
fn a_draft_cut_short_anywhere_gives_what_is_left_or_is_refused() {
    let original = Original::new();
    for part in 0..8 {
        let damaged = original.damage(|bytes| bytes.truncate(bytes.len() * part / 8));
        let target = original.folder.path().join("新").with_extension(EXTENSION);
        match recover(&damaged, &target, AT) {
            Ok(_) => fs::remove_file(&target).unwrap(),
            Err(error) => assert!(matches!(error, DraftError::NotADraft(_)), "{error}"),
        }
        assert!(!target.exists());
    }
}

#[test]
fn any_page_may_be_lost() {
    let original = Original::new();
    let pages = original.sound.len() / PAGE;
    for page in (0..pages).step_by(pages / 16) {
        let damaged = original.damage(|bytes| bytes[page * PAGE..(page + 1) * PAGE].fill(0xA5));
        let (content, lost) = original.recover(&damaged);
        let is_all = content.attachments.len() == original.content.attachments.len();
        assert!(is_all || lost.len() > 1, "page {page}: {lost:?}");
    }
}

#[test]
fn what_is_no_draft_gives_nothing() {
    let original = Original::new();
    let damaged = original.damage(|bytes| bytes.fill(0));
    let target = original.folder.path().join("新").with_extension(EXTENSION);
    assert!(matches!(recover(&damaged, &target, AT), Err(DraftError::NotADraft(_))));
    assert!(!target.exists());
}
