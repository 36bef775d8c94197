//! 我的申报.

use super::working::working;
use crate::clock;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::{Grant, refused};
use crate::library::{self as drafts, free_place};
use crate::system;
use crate::view::{BackupEntry, BackupsThen, CopyFor, Library, NewDraft, ReadDocuments, Recovered, Rolled};
use biaogan::draft::backup;
use std::path::{Path, PathBuf};
use tauri::AppHandle;

#[tauri::command]
pub async fn library(app: AppHandle) -> Result<Library, Failure> {
    working(app, |_, desk| {
        let library = drafts::list(desk);
        library.drafts.iter().for_each(|draft| drop(desk.grants.give(Grant::Draft, draft.path.clone())));
        library.trash.iter().for_each(|draft| drop(desk.grants.give(Grant::Trashed, draft.path.clone())));
        Ok(library)
    })
    .await
}

#[tauri::command]
pub async fn create_draft(app: AppHandle, draft: NewDraft) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| Ok(made(desk, drafts::create(desk, &draft)?))).await
}

#[tauri::command]
pub async fn create_sample(app: AppHandle) -> Result<PathBuf, Failure> {
    working(app, |_, desk| Ok(made(desk, drafts::create_sample(desk)?))).await
}

#[tauri::command]
pub async fn roll_draft(app: AppHandle, path: PathBuf, edition: String) -> Result<Rolled, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        let rolled = drafts::roll(desk, &path, &edition)?;
        Ok(Rolled { path: made(desk, rolled.path), ..rolled })
    })
    .await
}

#[tauri::command]
pub async fn choose_draft(app: AppHandle) -> Result<Option<PathBuf>, Failure> {
    working(app, |app, desk| {
        Ok(dialogs::file(app, "选择草稿文件", dialogs::DRAFTS).map(|path| made(desk, path)))
    })
    .await
}

#[tauri::command]
pub async fn import_draft(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        Ok(made(desk, drafts::import(desk, &path)?))
    })
    .await
}

#[tauri::command]
pub async fn choose_documents(app: AppHandle) -> Result<Vec<PathBuf>, Failure> {
    working(app, |app, desk| {
        let chosen = dialogs::files(app, "选择要导入的Word文件（可以多选）或压缩包", dialogs::DOCUMENTS);
        Ok(chosen.into_iter().map(|path| desk.grants.give(Grant::Attach, path)).collect())
    })
    .await
}

#[tauri::command]
pub async fn read_documents(app: AppHandle, paths: Vec<PathBuf>) -> Result<ReadDocuments, Failure> {
    working(app, move |_, desk| {
        paths.iter().try_for_each(|path| desk.grants.check(&[Grant::Attach], path))?;
        drafts::read(desk, &paths)
    })
    .await
}

#[tauri::command]
pub async fn keep_documents(app: AppHandle, edition: String) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| Ok(made(desk, drafts::keep(desk, &edition)?))).await
}

#[tauri::command]
pub async fn give_up_documents(app: AppHandle) -> Result<(), Failure> {
    working(app, |_, desk| {
        drafts::give_up(desk);
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn copy_draft(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        Ok(made(desk, drafts::copy(desk, &path)?))
    })
    .await
}

#[tauri::command]
pub async fn rename_draft(app: AppHandle, path: PathBuf, name: String) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        Ok(made(desk, drafts::rename(desk, &path, &name)?))
    })
    .await
}

#[tauri::command]
pub async fn save_draft_as(
    app: AppHandle,
    path: PathBuf,
    copy_for: CopyFor,
) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(target) = dialogs::save(app, "导出草稿文件", &name, dialogs::DRAFTS) else {
            return Ok(None);
        };
        drafts::save_as(&path, &target, copy_for)?;
        Ok(Some(desk.grants.give(Grant::Written, target)))
    })
    .await
}

#[tauri::command]
pub async fn trash_draft(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        drafts::throw(desk, &path)
    })
    .await
}

#[tauri::command]
pub async fn restore_from_trash(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Trashed], &path)?;
        Ok(made(desk, drafts::restore(desk, &path)?))
    })
    .await
}

#[tauri::command]
pub async fn empty_trash(app: AppHandle, backups: BackupsThen) -> Result<(), Failure> {
    working(app, move |_, desk| drafts::empty(desk, backups)).await
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
    working(app, move |app, desk| {
        desk.grants.check(&[Grant::Draft, Grant::Trashed, Grant::Written], &path)?;
        system::show_in_folder(app, &path)
    })
    .await
}

/// The backups of one draft, or all of them, the newest first.
#[tauri::command]
pub async fn backups(app: AppHandle, of: Option<PathBuf>) -> Result<Vec<BackupEntry>, Failure> {
    working(app, move |_, desk| {
        if let Some(draft) = &of {
            desk.grants.check(&[Grant::Draft, Grant::Trashed], draft)?;
        }
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
    working(app, move |_, desk| Ok(backup::remove(&known_backup(desk, &path)?.path)?)).await
}

/// Removes these backups for good: all of a draft.
#[tauri::command]
pub async fn remove_backups(app: AppHandle, paths: Vec<PathBuf>) -> Result<(), Failure> {
    working(app, move |_, desk| {
        let known = backup::all_backups(&desk.backups());
        let is_known = |path: &&PathBuf| known.iter().any(|backup| backup.path == **path);
        match paths.iter().find(|path| !is_known(path)) {
            Some(strange) => Err(refused(strange)),
            None => paths.iter().try_for_each(|path| Ok(backup::remove(path)?)),
        }
    })
    .await
}

#[tauri::command]
pub async fn restore_backup(app: AppHandle, path: PathBuf) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        let known = known_backup(desk, &path)?;
        let target = free_place(desk, &format!("{} 恢复", stem(&known.draft)))?;
        backup::restore(&known.path, &target)?;
        Ok(made(desk, target))
    })
    .await
}

#[tauri::command]
pub async fn recover_draft(app: AppHandle, path: PathBuf) -> Result<Recovered, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        let target = free_place(desk, &format!("{} 恢复", stem(&path)))?;
        let recovered = biaogan::draft::recover(&path, &target, clock::now())?;
        Ok(Recovered { path: made(desk, target), lost: recovered.lost })
    })
    .await
}

/// A draft that is handed to the page.
fn made(desk: &Desk, path: PathBuf) -> PathBuf {
    desk.grants.give(Grant::Draft, path)
}

/// The backup at `path`, one of those in the program's own folder.
fn known_backup(desk: &Desk, path: &Path) -> Result<backup::Backup, Failure> {
    let known = backup::all_backups(&desk.backups()).into_iter().find(|backup| backup.path == path);
    known.ok_or_else(|| refused(path))
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
