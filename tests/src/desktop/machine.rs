//! Whether this machine can run the program under test.

use super::chromium::Chromium;
use crate::needs;
use std::env;

/// The programs needed, and the Debian packages that bring them.
const NEEDED: [(&str, &str); 4] = [
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("dbus-run-session", "dbus-daemon"),
    ("strace", "strace"),
];

/// Whether something is lacking that driving the program needs. Says so; the test then returns.
pub fn lacks() -> bool {
    let missing: Vec<&str> =
        NEEDED.iter().filter(|(program, _)| !found(program)).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return false;
    }
    needs::passed_over("a test in the window", &missing.join(" "));
    true
}

/// The same for what only the program's own window has, not the page in Chromium: what the shell says by itself, GTK's
/// input method.
pub fn lacks_window() -> bool {
    Chromium::is_asked_for() || lacks()
}

fn found(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
