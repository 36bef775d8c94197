//! The program itself: settings, the list of checks.

use super::working::working;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::lock::lock;
use crate::log;
use crate::settings::Settings;
use crate::system;
use crate::view::{CodeFault, Day, RuleView, Start};
use crate::window;
use biaogan::rules;
use std::path::PathBuf;
use tauri::{AppHandle, State};

#[tauri::command]
pub fn start(desk: State<Desk>) -> Start {
    Start {
        settings: desk.settings(),
        version: env!("CARGO_PKG_VERSION").into(),
        today: desk.today().to_string(),
    }
}

/// The draft that was opened from outside: by double click, or by a second start.
#[tauri::command]
pub fn to_open(desk: State<Desk>) -> Option<PathBuf> {
    lock(&desk.to_open).take().map(|path| desk.grants.give(Grant::Draft, path))
}

/// The day it is and the open draft's state on it, where that is not the day the page `knows`.
#[tauri::command]
pub async fn day(app: AppHandle, knows: String) -> Result<Option<Day>, Failure> {
    working(app, move |_, desk| {
        let today = desk.today().to_string();
        let state = || desk.session(|session| session.saved(&session.draft.content()?)).ok();
        Ok((today != knows).then(|| Day { saved: state(), today }))
    })
    .await
}

#[tauri::command]
pub async fn save_settings(app: AppHandle, settings: Settings) -> Result<Settings, Failure> {
    working(app, move |_, desk| {
        settings.folders().try_for_each(|folder| desk.check_folder(folder))?;
        desk.keep_settings(settings)
    })
    .await
}

#[tauri::command]
pub async fn choose_folder(app: AppHandle, title: String) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, desk| {
        let folder = dialogs::folder(app, &title);
        Ok(folder.map(|folder| desk.grants.give(Grant::Folder, folder)))
    })
    .await
}

#[tauri::command]
pub fn rules() -> Vec<RuleView> {
    let view = |rule: &rules::Rule| RuleView {
        id: rule.id.into(),
        severity: rule.severity,
        title: rule.title.into(),
        explanation: rule.explanation.into(),
        clause: rule.clause.into(),
    };
    rules::REGISTRY.iter().map(view).collect()
}

/// Notes what the page did not foresee.
#[tauri::command]
pub async fn log_problem(app: AppHandle, message: String, frames: Vec<String>) -> Result<(), Failure> {
    working(app, move |_, desk| {
        // Nobody is told of a log that cannot be written.
        let _ = log::note(&desk.data(log::FILE), &message, &frames);
        Ok(())
    })
    .await
}

/// Shows the log in its folder; says whether there is one.
#[tauri::command]
pub async fn reveal_log(app: AppHandle) -> Result<bool, Failure> {
    working(app, |app, desk| {
        let file = desk.data(log::FILE);
        match file.exists() {
            true => system::show_in_folder(app, &file).map(|()| true),
            false => Ok(false),
        }
    })
    .await
}

/// What is wrong with a 统一社会信用代码; nothing where nothing is, and where none was typed.
#[tauri::command]
pub fn check_code(code: &str) -> Option<CodeFault> {
    let message = rules::credit_code_fault(code)?;
    Some(CodeFault { message, meant: rules::credit_code_meant(code) })
}

#[tauri::command]
pub fn cancel(desk: State<Desk>, job: u32) {
    desk.jobs.cancel(job);
}

/// The page has heard that the window is to close, and sees to it.
#[tauri::command]
pub fn sees_to_closing(desk: State<Desk>) {
    *lock(&desk.closing_unheard) = None;
}

/// Closes the window; the draft first, unless what is not saved was given up.
#[tauri::command]
pub async fn close_window(app: AppHandle, discard: bool) -> Result<(), Failure> {
    working(app, move |app, _| {
        window::close(app, discard);
        Ok(())
    })
    .await
}
