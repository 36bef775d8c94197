//! The tables as a workbook (填报表), and back.

use super::working::working;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::session::edition_of;
use crate::view::{FillOffer, SavedContent};
use biaogan::package::Existing;
use biaogan::text::file_name;
use biaogan::xlsx::write_workbook;
use std::path::PathBuf;
use tauri::AppHandle;

/// Asks where to, and writes the workbook.
#[tauri::command]
pub async fn export_workbook(app: AppHandle) -> Result<Option<PathBuf>, Failure> {
    working(app, |app, desk| {
        let content = desk.session(|session| Ok(session.draft.content()?))?;
        let edition = edition_of(&content, &desk.installed().editions)?;
        let name = format!("{}-填报表.xlsx", file_name(&content.organization));
        let Some(file) = dialogs::save(app, "导出填报表", &name, dialogs::WORKBOOK) else {
            return Ok(None);
        };
        write_workbook(&content, &edition, desk.today(), &file, Existing::Replace)?;
        Ok(Some(desk.grants.give(Grant::Written, file)))
    })
    .await
}

/// Asks for a workbook that was filled in, and tells what it would change.
#[tauri::command]
pub async fn choose_workbook(app: AppHandle) -> Result<Option<FillOffer>, Failure> {
    working(app, |app, desk| {
        let Some(file) = dialogs::file(app, "选择填好的填报表", dialogs::WORKBOOKS) else {
            return Ok(None);
        };
        let report = desk.session(|session| session.foresee_fill(&file))?;
        Ok(Some(FillOffer { file: desk.grants.give(Grant::Attach, file), report }))
    })
    .await
}

/// Takes over what that workbook changes, as one step.
#[tauri::command]
pub async fn fill_draft(app: AppHandle, file: PathBuf) -> Result<SavedContent, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Attach], &file)?;
        desk.session(|session| session.fill(&file))
    })
    .await
}
