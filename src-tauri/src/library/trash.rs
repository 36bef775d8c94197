//! The trash of the library (回收站): a folder in it, emptied when the user says so.

use super::draft_files::{free_in, moved, refuse_in_use};
use super::folder::{drafts_in, is_draft};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::grants::refused;
use crate::view::BackupsThen;
use biaogan::draft::backup::remove_all_of;
use biaogan::draft::whole;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the trash; on the library's own disk, so that nothing is copied.
pub fn folder(desk: &Desk) -> PathBuf {
    desk.settings().library.join("回收站")
}

/// Moves a draft into the trash.
pub fn throw(desk: &Desk, path: &Path) -> Result<(), Failure> {
    if !lies_in(&desk.settings().library, path) {
        return Err(refused(path));
    }
    refuse_in_use(path)?;
    let folder = folder(desk);
    fs::create_dir_all(&folder).map_err(|error| {
        let reason = biaogan::io_error::reason(&error);
        Failure::other(format!("{}：不能建立回收站（{reason}），请检查文件夹权限后重试", folder.display()))
    })?;
    moved(path, &free_in(&folder, &path.file_stem().unwrap_or_default().to_string_lossy()))
}

/// Moves a draft back into the library.
pub fn restore(desk: &Desk, path: &Path) -> Result<PathBuf, Failure> {
    if !lies_in(&folder(desk), path) {
        return Err(refused(path));
    }
    let target = super::free_place(desk, &path.file_stem().unwrap_or_default().to_string_lossy())?;
    moved(path, &target)?;
    Ok(target)
}

/// Whether it is named like a draft and lies in this folder itself.
fn lies_in(folder: &Path, path: &Path) -> bool {
    is_draft(path) && path.parent() == Some(folder)
}

/// Removes what lies in the trash for good.
pub fn empty(desk: &Desk, backups: BackupsThen) -> Result<(), Failure> {
    let failed = |path: &Path, error: std::io::Error| {
        let reason = biaogan::io_error::reason(&error);
        Failure::other(format!("{}：删除失败（{reason}），请检查文件夹权限后重试", path.display()))
    };
    drafts_in(&folder(desk)).iter().try_for_each(|path| {
        if backups == BackupsThen::Removed {
            // While the draft still says which are its own.
            remove_all_of(&desk.backups(), path)?;
        }
        whole::remove(path).map_err(|error| failed(path, error))
    })
}
