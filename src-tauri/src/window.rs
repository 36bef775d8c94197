//! The one window: made, and closed once what was typed is saved.

mod fit;

use crate::desk::Desk;
use crate::lock::lock;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, CloseRequestApi, Emitter, Manager, Url, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

/// What it is known by.
pub const NAME: &str = "main";

/// How long the page may take to say that it is seeing to the closing of the window.
const ANSWER: Duration = Duration::from_secs(5);

/// How long the backup on closing may take.
const LAST_BACKUP: Duration = Duration::from_secs(60);

/// How long work that is called off at the end may take to clear up after itself.
const CLEARING: Duration = Duration::from_secs(10);

/// What WebView2 is started with: what Tauri leaves out by default, and nothing that calls home by itself.
const WEBVIEW2: &str = "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection \
    --disable-background-networking --disable-component-update --disable-domain-reliability --disable-sync --no-pings";

/// What is kept of the window from one start to the next: not that it is shown, which it always is, once it fits.
pub fn kept() -> StateFlags {
    StateFlags::all() - StateFlags::VISIBLE
}

/// Makes the window and shows it.
pub fn open(app: &App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, NAME, WebviewUrl::App("index.html".into()))
        .title("质量标杆申报助手")
        .inner_size(1280.0, 800.0)
        // Half a screen of 1920 by 1080 pixels, and all of it where everything is drawn twice as large.
        .min_inner_size(900.0, 480.0)
        .prevent_overflow()
        // WebView2 would keep what is typed, and offer it in other fields and drafts.
        .general_autofill_enabled(false)
        // For the menu of a field, which pastes.
        .enable_clipboard_access()
        .additional_browser_args(WEBVIEW2)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    // By which an installer finds it, to have it closed.
    #[cfg(windows)]
    let window = window.window_classname(&app.config().identifier);
    let window = window.build()?;
    fit::into_screen(app.handle(), &window)?;
    window.show()
}

/// Whether an address is of the program's own page: the window shows no other.
fn is_ours(address: &Url) -> bool {
    if cfg!(dev) && address.host_str() == Some("localhost") {
        return true;
    }
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// The page saves first, and asks where it cannot. One that does not answer cannot keep the window open.
pub fn close_when_saved(app: &AppHandle, api: &CloseRequestApi) {
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
    if let Some(window) = app.get_webview_window(NAME) {
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

#[cfg(test)]
#[cfg(not(dev))]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_the_programs_own_page_only() {
        let is_shown = |address: &str| is_ours(&address.parse().expect("an address"));
        let own =
            if cfg!(windows) { "http://tauri.localhost/index.html" } else { "tauri://localhost/index.html" };
        assert!(is_shown(own));
        for other in [
            "https://example.com/",
            "http://localhost:5173/",
            "tauri://elsewhere/",
            "file:///etc/hostname",
            "data:text/html,x",
            "pages://localhost/a1/0/400",
            "http://tauri.localhost.example.com/",
        ] {
            assert!(!is_shown(other), "{other}");
        }
    }
}
