//! The trash of the library (回收站): a folder in it, emptied when the user says so.

use super::draft_files::{free_in, moved, refuse_in_use};
use super::folder::drafts_in;
use crate::desk::Desk;
use crate::failure::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the trash; on the library's own disk, so that nothing is copied.
pub fn folder(desk: &Desk) -> PathBuf {
    desk.settings().library.join("回收站")
}

/// Moves a draft into the trash.
pub fn throw(desk: &Desk, path: &Path) -> Result<(), Failure> {
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
    let target = super::free_place(desk, &path.file_stem().unwrap_or_default().to_string_lossy())?;
    moved(path, &target)?;
    Ok(target)
}

/// Removes what lies in the trash for good.
pub fn empty(desk: &Desk) -> Result<(), Failure> {
    let failed = |path: &Path, error: std::io::Error| {
        let reason = biaogan::io_error::reason(&error);
        Failure::other(format!("{}：删除失败（{reason}），请检查文件夹权限后重试", path.display()))
    };
    drafts_in(&folder(desk))
        .iter()
        .try_for_each(|path| fs::remove_file(path).map_err(|error| failed(path, error)))
}
