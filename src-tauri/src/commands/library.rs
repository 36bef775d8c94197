//! 我的申报.

use super::working::working;
use crate::clock;
use crate::dialogs;
use crate::failure::Failure;
use crate::library::{self as drafts, free_place};
use crate::system;
use crate::view::{BackupEntry, Library, NewDraft, Recovered, Rolled};
use biaogan::draft::backup;
use std::path::{Path, PathBuf};
use tauri::AppHandle;

#[tauri::command]
pub async fn library(app: AppHandle) -> Result<Library, Failure> {
    working(app, |_, desk| Ok(drafts::list(desk))).await
}

#[tauri::command]
pub async fn create_draft(app: AppHandle, draft: NewDraft) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| drafts::create(desk, &draft)).await
}

#[tauri::command]
pub async fn create_sample(app: AppHandle) -> Result<PathBuf, Failure> {
    working(app, |_, desk| drafts::create_sample(desk)).await
}

#[tauri::command]
pub async fn roll_draft(app: AppHandle, path: PathBuf, edition: String) -> Result<Rolled, Failure> {
    working(app, move |_, desk| drafts::roll(desk, &path, &edition)).await
}

#[tauri::command]
pub async fn choose_draft(app: AppHandle) -> Result<Option<PathBuf>, Failure> {
    working(app, |app, _| Ok(dialogs::file(app, "选择草稿文件", dialogs::DRAFTS))).await
}

#[tauri::command]
pub async fn import_draft(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| drafts::import(desk, &path)).await
}

#[tauri::command]
pub async fn copy_draft(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| drafts::copy(desk, &path)).await
}

#[tauri::command]
pub async fn rename_draft(app: AppHandle, path: PathBuf, name: String) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| drafts::rename(desk, &path, &name)).await
}

#[tauri::command]
pub async fn save_draft_as(app: AppHandle, path: PathBuf) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, _| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(target) = dialogs::save(app, "导出草稿文件", &name, dialogs::DRAFTS) else {
            return Ok(None);
        };
        drafts::save_as(&path, &target)?;
        Ok(Some(target))
    })
    .await
}

#[tauri::command]
pub async fn trash_draft(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    working(app, move |_, desk| drafts::throw(desk, &path)).await
}

#[tauri::command]
pub async fn restore_from_trash(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| drafts::restore(desk, &path)).await
}

#[tauri::command]
pub async fn empty_trash(app: AppHandle) -> Result<(), Failure> {
    working(app, |_, desk| drafts::empty(desk)).await
}

#[tauri::command]
pub async fn forget_draft(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    working(app, move |_, desk| {
        drafts::forget(desk, &path);
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn reveal(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    working(app, move |app, _| system::show_in_folder(app, &path)).await
}

/// The backups of one draft, or all of them, the newest first.
#[tauri::command]
pub async fn backups(app: AppHandle, of: Option<PathBuf>) -> Result<Vec<BackupEntry>, Failure> {
    working(app, move |_, desk| {
        let folder = desk.backups();
        let found = of.map_or_else(|| backup::all_backups(&folder), |draft| backup::backups(&folder, &draft));
        let own = backup::own_bytes(&found);
        Ok(found.into_iter().zip(own).map(|(backup, own)| entry(backup, own)).collect())
    })
    .await
}

/// Why backups cannot be made at present, if so.
#[tauri::command]
pub async fn backup_problem(app: AppHandle) -> Result<Option<String>, Failure> {
    working(app, |_, desk| Ok(desk.backup_problem())).await
}

/// Removes a backup for good.
#[tauri::command]
pub async fn remove_backup(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    working(app, move |_, _| Ok(backup::remove(&path)?)).await
}

#[tauri::command]
pub async fn restore_backup(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        let known = backup::all_backups(&desk.backups()).into_iter().find(|backup| backup.path == path);
        let name = known.map_or("备份".into(), |backup| stem(&backup.draft));
        let target = free_place(desk, &format!("{name} 恢复"))?;
        backup::restore(&path, &target)?;
        Ok(target)
    })
    .await
}

#[tauri::command]
pub async fn recover_draft(app: AppHandle, path: PathBuf) -> Result<Recovered, Failure> {
    working(app, move |_, desk| {
        let target = free_place(desk, &format!("{} 恢复", stem(&path)))?;
        let recovered = biaogan::draft::recover(&path, &target, clock::now())?;
        Ok(Recovered { path: target, lost: recovered.lost })
    })
    .await
}

fn entry(backup: backup::Backup, own_bytes: u64) -> BackupEntry {
    BackupEntry {
        path: backup.path,
        organization: backup.organization,
        edition: backup.edition,
        at: clock::stamp(backup.at),
        reason: backup.reason.label().into(),
        bytes: backup.bytes,
        own_bytes,
        draft: backup.draft,
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
