//! `cargo xtask test`: format, clippy without warnings, every test, the documents validated.

use crate::run::{self, cargo};
use crate::setup;
use anyhow::{Result, bail};

/// What the desktop program is built with and driven by.
#[cfg(target_os = "linux")]
const DESKTOP: &[setup::Needed] = &[
    ("pkg-config", &["--version"], "pkg-config"),
    ("pkg-config", &["--exists", "webkit2gtk-4.1"], "libwebkit2gtk-4.1-dev"),
    ("pkg-config", &["--exists", "librsvg-2.0"], "librsvg2-dev"),
    ("npm", &["--version"], "npm"),
    ("WebKitWebDriver", &["--help"], "webkit2gtk-driver"),
    ("Xvfb", &["-help"], "xvfb"),
    ("dbus-run-session", &["--version"], "dbus-daemon"),
    ("strace", &["--version"], "strace"),
];

pub fn run() -> Result<()> {
    let venv: &[&str] = &["-c", "import venv, ensurepip"];
    setup::debian(&[("cc", &["--version"], "gcc"), ("python3", venv, "python3-venv")]);
    #[cfg(target_os = "linux")]
    setup::debian(DESKTOP);
    let python = setup::python();
    if python.is_none() && std::env::var_os("BIAOGAN_WITHOUT_PYTHON").is_none() {
        bail!(
            "no Python with lxml and openxml-audit; BIAOGAN_WITHOUT_PYTHON=1 goes without validating the documents"
        );
    }
    run::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run::run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    let mut test = cargo(&["test", "--workspace"]);
    if cfg!(target_os = "linux") {
        test.env("BIAOGAN_DESKTOP_REQUIRED", "1");
    }
    if let Some(python) = python {
        test.env("BIAOGAN_PYTHON", python);
    }
    run::run(&mut test)
}
