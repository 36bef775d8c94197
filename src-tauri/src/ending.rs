//! The system ends the program: at a logout, at a shutdown, or by a signal. It waits for a moment only.

use crate::desk::Desk;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How long the page may take to hand over what was typed last.
#[cfg(target_os = "linux")]
const LAST_SAVE: Duration = Duration::from_secs(2);

/// How long the draft may take to close. Windows ends a program that has not answered for five seconds.
const LAST_CLOSE: Duration = Duration::from_secs(3);

/// On Linux a session ends its programs by SIGTERM, a terminal by SIGHUP and SIGINT: what was typed is saved first.
#[cfg(target_os = "linux")]
pub fn on_signals(app: &AppHandle) {
    use gtk::glib::{ControlFlow, unix_signal_add_local};
    const SIGHUP: i32 = 1;
    const SIGINT: i32 = 2;
    const SIGTERM: i32 = 15;
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        let app = app.clone();
        unix_signal_add_local(signal, move || {
            end(&app);
            ControlFlow::Continue
        });
    }
}

/// Windows says so by WM_ENDSESSION, which comes as the exit: see [`at_exit`].
#[cfg(not(target_os = "linux"))]
pub fn on_signals(_: &AppHandle) {}

/// Asks the page for what was typed last, and closes the window once that is saved or has taken too long.
#[cfg(target_os = "linux")]
fn end(app: &AppHandle) {
    use tauri::Emitter;
    let _ = app.emit("ending", ());
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(LAST_SAVE);
        crate::window::close(&app, false);
    });
}

/// The program exits. Where the system ends it without having asked the window to close, saving that is under way comes
/// to its end and the draft is closed. The page cannot be asked any more: on Windows it answers on this very thread. It
/// saves whenever the window loses the keyboard, as it does before a shutdown.
pub fn at_exit(app: &AppHandle) {
    let (done, closed) = mpsc::channel();
    let app = app.clone();
    thread::spawn(move || {
        app.state::<Desk>().close_draft();
        let _ = done.send(());
    });
    let _ = closed.recv_timeout(LAST_CLOSE);
}
