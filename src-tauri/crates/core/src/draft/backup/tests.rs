//! Backups on a real disk.

use super::*;
use crate::draft::{Draft, EXTENSION as DRAFT, NewFile, Operation, Source};
use crate::edition::Editions;
use crate::form::Content;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use rusqlite::Connection;
use tempfile::TempDir;

const AT: DateTime<Utc> =
    NaiveDate::from_ymd_opt(2026, 5, 8).unwrap().and_hms_opt(1, 30, 0).unwrap().and_utc();

/// That moment where the user is.
fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&FixedOffset::east_opt(8 * 3600).unwrap())
}
const PHOTO: &[u8] = include_bytes!("../../evidence/samples/photo.jpg");
const SCAN: &[u8] = include_bytes!("../../evidence/samples/scan.pdf");

/// A folder for drafts and one for backups.
struct Folders {
    drafts: TempDir,
    backups: TempDir,
}

impl Folders {
    fn new() -> Folders {
        Folders { drafts: tempfile::tempdir().unwrap(), backups: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.drafts.path().join(name).with_extension(DRAFT)
    }

    /// A draft with a picture and a PDF.
    fn draft(&self, name: &str) -> Draft {
        self.draft_made(name, AT)
    }

    fn draft_made(&self, name: &str, at: DateTime<Utc>) -> Draft {
        let mut content = Content::empty(Editions::built_in().latest());
        content.organization = "甲公司".into();
        let mut draft = Draft::create(&self.path(name), &content, at).unwrap();
        let file = |name: &str, bytes: &[u8]| NewFile {
            name: name.into(),
            id: None,
            source: Source::Bytes(bytes.into()),
        };
        draft.attach(&[file("证书.jpg", PHOTO), file("扫描.pdf", SCAN)], AT).unwrap();
        draft
    }

    fn back_up(&self, draft: &Draft, hours: i64) -> Option<Backup> {
        back_up(draft, self.backups.path(), AT + TimeDelta::hours(hours), Reason::Closing).unwrap()
    }

    fn listed(&self, draft: &Path) -> Vec<Backup> {
        backups(self.backups.path(), draft)
    }

    /// The pieces kept, of all drafts.
    fn pieces(&self) -> Vec<PathBuf> {
        let drafts = entries(self.backups.path());
        drafts.iter().flat_map(|draft| entries(&draft.join("pieces"))).collect()
    }
}

fn rename(draft: &mut Draft, name: &str) {
    draft.change(Operation::Edit, AT, |content| content.organization = name.into()).unwrap();
}

/// The pictures of all pages.
fn pictures(draft: &Draft) -> Vec<Vec<u8>> {
    let pages = draft.all_pages(&draft.content().unwrap()).unwrap();
    let picture = |source: &str| {
        let mut bytes = Vec::new();
        draft.copy_picture(source, &mut bytes).unwrap();
        bytes
    };
    pages.values().flatten().map(|page| picture(&page.source)).collect()
}

#[test]
fn a_backup_restores_the_whole_draft() {
    let folders = Folders::new();
    let draft = folders.draft("甲");
    let backup = folders.back_up(&draft, 0).unwrap();
    assert_eq!((&*backup.organization, &*backup.edition, backup.reason), ("甲公司", "2026", Reason::Closing));
    assert_eq!((backup.at, &backup.draft), (AT, &canonical(draft.path())));
    assert_eq!(backup.bytes, fs::metadata(draft.path()).unwrap().len());
    assert!(fs::metadata(&backup.path).unwrap().len() < backup.bytes);
    restore(&backup.path, &folders.path("新")).unwrap();
    let restored = Draft::open(&folders.path("新")).unwrap();
    assert_eq!(restored.content().unwrap(), draft.content().unwrap());
    assert_eq!(restored.revisions().unwrap(), draft.revisions().unwrap());
    assert_eq!(pictures(&restored), pictures(&draft));
    assert_eq!(pictures(&draft).len(), 3);
}

/// The folder of a portable program as it is called on another computer.
#[test]
fn a_portable_draft_that_is_damaged_or_gone_finds_its_backups_under_another_drive() {
    let stick = tempfile::tempdir().unwrap();
    let [here, there] = ["E", "F"].map(|drive| stick.path().join(drive));
    fs::create_dir_all(here.join("质量标杆申报")).unwrap();
    fs::write(here.join("portable.txt"), "").unwrap();
    let place = Path::new("质量标杆申报/甲.biaogan");
    let draft = Draft::create(&here.join(place), &Content::empty(Editions::built_in().latest()), AT).unwrap();
    let folder = Path::new("数据/backups");
    let taken = back_up(&draft, &here.join(folder), AT, Reason::Closing).unwrap().unwrap();
    assert_eq!(taken.draft, canonical(&here.join(place)));
    assert_eq!(back_up(&draft, &here.join(folder), AT, Reason::Closing).unwrap(), None);
    drop(draft);
    fs::rename(&here, &there).unwrap();
    let listed = |folders: &Path| backups(&folders.join(folder), &folders.join(place));
    fs::write(there.join(place), "damaged").unwrap();
    assert_eq!(listed(&there).len(), 1);
    fs::remove_file(there.join(place)).unwrap();
    assert_eq!(listed(&there)[0].draft, canonical(&there.join(place)));
    assert!(backups(&there.join(folder), &there.join("质量标杆申报/乙.biaogan")).is_empty());
}

#[test]
fn what_did_not_change_is_not_backed_up_again() {
    let folders = Folders::new();
    let mut draft = folders.draft("甲");
    folders.back_up(&draft, 0).unwrap();
    assert_eq!(folders.back_up(&draft, 1), None);
    draft.thumbnail(&draft.pages("a1").unwrap()[0].source, 12).unwrap();
    assert_eq!(folders.back_up(&draft, 2), None, "a thumbnail is no change");
    rename(&mut draft, "乙公司");
    assert_eq!(folders.back_up(&draft, 3).unwrap().organization, "乙公司");
    assert_eq!(folders.listed(draft.path()).len(), 2);
}

#[test]
fn attachments_are_kept_once_for_all_backups() {
    let folders = Folders::new();
    let mut draft = folders.draft("甲");
    for hours in 0..5 {
        rename(&mut draft, &format!("第{hours}公司"));
        folders.back_up(&draft, hours).unwrap();
    }
    assert_eq!(folders.pieces().len(), 3, "two files, and the one picture that both pages of the PDF are");
}

#[test]
fn a_missing_or_damaged_piece_is_written_again() {
    let folders = Folders::new();
    let mut draft = folders.draft("甲");
    let first = folders.back_up(&draft, 0).unwrap();
    let pieces = folders.pieces();
    fs::remove_file(&pieces[0]).unwrap();
    fs::write(&pieces[1], "damaged").unwrap();
    let refused = restore(&first.path, &folders.path("新")).unwrap_err();
    assert!(
        refused.to_string().contains("备份里有附件的内容缺失或损坏")
            || refused.to_string().contains("备份里缺少")
    );
    assert!(!folders.path("新").exists());
    rename(&mut draft, "乙公司");
    folders.back_up(&draft, 1).unwrap();
    restore(&first.path, &folders.path("新")).unwrap();
}

#[test]
fn backups_follow_a_draft_that_is_renamed_and_a_copy_has_its_own() {
    let folders = Folders::new();
    let draft = folders.draft("甲");
    folders.back_up(&draft, 0).unwrap();
    draft.copy_to(&folders.path("副本")).unwrap();
    drop(draft);
    fs::rename(folders.path("甲"), folders.path("乙")).unwrap();
    assert_eq!(folders.listed(&folders.path("乙")).len(), 1);
    assert_eq!(folders.listed(&folders.path("副本")).len(), 0);
    folders.back_up(&Draft::open(&folders.path("副本")).unwrap(), 1).unwrap();
    assert_eq!(folders.listed(&folders.path("副本")).len(), 1);
    assert_eq!(all_backups(folders.backups.path()).len(), 2);
}

#[test]
fn the_backups_of_a_draft_that_is_damaged_or_gone_are_found_by_its_place() {
    let folders = Folders::new();
    let draft = folders.draft("甲");
    folders.back_up(&draft, 0).unwrap();
    drop(draft);
    fs::write(folders.path("甲"), "damaged").unwrap();
    assert_eq!(folders.listed(&folders.path("甲")).len(), 1);
    fs::remove_file(folders.path("甲")).unwrap();
    assert_eq!(folders.listed(&folders.path("甲")).len(), 1);
    assert_eq!(folders.listed(&folders.path("丙")).len(), 0);
}

#[test]
fn a_draft_read_only_is_backed_up_without_being_touched() {
    let folders = Folders::new();
    let path = folders.draft("甲").path().to_path_buf();
    let before = fs::read(&path).unwrap();
    folders.back_up(&Draft::open_read_only(&path).unwrap(), 0).unwrap();
    assert_eq!((fs::read(&path).unwrap(), folders.listed(&path).len()), (before, 1));
}

#[test]
fn an_identity_that_would_lead_out_of_the_folder_is_not_believed() {
    let folders = Folders::new();
    let path = folders.draft("甲").path().to_path_buf();
    let hostile = "INSERT INTO meta (key, value) VALUES ('backup_id', '../../../elsewhere')";
    Connection::open(&path).unwrap().execute(hostile, []).unwrap();
    let backup = folders.back_up(&Draft::open_read_only(&path).unwrap(), 0).unwrap();
    assert_eq!(backup.path.parent().unwrap().parent().unwrap(), folders.backups.path());
}

#[test]
fn restoring_never_writes_over_a_file() {
    let folders = Folders::new();
    let draft = folders.draft("甲");
    let backup = folders.back_up(&draft, 0).unwrap();
    let before = fs::read(draft.path()).unwrap();
    assert!(matches!(restore(&backup.path, draft.path()), Err(DraftError::Exists(_))));
    assert_eq!(fs::read(draft.path()).unwrap(), before);
    assert!(matches!(Draft::open(&backup.path), Err(DraftError::NotADraft(_))), "it is no draft itself");
}

#[test]
fn thinning_removes_the_backups_and_the_pieces_only_they_needed() {
    let folders = Folders::new();
    let mut draft = folders.draft("甲");
    folders.back_up(&draft, 0).unwrap();
    draft.connection.execute_batch("DELETE FROM derived").unwrap();
    folders.back_up(&draft, 1).unwrap();
    rename(&mut draft, "乙公司");
    folders.back_up(&draft, 2).unwrap();
    assert_eq!(thin(folders.backups.path(), local(AT + TimeDelta::hours(20))), Vec::<PathBuf>::new());
    assert_eq!(folders.pieces().len(), 3);
    assert_eq!(thin(folders.backups.path(), local(AT + TimeDelta::days(3))).len(), 2);
    assert_eq!((folders.listed(draft.path()).len(), folders.pieces().len()), (1, 2));
    thin(folders.backups.path(), local(AT + TimeDelta::days(9999)));
    restore(&folders.listed(draft.path())[0].path, &folders.path("新")).unwrap();
}

#[test]
fn one_backup_is_removed_with_what_only_it_needed() {
    let folders = Folders::new();
    let mut draft = folders.draft("甲");
    let first = folders.back_up(&draft, 0).unwrap();
    draft.connection.execute_batch("DELETE FROM derived").unwrap();
    let second = folders.back_up(&draft, 1).unwrap();
    let [newer, older] = own_bytes(&folders.listed(draft.path()))[..] else { panic!() };
    assert!(older > newer && newer >= fs::metadata(&second.path).unwrap().len(), "{older} {newer}");
    let before: u64 = folders.pieces().iter().map(|path| fs::metadata(path).unwrap().len()).sum();

    remove(&first.path).unwrap();
    assert_eq!(folders.listed(draft.path()), std::slice::from_ref(&second));
    let after: u64 = folders.pieces().iter().map(|path| fs::metadata(path).unwrap().len()).sum();
    assert!(after < before);
    assert_eq!(
        own_bytes(std::slice::from_ref(&second))[0],
        after + fs::metadata(&second.path).unwrap().len()
    );
    restore(&second.path, &folders.path("新")).unwrap();
    assert!(matches!(remove(draft.path()), Err(DraftError::NotADraft(_))), "a draft is no backup");
    assert!(draft.path().exists());
    rename(&mut draft, "乙公司");
}

#[test]
fn old_backups_stay_by_day_week_and_month() {
    let taken = |hours: i64| Backup {
        path: format!("{hours}").into(),
        draft: "甲".into(),
        organization: String::new(),
        edition: String::new(),
        at: AT - TimeDelta::hours(hours),
        reason: Reason::HalfHour,
        bytes: 0,
    };
    let backups: Vec<Backup> = (0..24 * 400).map(taken).collect();
    let gone = thin::superfluous(&backups, local(AT));
    let left: Vec<&Backup> = backups.iter().filter(|backup| !gone.contains(&backup.path)).collect();
    let between = |from: i64, to: i64| {
        let ages = left.iter().map(|backup| (AT - backup.at).num_hours());
        ages.filter(|hours| (from * 24..to * 24).contains(hours)).count()
    };
    assert_eq!((between(0, 1), between(1, 30), between(30, 183), between(183, 400)), (24, 30, 23, 8));
    assert_eq!(thin::superfluous(&[taken(99_999)], local(AT)), Vec::<PathBuf>::new(), "never the only one");
    let gone = |ages: &[i64]| {
        let backups: Vec<Backup> = std::iter::once(&0).chain(ages).map(|hours| taken(*hours)).collect();
        thin::superfluous(&backups, local(AT)).len()
    };
    assert_eq!(gone(&[30 * 24 - 2, 30 * 24 - 1]), 1, "two of the thirtieth day");
    assert_eq!(gone(&[30 * 24 - 1, 30 * 24]), 0, "the second is of a week");
}

#[test]
fn a_piece_with_another_byte_is_told_on_restoring_and_nothing_is_left() {
    let folders = Folders::new();
    let backup = folders.back_up(&folders.draft("甲"), 0).unwrap();
    for piece in folders.pieces() {
        let whole = fs::read(&piece).unwrap();
        let mut other = whole.clone();
        other[whole.len() / 2] ^= 1;
        fs::write(&piece, other).unwrap();
        let refused = restore(&backup.path, &folders.path("新")).unwrap_err();
        assert!(refused.to_string().contains("备份里有附件的内容缺失或损坏"), "{refused}");
        assert!(!folders.path("新").exists());
        fs::write(&piece, whole).unwrap();
    }
    restore(&backup.path, &folders.path("新")).unwrap();
}

#[test]
fn rows_that_do_not_fit_together_are_no_backup() {
    let folders = Folders::new();
    let draft = folders.draft("甲");
    let damage = "PRAGMA foreign_keys = OFF; DELETE FROM blob WHERE id = 1";
    Connection::open(draft.path()).unwrap().execute_batch(damage).unwrap();
    let refused = back_up(&draft, folders.backups.path(), AT, Reason::Closing).unwrap_err();
    assert!(refused.to_string().contains("备份写好后核对有误"), "{refused}");
    assert!(folders.listed(draft.path()).is_empty());
}

#[test]
fn a_draft_copied_by_hand_is_backed_up_though_the_original_is() {
    let folders = Folders::new();
    let draft = folders.draft("甲");
    folders.back_up(&draft, 0).unwrap();
    drop(draft);
    fs::copy(folders.path("甲"), folders.path("乙")).unwrap();
    assert!(folders.back_up(&Draft::open(&folders.path("乙")).unwrap(), 1).is_some());
    assert!(folders.back_up(&Draft::open(&folders.path("甲")).unwrap(), 2).is_none());
}

#[test]
fn a_restored_draft_has_backups_of_its_own() {
    let folders = Folders::new();
    let backup = folders.back_up(&folders.draft("甲"), 0).unwrap();
    restore(&backup.path, &folders.path("新")).unwrap();
    let own = folders.back_up(&Draft::open(&folders.path("新")).unwrap(), 1).unwrap();
    assert_ne!(own.path.parent(), backup.path.parent());
    assert_eq!(
        (folders.listed(&folders.path("甲")).len(), folders.listed(&folders.path("新")).len()),
        (1, 1)
    );
}

#[test]
fn beside_a_backup_that_cannot_be_read_no_piece_is_removed() {
    let folders = Folders::new();
    let backup = folders.back_up(&folders.draft("甲"), 0).unwrap();
    let (whole, pieces) = (fs::read(&backup.path).unwrap(), folders.pieces().len());
    fs::write(&backup.path, "no database").unwrap();
    thin(folders.backups.path(), local(AT + TimeDelta::days(3)));
    assert_eq!(folders.pieces().len(), pieces, "it may need any of them");
    fs::write(&backup.path, whole).unwrap();
    restore(&backup.path, &folders.path("新")).unwrap();
}

#[test]
fn all_backups_of_a_draft_that_was_moved_go_though_another_draft_lies_in_its_old_place() {
    let folders = Folders::new();
    let mut moved = folders.draft("甲");
    folders.back_up(&moved, 0).unwrap();
    rename(&mut moved, "乙公司");
    folders.back_up(&moved, 1).unwrap();
    drop(moved);
    fs::rename(folders.path("甲"), folders.path("乙")).unwrap();
    let new = folders.draft_made("甲", AT + TimeDelta::hours(2));
    let kept = folders.back_up(&new, 3).unwrap();

    assert_eq!(folders.listed(new.path()), std::slice::from_ref(&kept), "nor are they listed as its own");
    assert_eq!(folders.listed(&folders.path("乙")).len(), 2);
    remove_all_of(folders.backups.path(), &folders.path("乙")).unwrap();
    assert_eq!(all_backups(folders.backups.path()), [kept]);
}

#[test]
fn the_backups_of_a_draft_go_without_those_of_another_that_lay_there_before() {
    let folders = Folders::new();
    let kept = folders.back_up(&folders.draft("甲"), 0).unwrap();
    fs::rename(folders.path("甲"), folders.path("乙")).unwrap();
    let new = folders.draft_made("甲", AT + TimeDelta::hours(1));
    folders.back_up(&new, 2).unwrap();
    remove_all_of(folders.backups.path(), new.path()).unwrap();
    assert_eq!(all_backups(folders.backups.path()), std::slice::from_ref(&kept));
    assert_eq!(folders.listed(&folders.path("乙")), [kept]);
}
