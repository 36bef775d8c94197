//! The open draft.

use super::working::working;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::library;
use crate::view::{Fixed, Hit, Opened, Saved, SavedContent, SavedCopy};
use biaogan::draft::backup::Reason;
use biaogan::draft::{Draft, Operation};
use biaogan::form::{Assignment, Content};
use biaogan::overview::find as find_in;
use biaogan::roll::adopt::NoticeReport;
use biaogan::settle::Which;
use serde_json::Value;
use std::path::PathBuf;
use tauri::AppHandle;

#[tauri::command]
pub async fn open_draft(app: AppHandle, path: PathBuf, read_only: bool) -> Result<Opened, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Draft], &path)?;
        let content = desk.open_draft(&path, read_only)?;
        library::remember(desk, &path);
        desk.session(|session| {
            Ok(Opened {
                name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                path,
                saved: session.saved(&content)?,
                content,
                edition: session.edition.clone(),
                read_only: session.is_read_only,
            })
        })
    })
    .await
}

#[tauri::command]
pub async fn close_draft(app: AppHandle) -> Result<(), Failure> {
    working(app, |_, desk| {
        desk.close_draft();
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn change(
    app: AppHandle,
    operation: Operation,
    changes: Vec<Assignment>,
) -> Result<Saved, Failure> {
    working(app, move |_, desk| {
        let saved = desk.session(|session| session.change(operation, changes));
        if desk.is_backup_due() {
            // A backup that fails must not keep anyone from working.
            desk.tell_of_backup(back_up_beside(desk));
        }
        saved
    })
    .await
}

/// Writes a copy with what was typed and cannot be saved.
#[tauri::command]
pub async fn save_copy(app: AppHandle, content: Value) -> Result<Option<SavedCopy>, Failure> {
    working(app, move |app, desk| {
        let content = Content::from_stored_json(&content.to_string()).map_err(Failure::other)?;
        let name = desk.reader(|draft| Ok(library::copy_name(draft.path())))?;
        let Some(path) = dialogs::save(app, "另存副本", &name, dialogs::DRAFTS) else {
            return Ok(None);
        };
        let lost = desk.reader(|draft| library::rescue(draft, &content, &desk.backups(), &path))?;
        Ok(Some(SavedCopy { path: desk.grants.give(Grant::Draft, path), lost }))
    })
    .await
}

/// Backs the open draft up on a connection of its own, so that pages are shown meanwhile. The page is answered
/// afterwards: a save would have to wait for the backup's reading transaction.
fn back_up_beside(desk: &Desk) -> Result<(), Failure> {
    let path = desk.session(|session| Ok(session.draft.path().to_owned()))?;
    desk.back_up(&Draft::open_read_only(&path)?, Reason::HalfHour)
}

#[tauri::command]
pub async fn undo(app: AppHandle) -> Result<SavedContent, Failure> {
    working(app, |_, desk| desk.session(|session| session.undo())).await
}

#[tauri::command]
pub async fn redo(app: AppHandle) -> Result<SavedContent, Failure> {
    working(app, |_, desk| desk.session(|session| session.redo())).await
}

#[tauri::command]
pub async fn confirm_origins(app: AppHandle, marks: Vec<i64>) -> Result<SavedContent, Failure> {
    working(app, move |_, desk| desk.session(|session| session.confirm_origins(&marks))).await
}

/// Repairs what the checks find and can repair for certain.
#[tauri::command]
pub async fn fix_findings(app: AppHandle, which: Which) -> Result<Fixed, Failure> {
    working(app, move |_, desk| desk.session(|session| session.fix(&which))).await
}

/// Lets warnings stand with a reason (已核对).
#[tauri::command]
pub async fn acknowledge(app: AppHandle, which: Which, reason: String) -> Result<SavedContent, Failure> {
    working(app, move |_, desk| desk.session(|session| session.acknowledge(&which, &reason))).await
}

/// Has an acknowledged warning asked again.
#[tauri::command]
pub async fn take_back(app: AppHandle, key: String) -> Result<SavedContent, Failure> {
    working(app, move |_, desk| desk.session(|session| session.take_back(&key))).await
}

/// What moving over to the notice of its year would change (转到正式通知).
#[tauri::command]
pub async fn foresee_notice(app: AppHandle) -> Result<NoticeReport, Failure> {
    working(app, |_, desk| desk.session(|session| session.foresee_notice(&desk.installed().editions))).await
}

#[tauri::command]
pub async fn adopt_notice(app: AppHandle) -> Result<SavedContent, Failure> {
    working(app, |_, desk| desk.session(|session| session.adopt_notice(desk.installed()))).await
}

#[tauri::command]
pub async fn find(app: AppHandle, text: String) -> Result<Vec<Hit>, Failure> {
    working(app, move |_, desk| {
        desk.session(|session| {
            let hits = find_in(&session.draft.content()?, &session.edition, &text);
            Ok(hits.into_iter().map(Hit::from).collect())
        })
    })
    .await
}
