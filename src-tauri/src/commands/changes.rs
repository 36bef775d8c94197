//! 修改说明: what changed since a final package was made.

use super::documents::beside;
use super::working::working;
use crate::dialogs;
use crate::failure::Failure;
use crate::session::edition_of;
use crate::system;
use crate::view::{ChangesView, ExportEntry};
use biaogan::package::{self, Existing, Since};
use biaogan::text::file_name;
use std::path::PathBuf;
use tauri::AppHandle;

/// The final packages that were made, oldest first.
#[tauri::command]
pub async fn exports(app: AppHandle) -> Result<Vec<ExportEntry>, Failure> {
    working(app, |_, desk| {
        let made = desk.session(|session| Ok(session.draft.exports()?))?;
        let entry = |one: biaogan::draft::FinalExport| ExportEntry {
            number: one.number,
            day: one.day.to_string(),
            is_known: one.is_known,
        };
        Ok(made.into_iter().map(entry).collect())
    })
    .await
}

/// What changed since one of them, or since the last of another content.
#[tauri::command]
pub async fn changes(app: AppHandle, since: Option<i64>) -> Result<ChangesView, Failure> {
    working(app, move |_, desk| {
        let draft = beside(desk)?;
        let content = draft.content()?;
        let edition = edition_of(&content, &desk.installed().editions)?;
        let report = package::changes(&draft, &content, &edition, since.map(Since::Number))?;
        Ok(ChangesView { since: report.since, summary: report.summary(), changes: report.changes.lines })
    })
    .await
}

/// Saves it as a Word file; gives where.
#[tauri::command]
pub async fn save_changes(app: AppHandle, since: i64) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, desk| {
        let draft = beside(desk)?;
        let content = draft.content()?;
        let edition = edition_of(&content, &desk.installed().editions)?;
        let (today, since) = (desk.today(), Some(Since::Number(since)));
        let title = package::changes(&draft, &content, &edition, since)?.title();
        let name = format!("{}-{title}.docx", file_name(&content.organization));
        let Some(file) = dialogs::save(app, "保存修改说明", &name, dialogs::WORD) else {
            return Ok(None);
        };
        package::write_changes(&draft, &content, &edition, since, today, &file, Existing::Replace)?;
        system::open(app, &file)?;
        Ok(Some(file))
    })
    .await
}
