//! What a fresh machine lacks.

use crate::node;
use crate::run::{run, succeeds, target, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that must start with these arguments, and the Debian package that brings it.
pub type Needed<'a> = (&'a str, &'a [&'a str], &'a str);

/// What the desktop program is built with.
const DESKTOP: &[Needed] = &[
    ("cc", &["--version"], "gcc"),
    ("pkg-config", &["--version"], "pkg-config"),
    ("pkg-config", &["--exists", "webkit2gtk-4.1"], "libwebkit2gtk-4.1-dev"),
    ("pkg-config", &["--exists", "librsvg-2.0"], "librsvg2-dev"),
    // Without a Chinese font the window shows boxes.
    ("sh", &["-c", "fc-list :lang=zh | grep -q ."], "fonts-noto-cjk"),
];

/// What its page is built with.
const PAGE: &[Needed] = &[("npm", &["--version"], "npm")];

/// What the tests use besides: a virtual environment for Python, poppler to compare pages with, LibreOffice to save
/// workbooks and documents again.
pub const TESTS: &[Needed] = &[
    ("python3", &["-c", "import venv, ensurepip"], "python3-venv"),
    ("pdftoppm", &["-v"], "poppler-utils"),
    ("sh", &["-c", "test -e /usr/lib/libreoffice/program/libsclo.so"], "libreoffice-calc"),
    ("sh", &["-c", "test -e /usr/lib/libreoffice/program/libswlo.so"], "libreoffice-writer"),
];

/// What the desktop program is driven by in the tests.
pub const DRIVER: &[Needed] = &[
    ("WebKitWebDriver", &["--help"], "webkit2gtk-driver"),
    ("Xvfb", &["-help"], "xvfb"),
    ("dbus-run-session", &["--version"], "dbus-daemon"),
    ("strace", &["--version"], "strace"),
];

/// The engine of Windows' WebView2, and its driver.
pub const CHROMIUM: &[Needed] =
    &[("chromium", &["--version"], "chromium"), ("chromedriver", &["--version"], "chromium-driver")];

/// The modules of `tests/validate/requirements.txt`.
const MODULES: &str = "import lxml, openpyxl, openxml_audit, pikepdf, PIL, reportlab";

/// Installs what the desktop program is built with, or says in one line what to install.
pub fn desktop() -> Result<()> {
    debian(&[DESKTOP, PAGE].concat())?;
    node::ensure()
}

/// Likewise what is needed for the page, and what else is named.
pub fn page_and(needed: &[Needed]) -> Result<()> {
    debian(&[PAGE, needed].concat())?;
    node::ensure()
}

/// Installs the Debian packages of what does not start; without the right to, stops with what to install. Elsewhere
/// than on Debian nothing is known of packages: the build then says what it lacks.
pub fn debian(needed: &[Needed]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = needed.iter().filter(|(program, arguments, _)| !succeeds(program, arguments));
    let missing: Vec<&str> = missing.map(|(_, _, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = || format!("please install as root: apt-get install {}", missing.join(" "));
    if !succeeds("apt-get", &["--version"]) {
        bail!("{} (or what this system calls them)", by_hand());
    }
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(&missing)
        .env("DEBIAN_FRONTEND", "noninteractive");
    let installed = run(Command::new("apt-get").args(["update", "-q"])).and_then(|()| run(&mut install));
    installed.with_context(by_hand)
}

/// A Python with the document validators, in a virtual environment of the project's; `None` where it can't be had.
pub fn python() -> Option<PathBuf> {
    let environment = target().join("python");
    let bin = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = environment.join(bin);
    if has_validators(&python) {
        return Some(python);
    }
    let system = if cfg!(windows) { "python" } else { "python3" };
    if has_validators(Path::new(system)) {
        return Some(system.into());
    }
    run(Command::new(system).args(["-m", "venv"]).arg(&environment)).ok()?;
    let requirements = workspace().join("tests/validate/requirements.txt");
    run(Command::new(&python).args(["-m", "pip", "install", "-q", "-r"]).arg(requirements)).ok()?;
    has_validators(&python).then_some(python)
}

fn has_validators(python: &Path) -> bool {
    succeeds(&python.to_string_lossy(), &["-c", MODULES])
}
