//! Where a draft may lie: names that no file can have, paths that are too long.

use crate::draft::fixtures::*;
use std::path::{Path, PathBuf};

#[test]
fn a_name_that_windows_takes_for_a_device_is_refused_everywhere() {
    let folder = folder();
    let sample = new_in(&folder);
    for name in ["CON.biaogan", "nul", "com1.biaogan"] {
        let path = folder.path().join(name);
        for refused in [Draft::create(&path, &content(), AT).map(drop), sample.copy_to(&path)] {
            let error = refused.unwrap_err();
            assert!(matches!(error, DraftError::BadName(_)), "{error}");
            assert_eq!(error.blame(), Blame::Input);
        }
    }
    drop(sample);
    assert_eq!(names(&folder), ["甲 公司.biaogan"]);
}

#[test]
fn a_name_longer_than_any_disk_takes_is_told_as_such() {
    let folder = folder();
    let path = folder.path().join(format!("{}.biaogan", "质".repeat(300)));
    let error = Draft::create(&path, &content(), AT).unwrap_err();
    assert!(matches!(error, DraftError::BadName(_)), "{error}");
    assert!(names(&folder).is_empty());
}

/// A folder so deep that paths in it have more than this many characters.
fn deep(folder: &Path, longer_than: usize) -> PathBuf {
    let mut path = folder.to_owned();
    while path.to_string_lossy().chars().count() <= longer_than {
        path.push("申报材料");
    }
    fs::create_dir_all(&path).unwrap();
    path
}

#[test]
#[cfg(unix)]
fn a_path_longer_than_sqlite_takes_is_told_as_such() {
    let folder = folder();
    let place = new_in(&folder).path().to_path_buf();
    let path = deep(folder.path(), 200).join("x.biaogan");
    let too_long = |error: DraftError| {
        assert!(matches!(error, DraftError::PathTooLong(_)), "{error}");
        assert_eq!(error.blame(), Blame::Input);
    };
    too_long(Draft::create(&path, &content(), AT).unwrap_err());
    too_long(Draft::open(&place).unwrap().copy_to(&path).unwrap_err());
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 0);
    fs::rename(&place, &path).unwrap();
    too_long(Draft::open(&path).unwrap_err());
    too_long(Draft::open_read_only(&path).unwrap_err());
}

#[test]
#[cfg(windows)]
fn a_path_may_be_as_long_as_windows_allows() {
    for longer_than in [230, 250, 290, 400] {
        let folder = folder();
        let path = deep(folder.path(), longer_than).join("x.biaogan");
        let mut draft = Draft::create(&path, &content(), AT).unwrap();
        draft.change(Operation::Edit, AT, |content| content.organization = "乙公司".into()).unwrap();
        assert_eq!(draft.path(), path, "it is called as the user knows it");
        draft.copy_to(&path.with_file_name("y.biaogan")).unwrap();
        drop(draft);
        assert_eq!(organization(&Draft::open(&path.with_file_name("y.biaogan")).unwrap()), "乙公司");
    }
}

#[test]
#[cfg(windows)]
fn a_draft_that_another_program_keeps_to_itself_is_told_as_held() {
    use std::os::windows::fs::OpenOptionsExt;
    let folder = folder();
    let path = new_in(&folder).path().to_path_buf();
    let scanner = fs::OpenOptions::new().read(true).share_mode(0).open(&path).unwrap();
    for refused in [Draft::open(&path).map(drop), Draft::open_read_only(&path).map(drop)] {
        let error = refused.unwrap_err();
        assert!(matches!(error, DraftError::Held(_)), "{error}");
    }
    drop(scanner);
    Draft::open(&path).unwrap();
}
