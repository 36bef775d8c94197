//! 修改记录.

use super::working::working;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::library::free_place;
use crate::view::{BackupsThen, CompareView, HistoryView, SavedContent};
use biaogan::draft::backup::{Reason, remove_all_of};
use biaogan::form::map::PartKey;
use std::path::PathBuf;
use tauri::AppHandle;

#[tauri::command]
pub async fn history(app: AppHandle) -> Result<HistoryView, Failure> {
    working(app, |_, desk| desk.session(|session| session.history())).await
}

#[tauri::command]
pub async fn name_point(app: AppHandle, name: String) -> Result<HistoryView, Failure> {
    working(app, move |_, desk| desk.session(|session| session.name_point(&name))).await
}

#[tauri::command]
pub async fn compare(app: AppHandle, revision: i64) -> Result<CompareView, Failure> {
    working(app, move |_, desk| desk.session(|session| session.compare(revision))).await
}

/// How many bytes of removed files the draft keeps for undoing.
#[tauri::command]
pub async fn unreferenced(app: AppHandle) -> Result<u64, Failure> {
    working(app, |_, desk| desk.session(|session| Ok(session.draft.unreferenced()?))).await
}

/// Throws them away: after a backup, or out of the backups too, of which then only one stays, without them.
#[tauri::command]
pub async fn purge(app: AppHandle, backups: BackupsThen) -> Result<SavedContent, Failure> {
    working(app, move |_, desk| {
        desk.session(|session| {
            if backups == BackupsThen::Kept {
                desk.back_up(&session.draft, Reason::Asked)?;
            }
            session.draft.purge()?;
            if backups == BackupsThen::Removed {
                remove_all_of(&desk.backups(), session.draft.path())?;
                desk.back_up(&session.draft, Reason::Asked)?;
            }
            session.content_now()
        })
    })
    .await
}

#[tauri::command]
pub async fn restore_part(app: AppHandle, revision: i64, part: PartKey) -> Result<SavedContent, Failure> {
    working(app, move |_, desk| desk.session(|session| session.restore_part(revision, part))).await
}

#[tauri::command]
pub async fn restore_revision(app: AppHandle, revision: i64) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        let name = desk.session(|session| Ok(session.name()))?;
        let target = free_place(desk, &format!("{name} 恢复"))?;
        desk.session(|session| session.restore(revision, &target))?;
        Ok(desk.grants.give(Grant::Draft, target))
    })
    .await
}
