//! Files that another program has open: on Windows it may keep everybody else out.

use std::fs;
use std::io;
use std::path::Path;

/// Whether the file at `path` can give way to another: Windows refuses where a program has it open that did not
/// foresee it (WinRAR, the preview of Explorer, mail programs), and where it is marked read-only. Nothing is there: it
/// can.
///
/// # Errors
/// What the system would say of the replacing; elsewhere than on Windows it is not asked.
pub fn replaceable(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(found) if cfg!(windows) && found.permissions().readonly() => {
            Err(io::ErrorKind::PermissionDenied.into())
        }
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => open_to_remove(path),
    }
}

#[cfg(windows)]
fn open_to_remove(path: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    // DELETE (winnt.h): granted where all who have the file open share it for removal.
    const DELETE: u32 = 0x0001_0000;
    fs::OpenOptions::new().access_mode(DELETE).open(path).map(drop)
}

#[cfg(not(windows))]
fn open_to_remove(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether this is what the system says of a file that another program holds and does not share.
pub fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && error.raw_os_error().is_some_and(says_held)
}

/// ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_USER_MAPPED_FILE (winerror.h).
fn says_held(number: i32) -> bool {
    matches!(number, 32 | 33 | 1224)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_or_is_a_plain_file_can_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.zip");
        replaceable(&file).unwrap();
        fs::write(&file, "1").unwrap();
        replaceable(&file).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"1");
    }

    #[test]
    #[cfg(windows)]
    fn what_another_program_holds_cannot_be_replaced() {
        use std::os::windows::fs::OpenOptionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.zip");
        fs::write(&file, "1").unwrap();
        // FILE_SHARE_READ and no more, as WinRAR opens it.
        let held = fs::OpenOptions::new().read(true).share_mode(1).open(&file).unwrap();
        assert!(is_held(&replaceable(&file).unwrap_err()));
        drop(held);
        replaceable(&file).unwrap();
    }

    #[test]
    fn holding_is_told_from_other_refusals() {
        assert!(says_held(32) && says_held(33) && !says_held(5) && !says_held(2));
    }
}
