//! 反馈包: what whoever looks after the program needs to find a fault, and nothing of a draft's content.

use super::documents::beside;
use super::working::working;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::log;
use biaogan::draft::Draft;
use biaogan::feedback::{self, Program};
use biaogan::files::write_over;
use biaogan::io_error::reason;
use std::fs;
use std::path::PathBuf;
use tauri::AppHandle;

/// The whole of it, to be shown.
#[tauri::command]
pub async fn feedback(app: AppHandle) -> Result<String, Failure> {
    working(app, |_, desk| {
        let (program, editions) = (program(desk), desk.installed());
        let of =
            |draft: Option<&Draft>| feedback::feedback(&program, draft, &editions.editions, desk.today());
        // Of a draft that cannot be read the log tells.
        let told = beside(desk).ok().and_then(|draft| of(Some(&draft)).ok());
        match told {
            Some(text) => Ok(text),
            None => Ok(of(None)?),
        }
    })
    .await
}

/// Saves what was shown; gives where.
#[tauri::command]
pub async fn save_feedback(app: AppHandle, text: String) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, desk| {
        let name = format!("质量标杆申报助手-反馈包-{}.txt", desk.today());
        let Some(file) = dialogs::save(app, "保存反馈包", &name, dialogs::TEXT) else { return Ok(None) };
        write_over(&file, &text).map_err(|error| {
            Failure::other(format!("{}：写不进去（{}），请另选位置", file.display(), reason(&error)))
        })?;
        Ok(Some(file))
    })
    .await
}

fn program(desk: &Desk) -> Program {
    let engine = tauri::webview_version().unwrap_or_else(|_| "未知".into());
    let log = fs::read(desk.data(log::FILE)).unwrap_or_default();
    Program {
        version: env!("CARGO_PKG_VERSION").into(),
        kind: format!("窗口程序（WebView {engine}）"),
        log: String::from_utf8_lossy(&log).into_owned(),
    }
}
