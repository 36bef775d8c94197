//! The program: its one window, the plugins it needs, and how files get in from outside.

use crate::automation::Automation;
use crate::desk::{Desk, lock};
use crate::{commands, library, pages};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};
use tauri::{
    App, AppHandle, CloseRequestApi, Emitter, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder,
    WindowEvent,
};

/// The one window.
pub const WINDOW: &str = "main";

/// How long the page may take to say that it is seeing to the closing of the window.
const ANSWER: Duration = Duration::from_secs(5);

/// How long the backup on closing may take.
const LAST_BACKUP: Duration = Duration::from_secs(60);

/// How long work that is called off at the end may take to clear up after itself.
const CLEARING: Duration = Duration::from_secs(10);

/// What WebView2 is started with: what Tauri leaves out by default, and nothing that calls home by itself.
const WEBVIEW2: &str = "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection \
    --disable-background-networking --disable-component-update --disable-domain-reliability --disable-sync --no-pings";

/// Runs the program until its window is closed.
pub fn run() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            open_from_outside(app, &arguments, Path::new(&folder));
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .register_asynchronous_uri_scheme_protocol(pages::SCHEME, |context, request, responder| {
            pages::serve(context.app_handle(), request, responder);
        })
        .invoke_handler(commands::handler())
        .setup(|app| Ok(set_up(app)?))
        .build(context());
    let app = built.unwrap_or_else(|error| panic!("the window cannot be made: {error}"));
    app.run(|app, event| {
        if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = event {
            close_when_saved(app, &api);
        }
    });
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
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = std::env::current_dir().unwrap_or_default();
    let desk = Desk::new(app.handle(), automation, draft_in(&arguments, &folder));
    app.manage(desk);
    let window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("质量标杆申报助手")
        .inner_size(1280.0, 800.0)
        // Half a screen of 1920 by 1080 pixels, and all of it where everything is drawn twice as large.
        .min_inner_size(900.0, 480.0)
        .prevent_overflow()
        // WebView2 would keep what is typed, and offer it in other fields and drafts.
        .general_autofill_enabled(false)
        .additional_browser_args(WEBVIEW2)
        .build()?;
    // Only after the state is there may the page ask.
    window.show()
}

/// A second start, or a double click on a draft: the first window shows it.
fn open_from_outside(app: &AppHandle, arguments: &[String], folder: &Path) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(path) = draft_in(arguments.get(1..).unwrap_or_default(), folder) {
        // The page takes it from there: now, or once it is there at all.
        *lock(&app.state::<Desk>().to_open) = Some(path);
        let _ = app.emit("open-request", ());
    }
}

/// The draft among the arguments of a start, made absolute.
fn draft_in(arguments: &[String], folder: &Path) -> Option<PathBuf> {
    arguments.iter().map(|argument| folder.join(argument)).find(|path| library::is_draft(path))
}

/// The page saves first, and asks where it cannot. One that does not answer cannot keep the window open.
fn close_when_saved(app: &AppHandle, api: &CloseRequestApi) {
    api.prevent_close();
    let asked = Some(Instant::now());
    *lock(&app.state::<Desk>().closing_unheard) = asked;
    let _ = app.emit("closing", ());
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(ANSWER);
        let unheard = *lock(&app.state::<Desk>().closing_unheard);
        if unheard == asked {
            close(&app, false);
        }
    });
}

/// Closes the draft, unless what is not saved was given up, calls off what is under way, and closes the window.
pub fn close(app: &AppHandle, discard: bool) {
    if !discard {
        close_draft(app.clone());
    }
    app.state::<Desk>().jobs.end(CLEARING);
    if let Some(window) = app.get_webview_window(WINDOW) {
        let _ = window.destroy();
    }
}

/// A disk that does not answer keeps the last backup from being made, but not the window open.
fn close_draft(app: AppHandle) {
    let (done, closed) = mpsc::channel();
    std::thread::spawn(move || {
        app.state::<Desk>().close_draft();
        let _ = done.send(());
    });
    let _ = closed.recv_timeout(LAST_BACKUP);
}
