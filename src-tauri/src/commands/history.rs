//! 修改记录.

use super::working;
use crate::failure::Failure;
use crate::library::free_place;
use crate::view::{CompareView, HistoryView};
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

#[tauri::command]
pub async fn restore_revision(app: AppHandle, revision: i64) -> Result<PathBuf, Failure> {
    working(app, move |_, desk| {
        let name = desk.session(|session| Ok(session.name()))?;
        let target = free_place(desk, &format!("{name} 恢复"))?;
        desk.session(|session| session.restore(revision, &target))?;
        Ok(target)
    })
    .await
}
