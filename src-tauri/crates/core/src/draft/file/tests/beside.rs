//! Journals that no draft of ours left: SQLite would act on other files at their word.

use crate::draft::fixtures::*;
use std::path::Path;

const MAGIC: [u8; 8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];

/// A draft and a file beside it that has nothing to do with it.
fn with_bystander(name: &str) -> (TempDir, std::path::PathBuf, std::path::PathBuf) {
    let folder = folder();
    let draft = new_in(&folder).path().to_path_buf();
    let bystander = folder.path().join(name);
    fs::write(&bystander, "a letter").unwrap();
    (folder, draft, bystander)
}

/// Both ways of opening refuse the draft and leave everything as it was.
fn refused(draft: &Path, bystander: &Path) {
    let before = fs::read(draft).unwrap();
    for opened in [Draft::open(draft), Draft::open_read_only(draft)] {
        let error = opened.unwrap_err();
        assert!(error.to_string().contains("旁边的“甲 公司.biaogan-"), "{error}");
        assert_eq!(error.blame(), Blame::Input);
    }
    assert_eq!(fs::read(bystander).unwrap(), b"a letter");
    assert_eq!(fs::read(draft).unwrap(), before);
}

/// The end of a journal that names another to be removed after it.
fn naming(other: &Path) -> Vec<u8> {
    let name = other.to_str().unwrap().as_bytes();
    let sum = name.iter().fold(0_u32, |sum, byte| sum.wrapping_add(*byte as i8 as u32));
    let mut journal = vec![0; 512];
    journal[..8].copy_from_slice(&MAGIC);
    journal.extend(name);
    journal.extend((name.len() as u32).to_be_bytes());
    journal.extend(sum.to_be_bytes());
    journal.extend(MAGIC);
    journal
}

#[test]
fn a_journal_that_names_a_file_to_be_removed_is_not_followed() {
    let (folder, draft, bystander) = with_bystander("letter");
    let journal = folder.path().join("甲 公司.biaogan-journal");
    fs::write(&journal, naming(&bystander)).unwrap();
    refused(&draft, &bystander);
    assert_eq!(fs::read(&journal).unwrap(), naming(&bystander));
    // Nor is it where the draft is recovered.
    let _ = crate::draft::recover(&draft, &folder.path().join("x.biaogan"), AT);
    assert_eq!(fs::read(&bystander).unwrap(), b"a letter");
}

#[test]
fn a_journal_that_asks_for_a_file_without_end_is_not_followed() {
    let (folder, draft, bystander) = with_bystander("letter");
    let mut journal = vec![0; 512];
    journal[..8].copy_from_slice(&MAGIC);
    let (pages, sector, page_size) = (4_000_000_u32, 512_u32, 16_384_u32);
    journal[16..20].copy_from_slice(&pages.to_be_bytes());
    journal[20..24].copy_from_slice(&sector.to_be_bytes());
    journal[24..28].copy_from_slice(&page_size.to_be_bytes());
    fs::write(folder.path().join("甲 公司.biaogan-journal"), journal).unwrap();
    refused(&draft, &bystander);
}

#[test]
#[cfg(unix)]
fn a_journal_that_is_a_link_is_not_followed() {
    let (folder, draft, bystander) = with_bystander("letter");
    std::os::unix::fs::symlink(&bystander, folder.path().join("甲 公司.biaogan-journal")).unwrap();
    refused(&draft, &bystander);
}

#[test]
fn a_log_of_another_kind_is_not_read() {
    let (_folder, draft, bystander) = with_bystander("甲 公司.biaogan-wal");
    refused(&draft, &bystander);
}

#[test]
#[cfg(unix)]
fn lock_and_holder_are_nobody_elses_and_follow_no_link() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let folder = folder();
    let path = new_in(&folder).path().to_path_buf();
    let letter = folder.path().join("letter");
    fs::write(&letter, "dear").unwrap();
    let beside = [".甲 公司.biaogan.lock", ".甲 公司.biaogan.holder"].map(|name| folder.path().join(name));
    for place in &beside {
        symlink(&letter, place).unwrap();
    }
    let draft = Draft::open(&path).unwrap();
    assert_eq!(fs::read(&letter).unwrap(), b"dear");
    for place in &beside {
        let found = place.symlink_metadata().unwrap();
        assert!(found.is_file());
        assert_eq!(found.mode() & 0o777, 0o600);
    }
    assert!(matches!(Draft::open(&path), Err(DraftError::InUse { by: Some(_), .. })));
    drop(draft);
    assert_eq!(names(&folder), ["letter", "甲 公司.biaogan"]);
}
