//! The program: the plugins it needs, and how files get in from outside.

use crate::automation::Automation;
use crate::desk::{self, Desk};
use crate::grants::{Grant, Grants};
use crate::lock::lock;
use crate::pages::Pictures;
use crate::{commands, ending, library, log, pages, portable, webview2, window};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use tauri::{App, AppHandle, DragDropEvent, Emitter, Manager, RunEvent, WindowEvent};

/// Runs the program until its window is closed.
///
/// # Errors
/// Where the window cannot be made; the log says why.
pub fn run() -> tauri::Result<()> {
    let log = desk::data_folder().join(log::FILE);
    log::note_panics(log.clone());
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            open_from_outside(app, &arguments, Path::new(&folder));
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(window::kept()).build())
        .register_asynchronous_uri_scheme_protocol(pages::SCHEME, |context, request, responder| {
            pages::serve(context.app_handle(), &request, responder);
        })
        .invoke_handler(commands::handler())
        .setup(|app| Ok(set_up(app)?))
        .build(adapted(context()));
    let app = built.inspect_err(|error| {
        let _ = log::note(&log, &format!("the window cannot be made: {error}"), &[]);
    })?;
    app.run(|app, event| match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            window::close_when_saved(app, &api);
        }
        RunEvent::WindowEvent { event: WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }), .. } => {
            hand_over(&app.state::<Desk>().grants, &paths);
        }
        RunEvent::Exit => ending::at_exit(app),
        _ => {}
    });
    Ok(())
}

/// Files that were dropped on the window; the page hears of them from Tauri, after this.
fn hand_over(grants: &Grants, paths: &[PathBuf]) {
    for path in paths {
        grants.give(Grant::Attach, path.clone());
        if library::is_draft(path) {
            grants.give(Grant::Draft, path.clone());
        }
    }
}

/// The configuration as this place of the program wants it.
fn adapted(mut context: tauri::Context) -> tauri::Context {
    portable::adapt(context.config_mut());
    webview2::adapt(context.config_mut());
    context
}

#[cfg(not(dev))]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// A development build may take its page from another address than the configured one.
#[cfg(dev)]
fn context() -> tauri::Context {
    let mut context = tauri::generate_context!();
    if let Some(address) = std::env::var("BIAOGAN_UI_URL").ok().and_then(|address| address.parse().ok()) {
        context.config_mut().build.dev_url = Some(address);
    }
    context
}

fn set_up(app: &mut App) -> tauri::Result<()> {
    let automation = Automation::from_environment();
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let folder = std::env::current_dir().unwrap_or_default();
    let desk = Desk::new(app.handle(), automation, draft_in(&arguments, &folder));
    app.manage(desk);
    app.manage(Pictures::start(app.handle()));
    ending::on_signals(app.handle());
    // Only after the state is there may the page ask.
    window::open(app)
}

/// A second start, or a double click on a draft: the first window shows it.
fn open_from_outside(app: &AppHandle, arguments: &[String], folder: &Path) {
    if let Some(window) = app.get_webview_window(window::NAME) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    let arguments: Vec<OsString> = arguments.iter().skip(1).map(OsString::from).collect();
    if let Some(path) = draft_in(&arguments, folder) {
        // The page takes it from there: now, or once it is there at all.
        *lock(&app.state::<Desk>().to_open) = Some(path);
        let _ = app.emit("open-request", ());
    }
}

/// The draft among the arguments of a start, made absolute.
fn draft_in(arguments: &[OsString], folder: &Path) -> Option<PathBuf> {
    arguments.iter().map(|argument| folder.join(argument)).find(|path| library::is_draft(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_dropped_may_be_attached_and_a_draft_opened() {
        let grants = Grants::default();
        let [scan, draft] = ["/证书.pdf", "/乙.biaogan"].map(PathBuf::from);
        hand_over(&grants, &[scan.clone(), draft.clone()]);
        let has = |grant, path: &Path| grants.has(grant, path);
        assert!(has(Grant::Attach, &scan) && has(Grant::Attach, &draft) && has(Grant::Draft, &draft));
        assert!(!has(Grant::Draft, &scan));
    }
}
